#include "TaggerScore.h"

typedef int8_t bytes8 __attribute__((vector_size(8)));

static inline const int8_t *weights_of(const tagger_scored *s, uint32_t row) {
  const tagger_model *model = s->model;
  return model->weights + (((size_t)s->language << model->row_bits) + (row >> (32 - model->row_bits))) * 8;
}

static inline void prefetch_rows(const tagger_scored *s, const uint32_t *rows, size_t count) {
  for (size_t i = 0; i < count; i++) __builtin_prefetch(weights_of(s, rows[i]));
}

static inline tagger_sum add_rows(const tagger_scored *s, const uint32_t *rows, size_t count) {
  tagger_sum sum = {0};
  for (size_t i = 0; i < count; i++) {
    bytes8 weights;
    memcpy(&weights, weights_of(s, rows[i]), 8);
    sum += __builtin_convertvector(weights, tagger_sum);
  }
  return sum;
}

/// Never 0, which is the key of an empty place.
static inline uint64_t make_key(const tagger_scored *s, uint64_t hash, uint64_t what) {
  return fold_multiply(hash ^ (what << 2 | (uint64_t)s->language << 1 | 1) * 0x9E3779B97F4A7C15u) | 1;
}

static inline uint64_t context_key(const tagger_scored *s, size_t i) {
  return make_key(s, i < s->segment->count ? s->pieces[i].raw : tagger_outside.raw, 0);
}

static inline uint64_t own_key(const tagger_scored *s, size_t i, int place) {
  return make_key(s, s->pieces[i].raw, (uint64_t)place << 3 | s->segment->line);
}

static inline uint64_t pair_key(
    const tagger_scored *s, const tagger_attributes *first, const tagger_attributes *second) {
  return make_key(s, first->raw + (second->raw << 7 | second->raw >> 57), 0);
}

static inline tagger_context *context_place(tagger_sums *sums, uint64_t key) {
  return &sums->contexts[key >> 20 & (TAGGER_CONTEXTS - 1)];
}

static inline tagger_own_sum *own_place(tagger_sums *sums, uint64_t key) {
  return &sums->owns[key >> 20 & (TAGGER_OWNS - 1)];
}

static inline tagger_pair *pair_place(tagger_sums *sums, uint64_t key) {
  return &sums->pairs[key >> 20 & (TAGGER_PAIRS - 1)];
}

/// What is known of the word of a piece; what is outside of the segment is one, too.
static inline tagger_context *find_context(const tagger_scored *s, tagger_sums *sums, size_t i) {
  const uint64_t key = context_key(s, i);
  tagger_context *context = context_place(sums, key);
  if (context->key != key) {
    context->key = key;
    context->has = 0;
    if (i < s->segment->count) {
      tagger_look(s->text, &s->pieces[i], &context->word);
    } else {
      context->word = (tagger_word){.known = tagger_outside};
    }
  }
  return context;
}

static __attribute__((noinline)) void fill_context(const tagger_scored *s, tagger_context *context, tagger_role role) {
  uint32_t rows[TAGGER_BESIDE];
  size_t count = TAGGER_BEYOND;
  if (role == TAGGER_FAR_BEFORE || role == TAGGER_FAR_BEHIND) {
    tagger_beyond(&context->word.known, role == TAGGER_FAR_BEHIND, rows);
  } else {
    tagger_beside(&context->word, role == TAGGER_RIGHT_BEHIND, rows);
    count = TAGGER_BESIDE;
  }
  context->sums[role] = add_rows(s, rows, count);
  context->has |= 1u << role;
}

static __attribute__((noinline)) void fill_own(
    const tagger_scored *s, const tagger_word *word, int place, tagger_own_sum *own) {
  uint32_t rows[TAGGER_OWN + TAGGER_PLACED];
  tagger_own(word, s->segment->line, rows);
  tagger_placed(&word->known, place, s->segment->line, rows + TAGGER_OWN);
  own->sum = add_rows(s, rows, TAGGER_OWN + TAGGER_PLACED);
}

static __attribute__((noinline)) void fill_pair(
    const tagger_scored *s, const tagger_attributes *first, const tagger_attributes *second, int of_second,
    tagger_pair *pair) {
  uint32_t rows[TAGGER_AFTER];
  if (of_second) {
    tagger_after(first, second, rows);
  } else {
    tagger_before(first, second, rows);
  }
  pair->sums[of_second] = add_rows(s, rows, of_second ? TAGGER_AFTER : TAGGER_BEFORE);
  pair->has |= 1u << of_second;
}

