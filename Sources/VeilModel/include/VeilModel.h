/// Word lists and the catalogue of identifiers, embedded in the binary.
///
/// Each list is UTF-8 text: one lower-case entry a line, sorted by bytes, every line ended by `\n`. Lines that begin
/// with `#` are comments. Entries may hold spaces, full stops, apostrophes and hyphens. The bytes live as long as the
/// process and are not terminated by zero.
#ifndef VEIL_MODEL_H
#define VEIL_MODEL_H

#include <stddef.h>
#include <stdint.h>

/// Given names and diminutives.
const uint8_t *_Nonnull veil_list_given(size_t *_Nonnull count);

/// Family names.
const uint8_t *_Nonnull veil_list_family(size_t *_Nonnull count);

/// Entries of `given` and `family` that are also common words, months, places or products.
const uint8_t *_Nonnull veil_list_ambiguous(size_t *_Nonnull count);

/// Words that are no name just for being capitalised.
const uint8_t *_Nonnull veil_list_common(size_t *_Nonnull count);

/// Titles and forms of address before a name.
const uint8_t *_Nonnull veil_list_titles(size_t *_Nonnull count);

/// Openings of a letter, which a name follows.
const uint8_t *_Nonnull veil_list_greetings(size_t *_Nonnull count);

/// Phrases that a name follows, also one in lower case.
const uint8_t *_Nonnull veil_list_introductions(size_t *_Nonnull count);

/// Phrases that a name often follows, and much else.
const uint8_t *_Nonnull veil_list_introductions_weak(size_t *_Nonnull count);

/// Keys and column headers whose value is a name.
const uint8_t *_Nonnull veil_list_labels_name(size_t *_Nonnull count);

/// Endings of a letter, which a name follows.
const uint8_t *_Nonnull veil_list_closings(size_t *_Nonnull count);

/// Lower-case words inside a name.
const uint8_t *_Nonnull veil_list_particles(size_t *_Nonnull count);

/// Words after a name that belong to it.
const uint8_t *_Nonnull veil_list_suffixes(size_t *_Nonnull count);

/// Legal forms that stand behind a company's name. Unlike the other lists' entries these keep their capitals.
const uint8_t *_Nonnull veil_list_legal_forms(size_t *_Nonnull count);

/// Legal forms that stand before a company's name, with their capitals.
const uint8_t *_Nonnull veil_list_legal_forms_before(size_t *_Nonnull count);

/// Keys and column headers whose value is an organisation.
const uint8_t *_Nonnull veil_list_labels_organisation(size_t *_Nonnull count);

/// Words that are in no company's name even with a capital.
const uint8_t *_Nonnull veil_list_organisation_stops(size_t *_Nonnull count);

/// Words that end a company's name as a legal form does.
const uint8_t *_Nonnull veil_list_organisation_endings(size_t *_Nonnull count);

/// Words of companies' names that do not tell one company from another.
const uint8_t *_Nonnull veil_list_organisation_generic(size_t *_Nonnull count);

/// Short and pet forms of given names, a line for each name: `john: johnny | jack`; the file says what a line means.
const uint8_t *_Nonnull veil_list_nicknames(size_t *_Nonnull count);

/// A data file of the catalogue: types and rules, see `CatalogueReader`.
typedef struct {
  const char *_Nonnull name;
  const uint8_t *_Nonnull text;
  size_t count;
} veil_file;

/// The file at an index counted from 0, or null behind the last one.
const veil_file *_Nullable veil_catalogue(size_t index);

/// The world's national numbering plans for telephones, UTF-8 text; the file says what a line means.
const uint8_t *_Nonnull veil_numbering_plans(size_t *_Nonnull count);

/// The name tagger's model, as `veil-train` writes it.
const uint8_t *_Nonnull veil_names_model(size_t *_Nonnull count);

#endif
