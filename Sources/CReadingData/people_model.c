#include "reading_data.h"

// Written by `rapport-dev train-people`. A build without the file has no model, and reads people by rules alone.
#if __has_embed("models/people.bin")
static const unsigned char people_model[] = {
#embed "models/people.bin"
};

const unsigned char *rapport_people_model(size_t *count) {
  *count = sizeof people_model;
  return people_model;
}
#else
const unsigned char *rapport_people_model(size_t *count) {
  *count = 0;
  return NULL;
}
#endif
