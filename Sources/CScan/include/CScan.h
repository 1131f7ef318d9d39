// Byte kernels: which bytes of a text belong to a set, 32 at a time where the processor can.

#ifndef VEIL_CSCAN_H
#define VEIL_CSCAN_H

#include <stddef.h>
#include <stdint.h>

#include "Tagger.h"

/// A set of bytes: any subset of ASCII, and either all or none of the bytes from 0x80 on.
typedef struct {
  /// Bit h (0 to 7) of `low[l]` set: byte `h << 4 | l` is in the set.
  uint8_t low[16];
  /// 1 when the bytes from 0x80 on are in the set, otherwise 0.
  uint8_t high;
} cscan_set;

/// Index of the first byte that is in `set`, or `count`.
size_t cscan_find(const uint8_t *text, size_t count, const cscan_set *set);

/// One bit for each byte and set: bit i of `planes[block * set_count + s]` says whether byte `block * 64 + i` is in
/// `sets[s]`. There are `(count + 63) / 64` blocks; bits beyond `count` are 0, and nothing beyond `count` is read.
void cscan_planes(const uint8_t *text, size_t count, const cscan_set *sets, size_t set_count, uint64_t *planes);

/// Ways to compute the same thing, from the plainest to the fastest.
typedef enum { CSCAN_PORTABLE = 0, CSCAN_SSSE3 = 1, CSCAN_AVX2 = 2 } cscan_level;

/// The fastest level that this processor has; the functions above use it.
cscan_level cscan_best_level(void);

/// "portable", "ssse3" or "avx2".
const char *cscan_level_name(cscan_level level);

/// As `cscan_find` and `cscan_planes`, at a level not above `cscan_best_level()`: for comparing the levels in tests.
size_t cscan_find_at(cscan_level level, const uint8_t *text, size_t count, const cscan_set *set);
void cscan_planes_at(
    cscan_level level, const uint8_t *text, size_t count, const cscan_set *sets, size_t set_count, uint64_t *planes);

/// A word of ASCII letters and digits, at most 16 bytes long.
typedef struct {
  uint64_t hash;
  uint32_t start;
  uint32_t end;
} cscan_word;

/// A place in the text where there is something to look at.
typedef struct {
  uint32_t position;
  /// Index of the word that starts here, when one of the filters admits it.
  uint32_t word;
  uint32_t flags;
} cscan_event;

enum {
  /// Something may begin with this byte whatever follows.
  CSCAN_BEGINS = 1,
  /// Something may begin with this byte and enough digits follow within 64 bytes.
  CSCAN_NEAR_DIGITS = 2,
  /// The next three bytes may be the beginning of a literal.
  CSCAN_LITERAL = 4,
  /// The byte is a mark.
  CSCAN_MARK = 8,
  /// A run of word bytes begins that is longer than 16 bytes or not plain ASCII.
  CSCAN_LONG_RUN = 16,
  /// Filter i admits the word: CSCAN_FILTER << i.
  CSCAN_FILTER = 32,
};

/// Which hashes of words are worth a look.
typedef struct {
  /// In turns of 64 bits: words that are phrases by themselves, beginning in lower case; in any other way; words that
  /// longer phrases begin with; pairs of words that they begin with.
  const uint64_t *words;
  /// Number of turns, minus one.
  uint64_t mask;
  /// Not 0: every word that ends in s is an event, whatever the bits say.
  uint64_t plurals;
} cscan_filter;

/// What makes a place an event.
typedef struct {
  /// By first byte: 1 for CSCAN_BEGINS, 2 for CSCAN_NEAR_DIGITS.
  const uint8_t *first_bytes;
  /// By first byte: how many digits are needed at least.
  const uint8_t *digit_counts;
  /// 32768 bits, by the hash of three bytes.
  const uint64_t *literals;
  cscan_filter filters[4];
  size_t filter_count;
} cscan_tables;

typedef struct {
  size_t word_count;
  size_t event_count;
} cscan_counts;

/// Reads bitmaps of four sets (words, digits, marks, ASCII letters and digits) of `text`, with one block of zeros behind
/// the last, and writes words that start in `[phrase_from, phrase_to)` and events, both in order. `words` needs room for
/// half the bytes of the range and one, `events` for all of its bytes and for each word once more.
cscan_counts cscan_events(
    const uint8_t *text, size_t count, const uint64_t *planes, size_t rule_from, size_t rule_to, size_t phrase_from,
    size_t phrase_to, const cscan_tables *tables, cscan_word *words, cscan_event *events);

/// Hash of one to 16 ASCII letters and digits without regard to case. Sixteen bytes from `start` are read.
uint64_t cscan_word_hash(const uint8_t *start, size_t count);

#endif
