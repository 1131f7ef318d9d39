#include "TaggerRead.h"

#include "TaggerCache.h"

// Byte classes for the inner loop; everything from 0x80 on is decoded.
enum { OTHER = 0, LOWER = TAGGER_IS_LOWER, UPPER = TAGGER_IS_UPPER, DIGIT = TAGGER_IS_DIGIT, LINE = 5, SPACE = 6, HIGH = 7 };

static const uint8_t classes[256] = {
    ['\t'] = LINE, ['\n'] = LINE, ['\v'] = LINE, ['\f'] = LINE, ['\r'] = LINE, [' '] = SPACE,
    ['0' ... '9'] = DIGIT, ['A' ... 'Z'] = UPPER, ['a' ... 'z'] = LOWER, [0x80 ... 0xFF] = HIGH};

static inline int byte_class(uint8_t byte) { return classes[byte]; }

// What marks of ASCII mean.
enum {
  /// More common in code, logs and tables than in sentences.
  TECHNICAL = 1,
  /// A clause begins behind it, so that a capital there says little.
  OPENS = 2,
  /// Nothing but a mark, whatever stands around it.
  SIMPLE = 4,
  /// May end a sentence.
  ENDS = 8,
  /// Belongs to the sentence that has ended before it.
  CLOSES = 16,
  /// May begin a sentence.
  BEGINS = 32,
};

static const uint8_t marks[256] = {
    [0] = SIMPLE | CLOSES | BEGINS, [1 ... 8] = TECHNICAL | SIMPLE, [0x0E ... 0x19] = TECHNICAL | SIMPLE,
    [0x1B ... 0x1F] = TECHNICAL | SIMPLE,
    ['!'] = OPENS | SIMPLE | ENDS, ['"'] = OPENS | SIMPLE | CLOSES | BEGINS, ['#'] = TECHNICAL | OPENS,
    ['$' ... '&'] = TECHNICAL | SIMPLE, ['\''] = CLOSES | BEGINS, ['('] = OPENS | SIMPLE | BEGINS,
    [')'] = SIMPLE | CLOSES,
    ['*'] = TECHNICAL | OPENS | SIMPLE | BEGINS, ['+'] = TECHNICAL | SIMPLE, [','] = SIMPLE, ['-'] = SIMPLE | BEGINS,
    ['.'] = OPENS | ENDS, ['/'] = TECHNICAL | SIMPLE, [':'] = TECHNICAL | OPENS | SIMPLE, [';'] = SIMPLE,
    ['<' ... '='] = TECHNICAL | SIMPLE, ['>'] = TECHNICAL | OPENS | SIMPLE, ['?'] = OPENS | SIMPLE | ENDS,
    ['@'] = TECHNICAL, ['['] = TECHNICAL | OPENS | BEGINS, ['\\'] = TECHNICAL | SIMPLE,
    [']'] = TECHNICAL | SIMPLE | CLOSES,
    ['^'] = TECHNICAL | SIMPLE, ['_'] = TECHNICAL, ['`'] = TECHNICAL | SIMPLE, ['{'] = TECHNICAL | SIMPLE,
    ['|'] = TECHNICAL | OPENS | SIMPLE, ['}' ... 0x7F] = TECHNICAL | SIMPLE};

int tagger_opens(uint8_t mark) { return (marks[mark] & OPENS) != 0; }

/// A run of letters, digits and `_`.
typedef struct {
  size_t end;
  uint32_t characters, lower, upper, uncased, digits, underscores;
  int first;
  /// Whether the second letter or a later one is a capital.
  int inner_upper;
} run;

