// Words that are not plain: with letters of other scripts or with marks, or longer than the scan for events reads.

#ifndef VEIL_CSCAN_WORDS_H
#define VEIL_CSCAN_WORDS_H

/// One number for each code point, in pages of 256 that are made when first asked for.
typedef struct {
  /// By the high bits of a code point; NULL for pages not made yet.
  const uint32_t *const *pages;
  /// Makes a page; several threads may ask at once.
  const uint32_t *(*make)(uint32_t number);
} cscan_pages;

/// What words are made of.
typedef struct {
  cscan_pages pages;
  /// 8192 entries by a character's two bytes, the lowest five bits of the first one and all of the second: the bytes of
  /// its lower case, the first one lowest, and CSCAN_PAIR_MARK where it is a mark; CSCAN_NO_WORD_PAIR where it belongs to
  /// no word, CSCAN_OTHER_PAIR where its lower case does not take two bytes.
  const uint16_t *pairs;
  /// By the lowest bits of both bytes of a character, as many as differ, those of the second one from bit 8 on: not 0 where
  /// it is no letter or digit that is its own lower case as far as a hash tells.
  const uint8_t *slow_pairs;
  /// 65536 bytes, at first 0: what the kernel has learned of characters of three bytes, in the way it asks.
  uint8_t *known;
} cscan_characters;

/// How many entries `slow_pairs` has.
enum { CSCAN_SLOW_PAIRS = 0x4000 };

/// What `pairs` hold beside letters. No second byte has the bit of a mark.
enum { CSCAN_NO_WORD_PAIR = 0, CSCAN_OTHER_PAIR = 1, CSCAN_PAIR_MARK = 0x4000 };

/// What `cscan_characters` say of a code point: its lower case and, from bit 24 on, its kind.
enum {
  CSCAN_OTHER = 0,
  CSCAN_LETTER = 1,
  /// A word by itself, with the marks behind it.
  CSCAN_IDEOGRAPH = 2,
  CSCAN_DIGIT = 3,
  CSCAN_MARK_ON_LETTER = 4,
};

typedef struct {
  /// Of the word in lower case.
  uint64_t hash;
  uint32_t start, end;
} cscan_word;

/// From 0 to 65535: of a word's length and its first eight bytes, without regard to the case of ASCII letters.
uint32_t cscan_beginning_hash(const uint8_t *word, size_t count);

/// From 0 to 65535: of two characters.
uint32_t cscan_pair_hash(uint32_t first, uint32_t second);

/// Reads the word that begins at `start`, which may hold any characters. Returns 0 when no word begins there.
int cscan_word_at(
    const uint8_t *text, size_t count, size_t start, const cscan_characters *characters, cscan_word *word);

/// A word that a filter admits.
typedef struct {
  cscan_word word;
  /// Filter i admits it as the beginning of a phrase: 1 << i. Filter 0 may know it without its marks: CSCAN_UNMARKED.
  uint32_t flags;
} cscan_run_word;

enum { CSCAN_UNMARKED = 16 };

/// Code points whose letters `cscan_run_words` can take for plain ones: from 0xC0 to 0x24F, then 0x1E00 to 0x1EFF.
enum { CSCAN_PLAIN_LATIN = 0x250 - 0xC0, CSCAN_PLAIN_LETTERS = CSCAN_PLAIN_LATIN + 0x100 };

/// Where reading has come to.
typedef struct {
  /// Number of the run.
  size_t run;
  /// The place in it, 0 at its start.
  size_t position;
} cscan_cursor;

/// Reads the words of runs of letters, digits and other characters that are not plain ASCII.
///
/// Writes words that phrases may begin with, in order. Fewer than `room` are written only at the end of the last run;
/// otherwise `cursor` is where to go on.
///
/// - runs: where they begin.
/// - plain: by code point, how a letter with a mark is written without: from the lowest bits on two bytes for the letter
///   below the mark and two as German and Nordic languages write it; 0 for characters that stay. NULL where nobody asks.
size_t cscan_run_words(
    const uint8_t *text, size_t count, const uint32_t *runs, size_t run_count, cscan_cursor *cursor,
    const cscan_characters *characters, const cscan_filter *filters, size_t filter_count, const uint32_t *plain,
    cscan_run_word *words, size_t room);

#endif
