#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

int32_t cicu_nfkc(const uint16_t *text, int32_t count, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t length = unorm2_normalize(nfkc, (const UChar *)text, count, (UChar *)result, capacity, &status);
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : length;
}

bool cicu_has_boundary_before(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
  return U_FAILURE(status) || unorm2_hasBoundaryBefore(nfkc, (UChar32)c);
}

bool cicu_is_always_nfkc(uint32_t c) {
  return u_getIntPropertyValue((UChar32)c, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES;
}

uint8_t cicu_combining_class(uint32_t c) { return u_getCombiningClass((UChar32)c); }

bool cicu_is_mark(uint32_t c) { return (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0; }

bool cicu_is_letter(uint32_t c) { return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_NL_MASK)) != 0; }

bool cicu_is_space(uint32_t c) { return (U_GET_GC_MASK((UChar32)c) & U_GC_ZS_MASK) != 0; }

bool cicu_is_dash(uint32_t c) { return (U_GET_GC_MASK((UChar32)c) & U_GC_PD_MASK) != 0; }

int32_t cicu_digit_value(uint32_t c) { return u_charDigitValue((UChar32)c); }

bool cicu_is_invisible(uint32_t c) {
  return u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_hasBinaryProperty((UChar32)c, UCHAR_BIDI_CONTROL);
}

uint32_t cicu_lower(uint32_t c) { return (uint32_t)u_tolower((UChar32)c); }

bool cicu_is_latin(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript((UChar32)c, &status) == USCRIPT_LATIN;
}

bool cicu_is_latin_like(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript((UChar32)c, &status)) {
    case USCRIPT_ARMENIAN:
    case USCRIPT_CHEROKEE:
    case USCRIPT_COPTIC:
    case USCRIPT_CYRILLIC:
    case USCRIPT_GREEK:
    case USCRIPT_LISU: return true;
    default: return false;
  }
}

bool cicu_is_unspaced(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript((UChar32)c, &status)) {
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HAN:
    case USCRIPT_HANGUL:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KHMER:
    case USCRIPT_LAO:
    case USCRIPT_MYANMAR:
    case USCRIPT_THAI:
    case USCRIPT_TIBETAN:
    case USCRIPT_YI: return true;
    default: return false;
  }
}

bool cicu_extends_cluster(uint32_t c) {
  switch (u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ: return true;
    default: return false;
  }
}

bool cicu_is_regional_indicator(uint32_t c) {
  return u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_REGIONAL_INDICATOR;
}

bool cicu_is_pictographic(uint32_t c) {
  return u_hasBinaryProperty((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool cicu_is_one_cluster(uint32_t a, uint32_t b) {
  if (a == '\r' && b == '\n') return true;
  int before = u_getIntPropertyValue((UChar32)a, UCHAR_GRAPHEME_CLUSTER_BREAK);
  int after = u_getIntPropertyValue((UChar32)b, UCHAR_GRAPHEME_CLUSTER_BREAK);
  if (before == U_GCB_CR || before == U_GCB_LF || before == U_GCB_CONTROL) return false;
  if (after == U_GCB_CR || after == U_GCB_LF || after == U_GCB_CONTROL) return false;
  if (before == U_GCB_PREPEND || cicu_extends_cluster(b)) return true;
  if (cicu_combining_class(a) == 9 && cicu_is_letter(b)) return true;
  switch (before) {
    case U_GCB_L: return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V: return after == U_GCB_V || after == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T: return after == U_GCB_T;
    default: return false;
  }
}