static run read_run(const uint8_t *text, size_t count, size_t from) {
  run r = {from, 0, 0, 0, 0, 0, 0, 0, 0};
  while (r.end < count) {
    const uint8_t byte = text[r.end];
    size_t length = 1;
    int class;
    if (byte < 0x80) {
      class = byte_class(byte);
      if (byte == '_') {
        r.underscores++;
        r.end++;
        r.characters++;
        continue;
      }
      if (class != LOWER && class != UPPER && class != DIGIT) break;
    } else {
      const tagger_character character = tagger_decode(text, count, r.end);
      length = character.length;
      // A mark belongs to the letter before it.
      if (character.scalar >= 0x300 && character.scalar < 0x370) {
        if (r.characters == 0) break;
        r.end += length;
        continue;
      }
      class = tagger_class(character.scalar);
      if (class == TAGGER_IS_OTHER) break;
    }
    if (r.characters == 0) r.first = class;
    switch (class) {
      case TAGGER_IS_LOWER: r.lower++; break;
      case TAGGER_IS_UPPER:
        r.upper++;
        if (r.characters > 0) r.inner_upper = 1;
        break;
      case TAGGER_IS_DIGIT: r.digits++; break;
      default: r.uncased++; break;
    }
    r.characters++;
    r.end += length;
  }
  return r;
}

static inline int is_word_byte(uint8_t byte) {
  const int class = byte_class(byte);
  return class == LOWER || class == UPPER || class == DIGIT || class == HIGH;
}

static inline uint8_t at(const uint8_t *text, size_t count, size_t i) { return i < count ? text[i] : 0; }

/// Length of the ending `'s`, `'re`, … that begins at an apostrophe, or 0.
static size_t clitic(const uint8_t *text, size_t count, size_t from) {
  static const char *const endings[] = {"s", "t", "d", "m", "re", "ve", "ll"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    const size_t length = strlen(endings[i]);
    if (from + 1 + length > count) continue;
    size_t same = 0;
    while (same < length && (text[from + 1 + same] | 0x20) == (uint8_t)endings[i][same]) same++;
    if (same == length && !is_word_byte(at(text, count, from + 1 + length))) return 1 + length;
  }
  return 0;
}

/// End of an address or path that goes on behind `from`.
static size_t code_end(const uint8_t *text, size_t count, size_t from) {
  size_t end = from;
  while (end < count) {
    const uint8_t byte = text[end];
    if (byte <= ' ' || byte == '"' || byte == '\'' || byte == '<' || byte == '>' || byte == '(' || byte == ')' ||
        byte == '[' || byte == ']' || byte == '{' || byte == '}' || byte == ',' || byte == ';' || byte == '|' ||
        byte == '`') {
      break;
    }
    end++;
  }
  while (end > from && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '!' || text[end - 1] == '?')) {
    end--;
  }
  return end;
}

/// End of `[NAME_1]`, or `from`. Short ones are `[X]` and `[XX]` where a finding is tried as a placeholder of its length.
static size_t placeholder_end(const uint8_t *text, size_t count, size_t from) {
  size_t i = from + 1;
  while (i < count && i - from < 48 && (byte_class(text[i]) == UPPER || text[i] == '_')) i++;
  if (i > from + 1 && i - from <= 3 && text[i - 1] == 'X' && text[from + 1] == 'X' && i < count && text[i] == ']') {
    return i + 1;
  }
  if (i == from + 1 || text[i - 1] != '_') return from;
  const size_t number = i;
  while (i < count && byte_class(text[i]) == DIGIT) i++;
  if (i == number) return from;
  // `[NAME_1_FAMILY]`: which of a name's forms it stands for.
  while (i < count && i - number < 32 && (text[i] == '_' || (byte_class(text[i]) <= DIGIT && byte_class(text[i]) != OTHER))) i++;
  return i < count && text[i] == ']' ? i + 1 : from;
}

static void fill_word(
    const tagger_model *model, tagger_words *words, const uint8_t *text, size_t count, const run *r,
    tagger_piece *piece) {
  piece->kind = r->underscores ? TAGGER_CODE : r->digits == r->characters ? TAGGER_NUMBER : TAGGER_WORD;
  if (r->digits && r->digits < r->characters) {
    piece->letters = TAGGER_WITH_DIGITS;
  } else if (r->upper == 0) {
    piece->letters = r->lower ? TAGGER_LOWER : TAGGER_NO_CASE;
  } else if (r->first == TAGGER_IS_UPPER && !r->inner_upper) {
    piece->letters = TAGGER_CAPITAL;
  } else {
    piece->letters = r->lower == 0 ? TAGGER_UPPER : TAGGER_MIXED;
  }
  tagger_know(model, words, text, count, piece);
}

