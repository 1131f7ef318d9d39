"""Starts the built gateway with a configuration and stops it again."""

import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import threading
import time

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Fixtures" / "gateway"
BINARY = os.environ.get("VEIL_GATEWAY") or str(ROOT / ".build" / "release" / "veil-gateway")


def settings(upstream, **changes):
    """A configuration with one upstream that takes every model. `changes` replace its keys."""
    url = upstream if isinstance(upstream, str) else upstream.url
    settings = {
        "listen": {"host": "127.0.0.1", "port": 0},
        "upstreams": [provider("test", url)],
        "policy": "default",
    }
    settings.update(changes)
    return settings


def provider(name, url, **changes):
    return {"name": name, "url": url, "models": ["*"], "retries": 0,
            "timeouts": {"connect": "5s", "first_byte": "30s", "idle": "30s"}, **changes}


class Gateway:
    def __init__(self, configuration, environment=None, arguments=None):
        self.folder = tempfile.TemporaryDirectory(prefix="veil-gateway-")
        self.file = pathlib.Path(self.folder.name, "veil.yaml")
        self.log, self.port = [], None
        self.ready = threading.Event()
        if arguments is None:
            self.configure(configuration)
            arguments = ["--config", str(self.file)]
        self.process = subprocess.Popen(
            [BINARY, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})})
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        if not self.ready.wait(60) or self.port is None:
            self.stop()
            raise RuntimeError(f"the gateway did not start:\n{self.logs()}")

    def configure(self, configuration):
        self.file.write_text(yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False))

    def read(self):
        for line in self.process.stdout:
            text = line.decode(errors="replace")
            self.log.append(text)
            if self.port is None and "listening" in text and (found := re.search(r'"port":\s*"?(\d+)', text)):
                self.port = int(found[1])
                self.ready.set()
        self.ready.set()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}/v1"

    def logs(self):
        return "".join(self.log)

    def records(self, message=None):
        """The lines of the log as objects; each has to be JSON."""
        found = [json.loads(line) for line in list(self.log)]
        return [record for record in found if message is None or record.get("message") == message]

    def memory(self, what="VmRSS"):
        """KiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", status)[1])

    def hang_up(self):
        self.process.send_signal(signal.SIGHUP)

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def stop(self, patience=10):
        """The exit code."""
        if self.process.poll() is None:
            self.terminate()
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.reader.join(5)
        self.folder.cleanup()
        return self.process.returncode


def eventually(condition, patience=20):
    """Whether a condition comes true."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return bool(condition())
