// What reading a segment needs of the word list.

#ifndef VEIL_TAGGER_READ_H
#define VEIL_TAGGER_READ_H

#include "Tagger.h"
#include "TaggerText.h"

/// In `letters` of a piece, until it is looked up: small letters of ASCII only.
enum { TAGGER_PLAIN = 7 };

/// Bits of a word's evidence.
#define TAGGER_GIVEN(e) ((e) & 7)
#define TAGGER_GIVEN_LISTS(e) ((e) >> 3 & 3)
#define TAGGER_FAMILY(e) ((e) >> 5 & 7)
#define TAGGER_FAMILY_LISTS(e) ((e) >> 8 & 3)
#define TAGGER_CITY(e) ((e) >> 10 & 3)
#define TAGGER_COUNTRY(e) ((e) >> 12 & 3)
#define TAGGER_ORGANISATION(e) ((e) >> 14 & 3)
#define TAGGER_FREQUENCY(e) ((e) >> 16 & 7)
#define TAGGER_FOREIGN_FREQUENCY(e) ((e) >> 19 & 3)
#define TAGGER_CAPITALS(e) ((e) >> 21 & 7)
#define TAGGER_BALANCE(e) ((e) >> 24 & 15)
#define TAGGER_TITLE(e) ((e) >> 28 & 1)
#define TAGGER_PARTICLE(e) ((e) >> 29 & 1)
#define TAGGER_CALENDAR(e) ((e) >> 30 & 1)
#define TAGGER_FOREIGN(e) ((e) >> 31 & 1)

/// Whether a clause begins behind a mark, so that a capital there says little.
static inline int tagger_opens(uint8_t mark) {
  return mark == ':' || mark == '"' || mark == '(' || mark == '>' || mark == '*' || mark == '.' || mark == '!' ||
         mark == '?' || mark == '|' || mark == '[' || mark == '#';
}

/// Makes the cache one of this model.
void tagger_use(const tagger_model *model, tagger_cache *cache);

/// Sets the hashes and the evidence of a word.
void tagger_know(const tagger_model *model, tagger_cache *cache, const uint8_t *text, size_t count, tagger_piece *piece);

/// What is known of a chain of words: 0 or the low bits of `phrases`.
uint32_t tagger_phrase(const tagger_model *model, uint32_t state);

/// Says what kind of line a segment is, of which language, and which of its pieces may be part of a name.
void tagger_choose(const tagger_model *model, const uint8_t *text, tagger_piece *pieces, tagger_segment *segment);

#endif