/// Bytes that may make more of the letters before them than a word.
static inline int joins(uint8_t byte) { return byte == '.' || byte == '\'' || byte == '@' || byte == ':' || byte == '_' || byte >= 0x80 || (byte >= '0' && byte <= '9'); }

/// End of `three-part-class-name`, or `from`: words in small letters with three hyphens and more are no name.
static size_t chain_end(const uint8_t *text, size_t count, size_t from) {
  size_t end = from, hyphens = 0;
  while (end < count) {
    const int class = byte_class(text[end]);
    if (text[end] == '-' && end > from && text[end - 1] != '-' && is_word_byte(at(text, count, end + 1))) {
      hyphens++;
    } else if (class != LOWER && class != DIGIT) {
      break;
    }
    end++;
  }
  return hyphens >= 3 && (end == count || !is_word_byte(text[end])) ? end : from;
}

/// Reads a word of ASCII letters that is written small or with one capital.
static int read_plain(
    const tagger_model *model, tagger_words *words, const uint8_t *text, size_t count, size_t from,
    tagger_piece *piece) {
  size_t end = from;
  const int first = byte_class(text[end]);
  if (first != LOWER && first != UPPER) return 0;
  end++;
  while (end < count && text[end] >= 'a' && text[end] <= 'z') end++;
  if (end == count || joins(text[end]) || byte_class(text[end]) == UPPER) {
    // A full stop at the end of a sentence joins nothing, but one behind a single letter does.
    if (end == count || text[end] != '.' || end - from < 2 || is_word_byte(at(text, count, end + 1))) return 0;
  }
  if (end < count && text[end] == '-' && first == LOWER) {
    const size_t chain = chain_end(text, count, from);
    if (chain > from) {
      *piece = (tagger_piece){.start = (uint32_t)from, .end = (uint32_t)chain, .kind = TAGGER_CODE};
      piece->raw = piece->lower = 0x3A;
      return 1;
    }
  }
  *piece = (tagger_piece){.start = (uint32_t)from, .end = (uint32_t)end, .kind = TAGGER_WORD};
  piece->letters = first == LOWER ? TAGGER_PLAIN : TAGGER_CAPITAL;
  tagger_know(model, words, text, count, piece);
  return 1;
}

