// Byte kernels: which bytes of a text belong to a set, 32 at a time where the processor can.

#ifndef VEIL_CSCAN_H
#define VEIL_CSCAN_H

#include <stddef.h>
#include <stdint.h>

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

#endif
