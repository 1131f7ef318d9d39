// How much speaks for each label of a piece: sums of the weights of its features.

#ifndef VEIL_TAGGER_SCORE_H
#define VEIL_TAGGER_SCORE_H

#include "TaggerFeatures.h"
#include "TaggerLabels.h"

typedef int16_t tagger_sum __attribute__((vector_size(16)));

enum { TAGGER_CONTEXTS = 4096, TAGGER_OWNS = 4096, TAGGER_PAIRS = 4096 };

/// Where a neighbour stands.
typedef enum { TAGGER_RIGHT_BEFORE, TAGGER_RIGHT_BEHIND, TAGGER_FAR_BEFORE, TAGGER_FAR_BEHIND } tagger_role;

/// What a word's features as a neighbour come to.
typedef struct {
  uint64_t key;
  /// Which of the sums are there, a bit each.
  uint32_t has;
  tagger_word word;
  /// By `tagger_role`.
  tagger_sum sums[4];
} tagger_context;

/// What a word's own features come to, at a place in a kind of line.
typedef struct {
  uint64_t key;
  tagger_sum sum;
} tagger_own_sum;

/// What features of two words next to each other come to.
typedef struct {
  uint64_t key;
  /// Which of the sums are there, a bit each: for the first, for the second.
  uint32_t has;
  tagger_sum sums[2];
} tagger_pair;

/// Sums that were needed before, by hashes of words; the last one of those that share a place. Most of a piece's features
/// depend on one word or on two, and most words and many pairs come again.
typedef struct {
  tagger_context contexts[TAGGER_CONTEXTS];
  tagger_own_sum owns[TAGGER_OWNS];
  tagger_pair pairs[TAGGER_PAIRS];
} tagger_sums;

/// A segment whose pieces are scored.
typedef struct {
  const tagger_model *model;
  const uint8_t *text;
  const tagger_segment *segment;
  const tagger_piece *pieces;
  int language;
} tagger_scored;

/// Scores of the labels of the pieces of `[from, to)`.
void tagger_score(const tagger_scored *scored, tagger_sums *sums, size_t from, size_t to, tagger_labels *scores);

#endif
