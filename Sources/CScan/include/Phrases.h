// Words that the phrases of one index may begin with.

#ifndef VEIL_CSCAN_PHRASES_H
#define VEIL_CSCAN_PHRASES_H

/// Writes words that begin in `range`, in order: of ASCII letters and digits, at most 16 bytes long and with as many
/// bytes of the text from their start on. `sets` are the bytes of words, of plain ones, and those with which a word that
/// is looked for may begin; plurals are not looked for. There is room for `room` places, 33 at least.
///
/// Returns how many there are; `next` is where to go on, the end of the range or of the text when all was looked at.
size_t cscan_find_phrases(
    const uint8_t *text, size_t count, cscan_range range, const cscan_set *sets, const cscan_filter *filter,
    cscan_place *places, size_t room, size_t *next);

#endif
