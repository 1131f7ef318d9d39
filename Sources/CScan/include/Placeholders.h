// Where placeholders may begin.

#ifndef VEIL_PLACEHOLDERS_H
#define VEIL_PLACEHOLDERS_H

#include <stddef.h>
#include <stdint.h>

/// Two sets of any bytes. Bit h of `rows[0][set][l]` for byte `h << 4 | l` below 0x80, bit h of `rows[1][set][l]` for byte
/// `(8 + h) << 4 | l`.
typedef struct {
  uint8_t rows[2][2][16];
} cscan_two_sets;

/// What a placeholder may begin with.
typedef struct {
  /// What it begins with, of which word bytes count at the beginning of a word only; and word bytes: letters, digits, `_`.
  cscan_two_sets here;
  /// What may come second behind a word byte, and behind any other.
  cscan_two_sets behind;
} cscan_leads;

/// Copies to `output` what stands from `start` on before the first byte of `here` that is the last one or has a fitting
/// second byte behind it, and that is no word byte behind another. Gives the index of that byte, `count` when there is
/// none.
///
/// @param previous the byte before `start`, 0 when there is none.
/// @param output has room for `CSCAN_LEAD_ROOM` bytes more than there are; what is behind the copied ones may be anything.
size_t cscan_copy_to_lead(
    const uint8_t *text, size_t count, size_t start, uint8_t previous, const cscan_leads *leads, uint8_t *output);

#define CSCAN_LEAD_ROOM 15

/// The same without the processor's special instructions: for comparing the two in tests.
size_t cscan_copy_to_lead_portable(
    const uint8_t *text, size_t count, size_t start, uint8_t previous, const cscan_leads *leads, uint8_t *output);

/// Most bytes of a text that ends with a square bracket as it is read at once.
#define CSCAN_BRACKETED 24

/// Reads the bytes as far as the first `]` with it, zeros behind them, and gives how many there are; 0 when it is not
/// among the first `CSCAN_BRACKETED`.
size_t cscan_bracketed(const uint8_t *text, size_t count, uint64_t key[CSCAN_BRACKETED / 8]);

#endif
