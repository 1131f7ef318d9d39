#!/usr/bin/env python3
"""Speed of veil-gateway beside nginx as a plain proxy and a FastAPI+httpx pass-through, in one run.

    apt-get install nginx-light wrk
    python3 -m venv .build/bench && .build/bench/bin/pip install fastapi==0.121.1 uvicorn==0.38.0 httpx==0.28.1
    swift build -c release --product veil-gateway
    .build/bench/bin/python Benchmarks/gateway.py [--seconds 5] [--rounds 3] > table.md

All of them stand before the same nginx, which answers at once with a fixed answer that holds placeholders, whole or as a
stream of 14 events. wrk sends one chat request of 2 KB over and over. The rounds alternate, so that a machine that drifts is
fair to all; each figure is the median of its rounds. Everything runs on the same machine and shares its cores.
"""

import argparse
import json
import os
import pathlib
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ANSWER = {
    "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {
        "role": "assistant",
        "content": "Dear [NAME_1], thank you for writing to us. We will send a confirmation to [EMAIL_1] as soon as your "
                   "order has left our warehouse."}}],
    "usage": {"prompt_tokens": 400, "completion_tokens": 40, "total_tokens": 440},
}
EVENTS = ["Dear", " [", "NAME", "_", "1", "],", " thank", " you", " for", " writing", " to", " us", "."]
FASTAPI = """
import os
import httpx
from fastapi import FastAPI, Request
from fastapi.responses import Response, StreamingResponse

app = FastAPI()
client = httpx.AsyncClient(limits=httpx.Limits(max_connections=64), timeout=30)

@app.post("/{kind}/chat/completions")
async def chat(kind: str, request: Request):
    body = await request.json()
    url = f"{os.environ['UPSTREAM']}/{kind}/chat/completions"
    if body.get("stream"):
        async def relay():
            async with client.stream("POST", url, json=body) as answer:
                async for chunk in answer.aiter_bytes():
                    yield chunk
        return StreamingResponse(relay(), media_type="text/event-stream")
    answer = await client.post(url, json=body)
    return Response(answer.content, answer.status_code, media_type="application/json")
"""


def request_body(stream: bool) -> str:
    text = ("Hello, my name is Jane Roe and I ordered a lamp from your shop on the third of March. " +
            "It has not arrived yet, although the page says that it left the warehouse a week ago. Could you please find "
            "out where it is and tell me when I can expect it? I would be glad to have it before the weekend, since we "
            "have guests then. " * 5 +
            "Please write to jane.roe@example.com or call +1 415 555 0100.")
    body = {"model": "stream" if stream else "whole", "messages": [
        {"role": "system", "content": "You are a helpful assistant of an online shop. Answer politely and briefly."},
        {"role": "user", "content": text}]}
    if stream:
        body["stream"] = True
    while len(json.dumps(body)) < 2048:
        body["messages"][1]["content"] += " Thank you."
    return json.dumps(body)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"nothing listens on port {port}")


def event(content: str | None, finish: str | None) -> str:
    delta = {} if content is None else {"content": content}
    chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m",
             "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}]}
    return f"data: {json.dumps(chunk)}\n\n"


def write_nginx(folder: pathlib.Path, upstream: int, proxy: int) -> pathlib.Path:
    stream = "".join(event(piece, None) for piece in EVENTS) + event(None, "stop") + "data: [DONE]\n\n"
    config = folder / "nginx.conf"
    config.write_text(f"""
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; keepalive_requests 100000000; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream provider {{ server 127.0.0.1:{upstream}; keepalive 64; }}
  server {{
    listen 127.0.0.1:{upstream} backlog=1024;
    location /v1/ {{ default_type application/json; return 200 '{json.dumps(ANSWER)}'; }}
    location /stream/ {{ default_type text/event-stream; return 200 '{stream}'; }}
  }}
  server {{
    listen 127.0.0.1:{proxy} backlog=1024;
    location / {{ proxy_pass http://provider; proxy_http_version 1.1; proxy_set_header Connection ""; }}
  }}
}}
""")
    return config


def measure(url: str, body: str, connections: int, seconds: int, folder: pathlib.Path) -> tuple[float, float, float, int]:
    script = folder / "post.lua"
    script.write_text(
        'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n'
        f"wrk.body = [==[{body}]==]\n"
        'done = function(summary, latency)\n'
        '  local e = summary.errors\n'
        '  print(string.format("RESULT %f %f %f %d", summary.requests / summary.duration * 1e6,'
        ' latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))\nend\n')
    output = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "-s", script, url], capture_output=True, text=True, check=True
    ).stdout
    rate, p50, p99, errors = re.search(r"RESULT (\S+) (\S+) (\S+) (\S+)", output).groups()
    return float(rate), float(p50), float(p99), int(errors)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--gateway", default=str(ROOT / ".build/release/veil-gateway"))
    parser.add_argument("--names", default="full,fast,off", help="levels of name detection to measure")
    arguments = parser.parse_args()
    processes = []
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        upstream, proxy, fastapi = free_port(), free_port(), free_port()
        processes.append(subprocess.Popen(["nginx", "-c", write_nginx(folder, upstream, proxy)]))
        wait_for(upstream)
        (folder / "passthrough.py").write_text(FASTAPI)
        processes.append(subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "passthrough:app", "--port", str(fastapi), "--log-level", "error"],
            cwd=folder, env=os.environ | {"UPSTREAM": f"http://127.0.0.1:{upstream}"}))
        targets = {"direct": upstream, "nginx": proxy, "FastAPI + httpx": fastapi}
        for names in arguments.names.split(","):
            port = free_port()
            config = folder / f"{names}.yaml"
            config.write_text(
                f"listen: {{host: 127.0.0.1, port: {port}}}\nlog: {{level: error}}\npolicy: {{names: {names}}}\n"
                f"upstreams:\n  - {{name: whole, url: 'http://127.0.0.1:{upstream}/v1', models: [whole]}}\n"
                f"  - {{name: stream, url: 'http://127.0.0.1:{upstream}/stream', models: [stream]}}\n")
            processes.append(subprocess.Popen([arguments.gateway, "--config", config]))
            targets[f"veil-gateway, names {names}"] = port
            wait_for(port)
        wait_for(fastapi)
        print("| answer | connections | | requests/s | p50 µs | p99 µs | errors |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for kind in ("whole", "stream"):
            body = request_body(kind == "stream")
            for connections in (1, 4, 32):
                results = {name: [] for name in targets}
                for _ in range(arguments.rounds):
                    for name, port in targets.items():
                        # The gateway takes the kind from the model, the others from the path.
                        path = "stream" if kind == "stream" and "veil" not in name else "v1"
                        url = f"http://127.0.0.1:{port}/{path}/chat/completions"
                        results[name].append(measure(url, body, connections, arguments.seconds, folder))
                for name, runs in results.items():
                    rate, p50, p99 = (statistics.median(run[column] for run in runs) for column in range(3))
                    errors = sum(run[3] for run in runs)
                    print(f"| {kind} | {connections} | {name} | {rate:.0f} | {p50:.0f} | {p99:.0f} | {errors} |", flush=True)
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()


if __name__ == "__main__":
    main()
