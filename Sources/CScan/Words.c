#include "Characters.h"

CSCAN_INLINE uint32_t value_of(const cscan_characters *characters, uint32_t c) {
  return is_plain_ideograph(c) ? c | CSCAN_IDEOGRAPH << 24 : page_value(&characters->pages, c);
}

enum { ROOM = 252 };

/// A word in lower case, but for ASCII letters, whose case the hash ignores.
typedef struct {
  /// How long it is; beyond ROOM not all of it is kept.
  size_t count;
  uint8_t bytes[ROOM + 4 + 16];
} lower_word;

CSCAN_INLINE void append(lower_word *word, uint32_t c) {
  if (__builtin_expect(word->count <= ROOM, 1)) {
    word->count += encode(c, word->bytes + word->count);
  } else {
    uint8_t beyond[4];
    word->count += encode(c, beyond);
  }
}

/// Where the word ends that begins at `start`, which is `start` when none does.
CSCAN_INLINE size_t read_word(
    const uint8_t *text, size_t count, size_t start, const cscan_characters *characters, lower_word *word) {
  size_t position = start;
  word->count = 0;
  while (position < count) {
    const uint8_t byte = text[position];
    if (byte < 0x80) {
      if (!is_ascii_word(byte)) break;
      append(word, byte);
      position++;
      continue;
    }
    size_t next = position;
    const uint32_t c = decode(text, &next);
    const uint32_t value = value_of(characters, c);
    const uint32_t kind = value >> 24;
    if (kind == CSCAN_IDEOGRAPH) {
      if (position > start) break;
      append(word, value & 0xFFFFFF);
      position = next;
      // Marks such as Thai vowels belong to the character before them.
      while (position < count && text[position] >= 0x80) {
        const uint32_t mark = decode(text, &next);
        if (value_of(characters, mark) >> 24 != CSCAN_MARK_ON_LETTER) break;
        append(word, mark);
        position = next;
      }
      break;
    }
    if (kind == CSCAN_OTHER || (kind == CSCAN_MARK_ON_LETTER && position == start)) break;
    append(word, value & 0xFFFFFF);
    position = next;
  }
  return position;
}

/// Of a word that is longer than what was kept of it.
static __attribute__((noinline)) uint64_t hash_again(
    const uint8_t *text, size_t start, size_t end, const cscan_characters *characters, size_t count) {
  uint64_t hash = (uint64_t)count * 0x9E3779B97F4A7C15u, chunk = 0;
  unsigned filled = 0;
  while (start < end) {
    uint8_t bytes[4];
    size_t length = 1;
    if (text[start] < 0x80) {
      bytes[0] = text[start++];
    } else {
      length = encode(value_of(characters, decode(text, &start)) & 0xFFFFFF, bytes);
    }
    for (size_t i = 0; i < length; i++) {
      chunk |= (uint64_t)bytes[i] << (8 * filled);
      if (++filled == 8) {
        hash = fold_multiply(hash ^ (chunk | lower));
        chunk = filled = 0;
      }
    }
  }
  return filled ? fold_multiply(hash ^ (chunk | lower)) : hash;
}

CSCAN_INLINE uint64_t hash_kept(lower_word *word) {
  memset(word->bytes + word->count, 0, 16);
  uint64_t hash = (uint64_t)word->count * 0x9E3779B97F4A7C15u;
  size_t offset = 0;
  do {
    hash = fold_multiply(hash ^ (load(word->bytes + offset) | lower));
    offset += 8;
  } while (offset < word->count || offset < 16);
  return hash;
}

CSCAN_INLINE uint64_t hash_word(
    const uint8_t *text, size_t start, size_t end, const cscan_characters *characters, lower_word *word) {
  return word->count <= ROOM ? hash_kept(word) : hash_again(text, start, end, characters, word->count);
}

/// How many bytes the quick way looks at.
enum { QUICK = 32 };

/// One bit for each of 32 or 64 bytes.
typedef struct {
  /// ASCII letters and digits, and bytes from 0x80 on; first bytes of characters that are not ASCII, and of those among
  /// them that take three bytes or four.
  uint64_t words, leads, longer;
} run_bits;

