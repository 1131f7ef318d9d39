#include "CScan.h"

#include "Hash.h"
#include "TaggerText.h"

/// What the byte behind a word means, in the places of what words wish for: as such, what the next word can fulfil behind it
/// and whether it is a mark by itself; moved by five, what the word may be to the one before, as more belongs to it than its
/// hash says.
static const uint8_t gaps[256] = {
    ['.'] = CSCAN_BEFORE_NAME, ['\t'] = CSCAN_BEFORE_NAME | CSCAN_BEFORE_PAIRED | CSCAN_BEFORE_LABEL_MARK,
    [' '] = CSCAN_BEFORE_NAME | CSCAN_BEFORE_PAIRED,
    [':'] = CSCAN_BEFORE_LABEL_MARK, ['='] = CSCAN_BEFORE_LABEL_MARK, ['>'] = CSCAN_BEFORE_LABEL_MARK,
    ['|'] = CSCAN_BEFORE_LABEL_MARK, ['"'] = CSCAN_BEFORE_LABEL_MARK, ['\\'] = CSCAN_BEFORE_LABEL_MARK,
    ['*'] = CSCAN_BEFORE_LABEL_MARK, ['['] = CSCAN_BEFORE_LABEL_MARK,
    ['-'] = CSCAN_IS_PARTICLE | CSCAN_IS_PAIRED,
    ['\''] = CSCAN_IS_PARTICLE | CSCAN_IS_PAIRED | CSCAN_BEFORE_LABEL_MARK};

/// Letters and digits, with all bytes of characters that are not ASCII and without them.
static const cscan_set sets[2] = {
    {{0xA8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF0, 0x50, 0x50, 0x50, 0x50, 0x50}, 1},
    {{0xA8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF0, 0x50, 0x50, 0x50, 0x50, 0x50}, 0}};

enum {
  BLOCKS = CSCAN_TILE / 64 + 1,
  ROOM = BLOCKS * 32 + 32,
  /// What a word that does not begin in lower case is for the one before, and what it is not. The latter is also missing
  /// where nothing is known of the word.
  IS_OTHER = CSCAN_BEFORE_NAME | CSCAN_BEFORE_PAIRED,
  IS_LONG = CSCAN_BEFORE_NAME,
  /// Worth a look as it does not begin in lower case.
  IS_CAPITAL = CSCAN_BEFORE_LABEL_MARK << 1,
  /// Nothing is known of the word.
  ALL_KINDS = CSCAN_ANYWHERE | CSCAN_IS_PARTICLE | CSCAN_IS_SECOND | CSCAN_IS_PAIRED,
};

/// The words of a tile and of the block behind it, counted from the tile's start, and what is known of each by itself.
typedef struct {
  size_t count;
  uint16_t starts[ROOM], ends[ROOM];
  uint8_t looks[ROOM], kinds[ROOM], gaps[ROOM];
  /// Which wishes of each come true.
  uint8_t wishes[ROOM];
} tile_words;

/// Writes the places of bits; seven more may be written over.
CSCAN_INLINE size_t write_places(uint64_t bits, size_t base, uint16_t *places) {
  const size_t count = (size_t)__builtin_popcountll(bits);
  // By turns of four, because a loop that ends at each number of bits is guessed wrong too often.
  for (; bits; places += 4) {
    for (int i = 0; i < 4; i++) {
      places[i] = (uint16_t)(base + (bits ? (unsigned)__builtin_ctzll(bits) : 0));
      bits &= bits - 1;
    }
  }
  return count;
}

static int is_word_byte(uint8_t byte) { return byte >= 0x80 || (sets[1].low[byte & 15] >> (byte >> 4) & 1); }

