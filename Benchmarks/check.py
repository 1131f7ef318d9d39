#!/usr/bin/env python3
"""The micro benchmarks against their thresholds: `check.py` checks them, `check.py --record` writes them down anew.

What is compared does not depend on how busy the machine is: allocations and peak memory as the benchmarks report them,
instructions as callgrind counts them or, without valgrind, as the processor does. What cannot be measured here is left
out and said so. Time is never compared. Fewer is never an error.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
THRESHOLDS = FOLDER / "Thresholds" / "micro.json"
SWIFT = os.environ.get("SWIFT", "swift")

# How much more is allowed: a share of the threshold, and so much besides for the smallest numbers.
TOLERANCES = {"allocations": (0.02, 2), "instructions": (0.10, 500), "peak memory": (0.20, 1 << 20)}
REPORTED = {"allocations": "allocations", "instructions": "instructions", "peakMemoryResident": "peak memory"}

# Sets and dictionaries in the same order in every process, so that their work is the same.
ENVIRONMENT = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, text=True, env=ENVIRONMENT, **options)


def reported(package, pattern):
    """What the benchmarks report, by case and metric."""
    with tempfile.TemporaryDirectory() as folder:
        run(SWIFT, "package", *package, "--allow-writing-to-directory", folder, "benchmark", "--target", "Micro",
            "--no-progress", "--format", "metricP90AbsoluteThresholds", "--path", folder,
            *(["--filter", pattern] if pattern else []), stdout=sys.stderr)
        cases = {}
        for file in pathlib.Path(folder).glob("Micro.*.p90.json"):
            name = file.name.removeprefix("Micro.").removesuffix(".p90.json").replace("_", " ")
            values = json.loads(file.read_text())
            cases[name] = {REPORTED[metric]: value for metric, value in values.items() if metric in REPORTED}
        return cases


def counted(package, cases):
    """Instructions of those cases that are not too heavy for it, by case; None where they cannot be counted."""
    missing = [tool for tool in ["valgrind", "strip", "nm"] if not shutil.which(tool)]
    if missing:
        return None
    build = [SWIFT, "build", *package, "-c", "release", "--product", "veil-bench"]
    run(*build, stdout=sys.stderr)
    binaries = pathlib.Path(run(*build, "--show-bin-path", stdout=subprocess.PIPE).stdout.strip())
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind may not know the form of Swift's debug information; the names of functions are enough.
        program = pathlib.Path(folder) / "veil-bench"
        run("strip", "--strip-debug", "-o", program, binaries / "veil-bench")
        symbols = run("nm", program, stdout=subprocess.PIPE).stdout.split()
        [measured] = [symbol for symbol in symbols if "measuredPass" in symbol]
        names = run(
            "valgrind", "--tool=callgrind", "--quiet", f"--callgrind-out-file={folder}/out", "--collect-atstart=no",
            f"--toggle-collect={measured}", f"--dump-after={measured}", "--dump-line=no", program, "count", *cases,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.splitlines()
        counts = {}
        for number, name in enumerate(names, 1):
            lines = pathlib.Path(f"{folder}/out.{number}").read_text().splitlines()
            [total] = [line for line in lines if line.startswith("totals: ")]
            counts[name] = int(total.removeprefix("totals: "))
        return counts


def measure(package, pattern):
    cases = reported(package, pattern)
    if not cases:
        sys.exit(f"no case is called like {pattern}, which must fit the whole name" if pattern else "nothing was measured")
    counts = counted(package, cases)
    for name, count in (counts or {}).items():
        cases[name]["instructions"] = count
    return cases


def matching(cases, pattern):
    return {name: values for name, values in cases.items() if not pattern or re.fullmatch(pattern, name)}


def compare(measured, thresholds):
    """What is worse than its threshold, and what is to be known besides; a line each."""
    failures, remarks = [], []
    for name in sorted(measured.keys() ^ thresholds.keys()):
        failures.append(f"{name}: {'has no threshold' if name in measured else 'was not measured'}")
    left_out = {metric: 0 for metric in TOLERANCES}
    for name in sorted(measured.keys() & thresholds.keys()):
        for metric, threshold in sorted(thresholds[name].items()):
            share, besides = TOLERANCES[metric]
            value = measured[name].get(metric)
            if value is None:
                left_out[metric] += 1
            elif value > threshold * (1 + share) + besides:
                failures.append(f"{name}: {value:,} {metric}, more than {threshold:,}")
            elif value < threshold * (1 - share) - besides:
                remarks.append(f"{name}: {value:,} {metric}, fewer than {threshold:,}")
    for metric, count in left_out.items():
        if count:
            remarks.append(f"{metric} of {count} cases not compared: this machine does not count them"
                           + (" (install valgrind)" if metric == "instructions" else ""))
    return failures, remarks


def record(measured, thresholds):
    """The measured values, and the old ones of what this machine does not count."""
    return {
        name: dict(sorted((
            {metric: value for metric, value in thresholds.get(name, {}).items() if metric == "instructions"}
            | values).items()))
        for name, values in measured.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write the thresholds anew from what is measured")
    parser.add_argument("--thresholds", type=pathlib.Path, default=THRESHOLDS, help="another file of thresholds")
    parser.add_argument("--filter", help="only cases of which this regular expression matches the whole name")
    parser.add_argument("--measured", type=pathlib.Path, help="take earlier measurements from this file")
    parser.add_argument("--save", type=pathlib.Path, help="write the measurements to this file too")
    parser.add_argument("--scratch-path", help="where Swift builds")
    arguments = parser.parse_args()

    package = ["--package-path", FOLDER]
    if arguments.scratch_path:
        package += ["--scratch-path", arguments.scratch_path]
    measured = json.loads(arguments.measured.read_text()) if arguments.measured else measure(package, arguments.filter)
    if arguments.save:
        arguments.save.write_text(json.dumps(measured, indent=1) + "\n")
    recorded = json.loads(arguments.thresholds.read_text()) if arguments.thresholds.exists() else {}
    measured = matching(measured, arguments.filter)
    thresholds = matching(recorded, arguments.filter)

    failures, remarks = compare(measured, thresholds)
    for line in failures + remarks:
        print(line)
    if arguments.record:
        kept = {name: values for name, values in recorded.items() if name not in thresholds}
        cases = dict(sorted((kept | record(measured, thresholds)).items()))
        arguments.thresholds.parent.mkdir(exist_ok=True)
        arguments.thresholds.write_text(json.dumps(cases, indent=1) + "\n")
        print(f"Recorded {len(measured)} cases in {arguments.thresholds}.")
    elif failures:
        sys.exit(f"{len(failures)} worse than the thresholds; where that is meant, record them: check.py --record")
    else:
        print(f"{len(measured)} cases within their thresholds.")


if __name__ == "__main__":
    main()
