"""What is measured, beside whom. Each function is a suite: it takes the run and writes a page."""

import os
import re
import tempfile
import time

from . import chart, report
from .inputs import NAMES, TITLES
from .peers import DETECTORS
from .run import OURS
from .workers import pinned

SIZES = [1 << 10, 16 << 10, 1 << 20]
MIDDLE = 16 << 10
PLACEHOLDER = re.compile(rb"\[[A-Z]+_[0-9]+\]")
ALL_SIZES = ["clean", "prose", "multilingual"]
# What the summary compares with.
AGAINST = ["Hyperscan with start offsets", "Hyperscan, ends only", "RE2", "PCRE2 JIT, one after another", "stella",
           "Presidio, patterns", "Presidio, patterns and context words"]


def rate_table(results, columns, ours):
    """Rows are contenders, columns what was varied; the ratio is the speed of `ours` divided by that of the row."""
    labels = list(dict.fromkeys(label for result in results for label in result))
    rows = []
    for label in labels:
        row, last = [label], None
        for result in results:
            one, best = result.get(label), result.get(ours)
            if one is None:
                row += ["–", ""]
                continue
            last = one
            row += [report.spread(one.rates()), "" if best is None or label.startswith("Veil") else ratio(best, one)]
        rows.append(row + [report.number(last.findings_per_megabyte()), f"{last.setup:.2f}", f"{last.memory:.0f}"])
    heads = [part for column in columns for part in (f"{column}, MB/s", "ratio")]
    ways = [f"{column}: {result['RE2'].name}" for column, result in zip(columns, results) if "RE2" in result]
    note = f"\nRE2, the faster of two ways: {'; '.join(ways)}.\n" if ways else ""
    return report.table(["", *heads, "findings per MB", "start, s", "memory, MiB"], rows) + note


def detect(run):
    texts = [(name, TITLES[name], run.inputs.path(name)) for name in NAMES if run.inputs.has(name)]
    texts = texts[:3] if run.quick else texts
    texts += [(f"text-{path.stem}", path.stem, path) for path in run.arguments.texts]
    page = ("The whole catalogue of Veil without names, and with them, beside engines with the 25 patterns of\n"
            "[patterns.json](../../Peers/patterns.json) and detectors with what they bring. All read the same bytes in the same\n"
            "documents; slow ones a smaller piece from the front. Hyperscan counts every end that a match can have, RE2 and PCRE2\n"
            "every pattern's own matches, and so each finds another number of things in the same text. The ratio is the speed of\n"
            "Veil without names divided by that of the row.\n\n")
    summary = []
    for name, title, path in texts:
        results = []
        # All sizes where the summary asks for them; the curves have them for Veil and a few peers.
        sizes = SIZES if name in ALL_SIZES and not run.quick else [MIDDLE]
        for size in sizes:
            common = {"file": path, "document_size": size}
            contenders = [run.veil_worker(OURS, task="detect", names="off", **common),
                          run.veil_worker("Veil, names full", task="detect", names="full", **common)]
            for key in DETECTORS:
                # Minutes for a single document, and it says the same in each text.
                if key == "presidio-context" and (name not in ("clean", "prose") or run.quick):
                    continue
                contenders.append(run.peer(key, **common))
            results.append(run.measure(f"detect: {name}, documents of {report.size(size)}", contenders))
        page += f"## {heading(title)}\n\n"
        middle = results[sizes.index(MIDDLE)]
        bars = [(label, one.rate(), label.startswith("Veil")) for label, one in middle.items()]
        if bars:
            caption = f"Detection: {title}, documents of 16 KB, one core"
            page += run.chart(f"speed-detect-{name}", chart.bars(caption, "MB/s", bars), caption)
        page += rate_table(results, [report.size(size) for size in sizes], OURS) + "\n"
        summary += [[title, report.size(size), report.number(result[OURS].rate()),
                     *(ratio(result[OURS], result.get(label)) for label in AGAINST)]
                    for size, result in zip(sizes, results) if OURS in result]
    run.save("speed-detect", "Speed of detection", page)
    if summary:
        run.summarize("Detection without names, and how many times the speed of each peer that is",
                      report.table(["text", "documents", "MB/s", *AGAINST], summary, left=2))


def heading(title):
    return title[0].upper() + title[1:]


def ratio(ours, theirs):
    return f"{report.number(ours.rate() / theirs.rate())} ×" if theirs else "–"


