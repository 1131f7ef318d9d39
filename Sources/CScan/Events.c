// Which places of a text are worth a look: words that phrases may begin with, and places where rules may begin. Most
// words are told by one multiplication and one bit of a table that stays in the first-level cache.

#include "CScan.h"

#include "Hash.h"

/// Eight bytes of the text, zeros behind its end.
CSCAN_INLINE uint64_t load_within(const uint8_t *text, size_t count, size_t position) {
  if (position + 8 <= count) return load(text + position);
  uint8_t bytes[8] = {0};
  for (size_t i = position; i < count; i++) bytes[i - position] = text[i];
  return load(bytes);
}

uint64_t cscan_word_hash(const uint8_t *start, size_t count) { return word_hash(start, count); }

uint64_t cscan_gate_hash(const uint8_t *start, size_t count) {
  uint8_t first[8] = {0};
  memcpy(first, start, count < 8 ? count : 8);
  return gate_hash(load(first), count < 16 ? count : 16);
}

CSCAN_INLINE uint64_t passes(const cscan_filter *filter, uint64_t hash, size_t is_other) {
  return gate_admits(filter->gate + is_other * filter->gate_words, filter->gate_shift, hash);
}

/// Whether four bytes, in any case, may begin a literal.
CSCAN_INLINE uint32_t may_be_literal(const uint64_t *literals, uint32_t bytes) {
  const uint32_t gram = bytes | (uint32_t)lower;
  const uint32_t four = gram * 0x9E3779B1u >> 16, three = (gram & 0xFFFFFF) * 0x9E3779B1u >> 17;
  return (literals[four >> 6] >> (four & 63) | literals[1024 + (three >> 6)] >> (three & 63)) & 1;
}

/// Bitmaps of the bytes of a block of 64.
typedef struct {
  uint64_t words, digits, marks, plain;
} block_bits;

/// 64 bits from a place on.
CSCAN_INLINE uint64_t from_bit(uint64_t bits, uint64_t next, unsigned bit) { return bits >> bit | next << 1 << (63 - bit); }

/// Those of 64 bits whose place is within a range.
CSCAN_INLINE uint64_t within(size_t start, size_t from, size_t to) {
  if (to <= start || from >= start + 64 || from >= to) return 0;
  const uint64_t low = from > start ? UINT64_MAX << (from - start) : UINT64_MAX;
  return to < start + 64 ? low & (UINT64_MAX >> (64 - (to - start))) : low;
}

typedef struct {
  const uint8_t *text;
  size_t count, phrase_to;
  const cscan_tables *tables;
} scan_input;

/// Whether a word that ends in s may be a phrase without that, or without an es.
static int passes_as_plural(const cscan_filter *filter, const uint8_t *word, size_t length) {
  if (length < 4 || (word[length - 1] | 0x20) != 's') return 0;
  const uint64_t first = load(word);
  if (passes(filter, gate_hash(first, length - 1), 1)) return 1;
  return (word[length - 2] | 0x20) == 'e' && passes(filter, gate_hash(first, length - 2), 1);
}

/// Whether a filter admits a word that its gate lets through: as a phrase, or as the beginning of one. Of the latter only
/// if the next word does not speak against it, which can be told when one space and a plain word follow.
static __attribute__((noinline)) int admits(
    const scan_input *input, const cscan_filter *filter, const block_bits *blocks, size_t position, size_t length,
    uint64_t hash) {
  const uint8_t *text = input->text;
  if (filter->plurals && passes_as_plural(filter, text + position, length)) return 1;
  const uint64_t bits = filter_bits(hash);
  const uint64_t *kinds = filter->words + (hash >> 20 & filter->mask) * 4;
  const int is_other = !(text[position] >= 'a' && text[position] <= 'z');
  if ((kinds[is_other] & bits) == bits) return 1;
  if ((kinds[2] & bits) != bits) return 0;
  const size_t next = position + length + 1;
  if (next + 16 > input->count || next >= input->phrase_to || text[next - 1] != ' ') return 1;
  // The blocks begin with that of the word.
  const size_t place = next - (position & ~(size_t)63);
  const block_bits *block = blocks + place / 64;
  const unsigned bit = place % 64;
  const uint64_t run = ~from_bit(block[0].words, block[1].words, bit);
  const unsigned width = run ? (unsigned)__builtin_ctzll(run) : 64;
  if (width == 0 || width > 16) return 1;
  if (~from_bit(block[0].plain, block[1].plain, bit) & (UINT64_MAX >> (64 - width))) return 1;
  // It may be the plural of the second word.
  if (filter->plurals && (text[next + width - 1] | 0x20) == 's') return 1;
  const uint64_t pair = fold_multiply(hash ^ __builtin_bswap64(word_hash(text + next, width))) | 1;
  const uint64_t pair_bits = filter_bits(pair);
  return (filter->words[(pair >> 20 & filter->mask) * 4 + 3] & pair_bits) == pair_bits;
}

