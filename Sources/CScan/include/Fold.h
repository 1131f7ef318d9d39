// Text that is its own fold, skipped.

#ifndef VEIL_CSCAN_FOLD_H
#define VEIL_CSCAN_FOLD_H

/// What folding does with a code point: bits 24 to 27 of its number in the table of rules.
enum {
  /// Stays as it is.
  CSCAN_FOLD_PLAIN = 0,
  /// Stays behind a letter, in the order of the combining classes in the lowest bits.
  CSCAN_FOLD_MARK = 1,
  /// Becomes the character in the lowest 21 bits.
  CSCAN_FOLD_MAPPED = 5,
  /// Becomes a Latin letter where it stands among them.
  CSCAN_FOLD_LOOKALIKE = 7,
  /// Becomes a full stop between ASCII letters and digits.
  CSCAN_FOLD_FULL_STOP = 8,
};

/// How many bytes `cscan_rules` keeps what it knows in.
enum { CSCAN_KNOWN = 0x4000 + 65536 };

typedef struct {
  /// By code point: what folding does with it.
  cscan_pages pages;
  /// CSCAN_KNOWN bytes, at first 0: what the kernel has learned of characters, in the way it asks.
  uint8_t *known;
} cscan_rules;

/// What is known when folding has come to a place.
typedef struct {
  /// Combining class of the last character when that is a mark, otherwise 0.
  uint32_t last_class;
  /// The last byte of the fold so far, 0 at its beginning.
  uint8_t last;
  /// No look-alike before this place has company, see `cscan_has_company`.
  size_t alone_until;
  /// All look-alikes before this place are meant as Latin letters, or none is.
  size_t run_end;
  int run_is_latin;
} cscan_fold_state;

/// The first place from `position` on where the text may not be its own fold: at a byte that is no UTF-8, a NUL, one of
/// `&`, `%` and `\` that an escape may begin with, or a character that may become another one; `count` when there is none.
size_t cscan_skip_own_fold(
    const uint8_t *text, size_t count, size_t position, const cscan_rules *rules, cscan_fold_state *state);

/// The same at a level not above `cscan_best_level()`, for comparing the levels in tests.
size_t cscan_skip_own_fold_at(
    cscan_level level, const uint8_t *text, size_t count, size_t position, const cscan_rules *rules,
    cscan_fold_state *state);

/// Whether an ASCII letter or digit or `@`, or what folds to one, stands in the same token as the look-alike letter at
/// `position`: with no white space between, at most 64 bytes away.
int cscan_has_company(
    const uint8_t *text, size_t count, size_t position, const cscan_rules *rules, cscan_fold_state *state);

#endif
