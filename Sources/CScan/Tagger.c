#include <math.h>
#include <stdlib.h>

#include "TaggerCache.h"

tagger_cache *tagger_cache_make(void) {
  void *memory = NULL;
  if (posix_memalign(&memory, 64, sizeof(tagger_cache)) != 0) return NULL;
  memset(memory, 0, sizeof(tagger_cache));
  return memory;
}

void tagger_cache_free(tagger_cache *cache) { free(cache); }

void tagger_use_model(const tagger_model *model, tagger_cache *cache) {
  memset(cache, 0, sizeof *cache);
  cache->model = model;
  for (int language = 0; language < TAGGER_LANGUAGES; language++) {
    tagger_make_chain(model, language, &cache->chains[language]);
  }
}

/// `Jr` or `Sr`, which a full stop belongs to.
static int is_suffix(const uint8_t *text, const tagger_piece *piece) {
  const uint8_t *word = text + piece->start;
  return piece->end - piece->start == 2 && (word[0] == 'J' || word[0] == 'S') && word[1] == 'r';
}

/// How likely a label is right where the model believes so with a probability. On text of another kind than it learned
/// from the model is surer than it should be, most of all of organisations: its odds are taken to a power. An even belief
/// stays even.
static float calibrated(float belief, int kind) {
  static const float powers[] = {0.85f, 0.5f, 0.75f};
  if (belief >= 1) return 1;
  return 1 / (1 + powf((1 - belief) / fmaxf(belief, 1e-6f), powers[kind]));
}

/// Names among the pieces of `[from, to)`, whose labels and weights are known.
static size_t collect(
    const tagger_cache *cache, const tagger_scored *s, size_t from, size_t to, tagger_span *spans) {
  const tagger_piece *pieces = s->pieces;
  size_t found = 0;
  for (size_t i = from; i < to;) {
    const int label = cache->label[i - from];
    if (label == 0) {
      i++;
      continue;
    }
    const int kind = (label - 1) / 2;
    float sure = 0;
    size_t end = i;
    do {
      const tagger_labels weight = cache->weight[end - from];
      sure += weight[1 + 2 * kind] + weight[2 + 2 * kind];
      end++;
    } while (end < to && cache->label[end - from] == 2 + 2 * kind);
    uint32_t last = pieces[end - 1].end;
    if (kind == 0 && is_suffix(s->text, &pieces[end - 1]) && end < s->segment->count && s->text[last] == '.') last++;
    spans[found++] =
        (tagger_span){pieces[i].start, last, (uint32_t)kind, calibrated(sure / (float)(end - i), kind)};
    i = end;
  }
  return found;
}

size_t tagger_find(
    const tagger_model *model, tagger_cache *cache, const uint8_t *text, const tagger_segment *segment,
    const tagger_piece *pieces, int language, float outside, tagger_span *spans, float *persons) {
  if (persons) memset(persons, 0, segment->count * sizeof *persons);
  if (!segment->has_allowed) return 0;
  tagger_use(model, cache);
  const tagger_scored scored = {model, text, segment, pieces, language};
  const tagger_chain_model *chain = &cache->chains[language];
  size_t found = 0;
  for (size_t from = 0; from < segment->count;) {
    if (!pieces[from].allowed) {
      from++;
      continue;
    }
    size_t to = from + 1;
    while (to < segment->count && pieces[to].allowed) to++;
    tagger_score(&scored, &cache->sums, from, to, cache->score);
    for (size_t i = 0; outside != 0 && i < to - from; i++) cache->score[i][0] += outside;
    const int has_name = tagger_choose_labels(chain, cache->score, to - from, cache->label);
    if (has_name || persons) tagger_weigh_labels(chain, cache->score, to - from, cache->weight);
    for (size_t i = from; persons && i < to; i++) persons[i] = cache->weight[i - from][1] + cache->weight[i - from][2];
    if (has_name) found += collect(cache, &scored, from, to, spans + found);
    from = to;
  }
  return found;
}
