// Working memory of the name tagger: what it found out about words and need not find out again.

#ifndef VEIL_TAGGER_CACHE_H
#define VEIL_TAGGER_CACHE_H

#include "TaggerScore.h"
#include "TaggerWords.h"

struct tagger_cache {
  tagger_words words;
  tagger_sums sums;
  /// Which model the cache is of.
  const tagger_model *model;
  /// By piece of a row: scores of the labels, how likely each is, and the best one.
  tagger_labels score[TAGGER_MAX_PIECES], weight[TAGGER_MAX_PIECES];
  uint8_t label[TAGGER_MAX_PIECES];
  tagger_chain_model chains[TAGGER_LANGUAGES];
};

/// Makes the cache one of this model.
void tagger_use_model(const tagger_model *model, tagger_cache *cache);

static inline void tagger_use(const tagger_model *model, tagger_cache *cache) {
  if (cache->model != model) tagger_use_model(model, cache);
}

#endif
