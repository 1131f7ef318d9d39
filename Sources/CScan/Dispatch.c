// Which rules are to be tried at an event: those whose triggers agree with what stands there.

#include "CScan.h"

#include <string.h>

#define INLINE static inline __attribute__((always_inline))

INLINE int holds(const uint64_t set[4], uint8_t byte) { return set[byte >> 6] >> (byte & 63) & 1; }

INLINE int is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

INLINE int is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

/// What may stand between groups of digits.
INLINE int is_separator(uint8_t byte) {
  switch (byte) {
    case ' ':
    case '.':
    case '-':
    case '/':
    case '(':
    case ')': return 1;
    default: return 0;
  }
}

cscan_number cscan_read_number(const uint8_t *text, size_t count, size_t start) {
  cscan_number number = {0, (uint32_t)start, 0, 0, 0};
  size_t end = start;
  while (end < count && is_letter(text[end])) end++;
  const size_t letters = end - start;
  size_t run_end = end;
  unsigned digits = 0;
  while (run_end < count && run_end - start <= CSCAN_LONGEST_RUN) {
    if (is_digit(text[run_end])) digits++;
    else if (!is_letter(text[run_end])) break;
    run_end++;
  }
  number.run = run_end - start <= CSCAN_LONGEST_RUN ? (uint8_t)(run_end - start) : 255;
  number.run_digits = (uint8_t)digits;
  if (letters > CSCAN_MOST_LETTERS) {
    number.letters = 255;
    return number;
  }
  number.letters = (uint8_t)letters;
  if (letters > 0 && end < count && is_separator(text[end])) end++;
  unsigned total = 0;
  while (end < count && is_digit(text[end])) {
    do {
      total++;
      end++;
    } while (end < count && is_digit(text[end]));
    if (total > CSCAN_MOST_DIGITS) return number;
    number.totals |= (uint64_t)1 << total;
    size_t next = end;
    while (next < count && next - end < 3 && is_separator(text[next])) next++;
    if (next >= count || !is_digit(text[next])) return number;
    end = next;
  }
  return number;
}

/// How far a walk back has come: all bytes from `from` up to `to` are of the set of that number.
typedef struct {
  uint32_t from, to, set;
} walk;

enum { WALKS = 8, LAST_STARTS = 64 };

typedef struct {
  const uint8_t *text;
  size_t count;
  const cscan_dispatch *tables;
  cscan_start *starts;
  size_t found;
  /// By number of the set: the last walk.
  walk walks[WALKS];
  /// By number of the rule: the last place that a walk has led to.
  cscan_start last[LAST_STARTS];
} dispatch_state;

INLINE void add(dispatch_state *state, size_t position, uint16_t rule) {
  state->starts[state->found++] = (cscan_start){(uint32_t)position, rule};
}

#define ROW(table, type, row) \
  for (const type *entry = (const type *)(table).elements + (table).offsets[row], \
                  *last_entry = (const type *)(table).elements + (table).offsets[(row) + 1]; \
       entry < last_entry; entry++)

static void literal_rules(dispatch_state *state, size_t position) {
  uint8_t bytes[8] = {0};
  const size_t left = state->count - position;
  memcpy(bytes, state->text + position, left < 8 ? left : 8);
  uint64_t start = 0;
  for (int i = 0; i < 8; i++) start |= (uint64_t)(bytes[i] | 0x20) << (8 * i);
  const uint32_t gram = (uint32_t)start & 0xFFFFFF;
  uint32_t last = UINT32_MAX;
  ROW(state->tables->literals, cscan_literal, gram * 0x9E3779B1u >> 20) {
    if (entry->start != (start & entry->mask)) continue;
    // Two literals of one rule may both begin here.
    if (entry->rule != last) add(state, position, entry->rule);
    last = entry->rule;
  }
}

static void digit_rules(dispatch_state *state, size_t position, uint64_t near) {
  size_t end = position;
  while (end < state->count && is_digit(state->text[end]) && end - position < 16) end++;
  const unsigned run = end - position < 15 ? (unsigned)(end - position) : 15;
  const uint8_t next = end < state->count ? state->text[end] : 0;
  ROW(state->tables->digits, cscan_digit_rule, state->text[position]) {
    if (entry->runs >> run & 1 && holds(entry->next, next) &&
        __builtin_popcountll(near & entry->mask) >= entry->count) {
      add(state, position, entry->rule);
    }
  }
}

