"""Bodies, answers and streams of any shape, the same in every run."""

import copy
import json
import os
import random

import pytest

from fields import Key, holds, places, planted
from gateway import FIXTURES
from upstream import DONE, Reply, answer, chunk, compact, cut, event, usage

COUNT = int(os.environ.get("VEIL_RANDOM", 300))
CHAT = json.loads((FIXTURES / "canary" / "chat.json").read_text())
LEGACY = json.loads((FIXTURES / "canary" / "legacy.json").read_text())
CANARIES = ["canary.roe@example.com", "Quillfeather", "+1 415 555 0177"]
HEADERS = {"X-Pii-Mapping": '{"Quillfeather": "[PROJECT_1]"}'}
SECRETS = ["canary.roe", "quillfeather", "415 555 0177", "4155550177"]


class Source(random.Random):
    """Random values with canaries in them."""

    KEYS = ["type", "text", "content", "name", "id", "function", "arguments", "role", "input", "value", "url", "json",
            "parts", "image_url", "data", "properties", "enum", "description", "x", "custom", "format"]

    FORMS = ["#", "note for #, please", "# #", "<#>", '"#"', '{"a": "#"}', '["#", 1]', "é # 京", "a\n#\tb", "a\\n#\\tb", "x=#&y=1",
             "data: #", "#\\n"]

    def text(self):
        return self.choice(self.FORMS).replace("#", self.choice(CANARIES))

    def json(self, depth=0):
        kind = self.randrange(10)
        if depth > 4 or kind < 4:
            return self.text()
        if kind == 4:
            return self.choice([0, 1, -5, 1.5, True, False, None, 10 ** 30, 1e300])
        if kind < 7:
            return [self.json(depth + 1) for _ in range(self.randrange(4))]
        if kind == 9:
            return json.dumps(self.json(depth + 1), ensure_ascii=self.random() < 0.5)
        keys = [self.choice(self.KEYS) if self.random() < 0.8 else self.text() for _ in range(self.randrange(1, 4))]
        return {key: self.json(depth + 1) for key in keys}

    def body(self, value):
        """A body with parts that are something else."""
        value = copy.deepcopy(value)
        for _ in range(self.choice([1, 1, 2, 3])):
            place = self.choice([place for place in places(value) if len(place) > 1])
            if isinstance(place[-1], Key):
                value = planted(value, place, self.text())
            else:
                value = planted(value, self.choice([place, place, place[:-1]]), self.json())
        for _ in range(self.randrange(2)):
            value[self.choice(self.KEYS)] = self.json()
        return value

    def written(self, value):
        """JSON with more or less escapes and spaces."""
        text = json.dumps(value, ensure_ascii=self.random() < 0.5,
                          separators=self.choice([(",", ":"), (", ", ": "), (" ,\n", "\t: ")]))
        return text.replace("@", "\\u0040") if self.random() < 0.2 else text


@pytest.mark.timeout(int(60 + COUNT / 10))
@pytest.mark.parametrize("kind", ["chat", "completions"])
def test_bodies_of_any_shape_leak_nothing(kind, client, upstream):
    source = Source(kind)
    path, value = ("/v1/chat/completions", CHAT) if kind == "chat" else ("/v1/completions", LEGACY)
    statuses = []
    for number in range(COUNT):
        upstream.forget()
        body = source.written(source.body(value))
        reply = client.post(path, body, HEADERS)
        statuses.append(reply.status)
        where = f"number {number}: {body[:3000]}"
        assert reply.status in (200, 422), f"{reply} of {where}"
        for secret in SECRETS:
            assert not holds(upstream.received, secret), f"{secret} in {bytes(upstream.received)} of {where}"
            assert reply.status == 200 or not holds(reply.body, secret), where
        if reply.status == 422:
            assert not upstream.received, where
    assert statuses.count(200) > COUNT / 20


PIECES = ["[NAME_1]", "[name_1]", "NAME_1's", "\\[NAME\\_1\\]", "<NAME_1>", "[NAME_12]", "[NAME", "[", "_1]", "]",
          "[EMAIL_1]", '"', "\\", "{", "}", ":", ",", "\\u005b", "é", "京", "😀", "\n", "data: ", "**", " "]


