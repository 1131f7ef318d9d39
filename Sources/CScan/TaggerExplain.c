#include "TaggerFeatures.h"

static int group(size_t feature) {
  // In the order of `tagger_own`: word, affixes, shapes, lists, affixes with shapes.
  if (feature < 10 || (feature >= 41 && feature < TAGGER_OWN)) return TAGGER_ABOUT_WORD;
  if (feature < 17) return TAGGER_ABOUT_WRITING;
  if (feature < TAGGER_OWN) return TAGGER_ABOUT_LISTS;
  feature -= TAGGER_OWN;
  if (feature < TAGGER_BESIDE) return TAGGER_ABOUT_BEFORE;
  if (feature < 2 * TAGGER_BESIDE) return TAGGER_ABOUT_BEHIND;
  feature -= 2 * TAGGER_BESIDE;
  if (feature < TAGGER_BEYOND) return TAGGER_ABOUT_BEFORE;
  return feature < 2 * TAGGER_BEYOND ? TAGGER_ABOUT_BEHIND : TAGGER_ABOUT_TOGETHER;
}

void tagger_explain(
    const tagger_model *model, const uint8_t *text, const tagger_segment *segment, const tagger_piece *pieces,
    size_t piece, int language, int label, float groups[TAGGER_GROUPS]) {
  uint32_t rows[TAGGER_FEATURES];
  tagger_features(model, text, pieces, segment->count, piece, segment->line, rows);
  const int8_t *table = model->weights + ((size_t)language << model->row_bits) * 8;
  for (int i = 0; i < TAGGER_GROUPS; i++) groups[i] = 0;
  for (size_t i = 0; i < TAGGER_FEATURES; i++) {
    const int8_t *weights = table + (size_t)(rows[i] >> (32 - model->row_bits)) * 8;
    const int begin = weights[1 + 2 * label], inside = weights[2 + 2 * label];
    const int best = piece > 0 && pieces[piece - 1].allowed && inside > begin ? inside : begin;
    groups[group(i)] += (float)(best - weights[0]) * model->step[language];
  }
}
