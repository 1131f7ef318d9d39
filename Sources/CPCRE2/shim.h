// PCRE2's 8-bit library as Swift sees it: macros that do not import become functions, and a match is one call.

#ifndef VEIL_CPCRE2_SHIM_H
#define VEIL_CPCRE2_SHIM_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stddef.h>
#include <stdint.h>

/// Where a match lies, in bytes from the start of the text. `group_start` is negative when group 1 took no part.
typedef struct {
  ptrdiff_t start, end, group_start, group_end;
} cpcre2_spans;

/// Matches with machine code where there is some, with the interpreter otherwise. The text must be valid UTF-8 and
/// `start` must stand on a character's first byte: neither is checked here.
///
/// `partial`: whether an attempt that comes to see the end of the text is to be told as `PCRE2_ERROR_PARTIAL`.
///
/// Returns 1 for a match, and fills `spans`; otherwise PCRE2's negative error code.
static inline int cpcre2_match(
    const pcre2_code *code, const uint8_t *text, size_t count, size_t start, int partial, pcre2_match_data *data,
    pcre2_match_context *context, cpcre2_spans *spans) {
  uint32_t options = PCRE2_NO_UTF_CHECK | (partial ? PCRE2_PARTIAL_HARD : 0);
  int rc = pcre2_jit_match(code, text, count, start, options, data, context);
  if (rc == PCRE2_ERROR_JIT_BADOPTION) rc = pcre2_match(code, text, count, start, options, data, context);
  if (rc < 0) return rc;
  const size_t *offsets = pcre2_get_ovector_pointer(data);
  // \K can, by way of a subroutine, set a start after the end.
  if (offsets[0] > offsets[1]) return PCRE2_ERROR_INTERNAL;
  spans->start = (ptrdiff_t)offsets[0];
  spans->end = (ptrdiff_t)offsets[1];
  // With room for two pairs, rc is 1 when group 1 and all after it are unset, 0 when there were more groups than room.
  int has_group = rc != 1 && offsets[2] != PCRE2_UNSET;
  spans->group_start = has_group ? (ptrdiff_t)offsets[2] : -1;
  spans->group_end = has_group ? (ptrdiff_t)offsets[3] : -1;
  return 1;
}

#endif
