#include <string.h>

#include "Tagger.h"

int tagger_open(const uint8_t *image, size_t count, tagger_model *model) {
  memset(model, 0, sizeof *model);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return 1;
#endif
  uint32_t numbers[4];
  size_t at = 8 + sizeof numbers;
  if (count < at || memcmp(image, "VEILNAM1", 8) != 0) return 1;
  memcpy(numbers, image + 8, sizeof numbers);
  if (count < at + sizeof model->step + sizeof model->transitions || numbers[0] < 10 || numbers[0] > 24) return 1;
  model->row_bits = numbers[0];
  model->evidence_slots = numbers[1];
  model->phrase_slots = numbers[2];
  memcpy(model->step, image + at, sizeof model->step);
  at += sizeof model->step;
  memcpy(model->transitions, image + at, sizeof model->transitions);
  at = (at + sizeof model->transitions + 63) / 64 * 64;
  model->weights = (const int8_t *)(image + at);
  at += ((size_t)TAGGER_LANGUAGES << model->row_bits) * 8;
  model->evidence = (const uint32_t *)(image + at);
  at += (size_t)model->evidence_slots * sizeof *model->evidence;
  model->phrases = (const uint32_t *)(image + at);
  at += (size_t)model->phrase_slots * sizeof *model->phrases;
  model->evidence_prints = (const uint16_t *)(image + at);
  at += (size_t)model->evidence_slots * sizeof *model->evidence_prints;
  return at == count ? 0 : 1;
}
