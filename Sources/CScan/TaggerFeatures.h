// Features of the name tagger: which rows of the weight table a piece adds up.

#ifndef VEIL_TAGGER_FEATURES_H
#define VEIL_TAGGER_FEATURES_H

#include "TaggerRead.h"

/// What features are made of: all that is known of a piece by itself.
typedef struct {
  uint64_t lower, raw;
  uint32_t evidence;
  uint32_t shape, signature;
  uint8_t is_initial, is_title;
} tagger_attributes;

/// The same with what only its own features need.
typedef struct {
  tagger_attributes known;
  uint64_t prefix[4], suffix[4];
  uint32_t full_shape;
  uint8_t length;
} tagger_word;

enum {
  TAGGER_OWN = 43,
  TAGGER_BESIDE = 18,
  TAGGER_BEYOND = 4,
  TAGGER_PLACED = 6,
  TAGGER_AFTER = 13,
  TAGGER_BEFORE = 12,
  TAGGER_WIDE = 13,
};

/// What stands outside of the segment.
extern const tagger_attributes tagger_outside;

void tagger_look(const uint8_t *text, const tagger_piece *piece, tagger_word *word);

/// Rows of features that depend on one word and its kind of line only, for the piece itself, for the pieces before and
/// behind it, and for those two further: `TAGGER_OWN`, `TAGGER_BESIDE` and `TAGGER_BEYOND` of them.
void tagger_own(const tagger_word *word, uint8_t line, uint32_t *rows);
void tagger_beside(const tagger_word *word, int is_behind, uint32_t *rows);
void tagger_beyond(const tagger_attributes *word, int is_behind, uint32_t *rows);

/// Rows of features of one word at its place in its kind of line: `TAGGER_PLACED` of them.
void tagger_placed(const tagger_attributes *word, int place, uint8_t line, uint32_t *rows);

/// Rows of features of two words next to each other, for the second and for the first: `TAGGER_AFTER` and `TAGGER_BEFORE`
/// of them.
void tagger_after(const tagger_attributes *before, const tagger_attributes *word, uint32_t *rows);
void tagger_before(const tagger_attributes *word, const tagger_attributes *behind, uint32_t *rows);

/// Rows of features of more than that: `TAGGER_WIDE` of them. `around[2]` is the piece, `around[0]` two before it;
/// `phrases` are of the piece before it, its own, and of the one behind.
void tagger_wide(const tagger_attributes around[5], const uint8_t phrases[3], uint32_t *rows);

void tagger_phrases(const tagger_piece *pieces, size_t count, size_t piece, uint8_t phrases[3]);

/// 1 for the first piece of a segment, 2 for one behind marks only, 3 behind a mark that opens a clause, else 0.
int tagger_place(const uint8_t *text, const tagger_piece *pieces, size_t piece);

#endif
