#!/usr/bin/env python3
"""Putting originals back into a stream of chunks, the two ways in which it is usually written, as workers.

  restorers.py PEER --mapping FILE --chunk-size N --file FILE [--bytes N]
"""

import json
import re
import sys
import time

import worker


def replace(originals):
    """Every placeholder is replaced in every chunk. One that lies in two chunks is not restored."""

    def restore(chunks):
        restored = 0
        for chunk in chunks:
            for placeholder, original in originals:
                if placeholder in chunk:
                    restored += chunk.count(placeholder)
                    chunk = chunk.replace(placeholder, original)
        return restored

    return "replace in each chunk", restore


def regex(originals):
    """One pattern for what a placeholder looks like, a dictionary, and the beginning of one held back for the next chunk."""
    known = dict(originals)
    placeholder = re.compile(r"\[[A-Z][A-Z0-9_]*_[0-9]+\]")
    longest = max(map(len, known))

    def restore(chunks):
        restored, held = 0, ""

        def original(match):
            nonlocal restored
            value = known.get(match[0])
            restored += value is not None
            return match[0] if value is None else value

        for chunk in chunks:
            chunk = held + chunk
            held = ""
            open = chunk.rfind("[")
            if open >= 0 and len(chunk) - open < longest and "]" not in chunk[open:]:
                chunk, held = chunk[:open], chunk[open:]
            placeholder.sub(original, chunk)
        return restored

    return "one regex and a dictionary", restore


PEERS = {"replace": replace, "regex": regex}


def main():
    options = worker.arguments(PEERS)
    text = worker.text_of(options)
    size = options.chunk_size
    chunks = [document.decode(errors="replace") for document in worker.cut(text, size)]
    mapping = json.loads(options.mapping.read_text())
    started = time.perf_counter()
    name, restore = PEERS[options.peer]([(placeholder, original) for original, placeholder in mapping.items()])
    version = "Python " + sys.version.split()[0]
    worker.serve(name, version, started, len(text), lambda: restore(chunks))


if __name__ == "__main__":
    main()
