"""How cost grows: with rules, terms, size of documents, findings, size of chunks, threads. A table and a chart for each."""

from . import chart, report
from .inputs import TITLES
from .run import OURS


def points(results, label):
    return [(x, result[label].rate()) for x, result in results if label in result]


def steps(run, values):
    """All of them, or every second in a quick run."""
    return values[::2] if run.quick else values


def section(run, name, title, x_axis, results, x="log", log_y=False, x_label=None, note=""):
    """The chart and the table of one curve. `results` are pairs of what was varied and what was measured."""
    labels = list(dict.fromkeys(label for _, result in results for label in result))
    if not labels:
        return ""
    x_label = x_label or chart.tick_label
    svg = chart.lines(title, x_axis, "MB/s", [(label, points(results, label)) for label in labels], x, log_y, x_label)
    rows = [[x_label(value), *(report.spread(result[label].rates()) if label in result else "–" for label in labels)]
            for value, result in results]
    return (f"## {title}\n\n{note}{run.chart(f'speed-curve-{name}', svg, title)}"
            + report.table([x_axis, *(f"{label}, MB/s" for label in labels)], rows, left=0) + "\n")


def rules(run):
    counts, results, total = [0, 10, 50, 100, 200, 400], [], None
    for name in ("clean", "prose"):
        common = {"file": run.inputs.path(name), "document_size": 16 << 10, "task": "rules", "names": "off"}
        probe = run.measure("curves: how many rules there are", [run.veil_worker("all", **common)], rounds=1)
        total = probe["all"].details.get("rules") if "all" in probe else None
        every = [count for count in counts if not total or count < total] + ([total] if total else [])
        contenders = [run.veil_worker(str(count), rules=count, **common) for count in every]
        measured = run.measure(f"curves: rules, {name}", contenders)
        label = f"Veil, {TITLES[name]}"
        results += [(int(count), {label: one}) for count, one in measured.items()]
    # Theirs on the same text: as many of the 25 patterns.
    for count in steps(run, [5, 10, 15, 20, 25]):
        common = {"file": run.inputs.path("clean"), "document_size": 16 << 10, "count": count}
        theirs = [run.peer(key, f"{run.peers_label(key)}, {TITLES['clean']}", **common) for key in ("hyperscan-starts", "pcre2")]
        results.append((count, run.measure(f"curves: rules, {count} patterns", theirs)))
    merged = {}
    for count, result in results:
        merged.setdefault(count, {}).update(result)
    label = f"Veil, {TITLES['clean']}"
    clean = {count: result[label].rate() for count, result in merged.items() if label in result}
    for few, many in ((10, 200), (50, total)):
        if few in clean and many in clean:
            run.headline(f"{many:,} rules beside {few}, clean prose: time", (f"{many:,}", 1000 / clean[many]),
                         (str(few), 1000 / clean[few]), "µs/KB")
    return section(run, "rules", "Speed against the number of rules", "rules", sorted(merged.items()), "even", log_y=True)


def terms(run):
    results, alone = [], "Veil, terms only"
    common = {"file": run.inputs.path("clean"), "document_size": 16 << 10}
    # All in the same rounds: what matters is how they compare with no terms at all.
    contenders = [run.veil_worker("0", task="detect", names="off", **common)]
    for count in steps(run, [1000, 10_000, 100_000, 1_000_000]):
        words = run.inputs.terms(count)
        contenders += [run.veil_worker(str(count), task="mapping", names="off", list=words, **common),
                       run.veil_worker(f"{alone} {count}", task="mapping-only", list=words, **common),
                       run.peer("ahocorasick", f"ahocorasick-rs {count}", list=words, **common)]
    measured = run.measure("curves: terms", contenders)
    with_catalogue = {int(label): one for label, one in measured.items() if label.isdigit()}
    for count, one in with_catalogue.items():
        result = {"Veil, catalogue and terms": one}
        for label in (alone, "ahocorasick-rs"):
            if f"{label} {count}" in measured:
                result[label] = measured[f"{label} {count}"]
        results.append((count, result))
    page = section(run, "terms", "Speed against the size of a mapping", "terms", results, "even", log_y=True,
                   x_label=report.amount, note="Clean prose, in which none of the terms occurs; names off.\n\n")
    rows = [[report.amount(count), f"{one.setup:.3f}", f"{one.memory:.0f}"] for count, one in with_catalogue.items()]
    if 0 in with_catalogue and 1_000_000 in with_catalogue:
        none, million = with_catalogue[0], with_catalogue[1_000_000]
        run.headline("mapping of 1 M terms beside none, clean prose: time", ("1 M", 1000 / million.rate()),
                     ("none", 1000 / none.rate()), "µs/KB")
        run.headline("loading the engine with a mapping of 1 M terms", ("start", million.setup), None, "s")
    return page + report.table(["terms", "start of Veil, with the catalogue, s", "memory, MiB"], rows, left=0) + "\n"


