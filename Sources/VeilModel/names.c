#include "VeilModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Read as numbers of up to 32 bits where it lies, so it has to lie on a line of the cache.
static const _Alignas(64) uint8_t names[] = {
#embed "names/model.bin"
};

const uint8_t *veil_names_model(size_t *count) {
  *count = sizeof names;
  return names;
}
