#!/usr/bin/env python3
"""Veil's speed beside every peer's, in one run on the same bytes. Standard library only.

  make bench          builds Veil and measures it beside what is installed; says how to install the rest
  make bench-peers    installs the peers as well

  bench.py [--suite detect,names,…] [--quick] [--rounds N] [--text PATH]…

What takes part are workers: processes that read their input, prepare, and then make one pass over it whenever they are
told to. They take turns, so that a machine that drifts is fair to all, and one at a time, on one core. A peer that is
missing, fails or takes too long is left out and named; the others go on. Pages and charts appear in Results/DATE.
"""

import argparse
import datetime
import pathlib
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from harness import curves, suites  # noqa: E402
from harness.peers import BENCHMARKS, ROOT  # noqa: E402
from harness.run import Run  # noqa: E402

SUITES = {"detect": suites.detect, "names": suites.names, "restore": suites.restore, "dictionary": suites.dictionary,
          "roundtrip": suites.roundtrip, "worst": suites.worst, "cli": suites.cli, "curves": curves.curves}


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite", default=",".join(SUITES), help="which, separated by commas; all: %(default)s")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller texts: to see that everything works")
    parser.add_argument("--rounds", type=int, help="of each measurement: 5, quick 3")
    parser.add_argument("--text", type=pathlib.Path, action="append", default=[],
                        help="a file, or a folder of them, for the suite detect to measure as well")
    parser.add_argument("--megabytes", type=int, help="size of the file for the suite cli: 256, quick 32")
    parser.add_argument("--seed", type=int, default=1, help="of the generated texts")
    parser.add_argument("--corpora", type=pathlib.Path, help="a folder of texts instead of the generated ones")
    parser.add_argument("--output", type=pathlib.Path, default=BENCHMARKS / "Results" / str(datetime.date.today()))
    parser.add_argument("--veil-bench", type=pathlib.Path, default=BENCHMARKS / ".build/release/veil-bench")
    parser.add_argument("--veil", type=pathlib.Path, default=ROOT / ".build/release/veil")
    arguments = parser.parse_args()
    arguments.suites = arguments.suite.split(",")
    for name in arguments.suites:
        if name not in SUITES:
            parser.error(f"there is no suite {name}")
    arguments.texts = []
    for path in arguments.text:
        if not path.exists():
            parser.error(f"there is no {path}")
        arguments.texts += sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return arguments


def main():
    arguments = parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no worker is left behind
    run = Run(arguments)
    for name in arguments.suites:
        try:
            SUITES[name](run)
        except Exception as error:  # noqa: BLE001: one suite that fails must not cost the results of the others
            run.leave_out(f"the suite {name}", repr(error))
    run.summary()
    run.say("done")


if __name__ == "__main__":
    main()