/// Words of one block, `starts` of them.
CSCAN_INLINE size_t find_places(
    const scan_input *input, const block_bits *blocks, size_t start, uint64_t starts, cscan_place *places) {
  const uint8_t *text = input->text;
  const cscan_filter *filters = input->tables->filters;
  const size_t filter_count = input->tables->filter_count;
  const block_bits here = blocks[0], next = blocks[1];
  const uint64_t not_plain = (here.words ^ here.plain) | (next.words ^ next.plain);
  size_t found = 0;
  // Words that a gate lets through, and long runs: without a branch, which would be guessed wrong too often.
  while (starts) {
    const unsigned bit = (unsigned)__builtin_ctzll(starts);
    starts &= starts - 1;
    const size_t position = start + bit;
    const uint64_t run = ~from_bit(here.words, next.words, bit);
    const unsigned length = run ? (unsigned)__builtin_ctzll(run) : 64;
    if (__builtin_expect(
            length > 16 || position + 16 > input->count ||
                (not_plain && (~from_bit(here.plain, next.plain, bit) & (UINT64_MAX >> (64 - length)))),
            0)) {
      places[found++] = (cscan_place){0, (uint32_t)position, 0, CSCAN_LONG_RUN};
      continue;
    }
    const uint64_t hash = gate_hash(load(text + position), length);
    const size_t is_other = (uint8_t)(text[position] - 'a') >= 26;
    uint64_t flags = 0;
    for (size_t i = 0; i < filter_count; i++) {
      flags |= passes(&filters[i], hash, is_other) * (CSCAN_FILTER << i);
    }
    places[found] = (cscan_place){0, (uint32_t)position, (uint16_t)length, (uint16_t)flags};
    found += flags != 0;
  }
  size_t kept = 0;
  for (size_t n = 0; n < found; n++) {
    cscan_place place = places[n];
    if (!(place.flags & CSCAN_LONG_RUN)) {
      place.hash = word_hash(text + place.start, place.length);
      for (size_t i = 0; i < filter_count; i++) {
        const uint16_t flag = (uint16_t)(CSCAN_FILTER << i);
        if (place.flags & flag && !admits(input, &filters[i], blocks, place.start, place.length, place.hash)) {
          place.flags ^= flag;
        }
      }
    }
    places[kept] = place;
    kept += place.flags != 0;
  }
  return kept;
}

/// What begins at a place whatever stands before it.
CSCAN_INLINE uint32_t beginnings(
    const scan_input *input, const block_bits *here, const block_bits *next, size_t position, unsigned bit,
    uint64_t *digits) {
  const cscan_tables *tables = input->tables;
  const uint8_t byte = input->text[position];
  const uint8_t begins = tables->first_bytes[byte];
  const uint32_t gram = (uint32_t)load_within(input->text, input->count, position);
  uint32_t flags = (begins & CSCAN_BEGINS) | may_be_literal(tables->literals, gram) * CSCAN_LITERAL;
  *digits = from_bit(here->digits, next->digits, bit);
  if (*digits == 0 || !(begins & (CSCAN_NEAR_DIGITS | CSCAN_SHAPES))) return flags;
  if (*digits & 1) return flags | CSCAN_NEAR_DIGITS;
  if (begins & CSCAN_SHAPES) {
    // In the run of letters and digits, or right behind it with one byte between.
    const uint64_t run = ~from_bit(here->plain, next->plain, bit);
    const unsigned length = run ? (unsigned)__builtin_ctzll(run) : 64;
    if (*digits & (length >= 62 ? UINT64_MAX : ((uint64_t)4 << length) - 1)) flags |= CSCAN_NEAR_DIGITS;
  }
  if (begins & CSCAN_NEAR_DIGITS) {
    const cscan_need *need = tables->needs + tables->need_rows[byte];
    const cscan_need *last = tables->needs + tables->need_rows[byte + 1];
    for (; need < last; need++) {
      if (__builtin_popcountll(*digits & need->mask) >= need->count) flags |= CSCAN_NEAR_DIGITS;
    }
  }
  return flags;
}

