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

static inline int byte_is_lower(uint8_t byte) { return byte >= 'a' && byte <= 'z'; }

/// Whether a word in lower case may be a name.
static int is_lower_name(const tagger_piece *piece, int line) {
  const uint32_t evidence = piece->evidence;
  const uint32_t length = piece->end - piece->start;
  if (length < 2) return 0;
  const uint32_t frequency = TAGGER_FREQUENCY(evidence), capitals = TAGGER_CAPITALS(evidence);
  if (TAGGER_CALENDAR(evidence)) return 0;
  if (line == 1 || line == 4 || line == 5) {
    // Where nothing has capitals, all that is not plainly a word.
    if (frequency >= 5 || TAGGER_FOREIGN_FREQUENCY(evidence) == 3) return capitals >= 4 || TAGGER_BALANCE(evidence) >= 8;
    if (evidence == 0) return length >= 3;
    if (frequency <= 1 && TAGGER_FOREIGN_FREQUENCY(evidence) <= 1) return 1;
    return capitals >= 3 || TAGGER_BALANCE(evidence) >= 6 || TAGGER_CITY(evidence) || TAGGER_COUNTRY(evidence) ||
           TAGGER_ORGANISATION(evidence);
  }
  if (frequency >= 3 || TAGGER_FOREIGN_FREQUENCY(evidence) >= 2) return 0;
  return TAGGER_BALANCE(evidence) >= 9 || capitals >= 5 || TAGGER_COUNTRY(evidence) == 2 ||
         (frequency == 0 && TAGGER_CITY(evidence));
}

/// Whether a word with a capital may be a name: 0 no, 1 yes, 2 only right before another that may be one.
static int is_capital_name(const uint8_t *text, const tagger_piece *piece, int begins, int line) {
  const uint32_t evidence = piece->evidence;
  if (piece->end - piece->start == 1 && text[piece->start] == 'I') return 0;
  if (TAGGER_CALENDAR(evidence) && !TAGGER_GIVEN(evidence)) return 0;
  if (line == 2 || !begins) return 1;
  // `The`, `However` begin sentences: nothing speaks for a name.
  const int is_plain = TAGGER_FREQUENCY(evidence) >= 3 && TAGGER_CAPITALS(evidence) <= 2 &&
                       TAGGER_BALANCE(evidence) <= 6 && !TAGGER_ORGANISATION(evidence) &&
                       (TAGGER_FREQUENCY(evidence) >= 6 || !TAGGER_CITY(evidence));
  return is_plain ? 2 : 1;
}

/// Whether capitals and small letters change as in no name: `aKxQz`, `CFRunLoopRunSpecific`.
static int is_jumble(const uint8_t *text, const tagger_piece *piece) {
  uint32_t changes = 0;
  for (uint32_t i = piece->start + 1; i < piece->end; i++) changes += byte_is_lower(text[i]) != byte_is_lower(text[i - 1]);
  return changes > 4 || piece->end - piece->start > 24;
}

/// Whether a piece is as common in code, logs and tables as it is rare in sentences.
static int is_technical(const uint8_t *text, const tagger_piece *piece) {
  switch (piece->kind) {
    case TAGGER_CODE:
    case TAGGER_NUMBER: return 1;
    case TAGGER_WORD: return piece->letters == TAGGER_WITH_DIGITS || piece->letters == TAGGER_MIXED;
    case TAGGER_MARK: return memchr(".,'\"!?-;()", text[piece->start], 11) == NULL && text[piece->start] < 0x80;
    default: return 0;
  }
}

