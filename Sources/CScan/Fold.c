#include "Characters.h"

CSCAN_INLINE uint32_t kind_of(uint32_t rule) { return rule >> 24 & 0xF; }

CSCAN_INLINE uint32_t rule_of(const cscan_rules *rules, uint32_t c) {
  return is_plain_ideograph(c) ? CSCAN_FOLD_PLAIN << 24 : page_value(&rules->pages, c);
}

typedef enum { NO_COMPANY, SPACE, COMPANY, PERHAPS } company;

CSCAN_INLINE company company_of(uint8_t byte) {
  if (byte >= 0x80) {
    // First bytes of the blocks with full-width, mathematical, circled and letter-like characters.
    return byte == 0xE2 || byte == 0xEF || byte == 0xF0 ? PERHAPS : NO_COMPANY;
  }
  if (is_ascii_word(byte) || byte == '@') return COMPANY;
  return byte == ' ' || (uint8_t)(byte - '\t') < 5 ? SPACE : NO_COMPANY;
}

CSCAN_INLINE company company_at(const uint8_t *text, size_t count, size_t position, const cscan_rules *rules) {
  const company company = company_of(text[position]);
  if (company != PERHAPS) return company;
  uint32_t c;
  if (decode_checked(text + position, count - position, &c) == 0) return NO_COMPANY;
  const uint32_t rule = rule_of(rules, c), target = rule & 0x1FFFFF;
  const int is_ascii = kind_of(rule) == CSCAN_FOLD_MAPPED && target < 0x80;
  return is_ascii && company_of((uint8_t)target) == COMPANY ? COMPANY : NO_COMPANY;
}

enum { REACH = 64 };

int cscan_has_company(
    const uint8_t *text, size_t count, size_t position, const cscan_rules *rules, cscan_fold_state *state) {
  // In a text of another script look-alikes come often: what was looked at for one is not looked at again for others.
  const int is_known_before = position < state->alone_until;
  const size_t end = count - position < REACH ? count : position + REACH;
  size_t after = is_known_before ? state->alone_until : position;
  for (; after < end; after++) {
    const company company = company_at(text, count, after, rules);
    if (company == SPACE) break;
    if (company == COMPANY) return 1;
  }
  if (!is_known_before) {
    const size_t start = position < REACH ? 0 : position - REACH;
    for (size_t before = position; before > start; before--) {
      const company company = company_at(text, count, before - 1, rules);
      if (company == SPACE) break;
      if (company == COMPANY) return 1;
    }
  }
  if (after > state->alone_until) state->alone_until = after;
  return 0;
}

/// Whether the `&`, `%` or `\` here, or NUL, may begin an escape; three bytes can be read.
CSCAN_INLINE int may_escape(const uint8_t *text) {
  switch (text[0]) {
    // What stands for a byte from 0x80 on is no character by itself.
    case '%': return (uint8_t)(text[1] - '0') < 8 && is_ascii_word(text[2]);
    case '\\': return text[1] == 'u' || text[1] == 'n' || text[1] == 'r' || text[1] == 't';
    case '&': return text[1] == '#' || is_ascii_word(text[1]);
    default: return 1;
  }
}

typedef struct {
  const uint8_t *text;
  size_t count;
  const cscan_rules *rules;
  cscan_fold_state *state;
  size_t start;
} skipping;

/// Combining class of the character before `position`, 0 when that is no mark.
CSCAN_INLINE uint32_t class_before(const skipping *pass, size_t position) {
  if (position <= pass->start) return pass->state->last_class;
  size_t before = position - 1;
  while (before > pass->start && (pass->text[before] & 0xC0) == 0x80) before--;
  if (pass->text[before] < 0x80) return 0;
  const uint32_t rule = rule_of(pass->rules, decode(pass->text, &before));
  return kind_of(rule) == CSCAN_FOLD_MARK ? rule & 0x1FFFFF : 0;
}

