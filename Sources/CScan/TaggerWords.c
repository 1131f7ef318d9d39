#include "TaggerWords.h"

uint32_t tagger_slot(uint64_t lower, uint32_t slots) { return (uint32_t)((lower >> 32) * slots >> 32); }

uint16_t tagger_print(uint64_t lower) {
  const uint16_t print = (uint16_t)lower;
  return print ? print : 1;
}

uint32_t tagger_chain(uint32_t state, uint64_t lower) {
  return (uint32_t)(fold_multiply((uint64_t)state * 0x9E3779B97F4A7C15u ^ lower) >> 32);
}

uint32_t tagger_evidence(const tagger_model *model, uint64_t lower) {
  if (model->evidence_slots == 0) return 0;
  const uint16_t print = tagger_print(lower);
  uint32_t slot = tagger_slot(lower, model->evidence_slots);
  // Most words stand at the first place, and what is said of them lies elsewhere.
  __builtin_prefetch(&model->evidence[slot]);
  for (;;) {
    const uint16_t found = model->evidence_prints[slot];
    if (found == print) return model->evidence[slot];
    if (found == 0) return 0;
    if (++slot == model->evidence_slots) slot = 0;
  }
}

static inline uint32_t phrase_slot(const tagger_model *model, uint32_t state) {
  return (uint32_t)((uint64_t)state * model->phrase_slots >> 32);
}

uint32_t tagger_phrase(const tagger_model *model, uint32_t state) {
  if (model->phrase_slots == 0) return 0;
  const uint32_t print = state | 7;
  for (uint32_t slot = phrase_slot(model, state);;) {
    const uint32_t found = model->phrases[slot];
    if (found == 0) return 0;
    if ((found | 7) == print) return found & 7;
    if (++slot == model->phrase_slots) slot = 0;
  }
}

