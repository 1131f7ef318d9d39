#include "TaggerLabels.h"

#include <math.h>
#include <string.h>

typedef int32_t numbers __attribute__((vector_size(4 * TAGGER_LANES)));

void tagger_make_chain(const tagger_model *model, int language, tagger_chain_model *chain) {
  memset(chain, 0, sizeof *chain);
  for (int z = 0; z < TAGGER_LABELS; z++) {
    for (int y = 0; y < TAGGER_LABELS; y++) {
      const float score = model->transitions[language][z][y];
      chain->scores[z][y] = score;
      chain->steps[z][y] = chain->steps_to[y][z] = expf(score);
    }
  }
}

int tagger_choose_labels(const tagger_chain_model *chain, const tagger_labels *scores, size_t count, uint8_t *labels) {
  numbers from[TAGGER_MAX_PIECES];
  tagger_labels best = chain->scores[0] + scores[0];
  for (size_t i = 1; i < count; i++) {
    numbers source = {0};
    tagger_labels most = best[0] + chain->scores[0];
    for (int z = 1; z < TAGGER_LABELS; z++) {
      const tagger_labels value = best[z] + chain->scores[z];
      const numbers is_more = value > most;
      most = (tagger_labels)(((numbers)value & is_more) | ((numbers)most & ~is_more));
      source = (source & ~is_more) | (is_more & z);
    }
    best = most + scores[i];
    from[i] = source;
  }
  int last = 0;
  float most = best[0] + chain->scores[0][0];
  for (int y = 1; y < TAGGER_LABELS; y++) {
    const float value = best[y] + chain->scores[y][0];
    if (value > most) {
      most = value;
      last = y;
    }
  }
  int has_name = 0;
  for (size_t i = count; i-- > 0;) {
    labels[i] = (uint8_t)last;
    has_name |= last;
    if (i > 0) last = from[i][last];
  }
  return has_name != 0;
}

/// The sum in the order of the labels, so that it is the same however lanes are added.
static inline float total(const tagger_labels *labels) {
  float sum = 0;
  for (int y = 0; y < TAGGER_LABELS; y++) sum += (*labels)[y];
  return sum;
}

void tagger_weigh_labels(
    const tagger_chain_model *chain, const tagger_labels *scores, size_t count, tagger_labels *weights) {
  tagger_labels forward[TAGGER_MAX_PIECES], backward;
  for (size_t i = 0; i < count; i++) {
    float most = scores[i][0];
    for (int y = 1; y < TAGGER_LABELS; y++) most = fmaxf(most, scores[i][y]);
    tagger_labels weight = {0};
    for (int y = 0; y < TAGGER_LABELS; y++) weight[y] = expf(scores[i][y] - most);
    weights[i] = weight;
    tagger_labels value = {0};
    if (i == 0) value = chain->steps[0];
    for (int z = 0; i > 0 && z < TAGGER_LABELS; z++) value += forward[i - 1][z] * chain->steps[z];
    value *= weight;
    forward[i] = value / total(&value);
  }
  for (size_t i = count; i-- > 0;) {
    tagger_labels value = {0};
    if (i + 1 == count) value = chain->steps_to[0];
    for (int y = 0; i + 1 < count && y < TAGGER_LABELS; y++) {
      value += chain->steps_to[y] * weights[i + 1][y] * backward[y];
    }
    backward = value / total(&value);
    // Of the pieces behind, the weights are not needed any more.
    if (i + 1 < count) weights[i + 1] = forward[i + 1];
    forward[i] *= backward;
    forward[i] /= total(&forward[i]);
  }
  weights[0] = forward[0];
}
