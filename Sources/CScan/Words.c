#include "Characters.h"

CSCAN_INLINE uint32_t value_of(const cscan_characters *characters, uint32_t c) {
  return is_plain_ideograph(c) ? c | CSCAN_IDEOGRAPH << 24 : page_value(&characters->pages, c);
}

CSCAN_INLINE uint8_t lower_letter(const cscan_characters *characters, const uint8_t *text) {
  return (text[0] & 0xE0) == 0xC0 ? characters->lower_letters[(size_t)(text[0] & 0x1F) << 8 | text[1]] : 0;
}

enum { ROOM = 252 };

/// A word in lower case, but for ASCII letters, whose case the hash ignores.
typedef struct {
  /// How long it is; beyond ROOM not all of it is kept.
  size_t count;
  int is_ascii;
  uint8_t bytes[ROOM + 4 + 16];
} lower_word;

CSCAN_INLINE void append(lower_word *word, uint32_t c) {
  word->is_ascii &= c < 0x80;
  if (__builtin_expect(word->count <= ROOM, 1)) {
    word->count += encode(c, word->bytes + word->count);
  } else {
    uint8_t beyond[4];
    word->count += encode(c, beyond);
  }
}

/// Where the word ends that begins at `start`, which is `start` when none does.
CSCAN_INLINE size_t read_word(
    const uint8_t *text, size_t count, size_t start, const cscan_characters *characters, lower_word *word) {
  size_t position = start;
  word->count = 0;
  word->is_ascii = 1;
  while (position < count) {
    const uint8_t byte = text[position];
    if (byte < 0x80) {
      if (!is_ascii_word(byte)) break;
      append(word, byte);
      position++;
      continue;
    }
    size_t next = position;
    const uint32_t c = decode(text, &next);
    const uint32_t value = value_of(characters, c);
    const uint32_t kind = value >> 24;
    if (kind == CSCAN_IDEOGRAPH) {
      if (position > start) break;
      append(word, value & 0xFFFFFF);
      position = next;
      // Marks such as Thai vowels belong to the character before them.
      while (position < count && text[position] >= 0x80) {
        const uint32_t mark = decode(text, &next);
        if (value_of(characters, mark) >> 24 != CSCAN_MARK_ON_LETTER) break;
        append(word, mark);
        position = next;
      }
      break;
    }
    if (kind == CSCAN_OTHER || (kind == CSCAN_MARK_ON_LETTER && position == start)) break;
    append(word, value & 0xFFFFFF);
    position = next;
  }
  return position;
}

/// Of a word that is longer than what was kept of it.
static __attribute__((noinline)) uint64_t hash_again(
    const uint8_t *text, size_t start, size_t end, const cscan_characters *characters, size_t count) {
  uint64_t hash = (uint64_t)count * 0x9E3779B97F4A7C15u, chunk = 0;
  unsigned filled = 0;
  while (start < end) {
    uint8_t bytes[4];
    size_t length = 1;
    if (text[start] < 0x80) {
      bytes[0] = text[start++];
    } else {
      length = encode(value_of(characters, decode(text, &start)) & 0xFFFFFF, bytes);
    }
    for (size_t i = 0; i < length; i++) {
      chunk |= (uint64_t)bytes[i] << (8 * filled);
      if (++filled == 8) {
        hash = fold_multiply(hash ^ (chunk | lower));
        chunk = filled = 0;
      }
    }
  }
  return filled ? fold_multiply(hash ^ (chunk | lower)) : hash;
}

CSCAN_INLINE uint64_t hash_kept(lower_word *word) {
  memset(word->bytes + word->count, 0, 16);
  uint64_t hash = (uint64_t)word->count * 0x9E3779B97F4A7C15u;
  size_t offset = 0;
  do {
    hash = fold_multiply(hash ^ (load(word->bytes + offset) | lower));
    offset += 8;
  } while (offset < word->count || offset < 16);
  return hash;
}

CSCAN_INLINE uint64_t hash_word(
    const uint8_t *text, size_t start, size_t end, const cscan_characters *characters, lower_word *word) {
  return word->count <= ROOM ? hash_kept(word) : hash_again(text, start, end, characters, word->count);
}

