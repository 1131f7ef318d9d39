// How a segment is read.

#ifndef VEIL_TAGGER_READ_H
#define VEIL_TAGGER_READ_H

#include "TaggerWords.h"

/// Whether a clause begins behind a mark, so that a capital there says little.
int tagger_opens(uint8_t mark);

/// Says what kind of line a segment is, of which language, and which of its pieces may be part of a name.
///
/// - counts: of its pieces; their `allowed` is as `TAGGER_ALLOWED` makes it.
void tagger_choose(
    const tagger_model *model, const tagger_words *words, const uint8_t *text, uint64_t counts, tagger_piece *pieces,
    tagger_segment *segment);

#endif
