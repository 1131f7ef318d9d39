#include "VeilModel.h"

// `#embed` is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t given[] = {
#embed "lists/given.txt"
};

static const uint8_t family[] = {
#embed "lists/family.txt"
};

static const uint8_t ambiguous[] = {
#embed "lists/ambiguous.txt"
};

static const uint8_t common[] = {
#embed "lists/common.txt"
};

static const uint8_t titles[] = {
#embed "lists/titles.txt"
};

static const uint8_t greetings[] = {
#embed "lists/greetings.txt"
};

static const uint8_t introductions[] = {
#embed "lists/introductions.txt"
};

static const uint8_t introductions_weak[] = {
#embed "lists/introductions_weak.txt"
};

static const uint8_t labels_name[] = {
#embed "lists/labels_name.txt"
};

static const uint8_t closings[] = {
#embed "lists/closings.txt"
};

static const uint8_t particles[] = {
#embed "lists/particles.txt"
};

static const uint8_t suffixes[] = {
#embed "lists/suffixes.txt"
};

static const uint8_t legal_forms[] = {
#embed "lists/legal_forms.txt"
};

static const uint8_t legal_forms_before[] = {
#embed "lists/legal_forms_before.txt"
};

static const uint8_t labels_organisation[] = {
#embed "lists/labels_organisation.txt"
};

static const uint8_t organisation_stops[] = {
#embed "lists/organisation_stops.txt"
};

static const uint8_t organisation_endings[] = {
#embed "lists/organisation_endings.txt"
};

static const uint8_t organisation_generic[] = {
#embed "lists/organisation_generic.txt"
};

static const uint8_t nicknames[] = {
#embed "lists/nicknames.txt"
};

#define ACCESSOR(name)                            \
  const uint8_t *veil_list_##name(size_t *count) { \
    *count = sizeof name;                         \
    return name;                                  \
  }

ACCESSOR(given)
ACCESSOR(family)
ACCESSOR(ambiguous)
ACCESSOR(common)
ACCESSOR(titles)
ACCESSOR(greetings)
ACCESSOR(introductions)
ACCESSOR(introductions_weak)
ACCESSOR(labels_name)
ACCESSOR(closings)
ACCESSOR(particles)
ACCESSOR(suffixes)
ACCESSOR(legal_forms)
ACCESSOR(legal_forms_before)
ACCESSOR(labels_organisation)
ACCESSOR(organisation_stops)
ACCESSOR(organisation_generic)
ACCESSOR(organisation_endings)
ACCESSOR(nicknames)