/// Finds where words begin and end, `size` bytes at most. Returns whether some bytes are not ASCII.
CSCAN_INLINE int find_words(const uint8_t *text, size_t count, size_t from, size_t size, tile_words *words) {
  uint64_t planes[BLOCKS][2];
  if (size > count - from) size = count - from;
  const size_t blocks = (size + 63) / 64;
  cscan_planes(text + from, size, sets, 2, planes[0]);
  uint64_t not_plain = 0, carry = from && is_word_byte(text[from - 1]);
  // The end of a word that the tile begins within is put right before its first word's.
  uint16_t all_ends[ROOM];
  const size_t skipped = carry;
  size_t starts = 0, ends = 0;
  for (size_t block = 0; block < blocks; block++) {
    const uint64_t here = planes[block][0], before = here << 1 | carry;
    not_plain |= here ^ planes[block][1];
    carry = here >> 63;
    starts += write_places(here & ~before, block * 64, words->starts + starts);
    ends += write_places(~here & before, block * 64, all_ends + ends);
  }
  words->count = starts;
  // A word that goes on behind what was read.
  all_ends[ends] = UINT16_MAX;
  memcpy(words->ends, all_ends + skipped, starts * sizeof *words->ends);
  return not_plain != 0;
}

/// Looks at each word by itself.
CSCAN_INLINE void look(
    const uint8_t *text, size_t count, size_t from, const cscan_scout *scout, int has_others, tile_words *words) {
  const uint8_t *tile = text + from;
  // Where all that is read lies within the text.
  const size_t safe = count - from < 18 ? 0 : count - from - 17;
  for (size_t i = 0; i < words->count; i++) {
    const size_t start = words->starts[i], length = (size_t)words->ends[i] - start;
    words->looks[i] = IS_LONG;
    words->kinds[i] = ALL_KINDS;
    words->gaps[i] = 0;
    if (__builtin_expect(length > 16 || start >= safe, 0)) continue;
    const uint64_t first = load(tile + start);
    if (has_others) {
      const uint64_t bytes = (first & masks[length]) | (load(tile + start + 8) & masks[length < 8 ? 0 : length - 8]);
      if (bytes & 0x8080808080808080u) continue;
    }
    const uint64_t hash = gate_hash(first, length);
    const uint8_t is_other = (uint8_t)((uint8_t)first - 'a') >= 26 ? IS_OTHER | IS_CAPITAL : 0;
    const uint8_t is_capital = scout->capitals[hash >> 53] >> (hash >> 47 & 63) & 1 ? IS_OTHER | IS_CAPITAL : IS_OTHER;
    words->looks[i] = is_other & is_capital;
    words->kinds[i] = scout->kinds[hash >> 49];
    words->gaps[i] = gaps[tile[start + length]];
  }
  // What follows the last one is not known.
  words->starts[words->count] = 0;
  words->looks[words->count] = IS_LONG;
  words->kinds[words->count] = ALL_KINDS;
  words->gaps[words->count] = 0;
}

/// Says which wishes of the words come true.
CSCAN_INLINE void fulfil(tile_words *words) {
  for (size_t i = 0; i < words->count; i++) {
    const uint8_t gap = words->gaps[i], next_gap = words->gaps[i + 1], other = words->looks[i] | words->looks[i + 1];
    const uint8_t is =
        (uint8_t)((words->kinds[i + 1] | next_gap) >> 5 & ~(other & CSCAN_BEFORE_PAIRED)) |
        (words->looks[i + 1] & CSCAN_BEFORE_NAME);
    // Behind a space a mark may follow where no word does.
    const uint8_t is_apart = (uint16_t)(words->starts[i + 1] - words->ends[i]) == 1 ? 0 : CSCAN_BEFORE_LABEL_MARK;
    const uint8_t is_joint = (gap >> 5) & CSCAN_BEFORE_PAIRED;
    const uint8_t is_fulfilled =
        CSCAN_ANYWHERE | is_joint | ((gap | CSCAN_BEFORE_WORD) & (is | CSCAN_BEFORE_LABEL_MARK)) | is_apart;
    words->wishes[i] = (words->kinds[i] & is_fulfilled) | (words->looks[i] & IS_CAPITAL);
  }
}

