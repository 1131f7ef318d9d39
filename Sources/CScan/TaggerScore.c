#include "TaggerScore.h"

typedef int8_t bytes8 __attribute__((vector_size(8)));

static inline const int8_t *weights_of(const tagger_scored *s, uint32_t row) {
  const tagger_model *model = s->model;
  return model->weights + (((size_t)s->language << model->row_bits) + (row >> (32 - model->row_bits))) * 8;
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
  return tagger_mix(hash ^ (what << 2 | (uint64_t)s->language << 1 | 1) * 0x9E3779B97F4A7C15u) | 1;
}

/// What is known of the word of a piece; what is outside of the segment is one, too.
static inline tagger_context *find_context(const tagger_scored *s, tagger_sums *sums, size_t i) {
  const int is_inside = i < s->segment->count;
  const uint64_t key = make_key(s, is_inside ? s->pieces[i].raw : tagger_outside.raw, 0);
  tagger_context *context = &sums->contexts[key >> 20 & (TAGGER_CONTEXTS - 1)];
  if (context->key != key) {
    context->key = key;
    context->has = 0;
    if (is_inside) {
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

/// What the features of a piece by itself come to.
static inline tagger_sum own_sum(const tagger_scored *s, tagger_sums *sums, size_t i, const tagger_word *word) {
  const int place = tagger_place(s->text, s->pieces, i);
  const uint64_t key = make_key(s, s->pieces[i].raw, (uint64_t)place << 3 | s->segment->line);
  tagger_own_sum *own = &sums->owns[key >> 20 & (TAGGER_OWNS - 1)];
  if (own->key != key) {
    own->key = key;
    fill_own(s, word, place, own);
  }
  return own->sum;
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

/// What features of two pieces next to each other come to.
static inline tagger_pair *find_pair(
    const tagger_scored *s, tagger_sums *sums, const tagger_attributes *first, const tagger_attributes *second) {
  const uint64_t key = make_key(s, first->raw + (second->raw << 7 | second->raw >> 57), 0);
  tagger_pair *pair = &sums->pairs[key >> 20 & (TAGGER_PAIRS - 1)];
  if (pair->key != key) {
    pair->key = key;
    pair->has = 0;
  }
  return pair;
}

void tagger_score(const tagger_scored *s, tagger_sums *sums, size_t from, size_t to, tagger_labels *scores) {
  // Pieces are numbered from two before the first of them, so that neighbours outside of the segment have numbers, too.
  const size_t base = from - 2, end = to - base;
  tagger_attributes known[TAGGER_MAX_PIECES + 4];
  tagger_sum sum[TAGGER_MAX_PIECES + 4];
  memset(sum, 0, (end + 2) * sizeof *sum);
  for (size_t i = 0; i < end + 2; i++) {
    static const int steps[] = {1, -1, 2, -2};
    tagger_context *context = find_context(s, sums, base + i);
    known[i] = context->word.known;
    if (i >= 2 && i < end) sum[i] += own_sum(s, sums, base + i, &context->word);
    for (tagger_role role = TAGGER_RIGHT_BEFORE; role <= TAGGER_FAR_BEHIND; role++) {
      const size_t piece = i + (size_t)steps[role];
      if (piece < 2 || piece >= end) continue;
      if (!(context->has >> role & 1)) fill_context(s, context, role);
      sum[piece] += context->sums[role];
    }
  }
  for (size_t i = 1; i < end; i++) {
    tagger_pair *pair = find_pair(s, sums, &known[i], &known[i + 1]);
    for (int of_second = 0; of_second < 2; of_second++) {
      const size_t piece = i + (size_t)of_second;
      if (piece < 2 || piece >= end) continue;
      if (!(pair->has >> of_second & 1)) fill_pair(s, &known[i], &known[i + 1], of_second, pair);
      sum[piece] += pair->sums[of_second];
    }
  }
  for (size_t i = 2; i < end; i++) {
    uint8_t phrases[3];
    uint32_t rows[TAGGER_WIDE];
    tagger_phrases(s->pieces, s->segment->count, base + i, phrases);
    tagger_wide(&known[i - 2], phrases, rows);
    sum[i] += add_rows(s, rows, TAGGER_WIDE);
    scores[i - 2] = __builtin_convertvector(sum[i], tagger_labels) * s->model->step[s->language];
  }
}