/// Reads the piece that begins at `from`, where no space is.
static void read_piece(
    const tagger_model *model, tagger_words *words, const uint8_t *text, size_t count, size_t from,
    tagger_piece *piece) {
  if (read_plain(model, words, text, count, from, piece)) return;
  *piece = (tagger_piece){.start = (uint32_t)from};
  const uint8_t first = text[from];
  // Handles and hash tags.
  const int is_tag = (first == '@' || first == '#') && is_word_byte(at(text, count, from + 1));
  run r = read_run(text, count, from + (size_t)is_tag);
  if (is_tag && r.characters > 0) {
    piece->end = (uint32_t)r.end;
    piece->kind = TAGGER_CODE;
    piece->letters = TAGGER_NO_CASE;
    piece->raw = piece->lower = first == '@' ? 0x40 : 0x23;
    return;
  }
  if (r.characters == 0) {
    size_t end = from + tagger_decode(text, count, from).length;
    piece->kind = TAGGER_MARK;
    if (first == '[') {
      const size_t closing = placeholder_end(text, count, from);
      if (closing > from) {
        end = closing;
        piece->kind = TAGGER_PLACEHOLDER;
        piece->raw = piece->lower = 0x5B;
      }
    } else if (first == 0x1A) {
      while (end < count && text[end] == 0x1A) end++;
      piece->kind = TAGGER_PLACEHOLDER;
      piece->raw = piece->lower = 0x5B;
    } else if (first == '\'') {
      const size_t length = clitic(text, count, from);
      if (length > 0) {
        piece->kind = TAGGER_CLITIC;
        end = from + length;
      }
    } else if (first == '.') {
      while (end < count && text[end] == '.') end++;
    }
    piece->end = (uint32_t)end;
    if (piece->kind != TAGGER_PLACEHOLDER) {
      piece->raw = tagger_hash(text + from, end - from);
      piece->lower = piece->kind == TAGGER_CLITIC ? tagger_lower_hash(text + from, end - from) : piece->raw;
    }
    return;
  }
  const uint8_t next = at(text, count, r.end), after = at(text, count, r.end + 1);
  size_t end = r.end;
  int is_code = 0;
  if (next == '@' && is_word_byte(after)) {
    is_code = 1;
  } else if (next == ':' && after == '/' && at(text, count, r.end + 2) == '/') {
    is_code = 1;
  } else if (next == '.' && r.characters == 1 && r.digits == 0) {
    // J. and J.R.R.
    end = r.end + 1;
    while (end + 1 < count && is_word_byte(text[end]) && byte_class(text[end]) != DIGIT) {
      const size_t letter = tagger_decode(text, count, end).length;
      if (at(text, count, end + letter) != '.') break;
      end += letter + 1;
    }
    // Not the beginning of a.b.example.com.
    if (byte_class(first) == LOWER && is_word_byte(at(text, count, end))) {
      piece->end = (uint32_t)code_end(text, count, end);
      piece->kind = TAGGER_CODE;
      piece->raw = piece->lower = 0x3A;
      return;
    }
    piece->end = (uint32_t)end;
    fill_word(model, words, text, count, &r, piece);
    return;
  } else if (next == '.' && is_word_byte(after)) {
    // example.com and 3.14, but not `end.Next`.
    is_code = !(byte_class(after) == UPPER && r.digits == 0 && r.underscores == 0);
  } else if (next == '\'') {
    const size_t length = clitic(text, count, r.end);
    if (length == 2 && (after | 0x20) == 't' && r.characters == 1 && (first | 0x20) == 'n') {
      *piece = (tagger_piece){.start = (uint32_t)from, .end = (uint32_t)r.end + 2, .kind = TAGGER_CLITIC};
      piece->raw = tagger_hash(text + from, piece->end - from);
      piece->lower = tagger_lower_hash(text + from, piece->end - from);
      return;
    }
    if (length == 2 && (after | 0x20) == 't' && r.characters > 1 && (text[r.end - 1] | 0x20) == 'n') {
      // The ending of don't is n't.
      run stem = read_run(text, r.end - 1, from);
      r = stem;
      end = stem.end;
    } else if (length == 0 && r.characters == 1 && r.digits == 0 && is_word_byte(after) &&
               (r.upper ? byte_class(after) == UPPER && first != 'L' : (first == 'o' || first == 'd'))) {
      // O'Brien is one word; l'Italie two.
      run rest = read_run(text, count, r.end + 1);
      end = rest.end;
      r.upper += rest.upper;
      r.lower += rest.lower;
      r.inner_upper = rest.inner_upper;
      r.characters += rest.characters;
    } else if (length == 0 && r.characters <= 5 && r.digits == 0 && is_word_byte(after) && r.upper <= 1) {
      // l', d', dell': the apostrophe goes with what stands before it.
      end = r.end + 1;
    }
  }
  if (is_code) {
    end = code_end(text, count, r.end + 1);
    piece->end = (uint32_t)end;
    piece->kind = TAGGER_CODE;
    const int is_number = r.digits == r.characters;
    piece->raw = piece->lower = is_number ? 0x39 : 0x3A;
    return;
  }
  piece->end = (uint32_t)end;
  fill_word(model, words, text, count, &r, piece);
}

