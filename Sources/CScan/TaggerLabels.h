// Labels of pieces in a row: the best ones, and how likely each is.

#ifndef VEIL_TAGGER_LABELS_H
#define VEIL_TAGGER_LABELS_H

#include "Tagger.h"

enum { TAGGER_LANES = 8 };

/// A number for each label; the last one is unused.
typedef float tagger_labels __attribute__((vector_size(4 * TAGGER_LANES)));

/// From each label to each, in the form that rows of pieces are computed with.
typedef struct {
  /// By the label before: scores, and their powers.
  tagger_labels scores[TAGGER_LABELS], steps[TAGGER_LABELS];
  /// By the label behind: powers again.
  tagger_labels steps_to[TAGGER_LABELS];
} tagger_chain_model;

void tagger_make_chain(const tagger_model *model, int language, tagger_chain_model *chain);

/// The best labels of a row of pieces, between pieces that are outside.
///
/// - Returns: whether one of them is inside of a name.
int tagger_choose_labels(const tagger_chain_model *chain, const tagger_labels *scores, size_t count, uint8_t *labels);

/// How likely each label of each piece is.
void tagger_weigh_labels(
    const tagger_chain_model *chain, const tagger_labels *scores, size_t count, tagger_labels *weights);

#endif