#if defined(__SSE2__)

#include <emmintrin.h>

/// - width: 32 or 64.
CSCAN_INLINE run_bits run_bits_of(const uint8_t *text, size_t width) {
  run_bits bits = {0, 0, 0};
  for (size_t at = 0; at < width; at += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + at));
    // Unsigned comparison by way of signed ones: what is looked for is moved to the lowest numbers.
    const __m128i letters = _mm_cmplt_epi8(
        _mm_add_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8((char)(0x80 - 'a'))),
        _mm_set1_epi8((char)(0x80 + 26)));
    const __m128i digits = _mm_cmplt_epi8(
        _mm_add_epi8(bytes, _mm_set1_epi8((char)(0x80 - '0'))), _mm_set1_epi8((char)(0x80 + 10)));
    const uint64_t high = (uint16_t)_mm_movemask_epi8(bytes);
    const uint64_t following = (uint16_t)_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xC0)));
    bits.words |= ((uint16_t)_mm_movemask_epi8(_mm_or_si128(letters, digits)) | high) << at;
    bits.leads |= (high & ~following) << at;
    const __m128i least = _mm_set1_epi8((char)0xE0);
    bits.longer |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_max_epu8(bytes, least), bytes)) << at;
  }
  return bits;
}

#else

CSCAN_INLINE run_bits run_bits_of(const uint8_t *text, size_t width) {
  run_bits bits = {0, 0, 0};
  for (size_t at = 0; at < width; at++) {
    bits.words |= (uint64_t)(is_ascii_word(text[at]) || text[at] >= 0x80) << at;
    bits.leads |= (uint64_t)(text[at] >= 0xC0) << at;
    bits.longer |= (uint64_t)(text[at] >= 0xE0) << at;
  }
  return bits;
}

#endif

CSCAN_INLINE uint64_t hash_short(const uint8_t *word, size_t length) {
  uint64_t hash = (uint64_t)length * 0x9E3779B97F4A7C15u;
  hash = fold_multiply(hash ^ ((load(word) & masks[length < 8 ? length : 8]) | lower));
  hash = fold_multiply(hash ^ ((load(word + 8) & masks[length < 8 ? 0 : length < 16 ? length - 8 : 8]) | lower));
  if (length > 16) hash = fold_multiply(hash ^ ((load(word + 16) & masks[length < 24 ? length - 16 : 8]) | lower));
  if (length > 24) hash = fold_multiply(hash ^ ((load(word + 24) & masks[length - 24]) | lower));
  return hash;
}

/// Reads a word of less than QUICK bytes, from the text itself as long as it is in lower case. Returns where it ends, or 0
/// when it is any other.
CSCAN_INLINE size_t read_quick(
    const uint8_t *text, size_t start, const cscan_characters *characters, uint64_t *hash) {
  uint8_t kept[QUICK + 4];
  const uint8_t *word = text + start;
  const run_bits bits = run_bits_of(word, QUICK);
  const uint64_t ends = ~bits.words;
  unsigned length = (unsigned)__builtin_ctzll(ends);
  for (uint64_t leads = bits.leads & ((ends & (0 - ends)) - 1); leads; leads &= leads - 1) {
    const unsigned place = (unsigned)__builtin_ctzll(leads);
    const uint8_t *at = text + start + place;
    uint8_t lowered[4];
    size_t width = 2;
    if (at[0] < 0xE0) {
      const uint16_t pair = characters->pairs[(size_t)(at[0] & 0x1F) << 8 | at[1]];
      if (pair == CSCAN_NO_WORD_PAIR) {
        length = place;
        break;
      }
      if (pair == CSCAN_OTHER_PAIR || (place == 0 && (pair & CSCAN_PAIR_MARK))) return 0;
      // The hash does not see the bit that tells the cases of ASCII letters apart, in any byte.
      if (((pair ^ (at[0] | at[1] << 8)) & ~(CSCAN_PAIR_MARK | 0x2020)) == 0) continue;
      lowered[0] = (uint8_t)pair;
      lowered[1] = (uint8_t)((pair & ~CSCAN_PAIR_MARK) >> 8);
    } else {
      size_t next = place;
      const uint32_t c = decode(text + start, &next), value = value_of(characters, c), kind = value >> 24;
      if (kind == CSCAN_OTHER || kind == CSCAN_IDEOGRAPH) {
        length = place;
        break;
      }
      if (place == 0 && kind == CSCAN_MARK_ON_LETTER) return 0;
      if ((value & 0xFFFFFF) == c) continue;
      width = encode(value & 0xFFFFFF, lowered);
      if (width != next - place) return 0;
    }
    if (word != kept) word = memcpy(kept, word, QUICK);
    memcpy(kept + place, lowered, width);
  }
  if (length == 0 || length == QUICK) return 0;
  *hash = hash_short(word, length);
  return start + length;
}