/// Places of one block where rules may begin, `starts` of them, and where rules may turn, all of its marks.
CSCAN_INLINE size_t find_events(
    const scan_input *input, const block_bits *blocks, size_t start, uint64_t starts, uint64_t marks,
    cscan_event *events) {
  const uint8_t *text = input->text;
  const cscan_tables *tables = input->tables;
  const block_bits here = blocks[0], next = blocks[1];
  size_t found = 0;
  while (starts) {
    const unsigned bit = (unsigned)__builtin_ctzll(starts);
    starts &= starts - 1;
    uint64_t digits;
    const uint32_t flags = beginnings(input, &here, &next, start + bit, bit, &digits);
    events[found] = (cscan_event){digits, (uint32_t)(start + bit), flags};
    found += flags != 0;
  }
  while (marks) {
    const unsigned bit = (unsigned)__builtin_ctzll(marks);
    marks &= marks - 1;
    const size_t position = start + bit;
    uint64_t digits;
    uint32_t flags = beginnings(input, &here, &next, position, bit, &digits);
    const uint32_t around = tables->around_bits[text[position]];
    const uint32_t behind = tables->around_next[position + 1 < input->count ? text[position + 1] : 0];
    const uint32_t before = position ? tables->around_before[text[position - 1]] : tables->around_alone;
    flags |= (around & behind & before ? 1u : 0u) * CSCAN_MARK;
    events[found] = (cscan_event){digits, (uint32_t)position, flags};
    found += flags != 0;
  }
  return found;
}

/// Places of one block where rules may begin if no digits are near and none begins with ASCII letters or digits whatever
/// follows: literals at the starts of plain ASCII, at others what begins with their bytes.
CSCAN_INLINE size_t find_few_events(
    const scan_input *input, size_t start, uint64_t plain_starts, uint64_t other_starts, cscan_event *events) {
  const cscan_tables *tables = input->tables;
  const uint8_t *text = input->text + start;
  size_t found = 0;
  for (; plain_starts; plain_starts &= plain_starts - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(plain_starts);
    events[found] = (cscan_event){0, (uint32_t)(start + bit), CSCAN_LITERAL};
    found += may_be_literal(tables->literals, (uint32_t)load(text + bit));
  }
  for (; other_starts; other_starts &= other_starts - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(other_starts);
    const uint32_t flags = tables->first_bytes[text[bit]] & CSCAN_BEGINS;
    events[found] = (cscan_event){0, (uint32_t)(start + bit), flags};
    found += flags != 0;
  }
  return found;
}

/// The starts of one block, which is plain ASCII, where digits follow as some rule needs them.
CSCAN_INLINE uint64_t near_digits(const scan_input *input, const block_bits *blocks, size_t start, uint64_t starts) {
  const cscan_tables *tables = input->tables;
  const uint8_t *text = input->text + start;
  const block_bits here = blocks[0], next = blocks[1];
  uint64_t near = 0;
  // The first digits of a run belong to its start, or to that of the run before it if only one byte is between.
  uint64_t digits = here.digits & ~(here.digits << 1 | blocks[-1].digits >> 63);
  while (digits) {
    const uint64_t digit = digits & (0 - digits);
    digits &= digits - 1;
    near |= digit & starts;
    const uint64_t before = here.plain & (digit >> 1 | digit >> 2) ? starts & (digit - 1) : 0;
    if (before) near |= (uint64_t)1 << (63 - __builtin_clzll(before));
  }
  // The last run may go on in the next block, or right before it.
  if (next.digits && starts && here.plain >> 62) {
    const uint64_t run = ~next.plain;
    const unsigned length = run ? (unsigned)__builtin_ctzll(run) : 64;
    const uint64_t reach = here.plain >> 63 ? (length >= 62 ? UINT64_MAX : ((uint64_t)4 << length) - 1) : 1;
    if (next.digits & reach) near |= (uint64_t)1 << (63 - __builtin_clzll(starts));
  }
  for (uint64_t rest = near; rest; rest &= rest - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(rest);
    if (!(tables->first_bytes[text[bit]] & (CSCAN_NEAR_DIGITS | CSCAN_SHAPES))) near ^= rest & (0 - rest);
  }
  uint64_t maybe = 0;
  for (uint64_t rest = starts & ~near; rest; rest &= rest - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(rest);
    const cscan_need least = tables->least_needs[text[bit]];
    const int count = __builtin_popcountll(from_bit(here.digits, next.digits, bit) & least.mask);
    maybe |= (uint64_t)(count >= least.count) << bit;
  }
  for (; maybe; maybe &= maybe - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(maybe);
    const uint64_t window = from_bit(here.digits, next.digits, bit);
    const cscan_need *need = tables->needs + tables->need_rows[text[bit]];
    const cscan_need *last = tables->needs + tables->need_rows[text[bit] + 1];
    for (; need < last; need++) {
      if (__builtin_popcountll(window & need->mask) >= need->count) {
        near |= (uint64_t)1 << bit;
        break;
      }
    }
  }
  return near;
}

