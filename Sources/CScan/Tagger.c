#include "Tagger.h"

#include <math.h>
#include <stdlib.h>

#include "TaggerFeatures.h"

typedef int16_t lanes __attribute__((vector_size(16)));
typedef int8_t bytes8 __attribute__((vector_size(8)));

/// What the weights come to for one word in one kind of line: as the piece itself, as a neighbour before or behind, and
/// two pieces away.
typedef struct {
  uint64_t key;
  /// The segment that last used it.
  uint64_t stamp;
  tagger_attributes known;
  lanes own, before, behind, far_before, far_behind;
} cached_word;

typedef struct {
  uint64_t raw;
  uint32_t evidence;
} cached_evidence;

enum { WORDS = 4096, EVIDENCE = 8192 };

struct tagger_cache {
  cached_word words[WORDS];
  cached_evidence evidence[EVIDENCE];
  /// Of the words at the same places of `evidence`; those in lower case do without.
  uint64_t lower[EVIDENCE];
  /// Which model the cache is of.
  const tagger_model *model;
  /// Powers of the transitions.
  float steps[TAGGER_LANGUAGES][TAGGER_LABELS][TAGGER_LABELS];
  /// What stands outside of every segment.
  cached_word outside[TAGGER_LANGUAGES];
  /// By piece of the segment at hand.
  uint64_t stamp;
  const cached_word *looked[TAGGER_MAX_PIECES];
  cached_word spare[TAGGER_MAX_PIECES];
  float emission[TAGGER_MAX_PIECES][TAGGER_LABELS], forward[TAGGER_MAX_PIECES][TAGGER_LABELS],
      backward[TAGGER_MAX_PIECES][TAGGER_LABELS], weight[TAGGER_MAX_PIECES][TAGGER_LABELS];
  uint8_t from[TAGGER_MAX_PIECES][TAGGER_LABELS], label[TAGGER_MAX_PIECES];
};

tagger_cache *tagger_cache_make(void) {
  void *memory = NULL;
  if (posix_memalign(&memory, 64, sizeof(tagger_cache)) != 0) return NULL;
  memset(memory, 0, sizeof(tagger_cache));
  return memory;
}

void tagger_cache_free(tagger_cache *cache) { free(cache); }

uint32_t tagger_slot(uint64_t lower, uint32_t slots) { return (uint32_t)((lower >> 32) * slots >> 32); }

uint16_t tagger_print(uint64_t lower) {
  const uint16_t print = (uint16_t)lower;
  return print ? print : 1;
}

uint32_t tagger_chain(uint32_t state, uint64_t lower) {
  return (uint32_t)(tagger_mix((uint64_t)state * 0x9E3779B97F4A7C15u ^ lower) >> 32);
}

uint32_t tagger_evidence(const tagger_model *model, uint64_t lower) {
  if (model->evidence_slots == 0) return 0;
  const uint16_t print = tagger_print(lower);
  for (uint32_t slot = tagger_slot(lower, model->evidence_slots);;) {
    const uint16_t found = model->evidence_prints[slot];
    if (found == print) return model->evidence[slot];
    if (found == 0) return 0;
    if (++slot == model->evidence_slots) slot = 0;
  }
}

uint32_t tagger_phrase(const tagger_model *model, uint32_t state) {
  if (model->phrase_slots == 0) return 0;
  const uint32_t print = state | 7;
  for (uint32_t slot = (uint32_t)((uint64_t)state * model->phrase_slots >> 32);;) {
    const uint32_t found = model->phrases[slot];
    if (found == 0) return 0;
    if ((found | 7) == print) return found & 7;
    if (++slot == model->phrase_slots) slot = 0;
  }
}

void tagger_know(const tagger_model *model, tagger_cache *cache, const uint8_t *text, size_t count, tagger_piece *piece) {
  const size_t length = piece->end - piece->start;
  piece->raw = tagger_hash_in(text, count, piece->start, length);
  const size_t place = piece->raw >> 20 & (EVIDENCE - 1);
  cached_evidence *entry = &cache->evidence[place];
  // A word in small letters of ASCII is its own lower-case form.
  const int is_lower = piece->letters == TAGGER_PLAIN;
  if (is_lower) piece->letters = TAGGER_LOWER;
  if (entry->raw != piece->raw) {
    entry->raw = piece->raw;
    cache->lower[place] = is_lower ? piece->raw : tagger_lower_hash(text + piece->start, length);
    entry->evidence = tagger_evidence(model, cache->lower[place]);
  }
  piece->lower = is_lower ? piece->raw : cache->lower[place];
  piece->evidence = entry->evidence;
}

static inline lanes add_rows(const tagger_model *model, int language, const uint32_t *rows, size_t count) {
  const int8_t *table = model->weights + ((size_t)language << model->row_bits) * 8;
  const uint32_t shift = 32 - model->row_bits;
  lanes sum = {0};
  for (size_t i = 0; i < count; i++) {
    bytes8 weights;
    memcpy(&weights, table + (size_t)(rows[i] >> shift) * 8, 8);
    sum += __builtin_convertvector(weights, lanes);
  }
  return sum;
}

