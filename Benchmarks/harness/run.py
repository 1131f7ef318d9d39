"""One run: what it measures with, where it writes, and what it notes on the way."""

import os
import pathlib
import shlex
import sys
import time

from . import report
from .inputs import Inputs
from .peers import BUILT, PEERS, ROOT, Peers, flags
from .workers import Contender, alternate

OURS = "Veil, names off"


class Run:
    def __init__(self, arguments):
        self.arguments = arguments
        self.quick = arguments.quick
        self.rounds = arguments.rounds or (3 if self.quick else 5)
        self.budget = 0.7 if self.quick else 2.5
        self.limit = 20 if self.quick else 180
        self.size = (1 if self.quick else 4) << 20
        self.started = time.monotonic()
        self.veil_bench = arguments.veil_bench if arguments.veil_bench.exists() else None
        self.veil = arguments.veil if arguments.veil.exists() else None
        self.cores = sorted(os.sched_getaffinity(0))
        self.core = self.cores[-1]
        self.results = arguments.output
        self.results.mkdir(parents=True, exist_ok=True)
        self.versions, self.left_out, self.headlines, self.sections = {}, {}, [], []
        self.peers = Peers(self.say)
        if not self.veil_bench:
            self.leave_out("Veil", f"no {shown(arguments.veil_bench)} (make bench builds it)")
        folder = arguments.corpora or BUILT / "inputs" / f"{self.size}-{arguments.seed}"
        self.inputs = Inputs(folder, None if arguments.corpora else self.veil_bench, self.size, arguments.seed)
        for label, reason in self.peers.missing.items():
            self.say(f"not installed: {label}: {reason}")

    def say(self, text):
        print(f"[{time.monotonic() - self.started:6.0f} s] {text}", file=sys.stderr, flush=True)

    def leave_out(self, label, reason):
        if label not in self.left_out:
            self.left_out[label] = reason
            self.say(f"left out: {label}: {reason}")

    def veil_worker(self, label, pinned=True, **options):
        """None when it has not been built."""
        return Contender(label, [self.veil_bench, "worker", *flags(options)], pinned) if self.veil_bench else None

    def peer(self, key, label=None, **options):
        contender = self.peers.contender(key, label, **options)
        if contender is None:
            name = label or self.peers_label(key)
            self.leave_out(name, self.peers.missing[self.peers_label(key)])
        return contender

    @staticmethod
    def peers_label(key):
        return PEERS[key].label

    def measure(self, what, contenders, **options):
        """What was measured, by label. What is None or fails is left out."""
        self.say(what)
        contenders = [contender for contender in contenders if contender]
        settings = {"rounds": self.rounds, "budget": self.budget, "limit": self.limit, "core": self.core} | options
        measured, failed = alternate(contenders, say=self.say, **settings)
        for label, reason in failed.items():
            self.leave_out(f"{label} ({what})", reason)
        for one in measured.values():
            if one.version:
                self.versions[one.name or one.label] = one.version
        return measured

    def headline(self, what, ours, theirs, unit="MB/s", invert=False):
        """A line of the summary: (label, value) twice, or once where there is nothing to compare with.

        The ratio is ours divided by theirs, `invert`ed where less is better.
        """
        self.headlines.append((what, ours, theirs, unit, invert))

    def summarize(self, title, table):
        """A table for the summary."""
        self.sections.append(f"## {title}\n\n{table}\n")

    def save(self, name, title, text):
        """A page with the machine, the command and the versions."""
        versions = "; ".join(f"{name} {version}" for name, version in sorted(self.versions.items()))
        rounds = f"{self.rounds} rounds" + (", a quick run" if self.quick else "")
        head = (f"# {title}\n\n    {command()}\n\n{report.machine()}. {rounds}, pinned to one core unless said; "
                f"processor time unless said; medians, in brackets the least and the most.\n")
        if versions:
            head += f"\n{versions}.\n"
        foot = "".join(f"* {label}: {reason}\n" for label, reason in self.left_out.items())
        if foot:
            foot = f"\nLeft out:\n\n{foot}"
        (self.results / f"{name}.md").write_text(f"{head}\n{text.strip()}\n{foot}")
        self.say(f"wrote {shown(self.results / name)}.md")

    def chart(self, name, svg, title):
        """Written beside the pages; gives how a page shows it."""
        (self.results / f"{name}.svg").write_text(svg)
        return f"![{title}]({name}.svg)\n\n"

    def summary(self):
        rows = []
        for what, ours, theirs, unit, invert in self.headlines:
            ratio = (theirs[1] / ours[1] if invert else ours[1] / theirs[1]) if theirs and ours[1] and theirs[1] else None
            rows.append([what, f"{ours[0]}: {report.number(ours[1])} {unit}",
                         f"{theirs[0]}: {report.number(theirs[1])} {unit}" if theirs else "",
                         "" if ratio is None else f"{report.number(ratio)} ×"])
        if rows:
            self.summarize("The rest", report.table(["what", "measured", "beside", "ratio"], rows, left=3))
        if self.sections:
            self.save("speed", "Speed, in short", "".join(self.sections))


def shown(path):
    """A path as one writes it in the repository."""
    path = pathlib.Path(path)
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name


def command():
    """As it can be repeated elsewhere: no path of this machine."""
    words = [shown(word) if word.startswith("/") else word for word in sys.argv[1:]]
    return shlex.join(["python3", "Benchmarks/bench.py", *map(str, words)])
