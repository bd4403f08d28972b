#include "page_assets.h"

static const unsigned char style[] = {
#embed "assets/report.css"
};

static const unsigned char script[] = {
#embed "assets/report.js"
};

const unsigned char *rapport_page_style(size_t *count) {
  *count = sizeof style;
  return style;
}

const unsigned char *rapport_page_script(size_t *count) {
  *count = sizeof script;
  return script;
}