/// Whether a line's end is only where the text was wrapped.
static int is_wrapped(const uint8_t *text, size_t count, size_t line_end, const tagger_piece *last) {
  size_t next = line_end + 1;
  if (text[line_end] == '\r' && at(text, count, next) == '\n') next++;
  if (next >= count) return 0;
  const int class = byte_class(text[next]);
  if (class != LOWER && class != UPPER && class != HIGH && text[next] != '"') return 0;
  if (last->kind == TAGGER_MARK && strchr(".!?:;>|", text[last->start])) return 0;
  size_t start = line_end;
  while (start > 0 && line_end - start < 120 && text[start - 1] != '\n') start--;
  return line_end - start >= 50;
}

/// Whether a full stop behind a word, which was read last, belongs to it.
static inline int is_abbreviation(const tagger_words *words, const tagger_piece *piece) {
  return piece->kind == TAGGER_WORD && tagger_recall(words, piece->raw)->flags & TAGGER_ABBREVIATION;
}

/// Whether a sentence begins behind a mark that may end one.
static int is_sentence_end(const uint8_t *text, size_t count, size_t end) {
  size_t next = end;
  while (next < count && marks[text[next]] & CLOSES && text[next]) next++;
  if (next >= count) return 1;
  if (text[next] != ' ') return byte_class(text[next]) == LINE;
  while (next < count && text[next] == ' ') next++;
  if (next >= count) return 1;
  const int class = byte_class(text[next]);
  if (class == HIGH) return tagger_class(tagger_decode(text, count, next).scalar) == TAGGER_IS_UPPER;
  return class == UPPER || class == DIGIT || class == LINE || marks[text[next]] & BEGINS;
}

/// What is known of a segment while it is read.
typedef struct {
  uint64_t counts;
  /// Whether the next piece begins a clause, and whether that before it may be its label.
  int begins, is_label;
  /// End of the last placeholder.
  size_t placeholder_end;
} reading;

/// Takes in a word: what it adds up to, and whether it may be part of a name.
static inline void note_word(reading *r, tagger_piece *piece, const tagger_known *known) {
  r->counts += known->counts;
  piece->allowed = r->begins ? known->first : known->inner;
  r->is_label = r->begins & known->flags;
  r->begins = 0;
}

static inline void note_mark(reading *r, uint8_t mark, size_t i) {
  r->counts += marks[mark] & TECHNICAL ? TAGGER_ONE_TECHNICAL : 0;
  r->begins = (marks[mark] & OPENS) != 0 || (r->begins && i < 3);
}

/// Takes in the piece that was read last.
static void note(const tagger_words *words, const uint8_t *text, tagger_piece *pieces, size_t i, reading *r) {
  tagger_piece *piece = &pieces[i];
  const uint8_t first = text[piece->start];
  if (r->is_label && first == ':') pieces[i - 1].allowed = 0;
  r->is_label = 0;
  switch (piece->kind) {
    case TAGGER_WORD: note_word(r, piece, tagger_recall(words, piece->raw)); break;
    case TAGGER_MARK: note_mark(r, first, i); break;
    default:
      if (piece->kind == TAGGER_PLACEHOLDER) r->counts += TAGGER_ONE_PLACEHOLDER;
      if (piece->kind == TAGGER_CODE || piece->kind == TAGGER_NUMBER) r->counts += TAGGER_ONE_TECHNICAL;
      r->begins = 0;
  }
  // The ending of a name that has become a placeholder: `[NAME_1]s`.
  if (piece->start == r->placeholder_end) piece->allowed = 0;
  if (piece->kind == TAGGER_PLACEHOLDER) r->placeholder_end = piece->end;
}

/// What may make more of the letters before it than a word.
static const uint8_t goes_on[256] = {
    ['.'] = 1, ['\''] = 1, ['@'] = 1, [':'] = 1, ['_'] = 1, ['-'] = 1, ['0' ... '9'] = 1, [0x80 ... 0xFF] = 1};

/// Most letters of a word that is read at once, and how much of the text must be there for it.
enum { AT_ONCE = 15, READ_AT_ONCE = 18 };