/// Han characters, Korean syllables and kana: each is a word, and its own lower case.
CSCAN_INLINE int is_single(uint32_t c) {
  return is_plain_ideograph(c) || c - 0x3041 < 0x56 || c - 0x30A1 < 0x5A || c == 0x30FC;
}

/// Reads a character that is a word, as far as one look behind it tells that no mark follows. Returns as `read_quick`.
CSCAN_INLINE size_t read_single(const uint8_t *text, size_t start, uint64_t *hash) {
  size_t end = start;
  if ((text[start] & 0xF0) != 0xE0 || !is_single(decode(text, &end))) return 0;
  if (text[end] >= 0x80) {
    size_t next = end;
    if ((text[end] & 0xF0) != 0xE0 || !is_single(decode(text, &next))) return 0;
  }
  *hash = hash_short(text + start, 3);
  return end;
}

int cscan_word_at(
    const uint8_t *text, size_t count, size_t start, const cscan_characters *characters, cscan_word *word) {
  uint64_t hash;
  size_t end = 0;
  if (start < count && count - start >= QUICK + 4) {
    end = read_single(text, start, &hash);
    if (end == 0) end = read_quick(text, start, characters, &hash);
  }
  if (end == 0) {
    lower_word kept;
    end = read_word(text, count, start, characters, &kept);
    if (end == start) return 0;
    hash = hash_word(text, start, end, characters, &kept);
  }
  *word = (cscan_word){hash, (uint32_t)start, (uint32_t)end};
  return 1;
}

/// Whether a phrase of several words may go on behind the word that ends at `end`, as far as a pair of words tells.
static int may_go_on(
    const uint8_t *text, size_t count, uint64_t hash, size_t end, const cscan_characters *characters,
    const cscan_filter *filter) {
  if (end < count && text[end] == ' ') end++;
  if (end >= count) return 0;
  // What other marks between words mean, the index knows.
  if (text[end] < 0x80 && !is_ascii_word(text[end])) return 1;
  cscan_word next;
  if (!cscan_word_at(text, count, end, characters, &next)) return 0;
  if (filter->plurals && (text[next.end - 1] | 0x20) == 's') return 1;
  const uint64_t pair = fold_multiply(hash ^ __builtin_bswap64(next.hash)) | 1;
  const uint64_t bits = filter_bits(pair);
  return (filter->words[(pair >> 20 & filter->mask) * 4 + 3] & bits) == bits;
}

CSCAN_INLINE int is_in(const uint64_t *bits, uint64_t place) { return bits[place >> 6] >> (place & 63) & 1; }

CSCAN_INLINE uint32_t ask(
    const uint8_t *text, size_t count, const cscan_word *word, const cscan_characters *characters,
    const cscan_filter *filters, size_t filter_count) {
  uint32_t flags = 0;
  for (size_t i = 0; i < filter_count; i++) {
    const cscan_filter *filter = &filters[i];
    if (filter->plurals && word->end - word->start >= 4 && (text[word->end - 1] | 0x20) == 's') {
      flags |= (uint32_t)1 << i;
      continue;
    }
    const int is_other = !((uint8_t)(text[word->start] - 'a') < 26);
    const uint64_t bits = filter_bits(word->hash);
    const uint64_t *kinds = filter->words + (word->hash >> 20 & filter->mask) * 4;
    if ((kinds[is_other] & bits) == bits ||
        ((kinds[2] & bits) == bits && may_go_on(text, count, word->hash, word->end, characters, filter))) {
      flags |= (uint32_t)1 << i;
    }
  }
  return flags;
}

