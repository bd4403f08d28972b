#ifndef PAGE_ASSETS_H
#define PAGE_ASSETS_H

#include <stddef.h>

/// What every web page of a report carries within itself, compiled into the program.
/// Each function stores the number of bytes in `count` and returns the first.

/// How a page looks: CSS.
const unsigned char *rapport_page_style(size_t *count);

/// What a page can do beyond being read: JavaScript.
const unsigned char *rapport_page_script(size_t *count);

/// How a page of items is laid out in Markdown: a Mustache template.
const unsigned char *rapport_page_markdown(size_t *count);

#endif
