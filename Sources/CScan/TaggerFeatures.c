#include "TaggerFeatures.h"

// Rows are numbers of 32 bits; the table uses as many of the high ones as it has.
static inline uint32_t row(uint32_t template, uint64_t value) {
  return (uint32_t)(fold_multiply(fold_multiply((uint64_t)(template + 1) * 0x9E3779B97F4A7C15u ^ value)) >> 32);
}

static inline uint64_t join(uint64_t a, uint64_t b) { return fold_multiply(a * 0xA0761D6478BD642Fu + b + 0x8EBC6AF09C88C6E3u); }
static inline uint64_t join3(uint64_t a, uint64_t b, uint64_t c) { return join(join(a, b), c); }

const tagger_attributes tagger_outside = {.lower = 1, .raw = 1, .shape = 1, .signature = 0x80000000u};

/// Shapes: capitals, small letters, digits, marks as they are; runs as one, and the first eight characters one by one.
static void find_shapes(const uint8_t *bytes, size_t count, const tagger_piece *piece, tagger_word *word) {
  uint64_t shape = 0, full = 0;
  uint32_t characters = 0, previous = 0, groups = 0;
  static const uint8_t signs[] = {
      [TAGGER_IS_LOWER] = 'x', [TAGGER_IS_UPPER] = 'X', [TAGGER_IS_UNCASED] = 'o', [TAGGER_IS_DIGIT] = '9'};
  for (size_t i = 0; i < count && characters < 20; characters++) {
    const tagger_character c = tagger_decode(bytes, count, i);
    i += c.length;
    const int class = tagger_class(c.scalar);
    const uint32_t sign = class == TAGGER_IS_OTHER ? c.scalar : signs[class];
    if (characters < 8) full = join(full, sign);
    if (sign != previous && groups < 10) {
      shape = join(shape, sign);
      groups++;
    }
    previous = sign;
  }
  word->known.shape = (uint32_t)(shape ^ shape >> 32) | 0x1000;
  word->full_shape = (uint32_t)full | 0x1000;
  word->length = (uint8_t)(characters > 12 ? 12 : characters);
  word->known.is_initial = piece->kind == TAGGER_WORD &&
                           (bytes[count - 1] == '.' || (characters == 1 && piece->letters == TAGGER_CAPITAL));
}

/// The first and the last one to four characters.
static void find_affixes(const uint8_t *bytes, size_t count, tagger_word *word) {
  uint8_t lower[TAGGER_WORD_BYTES];
  const size_t length = tagger_lower_word(bytes, count, lower);
  size_t from_start = 0, from_end = length;
  for (int i = 0; i < 4; i++) {
    if (from_start < length) from_start += tagger_decode(lower, length, from_start).length;
    if (from_end > 0) from_end--;
    while (from_end > 0 && (lower[from_end] & 0xC0) == 0x80) from_end--;
    // In a word of as many characters, the first ones are the last ones as well.
    word->prefix[i] = tagger_hash(lower, from_start);
    const int is_whole = from_end == 0 && from_start == length;
    word->suffix[i] = is_whole ? word->prefix[i] : tagger_hash(lower + from_end, length - from_end);
  }
}

void tagger_look(const uint8_t *text, const tagger_piece *piece, tagger_word *word) {
  memset(word, 0, sizeof *word);
  tagger_attributes *known = &word->known;
  const uint32_t e = piece->evidence;
  *known = (tagger_attributes){.raw = piece->raw, .lower = piece->lower, .evidence = e, .is_title = TAGGER_TITLE(e)};
  const uint32_t given = TAGGER_GIVEN(e), family = TAGGER_FAMILY(e);
  known->signature = (given > 4 ? 4 : given) | (TAGGER_GIVEN_LISTS(e) > 0) << 3 | (family + 1) / 2 << 4 |
                     (TAGGER_FAMILY_LISTS(e) > 0) << 6 | (TAGGER_CITY(e) > 0) << 7 | TAGGER_COUNTRY(e) << 8 |
                     (TAGGER_FREQUENCY(e) + 1) / 2 << 10 | (TAGGER_ORGANISATION(e) > 0) << 13 |
                     (TAGGER_FOREIGN_FREQUENCY(e) > 1) << 14 | (uint32_t)(piece->kind == TAGGER_WORD) << 15;
  if (piece->kind == TAGGER_CODE || piece->kind == TAGGER_PLACEHOLDER) {
    known->shape = word->full_shape = 0x100u + (uint32_t)piece->lower;
    return;
  }
  const uint8_t *bytes = text + piece->start;
  const size_t count = piece->end - piece->start;
  find_shapes(bytes, count, piece, word);
  if (piece->kind == TAGGER_WORD) find_affixes(bytes, count, word);
}

