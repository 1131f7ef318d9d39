"""A provider that does exactly as it is told, byte by byte, and keeps every byte that it is sent.

A `Reply` is a list of steps: bytes to write, seconds to wait, a `Gate` that a test opens, or the end of the connection.
A test registers one and gets the name of a model; the request that names this model is answered with it.
"""

import asyncio
import itertools
import json
import socket
import struct
import threading

STALL = object()  # say nothing more until the other side goes away
RESET = object()  # RST
FIN = object()  # close, whatever was promised


class Gate:
    """Holds replies until the test opens it."""

    def __init__(self):
        self.is_open = False
        self.waiting = []

    def open(self):
        self.is_open = True
        for loop, event in list(self.waiting):
            loop.call_soon_threadsafe(event.set)

    async def passed(self, lost):
        """Returns when it is open or the connection is lost."""
        event = asyncio.Event()
        self.waiting.append((asyncio.get_running_loop(), event))
        if not self.is_open:
            waits = [asyncio.ensure_future(wait()) for wait in (event.wait, lost.wait)]
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()


class Request:
    """What came in, and whether the connection was closed before the reply was over."""

    def __init__(self, head, body):
        self.head, self.body = head, body
        line, *fields = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = line.split(" ", 2)
        self.headers = {}
        for field in filter(None, fields):
            name, _, value = field.partition(":")
            self.headers[name.lower()] = value.strip()
        self.closed = threading.Event()
        self.answered = threading.Event()

    @property
    def json(self):
        return json.loads(self.body)


class Reply:
    """What is answered. `steps` are the body; framing puts the head before them."""

    def __init__(self, steps, status=200, headers=None, framing="chunked", type="application/json"):
        self.steps = [steps] if isinstance(steps, bytes) else list(steps)
        self.status, self.framing = status, framing
        self.headers = {"content-type": type, **(headers or {})}

    def wire(self):
        """All steps with head and framing; neighbouring bytes are joined only where that changes nothing."""
        lines = [f"HTTP/1.1 {self.status} Said So"] + [f"{name}: {value}" for name, value in self.headers.items()]
        length = sum(len(step) for step in self.steps if isinstance(step, bytes))
        lines.append({"chunked": "transfer-encoding: chunked", "length": f"content-length: {length}",
                      "close": "connection: close"}[self.framing])
        yield ("\r\n".join(lines) + "\r\n\r\n").encode()
        for step in self.steps:
            if isinstance(step, bytes) and self.framing == "chunked":
                if step:
                    yield b"%x\r\n%b\r\n" % (len(step), step)
            else:
                yield step
        if self.framing == "chunked":
            yield b"0\r\n\r\n"


class Raw(Reply):
    """Bytes as they are, with no head of ours."""

    def wire(self):
        return iter(self.steps)


class Recorder(asyncio.StreamReader):
    def __init__(self, sink, loop):
        super().__init__(limit=1 << 26, loop=loop)
        self.sink = sink

    def feed_data(self, data):
        self.sink += data
        super().feed_data(data)


class Watch(asyncio.StreamReaderProtocol):
    """Tells a request that its connection is gone, as soon as that is known."""

    request = None
    lost = None

    def eof_received(self):
        super().eof_received()
        self.end()
        return False

    def connection_lost(self, error):
        self.end()
        super().connection_lost(error)

    def end(self):
        if self.request and not self.request.answered.is_set():
            self.request.closed.set()
        self.lost.set()