/// Words of neighbouring blocks, to be looked at all in one go: the processor reads a long row of words without a wrong
/// guess where a block's few words would cost one each time. The blocks lie within both ranges and away from the text's end.
typedef struct {
  /// Where words begin and end, in turns, from the tile's start.
  uint16_t edges[CSCAN_TILE + 80];
  size_t count;
  /// Whether the first edge is the end of a word that began before.
  int is_inside;
  /// Whether there may be words that are not plain ASCII; literals are then looked for elsewhere.
  int is_mixed;
} word_row;

/// Appends a block's edges.
CSCAN_INLINE void add_edges(word_row *row, const block_bits *block, size_t place) {
  const uint64_t before = block[-1].words >> 63;
  if (!row->count) row->is_inside = (int)before;
  uint64_t edges = block->words ^ (block->words << 1 | before);
  const int count = __builtin_popcountll(edges);
  uint16_t *to = row->edges + row->count;
  // More are written than there are, rather than one at a time.
  for (int done = 0; done < count; done += 4) {
    for (int i = 0; i < 4; i++) {
      to[done + i] = (uint16_t)(place + (unsigned)__builtin_ctzll(edges | (uint64_t)1 << 63));
      edges &= edges - 1;
    }
  }
  row->count += (size_t)count;
}

/// A bit for each filter whose gate lets a word through; `bytes` are its first.
CSCAN_INLINE uint64_t gates_passed(const cscan_filter *filters, size_t filter_count, uint64_t bytes, size_t length) {
  const uint64_t hash = gate_hash(bytes, length < 16 ? length : 16);
  uint64_t passed = 0;
  // A digit is of neither case: what begins with one is in both halves.
  for (size_t i = 0; i < filter_count; i++) passed |= passes(&filters[i], hash, ~bytes >> 5 & 1) << i;
  return passed;
}

/// Bits of the bytes of a word that are not plain ASCII, as far as the word is not long.
CSCAN_INLINE uint64_t odd_bytes(const block_bits *blocks, size_t start, size_t length) {
  const block_bits *block = blocks + start / 64;
  const uint64_t odd = from_bit(block[0].words ^ block[0].plain, block[1].words ^ block[1].plain, start % 64);
  return odd & (UINT64_MAX >> (64 - (length < 64 ? length : 64)));
}

