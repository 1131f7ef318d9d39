"""The parts of the harness that can be wrong without anyone seeing it: figures, scales, and what failing workers do."""

import sys
import unittest
import xml.etree.ElementTree

from harness import chart, report, workers

WORKER = """
import sys, json
print(json.dumps({"ready": True, "name": "fake", "version": "1", "setup_s": 0.5}), flush=True)
for number, line in enumerate(sys.stdin):
    %s
    print(json.dumps({"seconds": 0.1, "wall": 0.2, "findings": 3, "bytes": 1000000}), flush=True)
"""


def fake(label, each="pass"):
    return workers.Contender(label, [sys.executable, "-c", WORKER % each])


class Workers(unittest.TestCase):
    def measure(self, *contenders, **options):
        return workers.alternate(contenders, **({"rounds": 3, "budget": 10, "limit": 5, "wall": False} | options))

    def test_median_of_the_rounds(self):
        measured, failed = self.measure(fake("a"), fake("b"))
        self.assertEqual(failed, {})
        self.assertEqual(len(measured["a"].rounds), 3)
        self.assertAlmostEqual(measured["a"].rate(), 10)
        self.assertAlmostEqual(measured["a"].findings_per_megabyte(), 3)

    def test_wall_time(self):
        measured, _ = self.measure(fake("a"), wall=True)
        self.assertAlmostEqual(measured["a"].rate(), 5)

    def test_failures_cost_the_others_nothing(self):
        measured, failed = self.measure(
            fake("good"), fake("ends", "if number == 2: sys.exit('no more')"), fake("babbles", "print('hello', flush=True)"),
            fake("silent", "import time; time.sleep(60)"), workers.Contender("missing", ["/nowhere/program"]), limit=1)
        self.assertEqual(list(measured), ["good"])
        self.assertIn("no more", failed["ends"])
        self.assertIn("hello", failed["babbles"])
        self.assertIn("within 1 s", failed["silent"])
        self.assertIn("/nowhere/program", failed["missing"])

    def test_slow_ones_make_fewer_rounds(self):
        measured, _ = self.measure(fake("a"), budget=0.5)
        self.assertEqual(len(measured["a"].rounds), 2)
        measured, _ = self.measure(fake("a"), budget=0.1)
        self.assertEqual(len(measured["a"].rounds), 1)


class Figures(unittest.TestCase):
    def test_numbers(self):
        for value, expected in ((1234.5, "1,234"), (99.94, "99.9"), (1.234, "1.23"), (0.0131, "0.0131"), (0, "0"), (2e-7, "2e-07")):
            self.assertEqual(report.number(value), expected)
        self.assertEqual(report.spread([3, 1, 2]), "2.00 (1.00–3.00)")
        self.assertEqual([report.size(n) for n in (200, 1024, 1 << 20)], ["200 B", "1 KB", "1 MB"])
        self.assertEqual([report.amount(n) for n in (0, 1000, 1081, 10**6)], ["0", "1 k", "1,081", "1 M"])


class Charts(unittest.TestCase):
    def test_scales(self):
        scale = chart.Scale([0.013, 700], 0, 100, log=True)
        self.assertEqual((scale.low, scale.high), (0.01, 1000))
        self.assertAlmostEqual(scale.place(1000), 100)
        self.assertAlmostEqual(scale.place(0.01), 0)
        linear = chart.Scale([3, 37], 0, 100, log=False)
        self.assertEqual(linear.ticks(), [0, 10, 20, 30, 40])
        self.assertAlmostEqual(linear.place(20), 50)

    def test_well_formed(self):
        for svg in (chart.bars("A & B", "MB/s", [("a <b>", 1.0, True), ("c", 0.001, False)]),
                    chart.lines("t", "x", "y", [("one", [(0, 1), (10, 5)]), ("none", [])], "even"),
                    chart.lines("t", "x", "y", [("one", [(1, 1)])], "log", log_y=True)):
            xml.etree.ElementTree.fromstring(svg)


if __name__ == "__main__":
    unittest.main()
