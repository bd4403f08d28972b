#include "page_assets.h"

static const unsigned char style[] = {
#embed "assets/report.css"
};

static const unsigned char script[] = {
#embed "assets/report.js"
};

static const unsigned char markdown[] = {
#embed "assets/page.md.mustache"
};

const unsigned char *rapport_page_markdown(size_t *count) {
  *count = sizeof markdown;
  return markdown;
}

const unsigned char *rapport_page_style(size_t *count) {
  *count = sizeof style;
  return style;
}

const unsigned char *rapport_page_script(size_t *count) {
  *count = sizeof script;
  return script;
}
