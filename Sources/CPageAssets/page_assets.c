#include "page_assets.h"

static const unsigned char style[] = {
#embed "assets/report.css"
};

static const unsigned char script[] = {
#embed "assets/report.js"
};

static const unsigned char deals_markdown[] = {
#embed "assets/deals.md.mustache"
};

static const unsigned char page_markdown[] = {
#embed "assets/page.md.mustache"
};

static const unsigned char page_chat[] = {
#embed "assets/page.chat.mustache"
};

static const unsigned char page_html[] = {
#embed "assets/page.html.mustache"
};

const unsigned char *rapport_page_style(size_t *count) {
  *count = sizeof style;
  return style;
}

const unsigned char *rapport_page_script(size_t *count) {
  *count = sizeof script;
  return script;
}

const unsigned char *rapport_deals_markdown(size_t *count) {
  *count = sizeof deals_markdown;
  return deals_markdown;
}

const unsigned char *rapport_page_markdown(size_t *count) {
  *count = sizeof page_markdown;
  return page_markdown;
}

const unsigned char *rapport_page_chat(size_t *count) {
  *count = sizeof page_chat;
  return page_chat;
}

const unsigned char *rapport_page_html(size_t *count) {
  *count = sizeof page_html;
  return page_html;
}
