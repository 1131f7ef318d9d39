#include "VeilModel.h"

// `#embed` is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t general[] = {
#embed "catalogue/general.txt"
};

static const uint8_t contact[] = {
#embed "catalogue/contact.txt"
};

#define FILE_OF(name) {#name, name, sizeof name}

static const veil_file files[] = {
    FILE_OF(general),
    FILE_OF(contact),
};

const veil_file *veil_catalogue(size_t index) { return index < sizeof files / sizeof files[0] ? &files[index] : NULL; }