/// Reads a word of a few ASCII letters with nothing behind it that makes more of it, as nearly all are.
///
/// - Returns: 0 if it is not such a word.
static inline int read_letters(const uint8_t *text, size_t from, tagger_piece *piece) {
  const tagger_letters letters = tagger_read_letters(text + from);
  const uint32_t length = letters.count;
  if (length > AT_ONCE || length == 0) return 0;
  const uint8_t next = text[from + length];
  if (goes_on[next]) {
    const uint8_t after = text[from + length + 1];
    // A full stop at the end of a sentence joins nothing, but one behind a single letter does; three hyphens join words
    // in small letters.
    const int is_end = next == '.'   ? length > 1 && !is_word_byte(after)
                       : next == ':' ? after != '/'
                                     : next == '-' && letters.upper & 1;
    if (!is_end) return 0;
  }
  *piece = (tagger_piece){.start = (uint32_t)from, .end = (uint32_t)(from + length), .kind = TAGGER_WORD};
  const uint32_t all = (2u << (length - 1)) - 1;
  piece->letters = letters.upper == 0   ? TAGGER_PLAIN
                   : letters.upper == 1 ? TAGGER_CAPITAL
                   : letters.upper == all ? TAGGER_UPPER
                                          : TAGGER_MIXED;
  return 1;
}

/// Whether a mark stands by itself.
static inline int is_simple(const uint8_t *text, size_t count, size_t at) {
  return marks[text[at]] & SIMPLE || (text[at] == '.' && at + 1 < count && text[at + 1] != '.');
}

tagger_segment tagger_read(
    const tagger_model *model, tagger_cache *cache, const uint8_t *text, size_t count, size_t from,
    tagger_piece *pieces) {
  tagger_segment segment = {0};
  tagger_use(model, cache);
  tagger_words *words = &cache->words;
  reading r = {.begins = 1, .placeholder_end = SIZE_MAX};
  size_t position = from;
  size_t n = 0;
  while (position < count) {
    const int class = byte_class(text[position]);
    if ((class == LOWER || class == UPPER) && position + READ_AT_ONCE < count && n < TAGGER_MAX_PIECES &&
        read_letters(text, position, &pieces[n])) {
      tagger_piece *piece = &pieces[n++];
      note_word(&r, piece, tagger_know(model, words, text, count, piece));
      if (position == r.placeholder_end) piece->allowed = 0;
      position = piece->end + (text[piece->end] == ' ');
      continue;
    }
    if (class == SPACE || (class == LINE && n == 0)) {
      position++;
      continue;
    }
    if (class == LINE) {
      if (text[position] != '\t' && is_wrapped(text, count, position, &pieces[n - 1])) {
        position++;
        if (position < count && text[position] == '\n') position++;
        continue;
      }
      break;
    }
    if (n == TAGGER_MAX_PIECES) break;
    tagger_piece *piece = &pieces[n++];
    const uint8_t mark = text[position];
    if (class == OTHER && is_simple(text, count, position)) {
      *piece = (tagger_piece){.start = (uint32_t)position, .end = (uint32_t)position + 1, .kind = TAGGER_MARK};
      piece->raw = piece->lower = tagger_hash(text + position, 1);
      if (r.is_label && mark == ':') pieces[n - 2].allowed = 0;
      r.is_label = 0;
      note_mark(&r, mark, n - 1);
    } else {
      read_piece(model, words, text, count, position, piece);
      note(words, text, pieces, n - 1, &r);
    }
    position = piece->end;
    if (piece->kind != TAGGER_MARK || !(marks[mark] & ENDS)) continue;
    if (mark == '.' && n > 1 && pieces[n - 2].end == piece->start && is_abbreviation(words, &pieces[n - 2])) continue;
    if (!is_sentence_end(text, count, position)) continue;
    // Closing quotes and brackets belong to the sentence.
    while (position < count && n < TAGGER_MAX_PIECES && marks[text[position]] & CLOSES) {
      read_piece(model, words, text, count, position, &pieces[n]);
      note(words, text, pieces, n, &r);
      position = pieces[n++].end;
    }
    break;
  }
  segment.next = position;
  segment.count = n;
  tagger_choose(model, words, text, r.counts, pieces, &segment);
  return segment;
}