/// Whether the character at `position`, which is not ASCII, is its own fold there; its length is 0 when it is no UTF-8.
CSCAN_INLINE int is_own_fold(skipping *pass, size_t position, size_t *length) {
  uint32_t c;
  *length = decode_checked(pass->text + position, pass->count - position, &c);
  if (*length == 0) return 0;
  const uint32_t rule = rule_of(pass->rules, c);
  switch (kind_of(rule)) {
    case CSCAN_FOLD_PLAIN: return 1;
    case CSCAN_FOLD_MARK: {
      // Behind ASCII it is a disguise.
      const uint8_t last = position > pass->start ? pass->text[position - 1] : pass->state->last;
      const uint32_t class = rule & 0x1FFFFF;
      return (uint8_t)(last - 0x20) >= 0x60 && (class == 0 || class_before(pass, position) <= class);
    }
    case CSCAN_FOLD_LOOKALIKE:
      if (position < pass->state->run_end) return !pass->state->run_is_latin;
      return !cscan_has_company(pass->text, pass->count, position, pass->rules, pass->state);
    case CSCAN_FOLD_FULL_STOP: {
      const size_t next = position + *length;
      return position == 0 || !is_ascii_word(pass->text[position - 1]) || next == pass->count ||
             !is_ascii_word(pass->text[next]);
    }
    default: return 0;
  }
}

/// Goes on to `end` or what is not its own fold. Returns 0 at that.
static int skip_one_by_one(skipping *pass, size_t *position, size_t end) {
  static const cscan_set notable = {
      // NUL, % and &, \, and what is not ASCII.
      {[0] = 1 << 0, [5] = 1 << 2, [6] = 1 << 2, [0xC] = 1 << 5},
      1};
  while (*position < end) {
    const uint8_t *here = pass->text + *position;
    size_t length = 1;
    if (*here < 0x80) {
      length = cscan_find(here, pass->count - *position, &notable);
      if (length == 0) {
        if (pass->count - *position < 3 || may_escape(here)) return 0;
        length = 1;
      }
    } else if (!is_own_fold(pass, *position, &length)) {
      return 0;
    }
    *position += length;
  }
  return 1;
}

#if defined(__x86_64__)

#include <immintrin.h>

/// What the kernel knows of characters that begin with two bytes, or of one; 0 as long as it knows nothing.
enum {
  OWN_FOLD = 0x80,
  /// Beside OWN_FOLD, on what that depends: on what stands before it, for marks without and with a class; on company; on
  /// anything else, or it is not.
  MARK_BEHIND = 1,
  CLASSED_MARK = 2,
  DEPENDS_ON_COMPANY = 4,
  CHANGES = 8,
  /// Of those that begin with the same two bytes, only some are their own fold.
  MIXED = 0x40,
};

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2,bmi,bmi2,lzcnt,popcnt")))

/// One bit for each of 64 bytes.
typedef struct {
  /// Bytes from 0x80 on; from 0x80 to 0xBF; from 0xE0 on; from 0xF0 on; NUL and what escapes begin with.
  uint64_t high, following, three, four, escapes;
} classes;

AVX2_INLINE uint64_t bits_of(__m256i first, __m256i second) {
  return (uint32_t)_mm256_movemask_epi8(first) | (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32;
}

AVX2_INLINE __m256i escapes_in(__m256i bytes) {
  return _mm256_or_si256(
      _mm256_or_si256(
          _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('&')), _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('%'))),
      _mm256_or_si256(
          _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\')), _mm256_cmpeq_epi8(bytes, _mm256_setzero_si256())));
}

AVX2_INLINE __m256i from(__m256i bytes, uint8_t least) {
  return _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)least)), bytes);
}