static void fill(
    const tagger_model *model, int language, uint8_t line, const tagger_word *word, cached_word *entry) {
  uint32_t rows[TAGGER_OWN];
  entry->known = word->known;
  tagger_own(word, line, rows);
  entry->own = add_rows(model, language, rows, TAGGER_OWN);
  tagger_beside(word, 0, rows);
  entry->before = add_rows(model, language, rows, TAGGER_BESIDE);
  tagger_beside(word, 1, rows);
  entry->behind = add_rows(model, language, rows, TAGGER_BESIDE);
  tagger_beyond(&word->known, 0, rows);
  entry->far_before = add_rows(model, language, rows, TAGGER_BEYOND);
  tagger_beyond(&word->known, 1, rows);
  entry->far_behind = add_rows(model, language, rows, TAGGER_BEYOND);
}

void tagger_use(const tagger_model *model, tagger_cache *cache) {
  if (cache->model == model) return;
  memset(cache->words, 0, sizeof cache->words);
  memset(cache->evidence, 0, sizeof cache->evidence);
  cache->model = model;
  const tagger_word outside = {.known = tagger_outside};
  for (int language = 0; language < TAGGER_LANGUAGES; language++) {
    fill(model, language, 0, &outside, &cache->outside[language]);
    for (int z = 0; z < TAGGER_LABELS; z++) {
      for (int y = 0; y < TAGGER_LABELS; y++) cache->steps[language][z][y] = expf(model->transitions[language][z][y]);
    }
  }
}

/// The sums of a piece, from the cache where it has them.
static const cached_word *look(
    const tagger_model *model, tagger_cache *cache, const uint8_t *text, const tagger_piece *pieces, size_t i,
    uint8_t line, int language) {
  if (cache->looked[i]) return cache->looked[i];
  const tagger_piece *piece = &pieces[i];
  const uint64_t key = tagger_mix(piece->raw ^ ((uint64_t)line << 3 | (uint64_t)language << 1 | 1) * 0x9E3779B97F4A7C15u) | 1;
  cached_word *entry = &cache->words[key >> 20 & (WORDS - 1)];
  if (entry->key != key) {
    // Its place may be held by another word of this very segment.
    if (entry->stamp == cache->stamp) entry = &cache->spare[i];
    tagger_word word;
    tagger_look(text, piece, &word);
    fill(model, language, line, &word, entry);
    entry->key = key;
  }
  entry->stamp = cache->stamp;
  return cache->looked[i] = entry;
}

/// Scores of the labels of the allowed pieces of `[from, to)`.
static void score(
    const tagger_model *model, tagger_cache *cache, const uint8_t *text, const tagger_segment *segment,
    const tagger_piece *pieces, size_t from, size_t to, int language, float outside) {
  uint32_t rows[2][TAGGER_JOINT];
  lanes sums[2];
  const int8_t *table = model->weights + ((size_t)language << model->row_bits) * 8;
  const uint32_t shift = 32 - model->row_bits;
  // Each piece's rows are fetched while the next one's are computed.
  for (size_t i = from; i <= to; i++) {
    if (i < to) {
      const cached_word *around[5];
      const tagger_attributes *known[5];
      for (int o = 0; o < 5; o++) {
        const size_t at = i + (size_t)o - 2;
        const int is_inside = i + (size_t)o >= 2 && at < segment->count;
        around[o] = is_inside ? look(model, cache, text, pieces, at, segment->line, language) : &cache->outside[language];
        known[o] = &around[o]->known;
      }
      uint32_t *next = rows[i & 1];
      tagger_joint(
          known, &pieces[i], i > 0 ? pieces[i - 1].phrase : 0, i + 1 < segment->count ? pieces[i + 1].phrase : 0,
          tagger_place(text, pieces, i), segment->line, next);
      for (size_t k = 0; k < TAGGER_JOINT; k++) __builtin_prefetch(table + (size_t)(next[k] >> shift) * 8);
      sums[i & 1] =
          around[2]->own + around[1]->before + around[3]->behind + around[0]->far_before + around[4]->far_behind;
    }
    if (i > from) {
      const size_t done = i - 1;
      const lanes sum = sums[done & 1] + add_rows(model, language, rows[done & 1], TAGGER_JOINT);
      for (int y = 0; y < TAGGER_LABELS; y++) cache->emission[done][y] = (float)sum[y] * model->step[language];
      cache->emission[done][0] += outside;
    }
  }
}

