#!/usr/bin/env python3
"""What of labelled text `veil detect` covers, label by label. Standard library only.

  quality.py VEIL NAME=GOLD ...        for example: quality.py .build/release/veil clinical=clinical.jsonl

GOLD is JSON Lines {"id", "text", "spans": [{"start_utf8", "end_utf8", "label"}]}, offsets in UTF-8 bytes, ends exclusive,
or a folder of JSON documents {"text", "entities": [{"start", "end", "label"}]}, offsets in code points. Prints Markdown:
for each label how many there are, how many are covered whole, how many are touched at all, and as which types; then what
was found where nothing is labelled.
"""
import collections
import json
import pathlib
import subprocess
import sys


def documents(path):
    path = pathlib.Path(path)
    if path.is_dir():
        for file in sorted(path.glob("**/*.json")):
            row = json.loads(file.read_text(encoding="utf-8"))
            text = row["text"]
            yield text, [(len(text[: e["start"]].encode()), len(text[: e["end"]].encode()), e["label"])
                         for e in row["entities"]]
    else:
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            yield row["text"], [(s["start_utf8"], s["end_utf8"], s["label"]) for s in row["spans"]]


def detect(veil, texts):
    lines = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    command = [veil, "detect", "--jsonl", "--quiet"]
    output = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [[(e["start"], e["end"], e["type"]) for e in json.loads(line)["entities"]] for line in output.splitlines()]


def main():
    veil, *sets = sys.argv[1:]
    for argument in sets:
        name, path = argument.split("=", 1)
        gold = list(documents(path))
        found = detect(veil, [text for text, _ in gold])
        total, whole, touched = collections.Counter(), collections.Counter(), collections.Counter()
        types, extra, everything = collections.defaultdict(collections.Counter), collections.Counter(), collections.Counter()
        for (_, spans), findings in zip(gold, found):
            for start, end, label in spans:
                total[label] += 1
                near = [f for f in findings if f[0] < end and f[1] > start]
                covered = sum(min(end, f[1]) - max(start, f[0]) for f in near)
                whole[label] += covered >= end - start
                touched[label] += bool(near)
                types[label].update({f[2] for f in near})
            for start, end, type in findings:
                everything[type] += 1
                extra[type] += not any(s[0] < end and s[1] > start for s in spans)
        print(f"### {name}\n\n| label | labelled | covered whole | touched | as |\n| --- | --- | --- | --- | --- |")
        for label, count in total.most_common():
            names = ", ".join(f"{t} {n}" for t, n in types[label].most_common(3))
            print(f"| {label} | {count} | {whole[label] / count:.3f} | {touched[label] / count:.3f} | {names} |")
        print("\n| type | found | where nothing is labelled |\n| --- | --- | --- |")
        for type, count in extra.most_common():
            if count:
                print(f"| {type} | {everything[type]} | {count} |")
        print(flush=True)


if __name__ == "__main__":
    main()
