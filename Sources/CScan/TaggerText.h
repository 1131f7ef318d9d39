// Characters as the tagger sees them.

#ifndef VEIL_TAGGER_TEXT_H
#define VEIL_TAGGER_TEXT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "Characters.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static inline uint64_t tagger_hash(const uint8_t *bytes, size_t count) {
  uint64_t hash = (uint64_t)count * 0x9E3779B97F4A7C15u + 1;
  for (; count >= 8; bytes += 8, count -= 8) {
    uint64_t part;
    memcpy(&part, bytes, 8);
    hash = fold_multiply(hash ^ part);
  }
  uint64_t rest = 0;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (count >= 4) {
    uint32_t low, high;
    memcpy(&low, bytes, 4);
    memcpy(&high, bytes + count - 4, 4);
    rest = low | (uint64_t)high << (8 * (count - 4));
    count = 0;
  }
#endif
  for (size_t i = 0; i < count; i++) rest |= (uint64_t)bytes[i] << (8 * i);
  return fold_multiply(fold_multiply(hash ^ rest) ^ 0x9E3779B97F4A7C15u);
}

/// The same of a piece of a text of `size` bytes. Where the text goes on for long enough, all words of up to 15 bytes are
/// read in the same way, because how long one is would be guessed wrong too often.
static inline __attribute__((always_inline)) uint64_t tagger_hash_in(
    const uint8_t *text, size_t size, size_t start, size_t count) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (__builtin_expect(count <= 15 && start + 16 <= size, 1)) {
    uint64_t first, second;
    memcpy(&first, text + start, 8);
    memcpy(&second, text + start + 8, 8);
    const uint64_t hash = (uint64_t)count * 0x9E3779B97F4A7C15u + 1, longer = fold_multiply(hash ^ first);
    const int is_long = count >= 8;
    const uint64_t rest = (is_long ? second : first) & (((uint64_t)1 << (8 * (count & 7))) - 1);
    return fold_multiply(fold_multiply((is_long ? longer : hash) ^ rest) ^ 0x9E3779B97F4A7C15u);
  }
#endif
  return tagger_hash(text + start, count);
}

typedef struct {
  uint32_t scalar;
  uint32_t length;
} tagger_character;

/// Reads a character of valid UTF-8; a truncated one at the end counts as what is there.
static inline tagger_character tagger_decode(const uint8_t *text, size_t count, size_t at) {
  const uint8_t first = text[at];
  if (first < 0x80) return (tagger_character){first, 1};
  uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC0 || at + length > count) return (tagger_character){0xFFFD, 1};
  uint32_t scalar = first & (0x7F >> length);
  for (uint32_t i = 1; i < length; i++) scalar = scalar << 6 | (text[at + i] & 0x3F);
  return (tagger_character){scalar, length};
}

/// As ``tagger_lower``, of a character that is not ASCII.
uint32_t tagger_lower_other(uint32_t scalar);

/// Lower-case form of a character; the same where it has none. Latin, Greek, Cyrillic and Armenian.
static inline uint32_t tagger_lower(uint32_t scalar) {
  if (scalar >= 0x80) return tagger_lower_other(scalar);
  return scalar >= 'A' && scalar <= 'Z' ? scalar | 0x20 : scalar;
}

enum { TAGGER_IS_OTHER = 0, TAGGER_IS_LOWER = 1, TAGGER_IS_UPPER = 2, TAGGER_IS_UNCASED = 3, TAGGER_IS_DIGIT = 4 };

/// As ``tagger_class``, of a character that is not ASCII.
int tagger_class_other(uint32_t scalar);

/// What a character is to a word: a letter of some case, a digit, or no part of one.
static inline int tagger_class(uint32_t scalar) {
  if (scalar >= 0x80) return tagger_class_other(scalar);
  if (scalar - 'a' < 26) return TAGGER_IS_LOWER;
  if (scalar - 'A' < 26) return TAGGER_IS_UPPER;
  return scalar - '0' < 10 ? TAGGER_IS_DIGIT : TAGGER_IS_OTHER;
}

/// The letters of ASCII at the beginning of 16 bytes: how many, and which of them are capitals, a bit each.
typedef struct {
  uint32_t count, upper;
} tagger_letters;

static inline tagger_letters tagger_read_letters(const uint8_t *bytes) {
#ifdef __SSE2__
  const __m128i chunk = _mm_loadu_si128((const __m128i *)bytes);
  const __m128i small = _mm_or_si128(chunk, _mm_set1_epi8(0x20));
  // Signed bytes: everything from 0x80 on is below the letters.
  const __m128i is_letter =
      _mm_and_si128(_mm_cmpgt_epi8(small, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(small, _mm_set1_epi8('z' + 1)));
  const uint32_t count = (uint32_t)__builtin_ctz(~(uint32_t)_mm_movemask_epi8(is_letter));
  const uint32_t is_small = (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(chunk, 2));
  return (tagger_letters){count, ~is_small & ((1u << count) - 1)};
#else
  tagger_letters letters = {0, 0};
  for (; letters.count < 16; letters.count++) {
    const uint8_t byte = bytes[letters.count];
    if ((uint8_t)((byte | 0x20) - 'a') >= 26) break;
    letters.upper |= (uint32_t)!(byte & 0x20) << letters.count;
  }
  return letters;
#endif
}

/// Longest word whose letters are looked at one by one.
enum { TAGGER_WORD_BYTES = 64 };

/// Lower-case form of a word without apostrophes, at most TAGGER_WORD_BYTES of it.
size_t tagger_lower_word(const uint8_t *word, size_t count, uint8_t *lower);

#endif
