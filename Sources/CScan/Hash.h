// The hash of words and the bits that stand for it in filters.

#ifndef VEIL_CSCAN_HASH_H
#define VEIL_CSCAN_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define CSCAN_INLINE static inline __attribute__((always_inline))

CSCAN_INLINE uint64_t fold_multiply(uint64_t value) {
  unsigned __int128 product = (unsigned __int128)value * 0xD6E8FEB86659FD93u;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

CSCAN_INLINE uint64_t load(const uint8_t *from) {
  uint64_t value;
  memcpy(&value, from, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  value = __builtin_bswap64(value);
#endif
  return value;
}

/// Setting bit 5 is lower-casing for letters and nothing for digits.
static const uint64_t lower = 0x2020202020202020u;

static const uint64_t masks[17] = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
    UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};

/// Of one to 16 bytes, without regard to the case of ASCII letters. Sixteen bytes from `start` are read.
CSCAN_INLINE uint64_t word_hash(const uint8_t *start, size_t count) {
  // Both halves are always taken in, the second one empty for a short word: a branch on the length would be guessed wrong
  // too often.
  const uint64_t first = load(start) & masks[count], second = load(start + 8) & masks[count < 8 ? 0 : count - 8];
  const uint64_t hash = (uint64_t)count * 0x9E3779B97F4A7C15u;
  return fold_multiply(fold_multiply(hash ^ (first | lower)) ^ (second | lower));
}

/// Of a word's first eight bytes and its length.
CSCAN_INLINE uint64_t gate_hash(uint64_t first, size_t count) {
  return (((first & masks[count]) | lower) + count) * 0x9E3779B97F4A7C15u;
}

/// 1 if a gate lets words of this hash through: two of its bits say so, which lie together.
CSCAN_INLINE uint64_t gate_admits(const uint64_t *gate, uint64_t shift, uint64_t hash) {
  const uint64_t place = hash >> shift, bits = gate[place >> 6];
  return bits >> (place & 63) & bits >> (hash >> (shift - 6) & 63) & 1;
}

/// Two of 64 bits.
CSCAN_INLINE uint64_t filter_bits(uint64_t hash) {
  return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63);
}

#endif
