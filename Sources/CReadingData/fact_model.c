#include "reading_data.h"

// Absent in a tree where nothing was trained yet: `rapport-dev train … --out Sources/CReadingData/models`.
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
#if __has_embed("models/contact.bin")
_Alignas(64) static const unsigned char contact_model[] = {
#embed "models/contact.bin"
};

const unsigned char *rapport_contact_model(size_t *count) {
  *count = sizeof contact_model;
  return contact_model;
}
#else
const unsigned char *rapport_contact_model(size_t *count) {
  *count = 0;
  return NULL;
}
#endif
#if __has_embed("models/binding.bin")
_Alignas(64) static const unsigned char binding_model[] = {
#embed "models/binding.bin"
};

const unsigned char *rapport_binding_model(size_t *count) {
  *count = sizeof binding_model;
  return binding_model;
}
#else
const unsigned char *rapport_binding_model(size_t *count) {
  *count = 0;
  return NULL;
}
#endif
