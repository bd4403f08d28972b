#include "reading_data.h"

// Absent in a tree where nothing was trained yet: `rapport-dev train … --out Sources/CReadingData/models/facts.bin`.
#if __has_embed("models/facts.bin")
_Alignas(64) static const unsigned char fact_model[] = {
#embed "models/facts.bin"
};

const unsigned char *rapport_fact_model(size_t *count) {
  *count = sizeof fact_model;
  return fact_model;
}
#else
const unsigned char *rapport_fact_model(size_t *count) {
  *count = 0;
  return NULL;
}
#endif
