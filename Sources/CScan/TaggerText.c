#include "TaggerText.h"

#include "Tagger.h"

uint32_t tagger_lower_other(uint32_t c) {
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 0x20 : c;
  if (c < 0x180) {
    if (c == 0x130) return 'i';
    if (c == 0x178) return 0xFF;
    // Pairs begin at odd numbers in two stretches of Latin Extended-A, at even ones elsewhere.
    const int odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c == 0x138 || c == 0x149 || c == 0x17F) return c;
    return odd ? (c & 1 ? c + 1 : c) : c | 1;
  }
  if (c >= 0x218 && c <= 0x21B) return c | 1;
  if (c >= 0x386 && c <= 0x38F) {
    if (c == 0x386) return 0x3AC;
    if (c >= 0x388 && c <= 0x38A) return c + 37;
    if (c == 0x38C) return 0x3CC;
    if (c >= 0x38E) return c + 63;
    return c;
  }
  if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x460 && c <= 0x4FF && !(c >= 0x482 && c <= 0x48A) && !(c >= 0x4C0 && c <= 0x4CE)) return c | 1;
  if (c >= 0x531 && c <= 0x556) return c + 0x30;
  if (c >= 0x1E00 && c <= 0x1EFF && !(c >= 0x1E96 && c <= 0x1E9F)) return c | 1;
  return c;
}

int tagger_class_other(uint32_t c) {
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA ? TAGGER_IS_LOWER : TAGGER_IS_OTHER;
  if (c == 0xD7 || c == 0xF7) return TAGGER_IS_OTHER;
  if (c < 0x250) return tagger_lower(c) != c ? TAGGER_IS_UPPER : TAGGER_IS_LOWER;
  if (c >= 0x2B0 && c < 0x300) return TAGGER_IS_OTHER;
  if (c >= 0x370 && c < 0x530) return tagger_lower(c) != c ? TAGGER_IS_UPPER : TAGGER_IS_LOWER;
  if (c >= 0x531 && c < 0x588) return tagger_lower(c) != c ? TAGGER_IS_UPPER : TAGGER_IS_LOWER;
  if (c >= 0x1E00 && c < 0x2000) return tagger_lower(c) != c ? TAGGER_IS_UPPER : TAGGER_IS_LOWER;
  if (c >= 0x2000 && c < 0x2C00) return TAGGER_IS_OTHER;
  if (c >= 0x3000 && c < 0x3040) return TAGGER_IS_OTHER;
  if (c >= 0xD800 && c < 0xF900) return TAGGER_IS_OTHER;
  if (c >= 0xFE00 && c < 0xFE70) return TAGGER_IS_OTHER;
  if (c >= 0xFF00 && c < 0x10000) return TAGGER_IS_OTHER;
  if (c >= 0x1F000) return c >= 0x20000 && c < 0x40000 ? TAGGER_IS_UNCASED : TAGGER_IS_OTHER;
  return TAGGER_IS_UNCASED;
}

size_t tagger_lower_word(const uint8_t *word, size_t count, uint8_t *lower) {
  size_t length = 0;
  for (size_t at = 0; at < count && length + 4 <= TAGGER_WORD_BYTES;) {
    if (word[at] < 0x80) {
      lower[length] = (uint8_t)tagger_lower(word[at]);
      length += word[at++] != '\'';
      continue;
    }
    const tagger_character character = tagger_decode(word, count, at);
    at += character.length;
    if (character.scalar != '\'') length += encode(tagger_lower(character.scalar), lower + length);
  }
  return length;
}

uint64_t tagger_lower_hash(const uint8_t *word, size_t count) {
  uint8_t lower[TAGGER_WORD_BYTES];
  return tagger_hash(lower, tagger_lower_word(word, count, lower));
}
