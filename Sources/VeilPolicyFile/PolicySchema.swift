import Veil

extension PolicyFile {
  /// A JSON Schema (draft 2020-12) of policy files, for editors.
  ///
  /// What it cannot say, ``check()`` does: whether patterns compile, and names are taken or known.
  public static var schema: String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Veil policy",
    \(schemaMembers),
      "$defs": {
    \(schemaDefinitions)
      }
    }

    """
  }

  /// What a policy may have, as members of a schema that has ``schemaDefinitions``, too.
  package static var schemaMembers: String {
    """
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
        "extends": {"description": "What the policy builds on: the name of a ready policy, or a file, relative to \
    this one. Names: \(ReadyPolicy.allCases.map(\.name).joined(separator: ", ")).", "$ref": "#/$defs/text"},
        "types": {"description": "Only these types.", "$ref": "#/$defs/types"},
        "include": {"description": "These types as well.", "$ref": "#/$defs/types"},
        "exclude": {"description": "Not these types.", "$ref": "#/$defs/types"},
        "classes": {"description": "Personal data, organisational data, or both.", "type": "array",
          "items": {"$ref": "#/$defs/class"}},
        "type_classes": {"description": "The class of types of your own; pii without an entry.", "type": "object",
          "propertyNames": {"$ref": "#/$defs/type"}, "additionalProperties": {"$ref": "#/$defs/class"}},
        "minimum_score": {"description": "Findings below it are dropped.", "$ref": "#/$defs/score"},
        "minimum_scores": {"description": "The same by type.", "type": "object",
          "propertyNames": {"$ref": "#/$defs/type"}, "additionalProperties": {"$ref": "#/$defs/score"}},
        "allow": {"description": "Words and phrases that are never masked.", "$ref": "#/$defs/texts"},
        "deny": {"description": "Words and phrases that are always masked, by type.", "type": "object",
          "propertyNames": {"$ref": "#/$defs/type"}, "additionalProperties": {"$ref": "#/$defs/texts"}},
        "domains": {"description": "Own domains: they and all hosts below them are masked.", "type": "array",
          "items": {"type": "string", "minLength": 1, "maxLength": 120, "pattern": "^[^.@/ ]+([.][^.@/ ]+)*$"}},
        "names": {"description": "How names are looked for: not at all (off, false), by surroundings and words (fast), \
    or by the tagger too (full, true).",
          "enum": ["off", "fast", "full", true, false]},
        "operators": {"description": "What becomes of findings, by type or by default.", "type": "object",
          "propertyNames": {"anyOf": [{"const": "default"}, {"$ref": "#/$defs/type"}]},
          "additionalProperties": {"enum": \(names(PolicyReader.operators))}},
        "brackets": {"description": "What placeholders stand in.", "enum": \(names(PolicyReader.brackets))},
        "limits": {
          "description": "Bytes of a finding with its context, bytes treated at once, and PCRE2's limits.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "window": {"type": "integer", "minimum": 1024, "maximum": 1048576},
            "block": {"type": "integer", "minimum": 1024, "maximum": 67108864},
            "match": {"type": "integer", "minimum": 1, "maximum": 4294967295},
            "depth": {"type": "integer", "minimum": 1, "maximum": 4294967295},
            "heap": {"type": "integer", "minimum": 1, "maximum": 4294967295}
          }
        },
        "limit_action": {"description": "Where a limit leaves open whether a rule matches.",
          "enum": \(names(PolicyReader.limitActions))},
        "invalid_utf8": {"description": "What becomes of bytes that are not UTF-8.",
          "enum": \(names(PolicyReader.invalidUTF8))},
        "catalogue": {"description": "false takes all built-in rules out.", "type": "boolean"},
        "disable": {"description": "Names of rules that are taken out.", "$ref": "#/$defs/texts"},
        "rules": {"description": "Rules of your own.", "type": "array", "items": {"$ref": "#/$defs/rule"}}
      }
    """
  }

  /// Parts of the schema, by names.
  package static var schemaDefinitions: String {
    """
        "text": {"type": "string", "minLength": 1},
        "texts": {"type": "array", "items": {"$ref": "#/$defs/text"}},
        "type": {"type": "string", "maxLength": \(EntityType.maximumLength),
          "pattern": "^[A-Z][A-Z0-9]*(_[A-Z][A-Z0-9]*)*$"},
        "types": {"type": "array", "items": {"$ref": "#/$defs/type"}},
        "class": {"enum": \(names(PolicyReader.classes))},
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "rule": {
          "type": "object", "additionalProperties": false, "required": ["name", "type", "pattern", "score"],
          "properties": {
            "name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "type": {"$ref": "#/$defs/type"},
            "pattern": {"description": "PCRE2; group 1, if there is one, is the finding.", "$ref": "#/$defs/text"},
            "trigger": {"description": "Where a match may begin.", "$ref": "#/$defs/trigger"},
            "caseless": {"type": "boolean"},
            "boundary": {"description": "What may not touch the match.", "enum": \(names(PolicyReader.boundaries))},
            "validator": {"$ref": "#/$defs/validator"},
            "score": {"description": "Belief when pattern and validator agree.", "$ref": "#/$defs/score"},
            "context": {"type": "array", "items": {"$ref": "#/$defs/context"}},
            "requires_context": {"type": "boolean"},
            "priority": {"type": "integer", "minimum": -1000, "maximum": 1000}
          }
        },
        "trigger": {"anyOf": [
          {"const": "derived"},
          {"type": "object", "additionalProperties": false, "required": ["digits", "within"], "properties": {
            "digits": {"type": "integer", "minimum": 1, "maximum": 64},
            "within": {"type": "integer", "minimum": 1, "maximum": 64}}},
          {"type": "object", "additionalProperties": false, "required": ["literals"], "properties": {
            "literals": {"$ref": "#/$defs/texts"}}},
          {"type": "object", "additionalProperties": false, "required": ["phrases"], "properties": {
            "phrases": {"$ref": "#/$defs/texts"}}},
          {"type": "object", "additionalProperties": false, "required": ["labels"], "properties": {
            "labels": {"$ref": "#/$defs/texts"}, "reach": {"enum": \(names(PolicyReader.reaches))}}},
          {"type": "object", "additionalProperties": false, "required": ["shape"], "properties": {
            "shape": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 63},
              {"type": "string",
                "pattern": "^([0-9]{1,2}(-[0-9]{1,2})?[+])?[0-9]{1,2}(-[0-9]{1,2})?(,[0-9]{1,2}(-[0-9]{1,2})?)*$"}]}}},
          {"type": "object", "additionalProperties": false, "required": ["run", "digits"], "properties": {
            "run": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 127},
              {"type": "string", "pattern": "^[0-9]{1,3}(-[0-9]{1,3})?(,[0-9]{1,3}(-[0-9]{1,3})?)*$"}]},
            "digits": {"type": "integer", "minimum": 0, "maximum": 127}}},
          {"type": "object", "additionalProperties": false, "required": ["around", "over", "count"], "properties": {
            "around": {"type": "string", "minLength": 1, "maxLength": 1},
            "over": {"$ref": "#/$defs/bytes"},
            "count": {"type": "array", "minItems": 2, "maxItems": 2,
              "items": {"type": "integer", "minimum": 0, "maximum": 128}},
            "next": {"$ref": "#/$defs/bytes"}}}
        ]},
        "bytes": {"enum": \(names(PolicyReader.byteClasses))},
        "context": {
          "type": "object", "additionalProperties": false, "required": ["words", "weight"],
          "properties": {
            "words": {"$ref": "#/$defs/texts"},
            "before": {"type": "integer", "minimum": 0, "maximum": 1048576},
            "after": {"type": "integer", "minimum": 0, "maximum": 1048576},
            "weight": {"type": "number", "minimum": -1, "maximum": 1}
          }
        },
        "validator": {"description": "A check from the closed list.", "enum": \(names(PolicyReader.validators))}
    """
  }

  /// The values that the reader knows, as a JSON array; none of them needs an escape.
  private static func names<T>(_ values: [String: T]) -> String {
    "[" + values.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
