#include "reading_data.h"
#include <string.h>

// A new model takes two pieces here: its bytes, and its row in the table. A file is absent in a tree where nothing was
// trained yet (`rapport-dev train`, `train-people`, `train-deals`, `train-gaps`); then nothing is read by that model.
#if __has_embed("models/facts.bin")
_Alignas(64) static const unsigned char facts[] = {
#embed "models/facts.bin"
};
#endif
#if __has_embed("models/contact.bin")
_Alignas(64) static const unsigned char contact[] = {
#embed "models/contact.bin"
};
#endif
#if __has_embed("models/binding.bin")
_Alignas(64) static const unsigned char binding[] = {
#embed "models/binding.bin"
};
#endif
#if __has_embed("models/people.bin")
_Alignas(64) static const unsigned char people[] = {
#embed "models/people.bin"
};
#endif
#if __has_embed("models/accounts.bin")
_Alignas(64) static const unsigned char accounts[] = {
#embed "models/accounts.bin"
};
#endif
#if __has_embed("models/stages.bin")
_Alignas(64) static const unsigned char stages[] = {
#embed "models/stages.bin"
};
#endif
#if __has_embed("models/gaps.bin")
_Alignas(64) static const unsigned char gaps[] = {
#embed "models/gaps.bin"
};
#endif

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} models[] = {
#if __has_embed("models/facts.bin")
    {"facts", facts, sizeof facts},
#endif
#if __has_embed("models/contact.bin")
    {"contact", contact, sizeof contact},
#endif
#if __has_embed("models/binding.bin")
    {"binding", binding, sizeof binding},
#endif
#if __has_embed("models/people.bin")
    {"people", people, sizeof people},
#endif
#if __has_embed("models/accounts.bin")
    {"accounts", accounts, sizeof accounts},
#endif
#if __has_embed("models/stages.bin")
    {"stages", stages, sizeof stages},
#endif
#if __has_embed("models/gaps.bin")
    {"gaps", gaps, sizeof gaps},
#endif
    {NULL, NULL, 0},
};

const unsigned char *rapport_model(const char *name, size_t *count) {
  size_t index = 0;
  while (models[index].name && strcmp(models[index].name, name) != 0) index++;
  *count = models[index].count;
  return models[index].bytes;
}
