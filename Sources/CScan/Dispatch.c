// Which rules are to be tried at an event: those whose triggers agree with what stands there.

#include "CScan.h"

#include <string.h>

#include "Hash.h"

CSCAN_INLINE int holds(const uint64_t set[4], uint8_t byte) { return set[byte >> 6] >> (byte & 63) & 1; }

CSCAN_INLINE int is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

CSCAN_INLINE int is_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

/// What may stand between groups of digits.
CSCAN_INLINE int is_separator(uint8_t byte) {
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

/// How a text begins, as far as letters and digits tell.
typedef struct {
  /// Bit n: a group of digits ends with the nth digit.
  uint64_t totals;
  /// ASCII letters that it begins with; 255 when there are too many.
  uint8_t letters;
  /// Length of the unbroken run of letters and digits; 255 when it is too long.
  uint8_t run;
  uint8_t run_digits;
} number_shape;

static number_shape read_number(const uint8_t *text, size_t count, size_t start) {
  number_shape number = {0, 0, 0, 0};
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
  cscan_number *numbers;
  size_t number_count;
} dispatch_state;

CSCAN_INLINE void add(dispatch_state *state, size_t position, uint16_t rule) {
  state->starts[state->found++] = (cscan_start){(uint32_t)position, rule, 0};
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

/// A group of rules, as the processor takes it. Handed on by pointer: by value, it would be another function with AVX2.
typedef uint64_t rule_bits __attribute__((vector_size(CSCAN_RULE_GROUP / 8), aligned(8), may_alias));

enum { WORDS = CSCAN_RULE_GROUP / 64 };

CSCAN_INLINE const rule_bits *group_of(const uint64_t *bits, size_t group) {
  return (const rule_bits *)(bits + group * WORDS);
}

CSCAN_INLINE int is_none(const rule_bits *bits) { return ((*bits)[0] | (*bits)[1] | (*bits)[2] | (*bits)[3]) == 0; }

/// Rules whose patterns admit the bytes at a place, as far as each byte by itself tells.
CSCAN_INLINE void sieve(
    const cscan_number_rules *numbers, size_t group, const uint8_t *text, size_t reach, rule_bits *live) {
  const size_t step = numbers->class_count * WORDS;
  const uint64_t *places = numbers->places + group * CSCAN_SIEVE_REACH * step;
  *live = *group_of(places, numbers->classes[text[0]]);
  // Letters and digits begin with different groups.
  if (is_none(live)) return;
  size_t place = 1;
  // Several at once: to wait for each of them takes longer, and where it ends is guessed wrong.
  for (; place + 4 < reach && !is_none(live); place += 5) {
    for (size_t next = place; next < place + 5; next++) {
      *live &= *group_of(places + next * step, numbers->classes[text[next]]);
    }
  }
  for (; place < reach && !is_none(live); place++) {
    *live &= *group_of(places + place * step, numbers->classes[text[place]]);
  }
}

/// Leaves rules that ask for a number of this shape, or for none.
CSCAN_INLINE void keep_shape(
    const cscan_number_rules *numbers, size_t group, const number_shape *shape, rule_bits *live) {
  const size_t width = numbers->groups * WORDS;
  rule_bits bits = *group_of(numbers->unshaped, group);
  if (shape->letters <= CSCAN_MOST_LETTERS) {
    const uint16_t *sets = numbers->shape_sets + (size_t)shape->letters * (CSCAN_MOST_DIGITS + 1);
    for (uint64_t totals = shape->totals; totals; totals &= totals - 1) {
      bits |= *group_of(numbers->sets + sets[__builtin_ctzll(totals)] * width, group);
    }
  }
  if (shape->run <= CSCAN_LONGEST_RUN) {
    bits |= *group_of(numbers->sets + numbers->run_sets[shape->run] * width, group);
  }
  *live &= bits;
}

/// Whether what the rule asks for stands before the place.
CSCAN_INLINE int stands_right(const dispatch_state *state, size_t position, const cscan_number_rule *rule) {
  return !rule->is_behind || (position > 0 && holds(rule->behind, state->text[position - 1])) ||
         (position > 1 && holds(rule->behind, state->text[position - 2]));
}

/// Rules that begin at numbers.
///
/// `near` has a bit for each digit from `position` on.
CSCAN_INLINE void number_rules(dispatch_state *state, size_t position, uint64_t near) {
  const cscan_number_rules *numbers = &state->tables->numbers;
  const uint8_t *text = state->text + position;
  const size_t left = state->count - position;
  const size_t reach = left < CSCAN_SIEVE_REACH ? left : CSCAN_SIEVE_REACH;
  number_shape shape;
  int is_known = 0;
  for (size_t group = 0; group < numbers->groups; group++) {
    rule_bits live;
    sieve(numbers, group, text, reach, &live);
    if (is_none(&live)) continue;
    if (!is_known) shape = read_number(state->text, state->count, position);
    is_known = 1;
    keep_shape(numbers, group, &shape, &live);
    if (is_none(&live)) continue;
    const unsigned digits = ~near ? (unsigned)__builtin_ctzll(~near) : 64;
    const unsigned run = digits < 15 ? digits : 15;
    const size_t end = digits < 16 ? digits : 16;
    const uint8_t next = end < left ? text[end] : 0;
    for (size_t word = group * WORDS; word < (group + 1) * WORDS; word++) {
      uint64_t bits = live[word % WORDS];
      for (uint64_t rest = bits & numbers->asking[word]; rest; rest &= rest - 1) {
        const cscan_number_rule *rule = numbers->rules + word * 64 + (unsigned)__builtin_ctzll(rest);
        if (!(rule->runs >> run & 1 && holds(rule->next, next) && rule->run_digits <= shape.run_digits &&
              __builtin_popcountll(near & rule->mask) >= rule->count && stands_right(state, position, rule))) {
          bits ^= rest & (0 - rest);
        }
      }
      const uint64_t in_context = bits & numbers->in_context[word];
      if (in_context) {
        state->numbers[state->number_count++] = (cscan_number){in_context, (uint32_t)position, (uint32_t)word};
      }
      for (uint64_t rest = bits ^ in_context; rest; rest &= rest - 1) {
        const uint16_t rule = numbers->rules[word * 64 + (unsigned)__builtin_ctzll(rest)].rule;
        state->starts[state->found++] = (cscan_start){(uint32_t)position, rule, 1};
      }
    }
  }
}

/// Where the bytes of a set begin that stand before `position`, as far as any rule goes back. Each byte is read once for
/// each set, however many walks lead over it.
CSCAN_INLINE size_t walk_back(dispatch_state *state, const cscan_around *entry, size_t position) {
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
    *last = (cscan_start){(uint32_t)start, entry->rule, 0};
    add(state, start, entry->rule);
  }
}

CSCAN_INLINE size_t dispatch(
    const uint8_t *text, size_t count, cscan_range rules, const cscan_dispatch *tables, const cscan_event *events,
    size_t event_count, cscan_start *starts, size_t room, size_t *start_count, cscan_number *numbers,
    size_t *number_count) {
  dispatch_state state;
  state.text = text;
  state.count = count;
  state.tables = tables;
  state.starts = starts;
  state.found = 0;
  state.numbers = numbers;
  state.number_count = 0;
  memset(state.walks, 0xFF, sizeof state.walks);
  memset(state.last, 0xFF, sizeof state.last);
  size_t done = 0;
  for (; done < event_count; done++) {
    if (state.found + tables->most_rules > room || state.number_count + tables->most_rules > room) break;
    const cscan_event event = events[done];
    const size_t position = event.position;
    if (event.flags & CSCAN_LITERAL) literal_rules(&state, position);
    if (event.flags & CSCAN_BEGINS) {
      ROW(tables->starts, uint16_t, text[position]) add(&state, position, *entry);
    }
    if (event.flags & CSCAN_NEAR_DIGITS) number_rules(&state, position, event.digits);
    if (event.flags & CSCAN_MARK) turn(&state, position, rules);
  }
  *start_count = state.found;
  *number_count = state.number_count;
  return done;
}

#if defined(__x86_64__)
// The same code, with instructions that count and shift bits in one step.
__attribute__((target("avx2,popcnt,bmi,bmi2"))) static size_t dispatch_bmi(
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
