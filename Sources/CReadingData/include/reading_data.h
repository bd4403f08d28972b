#ifndef READING_DATA_H
#define READING_DATA_H

#include <stddef.h>

/// The lexicons and model weights that are compiled into the program: read-only bytes
/// that the loader maps with the executable, so that nothing is opened or parsed to have them.
/// Each function stores the number of bytes in `count` and returns the first.

/// One lexicon file of `lexicons/`, by its position; NULL past the last.
const unsigned char *rapport_lexicon(size_t index, size_t *count);

/// The file name of the lexicon at `index`, without its folder; NULL past the last.
const char *rapport_lexicon_name(size_t index);

/// English words that any journal may use, in lower case, one a line; a line that begins with `#` is a comment.
const unsigned char *rapport_common_words_en(size_t *count);

/// Pairs of Han characters that any journal may use, Simplified, in the same form.
const unsigned char *rapport_common_pairs_zh(size_t *count);

/// The weights that `rapport-dev train` wrote for the kinds of facts; NULL when there are none.
const unsigned char *rapport_fact_model(size_t *count);

/// The weights that `rapport-dev train` wrote for contacts; NULL when there are none.
const unsigned char *rapport_contact_model(size_t *count);

/// The weights that `rapport-dev train-people` wrote for people, their sides and roles; NULL when there are none.
const unsigned char *rapport_people_model(size_t *count);

/// The weights that `rapport-dev train` wrote for whom a fact concerns; NULL when there are none.
const unsigned char *rapport_binding_model(size_t *count);

#endif