/// Reads a word that is its own lower case, but for ASCII letters, and at most 32 bytes long: its hash can be taken from
/// the text itself. Returns where it ends, or 0 when it is any other; a letter or digit begins it.
CSCAN_INLINE size_t read_lower(
    const uint8_t *text, size_t count, size_t start, const cscan_characters *characters, int *is_ascii,
    uint64_t *hash) {
  if (count - start < 32 + 4) return 0;
  size_t position = start;
  *is_ascii = 1;
  while (position - start <= 32) {
    const uint8_t byte = text[position];
    if (byte < 0x80) {
      if (!is_ascii_word(byte)) break;
      position++;
      continue;
    }
    if (lower_letter(characters, text + position)) {
      *is_ascii = 0;
      position += 2;
      continue;
    }
    size_t next = position;
    const uint32_t c = decode(text, &next), value = value_of(characters, c), kind = value >> 24;
    if (kind == CSCAN_OTHER || kind == CSCAN_IDEOGRAPH) break;
    if ((value & 0xFFFFFF) != c) return 0;
    *is_ascii = 0;
    position = next;
  }
  const size_t length = position - start;
  if (length > 32) return 0;
  const uint8_t *word = text + start;
  *hash = (uint64_t)length * 0x9E3779B97F4A7C15u;
  *hash = fold_multiply(*hash ^ ((load(word) & masks[length < 8 ? length : 8]) | lower));
  *hash = fold_multiply(*hash ^ ((load(word + 8) & masks[length < 8 ? 0 : length < 16 ? length - 8 : 8]) | lower));
  if (length > 16) *hash = fold_multiply(*hash ^ ((load(word + 16) & masks[length < 24 ? length - 16 : 8]) | lower));
  if (length > 24) *hash = fold_multiply(*hash ^ ((load(word + 24) & masks[length - 24]) | lower));
  return position;
}

int cscan_word_at(
    const uint8_t *text, size_t count, size_t start, const cscan_characters *characters, cscan_word *word) {
  lower_word kept;
  const size_t end = read_word(text, count, start, characters, &kept);
  if (end == start) return 0;
  *word = (cscan_word){hash_word(text, start, end, characters, &kept), (uint32_t)start, (uint32_t)end};
  return 1;
}

/// Whether a phrase of several words may go on behind the word that ends at `end`, as far as a pair of words tells.
static int may_go_on(
    const uint8_t *text, size_t count, uint64_t hash, size_t end, const cscan_characters *characters,
    const cscan_filter *filter) {
  if (end < count && text[end] == ' ') end++;
  if (end >= count) return 0;
  // What other marks between words mean, the index knows.
  if (text[end] < 0x80 && !is_ascii_word(text[end])) return 1;
  cscan_word next;
  if (!cscan_word_at(text, count, end, characters, &next)) return 0;
  if (filter->plurals && (text[next.end - 1] | 0x20) == 's') return 1;
  const uint64_t pair = fold_multiply(hash ^ __builtin_bswap64(next.hash)) | 1;
  const uint64_t bits = filter_bits(pair);
  return (filter->words[(pair >> 20 & filter->mask) * 4 + 3] & bits) == bits;
}

CSCAN_INLINE int is_in(const uint64_t *bits, uint64_t place) { return bits && bits[place >> 6] >> (place & 63) & 1; }

CSCAN_INLINE uint32_t ask(
    const uint8_t *text, size_t count, const cscan_word *word, int is_other_word, const cscan_characters *characters,
    const cscan_filter *filters, size_t filter_count) {
  uint32_t flags = 0;
  for (size_t i = 0; i < filter_count; i++) {
    const cscan_filter *filter = &filters[i];
    if (filter->plurals && word->end - word->start >= 4 && (text[word->end - 1] | 0x20) == 's') {
      flags |= (uint32_t)1 << i;
      continue;
    }
    if (is_other_word && !is_in(filter->beginnings, word->hash >> 48)) continue;
    const int is_other = !((uint8_t)(text[word->start] - 'a') < 26);
    const uint64_t bits = filter_bits(word->hash);
    const uint64_t *kinds = filter->words + (word->hash >> 20 & filter->mask) * 4;
    if ((kinds[is_other] & bits) == bits ||
        ((kinds[2] & bits) == bits && may_go_on(text, count, word->hash, word->end, characters, filter))) {
      flags |= (uint32_t)1 << i;
    }
  }
  return flags;
}

CSCAN_INLINE int knows(const cscan_filter *filter, lower_word *word) {
  const uint64_t hash = hash_kept(word), bits = filter_bits(hash);
  const uint64_t *kinds = filter->words + (hash >> 20 & filter->mask) * 4;
  return (kinds[1] & bits) == bits || (kinds[2] & bits) == bits;
}

CSCAN_INLINE uint32_t plain_letter(const uint32_t *plain, uint32_t c) {
  if (c - 0xC0 < CSCAN_PLAIN_LATIN) return plain[c - 0xC0];
  return c - 0x1E00 < 0x100 ? plain[CSCAN_PLAIN_LATIN + c - 0x1E00] : 0;
}

