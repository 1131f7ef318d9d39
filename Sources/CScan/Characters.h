// Characters of valid UTF-8, and what tables say of them.

#ifndef VEIL_CSCAN_CHARACTERS_H
#define VEIL_CSCAN_CHARACTERS_H

#include "CScan.h"
#include "Hash.h"

CSCAN_INLINE uint32_t page_value(const cscan_pages *pages, uint32_t c) {
  // Another thread may just have made the page.
  const uint32_t *page = __atomic_load_n(&pages->pages[c >> 8], __ATOMIC_ACQUIRE);
  if (__builtin_expect(page == NULL, 0)) page = pages->make(c >> 8);
  return page[c & 0xFF];
}

/// The character at a place that is not ASCII, and where the next one begins.
CSCAN_INLINE uint32_t decode(const uint8_t *text, size_t *position) {
  const uint8_t *at = text + *position;
  const uint32_t first = at[0], second = at[1] & 0x3F;
  if (first < 0xE0) {
    *position += 2;
    return (first & 0x1F) << 6 | second;
  }
  const uint32_t third = at[2] & 0x3F;
  if (first < 0xF0) {
    *position += 3;
    return (first & 0x0F) << 12 | second << 6 | third;
  }
  *position += 4;
  return (first & 0x07) << 18 | second << 12 | third << 6 | (at[3] & 0x3F);
}

/// As `decode`, of what may be no UTF-8. Returns the length, 0 when it is none.
CSCAN_INLINE size_t decode_checked(const uint8_t *text, size_t left, uint32_t *c) {
  const uint32_t first = text[0];
  if (first < 0x80) {
    *c = first;
    return 1;
  }
  if (first < 0xC2 || left < 2) return 0;
  const uint32_t second = text[1] ^ 0x80u;
  if (first < 0xE0) {
    *c = (first & 0x1F) << 6 | second;
    return second < 0x40 ? 2 : 0;
  }
  if (left < 3) return 0;
  const uint32_t third = text[2] ^ 0x80u;
  if (first < 0xF0) {
    *c = (first & 0x0F) << 12 | second << 6 | third;
    // Not overlong, no surrogate.
    return (second | third) < 0x40 && *c >= 0x800 && *c - 0xD800 >= 0x800 ? 3 : 0;
  }
  if (left < 4 || first >= 0xF5) return 0;
  const uint32_t fourth = text[3] ^ 0x80u;
  *c = (first & 0x07) << 18 | second << 12 | third << 6 | fourth;
  return (second | third | fourth) < 0x40 && *c >= 0x10000 && *c <= 0x10FFFF ? 4 : 0;
}

/// Writes a character; there is room for four bytes. Returns how many it takes.
CSCAN_INLINE size_t encode(uint32_t c, uint8_t *to) {
  if (c < 0x80) {
    to[0] = (uint8_t)c;
    return 1;
  }
  if (c < 0x800) {
    to[0] = (uint8_t)(0xC0 | c >> 6);
    to[1] = (uint8_t)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    to[0] = (uint8_t)(0xE0 | c >> 12);
    to[1] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    to[2] = (uint8_t)(0x80 | (c & 0x3F));
    return 3;
  }
  to[0] = (uint8_t)(0xF0 | c >> 18);
  to[1] = (uint8_t)(0x80 | (c >> 12 & 0x3F));
  to[2] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
  to[3] = (uint8_t)(0x80 | (c & 0x3F));
  return 4;
}

/// Han characters and Korean syllables: most of what stands in texts of East Asia. Each is a word, its own lower case and
/// its own fold, which the tables say too, only later.
CSCAN_INLINE int is_plain_ideograph(uint32_t c) { return c - 0x4E00 < 0x5200 || c - 0xAC00 < 0x2BA4; }

CSCAN_INLINE int is_ascii_word(uint8_t byte) {
  return (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10;
}

#endif
