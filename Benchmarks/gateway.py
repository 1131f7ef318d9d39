#!/usr/bin/env python3
"""Speed of veil-gateway beside nginx as a plain proxy, a FastAPI+httpx pass-through and LiteLLM's proxy, in one run.

    make bench-peers        installs everything and runs this as well

    swift build -c release --product veil-gateway
    .build/bench/bin/python Benchmarks/gateway.py [--seconds 2] [--rounds 3] [--parts load,first,open]

All of them stand before the same upstream. `load`: nginx answers at once with a fixed answer that holds placeholders, whole
or as a stream of 14 events; wrk sends one chat request of 2 KB over and over. `first`: a stream whose events come every
20 ms; when does the first one arrive? `open`: what do 1,000 streams cost that stay open? The rounds alternate, so that a
machine that drifts is fair to all; each figure is the median of its rounds. Everything shares the machine's cores.
Writes Results/DATE/speed-gateway.md.
"""

import argparse
import asyncio
import datetime
import json
import pathlib
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from harness import report  # noqa: E402
from harness.run import shown  # noqa: E402
from harness.targets import Target, Targets  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent


def say(text):
    print(text, file=sys.stderr, flush=True)


def request_body(model, stream):
    text = ("Hello, my name is Jane Roe and I ordered a lamp from your shop on the third of March. " +
            "It has not arrived yet, although the page says that it left the warehouse a week ago. Could you please find "
            "out where it is and tell me when I can expect it? I would be glad to have it before the weekend, since we "
            "have guests then. " * 5 +
            "Please write to jane.roe@example.com or call +1 415 555 0100.")
    body = {"model": model, "messages": [
        {"role": "system", "content": "You are a helpful assistant of an online shop. Answer politely and briefly."},
        {"role": "user", "content": text}]}
    if stream:
        body["stream"] = True
    while len(json.dumps(body)) < 2048:
        body["messages"][1]["content"] += " Thank you."
    return json.dumps(body)


def wrk(url, body, connections, seconds, folder):
    """Requests per second, p50, p99 in microseconds, errors."""
    script = folder / "post.lua"
    script.write_text(
        'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n'
        f"wrk.body = [==[{body}]==]\n"
        'done = function(summary, latency)\n'
        '  local e = summary.errors\n'
        '  print(string.format("RESULT %f %f %f %d", summary.requests / summary.duration * 1e6,'
        ' latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))\nend\n')
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--timeout", "10s", "-s", script, url]
    output = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 60).stdout
    rate, p50, p99, errors = re.search(r"RESULT (\S+) (\S+) (\S+) (\S+)", output).groups()
    return float(rate), float(p50), float(p99), int(errors)


def load(started, arguments):
    page, targets = "", started.targets
    for model in ("whole", "stream"):
        body, rows = request_body(model, model == "stream"), []
        for connections in (1, 4, 32):
            results = {target.name: [] for target in targets}
            for number in range(arguments.rounds):
                say(f"load: {model}, {connections} connections, round {number + 1}")
                for target in targets:
                    url = f"http://127.0.0.1:{target.port}{target.path(model)}"
                    try:
                        results[target.name].append(wrk(url, body, connections, arguments.seconds, started.folder))
                    except (OSError, AttributeError, subprocess.SubprocessError) as error:
                        say(f"  {target.name}: {error}")
            direct = [statistics.median(run[i] for run in results["direct"]) for i in range(3)] if results["direct"] else None
            for name, runs in results.items():
                if not runs:
                    continue
                rate, p50, p99 = (statistics.median(run[i] for run in runs) for i in range(3))
                added = [f"{p50 - direct[1]:,.0f}", f"{p99 - direct[2]:,.0f}"] if direct and name != "direct" else ["", ""]
                rows.append([connections, name, f"{rate:,.0f}", f"{p50:,.0f}", f"{p99:,.0f}", *added, sum(run[3] for run in runs)])
        heads = ["connections", "", "requests/s", "p50, µs", "p99, µs", "added p50, µs", "added p99, µs", "errors"]
        page += f"## {'A stream of events' if model == 'stream' else 'A whole answer'}\n\n{report.table(heads, rows, left=2)}\n"
    return page