static inline uint64_t names(uint32_t e) { return TAGGER_GIVEN(e) | TAGGER_GIVEN_LISTS(e) << 3; }
static inline uint64_t families(uint32_t e) { return TAGGER_FAMILY(e) | TAGGER_FAMILY_LISTS(e) << 3; }

void tagger_own(const tagger_word *word, uint8_t line, uint32_t *rows) {
  const tagger_attributes *a = &word->known;
  const uint32_t e = a->evidence;
  const uint64_t kind = join(a->shape, line);
  uint32_t *r = rows;
  // The first four tell which word it is.
  *r++ = row(0, a->lower);
  *r++ = row(1, a->raw);
  *r++ = row(2, word->prefix[3]);
  *r++ = row(3, word->suffix[3]);
  for (uint32_t i = 0; i < 3; i++) *r++ = row(4 + i, word->prefix[i]);
  for (uint32_t i = 0; i < 3; i++) *r++ = row(7 + i, word->suffix[i]);
  *r++ = row(10, a->shape);
  *r++ = row(11, word->full_shape);
  *r++ = row(12, join(word->length, a->shape));
  *r++ = row(13, a->is_initial);
  *r++ = row(14, join(a->shape, word->suffix[2]));
  *r++ = row(15, line);
  *r++ = row(16, kind);
  *r++ = row(17, names(e));
  *r++ = row(18, families(e));
  *r++ = row(19, TAGGER_CITY(e));
  *r++ = row(20, TAGGER_COUNTRY(e));
  *r++ = row(21, TAGGER_ORGANISATION(e));
  *r++ = row(22, TAGGER_FREQUENCY(e));
  *r++ = row(23, TAGGER_CAPITALS(e));
  *r++ = row(24, TAGGER_BALANCE(e));
  *r++ = row(25, TAGGER_FOREIGN_FREQUENCY(e));
  *r++ = row(26, TAGGER_TITLE(e) | TAGGER_PARTICLE(e) << 1 | TAGGER_CALENDAR(e) << 2 | TAGGER_FOREIGN(e) << 3);
  *r++ = row(27, a->signature);
  *r++ = row(28, join(a->signature, a->shape));
  *r++ = row(29, join(names(e), kind));
  *r++ = row(30, join(families(e), kind));
  *r++ = row(31, join(TAGGER_CITY(e), kind));
  *r++ = row(32, join(TAGGER_COUNTRY(e), kind));
  *r++ = row(33, join(TAGGER_FREQUENCY(e), kind));
  *r++ = row(34, join(TAGGER_CAPITALS(e), kind));
  *r++ = row(35, join(TAGGER_BALANCE(e), kind));
  *r++ = row(36, join(TAGGER_ORGANISATION(e), kind));
  *r++ = row(37, join3(TAGGER_FOREIGN_FREQUENCY(e), TAGGER_FREQUENCY(e), kind));
  *r++ = row(38, join3(TAGGER_CITY(e) | TAGGER_COUNTRY(e) << 2, TAGGER_BALANCE(e), a->shape));
  *r++ = row(39, join3(names(e), families(e), a->shape));
  *r++ = row(40, join3(TAGGER_CAPITALS(e), TAGGER_BALANCE(e), kind));
  *r++ = row(41, join(word->suffix[2], line));
  *r++ = row(42, join(word->suffix[1], kind));
}