/// The best labels of a run of allowed pieces, between pieces that are outside.
static void choose_labels(tagger_cache *cache, const float transitions[TAGGER_LABELS][TAGGER_LABELS], size_t from, size_t to) {
  float best[TAGGER_LABELS];
  for (int y = 0; y < TAGGER_LABELS; y++) best[y] = transitions[0][y] + cache->emission[from][y];
  for (size_t i = from + 1; i < to; i++) {
    float next[TAGGER_LABELS];
    for (int y = 0; y < TAGGER_LABELS; y++) {
      int source = 0;
      float most = best[0] + transitions[0][y];
      for (int z = 1; z < TAGGER_LABELS; z++) {
        const float value = best[z] + transitions[z][y];
        if (value > most) {
          most = value;
          source = z;
        }
      }
      next[y] = most + cache->emission[i][y];
      cache->from[i][y] = (uint8_t)source;
    }
    memcpy(best, next, sizeof best);
  }
  int last = 0;
  float most = best[0] + transitions[0][0];
  for (int y = 1; y < TAGGER_LABELS; y++) {
    if (best[y] + transitions[y][0] > most) {
      most = best[y] + transitions[y][0];
      last = y;
    }
  }
  for (size_t i = to; i-- > from;) {
    cache->label[i] = (uint8_t)last;
    if (i > from) last = cache->from[i][last];
  }
}

/// How likely each label of each piece is, into `weight`.
static void find_marginals(tagger_cache *cache, const float steps[TAGGER_LABELS][TAGGER_LABELS], size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    float most = cache->emission[i][0];
    for (int y = 1; y < TAGGER_LABELS; y++) most = fmaxf(most, cache->emission[i][y]);
    for (int y = 0; y < TAGGER_LABELS; y++) cache->weight[i][y] = expf(cache->emission[i][y] - most);
  }
  for (size_t i = from; i < to; i++) {
    float total = 0;
    for (int y = 0; y < TAGGER_LABELS; y++) {
      float value = 0;
      if (i == from) {
        value = steps[0][y];
      } else {
        for (int z = 0; z < TAGGER_LABELS; z++) value += cache->forward[i - 1][z] * steps[z][y];
      }
      cache->forward[i][y] = value * cache->weight[i][y];
      total += cache->forward[i][y];
    }
    for (int y = 0; y < TAGGER_LABELS; y++) cache->forward[i][y] /= total;
  }
  for (size_t i = to; i-- > from;) {
    float total = 0;
    for (int z = 0; z < TAGGER_LABELS; z++) {
      float value = 0;
      if (i + 1 == to) {
        value = steps[z][0];
      } else {
        for (int y = 0; y < TAGGER_LABELS; y++) value += steps[z][y] * cache->weight[i + 1][y] * cache->backward[i + 1][y];
      }
      cache->backward[i][z] = value;
      total += value;
    }
    for (int z = 0; z < TAGGER_LABELS; z++) cache->backward[i][z] /= total;
  }
  for (size_t i = from; i < to; i++) {
    float total = 0;
    for (int y = 0; y < TAGGER_LABELS; y++) total += cache->forward[i][y] * cache->backward[i][y];
    for (int y = 0; y < TAGGER_LABELS; y++) cache->weight[i][y] = cache->forward[i][y] * cache->backward[i][y] / total;
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

size_t tagger_find(
    const tagger_model *model, tagger_cache *cache, const uint8_t *text, const tagger_segment *segment,
    const tagger_piece *pieces, int language, float outside, tagger_span *spans, float *persons) {
  if (persons) memset(persons, 0, segment->count * sizeof *persons);
  if (!segment->has_allowed) return 0;
  tagger_use(model, cache);
  cache->stamp++;
  memset(cache->looked, 0, segment->count * sizeof *cache->looked);
  size_t found = 0;
  for (size_t from = 0; from < segment->count;) {
    if (!pieces[from].allowed) {
      from++;
      continue;
    }
    size_t to = from + 1;
    while (to < segment->count && pieces[to].allowed) to++;
    score(model, cache, text, segment, pieces, from, to, language, outside);
    choose_labels(cache, model->transitions[language], from, to);
    int has_name = 0;
    for (size_t i = from; i < to; i++) has_name |= cache->label[i];
    if (has_name || persons) find_marginals(cache, cache->steps[language], from, to);
    for (size_t i = from; persons && i < to; i++) persons[i] = cache->weight[i][1] + cache->weight[i][2];
    for (size_t i = from; i < to;) {
      const int label = cache->label[i];
      if (label == 0) {
        i++;
        continue;
      }
      const int kind = (label - 1) / 2;
      float sure = 0;
      size_t end = i;
      do {
        sure += cache->weight[end][1 + 2 * kind] + cache->weight[end][2 + 2 * kind];
        end++;
      } while (end < to && cache->label[end] == 2 + 2 * kind);
      uint32_t last = pieces[end - 1].end;
      if (kind == 0 && is_suffix(text, &pieces[end - 1]) && end < segment->count && text[last] == '.') last++;
      spans[found++] = (tagger_span){pieces[i].start, last, (uint32_t)kind,
                                    calibrated(sure / (float)(end - i), kind)};
      i = end;
    }
    from = to;
  }
  return found;
}