void tagger_choose(const tagger_model *model, const uint8_t *text, tagger_piece *pieces, tagger_segment *segment) {
  (void)model;
  const size_t count = segment->count;
  uint32_t words = 0, capitals = 0, upper = 0, english = 0, foreign = 0, technical = 0;
  for (size_t i = 0; i < count; i++) {
    const tagger_piece *piece = &pieces[i];
    technical += (uint32_t)is_technical(text, piece);
    if (piece->kind == TAGGER_PLACEHOLDER) segment->has_placeholder = 1;
    if (piece->kind != TAGGER_WORD || piece->letters == TAGGER_NO_CASE) continue;
    words++;
    if (piece->letters == TAGGER_CAPITAL || piece->letters == TAGGER_UPPER) capitals++;
    if (piece->letters == TAGGER_UPPER) upper++;
    if (TAGGER_FOREIGN(piece->evidence)) foreign++;
    else if (TAGGER_FREQUENCY(piece->evidence) >= 6) english++;
  }
  segment->english = (uint8_t)(english > 255 ? 255 : english);
  segment->foreign = (uint8_t)(foreign > 255 ? 255 : foreign);
  segment->line = technical * 3 > count && count > 4                                                  ? 5
                  : capitals == 0                                                                       ? 1
                  : words > 1 && upper * 10 > words * 6                                               ? 2
                  : words > 3 && capitals * 10 > words * 7                                            ? 3
                  : count > 0 && pieces[0].kind == TAGGER_WORD && pieces[0].letters == TAGGER_LOWER ? 4
                                                                                                      : 0;
  int seen = 0;
  int begins = 1;
  for (size_t i = 0; i < count; i++) {
    tagger_piece *piece = &pieces[i];
    if (piece->kind == TAGGER_WORD) {
      const int is_lower = byte_is_lower(text[piece->start]);
      if (piece->letters == TAGGER_WITH_DIGITS) {
        piece->allowed = piece->evidence != 0 && !is_lower;
      } else if (piece->letters == TAGGER_MIXED && !piece->evidence && (is_lower || is_jumble(text, piece))) {
        // An identifier of code.
        piece->allowed = 0;
      } else if (begins && piece->letters == TAGGER_UPPER && TAGGER_FREQUENCY(piece->evidence) >= 3 && !TAGGER_GIVEN(piece->evidence) && i + 1 < count &&
                 text[pieces[i + 1].start] == ':') {
        // A label.
        piece->allowed = 0;
      } else if (piece->letters == TAGGER_LOWER) {
        piece->allowed = (uint8_t)is_lower_name(piece, segment->line);
      } else if (piece->letters != TAGGER_NO_CASE) {
        piece->allowed = (uint8_t)is_capital_name(text, piece, begins, segment->line);
      } else if (TAGGER_BALANCE(piece->evidence)) {
        piece->allowed = 1;
      }
      begins = 0;
    } else {
      begins = piece->kind == TAGGER_MARK && (tagger_opens(text[piece->start]) || (begins && i < 3));
    }
    // The ending of a name that has become a placeholder: `[NAME_1]s`.
    if (i > 0 && pieces[i - 1].kind == TAGGER_PLACEHOLDER && pieces[i - 1].end == piece->start) piece->allowed = 0;
    if (piece->allowed == 1) seen = 1;
  }
  segment->has_allowed = (uint8_t)seen;
  if (!seen) return;
  // First words that speak for nothing only count right before another name: `The Hague`, `New York`.
  for (size_t i = 0; i < count; i++) {
    if (pieces[i].allowed == 2) pieces[i].allowed = i + 1 < count && pieces[i + 1].allowed == 1;
  }
  // What stands between two names, and endings right behind one.
  for (size_t i = 0; i < count; i++) {
    if (pieces[i].allowed != 1) continue;
    size_t next = i + 1;
    while (next < count && next - i <= 3 && !pieces[next].allowed && may_join(text, &pieces[next])) next++;
    if (next < count && pieces[next].allowed == 1) {
      for (size_t j = i + 1; j < next; j++) pieces[j].allowed = 3;
    } else if (i + 1 < count && !pieces[i + 1].allowed &&
               (pieces[i + 1].kind == TAGGER_CLITIC ||
                (text[pieces[i + 1].start] == '.' && TAGGER_ORGANISATION(pieces[i].evidence)))) {
      pieces[i + 1].allowed = 3;
    }
  }
  // Known names of several words.
  for (size_t i = 0; i < count; i++) {
    if (!pieces[i].allowed || pieces[i].phrase) continue;
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
}
