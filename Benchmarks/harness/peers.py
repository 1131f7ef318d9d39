"""The peers: how each is built or found, how it is started, and how to install what is missing."""

import dataclasses
import json
import pathlib
import subprocess

from . import report
from .workers import Contender

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
FOLDER = BENCHMARKS / "Peers"
BUILT = ROOT / ".build" / "bench"
INSTALL = "make bench-peers"


@dataclasses.dataclass
class Peer:
    label: str
    program: str  # of Peers/native, or a script of Peers
    arguments: list = dataclasses.field(default_factory=list)
    module: str = ""  # that it needs, for Python
    bytes: int = 0  # that it reads at most, because it is slow; 0: everything
    documents: int = 0  # the largest documents that it can be given in reasonable time; 0: any
    patterns: bool = False  # takes our patterns


NATIVE = {
    "hyperscan": ("libhyperscan-dev", "libhs"),
    "re2": ("libre2-dev", "re2"),
    "pcre2": ("libpcre2-dev", "libpcre2-8"),
}

K = 1024
PEERS = {
    "hyperscan": Peer("Hyperscan, ends only", "hyperscan", patterns=True),
    "hyperscan-starts": Peer("Hyperscan with start offsets", "hyperscan", ["--starts"], patterns=True),
    "re2": Peer("RE2", "re2", patterns=True),
    "pcre2": Peer("PCRE2 JIT, one after another", "pcre2", patterns=True),
    "python-re": Peer("Python re, one after another", "detectors.py", ["python-re"], "re", 512 * K, patterns=True),
    "presidio": Peer("Presidio, patterns", "detectors.py", ["presidio"], "presidio_analyzer", 64 * K),
    "presidio-context": Peer(
        "Presidio, patterns and context words", "detectors.py", ["presidio-context"], "presidio_analyzer", 64 * K),
    "datafog": Peer("DataFog", "detectors.py", ["datafog"], "datafog", 512 * K),
    "datafog-core": Peer("DataFog core", "detectors.py", ["datafog-core"], "datafog_core", 2048 * K),
    "scrubadub": Peer("scrubadub", "detectors.py", ["scrubadub"], "scrubadub", 256 * K),
    "stella": Peer("stella", "detectors.py", ["stella"], "stella_anonymize", 256 * K),
    "stella-roundtrip": Peer("stella", "detectors.py", ["stella-roundtrip"], "stella_anonymize", 128 * K),
    "ahocorasick": Peer("ahocorasick-rs", "dictionaries.py", ["ahocorasick"], "ahocorasick_rs"),
    "presidio-deny": Peer("Presidio, deny list", "dictionaries.py", ["presidio-deny"], "presidio_analyzer", 16 * K),
    "replace": Peer("replace in each chunk", "restorers.py", ["replace"], "re", 32 * K),
    "regex": Peer("one regex and a dictionary", "restorers.py", ["regex"], "re", 1024 * K),
}
# In the order in which tables list them.
DETECTORS = ["hyperscan", "hyperscan-starts", "re2", "pcre2", "datafog-core", "python-re", "datafog", "scrubadub", "stella",
             "presidio", "presidio-context"]


class Peers:
    """What of it is installed here."""

    def __init__(self, say):
        self.missing = {}  # label: why, and what to do
        self.work = BUILT / "native"
        self.work.mkdir(parents=True, exist_ok=True)
        self.lines = self.work / "patterns.tsv"  # what the native workers read
        patterns = json.loads((FOLDER / "patterns.json").read_text())
        self.lines.write_text("".join(f"{entry['name']}\t{entry['pattern']}\n" for entry in patterns))
        self.count = len(patterns)
        self.python = BUILT / "bin" / "python"
        self.versions = {}
        programs = {program: self.build(program, say) for program in NATIVE}
        modules = self.modules()
        for peer in PEERS.values():
            reason = programs[peer.program] if peer.program in programs else modules.get(peer.module, "")
            if reason:
                self.missing[peer.label] = reason

    def build(self, program, say):
        """Why there is no such program; empty when there is."""
        package, library = NATIVE[program]
        source, target = FOLDER / "native" / f"{program}.cpp", self.work / program
        newest = max(path.stat().st_mtime for path in (source, source.with_name("worker.hpp")))
        if target.exists() and target.stat().st_mtime >= newest:
            return ""
        say(f"building {program}")
        flags = report.first_line("pkg-config", "--cflags", "--libs", library).split()
        version = report.first_line("dpkg-query", "-W", "-f", "${Version}", package).split("+")[0].split("-")[0]
        command = ["g++", "-std=c++17", "-O3", f'-DPACKAGE_VERSION="{version}"', source, "-o", target, *flags]
        try:
            result = subprocess.run(command, capture_output=True, text=True, timeout=300)
            complaint = next((line for line in result.stderr.splitlines() if "error" in line), "it does not compile")
            return "" if result.returncode == 0 else f"{complaint[:160]} (apt-get install g++ pkg-config {package})"
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"{error} (apt-get install g++ pkg-config {package})"

    def modules(self):
        """Why a module cannot be imported, for those that cannot."""
        needed = sorted({peer.module for peer in PEERS.values() if peer.module})
        script = ("import importlib.util, sys\n"
                  "print(*[m for m in sys.argv[1:] if importlib.util.find_spec(m) is None])")
        try:
            found = subprocess.run([self.python, "-c", script, *needed], capture_output=True, text=True, timeout=60, check=True)
            return {module: f"not installed ({INSTALL})" for module in found.stdout.split()}
        except (OSError, subprocess.SubprocessError):
            self.python = pathlib.Path("/usr/bin/python3")
            return {module: f"not installed ({INSTALL})" for module in needed if module != "re"}

    def contender(self, key, label=None, **options):
        """None when it is not installed."""
        peer = PEERS[key]
        if peer.label in self.missing:
            return None
        size = options.get("document_size", 0)
        if peer.bytes:
            options.setdefault("bytes", max(peer.bytes, size))
        native = peer.program in NATIVE
        if peer.patterns:
            options["patterns"] = self.lines if native else FOLDER / "patterns.json"
        command = [self.work / peer.program] if native else [self.python, FOLDER / peer.program]
        return Contender(label or peer.label, [*command, *peer.arguments, *flags(options)])


def flags(options):
    """{"document_size": 5} as --document-size 5; what is None is left out."""
    return [part for name, value in options.items() if value is not None
            for part in ("--" + name.replace("_", "-"), str(value))]