class Upstream:
    """Listens on a port of its own in a thread of its own."""

    def __init__(self, default=None):
        self.received = bytearray()
        self.requests = []
        self.connections = 0
        self.scripts = {}
        self.default = default or echo
        self.names = (f"script-{number}" for number in itertools.count(1))
        self.loop = asyncio.new_event_loop()
        ready = threading.Event()

        async def start():
            self.server = await self.loop.create_server(self.connect, "127.0.0.1", 0, backlog=2048)
            self.port = self.server.sockets[0].getsockname()[1]
            ready.set()

        self.loop.create_task(start())
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        ready.wait()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/v1"

    def script(self, reply, name=None):
        """The name of a model that answers with a reply, or with what a function makes of the request."""
        name = name or next(self.names)
        self.scripts[name] = reply
        return name

    def last(self):
        return self.requests[-1]

    def of(self, model):
        """The requests that a model was asked with."""
        return [request for request in list(self.requests) if request.body and request.json.get("model") == model]

    def forget(self):
        self.received.clear()
        self.requests.clear()

    def stop(self):
        async def close():
            self.server.close()
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
            await asyncio.sleep(0)
            self.loop.stop()

        asyncio.run_coroutine_threadsafe(close(), self.loop)
        self.thread.join(5)

    def connect(self):
        reader = Recorder(self.received, self.loop)
        protocol = Watch(reader, lambda r, w: self.serve(r, w, protocol), loop=self.loop)
        protocol.lost = asyncio.Event()
        return protocol

    async def serve(self, reader, writer, protocol):
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                request = Request(head[:-4], b"")
                request.body = await self.body(reader, request.headers)
                protocol.request = request
                self.requests.append(request)
                if not await self.answer(request, writer, protocol):
                    break
        except (asyncio.IncompleteReadError, ConnectionError, OSError):
            pass
        finally:
            writer.close()

    async def body(self, reader, headers):
        if "chunked" not in headers.get("transfer-encoding", ""):
            return await reader.readexactly(int(headers.get("content-length", 0)))
        body = b""
        while size := int(await reader.readuntil(b"\r\n"), 16):
            body += await reader.readexactly(size)
            await reader.readexactly(2)
        await reader.readuntil(b"\r\n")
        return body

    def reply(self, request):
        model = None
        if request.body:
            try:
                model = request.json.get("model")
            except (ValueError, AttributeError):
                pass
        script = self.scripts.get(model, self.default)
        return script(request) if callable(script) else script

    async def answer(self, request, writer, protocol):
        """Whether another request may follow on this connection."""
        reply = self.reply(request)
        for step in reply.wire():
            if protocol.lost.is_set():
                return False
            if isinstance(step, bytes):
                writer.write(step)
                await writer.drain()
                # Lets the loop turn, so that each piece is sent by itself.
                await asyncio.sleep(0)
            elif isinstance(step, (int, float)):
                await asyncio.sleep(step)
            elif isinstance(step, Gate):
                await step.passed(protocol.lost)
            elif step is STALL:
                await protocol.lost.wait()
                return False
            elif step is RESET:
                request.answered.set()
                writer.get_extra_info("socket").setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                writer.transport.abort()
                return False
            elif step is FIN:
                request.answered.set()
                return False
        request.answered.set()
        return not isinstance(reply, Raw) and reply.framing != "close"


# --- what replies are made of ---


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def chunk(content=None, index=0, finish=None, **delta):
    """One event's JSON of a chat stream."""
    if content is not None:
        delta["content"] = content
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1700000000, "model": "m",
            "choices": [{"index": index, "delta": delta, "finish_reason": finish}]}


def usage_chunk(prompt=7, completion=5):
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1700000000, "model": "m",
            "choices": [], "usage": usage(prompt, completion)}


def usage(prompt=7, completion=5):
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}


def text_chunk(text, index=0, finish=None):
    """One event's JSON of a legacy stream."""
    return {"id": "cmpl-1", "object": "text_completion", "created": 1700000000, "model": "m",
            "choices": [{"text": text, "index": index, "logprobs": None, "finish_reason": finish}]}


def event(data, end="\n"):
    text = data if isinstance(data, str) else compact(data)
    return f"data: {text}{end}{end}".encode()


DONE = event("[DONE]")


def stream(events, done=True, status=200, headers=None, framing="chunked"):
    """A stream of events; each is written by itself."""
    steps = [event(item) if isinstance(item, (dict, str)) else item for item in events]
    return Reply(steps + [DONE] * done, status, headers, framing, "text/event-stream; charset=utf-8")


