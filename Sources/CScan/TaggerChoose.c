#include "TaggerRead.h"

/// Lower-case words of a few letters that stand inside of names: `of`, `van der`, `and`, `y`.
static int may_join(const uint8_t *text, const tagger_piece *piece) {
  if (piece->kind == TAGGER_MARK) {
    const uint8_t mark = text[piece->start];
    return mark == '-' || mark == '&' || mark == ',' || mark == '\'' || mark == '.' || mark == '/' || mark == '"' ||
           mark == '(' || mark == '+';
  }
  if (piece->kind == TAGGER_CLITIC || piece->kind == TAGGER_NUMBER) return 1;
  if (piece->kind != TAGGER_WORD || piece->letters != TAGGER_LOWER) return 0;
  return piece->end - piece->start <= 3 || TAGGER_PARTICLE(piece->evidence);
}

/// Which of the bits of `TAGGER_ALLOWED` count in a kind of line.
static inline int allowed_bits(uint8_t line) { return line == 2 ? 4 : line == 1 || line == 4 || line == 5 ? 2 : 0; }

static uint8_t line_kind(const tagger_piece *pieces, size_t count, uint64_t counts) {
  const uint32_t words = TAGGER_COUNTED(counts, TAGGER_ONE_WORD), capitals = TAGGER_COUNTED(counts, TAGGER_ONE_CAPITAL);
  if (TAGGER_COUNTED(counts, TAGGER_ONE_TECHNICAL) * 3 > count && count > 4) return 5;
  if (capitals == 0) return 1;
  if (words > 1 && TAGGER_COUNTED(counts, TAGGER_ONE_UPPER) * 10 > words * 6) return 2;
  if (words > 3 && capitals * 10 > words * 7) return 3;
  return count > 0 && pieces[0].kind == TAGGER_WORD && pieces[0].letters == TAGGER_LOWER ? 4 : 0;
}

/// Marks names of several words that the model knows and that begin at a piece.
static void mark_phrases(
    const tagger_model *model, const tagger_words *words, tagger_piece *pieces, size_t i, size_t count) {
  const tagger_known *first = tagger_recall(words, pieces[i].raw);
  if (first->raw == pieces[i].raw && !(first->flags & TAGGER_BEGINS_PHRASE)) return;
  uint32_t state = 0;
  for (size_t j = i; j < count && j - i < 6; j++) {
    state = tagger_chain(state, pieces[j].lower);
    const uint32_t found = tagger_phrase(model, state);
    if (!found) break;
    if (found & 2 && j > i) {
      const uint8_t kind = found & 4 ? 1 : 0;
      pieces[i].phrase = (uint8_t)(1 + 2 * kind);
      for (size_t k = i + 1; k <= j; k++) pieces[k].phrase = (uint8_t)(2 + 2 * kind);
    }
    if (!(found & 1)) break;
  }
}

/// What stands between two names, and an ending right behind one, may be part of a name, too.
///
/// - Returns: where that ends, begun with the piece itself.
static size_t allow_between(const uint8_t *text, tagger_piece *pieces, size_t i, size_t count) {
  size_t next = i + 1;
  while (next < count && next - i <= 3 && !pieces[next].allowed && may_join(text, &pieces[next])) next++;
  if (next < count && pieces[next].allowed == 1) {
    for (size_t j = i + 1; j < next; j++) pieces[j].allowed = 3;
    return next;
  }
  if (i + 1 == count || pieces[i + 1].allowed) return i + 1;
  const int is_ending = pieces[i + 1].kind == TAGGER_CLITIC ||
                        (text[pieces[i + 1].start] == '.' && TAGGER_ORGANISATION(pieces[i].evidence));
  if (is_ending) pieces[i + 1].allowed = 3;
  return i + 1 + (size_t)is_ending;
}

void tagger_choose(
    const tagger_model *model, const tagger_words *words, const uint8_t *text, uint64_t counts, tagger_piece *pieces,
    tagger_segment *segment) {
  const size_t count = segment->count;
  segment->has_placeholder = TAGGER_COUNTED(counts, TAGGER_ONE_PLACEHOLDER) != 0;
  segment->english = (uint8_t)TAGGER_COUNTED(counts, TAGGER_ONE_ENGLISH);
  segment->foreign = (uint8_t)TAGGER_COUNTED(counts, TAGGER_ONE_FOREIGN);
  segment->line = line_kind(pieces, count, counts);
  const int bits = allowed_bits(segment->line);
  // Places of those that may be part of a name.
  uint8_t places[TAGGER_MAX_PIECES + 1];
  size_t found = 0;
  uint8_t seen = 0;
  for (size_t i = 0; i < count; i++) {
    const uint8_t allowed = pieces[i].allowed >> bits & 3;
    pieces[i].allowed = allowed;
    seen |= allowed;
    places[found] = (uint8_t)i;
    found += allowed != 0;
  }
  segment->has_allowed = seen & 1;
  if (!segment->has_allowed) return;
  // What only counts right before another name.
  for (size_t n = 0; seen & 2 && n < found; n++) {
    const size_t i = places[n];
    if (pieces[i].allowed == 2) pieces[i].allowed = i + 1 < count && pieces[i + 1].allowed == 1;
  }
  for (size_t n = 0; n < found; n++) {
    const size_t i = places[n];
    if (pieces[i].allowed != 1) continue;
    const size_t end = allow_between(text, pieces, i, count);
    for (size_t j = i; j < end; j++) {
      if (!pieces[j].phrase) mark_phrases(model, words, pieces, j, count);
    }
  }
}