/// Looks at the words of a row, and empties it. `is_mixed` and `filter_count` are the row's and the tables', given so that
/// they can be constants.
CSCAN_INLINE void scan_row(
    const scan_input *input, const block_bits *blocks, size_t from, word_row *row, int is_mixed, size_t filter_count,
    cscan_place *places, cscan_event *events, cscan_counts *counts) {
  const cscan_tables *tables = input->tables;
  const cscan_filter *filters = tables->filters;
  const uint8_t *text = input->text + from;
  const size_t first = row->count && row->is_inside;
  const uint16_t *edges = row->edges + first;
  // A word that is still open ends in the next block, or is a long one.
  if ((row->count - first) & 1) {
    const size_t start = row->edges[row->count - 1];
    const uint64_t run = ~from_bit(blocks[start / 64].words, blocks[start / 64 + 1].words, start % 64);
    row->edges[row->count++] = (uint16_t)(start + (run ? (unsigned)__builtin_ctzll(run) : 64));
  }
  const size_t word_count = (row->count - first) / 2;
  row->count = 0;
  uint16_t sought[CSCAN_TILE / 2 + 40];
  size_t found = 0;
  for (size_t word = 0; word < word_count; word++) {
    const size_t start = edges[2 * word], length = edges[2 * word + 1] - start;
    const uint64_t bytes = load(text + start);
    uint64_t is_sought = (gates_passed(filters, filter_count, bytes, length) != 0) | (length > 16);
    if (is_mixed) is_sought |= odd_bytes(blocks, start, length) != 0;
    else is_sought |= may_be_literal(tables->literals, (uint32_t)bytes);
    sought[found] = (uint16_t)word;
    found += is_sought;
  }
  cscan_event *event = events + counts->events;
  cscan_place *place = places + counts->places;
  for (size_t i = 0; i < found; i++) {
    const size_t start = edges[2 * sought[i]], length = edges[2 * sought[i] + 1] - start;
    const uint64_t bytes = load(text + start);
    *event = (cscan_event){0, (uint32_t)(from + start), CSCAN_LITERAL};
    if (!is_mixed) event += may_be_literal(tables->literals, (uint32_t)bytes);
    if (length > 16 || (is_mixed && odd_bytes(blocks, start, length))) {
      *place++ = (cscan_place){0, (uint32_t)(from + start), 0, CSCAN_LONG_RUN};
      continue;
    }
    uint64_t flags = gates_passed(filters, filter_count, bytes, length);
    if (!flags) continue;
    const uint64_t hash = word_hash(text + start, length);
    for (size_t n = 0; n < filter_count; n++) {
      if (!(flags >> n & 1)) continue;
      if (admits(input, &filters[n], blocks + start / 64, from + start, length, hash)) {
        __builtin_prefetch((const char *)filters[n].slots + (hash & filters[n].slot_mask) * 16);
      } else {
        flags ^= (uint64_t)1 << n;
      }
    }
    *place = (cscan_place){hash, (uint32_t)(from + start), (uint16_t)length, (uint16_t)(flags * CSCAN_FILTER)};
    place += flags != 0;
  }
  counts->places = (size_t)(place - places);
  counts->events = (size_t)(event - events);
}

/// As `scan_row` for any row.
CSCAN_INLINE void end_row(
    const scan_input *input, const block_bits *blocks, size_t from, word_row *row, cscan_place *places,
    cscan_event *events, cscan_counts *counts) {
  if (!row->count) return;
  const size_t filter_count = input->tables->filter_count;
  if (filter_count > 2) scan_row(input, blocks, from, row, row->is_mixed, filter_count, places, events, counts);
  else if (filter_count == 2) scan_row(input, blocks, from, row, row->is_mixed, 2, places, events, counts);
  else if (row->is_mixed) scan_row(input, blocks, from, row, 1, 1, places, events, counts);
  else scan_row(input, blocks, from, row, 0, 1, places, events, counts);
}

