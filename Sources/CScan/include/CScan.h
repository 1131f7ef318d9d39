// Byte kernels: which bytes of a text belong to a set, 32 at a time where the processor can.

#ifndef VEIL_CSCAN_H
#define VEIL_CSCAN_H

#include <stddef.h>
#include <stdint.h>

#include "Pages.h"
#include "Placeholders.h"
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

/// A stretch of a text.
typedef struct {
  size_t from, to;
} cscan_range;

/// A run of word bytes at which phrases may begin.
typedef struct {
  /// Of a word of ASCII letters and digits, at most 16 bytes long.
  uint64_t hash;
  uint32_t start;
  uint16_t length;
  uint16_t flags;
} cscan_place;

enum {
  /// The run is longer than 16 bytes, not plain ASCII or close to the text's end: hash and length are not known.
  CSCAN_LONG_RUN = 1,
  /// Filter i admits the word: CSCAN_FILTER << i.
  CSCAN_FILTER = 2,
};

/// A place at which rules may begin or turn.
typedef struct {
  /// Bit i: the byte i places further on is a digit. 0 where nobody asks for digits.
  uint64_t digits;
  uint32_t position;
  uint32_t flags;
} cscan_event;

enum {
  /// Something may begin with this byte whatever follows.
  CSCAN_BEGINS = 1,
  /// Something may begin with this byte and digits follow as it needs them.
  CSCAN_NEAR_DIGITS = 2,
  /// The next bytes may be the beginning of a literal.
  CSCAN_LITERAL = 4,
  /// Something that contains this byte may begin before it.
  CSCAN_MARK = 8,
  /// Of a first byte only: a shape may begin with it.
  CSCAN_SHAPES = 16,
};

/// Which words are worth a look.
typedef struct {
  /// Two bits for each hash of `cscan_gate_hash` that is looked for, of words that begin in lower case and, `gate_words`
  /// further on, of all others.
  const uint64_t *gate;
  size_t gate_words;
  uint64_t gate_shift;
  /// In turns of 64 bits: words that are phrases by themselves, beginning in lower case; in any other way; words that
  /// longer phrases begin with; pairs of words that they begin with.
  const uint64_t *words;
  /// Number of turns, minus one.
  uint64_t mask;
  /// Not 0: every word that ends in s is worth a look, whatever the bits say.
  uint64_t plurals;
  /// Four times 65536 bits for the first words with characters that are not ASCII: by the low half of a character that is
  /// a word by itself; the same of those that are phrases alone; by the hash of such a character and of the next one of
  /// the same kind, see `cscan_pair_hash`; by the hash of how any other word begins, see `cscan_beginning_hash`. NULL when
  /// there are none.
  const uint64_t *beginnings;
  /// What will be read of a word that is admitted, 16 bytes by its hash.
  const void *slots;
  /// Number of them, minus one.
  uint64_t slot_mask;
} cscan_filter;

/// Enough digits for some rule.
typedef struct {
  /// Where they are counted.
  uint64_t mask;
  int count;
} cscan_need;

/// What makes a place worth a look.
typedef struct {
  /// Words, digits, marks, ASCII letters and digits.
  const cscan_set *sets;
  /// By first byte: CSCAN_BEGINS, CSCAN_NEAR_DIGITS, CSCAN_SHAPES.
  const uint8_t *first_bytes;
  /// Rows by first byte, one of which must be met where no digit stands.
  const uint32_t *need_rows;
  const cscan_need *needs;
  /// By first byte: what all of them ask for at least.
  const cscan_need *least_needs;
  /// Not 0: some rule begins at a letter or digit whatever follows, or is built around one.
  int word_begins;
  /// Not 0: some rule may begin with a digit right behind another.
  int begins_inside_numbers;
  /// 65536 bits by the hash of four bytes, then 32768 by that of three for literals that are no longer.
  const uint64_t *literals;
  /// A bit for each byte that rules are built around, by that byte, by the byte that follows and by the one before.
  const uint32_t *around_bits, *around_next, *around_before;
  /// The same for no byte before.
  uint32_t around_alone;
  cscan_filter filters[4];
  size_t filter_count;
} cscan_tables;

/// Bytes that are scanned at a time, a multiple of 64.
enum { CSCAN_TILE = 4096 };

typedef struct {
  size_t places;
  size_t events;
  /// Where the next tile begins.
  size_t next;
} cscan_counts;

