// Sixteen bytes are told apart by look-ups as in CScan.c, but with rows for the bytes from 0x80 on as well, and for two
// sets at once. There is no branch until something looks like a placeholder's beginning.

#include "CScan.h"

#include <string.h>

static inline uint32_t contains(const cscan_two_sets *sets, int set, uint8_t byte) {
  return sets->rows[byte >> 7][set][byte & 15] >> (byte >> 4 & 7) & 1;
}

static inline int begins(const uint8_t *text, size_t count, size_t i, uint8_t previous, const cscan_leads *leads) {
  if (!contains(&leads->here, 0, text[i])) return 0;
  const uint32_t is_word = contains(&leads->here, 1, text[i]);
  if (is_word && contains(&leads->here, 1, previous)) return 0;
  return i + 1 == count || contains(&leads->behind, is_word ? 0 : 1, text[i + 1]);
}

// Not a part of what chooses between it and the other, which would save registers for it.
__attribute__((noinline)) size_t cscan_copy_to_lead_portable(
    const uint8_t *text, size_t count, size_t start, uint8_t previous, const cscan_leads *leads, uint8_t *output) {
  size_t end = start;
  while (end < count && !begins(text, count, end, previous, leads)) previous = text[end++];
  if (end > start) memcpy(output, text + start, end - start);
  return end;
}

/// At most eight bytes, the first one lowest, zeros behind them.
static inline uint64_t few(const uint8_t *text, size_t count) {
  uint64_t low = 0;
  uint32_t first = 0, last = 0;
  if (count >= 8) {
    memcpy(&low, text, 8);
  } else if (count >= 4) {
    memcpy(&first, text, 4);
    memcpy(&last, text + count - 4, 4);
    low = first | (uint64_t)last << 8 * (count - 4);
  } else if (count) {
    low = text[0] | (uint64_t)text[count / 2] << 8 * (count / 2) | (uint64_t)text[count - 1] << 8 * (count - 1);
  }
  return low;
}

size_t cscan_bracketed(const uint8_t *text, size_t count, uint64_t key[CSCAN_BRACKETED / 8]) {
  const uint64_t ones = 0x0101010101010101;
  size_t length = 0;
  for (size_t i = 0; i < CSCAN_BRACKETED / 8; i++) {
    const size_t done = 8 * i;
    const uint64_t word = length || count <= done ? 0 : few(text + done, count - done);
    // The lowest bit that is set is that of the first bracket.
    const uint64_t other = word ^ ones * ']', found = (other - ones) & ~other & ones * 0x80;
    key[i] = found ? word & (found ^ (found - 1)) : word;
    if (found) length = done + (size_t)__builtin_ctzll(found) / 8 + 1;
  }
  return length;
}

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

/// Which of the bytes are in the first set, and from bit 16 on which are in the second.
AVX2 static inline uint32_t members(__m256i bytes, const cscan_two_sets *sets) {
  const __m256i bits = _mm256_set1_epi64x((int64_t)0x8040201008040201);
  const __m256i column =
      _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15)));
  const __m256i low = _mm256_shuffle_epi8(_mm256_loadu_si256((const __m256i *)sets->rows[0]), bytes);
  const __m256i high = _mm256_shuffle_epi8(
      _mm256_loadu_si256((const __m256i *)sets->rows[1]), _mm256_xor_si256(bytes, _mm256_set1_epi8(-128)));
  const __m256i row = _mm256_or_si256(low, high);
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(row, column), column));
}

/// Which of sixteen bytes are leads.
///
/// @param inside whether the byte before them is a word byte.
/// @param last the last of all bytes, behind which there may be anything.
AVX2 static inline uint32_t leads_among(
    __m128i sixteen, uint32_t *inside, uint32_t valid, uint32_t last, const cscan_leads *leads) {
  const __m256i bytes = _mm256_broadcastsi128_si256(sixteen);
  const uint32_t here = members(bytes, &leads->here), word = here >> 16;
  const uint32_t found = here & ~(word & (word << 1 | *inside)) & valid;
  *inside = word >> 14 & 1;
  if (!found) return 0;
  const uint32_t next = members(bytes, &leads->behind);
  return found & ((word & next >> 1) | (~word & next >> 17) | last);
}

/// Fewer than sixteen bytes, zeros behind them.
AVX2 static __m128i rest(const uint8_t *text, size_t count, size_t i) {
  static const uint8_t slide[32] = {0,    1,    2,    3,    4,    5,    6,    7,    8,    9,    10,
                                    11,   12,   13,   14,   15,   0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
                                    0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80};
  const size_t left = count - i;
  if (count < 16) {
    const uint64_t high = left > 8 ? few(text + i + 8, left - 8) : 0;
    return _mm_set_epi64x((int64_t)high, (int64_t)few(text + i, left));
  }
  const __m128i last = _mm_loadu_si128((const __m128i *)(text + count - 16));
  return _mm_shuffle_epi8(last, _mm_loadu_si128((const __m128i *)(slide + 16 - left)));
}

AVX2 static size_t copy_avx2(
    const uint8_t *text, size_t count, size_t start, uint8_t previous, const cscan_leads *leads, uint8_t *output) {
  uint32_t inside = contains(&leads->here, 1, previous);
  size_t i = start;
  // The last of sixteen bytes is seen again in the next round, with what stands behind it.
  for (; count - i > 16; i += 15) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + i));
    _mm_storeu_si128((__m128i *)(output + (i - start)), bytes);
    const uint32_t found = leads_among(bytes, &inside, 0x7FFF, 0, leads);
    if (found) return i + (size_t)__builtin_ctz(found);
  }
  const size_t left = count - i;
  if (!left) return count;
  const __m128i bytes = left == 16 ? _mm_loadu_si128((const __m128i *)(text + i)) : rest(text, count, i);
  _mm_storeu_si128((__m128i *)(output + (i - start)), bytes);
  const uint32_t valid = 0xFFFFu >> (16 - left);
  const uint32_t found = leads_among(bytes, &inside, valid, valid & ~(valid >> 1), leads);
  return found ? i + (size_t)__builtin_ctz(found) : count;
}

#endif

size_t cscan_copy_to_lead(
    const uint8_t *text, size_t count, size_t start, uint8_t previous, const cscan_leads *leads, uint8_t *output) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return copy_avx2(text, count, start, previous, leads, output);
#endif
  return cscan_copy_to_lead_portable(text, count, start, previous, leads, output);
}
