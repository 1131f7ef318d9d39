// Most text has nothing that a placeholder may begin with in sixteen bytes: that is told by one look-up, as in CScan.c,
// but with rows for the bytes from 0x80 on as well. Only where there is something the other sets are asked.

#include "CScan.h"

#include <string.h>

static inline int contains(const cscan_bytes *set, uint8_t byte) {
  return (set->rows[(byte >> 7) << 4 | (byte & 15)] >> (byte >> 4 & 7)) & 1;
}

static inline int begins(
    const uint8_t *text, size_t count, size_t i, uint8_t previous, const cscan_leads *starts) {
  const int is_word = contains(&starts->word, text[i]);
  if (is_word && contains(&starts->word, i ? text[i - 1] : previous)) return 0;
  return i + 1 == count || contains(is_word ? &starts->behind_word : &starts->behind_other, text[i + 1]);
}

size_t cscan_find_lead_portable(const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts) {
  for (size_t i = 0; i < count; i++) {
    if (contains(&starts->first, text[i]) && begins(text, count, i, previous, starts)) return i;
  }
  return count;
}

#if defined(__x86_64__)

#include <immintrin.h>

#define SSSE3 __attribute__((target("ssse3")))

SSSE3 static inline uint32_t members(__m128i bytes, __m128i column, const cscan_bytes *set) {
  const __m128i low = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)set->rows), bytes);
  const __m128i high = _mm_shuffle_epi8(
      _mm_loadu_si128((const __m128i *)(set->rows + 16)), _mm_xor_si128(bytes, _mm_set1_epi8(-128)));
  const __m128i row = _mm_or_si128(low, high);
  return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_and_si128(row, column), column));
}

/// With an output, what is passed is copied there; what stands behind the result's place in it may be anything.
SSSE3 static inline size_t pass_ssse3(
    const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts, uint8_t *output) {
  const __m128i bits = _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
  for (size_t i = 0; i < count; i += 16) {
    const size_t left = count - i;
    __m128i bytes;
    if (left >= 16) {
      bytes = _mm_loadu_si128((const __m128i *)(text + i));
      if (output) _mm_storeu_si128((__m128i *)(output + i), bytes);
    } else {
      uint8_t last[16] = {0};
      memcpy(last, text + i, left);
      bytes = _mm_loadu_si128((const __m128i *)last);
      if (output) memcpy(output + i, last, left);
    }
    const __m128i column = _mm_shuffle_epi8(bits, _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(15)));
    const uint32_t valid = left >= 16 ? 0xFFFF : (1u << left) - 1;
    const uint32_t first = members(bytes, column, &starts->first) & valid;
    if (!first) continue;
    const uint32_t word = members(bytes, column, &starts->word);
    const uint32_t inside = word << 1 | (uint32_t)contains(&starts->word, i ? text[i - 1] : previous);
    const uint32_t words = first & word & ~inside;
    const uint32_t others = first & ~word;
    if (!(words | others)) continue;
    // What the byte behind the last one may be is seen below.
    const uint32_t unseen = left > 16 ? 0x8000 : 1u << (left - 1);
    const uint32_t behind_word = members(bytes, column, &starts->behind_word) >> 1 | unseen;
    const uint32_t behind_other = members(bytes, column, &starts->behind_other) >> 1 | unseen;
    uint32_t found = (words & behind_word) | (others & behind_other);
    if (found == 0x8000 && left > 16 && !begins(text, count, i + 15, previous, starts)) found = 0;
    if (found) return i + (size_t)__builtin_ctz(found);
  }
  return count;
}

SSSE3 static size_t start_ssse3(const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts) {
  return pass_ssse3(text, count, previous, starts, NULL);
}

SSSE3 static size_t copy_ssse3(
    const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts, uint8_t *output) {
  return pass_ssse3(text, count, previous, starts, output);
}

#endif

size_t cscan_find_lead(const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("ssse3")) return start_ssse3(text, count, previous, starts);
#endif
  return cscan_find_lead_portable(text, count, previous, starts);
}

size_t cscan_copy_to_lead(
    const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts, uint8_t *output) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("ssse3")) return copy_ssse3(text, count, previous, starts, output);
#endif
  const size_t end = cscan_find_lead_portable(text, count, previous, starts);
  if (end) memcpy(output, text, end);
  return end;
}