AVX2_INLINE classes classify(const uint8_t *text) {
  const __m256i a = _mm256_loadu_si256((const __m256i *)text), b = _mm256_loadu_si256((const __m256i *)(text + 32));
  classes found = {bits_of(a, b), 0, 0, 0, bits_of(escapes_in(a), escapes_in(b))};
  if (found.high == 0) return found;
  const __m256i leads = _mm256_set1_epi8((char)0xC0);
  found.following = bits_of(_mm256_cmpgt_epi8(leads, a), _mm256_cmpgt_epi8(leads, b));
  found.three = bits_of(from(a, 0xE0), from(b, 0xE0));
  if (found.three) found.four = bits_of(from(a, 0xF0), from(b, 0xF0));
  return found;
}

/// Where white space stands, where company, and where what may be company.
typedef struct {
  uint64_t spaces, company, perhaps;
} tokens;

AVX2_INLINE tokens tokens_in(const uint8_t *text) {
  // Rows by the low half of a byte, columns by the high half; a bit stands for the same bytes in both. From the lowest:
  // tabs and line ends; space; digits; @ to O; P to Z and p to z; a to o; E2 and EF; F0.
  const __m256i low = _mm256_broadcastsi128_si256(_mm_setr_epi8(
      (char)0x9E, 0x3C, 0x7C, 0x3C, 0x3C, 0x3C, 0x3C, 0x3C, 0x3C, 0x3D, 0x39, 0x29, 0x29, 0x29, 0x28, 0x68));
  const __m256i high = _mm256_broadcastsi128_si256(
      _mm_setr_epi8(0x01, 0, 0x02, 0x04, 0x08, 0x10, 0x20, 0x10, 0, 0, 0, 0, 0, 0, 0x40, (char)0x80));
  const __m256i half = _mm256_set1_epi8(15), none = _mm256_setzero_si256();
  __m256i found[2];
  for (int i = 0; i < 2; i++) {
    const __m256i bytes = _mm256_loadu_si256((const __m256i *)text + i);
    const __m256i row = _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half));
    found[i] = _mm256_and_si256(
        row, _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
  }
#define WITH(mask)                                                               \
  ~bits_of(                                                                      \
      _mm256_cmpeq_epi8(_mm256_and_si256(found[0], _mm256_set1_epi8(mask)), none), \
      _mm256_cmpeq_epi8(_mm256_and_si256(found[1], _mm256_set1_epi8(mask)), none))
  return (tokens){WITH(0x03), WITH(0x3C), WITH((char)0xC0)};
#undef WITH
}

/// Number of a character's first two bytes.
CSCAN_INLINE size_t place_of(const uint8_t *text) {
  uint16_t bytes;
  memcpy(&bytes, text, 2);
  return bytes & 0x3F3F;
}

/// Where what is known of single characters of three bytes begins.
enum { SINGLE = 0x4000 };

/// Notes what can be known of a character by its bytes.
static __attribute__((noinline)) uint8_t learn(const cscan_rules *rules, const uint8_t *text, uint32_t c) {
  const uint32_t rule = rule_of(rules, c);
  uint8_t known = OWN_FOLD | CHANGES;
  switch (kind_of(rule)) {
    case CSCAN_FOLD_PLAIN: known = OWN_FOLD; break;
    case CSCAN_FOLD_MARK: known = OWN_FOLD | (rule & 0x1FFFFF ? CLASSED_MARK : MARK_BEHIND); break;
    case CSCAN_FOLD_LOOKALIKE: known = OWN_FOLD | DEPENDS_ON_COMPANY; break;
  }
  // Whoever else learns it at the same time finds the same.
  if (text[0] < 0xE0) {
    __atomic_store_n(&rules->known[place_of(text)], known, __ATOMIC_RELAXED);
  } else {
    __atomic_store_n(&rules->known[SINGLE + c], known, __ATOMIC_RELAXED);
    uint8_t all = OWN_FOLD;
    for (uint32_t other = c & ~63u; other <= (c | 63); other++) {
      if (kind_of(rule_of(rules, other)) != CSCAN_FOLD_PLAIN) all = MIXED;
    }
    __atomic_store_n(&rules->known[place_of(text)], all, __ATOMIC_RELAXED);
  }
  return known;
}

