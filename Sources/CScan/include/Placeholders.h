// Where placeholders may begin.

#ifndef VEIL_PLACEHOLDERS_H
#define VEIL_PLACEHOLDERS_H

#include <stddef.h>
#include <stdint.h>

/// Any set of bytes: bit h of `rows[l]` for byte `h << 4 | l` below 0x80, bit h of `rows[16 + l]` for byte
/// `(8 + h) << 4 | l`.
typedef struct {
  uint8_t rows[32];
} cscan_bytes;

/// What a placeholder may begin with.
typedef struct {
  /// Word bytes among them count at the beginning of a word only.
  cscan_bytes first;
  /// Letters, digits and `_`.
  cscan_bytes word;
  /// What may come second behind a word byte, and behind any other.
  cscan_bytes behind_word, behind_other;
} cscan_leads;

/// Index of the first byte of `first` that is the last one or has a fitting second byte behind it, and that is no word
/// byte behind another; `count` when there is none.
///
/// @param previous the byte before `text`, 0 when there is none.
size_t cscan_find_lead(const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts);

/// Copies to `output`, which has room for `count` bytes, what stands before that byte, and gives its index.
size_t cscan_copy_to_lead(
    const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts, uint8_t *output);

/// As `cscan_find_lead` without the processor's special instructions: for comparing the two in tests.
size_t cscan_find_lead_portable(const uint8_t *text, size_t count, uint8_t previous, const cscan_leads *starts);

#endif
