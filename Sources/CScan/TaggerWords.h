// What is known of a word by itself: what the word list says, and whether it may be part of a name.

#ifndef VEIL_TAGGER_WORDS_H
#define VEIL_TAGGER_WORDS_H

#include "Tagger.h"
#include "TaggerText.h"

/// In place of `TAGGER_LOWER` while a piece is read: small letters of ASCII only, so that the word is its own lower-case
/// form.
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

/// What pieces of a segment are counted by, a byte each: no segment has more pieces than a byte can count.
#define TAGGER_ONE_WORD ((uint64_t)1)
#define TAGGER_ONE_CAPITAL ((uint64_t)1 << 8)
#define TAGGER_ONE_UPPER ((uint64_t)1 << 16)
#define TAGGER_ONE_FOREIGN ((uint64_t)1 << 24)
#define TAGGER_ONE_ENGLISH ((uint64_t)1 << 32)
#define TAGGER_ONE_TECHNICAL ((uint64_t)1 << 40)
#define TAGGER_ONE_PLACEHOLDER ((uint64_t)1 << 48)
#define TAGGER_COUNTED(counts, one) ((uint32_t)((counts) / (one)) & 0xFF)

/// Whether a piece may be part of a name depends on the kind of line, which is known when all of it was read: until then
/// `allowed` holds two bits for each of ordinary lines, lines without capitals, and lines of capitals.
#define TAGGER_ALLOWED(ordinary, small, capitals) ((uint8_t)((ordinary) | (small) << 2 | (capitals) << 4))

/// What is remembered of a word.
typedef struct {
  uint64_t raw, lower;
  uint64_t counts;
  uint32_t evidence;
  uint8_t letters;
  /// `TAGGER_ALLOWED` at the beginning of a clause, and inside of one.
  uint8_t first, inner;
  /// Bits: 1 is no name as a label, `NAME:`, at the beginning of a clause; 2 begins a known name of several words;
  /// 4 has a full stop behind it without ending the sentence.
  uint8_t flags;
} tagger_known;

enum { TAGGER_KNOWN_WORDS = 16384 };

enum { TAGGER_LABEL = 1, TAGGER_BEGINS_PHRASE = 2, TAGGER_ABBREVIATION = 4 };

/// Words by their hashes; the last one of those that share a place.
typedef struct {
  tagger_known known[TAGGER_KNOWN_WORDS];
} tagger_words;

/// Finds out all about a word, whose `raw`, `kind` and place in the text are set.
void tagger_find_out(const tagger_model *model, const uint8_t *text, const tagger_piece *piece, tagger_known *known);

/// What is known of a chain of words: 0 or the low bits of `phrases`.
uint32_t tagger_phrase(const tagger_model *model, uint32_t state);

static inline const tagger_known *tagger_recall(const tagger_words *words, uint64_t raw) {
  return &words->known[raw >> 20 & (TAGGER_KNOWN_WORDS - 1)];
}

/// Sets the hashes, the evidence and the letters of a word, whose other members are set; `letters` may be
/// `TAGGER_PLAIN`.
static inline __attribute__((always_inline)) const tagger_known *tagger_know(
    const tagger_model *model, tagger_words *words, const uint8_t *text, size_t count, tagger_piece *piece) {
  piece->raw = tagger_hash_in(text, count, piece->start, piece->end - piece->start);
  tagger_known *known = (tagger_known *)tagger_recall(words, piece->raw);
  if (known->raw != piece->raw || known->letters != piece->letters) tagger_find_out(model, text, piece, known);
  if (piece->letters == TAGGER_PLAIN) piece->letters = TAGGER_LOWER;
  piece->lower = known->lower;
  piece->evidence = known->evidence;
  return known;
}

#endif