/// Writes runs that begin in `phrases`, in order, and events in `rules`, as far as they lie in the tile that begins at
/// `from`, a multiple of 64. `places` needs room for CSCAN_TILE / 2, `events` for CSCAN_TILE * 3 / 2.
cscan_counts cscan_scan_tile(
    const uint8_t *text, size_t count, size_t from, cscan_range rules, cscan_range phrases, const cscan_tables *tables,
    cscan_place *places, cscan_event *events);

/// The same at a level not above `cscan_best_level()`: for comparing the levels in tests.
cscan_counts cscan_scan_tile_at(
    cscan_level level, const uint8_t *text, size_t count, size_t from, cscan_range rules, cscan_range phrases,
    const cscan_tables *tables, cscan_place *places, cscan_event *events);

/// Hash of an ASCII word's length and its first eight bytes without regard to case.
uint64_t cscan_gate_hash(const uint8_t *start, size_t count);

/// Where a rule is to be tried.
typedef struct {
  uint32_t position;
  uint16_t rule;
  /// Not 0: the pattern's first bytes have been looked at.
  uint16_t is_sieved;
} cscan_start;

/// Rules that need context and may begin at a place.
typedef struct {
  /// Bits of `cscan_number_rules`, from `word` times 64 on.
  uint64_t rules;
  uint32_t position;
  uint32_t word;
} cscan_number;

enum { CSCAN_MOST_LETTERS = 15, CSCAN_MOST_DIGITS = 63, CSCAN_LONGEST_RUN = 127, CSCAN_LONGEST_WALK = 128 };

/// How many rules are taken together, and how many bytes of a match are looked at.
enum { CSCAN_RULE_GROUP = 256, CSCAN_SIEVE_REACH = 16 };

/// What a rule asks for that begins at a number.
typedef struct {
  /// Ones where digits count.
  uint64_t mask;
  /// What may stand behind the digits that the match begins with.
  uint64_t next[4];
  uint16_t rule;
  /// Bit n: the match may begin with a run of n digits; bit 0: with none.
  uint16_t runs;
  uint8_t count;
  /// How many of an unbroken run must be digits.
  uint8_t run_digits;
  /// Whether a byte of `behind` must be among the two before the match.
  uint8_t is_behind;
  uint64_t behind[4];
} cscan_number_rule;

/// Rules that begin at numbers as bits, CSCAN_RULE_GROUP of them in a group.
typedef struct {
  size_t groups;
  /// By byte.
  const uint8_t *classes;
  size_t class_count;
  /// Of each group, for each of the first 16 places and each class of byte: the rules that admit such a byte there.
  const uint64_t *places;
  /// Rules that ask for no shape; those that ask for more than a shape; those that need context.
  const uint64_t *unshaped, *asking, *in_context;
  /// Numbers of sets, by letters times 64 and the digits behind them; by length of an unbroken run.
  const uint16_t *shape_sets, *run_sets;
  const uint64_t *sets;
  /// By bit.
  const cscan_number_rule *rules;
} cscan_number_rules;

typedef struct {
  /// What stands between the match's start and the byte, from `least` to `most` bytes, at most CSCAN_LONGEST_WALK.
  uint64_t over[4];
  /// What must follow the byte.
  uint64_t next[4];
  /// The same for entries with the same `over`, different for all others.
  uint32_t set;
  uint16_t rule;
  uint8_t least, most;
} cscan_around;

typedef struct {
  /// The first eight bytes with bit 5 set, and which of them there are.
  uint64_t start, mask;
  uint16_t rule;
} cscan_literal;

/// Rows of different lengths.
typedef struct {
  const uint32_t *offsets;
  const void *elements;
} cscan_rows;

/// Which rules can begin where.
typedef struct {
  /// By first byte.
  cscan_rows starts;
  /// By the byte that a match contains.
  cscan_rows around;
  /// By the hash of the first three bytes, 4096 rows.
  cscan_rows literals;
  cscan_number_rules numbers;
  /// The most rules that one event can give.
  size_t most_rules;
} cscan_dispatch;

/// Writes the rules that may begin at events, in no order, and those that need context apart. Room is needed for
/// `tables->most_rules` of both at least.
///
/// Returns how many of the events were looked at; fewer than there are when there was no room for more.
size_t cscan_find_starts(
    const uint8_t *text, size_t count, cscan_range rules, const cscan_dispatch *tables, const cscan_event *events,
    size_t event_count, cscan_start *starts, size_t room, size_t *start_count, cscan_number *numbers,
    size_t *number_count);

/// Hash of one to 16 ASCII letters and digits without regard to case. Sixteen bytes from `start` are read.
uint64_t cscan_word_hash(const uint8_t *start, size_t count);

#include "Words.h"
#include "Scout.h"
#include "Fold.h"
#include "Phrases.h"

#endif
