"""A plain HTTP client, and a reader of streams that is stricter than any real client."""

import http.client
import json
import re
import socket


class Answer:
    def __init__(self, response, body):
        self.status, self.body = response.status, body
        self.headers = {name.lower(): value for name, value in response.getheaders()}

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode()

    @property
    def events(self):
        return events(self.body)

    @property
    def said(self):
        return fold(self.events)

    @property
    def content(self):
        return self.json["choices"][0]["message"]["content"]

    def __repr__(self):
        return f"{self.status} {self.body[:2000]!r}"


class Client:
    """One connection, used again and again."""

    def __init__(self, port, timeout=40):
        self.port, self.timeout = port, timeout
        self.connection = None

    def open(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        self.connection.connect()
        self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def begin(self, method, path, body=None, headers=None):
        """The answer's head; its body is still to be read."""
        headers = {"content-type": "application/json", **(headers or {})}
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        if isinstance(body, str):
            body = body.encode()
        for attempt in (0, 1):
            fresh = self.connection is None
            if fresh:
                self.open()
            try:
                self.connection.request(method, path, body=body, headers=headers)
                return self.connection.getresponse()
            except (ConnectionError, http.client.RemoteDisconnected):
                self.close()
                if fresh or attempt:
                    raise

    def request(self, method, path, body=None, headers=None):
        response = self.begin(method, path, body, headers)
        answer = Answer(response, response.read())
        if response.will_close:
            self.close()
        return answer

    def get(self, path, headers=None):
        return self.request("GET", path, None, headers)

    def post(self, path, body, headers=None):
        return self.request("POST", path, body, headers)

    def chat(self, body, headers=None):
        return self.post("/v1/chat/completions", body, headers)

    def ask(self, text, model="m", headers=None, **more):
        return self.chat({"model": model, "messages": [{"role": "user", "content": text}], **more}, headers)


class Live:
    """A stream that is read while it is written."""

    def __init__(self, response):
        self.response, self.body = response, b""

    def until(self, is_enough):
        """Reads on until what was said satisfies a condition, or the stream ends."""
        while not is_enough(self.said):
            piece = self.response.read1(65536)
            if not piece:
                break
            self.body += piece
        return self.said

    @property
    def said(self):
        whole = self.body[:self.body.rfind(b"\n\n") + 2] if b"\n\n" in self.body else b""
        return fold(events(whole))


def events(body):
    """The data of each event. A stream of ours has nothing but `data: LINE` and comments, each with a blank line."""
    found = []
    assert not body or body.endswith(b"\n\n"), f"an event without its end: {body[-200:]!r}"
    for block in body.decode().split("\n\n")[:-1]:
        if block.startswith(":"):
            assert "\n" not in block, f"a comment in company: {block!r}"
            continue
        assert re.fullmatch(r"data: [^\r\n]+", block), f"not one line of data: {block!r}"
        found.append(block[6:])
    return found


def fold(datas, strict=True):
    """What a stream says, by lane, and that it says it in order: text, finish, usage, `[DONE]`."""
    lanes, annotations, out = {}, [], {}
    finished, used, done = set(), False, False

    def add(lane, text):
        if text is not None:
            assert isinstance(text, str), f"{lane}: {text!r}"
            late = used or lane.split(".")[0] in finished
            assert not (text and late and strict), f"{lane} after its end"
            lanes[lane] = lanes.get(lane, "") + text

    for data in datas:
        assert not done, "something after [DONE]"
        if data == "[DONE]":
            done = True
            continue
        item = json.loads(data)
        if item.get("error"):
            out["error"] = item["error"]
            continue
        assert "obfuscation" not in item or not strict
        for choice in item.get("choices", []):
            name = str(choice["index"])
            delta = choice.get("delta") or {}
            for lane in ("content", "refusal", "reasoning", "reasoning_content"):
                add(f"{name}.{lane}", delta.get(lane))
            add(f"{name}.text", choice.get("text"))
            if delta.get("function_call"):
                for part in ("name", "arguments"):
                    add(f"{name}.function_call.{part}", delta["function_call"].get(part))
            for call in delta.get("tool_calls") or []:
                lane = f"{name}.tool.{call['index']}"
                if call.get("id"):
                    lanes[f"{lane}.id"] = call["id"]
                for part in ("name", "arguments"):
                    add(f"{lane}.{part}", (call.get("function") or {}).get(part))
            annotations += delta.get("annotations") or []
            if choice.get("finish_reason"):
                lanes[f"{name}.finish"] = choice["finish_reason"]
                finished.add(name)
        if item.get("usage"):
            out["usage"], used = item["usage"], True
    out.update({lane: text for lane, text in lanes.items() if text})
    if annotations:
        out["annotations"] = annotations
    out["done"] = done
    return out


def said(content, finish="stop", **more):
    """What `fold` makes of a plain answer."""
    return {"0.content": content, "0.finish": finish, "done": True, **more}