CSCAN_INLINE int knows(const cscan_filter *filter, lower_word *word) {
  const uint64_t hash = hash_kept(word), bits = filter_bits(hash);
  const uint64_t *kinds = filter->words + (hash >> 20 & filter->mask) * 4;
  return (kinds[1] & bits) == bits || (kinds[2] & bits) == bits;
}

CSCAN_INLINE uint32_t plain_letter(const uint32_t *plain, uint32_t c) {
  if (c - 0xC0 < CSCAN_PLAIN_LATIN) return plain[c - 0xC0];
  return c - 0x1E00 < 0x100 ? plain[CSCAN_PLAIN_LATIN + c - 0x1E00] : 0;
}

/// Whether the word's letters have marks and a filter may know it without them.
static int is_known_unmarked(const lower_word *word, const uint32_t *plain, const cscan_filter *filter) {
  lower_word below, spelled;
  below.count = spelled.count = 0;
  int has_marks = 0, has_others = word->count > ROOM;
  for (size_t position = 0; position < word->count && position < ROOM;) {
    if (word->bytes[position] < 0x80) {
      below.bytes[below.count++] = spelled.bytes[spelled.count++] = word->bytes[position++];
      continue;
    }
    const uint32_t c = decode(word->bytes, &position), letters = plain_letter(plain, c);
    if (letters == 0) {
      // Marks of their own may go with letters before them: rare enough to be left to whoever asks.
      has_others = 1;
      if (c - 0x300 < 0x70) has_marks = 1;
      continue;
    }
    has_marks = 1;
    // No letter takes more bytes without its mark than with it.
    below.bytes[below.count++] = (uint8_t)letters;
    if (letters >> 8 & 0xFF) below.bytes[below.count++] = (uint8_t)(letters >> 8);
    spelled.bytes[spelled.count++] = (uint8_t)(letters >> 16);
    if (letters >> 24) spelled.bytes[spelled.count++] = (uint8_t)(letters >> 24);
  }
  if (!has_marks) return word->count > ROOM;
  return has_others || knows(filter, &below) || knows(filter, &spelled);
}

/// The bits of `cscan_filter.beginnings`.
enum { SINGLES = 0, ALONE = 1024, PAIRS = 2048, WORDS = 3072 };

uint32_t cscan_pair_hash(uint32_t first, uint32_t second) {
  return (first * 0x9E3779B1u ^ second * 0x85EBCA77u) >> 16;
}

/// What is looked for of words that are not plain ASCII.
typedef struct {
  const cscan_filter *filters;
  size_t filter_count;
  /// As for `cscan_run_words`.
  const uint32_t *plain;
  /// The filters' bits, of those that have any.
  const uint64_t *beginnings[4];
  size_t count;
  int plurals;
} sought;

CSCAN_INLINE int may_begin(const sought *sought, uint32_t c) {
  int begins = 0;
  for (size_t i = 0; i < sought->count; i++) begins |= is_in(sought->beginnings[i] + SINGLES, c & 0xFFFF);
  return begins;
}

/// Whether a phrase may begin with the character `c`, which ends at `end`, as far as the next one tells.
static __attribute__((noinline)) int may_begin_here(
    const uint8_t *text, size_t count, size_t end, const sought *sought, uint32_t c) {
  if (end >= count || (text[end] & 0xF0) != 0xE0) return 1;
  const uint32_t next = decode(text, &end);
  if (!is_single(next)) return 1;
  const uint32_t pair = cscan_pair_hash(c, next);
  int begins = 0;
  for (size_t i = 0; i < sought->count; i++) {
    const uint64_t *bits = sought->beginnings[i];
    begins |= is_in(bits + SINGLES, c & 0xFFFF) & (is_in(bits + ALONE, c & 0xFFFF) | is_in(bits + PAIRS, pair));
  }
  return begins;
}