/// Whether the list may have a word, whose wishes came true, as a phrase or as the beginning of one.
CSCAN_INLINE int may_begin(
    const uint8_t *text, size_t from, const tile_words *words, size_t i, uint64_t hash, const cscan_filter *filter) {
  const uint64_t bits = filter_bits(hash), *turn = filter->words + (hash >> 20 & filter->mask) * 4;
  const int is_other = words->looks[i] != 0;
  if (words->wishes[i] != CSCAN_BEFORE_WORD && (turn[is_other] & bits) == bits) return 1;
  if ((turn[2] & bits) != bits) return 0;
  const size_t start = words->starts[i + 1], length = (size_t)words->ends[i + 1] - start;
  if (start != (size_t)words->ends[i] + 1 || text[from + start - 1] != ' ' || words->looks[i + 1] == IS_LONG) return 1;
  const uint64_t pair = fold_multiply(hash ^ __builtin_bswap64(word_hash(text + from + start, length))) | 1;
  const uint64_t pair_bits = filter_bits(pair);
  return (filter->words[(pair >> 20 & filter->mask) * 4 + 3] & pair_bits) == pair_bits;
}

CSCAN_INLINE size_t scout_tile(
    const uint8_t *text, size_t count, size_t from, cscan_range range, const cscan_scout *scout,
    const cscan_filter *filter, cscan_place *places) {
  tile_words words;
  const size_t to = range.to < from + CSCAN_TILE ? range.to : from + CSCAN_TILE;
  if (to <= from) return 0;
  // Whole blocks, so that a word that goes on behind them is not taken for a shorter one.
  const int has_others = find_words(text, count, from, (to - from + 127) / 64 * 64, &words);
  look(text, count, from, scout, has_others, &words);
  fulfil(&words);
  memset(words.wishes + words.count, 0, 8);
  size_t found = 0;
  for (size_t n = 0; n < words.count; n += 8) {
    for (uint64_t rest = load(words.wishes + n); rest;) {
      const unsigned bit = (unsigned)__builtin_ctzll(rest) & ~7u;
      rest &= ~((uint64_t)0xFF << bit);
      const size_t i = n + bit / 8, start = from + words.starts[i];
      if (start < range.from || start >= to) continue;
      if (words.looks[i] == IS_LONG) {
        places[found++] = (cscan_place){0, (uint32_t)start, 0, CSCAN_LONG_RUN};
        continue;
      }
      const size_t length = (size_t)words.ends[i] - words.starts[i];
      const uint64_t hash = word_hash(text + start, length);
      if (!may_begin(text, from, &words, i, hash, filter)) continue;
      __builtin_prefetch((const char *)filter->slots + (hash & filter->slot_mask) * 16);
      places[found++] = (cscan_place){hash, (uint32_t)start, (uint16_t)length, CSCAN_FILTER};
    }
  }
  return found;
}

#if defined(__x86_64__)
// The same code, with instructions that count and shift bits in one step.
__attribute__((target("avx2,popcnt,bmi,bmi2"))) static size_t scout_tile_avx2(
    const uint8_t *text, size_t count, size_t from, cscan_range range, const cscan_scout *scout,
    const cscan_filter *filter, cscan_place *places) {
  return scout_tile(text, count, from, range, scout, filter, places);
}
#endif

size_t cscan_scout_tile(
    const uint8_t *text, size_t count, size_t from, cscan_range range, const cscan_scout *scout,
    const cscan_filter *filter, cscan_place *places) {
#if defined(__x86_64__)
  if (cscan_best_level() == CSCAN_AVX2 && __builtin_cpu_supports("bmi2")) {
    return scout_tile_avx2(text, count, from, range, scout, filter, places);
  }
#endif
  return scout_tile(text, count, from, range, scout, filter, places);
}

int cscan_letters_at(const uint8_t *text, size_t count, size_t start, cscan_letters *letters) {
  if (start + 17 > count) return 0;
  const tagger_letters read = tagger_read_letters(text + start);
  const uint8_t next = text[start + read.count];
  if (read.count == 0 || read.count > 15 || is_word_byte(next) || next == '-' || next == '\'') return 0;
  *letters = (cscan_letters){word_hash(text + start, read.count), (uint32_t)start + read.count, read.upper};
  return 1;
}
