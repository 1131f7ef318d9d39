// Words that are worth looking up in a list of phrases: told by a byte that the list has for each of them and by what
// follows them, so that frequent words that seldom mean anything cost nothing where they do not.

#ifndef VEIL_CSCAN_SCOUT_H
#define VEIL_CSCAN_SCOUT_H

/// What a word asks of what follows it, and what it is to the word before it, a bit each.
enum {
  /// A word with a capital must follow, or a particle.
  CSCAN_BEFORE_NAME = 1,
  /// The second word of a longer phrase must follow.
  CSCAN_BEFORE_WORD = 2,
  /// The second of two words that are looked for together in lower case must follow.
  CSCAN_BEFORE_PAIRED = 4,
  /// Nothing need follow.
  CSCAN_ANYWHERE = 8,
  /// A mark must follow, such as `:`.
  CSCAN_BEFORE_LABEL_MARK = 16,
  CSCAN_IS_PARTICLE = CSCAN_BEFORE_NAME << 5,
  CSCAN_IS_SECOND = CSCAN_BEFORE_WORD << 5,
  CSCAN_IS_PAIRED = CSCAN_BEFORE_PAIRED << 5,
};

enum { CSCAN_SCOUT_KINDS = 1 << 15, CSCAN_SCOUT_CAPITALS = 1 << 17 };

/// All by hashes of words, as `cscan_gate_hash` gives them: what is said of any of those that share one.
typedef struct {
  /// CSCAN_SCOUT_KINDS bytes, by the highest bits.
  const uint8_t *kinds;
  /// CSCAN_SCOUT_CAPITALS bits, by the highest ones: words that are worth a look where they do not begin in lower case.
  const uint64_t *capitals;
} cscan_scout;

/// Writes the words that begin in `range`, as far as they lie in the tile of CSCAN_TILE bytes that begins at `from`, a
/// multiple of 64, and that are worth a look, in order: those with a hash, and the runs whose words are not known, with the
/// flag CSCAN_LONG_RUN. `places` needs room for CSCAN_TILE / 2. Returns how many there are.
///
/// - filter: of the list of phrases.
size_t cscan_scout_tile(
    const uint8_t *text, size_t count, size_t from, cscan_range range, const cscan_scout *scout,
    const cscan_filter *filter, cscan_place *places);

/// A word of ASCII letters.
typedef struct {
  /// As `cscan_word_hash` gives it.
  uint64_t hash;
  uint32_t end;
  /// A bit for each capital, the first letter's the lowest.
  uint32_t capitals;
} cscan_letters;

/// Reads the word of at most 15 letters that begins at `start`. Returns 0 where there is none, or a digit, a hyphen, an
/// apostrophe or a character that is not ASCII stands right behind it, or the text ends too soon to tell.
int cscan_letters_at(const uint8_t *text, size_t count, size_t start, cscan_letters *letters);

#endif