void tagger_beside(const tagger_word *word, int is_behind, uint32_t *rows) {
  const tagger_attributes *a = &word->known;
  const uint32_t e = a->evidence, t = is_behind ? 120 : 80;
  uint32_t *r = rows;
  *r++ = row(t, a->lower);
  *r++ = row(t + 1, a->raw);
  *r++ = row(t + 2, word->prefix[2]);
  *r++ = row(t + 3, word->suffix[1]);
  *r++ = row(t + 4, word->suffix[2]);
  *r++ = row(t + 5, a->shape);
  *r++ = row(t + 6, names(e));
  *r++ = row(t + 7, families(e));
  *r++ = row(t + 8, TAGGER_CITY(e));
  *r++ = row(t + 9, TAGGER_COUNTRY(e));
  *r++ = row(t + 10, TAGGER_ORGANISATION(e));
  *r++ = row(t + 11, TAGGER_FREQUENCY(e));
  *r++ = row(t + 12, TAGGER_CAPITALS(e));
  *r++ = row(t + 13, TAGGER_BALANCE(e));
  *r++ = row(t + 14, TAGGER_TITLE(e) | TAGGER_PARTICLE(e) << 1 | TAGGER_CALENDAR(e) << 2 | TAGGER_FOREIGN(e) << 3);
  *r++ = row(t + 15, join(a->signature, a->shape));
  *r++ = row(t + 16, a->is_initial);
  *r++ = row(t + 17, word->suffix[3]);
}

void tagger_beyond(const tagger_attributes *a, int is_behind, uint32_t *rows) {
  const uint32_t t = is_behind ? 170 : 160;
  rows[0] = row(t, a->lower);
  rows[1] = row(t + 1, a->shape);
  rows[2] = row(t + 2, join(a->signature, a->shape));
  rows[3] = row(t + 3, join(TAGGER_CAPITALS(a->evidence), TAGGER_BALANCE(a->evidence)));
}

void tagger_placed(const tagger_attributes *a, int place, uint8_t line, uint32_t *rows) {
  const uint64_t at = (uint64_t)place, shape = a->shape;
  uint32_t *r = rows;
  // The first one tells which word it is.
  *r++ = row(202, join(a->lower, at));
  *r++ = row(215, join(shape, at));
  *r++ = row(216, join3(shape, at, line));
  *r++ = row(227, join3(TAGGER_BALANCE(a->evidence), shape, at));
  *r++ = row(230, join3(TAGGER_CAPITALS(a->evidence), shape, at));
  *r++ = row(231, join3(TAGGER_FREQUENCY(a->evidence), shape, at));
}

void tagger_after(const tagger_attributes *b, const tagger_attributes *a, uint32_t *rows) {
  const uint32_t e = a->evidence;
  const uint64_t shape = a->shape, capitals = TAGGER_CAPITALS(e);
  uint32_t *r = rows;
  // The first one tells which word it is.
  *r++ = row(200, join(b->lower, a->lower));
  *r++ = row(203, join(b->shape, shape));
  *r++ = row(208, join(b->lower, shape));
  *r++ = row(218, join(b->is_initial, shape));
  *r++ = row(220, join(b->is_title, shape));
  *r++ = row(222, join(b->is_title, capitals));
  *r++ = row(223, join(b->signature, a->signature));
  *r++ = row(226, join3(names(b->evidence), families(e), shape));
  *r++ = row(228, join3(TAGGER_BALANCE(b->evidence), TAGGER_BALANCE(e), shape));
  *r++ = row(234, join(b->lower, a->signature));
  *r++ = row(236, join3(b->lower, capitals, shape));
  *r++ = row(238, join3(TAGGER_CAPITALS(b->evidence), capitals, shape));
  *r++ = row(242, join3(TAGGER_CITY(e) | TAGGER_COUNTRY(e) << 2, b->lower, shape));
}

void tagger_before(const tagger_attributes *a, const tagger_attributes *f, uint32_t *rows) {
  const uint32_t e = a->evidence;
  const uint64_t shape = a->shape, capitals = TAGGER_CAPITALS(e);
  uint32_t *r = rows;
  // The first one tells which word it is.
  *r++ = row(201, join(a->lower, f->lower));
  *r++ = row(204, join(shape, f->shape));
  *r++ = row(209, join(shape, f->lower));
  *r++ = row(217, join(a->is_initial, f->is_initial));
  *r++ = row(219, join(a->is_initial, f->shape));
  *r++ = row(224, join(a->signature, f->signature));
  *r++ = row(225, join3(names(e), families(f->evidence), shape));
  *r++ = row(229, join3(TAGGER_BALANCE(e), TAGGER_BALANCE(f->evidence), shape));
  *r++ = row(232, join(TAGGER_ORGANISATION(f->evidence), shape));
  *r++ = row(235, join(a->signature, f->lower));
  *r++ = row(237, join3(capitals, shape, f->lower));
  *r++ = row(239, join3(capitals, TAGGER_CAPITALS(f->evidence), shape));
}