class Events(random.Random):
    """Random streams: ordinary ones, with things in between that nobody expects."""

    def piece(self):
        return "".join(self.choice(PIECES) for _ in range(self.randrange(4)))

    def event(self):
        index, kind = self.randrange(2), self.randrange(14)
        if kind < 5:
            return chunk(self.piece(), index)
        if kind < 8:
            call = {"index": self.randrange(2), "function": {"arguments": self.piece()}}
            return chunk(index=index, tool_calls=[call])
        if kind == 8:
            return chunk(None, index, **{self.choice(["reasoning", "reasoning_content", "refusal"]): self.piece()})
        if kind == 9:
            return chunk(None, index, function_call={"arguments": self.piece()})
        if kind == 10:
            return {**chunk(self.piece(), index), "usage": usage()}
        if kind == 11:
            return chunk(index=index, finish=self.choice(["stop", None]))
        if kind == 12:
            return self.choice([
                {"choices": []}, chunk(None), {**chunk("x"), "x": self.piece()},
                chunk(index=index, x={"y": self.piece()}), chunk([{"type": "text", "text": self.piece()}])])
        if self.random() < 0.3:
            return self.choice([
                {"error": {"message": self.piece()}}, {"choices": 5}, [1], {"choices": [{}]}, {"detail": self.piece()},
                {"choices": [{"index": 0, "delta": 5}]}, chunk(index=10 ** 6), chunk(tool_calls=5), chunk(5)])
        return chunk(self.piece(), index)

    def stream(self):
        end = self.choice(["\n", "\n", "\n", "\r\n", "\r"])
        data = b"".join(event(self.event(), end) for _ in range(self.randrange(1, 14)))
        if self.random() < 0.7:
            data += event(chunk(finish="stop"), end) + event(chunk(index=1, finish="stop"), end)
        return data + DONE * (self.random() < 0.8)


@pytest.mark.timeout(int(60 + COUNT / 5))
@pytest.mark.parametrize("values", ["plain", "with_quotes"])
def test_streams_of_any_shape_are_the_same_however_they_are_cut(values, client, upstream):
    """Byte for byte, whatever they hold, and whatever becomes of them."""
    source = Events(values)
    name = {"plain": "Jane Roe", "with_quotes": 'Zoë "Z" \\ Roe\nJr'}[values]
    headers = {"X-Pii-Mapping": json.dumps({"[NAME_1]": name, "[EMAIL_1]": "jane.roe@example.com"}),
               "X-Auto-Pii-Mapping": "false", "X-Trace-Id": "same"}
    for number in range(COUNT):
        data = source.stream()
        seen = []
        for cuts in ([], [source.randrange(len(data)) for _ in range(5)], range(1, len(data))):
            upstream.forget()
            model = upstream.script(Reply(cut(data, *cuts), type="text/event-stream"), "script")
            reply = client.ask(f"About {name}, jane.roe@example.com", model, stream=True, headers=headers)
            assert reply.status == 200, f"number {number}: {data!r}: {reply}"
            assert reply.events, f"number {number}: {data!r}"
            seen.append(reply.body)
        assert seen[0] == seen[1] == seen[2], f"number {number}: {data!r}"
        last = json.loads(reply.events[-1]) if reply.events[-1] != "[DONE]" else None
        assert last is None or "error" in last, f"number {number}: {data!r}: {seen[0]!r}"


@pytest.mark.parametrize("streams", [False, True])
def test_answers_of_any_shape_break_nothing(streams, client, upstream):
    source = Source("answers")
    whole = json.loads(answer(
        "[NAME_1]",
        tool_calls=[{"id": "a", "type": "function", "function": {"name": "f", "arguments": '{"a":"[NAME_1]"}'}}],
        annotations=[{"type": "url_citation", "url_citation": {
            "start_index": 0, "end_index": 8, "title": "[NAME_1]", "url": "x"}}]).steps[0])
    for number in range(COUNT):
        body = source.body(whole)
        model = upstream.script(Reply(compact(body).encode(), status=source.choice([200, 200, 400, 500])), "script")
        reply = client.ask("My name is Jane Roe.", model, stream=streams)
        assert reply.status in (200, 400, 500, 502), f"number {number}: {body}: {reply}"
        if not (streams and reply.status == 200):
            assert isinstance(reply.json, dict), f"number {number}: {body}: {reply}"
            assert reply.status == 200 or {"detail", "error"} <= set(reply.json), f"number {number}: {body}: {reply}"
