"""What stands between a client and the upstream: how each is configured and started."""

import dataclasses
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

from .upstream import PIECES, event

ANSWER = {
    "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {
        "role": "assistant",
        "content": "Dear [NAME_1], thank you for writing to us. We will send a confirmation to [EMAIL_1] as soon as your "
                   "order has left our warehouse."}}],
    "usage": {"prompt_tokens": 400, "completion_tokens": 40, "total_tokens": 440},
}
# Models, and the paths that stand for them where a proxy does not read what it passes on. `whole` and `stream` are
# answered at once by nginx, `slow` and `open` by upstream.py.
MODELS = {"whole": "v1", "stream": "stream", "slow": "scripted", "open": "scripted"}
FASTAPI = """
import os
import httpx
from fastapi import FastAPI, Request
from fastapi.responses import Response, StreamingResponse

app = FastAPI()
client = httpx.AsyncClient(limits=httpx.Limits(max_connections=None, max_keepalive_connections=64), timeout=30)

@app.post("/{kind}/chat/completions")
async def chat(kind: str, request: Request):
    body = await request.json()
    url = f"{os.environ['SCRIPTED' if kind == 'scripted' else 'UPSTREAM']}/{kind}/chat/completions"
    if body.get("stream"):
        async def relay():
            async with client.stream("POST", url, json=body) as answer:
                async for chunk in answer.aiter_bytes():
                    yield chunk
        return StreamingResponse(relay(), media_type="text/event-stream")
    answer = await client.post(url, json=body)
    return Response(answer.content, answer.status_code, media_type="application/json")
"""
NGINX = """
worker_processes 1; worker_rlimit_nofile 16384; daemon off; pid {folder}/{name}.pid; error_log {folder}/{name}.log;
events {{ worker_connections 8192; }}
http {{
  access_log off; keepalive_requests 100000000; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
{content}
}}
"""


