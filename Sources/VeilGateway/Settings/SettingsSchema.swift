import VeilPolicyFile

extension SettingsFile {
  /// A JSON Schema (draft 2020-12) of configurations, for editors.
  ///
  /// What it cannot say, reading does: bounds of sizes and times, names that occur twice, whether patterns compile.
  public static var schema: String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Veil gateway",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
        "listen": {
          "description": "Where requests are taken. Without callers only this machine can be listened to.",
          "type": "object", "additionalProperties": false,
          "properties": {
            "host": {"type": "string", "pattern": "^[A-Za-z0-9.:_%-]{1,255}$"},
            "port": {"description": "0: any that is free.", "type": "integer", "minimum": 0, "maximum": 65535},
            "allowed_origins": {"description": "Origins of pages that may call the gateway from a browser.",
              "type": "array", "items": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@ ]+$"}}
          }
        },
        "policy": {"description": "What is replaced: a ready policy's name, a file relative to this one, or a policy.",
          "anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/policy"}]},
        "pseudonymize": {
          "description": "Classes that are replaced where a request's headers leave it open.",
          "type": "object", "additionalProperties": false,
          "properties": {"pii": {"type": "boolean"}, "oii": {"type": "boolean"}}
        },
        "answers": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "restore": {"description": "Whether originals are put back.", "type": "boolean"},
            "return_mapping": {"description": "Whether answers carry the mapping.", "type": "boolean"},
            "keep_system_values": {"description": "Whether values that only system texts and tools hold stay \
    placeholders in answers.", "type": "boolean"},
            "logprobs": {"description": "What becomes of log probabilities where placeholders were issued.",
              "enum": \(names(SettingsReader.logprobs))}
          }
        },
        "hint": {
          "description": "What the model is told of placeholders, when there are any.",
          "anyOf": [{"type": "boolean"}, {"type": "object", "additionalProperties": false, "properties": {
            "enabled": {"type": "boolean"}, "text": {"$ref": "#/$defs/text"}}}]
        },
        "attachments": {"description": "What becomes of images, files, audio and prompts of token ids, which cannot be \
    looked into.", "enum": \(names(SettingsReader.attachments))},
        "conversations": {
          "description": "Vaults that outlive their request. Without this there are none.",
          "anyOf": [{"type": "boolean"}, {"type": "object", "additionalProperties": false, "properties": {
            "header": {"description": "The request header with the conversation's id.", "$ref": "#/$defs/header"},
            "maximum": {"description": "Most conversations; the least recently used goes first.",
              "type": "integer", "minimum": 1, "maximum": 10000000},
            "expires": {"description": "A conversation is forgotten so long after its last request.",
              "$ref": "#/$defs/time"},
            "entries": {"description": "Most entries of one conversation.",
              "type": "integer", "minimum": 1, "maximum": 1000000}}}]
        },
        "limits": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "body": {"description": "Of a request.", "$ref": "#/$defs/size"},
            "event": {"description": "One event of a stream.", "$ref": "#/$defs/size"},
            "answer": {"description": "An answer that is not streamed.", "$ref": "#/$defs/size"},
            "lanes": {"description": "Texts of one answer that run side by side.",
              "type": "integer", "minimum": 1, "maximum": 65536},
            "connections": {"type": "integer", "minimum": 1, "maximum": 1000000},
            "requests": {"description": "Requests that are answered at once; more are told 503.",
              "type": "integer", "minimum": 1, "maximum": 1000000},
            "keep_alive": {"description": "How long a stream may be silent before a comment is sent.",
              "$ref": "#/$defs/time"},
            "shutdown": {"description": "How long running answers may take to end.", "$ref": "#/$defs/time"}
          }
        },
        "upstreams": {"description": "Providers; the first whose patterns fit the model's name takes the request. \
    Without any a built-in model answers with the text that it was sent.",
          "type": "array", "items": {"$ref": "#/$defs/upstream"}},
        "allowed_base_urls": {"description": "What X-Model-Api-Base-Url may name or lie below.",
          "type": "array", "items": {"$ref": "#/$defs/url"}},
        "callers": {"description": "Who may call, by their keys. Without any nobody is asked for a key.",
          "type": "array", "items": {"$ref": "#/$defs/caller"}},
        "log": {
          "type": "object", "additionalProperties": false,
          "properties": {"level": {"enum": \(names(SettingsReader.levels))}}
        }
      },
      "$defs": {
        "upstream": {
          "type": "object", "additionalProperties": false, "required": ["name", "url"],
          "properties": {
            "name": {"$ref": "#/$defs/name"},
            "url": {"description": "With the version, like https://api.example.com/v1; or echo, the built-in model.",
              "anyOf": [{"const": "echo"}, {"$ref": "#/$defs/url"}]},
            "models": {"description": "Names of models; * stands for any characters.",
              "type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}},
            "rename": {"description": "Models as the provider calls them, where that differs.",
              "type": "object", "propertyNames": {"$ref": "#/$defs/text"},
              "additionalProperties": {"$ref": "#/$defs/text"}},
            "key_env": {"description": "The variable with the provider's key.",
              "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,127}$"},
            "key_file": {"description": "The file with the provider's key.", "$ref": "#/$defs/text"},
            "headers": {"description": "Headers that every request to it has.",
              "type": "object", "propertyNames": {"$ref": "#/$defs/header"},
              "additionalProperties": {"type": "string", "pattern": "^[ -~]+$"}},
            "forward_headers": {"description": "Headers of the caller's that are handed on; all others stay here.",
              "type": "array", "items": {"$ref": "#/$defs/header"}},
            "caller_keys": {"description": "Whether a caller's X-Model-Api-Key takes the place of the key.",
              "type": "boolean"},
            "timeouts": {
              "type": "object", "additionalProperties": false,
              "properties": {
                "connect": {"$ref": "#/$defs/time"},
                "first_byte": {"description": "Until the answer's head.", "$ref": "#/$defs/time"},
                "idle": {"description": "Between two pieces of the answer.", "$ref": "#/$defs/time"}
              }
            },
            "retries": {"description": "How often a request is sent again that could not be sent or was answered with \
    502, 503 or 504.", "type": "integer", "minimum": 0, "maximum": 10},
            "connections": {"type": "integer", "minimum": 1, "maximum": 65536},
            "trusted_certificates": {"description": "A file of certificates (PEM) that are trusted instead of the \
    system's.", "$ref": "#/$defs/text"}
          }
        },
        "caller": {
          "type": "object", "additionalProperties": false, "required": ["name", "key_sha256"],
          "properties": {
            "name": {"$ref": "#/$defs/name"},
            "key_sha256": {"description": "SHA-256 of the key; veil-gateway key makes both.",
              "type": "string", "pattern": "^[0-9A-Fa-f]{64}$"},
            "spaces": {"description": "Spaces that it may use; all without this.",
              "type": "array", "items": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,128}$"}},
            "requests_per_minute": {"type": "integer", "minimum": 1, "maximum": 1000000000},
            "tokens_per_minute": {"type": "integer", "minimum": 1, "maximum": 1000000000},
            "budget": {
              "type": "object", "additionalProperties": false, "required": ["tokens", "per"],
              "properties": {
                "tokens": {"type": "integer", "minimum": 1, "maximum": 1000000000000},
                "per": {"enum": \(names(SettingsReader.periods))}
              }
            }
          }
        },
        "name": {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"},
        "header": {"type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$"},
        "url": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^?#@% ]+$"},
        "size": {"description": "Bytes, or a size like 64KiB or 10MiB.", "anyOf": [
          {"type": "integer", "minimum": 0},
          {"type": "string", "pattern": "^[0-9]{1,15} ?(B|kB|MB|GB|KiB|MiB|GiB)?$"}]},
        "time": {"description": "A time like 500ms, 30s, 5m, 2h or 1d.",
          "type": "string", "pattern": "^[0-9]{1,15} ?(ms|s|m|h|d)$"},
        "policy": {
    \(PolicyFile.schemaMembers)
        },
    \(PolicyFile.schemaDefinitions)
      }
    }

    """
  }

  /// The values that the reader knows, as a JSON array; none of them needs an escape.
  private static func names<T>(_ values: [String: T]) -> String {
    "[" + values.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
