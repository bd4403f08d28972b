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

#define ASSET(function, bytes)                   \
  const unsigned char *function(size_t *count) { \
    *count = sizeof bytes;                       \
    return bytes;                                \
  }

ASSET(rapport_page_style, style)
ASSET(rapport_page_script, script)
ASSET(rapport_deals_markdown, deals_markdown)
ASSET(rapport_page_markdown, page_markdown)
ASSET(rapport_page_chat, page_chat)
ASSET(rapport_page_html, page_html)
