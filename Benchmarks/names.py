#!/usr/bin/env python3
"""How well `veil` finds names, how often it is wrong, and what that costs. Standard library only.

  names.py DATA SCORE VEIL [--names off|fast|full] [--code NAME=FOLDER]... [--parts PARTS] [--repeat N]

DATA is a folder with `dev/`, the labelled sets of the table below, and `throughput/`, plain text; SCORE is a program that
is called as `SCORE run GOLD --json -- COMMAND`, pipes GOLD's texts through COMMAND and prints one line of JSON; VEIL is
the program to measure. What is missing in DATA is left out and said so. Prints Markdown, each table with its command.

  --names  handed to `veil` for quality and false names; without it `veil` does what it does by default
  --code   a further folder of source code for the false names, besides the repository's own
  --parts  which tables, of `quality,false,speed`
  --repeat how often speed is measured; the least counts (5)
"""
import argparse
import base64
import json
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODES = ["off", "fast", "full"]

# Title, file in DATA/dev, how it is read, and the figures: what they are called, where they stand in SCORE's answer.
PERSON_EXACT = [("people, exact", "PERSON", "exactF1")]
PERSON_OVERLAP = [("people, overlap", "PERSON", "F1")]
EACH_EXACT = PERSON_EXACT + [("organisations, exact", "ORG", "exactF1"), ("places, exact", "LOC", "exactF1"),
                             ("all three, exact", "NER exact", "F1")]
SETS = [
    ("UNER EWT, English", "uner_ewt_dev_en.iob2", "columns", EACH_EXACT),
    ("the same in lower case", "uner_ewt_dev_en.iob2", "lower", EACH_EXACT),
    ("WNUT 2017, posts", "wnut17_dev.conll", "columns", PERSON_EXACT),
    ("Broad Twitter Corpus", "btc_dev.conll", "columns", PERSON_EXACT),
    ("TAB, court rulings", "tab_train_dev_113.jsonl", "as it is",
     PERSON_OVERLAP + [("characters of any type", "chars", "F1")]),
    ("pii-anon technology", "pii_anon_test_technology.jsonl", "as it is", PERSON_OVERLAP),
    ("pii-anon legal", "pii_anon_test_legal.jsonl", "as it is", PERSON_OVERLAP),
    ("pii-anon clinical", "pii_anon_test_clinical.jsonl", "as it is", PERSON_OVERLAP),
    ("UNER Bosque, Portuguese", "pt_bosque-ud-dev.iob2", "columns", PERSON_EXACT),
    ("MEDDOCAN, Spanish", "meddocan_es_dev.jsonl", "as it is", PERSON_OVERLAP),
]
NAME_TYPES = ["NAME", "ORG", "LOCATION"]
CODE = {".c", ".cc", ".cpp", ".go", ".h", ".java", ".js", ".kt", ".php", ".py", ".rb", ".rs", ".sh", ".swift", ".ts"}


def table(head, rows, left=1):
    print("| " + " | ".join(head) + " |")
    print("| " + " | ".join("---" if i < left else "---:" for i in range(len(head))) + " |")
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print(flush=True)


def shown(command):
    """The command as a reader would type it."""
    return "    " + " ".join(command) + "\n"


# MARK: Quality


def columns(source, target, change):
    """Writes token and tag alone: some sets have a number before the token and notes behind the tag."""
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# ") or line.startswith("-DOCSTART-"):
                continue
            parts = line.split("\t") if "\t" in line else line.split()
            if len(parts) == 5 and parts[0].isdigit():
                parts = parts[1:3]
            out.write(f"{change(parts[0])}\t{parts[-1]}\n" if line.strip() else "\n")


def quality(arguments, work):
    detect = ["detect", "--jsonl", "--quiet"] + arguments.options
    print("## What is found\n")
    print("F1 of names, exact or overlapping, as the program that scores sees them:\n")
    print(shown(["score.py run FILE --json -- veil"] + detect))
    rows = []
    for title, name, form, figures in SETS:
        path = arguments.data / "dev" / name
        if not path.exists():
            rows.append([title, "not there", "", "", "", ""])
            continue
        if form != "as it is":
            target = work / f"{form}-{name}"
            columns(path, target, str.lower if form == "lower" else str)
            path = target
        command = [sys.executable, arguments.score, "run", str(path), "--json", "--", arguments.veil] + detect
        answer = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        for label, kind, key in figures:
            # A kind that is neither labelled nor found has no row.
            row = answer.get(kind, {})
            both = [f"{row.get(x, 0):.3f}" if key == "F1" else "" for x in ("P", "R")]
            rows.append([title, label, row.get("gold", ""), row.get("found", ""), *both, f"{row.get(key, 0):.3f}"])
    table(["set", "of", "labelled", "found", "precision", "recall", "F1"], rows, left=2)


# MARK: False names


def hex_dump(data):
    for start in range(0, len(data), 16):
        row = data[start:start + 16]
        plain = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)
        yield f"{start:08x}  {row[:8].hex(' ')}  {row[8:].hex(' ')}  |{plain}|\n"


