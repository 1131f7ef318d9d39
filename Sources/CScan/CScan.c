// Membership by two table look-ups: the low half of a byte selects a row of eight bits, the high half one bit of it.
// PSHUFB does sixteen such look-ups at once, and gives 0 for bytes from 0x80 on, which are told by their sign instead.

#include "CScan.h"

#include <stdatomic.h>
#include <string.h>

static inline int contains(const cscan_set *set, uint8_t byte) {
  return byte < 0x80 ? (set->low[byte & 15] >> (byte >> 4)) & 1 : set->high;
}

static size_t find_portable(const uint8_t *text, size_t count, const cscan_set *set) {
  for (size_t i = 0; i < count; i++) {
    if (contains(set, text[i])) return i;
  }
  return count;
}

static void planes_portable(
    const uint8_t *text, size_t count, const cscan_set *sets, size_t set_count, uint64_t *planes) {
  for (size_t from = 0; from < count; from += 64, planes += set_count) {
    size_t width = count - from < 64 ? count - from : 64;
    for (size_t s = 0; s < set_count; s++) {
      uint64_t plane = 0;
      for (size_t i = 0; i < width; i++) plane |= (uint64_t)contains(&sets[s], text[from + i]) << i;
      planes[s] = plane;
    }
  }
}

#if defined(__x86_64__)

#include <immintrin.h>

#define SSSE3 __attribute__((target("ssse3")))
#define AVX2 __attribute__((target("avx2")))

/// Bit h for a byte whose high half is h; all bits, which no row has, for bytes from 0x80 on.
SSSE3 static inline __m128i column16(__m128i bytes) {
  const __m128i bits = _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, -1, -1, -1, -1, -1, -1, -1, -1);
  return _mm_shuffle_epi8(bits, _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(15)));
}

SSSE3 static inline uint64_t members16(__m128i bytes, __m128i column, __m128i rows) {
  __m128i row = _mm_shuffle_epi8(rows, bytes);
  return (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_and_si128(row, column), column));
}

SSSE3 static inline uint64_t members64_ssse3(const __m128i bytes[4], const __m128i columns[4], const uint8_t *low) {
  __m128i rows = _mm_loadu_si128((const __m128i *)low);
  return members16(bytes[0], columns[0], rows) | members16(bytes[1], columns[1], rows) << 16 |
         members16(bytes[2], columns[2], rows) << 32 | members16(bytes[3], columns[3], rows) << 48;
}

SSSE3 static inline void block_ssse3(
    const uint8_t *text, const cscan_set *sets, size_t set_count, uint64_t *planes, uint64_t valid) {
  __m128i bytes[4], columns[4];
  uint64_t high = 0;
  for (int i = 0; i < 4; i++) {
    bytes[i] = _mm_loadu_si128((const __m128i *)text + i);
    columns[i] = column16(bytes[i]);
    high |= (uint64_t)(uint16_t)_mm_movemask_epi8(bytes[i]) << (16 * i);
  }
  for (size_t s = 0; s < set_count; s++) {
    planes[s] = (members64_ssse3(bytes, columns, sets[s].low) | (sets[s].high ? high : 0)) & valid;
  }
}

SSSE3 static void planes_ssse3(
    const uint8_t *text, size_t count, const cscan_set *sets, size_t set_count, uint64_t *planes) {
  for (; count >= 64; text += 64, count -= 64, planes += set_count) block_ssse3(text, sets, set_count, planes, ~0ull);
  if (count == 0) return;
  uint8_t last[64] = {0};
  memcpy(last, text, count);
  block_ssse3(last, sets, set_count, planes, (1ull << count) - 1);
}

SSSE3 static size_t find_ssse3(const uint8_t *text, size_t count, const cscan_set *set) {
  const __m128i rows = _mm_loadu_si128((const __m128i *)set->low);
  const uint64_t use_high = set->high ? ~0ull : 0;
  size_t i = 0;
  for (; count - i >= 16; i += 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + i));
    uint64_t found = members16(bytes, column16(bytes), rows) | ((uint16_t)_mm_movemask_epi8(bytes) & use_high);
    if (found) return i + (size_t)__builtin_ctzll(found);
  }
  return i + find_portable(text + i, count - i, set);
}

AVX2 static inline __m256i column32(__m256i bytes) {
  const __m256i bits = _mm256_setr_epi8(
      1, 2, 4, 8, 16, 32, 64, -128, -1, -1, -1, -1, -1, -1, -1, -1,
      1, 2, 4, 8, 16, 32, 64, -128, -1, -1, -1, -1, -1, -1, -1, -1);
  return _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15)));
}