/// - Returns: 1 when a rule may begin here that needs context.
static int shape_rules(dispatch_state *state, size_t position, cscan_number *number) {
  const cscan_dispatch *tables = state->tables;
  *number = cscan_read_number(state->text, state->count, position);
  int needs_context = 0;
  if (number->letters <= CSCAN_MOST_LETTERS) {
    needs_context = (number->totals & tables->context_digits[number->letters]) != 0;
    for (uint64_t totals = number->totals & tables->shape_masks[number->letters]; totals; totals &= totals - 1) {
      const unsigned digits = (unsigned)__builtin_ctzll(totals);
      ROW(tables->shapes, uint16_t, (size_t)number->letters * (CSCAN_MOST_DIGITS + 1) + digits) {
        add(state, position, *entry);
      }
    }
  }
  if (number->run <= CSCAN_LONGEST_RUN) {
    ROW(tables->runs, cscan_run_rule, number->run) {
      if (entry->digits <= number->run_digits) add(state, position, entry->rule);
    }
    if (tables->context_runs[number->run >> 6] >> (number->run & 63) & 1) needs_context = 1;
  }
  return needs_context;
}

/// Where the bytes of a set begin that stand before `position`, as far as any rule goes back. Each byte is read once for
/// each set, however many walks lead over it.
INLINE size_t walk_back(dispatch_state *state, const cscan_around *entry, size_t position) {
  walk *last = &state->walks[entry->set % WALKS];
  const int is_same = last->set == entry->set;
  if (is_same && last->to == position) return last->from;
  const size_t limit = position > CSCAN_LONGEST_WALK ? position - CSCAN_LONGEST_WALK : 0;
  const int meets = is_same && last->to < position && last->to > limit;
  const size_t stop = meets ? last->to : limit;
  size_t start = position;
  while (start > stop && holds(entry->over, state->text[start - 1])) start--;
  if (meets && start == stop) start = last->from > limit ? last->from : limit;
  *last = (walk){(uint32_t)start, (uint32_t)position, entry->set};
  return start;
}

/// Rules that contain the byte at `position` and begin before it.
static void turn(dispatch_state *state, size_t position, cscan_range rules) {
  const uint8_t *text = state->text;
  const uint8_t following = position + 1 < state->count ? text[position + 1] : 0;
  ROW(state->tables->around, cscan_around, text[position]) {
    if (!holds(entry->next, following)) continue;
    size_t start = walk_back(state, entry, position);
    if (position - start > entry->most) start = position - entry->most;
    // The limit may lie inside a character.
    while ((text[start] & 0xC0) == 0x80) start++;
    if (start > position || position - start < entry->least || start < rules.from || start >= rules.to) continue;
    // Several of these bytes may lead to the same place.
    cscan_start *last = &state->last[entry->rule % LAST_STARTS];
    if (last->position == start && last->rule == entry->rule) continue;
    *last = (cscan_start){(uint32_t)start, entry->rule};
    add(state, start, entry->rule);
  }
}

INLINE size_t dispatch(
    const uint8_t *text, size_t count, cscan_range rules, const cscan_dispatch *tables, const cscan_event *events,
    size_t event_count, cscan_start *starts, size_t room, size_t *start_count, cscan_number *numbers,
    size_t *number_count) {
  dispatch_state state;
  state.text = text;
  state.count = count;
  state.tables = tables;
  state.starts = starts;
  state.found = 0;
  memset(state.walks, 0xFF, sizeof state.walks);
  memset(state.last, 0xFF, sizeof state.last);
  size_t done = 0, number = 0;
  for (; done < event_count && state.found + tables->most_rules <= room; done++) {
    const cscan_event event = events[done];
    const size_t position = event.position;
    if (event.flags & CSCAN_LITERAL) literal_rules(&state, position);
    if (event.flags & CSCAN_BEGINS) {
      ROW(tables->starts, uint16_t, text[position]) add(&state, position, *entry);
    }
    if (event.flags & CSCAN_NEAR_DIGITS) {
      digit_rules(&state, position, event.digits);
      number += (size_t)shape_rules(&state, position, &numbers[number]);
    }
    if (event.flags & CSCAN_MARK) turn(&state, position, rules);
  }
  *start_count = state.found;
  *number_count = number;
  return done;
}

#if defined(__x86_64__)
// The same code, with instructions that count and shift bits in one step.
__attribute__((target("popcnt,bmi,bmi2"))) static size_t dispatch_bmi(
    const uint8_t *text, size_t count, cscan_range rules, const cscan_dispatch *tables, const cscan_event *events,
    size_t event_count, cscan_start *starts, size_t room, size_t *start_count, cscan_number *numbers,
    size_t *number_count) {
  return dispatch(
      text, count, rules, tables, events, event_count, starts, room, start_count, numbers, number_count);
}
#endif

size_t cscan_find_starts(
    const uint8_t *text, size_t count, cscan_range rules, const cscan_dispatch *tables, const cscan_event *events,
    size_t event_count, cscan_start *starts, size_t room, size_t *start_count, cscan_number *numbers,
    size_t *number_count) {
#if defined(__x86_64__)
  if (cscan_best_level() == CSCAN_AVX2 && __builtin_cpu_supports("bmi2")) {
    return dispatch_bmi(
        text, count, rules, tables, events, event_count, starts, room, start_count, numbers, number_count);
  }
#endif
  return dispatch(text, count, rules, tables, events, event_count, starts, room, start_count, numbers, number_count);
}
