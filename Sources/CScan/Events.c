#include "CScan.h"

#include <string.h>

static inline __attribute__((always_inline)) uint64_t fold_multiply(uint64_t value) {
  unsigned __int128 product = (unsigned __int128)value * 0xD6E8FEB86659FD93u;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static inline __attribute__((always_inline)) uint64_t load(const uint8_t *from) {
  uint64_t value;
  memcpy(&value, from, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  value = __builtin_bswap64(value);
#endif
  return value;
}

static inline __attribute__((always_inline)) uint64_t word_hash(const uint8_t *start, size_t count) {
  // Setting bit 5 is lower-casing for letters and nothing for digits. Both halves are always taken in, the second one
  // empty for a short word: a branch on the length would be guessed wrong too often.
  static const uint64_t masks[17] = {
      0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
      UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};
  const uint64_t lower = 0x2020202020202020u;
  const uint64_t first = load(start) & masks[count], second = load(start + 8) & masks[count < 8 ? 0 : count - 8];
  const uint64_t hash = (uint64_t)count * 0x9E3779B97F4A7C15u;
  return fold_multiply(fold_multiply(hash ^ (first | lower)) ^ (second | lower));
}

uint64_t cscan_word_hash(const uint8_t *start, size_t count) { return word_hash(start, count); }

/// Two of 64 bits.
static inline __attribute__((always_inline)) uint64_t filter_bits(uint64_t hash) {
  return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63);
}

/// 64 bits of a plane from a position on.
static inline __attribute__((always_inline)) uint64_t bits_from(const uint64_t *planes, size_t block, unsigned bit, size_t plane) {
  return planes[block * 4 + plane] >> bit | planes[block * 4 + 4 + plane] << 1 << (63 - bit);
}

/// A word that begins phrases of several words only: whether it is an event depends on the word behind it.
typedef struct {
  uint64_t hash;
  uint32_t flags, position, word, end;
} pending_word;

static inline __attribute__((always_inline)) void flush(pending_word *pending, cscan_event *events, cscan_counts *counts) {
  if (pending->flags) {
    events[counts->event_count++] = (cscan_event){pending->position, pending->word, pending->flags};
    pending->flags = 0;
  }
}

static inline __attribute__((always_inline)) cscan_counts find_events(
    const uint8_t *text, size_t count, const uint64_t *planes, size_t rule_from, size_t rule_to, size_t phrase_from,
    size_t phrase_to, const cscan_tables *tables, cscan_word *words, cscan_event *events) {
  cscan_counts counts = {0, 0};
  pending_word pending = {0};
  const size_t from = rule_from < phrase_from ? rule_from : phrase_from;
  const size_t to = rule_to > phrase_to ? rule_to : phrase_to;
  for (size_t block = from / 64; block * 64 < to; block++) {
    const uint64_t word = planes[block * 4], mark = planes[block * 4 + 2], plain = planes[block * 4 + 3];
    const uint64_t word_carry = block ? planes[block * 4 - 4] >> 63 : 0;
    const uint64_t plain_carry = block ? planes[block * 4 - 1] >> 63 : 0;
    const uint64_t word_starts = word & ~(word << 1 | word_carry);
    // Rules begin where ASCII letters and digits do, also right after a character of a script without spaces; with a
    // character that is not ASCII only where the whole run begins.
    const uint64_t starts = (plain & ~(plain << 1 | plain_carry)) | (word_starts & ~plain) | mark;
    uint64_t any = word_starts | starts;
    if (block == from / 64) any &= UINT64_MAX << (from & 63);
    while (any) {
      const unsigned bit = (unsigned)__builtin_ctzll(any);
      any &= any - 1;
      const size_t position = block * 64 + bit;
      if (position >= to) break;
      const uint8_t byte = text[position];
      const int is_word = word_starts >> bit & 1 && position >= phrase_from && position < phrase_to;
      // Only one space makes the two words a pair that the filter can tell; anything else has to be looked at.
      if (pending.flags && !(is_word && position == pending.end + 1 && text[pending.end] == ' ')) {
        flush(&pending, events, &counts);
      }
      uint32_t flags = 0, index = UINT32_MAX;
      if (starts >> bit & 1) {
        if (position >= rule_from && position < rule_to) {
          if (position + 4 <= count) {
            uint32_t gram;
            memcpy(&gram, text + position, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
            gram = __builtin_bswap32(gram);
#endif
            gram = (gram & 0xFFFFFF) | 0x202020;
            const uint32_t slot = gram * 0x9E3779B1u >> 17;
            if (tables->literals[slot >> 6] >> (slot & 63) & 1) flags |= CSCAN_LITERAL;
          } else if (position + 3 == count) {
            flags |= CSCAN_LITERAL;
          }
          const uint8_t begins = tables->first_bytes[byte];
          if (begins && (byte & 0xC0) != 0x80) {
            flags |= begins & CSCAN_BEGINS;
            if (begins & CSCAN_NEAR_DIGITS) {
              const uint64_t digits = bits_from(planes, block, bit, 1);
              if (digits && __builtin_popcountll(digits) >= tables->digit_counts[byte]) flags |= CSCAN_NEAR_DIGITS;
            }
          }
        }
        if (mark >> bit & 1) flags |= CSCAN_MARK;
      }
      if (is_word) {
        const uint64_t run = ~bits_from(planes, block, bit, 0);
        const unsigned length = run ? (unsigned)__builtin_ctzll(run) : 64;
        const uint64_t mask = UINT64_MAX >> (64 - length);
        if (length <= 16 && (bits_from(planes, block, bit, 3) & mask) == mask && position + 16 <= count) {
          const uint64_t hash = word_hash(text + position, length);
          words[counts.word_count] = (cscan_word){hash, (uint32_t)position, (uint32_t)(position + length)};
          const int is_other = !(byte >= 'a' && byte <= 'z');
          uint32_t begins_longer = 0;
          for (size_t i = 0; i < tables->filter_count; i++) {
            const cscan_filter *filter = &tables->filters[i];
            const uint32_t flag = (uint32_t)CSCAN_FILTER << i;
            if (pending.flags & flag) {
              const uint64_t pair = fold_multiply(pending.hash ^ __builtin_bswap64(hash)) | 1;
              const uint64_t bits = filter_bits(pair);
              if ((filter->words[(pair >> 20 & filter->mask) * 4 + 3] & bits) != bits) pending.flags &= ~flag;
            }
            const uint64_t bits = filter_bits(hash);
            const uint64_t *kinds = filter->words + (hash >> 20 & filter->mask) * 4;
            if ((kinds[is_other] & bits) == bits || (filter->plurals && (text[position + length - 1] | 0x20) == 's')) {
              flags |= flag;
            } else if ((kinds[2] & bits) == bits) {
              begins_longer |= flag;
            }
          }
          flush(&pending, events, &counts);
          index = (uint32_t)counts.word_count;
          counts.word_count++;
          // Whatever else the word is: as the beginning of a phrase it waits for the next one.
          if (begins_longer) {
            pending = (pending_word){hash, begins_longer, (uint32_t)position, index, (uint32_t)(position + length)};
          }
        } else {
          flush(&pending, events, &counts);
          flags |= CSCAN_LONG_RUN;
        }
      }
      if (flags) events[counts.event_count++] = (cscan_event){(uint32_t)position, index, flags};
    }
  }
  flush(&pending, events, &counts);
  return counts;
}

#if defined(__x86_64__)
// The same code, with instructions that count and shift bits in one step.
__attribute__((target("popcnt,bmi,bmi2"))) static cscan_counts find_events_bmi(
    const uint8_t *text, size_t count, const uint64_t *planes, size_t rule_from, size_t rule_to, size_t phrase_from,
    size_t phrase_to, const cscan_tables *tables, cscan_word *words, cscan_event *events) {
  return find_events(text, count, planes, rule_from, rule_to, phrase_from, phrase_to, tables, words, events);
}
#endif

cscan_counts cscan_events(
    const uint8_t *text, size_t count, const uint64_t *planes, size_t rule_from, size_t rule_to, size_t phrase_from,
    size_t phrase_to, const cscan_tables *tables, cscan_word *words, cscan_event *events) {
#if defined(__x86_64__)
  // AVX2 and the bit instructions came with the same processors.
  if (cscan_best_level() == CSCAN_AVX2 && __builtin_cpu_supports("bmi2")) {
    return find_events_bmi(text, count, planes, rule_from, rule_to, phrase_from, phrase_to, tables, words, events);
  }
#endif
  return find_events(text, count, planes, rule_from, rule_to, phrase_from, phrase_to, tables, words, events);
}
