"""The worker's side of the protocol, for the peers in Python: see ../README.md."""

import argparse
import importlib.metadata
import json
import logging
import os
import pathlib
import sys
import time

# Some of the peers report home, or warn of models that nobody asked for.
os.environ.update(DATAFOG_NO_TELEMETRY="1", DO_NOT_TRACK="1", TOKENIZERS_PARALLELISM="false")
logging.disable(logging.CRITICAL)


def arguments(peers):
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=peers)
    parser.add_argument("--file", type=pathlib.Path, required=True, help="the text")
    parser.add_argument("--bytes", type=int, help="read no more of it than this, cut after a line if there is one")
    parser.add_argument("--document-size", type=int, default=0, help="bytes of each document; 0: the whole text")
    parser.add_argument("--patterns", type=pathlib.Path, help="patterns.json")
    parser.add_argument("--list", type=pathlib.Path, help="terms to find, one in a line")
    parser.add_argument("--mapping", type=pathlib.Path, help="JSON: what placeholders stand for, original to placeholder")
    parser.add_argument("--chunk-size", type=int, help="bytes of each chunk of a stream")
    return parser.parse_args()


def text_of(options):
    text = options.file.read_bytes()
    if options.bytes and len(text) > options.bytes:
        text = text[: text.rfind(b"\n", 0, options.bytes) + 1 or options.bytes]
    return text


def cut(text, size):
    """Pieces of at most `size` bytes; a cut inside a character is moved back to where that begins."""
    if not size:
        return [text]
    pieces, start = [], 0
    while start < len(text):
        end = min(start + size, len(text))
        while end < len(text) and start < end and text[end] & 0xC0 == 0x80:
            end -= 1
        if end == start:
            end = min(start + size, len(text))
        pieces.append(text[start:end])
        start = end
    return pieces


def version(*packages):
    return ", ".join(importlib.metadata.version(package) for package in packages)


def serve(name, version, started, read, one_pass):
    """Says that it is ready, then answers each `go` with one pass, which returns how much it found."""
    # What the peers print must not get between the lines of the protocol.
    answers, sys.stdout = os.fdopen(os.dup(1), "w"), sys.stderr
    os.dup2(2, 1)
    ready = {"ready": True, "name": name, "version": version, "setup_s": round(time.perf_counter() - started, 4)}
    print(json.dumps(ready), file=answers, flush=True)
    for line in sys.stdin:
        if line.strip() != "go":
            break
        wall, cpu = time.perf_counter(), time.process_time()
        findings = one_pass()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        print(json.dumps({"seconds": cpu, "wall": wall, "findings": findings, "bytes": read}), file=answers, flush=True)