/// Goes on over characters that are words and begin no phrase, and then neither do they with marks.
CSCAN_INLINE size_t skip_singles(const uint8_t *text, size_t count, size_t position, const sought *sought) {
  const uint64_t *only = sought->count == 1 ? sought->beginnings[0] : NULL;
  while (position < count && (text[position] & 0xF0) == 0xE0) {
    size_t next = position;
    const uint32_t c = decode(text, &next);
    if (!is_single(c)) break;
    if (only ? is_in(only + SINGLES, c & 0xFFFF) : may_begin(sought, c)) {
      if (may_begin_here(text, count, next, sought, c)) break;
    }
    position = next;
  }
  return position;
}

/// Reads words from `position` on to the end of the run, or until there is no more room.
static __attribute__((noinline)) size_t read_run(
    const uint8_t *text, size_t count, size_t *position, const cscan_characters *characters, const sought *sought,
    cscan_run_word *words, size_t room) {
  const uint32_t *plain = sought->plain;
  size_t found = 0, at = *position;
  lower_word kept;
  while (at < count && found < room) {
    uint64_t hash = 0;
    size_t end = 0;
    const int is_quick = plain == NULL && count - at >= QUICK + 4;
    if (text[at] < 0x80) {
      if (!is_ascii_word(text[at])) break;
    } else if (text[at] >= 0xE0) {
      const size_t first = at;
      at = skip_singles(text, count, at, sought);
      if (at > first) continue;
    }
    if (is_quick) end = read_quick(text, at, characters, &hash);
    if (end == 0 && text[at] >= 0x80) {
      size_t next = at;
      const uint32_t c = decode(text, &next), kind = value_of(characters, c) >> 24;
      const int is_ideograph = kind == CSCAN_IDEOGRAPH;
      if (kind == CSCAN_OTHER || kind == CSCAN_MARK_ON_LETTER ||
          (is_ideograph && !may_begin(sought, c))) {
        at = next;
        continue;
      }
      if (is_quick && is_ideograph) end = read_single(text, at, &hash);
    }
    if (end == 0) {
      end = read_word(text, count, at, characters, &kept);
      hash = hash_word(text, at, end, characters, &kept);
    }
    const cscan_word word = {hash, (uint32_t)at, (uint32_t)end};
    uint32_t flags = ask(text, count, &word, characters, sought->filters, sought->filter_count);
    if (plain && is_known_unmarked(&kept, plain, sought->filters)) flags |= CSCAN_UNMARKED;
    if (flags) words[found++] = (cscan_run_word){word, flags};
    at = end;
  }
  *position = at;
  return found;
}

/// Whether ASCII letters or digits stand among the others of the run at `position`, or what may be a Latin letter with a mark
/// if that matters. `İ`, whose lower case is ASCII, is no name by itself.
CSCAN_INLINE int has_latin(const uint8_t *text, size_t count, size_t position, int sees_marks) {
#if defined(__SSE2__)
  for (; count - position >= 16; position += 16) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + position));
    const __m128i two = _mm_and_si128(
        _mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)0xC2)), _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xCE)));
    const __m128i three = _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xE1));
    const unsigned marks = (unsigned)_mm_movemask_epi8(_mm_or_si128(two, three));
    const unsigned ascii = ~(unsigned)_mm_movemask_epi8(bytes) & 0xFFFF;
    if (sees_marks && marks & (ascii ? (ascii & (0 - ascii)) - 1 : 0xFFFF)) return 1;
    if (ascii) return is_ascii_word(text[position + (unsigned)__builtin_ctz(ascii)]);
  }
#endif
  for (; position < count && text[position] >= 0x80; position++) {
    if (sees_marks && ((text[position] > 0xC2 && text[position] < 0xCE) || text[position] == 0xE1)) return 1;
  }
  return position < count && is_ascii_word(text[position]);
}

/// What is known of a character of three bytes.
enum {
  KNOWN = 1,
  /// It is no letter, digit or mark that is its own lower case.
  SLOW = 2,
  MARK = 4,
};