def documents(run):
    results = []
    for size in steps(run, [200, 1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20]):
        common = {"file": run.inputs.path("prose"), "document_size": size}
        results.append((size, run.measure(f"curves: documents of {report.size(size)}", [
            run.veil_worker(OURS, task="detect", names="off", **common),
            run.veil_worker("Veil, names full", task="detect", names="full", **common),
            *(run.peer(key, **common) for key in ("hyperscan-starts", "pcre2", "stella", "presidio"))])))
    return section(run, "documents", "Speed against the size of documents", "size of each document", results,
                   log_y=True, x_label=report.size)


def findings(run):
    results = []
    for share in steps(run, [0, 0.03, 0.1, 0.2, 0.4, 0.7, 1]):
        common = {"file": run.inputs.mixed(share, run.size // 2), "document_size": 16 << 10}
        measured = run.measure(f"curves: {share:.0%} of dense text", [
            run.veil_worker(OURS, task="detect", names="off", **common),
            run.veil_worker("Veil, names off, pseudonymize", task="pseudonymize", names="off", **common),
            *(run.peer(key, **common) for key in ("hyperscan-starts", "pcre2"))])
        if measured:
            one = measured.get(OURS) or next(iter(measured.values()))
            results.append((round(one.findings_per_megabyte() / 1000, 1), measured))
    return section(run, "findings", "Speed against the number of findings", "findings per KB", results, "linear", log_y=True,
                   note="Clean prose with more and more lines full of identifiers among it.\n\n")


def chunks(run):
    results = []
    text, mapping = run.inputs.placeholders(1000, run.size // 2)
    for size in steps(run, [1, 4, 16, 64, 256, 1024, 4096]):
        common = {"file": text, "mapping": mapping, "chunk_size": size}
        results.append((size, run.measure(f"curves: chunks of {size} bytes", [
            run.veil_worker("Veil, restore", task="restore", **common),
            run.veil_worker("Veil, pseudonymize, names off", task="stream", names="off", file=run.inputs.path("prose"),
                            chunk_size=size, bytes=run.size // 2),
            run.peer("regex", **common), run.peer("replace", **common)])))
    return section(run, "chunks", "Speed of streams against the size of chunks", "bytes in each chunk", results, log_y=True,
                   note="Restoring 1,000 placeholders, and pseudonymizing prose with one identifier in 300 bytes.\n\n")


def threads(run):
    results = []
    counts = sorted({1, 2, 4, 8, 16, 32, len(run.cores)} & set(range(1, len(run.cores) + 1)))
    for count in counts:
        contenders = [run.veil_worker(label, pinned=False, task="threads", threads=count, names=level,
                                      file=run.inputs.path("prose"), document_size=16 << 10)
                      for level, label in (("off", OURS), ("full", "Veil, names full"))]
        results.append((count, run.measure(f"curves: {count} threads", contenders, wall=True)))
    return section(run, "threads", "Speed against the number of threads", "threads", results, "linear",
                   note="One engine, shared by all threads; wall time.\n\n")


def curves(run):
    page = ""
    for curve in (rules, terms, documents, findings, chunks, threads):
        try:
            page += curve(run)
        except (OSError, ValueError, KeyError) as error:
            run.leave_out(f"the curve of {curve.__name__}", repr(error))
    run.save("speed-curves", "How cost grows", page)
