#include "reading_data.h"

static const unsigned char words_en[] = {
#embed "words/common-en.txt"
};

static const unsigned char pairs_zh[] = {
#embed "words/common-zh.txt"
};

const unsigned char *rapport_common_words_en(size_t *count) {
  *count = sizeof words_en;
  return words_en;
}

const unsigned char *rapport_common_pairs_zh(size_t *count) {
  *count = sizeof pairs_zh;
  return pairs_zh;
}

static const unsigned char pinyin[] = {
#embed "words/pinyin.txt"
};

const unsigned char *rapport_pinyin(size_t *count) {
  *count = sizeof pinyin;
  return pinyin;
}
