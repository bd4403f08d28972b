#include "reading_data.h"

// A new lexicon file takes two lines here: its bytes, and its row in the table.
static const unsigned char assertion[] = {
#embed "lexicons/assertion.txt"
};

static const unsigned char accounts[] = {
#embed "lexicons/accounts.txt"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} lexicons[] = {
    {"assertion.txt", assertion, sizeof assertion},
    {"accounts.txt", accounts, sizeof accounts},
};

static const size_t lexicon_count = sizeof lexicons / sizeof lexicons[0];

const unsigned char *rapport_lexicon(size_t index, size_t *count) {
  if (index >= lexicon_count) return NULL;
  *count = lexicons[index].count;
  return lexicons[index].bytes;
}

const char *rapport_lexicon_name(size_t index) {
  return index < lexicon_count ? lexicons[index].name : NULL;
}