class Stream:
    """One request over a connection of its own, read as it comes."""

    def __init__(self, target, model):
        body = request_body(model, True).encode()
        self.port = target.port
        self.request = (f"POST {target.path(model)} HTTP/1.1\r\nHost: 127.0.0.1:{target.port}\r\n"
                        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body

    async def first_event(self, seconds):
        """Seconds until the first event with content has come."""
        async with asyncio.timeout(seconds):
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
            begin = time.perf_counter()
            self.writer.write(self.request)
            received = b""
            while b'"content":' not in received.replace(b'"content": ""', b"").replace(b'"content":""', b""):
                piece = await self.reader.read(1 << 16)
                if not piece:
                    raise ConnectionError(received[:100].decode(errors="replace") or "closed")
                received += piece
            return time.perf_counter() - begin

    def close(self):
        if hasattr(self, "writer"):
            self.writer.close()


async def first(started, arguments):
    say("first")
    targets = [Target("direct", started.scripted, True), *started.targets[1:]]
    times, failed = {target.name: [] for target in targets}, {}
    for number in range(arguments.requests + 2):
        for target in targets:
            if target.name in failed:
                continue
            stream = Stream(target, "slow")
            try:
                seconds = await stream.first_event(10)
                if number >= 2:  # the first ones warm up
                    times[target.name].append(seconds * 1e3)
            except (OSError, TimeoutError) as error:
                failed[target.name] = error
                say(f"  {target.name}: {error!r}")
            stream.close()
    rows = []
    for name, values in times.items():
        if len(values) < 2:
            continue
        p50, p99 = statistics.median(values), statistics.quantiles(values, n=100)[98]
        rows.append([name, f"{p50:.2f}", f"{p99:.2f}", "" if name == "direct" else f"{p50 - statistics.median(times['direct']):.2f}"])
    return (f"## Time to the first event of a stream\n\nOne request of 2 KB after the other, {arguments.requests} in all, "
            "each over a connection of its own.\n\n" + report.table(["", "p50, ms", "p99, ms", "added p50, ms"], rows) + "\n")


async def held_open(started, arguments):
    rows = []
    for target in started.targets:
        if not target.process:
            continue
        say(f"open: {target.name}")
        before = target.memory()
        streams = [Stream(target, "open") for _ in range(arguments.streams)]
        gate = asyncio.Semaphore(32)

        async def hold(stream):
            async with gate:
                return await stream.first_event(arguments.patience)

        begin = time.monotonic()
        tasks = [asyncio.create_task(hold(stream)) for stream in streams]
        await asyncio.wait(tasks, timeout=arguments.patience)
        took = time.monotonic() - begin
        arrived = [task for task in tasks if task.done() and not task.exception()]
        await asyncio.sleep(1)
        during = target.memory() if target.process.poll() is None else None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for stream in streams:
            stream.close()
        await asyncio.sleep(1)
        if during is None:
            say(f"  {target.name} ended")
            continue
        rows.append([target.name, len(arrived), f"{took:.1f}", f"{before:.0f}", f"{during:.0f}",
                     f"{(during - before) * 1024 / max(len(arrived), 1):.0f}"])
    heads = ["", "streams", "opened within, s", "memory before, MiB", "with them, MiB", "for each, KiB"]
    return (f"## {arguments.streams:,} open streams\n\nEach has had its first event and waits for more; they are opened 32 at a "
            "time. Memory of the process and its children (PSS).\n\n" + report.table(heads, rows) + "\n")


PARTS = {"load": load, "first": lambda started, arguments: asyncio.run(first(started, arguments)),
         "open": lambda started, arguments: asyncio.run(held_open(started, arguments))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=2, help="of each run of wrk")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--requests", type=int, default=100, help="for the time to the first event")
    parser.add_argument("--streams", type=int, default=1000, help="that are open at once")
    parser.add_argument("--patience", type=int, default=60, help="seconds for all of them to have their first event")
    parser.add_argument("--gateway", default=str(ROOT / ".build/release/veil-gateway"))
    parser.add_argument("--names", default="full,fast,off", help="levels of name detection to measure")
    parser.add_argument("--parts", default="load,first,open")
    parser.add_argument("--output", type=pathlib.Path,
                        default=ROOT / "Benchmarks/Results" / str(datetime.date.today()) / "speed-gateway.md")
    arguments = parser.parse_args()
    for part in arguments.parts.split(","):
        if part not in PARTS:
            parser.error(f"there is no part {part}")
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(16384, files[1]), files[1]))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that nothing that was started is left behind
    page, failed = "", {}
    for part in arguments.parts.split(","):
        folder = pathlib.Path(tempfile.mkdtemp())
        # Anew for each part: what one of them left behind must not show in the next.
        targets = Targets(folder, arguments.gateway, arguments.names.split(","), say)
        try:
            targets.start_all()
            page += PARTS[part](targets, arguments)
        except Exception as error:  # noqa: BLE001: a part that fails must not cost the results of the others
            failed[f"the part {part}"] = repr(error)
            say(f"left out: the part {part}: {error!r}")
        finally:
            targets.stop()
            shutil.rmtree(folder, ignore_errors=True)
        failed |= targets.failed
    foot = "".join(f"* {name}: {reason}\n" for name, reason in failed.items())
    words = " ".join(str(shown(word)) if word.startswith("/") else word for word in sys.argv[1:])
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(
        f"# The gateway beside plain proxies\n\n    .build/bench/bin/python Benchmarks/gateway.py {words}".rstrip() +
        f"\n\n{report.machine()}; {report.first_line('nginx', '-v')}; {versions()}. wrk, the upstream and what is measured "
        f"share the cores. A chat request of 2 KB with findings; median of {arguments.rounds} rounds of {arguments.seconds} s.\n\n"
        + page.strip() + "\n" + (f"\nLeft out:\n\n{foot}" if foot else ""))
    say(f"wrote {shown(arguments.output)}")


def versions():
    import importlib.metadata

    found = []
    for package in ("fastapi", "uvicorn", "httpx", "litellm"):
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            pass
    return ", ".join(found)


if __name__ == "__main__":
    main()