/// - Returns: 0 for what is no UTF-8 and for longer characters, of which nothing is noted.
AVX2_INLINE uint8_t what_is_known(const cscan_rules *rules, const uint8_t *text) {
  uint8_t known = __atomic_load_n(&rules->known[place_of(text)], __ATOMIC_RELAXED);
  if (known & OWN_FOLD) return known;
  uint32_t c;
  const size_t length = decode_checked(text, 4, &c);
  if (length == 0 || length == 4) return 0;
  if (known == MIXED) known = __atomic_load_n(&rules->known[SINGLE + c], __ATOMIC_RELAXED);
  return known & OWN_FOLD ? known : learn(rules, text, c);
}

/// Reads characters up to one that is not its own fold, or of which nothing is known; what their folds depend on is added
/// to `kinds`. Returns those that are left.
AVX2_INLINE uint64_t skip_known(const cscan_rules *rules, const uint8_t *text, uint64_t leads, uint8_t *kinds) {
  for (; leads; leads &= leads - 1) {
    const uint8_t *at = text + __builtin_ctzll(leads);
    uint8_t known = __atomic_load_n(&rules->known[place_of(at)], __ATOMIC_RELAXED);
    if (known == MIXED) {
      size_t end = 0;
      known = __atomic_load_n(&rules->known[SINGLE + decode(at, &end)], __ATOMIC_RELAXED);
    }
    if ((known & (OWN_FOLD | CHANGES)) != OWN_FOLD) break;
    *kinds |= known;
  }
  return leads;
}

/// Whether each mark of a block stands behind what it can belong to, and none with a class behind another mark.
AVX2_INLINE int marks_are_in_order(const cscan_rules *rules, const uint8_t *text, classes classes, uint64_t leads) {
  uint64_t marks = 0, classed = 0;
  for (uint64_t rest = leads; rest; rest &= rest - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(rest);
    const uint8_t known = what_is_known(rules, text + bit);
    marks |= (uint64_t)((known & (MARK_BEHIND | CLASSED_MARK)) != 0) << bit;
    classed |= (uint64_t)((known & CLASSED_MARK) != 0) << bit;
  }
  const uint64_t behind = (marks & ~classes.three) << 2 | (marks & classes.three) << 3;
  return (marks & ~(classes.high << 1)) == 0 && (classed & behind) == 0;
}

/// Whether nothing in the 64 bytes at `position`, nor up to the next white space before and behind them, is company.
AVX2_INLINE int has_no_company(const skipping *pass, size_t position) {
  if (position < 64 || pass->count - position < 128) return 0;
  const tokens here = tokens_in(pass->text + position);
  if (here.company | here.perhaps) return 0;
  const tokens before = tokens_in(pass->text + position - 64), after = tokens_in(pass->text + position + 64);
  const uint64_t tail = before.spaces ? ~(UINT64_MAX >> __builtin_clzll(before.spaces)) : UINT64_MAX;
  const uint64_t head = after.spaces ? (after.spaces & (0 - after.spaces)) - 1 : UINT64_MAX;
  return ((before.company | before.perhaps) & tail) == 0 && ((after.company | after.perhaps) & head) == 0;
}

/// The first escape of a block and what lies behind it.
AVX2_INLINE uint64_t from_escape(const uint8_t *text, uint64_t escapes) {
  for (; escapes; escapes &= escapes - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(escapes);
    if (may_escape(text + bit)) return UINT64_MAX << bit;
  }
  return 0;
}

