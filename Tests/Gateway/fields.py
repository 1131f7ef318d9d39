"""Every place of a request where text can stand: the strings, the keys, and those of JSON in strings."""

import copy
import json
import re


def places(value, path=()):
    """Paths of strings and of keys. A step is a key, an index, or `JSON`, behind which a string's JSON goes on."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*path, Key(key))
            yield from places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))
    elif isinstance(value, str):
        yield path
        inner = parsed(value)
        if inner is not None:
            yield from places(inner, (*path, JSON))


class Key(str):
    """The key itself instead of what it holds."""


class Inside:
    def __repr__(self):
        return "JSON"


JSON = Inside()


def parsed(text):
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, (dict, list)) else None


def planted(value, path, text):
    """A copy with a text at a place."""
    if not path:
        return text
    step, rest = path[0], path[1:]
    if step is JSON:
        return json.dumps(planted(parsed(value), rest, text))
    value = copy.copy(value)
    if isinstance(step, Key):
        return {text if key == step else key: item for key, item in value.items()}
    value[step] = planted(value[step], rest, text)
    return value


def name(path):
    """`messages[3].tool_calls[0].function.arguments{}.who`; a key has `=` behind it."""
    text = ""
    for step in path:
        if step is JSON:
            text += "{}"
        elif isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" + "=" * isinstance(step, Key)
    return text.lstrip(".")


def disguises(text):
    """The text as it may stand in bytes: plain, in other case, with escapes, in base64."""
    import base64
    import urllib.parse

    escaped = "".join(f"\\u{ord(character):04x}" for character in text)
    found = {text, json.dumps(text)[1:-1], urllib.parse.quote(text, safe=""), urllib.parse.quote_plus(text), escaped,
             "".join(f"%{byte:02x}" for byte in text.encode()), text.encode().hex()}
    for shift in range(3):
        code = base64.b64encode(b"\0" * shift + text.encode()).decode()
        # Without the ends, which depend on what stands around.
        found |= {code[4:-4], code[4:-4].replace("+", "-").replace("/", "_")}
    return {disguise.lower().encode() for disguise in found if len(disguise) > 5}


def holds(data, text):
    """Whether bytes hold a text in any disguise."""
    low = bytes(data).lower()
    # An escape of a single character, anywhere in it, too.
    plain = re.sub(rb"\\u00([0-7][0-9a-f])", lambda found: bytes([int(found[1], 16)]).lower(), low)
    return any(disguise in low or disguise in plain for disguise in disguises(text))
