#include "VeilModel.h"

// `#embed` is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t plans[] = {
#embed "numbering/plans.txt"
};

const uint8_t *veil_numbering_plans(size_t *count) {
  *count = sizeof plans;
  return plans;
}
