#!/usr/bin/env python3
"""That `check.py` fails when it must, and only then: `python3 Benchmarks/Tests/check_test.py`."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parent.parent / "check.py"
THRESHOLDS = {"a": {"allocations": 100, "instructions": 1_000_000, "peak memory": 40_000_000}}


class CheckTests(unittest.TestCase):
    def check(self, measured, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            files = {"measured": measured, "thresholds": THRESHOLDS}
            for name, value in files.items():
                (pathlib.Path(folder) / name).write_text(json.dumps(value))
            result = subprocess.run(
                [sys.executable, CHECK, "--measured", f"{folder}/measured", "--thresholds", f"{folder}/thresholds",
                 *arguments], text=True, capture_output=True)
            return result.returncode, result.stdout, json.loads((pathlib.Path(folder) / "thresholds").read_text())

    def case(self, **changes):
        return {"a": THRESHOLDS["a"] | {metric.replace("_", " "): value for metric, value in changes.items()}}

    def test_the_same_passes(self):
        self.assertEqual(self.check(self.case())[0], 0)

    def test_a_little_more_passes(self):
        little = self.case(allocations=104, instructions=1_090_000, peak_memory=47_000_000)
        self.assertEqual(self.check(little)[0], 0)

    def test_more_of_any_metric_fails(self):
        for more in [dict(allocations=105), dict(instructions=1_110_000), dict(peak_memory=50_000_000)]:
            code, output, _ = self.check(self.case(**more))
            self.assertEqual(code, 1)
            self.assertIn("a: ", output)

    def test_fewer_passes_and_is_told(self):
        code, output, _ = self.check(self.case(allocations=10))
        self.assertEqual(code, 0)
        self.assertIn("a: 10 allocations, fewer than 100", output)

    def test_what_is_not_counted_is_told_and_not_failed(self):
        measured = {"a": {"allocations": 100, "peak memory": 40_000_000}}
        code, output, _ = self.check(measured)
        self.assertEqual(code, 0)
        self.assertIn("instructions of 1 cases not compared", output)

    def test_a_case_without_threshold_or_measurement_fails(self):
        self.assertEqual(self.check(self.case() | {"b": {"allocations": 1}})[0], 1)
        self.assertEqual(self.check({})[0], 1)

    def test_a_filter_looks_at_nothing_else(self):
        self.assertEqual(self.check({"b": {"allocations": 1}}, "--filter", "c")[0], 0)
        self.assertEqual(self.check(self.case(allocations=300) | {"b": {}}, "--filter", "[ab]")[0], 1)
        _, _, thresholds = self.check({"b": {"allocations": 1}}, "--filter", "b", "--record")
        self.assertEqual(thresholds, THRESHOLDS | {"b": {"allocations": 1}})

    def test_recording_takes_what_was_measured_and_keeps_what_was_not(self):
        code, _, thresholds = self.check({"a": {"allocations": 300}, "b": {"allocations": 1}}, "--record")
        self.assertEqual(code, 0)
        self.assertEqual(
            thresholds, {"a": {"allocations": 300, "instructions": 1_000_000}, "b": {"allocations": 1}})


if __name__ == "__main__":
    unittest.main()