AVX2 static inline uint64_t members32(__m256i bytes, __m256i column, __m256i rows) {
  __m256i row = _mm256_shuffle_epi8(rows, bytes);
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(row, column), column));
}

AVX2 static inline void block_avx2(
    const uint8_t *text, const cscan_set *sets, size_t set_count, uint64_t *planes, uint64_t valid) {
  __m256i a = _mm256_loadu_si256((const __m256i *)text);
  __m256i b = _mm256_loadu_si256((const __m256i *)(text + 32));
  __m256i column_a = column32(a), column_b = column32(b);
  uint64_t high = (uint32_t)_mm256_movemask_epi8(a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
  for (size_t s = 0; s < set_count; s++) {
    __m256i rows = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sets[s].low));
    uint64_t plane = members32(a, column_a, rows) | members32(b, column_b, rows) << 32;
    planes[s] = (plane | (sets[s].high ? high : 0)) & valid;
  }
}

AVX2 static void planes_avx2(
    const uint8_t *text, size_t count, const cscan_set *sets, size_t set_count, uint64_t *planes) {
  for (; count >= 64; text += 64, count -= 64, planes += set_count) block_avx2(text, sets, set_count, planes, ~0ull);
  if (count == 0) return;
  uint8_t last[64] = {0};
  memcpy(last, text, count);
  block_avx2(last, sets, set_count, planes, (1ull << count) - 1);
}

AVX2 static size_t find_avx2(const uint8_t *text, size_t count, const cscan_set *set) {
  const __m256i rows = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)set->low));
  const uint64_t use_high = set->high ? ~0ull : 0;
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(text + i));
    __m256i b = _mm256_loadu_si256((const __m256i *)(text + i + 32));
    uint64_t high = (uint32_t)_mm256_movemask_epi8(a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32;
    uint64_t found = members32(a, column32(a), rows) | members32(b, column32(b), rows) << 32 | (high & use_high);
    if (found) return i + (size_t)__builtin_ctzll(found);
  }
  if (count - i >= 32) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(text + i));
    uint64_t high = (uint32_t)_mm256_movemask_epi8(a);
    uint64_t found = members32(a, column32(a), rows) | (high & use_high);
    if (found) return i + (size_t)__builtin_ctzll(found);
    i += 32;
  }
  return i + find_ssse3(text + i, count - i, set);
}

#endif

static cscan_level detect(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return CSCAN_AVX2;
  if (__builtin_cpu_supports("ssse3")) return CSCAN_SSSE3;
#endif
  return CSCAN_PORTABLE;
}

cscan_level cscan_best_level(void) {
  // Several threads may detect at once; they find the same.
  static _Atomic int known = -1;
  int level = atomic_load_explicit(&known, memory_order_relaxed);
  if (level < 0) {
    level = (int)detect();
    atomic_store_explicit(&known, level, memory_order_relaxed);
  }
  return (cscan_level)level;
}

const char *cscan_level_name(cscan_level level) {
  switch (level) {
    case CSCAN_AVX2: return "avx2";
    case CSCAN_SSSE3: return "ssse3";
    default: return "portable";
  }
}

size_t cscan_find_at(cscan_level level, const uint8_t *text, size_t count, const cscan_set *set) {
#if defined(__x86_64__)
  if (level == CSCAN_AVX2) return find_avx2(text, count, set);
  if (level == CSCAN_SSSE3) return find_ssse3(text, count, set);
#endif
  return find_portable(text, count, set);
}

void cscan_planes_at(
    cscan_level level, const uint8_t *text, size_t count, const cscan_set *sets, size_t set_count, uint64_t *planes) {
#if defined(__x86_64__)
  if (level == CSCAN_AVX2) return planes_avx2(text, count, sets, set_count, planes);
  if (level == CSCAN_SSSE3) return planes_ssse3(text, count, sets, set_count, planes);
#endif
  planes_portable(text, count, sets, set_count, planes);
}

size_t cscan_find(const uint8_t *text, size_t count, const cscan_set *set) {
  return cscan_find_at(cscan_best_level(), text, count, set);
}

void cscan_planes(const uint8_t *text, size_t count, const cscan_set *sets, size_t set_count, uint64_t *planes) {
  cscan_planes_at(cscan_best_level(), text, count, sets, set_count, planes);
}