CSCAN_INLINE cscan_counts scan_tile(
    const uint8_t *text, size_t count, size_t from, cscan_range rules, cscan_range phrases, const cscan_tables *tables,
    cscan_place *places, cscan_event *events) {
  // A block before the tile and two behind it: what is looked at reaches as far.
  block_bits blocks[CSCAN_TILE / 64 + 3];
  const size_t first = from ? from - 64 : 0;
  const size_t end = from + CSCAN_TILE + 128 < count ? from + CSCAN_TILE + 128 : count;
  const size_t block_count = (end - first + 63) / 64;
  if (!from) blocks[0] = (block_bits){0};
  block_bits *planes = blocks + (from ? 0 : 1);
  cscan_planes(text + first, end - first, tables->sets, 4, (uint64_t *)planes);
  for (block_bits *rest = planes + block_count; rest < blocks + CSCAN_TILE / 64 + 3; rest++) *rest = (block_bits){0};
  if (!tables->begins_inside_numbers) {
    for (block_bits *block = blocks + 1; block <= blocks + CSCAN_TILE / 64; block++) {
      block->marks &= ~(block->digits & (block->digits << 1 | block[-1].digits >> 63));
    }
  }
  const scan_input input = {text, count, phrases.to, tables};
  cscan_counts counts = {0, 0, from + CSCAN_TILE};
  // Where both are looked for and all that is read lies within the text.
  const size_t safe = count < 128 ? 0 : count - 128;
  const size_t inner_to = rules.to < phrases.to ? rules.to : phrases.to;
  const cscan_range inner = {
      rules.from > phrases.from ? rules.from : phrases.from, inner_to < safe ? inner_to : safe};
  const int is_simple = tables->filter_count > 0 && !tables->word_begins;
  const size_t to = rules.to > phrases.to ? rules.to : phrases.to;
  word_row row;
  row.count = 0;
  for (size_t start = from; start < from + CSCAN_TILE && start < to; start += 64) {
    const block_bits *block = blocks + 1 + (start - from) / 64;
    const uint64_t word_starts = block->words & ~(block->words << 1 | block[-1].words >> 63);
    const int is_inner = is_simple && start >= inner.from && start + 64 <= inner.to;
    const int is_mixed = ((block->words ^ block->plain) | (block[1].words ^ block[1].plain) |
                          (block[-1].words ^ block[-1].plain)) != 0;
    if (!is_inner || is_mixed != row.is_mixed) end_row(&input, blocks + 1, from, &row, places, events, &counts);
    if (is_inner) {
      row.is_mixed = is_mixed;
      add_edges(&row, block, start - from);
    } else {
      counts.places += find_places(
          &input, block, start, word_starts & within(start, phrases.from, phrases.to), places + counts.places);
    }
    if (is_inner && !is_mixed) {
      if (block[0].digits | block[1].digits) {
        for (uint64_t near = near_digits(&input, block, start, word_starts); near; near &= near - 1) {
          const unsigned bit = (unsigned)__builtin_ctzll(near);
          const uint64_t digits = from_bit(block[0].digits, block[1].digits, bit);
          events[counts.events++] = (cscan_event){digits, (uint32_t)(start + bit), CSCAN_NEAR_DIGITS};
        }
      }
      counts.events += find_events(&input, block, start, 0, block->marks & ~word_starts, events + counts.events);
      continue;
    }
    // Rules begin where ASCII letters and digits do, also right after a character of a script without spaces; with a
    // character that is not ASCII only where the whole run begins.
    const uint64_t plain_starts = block->plain & ~(block->plain << 1 | block[-1].plain >> 63);
    const uint64_t starts = (plain_starts | (word_starts & ~block->plain)) & ~block->marks;
    if (is_inner && !(block[0].digits | block[1].digits)) {
      counts.events += find_few_events(
          &input, start, plain_starts & ~block->marks, starts & ~block->plain, events + counts.events);
      counts.events += find_events(&input, block, start, 0, block->marks, events + counts.events);
      continue;
    }
    const uint64_t inside = within(start, rules.from, rules.to);
    counts.events += find_events(
        &input, block, start, starts & inside, block->marks & inside, events + counts.events);
  }
  end_row(&input, blocks + 1, from, &row, places, events, &counts);
  return counts;
}

#if defined(__x86_64__)
// The same code, with instructions that count and shift bits in one step.
__attribute__((target("popcnt,bmi,bmi2"))) static cscan_counts scan_tile_bmi(
    const uint8_t *text, size_t count, size_t from, cscan_range rules, cscan_range phrases, const cscan_tables *tables,
    cscan_place *places, cscan_event *events) {
  return scan_tile(text, count, from, rules, phrases, tables, places, events);
}
#endif

cscan_counts cscan_scan_tile_at(
    cscan_level level, const uint8_t *text, size_t count, size_t from, cscan_range rules, cscan_range phrases,
    const cscan_tables *tables, cscan_place *places, cscan_event *events) {
#if defined(__x86_64__)
  // AVX2 and the bit instructions came with the same processors.
  if (level == CSCAN_AVX2 && __builtin_cpu_supports("bmi2")) {
    return scan_tile_bmi(text, count, from, rules, phrases, tables, places, events);
  }
#endif
  (void)level;
  return scan_tile(text, count, from, rules, phrases, tables, places, events);
}

cscan_counts cscan_scan_tile(
    const uint8_t *text, size_t count, size_t from, cscan_range rules, cscan_range phrases, const cscan_tables *tables,
    cscan_place *places, cscan_event *events) {
  return cscan_scan_tile_at(cscan_best_level(), text, count, from, rules, phrases, tables, places, events);
}