@dataclasses.dataclass
class Target:
    name: str
    port: int
    by_path: bool  # the kind of answer is chosen by the path, not by the model
    process: subprocess.Popen | None = None

    def path(self, model):
        return f"/{MODELS[model] if self.by_path else 'v1'}/chat/completions"

    def memory(self):
        """MiB of the process and its children; what they share counts once."""
        def tree(pid):
            yield pid
            for children in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
                for child in children.read_text().split():
                    yield from tree(int(child))

        total = 0
        for pid in tree(self.process.pid):
            for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) / 1024
        return total


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Targets:
    """All of them, once started. What does not start is named and left out."""

    def __init__(self, folder, gateway, names, say):
        self.folder, self.gateway, self.names, self.say = folder, gateway, names, say
        self.processes, self.targets, self.failed = [], [], {}
        self.upstream, self.scripted = free_port(), free_port()

    def start_all(self):
        self.start("the upstream", self.nginx("upstream", self.upstream, f"""
  server {{
    listen 127.0.0.1:{self.upstream} backlog=2048;
    location /v1/ {{ default_type application/json; return 200 '{json.dumps(ANSWER)}'; }}
    location /stream/ {{ default_type text/event-stream; return 200 '{self.events()}'; }}
  }}"""), self.upstream, needed=True)
        script = pathlib.Path(__file__).with_name("upstream.py")
        self.start("the scripted upstream", [sys.executable, script, str(self.scripted)], self.scripted, needed=True)
        self.targets.append(Target("direct", self.upstream, True))
        self.add_nginx()
        self.add_fastapi()
        for level in self.names:
            self.add_veil(level)
        self.add_litellm()

    @staticmethod
    def events():
        return b"".join([*map(event, PIECES[:-1]), event(None, "stop"), b"data: [DONE]\n\n"]).decode()

    def start(self, name, command, port, needed=False, seconds=30, **options):
        """The process, once it listens; None when it does not."""
        log = self.folder / f"{name.replace(' ', '-')}.out"
        try:
            with log.open("wb") as output:
                process = subprocess.Popen(command, stdout=output, stderr=output, **options)
        except OSError as error:
            process, reason = None, str(error)
        else:
            self.processes.append(process)
            reason = f"nothing listens within {seconds} s"
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                if process.poll() is not None:
                    lines = log.read_text(errors="replace").strip().splitlines() or [""]
                    reason = f"ended with status {process.returncode}: {lines[-1][:200]}"
                    break
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    return process
                except OSError:
                    time.sleep(0.05)
        if needed:
            sys.exit(f"{name}: {reason}")
        self.failed[name] = reason
        self.say(f"left out: {name}: {reason}")
        return None

    def add(self, name, command, port, by_path, **options):
        process = self.start(name, command, port, **options)
        if process:
            self.targets.append(Target(name, port, by_path, process))

    def nginx(self, name, port, content):
        config = self.folder / f"{name}.conf"
        config.write_text(NGINX.format(folder=self.folder, name=name, content=content))
        return [shutil.which("nginx") or "/usr/sbin/nginx", "-c", config]

    def add_nginx(self):
        port = free_port()
        self.add("nginx", self.nginx("proxy", port, f"""
  upstream provider {{ server 127.0.0.1:{self.upstream}; keepalive 64; }}
  upstream scripted {{ server 127.0.0.1:{self.scripted}; }}
  server {{
    listen 127.0.0.1:{port} backlog=2048;
    proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffering off;
    location / {{ proxy_pass http://provider; }}
    location /scripted/ {{ proxy_pass http://scripted; }}
  }}"""), port, True)

    def add_fastapi(self):
        port = free_port()
        (self.folder / "passthrough.py").write_text(FASTAPI)
        environment = os.environ | {"UPSTREAM": f"http://127.0.0.1:{self.upstream}",
                                    "SCRIPTED": f"http://127.0.0.1:{self.scripted}"}
        self.add("FastAPI + httpx", [sys.executable, "-m", "uvicorn", "passthrough:app", "--port", str(port), "--log-level",
                                     "error", "--backlog", "2048"], port, True, cwd=self.folder, env=environment)

    def url(self, model):
        return f"http://127.0.0.1:{self.scripted if MODELS[model] == 'scripted' else self.upstream}/{MODELS[model]}"

    def add_veil(self, level):
        port = free_port()
        config = self.folder / f"{level}.yaml"
        upstreams = "".join(f"  - {{name: {model}, url: '{self.url(model)}', models: [{model}], connections: 2048}}\n"
                            for model in MODELS)
        config.write_text(f"listen: {{host: 127.0.0.1, port: {port}}}\nlog: {{level: error}}\npolicy: {{names: {level}}}\n"
                          f"limits: {{connections: 4096, requests: 4096}}\nupstreams:\n{upstreams}")
        self.add(f"veil-gateway, names {level}", [self.gateway, "--config", config], port, False)

    def add_litellm(self):
        port = free_port()
        config = self.folder / "litellm.yaml"
        # No database, no callers with keys, no callbacks, no retries, no log of each request: what it does at least.
        models = "".join(
            f"  - model_name: {model}\n    litellm_params: {{model: openai/{model}, api_base: '{self.url(model)}', api_key: none}}\n"
            for model in MODELS)
        config.write_text(f"model_list:\n{models}litellm_settings: {{telemetry: false, num_retries: 0, request_timeout: 600}}\n"
                          "general_settings: {dangerously_permit_weak_or_unset_master_key: true}\n")
        command = [pathlib.Path(sys.executable).with_name("litellm"), "--config", config, "--host", "127.0.0.1", "--port", str(port)]
        environment = os.environ | {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_LOG": "ERROR", "LITELLM_TELEMETRY": "False"}
        self.add("LiteLLM proxy", command, port, False, seconds=120, cwd=self.folder, env=environment)

    def stop(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