def names(run):
    if not run.inputs.has("chat"):
        return run.leave_out("names", "no chat.txt among the inputs")
    page = ("Chat with persons' names, Veil's three levels of name detection beside what finds names as well. Presidio with a spaCy\n"
            "model is published at 0.02 to 0.06 MB/s; its models are not on PyPI, so it is not measured here.\n\n")
    results = []
    for size in SIZES[:2]:
        common = {"file": run.inputs.path("chat"), "document_size": size}
        levels = [run.veil_worker(f"Veil, names {level}", task="detect", names=level, **common) for level in ("full", "fast", "off")]
        results.append(run.measure(f"names: documents of {report.size(size)}", [*levels, run.peer("stella", **common)]))
    page += rate_table(results, [report.size(size) for size in SIZES[:2]], "Veil, names full")
    run.save("speed-names", "Speed with names", page)
    for level in ("full", "fast"):
        one = results[1].get(f"Veil, names {level}")
        if one:
            run.headline(f"detect with names {level}, chat, documents of 16 KB", (one.label, one.rate()),
                         ("Presidio with a spaCy model, published", 0.06))


def restore(run):
    chunks, counts = [4, 16, 64, 4096], [1000] if run.quick else [10, 1000]
    page = ("Text with a placeholder in about 200 bytes is restored from a stream of chunks. `replace` is fed the same chunks, and\n"
            "misses what lies in two of them.\n\n")
    for count in counts:
        text, mapping = run.inputs.placeholders(count, run.size // 2)
        results = []
        for chunk in chunks:
            common = {"file": text, "mapping": mapping, "chunk_size": chunk}
            results.append(run.measure(f"restore: {count} placeholders, chunks of {chunk} bytes", [
                run.veil_worker("Veil", task="restore", **common), run.peer("replace", **common), run.peer("regex", **common)]))
        page += f"## {report.amount(count)} placeholders\n\n" + rate_table(results, [f"chunks of {c} B" for c in chunks], "Veil") + "\n"
        page += "How many of the placeholders are restored:\n\n" + restored_table(text.read_bytes(), chunks, results) + "\n"
        for label in ("one regex and a dictionary", "replace in each chunk"):
            if "Veil" in results[1] and label in results[1]:
                run.headline(f"restore, {report.amount(count)} placeholders, chunks of 16 bytes", ("Veil", results[1]["Veil"].rate()),
                             (label, results[1][label].rate()))
    run.save("speed-restore", "Speed of restoring a stream", page)


def restored_table(text, chunks, results):
    rows = []
    for label in dict.fromkeys(label for result in results for label in result):
        row = [label]
        for result in results:
            one = result.get(label)
            there = len(PLACEHOLDER.findall(text[: one.rounds[-1].bytes])) if one else 0
            row.append(f"{one.findings() / there:.0%}" if there else "–")
        rows.append(row)
    return report.table(["", *(f"chunks of {chunk} B" for chunk in chunks)], rows)


def dictionary(run):
    counts = [1000, 10_000] if run.quick else [1000, 10_000, 100_000, 1_000_000]
    page = ("Fixed terms of two words, one in about 2 KB of prose; documents of 16 KB. `Veil, terms only` looks for nothing else,\n"
            "`Veil, terms and catalogue` for everything, names off. Start includes loading the list.\n\n")
    for count in counts:
        common = {"file": run.inputs.text_with_terms(count, run.size), "list": run.inputs.terms(count), "document_size": 16 << 10}
        contenders = [run.veil_worker("Veil, terms only", task="mapping-only", **common),
                      run.veil_worker("Veil, terms and catalogue", task="mapping", names="off", **common),
                      run.peer("ahocorasick", **common)]
        if count <= 10_000:
            contenders.append(run.peer("presidio-deny", **common))
        result = run.measure(f"dictionary: {report.amount(count)} terms", contenders)
        page += f"## {report.amount(count)} terms\n\n" + rate_table([result], ["16 KB"], "Veil, terms only") + "\n"
        for label in ("ahocorasick-rs", "Presidio, deny list"):
            if "Veil, terms only" in result and label in result:
                run.headline(f"dictionary, {report.amount(count)} terms", ("Veil, terms only", result["Veil, terms only"].rate()),
                             (label, result[label].rate()))
    run.save("speed-dictionary", "Speed with dictionaries", page)


def roundtrip(run):
    size = 2048
    page = "Requests of 2 KB, pseudonymized and restored, each with a vault of its own. Microseconds per request.\n\n"
    for name in ("chat", "prose"):  # full of names, and of everything
        if not run.inputs.has(name):
            continue
        common = {"file": run.inputs.path(name), "document_size": size}
        contenders = [run.veil_worker(f"Veil, names {level}", task="roundtrip", names=level, bytes=1 << 20, **common)
                      for level in ("full", "fast", "off")]
        result = run.measure(f"roundtrip: {name}", [*contenders, run.peer("stella-roundtrip", **common)])
        rows = []
        for label, one in result.items():
            times = [size / rate for rate in one.rates()]  # MB/s are bytes per microsecond
            rows.append([label, report.spread(times), report.number(one.findings_per_megabyte() * size / 1e6)])
        page += f"## {heading(TITLES[name])}\n\n" + report.table(["", "µs per request", "findings per request"], rows) + "\n"
        if "Veil, names full" in result:
            stella = result.get("stella")
            run.headline(f"pseudonymize and restore 2 KB, {TITLES[name]}",
                         ("Veil, names full", size / result["Veil, names full"].rate()),
                         ("stella", size / stella.rate()) if stella else None, "µs", invert=True)
    run.save("speed-roundtrip", "There and back", page)


def worst(run):
    page = ("Text made to cost: each kind is what some trigger waits for. `of clean` is the speed as a share of that on clean prose;\n"
            "where documents of 1 MB are slower than those of 16 KB, the cost is not linear.\n\n")
    sizes = [MIDDLE] if run.quick else [MIDDLE, 1 << 20]
    levels, peers = (("off", OURS), ("full", "Veil, names full")), ("hyperscan-starts", "pcre2")
    rows, clean, least = [], {}, None
    for name in ["clean", *run.inputs.worst()]:
        row = [name.removeprefix("worst-")]
        for size in sizes:
            common = {"file": run.inputs.path(name), "document_size": size, "bytes": 1 << 20}
            contenders = [run.veil_worker(label, task="detect", names=level, **common) for level, label in levels]
            contenders += [run.peer(key, **common) for key in peers if size == sizes[0]]
            result = run.measure(f"worst: {name}, documents of {report.size(size)}", contenders)
            for label in [label for _, label in levels] + [run.peers_label(key) for key in peers if size == sizes[0]]:
                if label not in result:
                    row += ["–"] * (2 if label.startswith("Veil") else 1)
                    continue
                rate = result[label].rate()
                row.append(report.number(rate))
                if label.startswith("Veil"):
                    share = rate / clean.setdefault((label, size), rate)
                    row.append(f"{share:.1%}")
                    if label == OURS and name != "clean" and (least is None or share < least[1]):
                        least = (f"{row[0]}, documents of {report.size(size)}", share)
        rows.append(row)
    heads = ["input"]
    for size in sizes:
        for _, label in levels:
            heads += [f"{label}, {report.size(size)}, MB/s", "of clean"]
        heads += [f"{run.peers_label(key)}, MB/s" for key in peers if size == sizes[0]]
    run.save("speed-worst", "Worst cases", page + report.table(heads, rows))
    if least:
        run.headline(f"slowest worst case, names off: {least[0]}", ("share of the speed on clean prose", least[1]), None, "")


def cli(run):
    if not run.veil:
        return run.leave_out("cli", "no veil program (make build)")
    megabytes = run.arguments.megabytes or (32 if run.quick else 256)
    path = run.inputs.repeated("prose", megabytes << 20)
    jobs = [1, 2] if len(run.cores) > 1 else [1]
    rows, rounds = [], min(run.rounds, 3)
    for task, names in (("detect", "off"), ("detect", "full"), ("pseudonymize", "full")):
        taken = {job: [] for job in jobs}
        for _ in range(rounds):
            for job in jobs:
                run.say(f"cli: {task}, names {names}, {job} jobs, {megabytes} MB")
                try:
                    taken[job].append(whole_process(run, task, names, job, path))
                except OSError as error:
                    run.leave_out(f"cli {task}", str(error))
        if not all(taken.values()):
            continue
        middle = {job: sorted(times)[len(times) // 2] for job, times in taken.items()}
        speeds = {job: path.stat().st_size / times[0] / 1e6 for job, times in middle.items()}
        for job in jobs:
            wall, cpu, memory = middle[job]
            rows.append([f"{task}, names {names}", job, f"{wall:.2f}", report.number(speeds[job]), f"{cpu:.2f}",
                         f"{memory:.0f}", f"{middle[1][0] / wall:.2f} ×"])
        if len(jobs) > 1:
            run.headline(f"the CLI on {megabytes} MB, {task}, names {names}, two cores beside one",
                         ("2 jobs", speeds[2]), ("1 job", speeds[1]))
    page = (f"The whole program on {megabytes} MB of prose with one identifier in 300 bytes, from file to file, on as many cores as\n"
            f"jobs; wall time, median of {rounds}.\n\n")
    heads = ["", "jobs and cores", "wall, s", "MB/s", "processor, s", "memory, MiB", "beside one job"]
    run.save("speed-cli", "Speed of the command line tool", page + report.table(heads, rows))


def whole_process(run, task, names, jobs, path):
    """Wall and processor seconds and the most memory, in MiB, of one run of the program."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder, open(os.devnull, "wb") as nowhere:
        command = [str(run.veil), task, "--quiet", "--names", names, "--jobs", str(jobs), "-o", f"{folder}/output"]
        command += ["--vault", f"{folder}/vault"] if task == "pseudonymize" else ["--count"]
        with pinned(set(run.cores[-jobs:])):
            begin = time.monotonic()
            process = os.posix_spawn(run.veil, [*command, str(path)], os.environ,
                                     file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2)])
            _, status, usage = os.wait4(process, 0)
            wall = time.monotonic() - begin
    if status != 0:
        raise OSError(f"veil {task} ended with status {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