def say(*pieces, finish="stop", use=False):
    """A stream that says the pieces, one event each."""
    first = [chunk("", role="assistant")]
    return stream(first + [chunk(piece) for piece in pieces] + [chunk(finish=finish)] + [usage_chunk()] * use)


def answer(content=None, status=200, headers=None, finish="stop", **message):
    """A chat completion that is not streamed; a list makes several choices."""
    contents = content if isinstance(content, list) else [content]
    choices = [{"index": index, "message": {"role": "assistant", "content": text, **message}, "logprobs": None,
                "finish_reason": finish} for index, text in enumerate(contents)]
    return Reply(compact({"id": "chatcmpl-1", "object": "chat.completion", "created": 1700000000, "model": "m",
                          "choices": choices, "usage": usage()}).encode(), status, headers)


def legacy_answer(*texts):
    choices = [{"text": text, "index": index, "logprobs": None, "finish_reason": "stop"}
               for index, text in enumerate(texts)]
    return Reply(compact({"id": "cmpl-1", "object": "text_completion", "created": 1700000000, "model": "m",
                          "choices": choices, "usage": usage()}).encode())


def failure(status, message, headers=None, **fields):
    kind = {400: "invalid_request_error", 401: "authentication_error", 404: "not_found_error"}
    error = {"message": message, "type": kind.get(status, "server_error"), "param": None, "code": None, **fields}
    return Reply(compact({"error": error}).encode(), status, headers)


def last_text(body):
    """The text of the last user message, or of the prompt."""
    if "prompt" in body:
        prompt = body["prompt"]
        return prompt if isinstance(prompt, str) else " ".join(map(str, prompt))
    for message in reversed(body.get("messages", [])):
        content = message.get("content")
        if message.get("role") == "user":
            return content if isinstance(content, str) else "".join(part.get("text", "") for part in content or [])
    return ""


def echo(request):
    """Says what was said last, as the request wants it: streamed or not, chat or legacy."""
    if request.method == "GET":
        return Reply(compact({"object": "list", "data": [{"id": "m", "object": "model", "created": 1,
                                                            "owned_by": "test"}]}).encode())
    body = request.json
    text = last_text(body)
    if "/chat/" not in request.target:
        if body.get("stream"):
            return stream([text_chunk(piece) for piece in pieces(text, 3)] + [text_chunk("", finish="stop")])
        prompts = body.get("prompt")
        return legacy_answer(*(map(str, prompts) if isinstance(prompts, list) else [text]))
    if body.get("stream"):
        use = bool((body.get("stream_options") or {}).get("include_usage"))
        return say(*pieces(text, 3), use=use)
    return answer([text] * (body.get("n") or 1))


# --- ways of cutting ---


def pieces(text, size):
    return [text[start:start + size] for start in range(0, len(text), size)]


def cut(data, *places):
    """Bytes or text in parts, cut at places."""
    bounds = [0, *sorted(places), len(data)]
    return [data[start:end] for start, end in zip(bounds, bounds[1:])]


def by_event(data):
    """A stream's bytes, one event each."""
    return [part + b"\n\n" for part in data.split(b"\n\n")[:-1]]


def by_token(text, encoding="o200k_base"):
    """Pieces of a text as a model would write them: one token each."""
    encoder = tokenizer(encoding)
    parts, held = [], b""
    for token in encoder.encode(text, disallowed_special=()):
        held += encoder.decode_single_token_bytes(token)
        try:
            parts.append(held.decode())
            held = b""
        except UnicodeDecodeError:
            pass  # half a character: with the next one
    return parts


def tokenizer(encoding):
    """The encoder of the files that litellm's package carries, so that nothing is fetched."""
    import importlib.util
    import os

    place = importlib.util.find_spec("litellm").submodule_search_locations[0]
    os.environ["TIKTOKEN_CACHE_DIR"] = os.path.join(place, "litellm_core_utils", "tokenizers")
    import tiktoken

    return tiktoken.get_encoding(encoding)