def code(folder, target):
    """Copies the source files, each for itself: lists of words and other data beside them do not count."""
    target.mkdir()
    for number, path in enumerate(sorted(pathlib.Path(folder).rglob("*"))):
        if path.suffix in CODE and path.is_file():
            text = path.read_bytes()
            try:
                text.decode()
            except UnicodeDecodeError:
                continue
            (target / f"{number}{path.suffix}").write_bytes(text)
    return target


def count_words(path):
    with open(path, "rb") as lines:
        return sum(len(line.split()) for line in lines)


def false_names(arguments, work):
    print("## False names\n")
    print("Findings of " + ", ".join(NAME_TYPES) + " in text that has hardly any names, or none, for each 10,000 words: "
          "what stands between spaces. The dumps are of pseudo-random bytes, the same every time.\n")
    print(shown(["veil detect --count --quiet"] + arguments.options + ["FILE"]))
    noise = random.Random(20240115).randbytes(1_000_000)
    (work / "hex").write_text("".join(hex_dump(noise)))
    (work / "base64").write_bytes(base64.encodebytes(noise))
    sets = [("source code of this repository", code(ROOT / "Sources", work / "code"))]
    for number, argument in enumerate(arguments.code):
        name, folder = argument.split("=", 1)
        sets.append((f"source code of {name}", code(folder, work / f"code-{number}")))
    sets += [("logs", arguments.data / "throughput" / "logs.txt"), ("hex dump", work / "hex"),
             ("base64", work / "base64")]
    rows = []
    for title, path in sets:
        if not path.exists():
            rows.append([title, "not there", "", "", "", "", ""])
            continue
        words = sum(map(count_words, path.iterdir() if path.is_dir() else [path]))
        command = [arguments.veil, "detect", "--count", "--quiet"] + arguments.options + [str(path)]
        answer = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        found = {row["type"]: row for row in answer["types"] if row["type"] in NAME_TYPES}
        counts = [found.get(name, {}).get("findings", 0) for name in NAME_TYPES]
        rules = sorted(((count, rule) for row in found.values() for rule, count in row["rules"].items()), reverse=True)
        rows.append([title, words, *counts, f"{sum(counts) * 10_000 / max(1, words):.2f}",
                     ", ".join(f"{rule} {count}" for count, rule in rules[:4])])
    table(["text", "words", *NAME_TYPES, "for 10,000 words", "most by"], rows)


# MARK: Speed


def measured(command):
    """Wall and processor seconds of the whole process, and its peak memory in KiB."""
    with open(os.devnull, "wb") as null:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=null)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"names.py: {' '.join(command)} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def speed(arguments, work):
    print("## Speed\n")
    print("Whole process, one job; MB of text by second of processor time (user and system) and of wall time, the best of "
          f"{arguments.repeat}; peak memory is the largest. Starting is an empty file, the least of 20.\n")
    print(shown(["veil detect --quiet --jobs 1 --names MODE FILE"]))
    empty = work / "empty"
    empty.write_bytes(b"")
    texts = [arguments.data / "throughput" / name for name in ("chat_en.txt", "novels_en.txt")]
    texts = [path for path in texts if path.exists()]
    runs = {(mode, path): [] for mode in MODES for path in [*texts, empty]}
    # In rounds, so that a machine that is busy for a while is so for all alike.
    for number in range(max(arguments.repeat, 20)):
        for (mode, path), times in runs.items():
            if number < (20 if path == empty else arguments.repeat):
                command = [arguments.veil, "detect", "--quiet", "--jobs", "1", "--names", mode, str(path)]
                times.append(measured(command))
    rows = []
    for mode in MODES:
        cells = []
        for path in texts:
            size = path.stat().st_size / 1e6
            cells += [f"{size / min(run[clock] for run in runs[mode, path]):.1f}" for clock in (1, 0)]
        start = min(run[0] for run in runs[mode, empty])
        peak = max(run[2] for path in [*texts, empty] for run in runs[mode, path])
        # A child counts the memory of the process that it was forked from.
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        rows.append([mode, *cells, f"{start * 1000:.0f}", ("" if peak > own else "under ") + f"{peak / 1024:.0f}"])
    heads = [f"{path.stem} MB/s, {clock}" for path in texts for clock in ("processor", "wall")]
    table(["names", *heads, "start, ms", "peak memory, MiB"], rows)


def main():
    parser = argparse.ArgumentParser(usage=__doc__, add_help=False)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("score")
    parser.add_argument("veil")
    parser.add_argument("--names", choices=MODES)
    parser.add_argument("--code", action="append", default=[])
    parser.add_argument("--parts", default="quality,false,speed")
    parser.add_argument("--repeat", type=int, default=5)
    arguments = parser.parse_args()
    arguments.options = ["--names", arguments.names] if arguments.names else []
    if any("=" not in argument for argument in arguments.code):
        parser.error("--code takes NAME=FOLDER")
    parts = {"quality": quality, "false": false_names, "speed": speed}
    with tempfile.TemporaryDirectory() as work:
        # Speed first, while this process is small: its memory would show in that of the others.
        for name in sorted(arguments.parts.split(","), key=lambda part: part != "speed"):
            if name not in parts:
                parser.error(f"there is no part {name}")
            parts[name](arguments, pathlib.Path(work))


if __name__ == "__main__":
    main()
