"""A load of callers, each with names of its own, and a provider for it that runs in a process of its own."""

import asyncio
import json
import os
import subprocess
import sys
import time

NAMES = ["Jane Roe", "John Doe", "Jane Doe", "John Roe", "Richard Roe", "Mary Major", "Paul Poe", "Anna Loe"]


class Provider(asyncio.Protocol):
    """Says the last message again, whole or word by word."""

    def connection_made(self, transport):
        self.transport, self.buffer = transport, b""

    def data_received(self, data):
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head = self.buffer[:end].lower()
            start = head.find(b"content-length:")
            if start < 0:  # in chunks; the body's end is that of the last one
                stop = self.buffer.find(b"\r\n0\r\n\r\n", end)
                if stop < 0:
                    return
                body, stop = dechunked(self.buffer[end + 4:stop + 7]), stop + 7
            else:
                length = int(head[start + 15:].split(b"\r\n", 1)[0])
                stop = end + 4 + length
                if len(self.buffer) < stop:
                    return
                body = self.buffer[end + 4:stop]
            self.buffer = self.buffer[stop:]
            self.answer(json.loads(body))

    def answer(self, body):
        text = body["messages"][-1]["content"]
        if not body.get("stream"):
            said = json.dumps({"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [
                {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
                "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}).encode()
            self.transport.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b"
                                 % (len(said), said))
            return
        parts = [text[start:start + 6] for start in range(0, len(text), 6)]
        events = [{"delta": {"content": part}, "finish_reason": None} for part in parts]
        events.append({"delta": {}, "finish_reason": "stop"})
        said = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
        for choice in events:
            item = json.dumps({"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m",
                               "choices": [{"index": 0, **choice}]}).encode()
            said += b"%x\r\ndata: %b\n\n\r\n" % (len(item) + 8, item)
        self.transport.write(said + b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")


def dechunked(data):
    body = b""
    while data:
        size, _, data = data.partition(b"\r\n")
        length = int(size, 16)
        body, data = body + data[:length], data[length + 2:]
        if not length:
            break
    return body


async def provide(port):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Provider, "127.0.0.1", port, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def start_provider(port=0):
    """The process and its port."""
    process = subprocess.Popen([sys.executable, os.path.abspath(__file__), str(port)], stdout=subprocess.PIPE)
    return process, int(process.stdout.readline())


async def read_answer(reader):
    """Status and body, whichever way it is framed."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    at = head.find(b"content-length:")
    if at >= 0:
        return status, await reader.readexactly(int(head[at + 15:].split(b"\r\n", 1)[0]))
    body = b""
    while size := int(await reader.readuntil(b"\r\n"), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return status, body


def said(body, streams):
    if not streams:
        return json.loads(body)["choices"][0]["message"]["content"]
    text = ""
    for block in body.split(b"\n\n"):
        if block.startswith(b"data: {"):
            item = json.loads(block[6:])
            if "error" in item:
                return "an error"
            text += item["choices"][0]["delta"].get("content") or ""
    return text if body.endswith(b"data: [DONE]\n\n") else "no end"


class Load:
    """What many callers saw."""

    def __init__(self):
        self.times, self.failures = [], []

    async def caller(self, port, number, end):
        name, mail = NAMES[number % len(NAMES)], f"person.{number}@example.com"
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
        turn = 0
        while time.monotonic() < end:
            turn += 1
            streams = turn % 4 == 0
            text = f"Dear team, my name is {name} and my mail is {mail}; this is turn {turn} of mine, {name}."
            body = json.dumps({"model": "m", "stream": streams,
                               "messages": [{"role": "user", "content": text}]}).encode()
            start = time.perf_counter()
            writer.write(b"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                         b"content-length: %d\r\n\r\n%b" % (len(body), body))
            status, answer = await read_answer(reader)
            self.times.append(time.perf_counter() - start)
            if status != 200 or said(answer, streams) != text:
                self.failures.append((status, said(answer, streams) if status == 200 else answer[:500]))
        writer.close()

    async def run(self, port, callers, seconds):
        start = time.monotonic()
        await asyncio.gather(*(self.caller(port, number, start + seconds) for number in range(callers)))
        self.seconds = time.monotonic() - start

    def __str__(self):
        times = sorted(self.times)
        p50, p99 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.99))
        return f"{len(times) / self.seconds:.0f} requests/s, p50 {p50:.2f} ms, p99 {p99:.2f} ms"


if __name__ == "__main__":
    asyncio.run(provide(int(sys.argv[1])))
