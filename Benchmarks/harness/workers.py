"""Workers: processes that make one pass over their input when told to, and the rounds in which they take turns."""

import contextlib
import dataclasses
import json
import os
import select
import statistics
import subprocess
import tempfile
import time


class WorkerError(Exception):
    """A worker that did not start, took too long or gave an answer that is none."""


@dataclasses.dataclass
class Contender:
    """What takes part in a measurement. Its label is what tables call it."""

    label: str
    command: list
    pinned: bool = True


@dataclasses.dataclass
class Pass:
    seconds: float  # of the processor
    wall: float
    findings: int
    bytes: int


@dataclasses.dataclass
class Measured:
    """What a contender did, round by round."""

    label: str
    name: str = ""
    version: str = ""
    setup: float = 0
    details: dict = dataclasses.field(default_factory=dict)
    rounds: list = dataclasses.field(default_factory=list)
    memory: float = 0  # MiB, at most, with the input
    wall: bool = False  # which clock counts

    def rates(self):
        """MB/s of each round."""
        return [one.bytes / max(one.wall if self.wall else one.seconds, 1e-9) / 1e6 for one in self.rounds]

    def rate(self):
        return statistics.median(self.rates())

    def seconds(self):
        """Of one pass."""
        return statistics.median(one.wall if self.wall else one.seconds for one in self.rounds)

    def findings(self):
        return self.rounds[-1].findings

    def findings_per_megabyte(self):
        return self.findings() / self.rounds[-1].bytes * 1e6


@contextlib.contextmanager
def pinned(cores):
    """What is started here runs on these cores only: children inherit them."""
    before = os.sched_getaffinity(0)
    try:
        if cores:
            os.sched_setaffinity(0, cores)
        yield
    finally:
        os.sched_setaffinity(0, before)


class Worker:
    def __init__(self, contender, core, limit):
        self.limit = limit
        self.buffer = b""
        self.errors = tempfile.TemporaryFile()
        with pinned({core} if contender.pinned and core is not None else None):
            self.process = subprocess.Popen(
                contender.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors)
        ready = self.answer()
        if not ready.get("ready"):
            self.stop()
            raise WorkerError("did not say that it is ready")
        self.ready = ready

    def answer(self):
        """The next line, as JSON."""
        deadline = time.monotonic() + self.limit
        descriptor = self.process.stdout.fileno()
        while b"\n" not in self.buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                self.stop()
                raise WorkerError(f"no answer within {self.limit:.0f} s")
            piece = os.read(descriptor, 1 << 16)
            if not piece:
                self.stop()
                raise WorkerError(f"ended with status {self.process.returncode}: {self.complaint}")
            self.buffer += piece
        line, self.buffer = self.buffer.split(b"\n", 1)
        try:
            return json.loads(line)
        except ValueError:
            self.stop()
            raise WorkerError(f"answered {line[:80]!r}") from None

    def go(self):
        try:
            self.process.stdin.write(b"go\n")
            self.process.stdin.flush()
        except OSError:
            pass  # Then there is no answer either.
        answer = self.answer()
        try:
            return Pass(answer["seconds"], answer["wall"], answer["findings"], answer["bytes"])
        except KeyError as key:
            self.stop()
            raise WorkerError(f"answered without {key}") from None

    def memory(self):
        try:
            with open(f"/proc/{self.process.pid}/status") as status:
                return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
        except (OSError, StopIteration):
            return 0

    def stop(self):
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if not self.errors.closed:
            self.errors.seek(0)
            lines = self.errors.read().decode(errors="replace").strip().splitlines()
            self.complaint = lines[-1][:200] if lines else "no reason given"
            self.errors.close()


def one_round(worker, least):
    """One pass, or as many as make `least` seconds: a single short one would measure the clock."""
    total = worker.go()
    count = 1
    while total.seconds < least and total.wall < 4 * least and count < 10_000:
        more = worker.go()
        total.seconds += more.seconds
        total.wall += more.wall
        count += 1
    return Pass(total.seconds / count, total.wall / count, total.findings, total.bytes)


def alternate(contenders, rounds, budget, limit, core=None, least=0.05, wall=False, say=lambda text: None):
    """Measures all contenders in turns; gives what was measured, and why the others failed.

    A contender spends about `budget` seconds on its rounds, however many those are, so that a slow one does not take
    all of the time; the first pass warms up and does not count, unless it is the only one. One that gives no answer within
    `limit` seconds is stopped.
    """
    running, measured, failed = {}, {}, {}

    def attempt(label, action):
        try:
            return action()
        except (WorkerError, OSError) as error:
            failed[label] = str(error)
            say(f"    {label}: {error}")
            if label in running:
                running.pop(label).stop()
            return None

    try:
        for contender in contenders:
            label = contender.label
            worker = attempt(label, lambda: Worker(contender, core, limit))
            if worker is None:
                continue
            running[label] = worker
            first = attempt(label, worker.go)
            if first is None:
                continue
            ready = worker.ready
            measured[label] = Measured(
                label, ready.get("name", ""), ready.get("version", ""), ready.get("setup_s", 0), ready, [first], wall=wall)
        wanted = {
            label: rounds if one.rounds[0].wall * rounds <= budget else int(budget / one.rounds[0].wall)
            for label, one in measured.items()}
        for label, count in wanted.items():
            if count >= 1:
                measured[label].rounds.clear()
        for number in range(rounds):
            for label in [label for label in running if number < wanted[label]]:
                worker = running[label]
                one = attempt(label, lambda: one_round(worker, least))
                if one is not None:
                    measured[label].rounds.append(one)
        for label, worker in running.items():
            measured[label].memory = worker.memory()
    finally:
        for worker in running.values():
            worker.stop()
    return {label: one for label, one in measured.items() if one.rounds and label not in failed}, failed