/// The bytes of a block from the first one on that may not be its own fold, as far as a look at all of it tells.
AVX2_INLINE uint64_t not_known(const skipping *pass, size_t position, classes classes, uint64_t leads) {
  const uint8_t *text = pass->text + position;
  const uint64_t behind_escape = from_escape(text, classes.escapes);
  uint8_t kinds = OWN_FOLD;
  const uint64_t left = skip_known(pass->rules, text, leads & ~behind_escape, &kinds);
  const uint64_t rest = behind_escape | (left ? UINT64_MAX << __builtin_ctzll(left) : 0);
  const int has_marks = kinds & (MARK_BEHIND | CLASSED_MARK);
  if (has_marks && !marks_are_in_order(pass->rules, text, classes, leads & ~rest)) return UINT64_MAX;
  if (!(kinds & DEPENDS_ON_COMPANY)) return rest;
  return position >= pass->state->run_end && has_no_company(pass, position) ? rest : UINT64_MAX;
}

/// Goes on as long as text is its own fold, 64 bytes at a time. Returns 0 where it is not, otherwise near the end or
/// where what follows is no UTF-8.
AVX2 static int skip_blocks(skipping *pass, size_t *position) {
  const uint8_t *text = pass->text;
  while (pass->count - *position >= 64 + 4) {
    const size_t from = *position;
    const classes classes = classify(text + from);
    if ((classes.high | classes.escapes) == 0) {
      *position += 64;
      continue;
    }
    const uint64_t leads = classes.high & ~classes.following;
    if (classes.following != (leads << 1 | classes.three << 2 | classes.four << 3)) return 1;
    uint64_t bits = leads | classes.escapes;
    // A character that the block cuts is the next one's.
    size_t next = from + 64;
    if (leads >> 61) {
      const unsigned last = 63 - (unsigned)__builtin_clzll(leads);
      const unsigned length = 2 + (classes.three >> last & 1) + (classes.four >> last & 1);
      if (last + length > 64) {
        next = from + last;
        bits &= ~((uint64_t)1 << last);
      }
    }
    bits &= not_known(pass, from, classes, bits & leads);
    tokens tokens;
    int has_tokens = 0;
    size_t token_end = 0;
    while (bits) {
      const unsigned bit = (unsigned)__builtin_ctzll(bits);
      const size_t at = from + bit;
      bits &= bits - 1;
      if (text[at] < 0x80) {
        if (!may_escape(text + at)) continue;
        *position = at;
        return 0;
      }
      const uint8_t known = what_is_known(pass->rules, text + at);
      if (known == OWN_FOLD) continue;
      if (known & DEPENDS_ON_COMPANY && at >= pass->state->run_end) {
        if (at < token_end) continue;
        if (!has_tokens) tokens = tokens_in(text + from);
        has_tokens = 1;
        const uint64_t before = tokens.spaces & (((uint64_t)1 << bit) - 1), after = tokens.spaces >> bit;
        if (before && after) {
          const unsigned start = 64 - (unsigned)__builtin_clzll(before), end = bit + (unsigned)__builtin_ctzll(after);
          if ((((tokens.company | tokens.perhaps) >> start) & (((uint64_t)1 << (end - start)) - 1)) == 0) {
            token_end = from + end;
            continue;
          }
        }
      }
      size_t length;
      if (is_own_fold(pass, at, &length)) continue;
      *position = at;
      return 0;
    }
    *position = next;
  }
  return 1;
}

#endif

size_t cscan_skip_own_fold_at(
    cscan_level level, const uint8_t *text, size_t count, size_t position, const cscan_rules *rules,
    cscan_fold_state *state) {
  skipping pass = {text, count, rules, state, position};
  while (position < count) {
#if defined(__x86_64__)
    if (level == CSCAN_AVX2 && !skip_blocks(&pass, &position)) break;
#else
    (void)level;
#endif
    if (!skip_one_by_one(&pass, &position, count - position > 64 ? position + 64 : count)) break;
  }
  state->last_class = class_before(&pass, position);
  return position;
}

size_t cscan_skip_own_fold(
    const uint8_t *text, size_t count, size_t position, const cscan_rules *rules, cscan_fold_state *state) {
  return cscan_skip_own_fold_at(cscan_best_level(), text, count, position, rules, state);
}
