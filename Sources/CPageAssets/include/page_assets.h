#ifndef PAGE_ASSETS_H
#define PAGE_ASSETS_H

#include <stddef.h>

/// What web pages carry within themselves, and the templates of reports, compiled into the program.
/// Each function stores the number of bytes in `count` and returns the first.

/// How a page looks: CSS.
const unsigned char *rapport_page_style(size_t *count);

/// What a page can do beyond being read: JavaScript.
const unsigned char *rapport_page_script(size_t *count);

/// How deals are laid out in Markdown: a Mustache template, as the ones below.
const unsigned char *rapport_deals_markdown(size_t *count);

/// How a page of items is laid out in Markdown.
const unsigned char *rapport_page_markdown(size_t *count);

/// How a page of items is laid out in a chat.
const unsigned char *rapport_page_chat(size_t *count);

/// What stands around every web page.
const unsigned char *rapport_page_html(size_t *count);

#endif