/// Whether the word's letters have marks and a filter may know it without them.
static int is_known_unmarked(const lower_word *word, const uint32_t *plain, const cscan_filter *filter) {
  lower_word below, spelled;
  below.count = spelled.count = 0;
  int has_marks = 0, has_others = word->count > ROOM;
  for (size_t position = 0; position < word->count && position < ROOM;) {
    if (word->bytes[position] < 0x80) {
      below.bytes[below.count++] = spelled.bytes[spelled.count++] = word->bytes[position++];
      continue;
    }
    const uint32_t c = decode(word->bytes, &position), letters = plain_letter(plain, c);
    if (letters == 0) {
      // Marks of their own may go with letters before them: rare enough to be left to whoever asks.
      has_others = 1;
      if (c - 0x300 < 0x70) has_marks = 1;
      continue;
    }
    has_marks = 1;
    // No letter takes more bytes without its mark than with it.
    below.bytes[below.count++] = (uint8_t)letters;
    if (letters >> 8 & 0xFF) below.bytes[below.count++] = (uint8_t)(letters >> 8);
    spelled.bytes[spelled.count++] = (uint8_t)(letters >> 16);
    if (letters >> 24) spelled.bytes[spelled.count++] = (uint8_t)(letters >> 24);
  }
  if (!has_marks) return word->count > ROOM;
  return has_others || knows(filter, &below) || knows(filter, &spelled);
}

/// Reads words from `position` on to the end of the run, or until there is no more room.
CSCAN_INLINE size_t read_run(
    const uint8_t *text, size_t count, size_t *position, const cscan_characters *characters, const cscan_filter *filters,
    size_t filter_count, const uint32_t *plain, cscan_run_word *words, size_t room) {
  size_t found = 0, at = *position;
  lower_word kept;
  while (at < count && found < room) {
    int is_ideograph = 0;
    if (text[at] < 0x80) {
      if (!is_ascii_word(text[at])) break;
    } else if (lower_letter(characters, text + at) != 1) {
      size_t next = at;
      const uint32_t c = decode(text, &next), kind = value_of(characters, c) >> 24;
      if (kind == CSCAN_OTHER || kind == CSCAN_MARK_ON_LETTER) {
        at = next;
        continue;
      }
      if (kind == CSCAN_IDEOGRAPH) {
        // Most characters begin no phrase, and then neither do they with marks.
        is_ideograph = 1;
        int begins = 0;
        for (size_t i = 0; i < filter_count; i++) begins |= is_in(filters[i].beginnings, c & 0xFFFF);
        if (!begins) {
          at = next;
          continue;
        }
      }
    }
    int is_ascii = 0;
    uint64_t hash = 0;
    size_t end = is_ideograph || plain ? 0 : read_lower(text, count, at, characters, &is_ascii, &hash);
    if (end == 0) {
      end = read_word(text, count, at, characters, &kept);
      hash = hash_word(text, at, end, characters, &kept);
      is_ascii = kept.is_ascii;
    }
    const cscan_word word = {hash, (uint32_t)at, (uint32_t)end};
    uint32_t flags = ask(text, count, &word, !is_ascii && !is_ideograph, characters, filters, filter_count);
    if (plain && is_known_unmarked(&kept, plain, filters)) flags |= CSCAN_UNMARKED;
    if (flags) words[found++] = (cscan_run_word){word, flags};
    at = end;
  }
  *position = at;
  return found;
}

/// Whether ASCII letters or digits stand among the others of the run at `position`. `İ`, whose lower case is ASCII, is no
/// name by itself.
CSCAN_INLINE int has_ascii(const uint8_t *text, size_t count, size_t position) {
  while (position < count && text[position] >= 0x80) {
    if (position + 8 <= count) {
      const uint64_t ascii = ~load(text + position) & 0x8080808080808080u;
      position += ascii ? (size_t)__builtin_ctzll(ascii) / 8 : 8;
    } else {
      position++;
    }
  }
  return position < count && is_ascii_word(text[position]);
}

size_t cscan_run_words(
    const uint8_t *text, size_t count, const uint32_t *runs, size_t run_count, cscan_cursor *cursor,
    const cscan_characters *characters, const cscan_filter *filters, size_t filter_count, const uint32_t *plain,
    cscan_run_word *words, size_t room) {
  int only_ascii = plain == NULL;
  for (size_t i = 0; i < filter_count; i++) only_ascii &= !filters[i].beginnings && !filters[i].plurals;
  size_t found = 0;
  for (; cursor->run < run_count; cursor->run++, cursor->position = 0) {
    if (cursor->position == 0) {
      if (only_ascii && !has_ascii(text, count, runs[cursor->run])) continue;
      cursor->position = runs[cursor->run];
    }
    found += read_run(
        text, count, &cursor->position, characters, filters, filter_count, plain, words + found, room - found);
    if (found == room) break;
  }
  return found;
}