/// Whether a word in lower case may be a name.
///
/// - is_small: in a line without capitals, or one that begins without.
static int is_lower_name(const tagger_piece *piece, uint32_t evidence, int is_small) {
  const uint32_t length = piece->end - piece->start;
  if (length < 2) return 0;
  const uint32_t frequency = TAGGER_FREQUENCY(evidence), capitals = TAGGER_CAPITALS(evidence);
  if (TAGGER_CALENDAR(evidence)) return 0;
  if (is_small) {
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

/// Whether nothing speaks for a name where a word begins a sentence: `The`, `However`.
static int is_plain(uint32_t evidence) {
  return TAGGER_FREQUENCY(evidence) >= 3 && TAGGER_CAPITALS(evidence) <= 2 && TAGGER_BALANCE(evidence) <= 6 &&
         !TAGGER_ORGANISATION(evidence) && (TAGGER_FREQUENCY(evidence) >= 6 || !TAGGER_CITY(evidence));
}

static inline int byte_is_lower(uint8_t byte) { return byte >= 'a' && byte <= 'z'; }

/// Whether capitals and small letters change as in no name: `aKxQz`, `CFRunLoopRunSpecific`.
static int is_jumble(const uint8_t *text, const tagger_piece *piece) {
  uint32_t changes = 0;
  for (uint32_t i = piece->start + 1; i < piece->end; i++) changes += byte_is_lower(text[i]) != byte_is_lower(text[i - 1]);
  return changes > 4 || piece->end - piece->start > 24;
}

/// Whether a word may be part of a name: 0 no, 1 yes, 2 only right before another that may be one.
static void allow(const uint8_t *text, const tagger_piece *piece, tagger_known *known) {
  const uint32_t evidence = known->evidence;
  const int is_lower = byte_is_lower(text[piece->start]);
  uint8_t all = 0;
  switch (piece->letters) {
    case TAGGER_PLAIN:
    case TAGGER_LOWER: {
      const int ordinary = is_lower_name(piece, evidence, 0);
      known->first = known->inner = TAGGER_ALLOWED(ordinary, is_lower_name(piece, evidence, 1), ordinary);
      return;
    }
    case TAGGER_WITH_DIGITS: all = evidence != 0 && !is_lower; break;
    case TAGGER_NO_CASE: all = TAGGER_BALANCE(evidence) != 0; break;
    default:
      // An identifier of code.
      if (piece->letters == TAGGER_MIXED && !evidence && (is_lower || is_jumble(text, piece))) break;
      if (piece->end - piece->start == 1 && text[piece->start] == 'I') break;
      all = !TAGGER_CALENDAR(evidence) || TAGGER_GIVEN(evidence);
  }
  known->first = known->inner = TAGGER_ALLOWED(all, all, all);
  const int is_capital = piece->letters != TAGGER_WITH_DIGITS && piece->letters != TAGGER_NO_CASE;
  // First words that speak for nothing only count right before another name: `The Hague`, `New York`.
  if (all && is_capital && is_plain(evidence)) known->first = TAGGER_ALLOWED(2, 2, 1);
  if (piece->letters == TAGGER_UPPER && TAGGER_FREQUENCY(evidence) >= 3 && !TAGGER_GIVEN(evidence)) {
    known->flags |= TAGGER_LABEL;
  }
}

/// Words that a full stop follows without ending the sentence.
static int is_abbreviation(const uint8_t *text, const tagger_piece *piece, uint32_t evidence) {
  static const char words[][8] = {"st", "no", "vs", "jr", "sr", "etc", "approx", "dept", "fig", "vol", "art", "nr",
                                  "bzw", "ca", "av", "avda", "ul", "al", "inc", "ltd", "co", "corp", "mt", "ft"};
  if (TAGGER_TITLE(evidence)) return 1;
  const size_t length = piece->end - piece->start;
  if (length < 2 || length > 6) return 0;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (words[i][length] || !words[i][length - 1] || (text[piece->start] | 0x20) != (uint8_t)words[i][0]) continue;
    size_t same = 0;
    while (same < length && (text[piece->start + same] | 0x20) == (uint8_t)words[i][same]) same++;
    if (same == length) return 1;
  }
  return 0;
}

static uint64_t counts(const tagger_piece *piece, uint32_t evidence) {
  if (piece->kind != TAGGER_WORD) return TAGGER_ONE_TECHNICAL;
  const int is_technical = piece->letters == TAGGER_WITH_DIGITS || piece->letters == TAGGER_MIXED;
  uint64_t counts = is_technical ? TAGGER_ONE_TECHNICAL : 0;
  if (piece->letters == TAGGER_NO_CASE) return counts;
  counts += TAGGER_ONE_WORD;
  if (piece->letters == TAGGER_CAPITAL || piece->letters == TAGGER_UPPER) counts += TAGGER_ONE_CAPITAL;
  if (piece->letters == TAGGER_UPPER) counts += TAGGER_ONE_UPPER;
  if (TAGGER_FOREIGN(evidence)) return counts + TAGGER_ONE_FOREIGN;
  return TAGGER_FREQUENCY(evidence) >= 6 ? counts + TAGGER_ONE_ENGLISH : counts;
}

void tagger_find_out(const tagger_model *model, const uint8_t *text, const tagger_piece *piece, tagger_known *known) {
  *known = (tagger_known){.raw = piece->raw, .lower = piece->raw, .letters = piece->letters};
  if (piece->letters != TAGGER_PLAIN) known->lower = tagger_lower_hash(text + piece->start, piece->end - piece->start);
  const uint32_t chain = tagger_chain(0, known->lower);
  __builtin_prefetch(&model->phrases[phrase_slot(model, chain)]);
  known->evidence = tagger_evidence(model, known->lower);
  known->counts = counts(piece, known->evidence);
  if (piece->kind == TAGGER_WORD) {
    allow(text, piece, known);
    if (is_abbreviation(text, piece, known->evidence)) known->flags |= TAGGER_ABBREVIATION;
  }
  if (tagger_phrase(model, chain) & 1) known->flags |= TAGGER_BEGINS_PHRASE;
}