void tagger_wide(const tagger_attributes around[5], const uint8_t phrases[3], uint32_t *rows) {
  const tagger_attributes *bb = &around[0], *b = &around[1], *a = &around[2], *f = &around[3], *ff = &around[4];
  const uint64_t shape = a->shape;
  uint32_t *r = rows;
  *r++ = row(205, join3(b->shape, shape, f->shape));
  *r++ = row(206, join3(bb->shape, b->shape, shape));
  *r++ = row(207, join3(shape, f->shape, ff->shape));
  *r++ = row(210, join(b->lower, f->lower));
  *r++ = row(211, join(bb->lower, b->lower));
  *r++ = row(212, join(f->lower, ff->lower));
  *r++ = row(213, join(bb->lower, shape));
  *r++ = row(214, join(shape, ff->lower));
  *r++ = row(221, join3(bb->is_title, b->shape, shape));
  *r++ = row(233, join(TAGGER_ORGANISATION(ff->evidence), shape));
  *r++ = row(240, join(phrases[1], shape));
  *r++ = row(241, join3(phrases[0], phrases[1], phrases[2]));
  *r++ = row(
      243, join3(TAGGER_FREQUENCY(b->evidence), TAGGER_FREQUENCY(a->evidence), TAGGER_FREQUENCY(f->evidence)));
}

int tagger_place(const uint8_t *text, const tagger_piece *pieces, size_t piece) {
  if (piece == 0) return 1;
  const tagger_piece *before = &pieces[piece - 1];
  if (before->kind != TAGGER_MARK) return 0;
  if (piece <= 2 && (piece == 1 || pieces[0].kind == TAGGER_MARK)) return 2;
  return tagger_opens(text[before->start]) ? 3 : 0;
}

int tagger_is_lexical(size_t i) {
  const size_t placed = TAGGER_OWN + 2 * TAGGER_BESIDE + 2 * TAGGER_BEYOND, after = placed + TAGGER_PLACED;
  return i < 4 || i == placed || i == after || i == after + TAGGER_AFTER;
}

void tagger_phrases(const tagger_piece *pieces, size_t count, size_t piece, uint8_t phrases[3]) {
  phrases[0] = piece > 0 ? pieces[piece - 1].phrase : 0;
  phrases[1] = pieces[piece].phrase;
  phrases[2] = piece + 1 < count ? pieces[piece + 1].phrase : 0;
}

void tagger_features(
    const tagger_model *model, const uint8_t *text, const tagger_piece *pieces, size_t count, size_t piece, uint8_t line,
    uint32_t *features) {
  (void)model;
  tagger_word words[5];
  tagger_attributes around[5];
  for (int o = 0; o < 5; o++) {
    const size_t i = piece + (size_t)o - 2;
    if (piece + (size_t)o < 2 || i >= count) {
      memset(&words[o], 0, sizeof words[o]);
      words[o].known = tagger_outside;
    } else {
      tagger_look(text, &pieces[i], &words[o]);
    }
    around[o] = words[o].known;
  }
  uint8_t phrases[3];
  tagger_phrases(pieces, count, piece, phrases);
  uint32_t *r = features;
  tagger_own(&words[2], line, r);
  r += TAGGER_OWN;
  tagger_beside(&words[1], 0, r);
  r += TAGGER_BESIDE;
  tagger_beside(&words[3], 1, r);
  r += TAGGER_BESIDE;
  tagger_beyond(&around[0], 0, r);
  r += TAGGER_BEYOND;
  tagger_beyond(&around[4], 1, r);
  r += TAGGER_BEYOND;
  tagger_placed(&around[2], tagger_place(text, pieces, piece), line, r);
  r += TAGGER_PLACED;
  tagger_after(&around[1], &around[2], r);
  r += TAGGER_AFTER;
  tagger_before(&around[2], &around[3], r);
  r += TAGGER_BEFORE;
  tagger_wide(around, phrases, r);
}