static __attribute__((noinline)) uint8_t learn(const cscan_characters *characters, uint32_t c) {
  const uint32_t value = value_of(characters, c), kind = value >> 24;
  uint8_t known = KNOWN;
  if ((value & 0xFFFFFF) != c || kind == CSCAN_OTHER || kind == CSCAN_IDEOGRAPH) known |= SLOW;
  if (kind == CSCAN_MARK_ON_LETTER) known |= MARK;
  // Whoever else learns it at the same time finds the same.
  __atomic_store_n(&characters->known[c], known, __ATOMIC_RELAXED);
  return known;
}

/// A block of 64 bytes.
typedef struct {
  run_bits bits;
  /// First bytes of characters that have to be read one by one, also of marks where a run begins.
  uint64_t slow;
} run_block;

CSCAN_INLINE uint64_t pair_bit(const uint8_t *slow_pairs, const uint8_t *text, unsigned bit) {
  const uint32_t both = text[bit] | (uint32_t)text[bit + 1] << 8;
  return (uint64_t)slow_pairs[both & 0x3F1F] << bit;
}

/// - plain: as for `cscan_run_words`.
CSCAN_INLINE run_block read_block(const uint8_t *text, const cscan_characters *characters, const uint32_t *plain) {
  const uint8_t *slow_pairs = characters->slow_pairs;
  run_block block = {run_bits_of(text, 64), 0};
  uint64_t slow = 0, marks = 0, leads = block.bits.leads;
  for (uint64_t pairs = leads & ~block.bits.longer; pairs; pairs &= pairs - 1) {
    slow |= pair_bit(slow_pairs, text, (unsigned)__builtin_ctzll(pairs));
  }
  for (uint64_t longer = block.bits.longer; longer; longer &= longer - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(longer);
    if (text[bit] >= 0xF0) {
      slow |= (uint64_t)1 << bit;
      continue;
    }
    size_t end = bit;
    const uint32_t c = decode(text, &end);
    uint8_t known = __atomic_load_n(&characters->known[c], __ATOMIC_RELAXED);
    if (__builtin_expect(known == 0, 0)) known = learn(characters, c);
    slow |= (uint64_t)(known >> 1 & 1) << bit;
    marks |= (uint64_t)(known >> 2) << bit;
  }
  if (plain) {
    // Latin letters may be written without their marks.
    for (; leads; leads &= leads - 1) {
      const unsigned bit = (unsigned)__builtin_ctzll(leads);
      slow |= (uint64_t)(text[bit] < 0xCE || (text[bit] == 0xE1 && text[bit + 1] >= 0xB8)) << bit;
    }
  }
  block.slow = slow | (marks & ~(block.bits.words << 1));
  return block;
}

CSCAN_INLINE uint64_t from_bit(uint64_t bits, uint64_t next, unsigned bit) { return bits >> bit | next << 1 << (63 - bit); }

CSCAN_INLINE uint32_t beginning_hash(uint64_t first, size_t count) {
  return (uint32_t)((((first & masks[count < 8 ? count : 8]) | lower) + count) * 0x9E3779B97F4A7C15u >> 48);
}

uint32_t cscan_beginning_hash(const uint8_t *word, size_t count) {
  uint8_t first[8] = {0};
  memcpy(first, word, count < 8 ? count : 8);
  return beginning_hash(load(first), count);
}

/// Two blocks that follow each other.
typedef struct {
  size_t start;
  run_block here, next;
} run_blocks;

/// Far from every place.
static const size_t NO_BLOCK = SIZE_MAX / 2;

