// The name tagger's kernel: a linear-chain model over hashed features of words, read from an embedded table.
//
// Text is cut into segments (sentences, lines) and these into pieces (words, marks). Only pieces that may be part of a
// name are scored; all others are known to be outside of names and cost next to nothing.

#ifndef VEIL_TAGGER_H
#define VEIL_TAGGER_H

#include <stddef.h>
#include <stdint.h>

enum {
  /// Outside; then begin and inside of person, organisation, place.
  TAGGER_LABELS = 7,
  /// Features of one piece, those of its neighbours included.
  TAGGER_FEATURES = 131,
  /// Longest segment in pieces: what is longer is cut.
  TAGGER_MAX_PIECES = 160,
  /// Weight tables: English, other languages.
  TAGGER_LANGUAGES = 2,
};

/// What a piece is.
enum {
  TAGGER_WORD = 1,
  TAGGER_NUMBER = 2,
  TAGGER_MARK = 3,
  /// `'s`, `n't`: glued to the word before it.
  TAGGER_CLITIC = 4,
  /// An address, a path, an identifier, a handle.
  TAGGER_CODE = 5,
  /// `[NAME_1]`, or what stands in for a finding.
  TAGGER_PLACEHOLDER = 6,
};

/// How a word is written.
enum { TAGGER_NO_CASE = 0, TAGGER_LOWER = 1, TAGGER_CAPITAL = 2, TAGGER_UPPER = 3, TAGGER_MIXED = 4, TAGGER_WITH_DIGITS = 5 };

typedef struct {
  /// Bytes of the text, end exclusive.
  uint32_t start, end;
  /// Of the bytes as they are, and of the lower-case form without apostrophes.
  uint64_t raw, lower;
  /// What the word list says, in bits: see `tagger_evidence`.
  uint32_t evidence;
  uint8_t kind, letters;
  /// Not 0 where the piece may be part of a name.
  uint8_t allowed;
  /// Place of a known name of several words: 0, or 1 + 2 * kind for its first word, 2 + 2 * kind for the others.
  uint8_t phrase;
} tagger_piece;

/// A segment of a text.
typedef struct {
  /// Where the next one begins.
  size_t next;
  size_t count;
  /// 0 ordinary, 1 without capitals, 2 mostly capital letters, 3 capitalised words, 4 begins in lower case, 5 code,
  /// log or table.
  uint8_t line;
  uint8_t has_allowed;
  uint8_t has_placeholder;
  /// Words that tell English from other languages, counted.
  uint8_t english, foreign;
} tagger_segment;

/// A model in memory; all pointers into one read-only image.
typedef struct {
  /// `TAGGER_LANGUAGES` tables of `1 << row_bits` rows of eight weights, the last one unused.
  const int8_t *weights;
  uint32_t row_bits;
  /// Steps between weights: weight = step * stored value.
  float step[TAGGER_LANGUAGES];
  /// From the label before (row; 0 where nothing stands before) to the label of a piece.
  float transitions[TAGGER_LANGUAGES][TAGGER_LABELS][TAGGER_LABELS];
  /// Word list: open addressing over `evidence_slots` places; a print of 0 is empty.
  const uint16_t *evidence_prints;
  const uint32_t *evidence;
  uint32_t evidence_slots;
  /// Names of several words as chains: open addressing, 0 is empty; low bits say 1 goes on, 2 ends, 4 region or country.
  const uint32_t *phrases;
  uint32_t phrase_slots;
} tagger_model;

/// Reads the image of a model: what `veil-train` writes. It must stay where it is as long as the model is used.
///
/// The image, all numbers little-endian: the bytes `VEILNAM1`; four 32-bit numbers, which are row bits, places of the word
/// list, places of the phrases, 0; as floats the steps, then the transitions; zeros up to a multiple of 64; weights; 32
/// bits of evidence a place; 32 bits a phrase place; prints of 16 bits.
///
/// Returns 0, or 1 when it is no such image.
int tagger_open(const uint8_t *image, size_t count, tagger_model *model);

/// A name that was found.
typedef struct {
  uint32_t start, end;
  /// 0 person, 1 organisation, 2 place.
  uint32_t label;
  /// How likely the label is right, 0 to 1: calibrated from the mean of the model's beliefs over the pieces.
  float score;
} tagger_span;

typedef struct tagger_cache tagger_cache;

/// Working memory of one tagger at a time, about 2 MB. NULL when there is no memory.
tagger_cache *tagger_cache_make(void);
void tagger_cache_free(tagger_cache *cache);

/// Reads the segment that begins at `from`.
///
/// - pieces: room for TAGGER_MAX_PIECES.
tagger_segment tagger_read(
    const tagger_model *model, tagger_cache *cache, const uint8_t *text, size_t count, size_t from,
    tagger_piece *pieces);

/// The features of one piece, as numbers of rows: what training adds up and changes.
///
/// - features: room for TAGGER_FEATURES.
void tagger_features(
    const tagger_model *model, const uint8_t *text, const tagger_piece *pieces, size_t count, size_t piece, uint8_t line,
    uint32_t *features);

/// Whether feature number `i` of a piece tells which word it is.
int tagger_is_lexical(size_t i);

/// What a feature is about.
enum {
  TAGGER_ABOUT_WORD,
  TAGGER_ABOUT_WRITING,
  TAGGER_ABOUT_LISTS,
  TAGGER_ABOUT_BEFORE,
  TAGGER_ABOUT_BEHIND,
  TAGGER_ABOUT_TOGETHER,
  TAGGER_GROUPS,
};

/// How much the features of a piece speak for a label (0 to 2) rather than for none, by what they are about: differences of
/// scores, without those of transitions.
void tagger_explain(
    const tagger_model *model, const uint8_t *text, const tagger_segment *segment, const tagger_piece *pieces,
    size_t piece, int language, int label, float groups[TAGGER_GROUPS]);

/// Finds names in a segment that was read.
///
/// - language: which table.
/// - outside: added to the score of "outside"; below 0 finds more.
/// - spans: room for `segment->count`.
/// - persons: NULL, or room for how likely each piece is part of a person's name.
size_t tagger_find(
    const tagger_model *model, tagger_cache *cache, const uint8_t *text, const tagger_segment *segment,
    const tagger_piece *pieces, int language, float outside, tagger_span *spans, float *persons);

/// What the word list says of a word, whose hash is of its lower-case form; 0 when it does not have it.
uint32_t tagger_evidence(const tagger_model *model, uint64_t lower);

/// Hash of a word's lower-case form without apostrophes, as in `tagger_piece`.
uint64_t tagger_lower_hash(const uint8_t *word, size_t count);

/// Place in the word list where the search for a hash begins, and its print.
uint32_t tagger_slot(uint64_t lower, uint32_t slots);
uint16_t tagger_print(uint64_t lower);

/// State of a chain of words after one more word, begun with 0.
uint32_t tagger_chain(uint32_t state, uint64_t lower);

#endif
