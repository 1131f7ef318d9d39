// The few ICU calls used, under names that do not carry ICU's version.
//
// ICU's own headers are included in the C file only: Swift's Foundation brings another ICU, and a program that sees the
// headers of both does not compile.

#ifndef VEIL_CICU_H
#define VEIL_CICU_H

#include <stdbool.h>
#include <stdint.h>

/// NFKC of `count` UTF-16 units into `result`. Returns the number of units of the whole result, which is more than
/// `capacity` when that did not suffice, or -1 when ICU has no data.
int32_t cicu_nfkc(const uint16_t *text, int32_t count, uint16_t *result, int32_t capacity);

/// Whether NFKC neither reorders nor joins this character with one before it.
bool cicu_has_boundary_before(uint32_t c);

/// Whether this character can stand in NFKC text whatever is before it, in the order of combining classes.
bool cicu_is_always_nfkc(uint32_t c);

uint8_t cicu_combining_class(uint32_t c);

bool cicu_is_mark(uint32_t c);

bool cicu_is_letter(uint32_t c);

bool cicu_is_space(uint32_t c);

bool cicu_is_dash(uint32_t c);

/// 0 to 9, or -1 when the character is no decimal digit of any script.
int32_t cicu_digit_value(uint32_t c);

/// Characters that show nothing: joiners, soft hyphen, variation selectors, tags, signs of writing direction.
bool cicu_is_invisible(uint32_t c);

/// Lower case of one character alone, without the mappings that need a language or more than one character.
uint32_t cicu_lower(uint32_t c);

bool cicu_is_latin(uint32_t c);

/// Whether the character's script has letters that look like Latin ones.
bool cicu_is_latin_like(uint32_t c);

/// Whether the character's script is written without spaces, or with words that run together.
bool cicu_is_unspaced(uint32_t c);

/// Whether a reader sees this character as one with whatever letter or sign stands before it.
bool cicu_extends_cluster(uint32_t c);

bool cicu_is_regional_indicator(uint32_t c);

bool cicu_is_pictographic(uint32_t c);

/// Whether no grapheme cluster ends between `a` and `b`, as far as two characters can tell: flags and joined emoji
/// need more. A consonant after a virama counts as joined.
bool cicu_is_one_cluster(uint32_t a, uint32_t b);

#endif