/// Goes on over runs that are one word which begins no phrase: most are. Tells by how it begins and by its length.
CSCAN_INLINE size_t skip_runs(
    const uint8_t *text, size_t count, const uint32_t *runs, size_t run_count, size_t run,
    const cscan_characters *characters, const sought *sought, run_blocks *blocks) {
  const uint64_t *only = sought->beginnings[0] + WORDS;
  const size_t safe = count < 192 ? 0 : count - 192;
  size_t start = blocks->start;
  uint64_t words = blocks->here.bits.words, next_words = blocks->next.bits.words;
  uint64_t leads = blocks->here.bits.leads, next_leads = blocks->next.bits.leads;
  uint64_t slow = blocks->here.slow, next_slow = blocks->next.slow;
  for (; run < run_count; run++) {
    const size_t position = runs[run];
    // Characters that are words are looked at one by one anyway.
    if (position >= safe || (uint8_t)(text[position] - 0xE3) < 0x0D) break;
    if (position - start >= 64) {
      const size_t wanted = position & ~(size_t)63;
      blocks->here = start + 64 == wanted ? blocks->next : read_block(text + wanted, characters, sought->plain);
      blocks->next = read_block(text + wanted + 64, characters, sought->plain);
      blocks->start = start = wanted;
      words = blocks->here.bits.words;
      next_words = blocks->next.bits.words;
      leads = blocks->here.bits.leads;
      next_leads = blocks->next.bits.leads;
      slow = blocks->here.slow;
      next_slow = blocks->next.slow;
    }
    const unsigned bit = position & 63;
    const uint64_t rest = ~from_bit(words, next_words, bit), within = (rest & (0 - rest)) - 1;
    if (from_bit(slow, next_slow, bit) & within) break;
    const unsigned length = (unsigned)__builtin_ctzll(rest | (uint64_t)1 << 63);
    const uint32_t hash = beginning_hash(load(text + position), length);
    int begins = is_in(only, hash);
    for (size_t i = 1; i < sought->count; i++) begins |= is_in(sought->beginnings[i] + WORDS, hash);
    if (begins || (sought->plurals && (text[position + length - 1] | 0x20) == 's')) break;
    // What is plain ASCII, or does not end here.
    if ((from_bit(leads, next_leads, bit) & within) == 0 || rest == 0) break;
  }
  return run;
}

CSCAN_INLINE size_t run_words(
    const uint8_t *text, size_t count, const uint32_t *runs, size_t run_count, cscan_cursor *cursor,
    const cscan_characters *characters, const sought *sought, cscan_run_word *words, size_t room) {
  run_blocks blocks;
  blocks.start = NO_BLOCK;
  size_t found = 0;
  for (; cursor->run < run_count; cursor->run++, cursor->position = 0) {
    if (cursor->position == 0) {
      if (sought->count) {
        cursor->run = skip_runs(text, count, runs, run_count, cursor->run, characters, sought, &blocks);
      } else if (!sought->plurals) {
        const int sees_marks = sought->plain != NULL;
        while (cursor->run < run_count && !has_latin(text, count, runs[cursor->run], sees_marks)) cursor->run++;
      }
      if (cursor->run == run_count) break;
      cursor->position = runs[cursor->run];
    }
    found += read_run(text, count, &cursor->position, characters, sought, words + found, room - found);
    if (found == room) break;
  }
  return found;
}

#if defined(__x86_64__)
// The same code, with instructions that count and shift bits in one step.
__attribute__((target("popcnt,bmi,bmi2"))) static size_t run_words_bmi(
    const uint8_t *text, size_t count, const uint32_t *runs, size_t run_count, cscan_cursor *cursor,
    const cscan_characters *characters, const sought *sought, cscan_run_word *words, size_t room) {
  return run_words(text, count, runs, run_count, cursor, characters, sought, words, room);
}
#endif

size_t cscan_run_words(
    const uint8_t *text, size_t count, const uint32_t *runs, size_t run_count, cscan_cursor *cursor,
    const cscan_characters *characters, const cscan_filter *filters, size_t filter_count, const uint32_t *plain,
    cscan_run_word *words, size_t room) {
  sought sought = {filters, filter_count, plain, {NULL, NULL, NULL, NULL}, 0, 0};
  for (size_t i = 0; i < filter_count; i++) {
    if (filters[i].beginnings) sought.beginnings[sought.count++] = filters[i].beginnings;
    sought.plurals |= filters[i].plurals != 0;
  }
#if defined(__x86_64__)
  if (cscan_best_level() == CSCAN_AVX2 && __builtin_cpu_supports("bmi2")) {
    return run_words_bmi(text, count, runs, run_count, cursor, characters, &sought, words, room);
  }
#endif
  return run_words(text, count, runs, run_count, cursor, characters, &sought, words, room);
}
