// Words that the phrases of one index may begin with, where nothing else is asked for: the way to look again for a few
// names in a text that was scanned before.

#include "CScan.h"

#include "Hash.h"

/// Bitmaps of the bytes of a block of 64.
typedef struct {
  uint64_t words, plain, first;
} block_bits;

/// Blocks whose bitmaps are made at a time.
enum { BLOCKS = 16 };

/// 64 bits from a place on.
CSCAN_INLINE uint64_t from_bit(uint64_t bits, uint64_t next, unsigned bit) {
  return bits >> bit | next << 1 << (63 - bit);
}

/// Those of 64 bits whose place is within a range.
CSCAN_INLINE uint64_t within(size_t start, cscan_range range) {
  if (range.to <= start || range.from >= start + 64 || range.from >= range.to) return 0;
  const uint64_t low = range.from > start ? UINT64_MAX << (range.from - start) : UINT64_MAX;
  return range.to < start + 64 ? low & (UINT64_MAX >> (64 - (range.to - start))) : low;
}

CSCAN_INLINE uint64_t passes_gate(const cscan_filter *filter, const uint8_t *word, size_t length, size_t is_other) {
  return gate_admits(
      filter->gate + is_other * filter->gate_words, filter->gate_shift, gate_hash(load(word), length));
}

/// Whether a word that passes the gate is a phrase or the beginning of one, as far as bits can tell.
CSCAN_INLINE int may_begin(const cscan_filter *filter, uint64_t hash, size_t is_other) {
  const uint64_t bits = filter_bits(hash);
  const uint64_t *kinds = filter->words + (hash >> 20 & filter->mask) * 4;
  return (kinds[is_other] & bits) == bits || (kinds[2] & bits) == bits;
}

/// Keeps of the words that passed the gate those that a phrase may begin with.
CSCAN_INLINE size_t keep(const uint8_t *text, const cscan_filter *filter, cscan_place *places, size_t count) {
  size_t kept = 0;
  for (size_t n = 0; n < count; n++) {
    cscan_place place = places[n];
    place.hash = word_hash(text + place.start, place.length);
    if (may_begin(filter, place.hash, (uint8_t)(text[place.start] - 'a') >= 26)) places[kept++] = place;
  }
  return kept;
}

/// The words of a block of plain ASCII that end in it, away from the text's end: without branches that would be guessed
/// wrong.
CSCAN_INLINE size_t find_in_plain_block(
    const uint8_t *text, const block_bits *here, size_t start, uint64_t starts, const cscan_filter *filter,
    cscan_place *places) {
  size_t found = 0;
  for (; starts; starts &= starts - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(starts);
    const unsigned length = (unsigned)__builtin_ctzll(~here->words >> bit);
    if (length > 16) continue;
    const uint8_t *word = text + start + bit;
    places[found] = (cscan_place){0, (uint32_t)(start + bit), (uint16_t)length, CSCAN_FILTER};
    found += (size_t)passes_gate(filter, word, length, (uint8_t)(*word - 'a') >= 26);
  }
  return keep(text, filter, places, found);
}

/// The words of one block.
CSCAN_INLINE size_t find_in_block(
    const uint8_t *text, size_t count, const block_bits *here, const block_bits *next, size_t start, uint64_t starts,
    const cscan_filter *filter, cscan_place *places) {
  const uint64_t not_plain = (here->words ^ here->plain) | (next->words ^ next->plain);
  size_t found = 0;
  for (; starts; starts &= starts - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(starts);
    const size_t position = start + bit;
    const uint64_t run = ~from_bit(here->words, next->words, bit);
    const unsigned length = run ? (unsigned)__builtin_ctzll(run) : 64;
    if (length > 16 || position + 16 > count) continue;
    if (not_plain && (~from_bit(here->plain, next->plain, bit) & (UINT64_MAX >> (64 - length)))) continue;
    const size_t is_other = (uint8_t)(text[position] - 'a') >= 26;
    if (!passes_gate(filter, text + position, length, is_other)) continue;
    places[found++] = (cscan_place){0, (uint32_t)position, (uint16_t)length, CSCAN_FILTER};
  }
  return keep(text, filter, places, found);
}

CSCAN_INLINE size_t find_phrases(
    const uint8_t *text, size_t count, cscan_range range, const cscan_set *sets, const cscan_filter *filter,
    cscan_place *places, size_t room, size_t *next) {
  block_bits blocks[BLOCKS + 2];
  size_t found = 0;
  size_t start = range.from / 64 * 64;
  const size_t to = range.to < count ? range.to : count;
  while (start < to) {
    // A block before, for words that began there, and one behind, for those that end there.
    const size_t first = start ? start - 64 : 0;
    const size_t end = start + 64 * (BLOCKS + 1) < count ? start + 64 * (BLOCKS + 1) : count;
    const size_t block_count = (end - first + 63) / 64;
    if (!start) blocks[0] = (block_bits){0, 0, 0};
    block_bits *planes = blocks + (start ? 0 : 1);
    cscan_planes(text + first, end - first, sets, 3, (uint64_t *)planes);
    for (block_bits *rest = planes + block_count; rest < blocks + BLOCKS + 2; rest++) *rest = (block_bits){0, 0, 0};
    for (const block_bits *block = blocks + 1; block <= blocks + BLOCKS && start < to; block++) {
      // A block has at most half as many words as bytes; one more is written and not counted.
      if (found + 33 > room) {
        *next = start;
        return found;
      }
      const uint64_t begins = block->words & ~(block->words << 1 | block[-1].words >> 63);
      uint64_t starts = block->first & begins & within(start, range);
      if (block->words == block->plain && start + 80 <= count) {
        // The last word may reach into the next block.
        const uint64_t open = block->words >> 63 && begins ? (uint64_t)1 << (63 - __builtin_clzll(begins)) : 0;
        found += find_in_plain_block(text, block, start, starts & ~open, filter, places + found);
        starts &= open;
      }
      if (starts) found += find_in_block(text, count, block, block + 1, start, starts, filter, places + found);
      start += 64;
    }
  }
  *next = to;
  return found;
}

#if defined(__x86_64__)
// The same code, with instructions that count and shift bits in one step.
__attribute__((target("popcnt,bmi,bmi2"))) static size_t find_phrases_bmi(
    const uint8_t *text, size_t count, cscan_range range, const cscan_set *sets, const cscan_filter *filter,
    cscan_place *places, size_t room, size_t *next) {
  return find_phrases(text, count, range, sets, filter, places, room, next);
}
#endif

size_t cscan_find_phrases(
    const uint8_t *text, size_t count, cscan_range range, const cscan_set *sets, const cscan_filter *filter,
    cscan_place *places, size_t room, size_t *next) {
#if defined(__x86_64__)
  if (cscan_best_level() == CSCAN_AVX2 && __builtin_cpu_supports("bmi2")) {
    return find_phrases_bmi(text, count, range, sets, filter, places, room, next);
  }
#endif
  return find_phrases(text, count, range, sets, filter, places, room, next);
}
