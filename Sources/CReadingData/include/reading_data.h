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

/// Readings of the common Han characters: a syllable without tone, a space, and the characters that are read so, one
/// syllable a line; a line that begins with `#` is a comment.
const unsigned char *rapport_pinyin(size_t *count);

/// The weights of a model: `facts`, `contact` and `binding` (whom a fact concerns) as `rapport-dev train` wrote them,
/// `people` (with their sides and roles) as `rapport-dev train-people` did, `accounts` (which names are customers') and
/// `stages` as `rapport-dev train-deals` did, `gaps` as `rapport-dev train-gaps` did; NULL when there are none.
const unsigned char *rapport_model(const char *name, size_t *count);

#endif