/// A row of pieces with two neighbours on each side. Numbers begin at the first neighbour, so that those outside of the
/// segment have numbers, too.
typedef struct {
  const tagger_scored *scored;
  tagger_sums *sums;
  /// The piece with the number 0, and the number behind the last piece of the row.
  size_t base, end;
  tagger_attributes known[TAGGER_MAX_PIECES + 4];
  uint64_t own_keys[TAGGER_MAX_PIECES + 4], pair_keys[TAGGER_MAX_PIECES + 4];
  uint8_t places[TAGGER_MAX_PIECES + 4];
  uint32_t rows[TAGGER_MAX_PIECES + 4][TAGGER_WIDE];
  tagger_sum sum[TAGGER_MAX_PIECES + 4];
} row_of_pieces;

/// Asks for what words have in store before anything waits for it.
static inline void ask(row_of_pieces *r) {
  const tagger_scored *s = r->scored;
  for (size_t i = 0; i < r->end + 2; i++) {
    const tagger_context *context = context_place(r->sums, context_key(s, r->base + i));
    __builtin_prefetch(context);
    __builtin_prefetch(context->sums);
    r->sum[i] = (tagger_sum){0};
    if (i < 2 || i >= r->end) continue;
    r->places[i] = (uint8_t)tagger_place(s->text, s->pieces, r->base + i);
    r->own_keys[i] = own_key(s, r->base + i, r->places[i]);
    __builtin_prefetch(own_place(r->sums, r->own_keys[i]));
  }
}

/// Adds what depends on one word, and asks for what depends on several.
static inline void add_words(row_of_pieces *r) {
  static const int steps[] = {1, -1, 2, -2};
  const tagger_scored *s = r->scored;
  for (size_t i = 0; i < r->end + 2; i++) {
    tagger_context *context = find_context(s, r->sums, r->base + i);
    r->known[i] = context->word.known;
    if (i >= 2 && i < r->end) {
      tagger_own_sum *own = own_place(r->sums, r->own_keys[i]);
      if (own->key != r->own_keys[i]) {
        own->key = r->own_keys[i];
        fill_own(s, &context->word, r->places[i], own);
      }
      r->sum[i] += own->sum;
    }
    if (i >= 2 && i <= r->end) {
      r->pair_keys[i - 1] = pair_key(s, &r->known[i - 1], &r->known[i]);
      __builtin_prefetch(pair_place(r->sums, r->pair_keys[i - 1]));
    }
    if (i >= 4) {
      uint8_t phrases[3];
      tagger_phrases(s->pieces, s->segment->count, r->base + i - 2, phrases);
      tagger_wide(&r->known[i - 4], phrases, r->rows[i - 2]);
      prefetch_rows(s, r->rows[i - 2], TAGGER_WIDE);
    }
    for (tagger_role role = TAGGER_RIGHT_BEFORE; role <= TAGGER_FAR_BEHIND; role++) {
      const size_t piece = i + (size_t)steps[role];
      if (piece < 2 || piece >= r->end) continue;
      if (!(context->has >> role & 1)) fill_context(s, context, role);
      r->sum[piece] += context->sums[role];
    }
  }
}

static inline void add_pairs(row_of_pieces *r) {
  for (size_t i = 1; i < r->end; i++) {
    tagger_pair *pair = pair_place(r->sums, r->pair_keys[i]);
    if (pair->key != r->pair_keys[i]) {
      pair->key = r->pair_keys[i];
      pair->has = 0;
    }
    for (int of_second = 0; of_second < 2; of_second++) {
      const size_t piece = i + (size_t)of_second;
      if (piece < 2 || piece >= r->end) continue;
      if (!(pair->has >> of_second & 1)) fill_pair(r->scored, &r->known[i], &r->known[i + 1], of_second, pair);
      r->sum[piece] += pair->sums[of_second];
    }
  }
}

void tagger_score(const tagger_scored *scored, tagger_sums *sums, size_t from, size_t to, tagger_labels *scores) {
  row_of_pieces r;
  r.scored = scored;
  r.sums = sums;
  r.base = from - 2;
  r.end = to - r.base;
  ask(&r);
  add_words(&r);
  add_pairs(&r);
  for (size_t i = 2; i < r.end; i++) {
    const tagger_sum sum = r.sum[i] + add_rows(scored, r.rows[i], TAGGER_WIDE);
    scores[i - 2] = __builtin_convertvector(sum, tagger_labels) * scored->model->step[scored->language];
  }
}
