"""However a stream is cut, the client sees the same: every byte, every event, every token, every packet."""

import base64
import json

import pytest

from gateway import FIXTURES
from plain import events, fold, said
from upstream import Reply, by_event, by_token, chunk, compact, cut, pieces, stream, usage

SCRIPTS = sorted(path.stem for path in (FIXTURES / "streams").glob("*.sse"))


class Script:
    """A scripted stream, the request that it answers, and what a client shall read."""

    def __init__(self, name):
        self.sse = (FIXTURES / "streams" / f"{name}.sse").read_bytes()
        self.facts = json.loads((FIXTURES / "streams" / f"{name}.json").read_text())
        self.path, self.said = self.facts["path"], self.facts["said"]
        mapping = base64.b64encode(compact(self.facts["mapping"]).encode()).decode()
        self.headers = {"X-Pii-Mapping": mapping, "X-Auto-Pii-Mapping": "false"}

    def body(self, model, **more):
        return json.dumps({"model": model, "stream": True, **self.facts["request"], **more}).encode()

    def ask(self, client, model):
        answer = client.post(self.path, self.body(model), self.headers)
        assert answer.status == 200, answer
        return answer


def seen(lanes, expected):
    """What was said, with JSON read where JSON is expected."""
    return {lane: reading(text, expected.get(lane)) for lane, text in lanes.items()}


def reading(text, expected):
    if isinstance(expected, dict) and set(expected) == {"json"}:
        value = json.loads(text)
        inner = expected["json"]
        if isinstance(value, dict) and isinstance(inner, dict):
            value = {key: reading(item, inner.get(key)) for key, item in value.items()}
        return {"json": value}
    return text


@pytest.fixture
def play(client, upstream):
    """Answers a script's request with pieces of its stream and compares what arrives."""

    def play(script, steps, framing="chunked"):
        model = upstream.script(Reply(steps, framing=framing, type="text/event-stream"), "script")
        answer = script.ask(client, model)
        assert seen(answer.said, script.said) == script.said

    return play


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", SCRIPTS)
def test_cut_at_every_byte(name, play):
    script = Script(name)
    for place in range(1, len(script.sse)):
        try:
            play(script, cut(script.sse, place))
        except AssertionError as error:
            raise AssertionError(f"cut at byte {place}: …{script.sse[:place][-40:]!r}") from error


@pytest.mark.parametrize("name", SCRIPTS)
def test_byte_by_byte(name, play):
    script = Script(name)
    play(script, [bytes([byte]) for byte in script.sse])


@pytest.mark.parametrize("name", SCRIPTS)
def test_in_one_piece(name, play):
    script = Script(name)
    play(script, [script.sse])


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name != "frames"])
def test_event_by_event(name, play):
    script = Script(name)
    play(script, by_event(script.sse))


@pytest.mark.parametrize("framing", ["length", "close", "chunked"])
@pytest.mark.parametrize("size", [3, 7])
@pytest.mark.parametrize("name", SCRIPTS)
def test_small_packets(name, size, framing, play):
    script = Script(name)
    play(script, pieces(script.sse, size), framing)


@pytest.mark.parametrize("name", SCRIPTS)
def test_two_cuts_around_every_event(name, play):
    """A cut before and one behind each line end, where frames are told apart."""
    script = Script(name)
    ends = [place for place, byte in enumerate(script.sse) if byte in b"\r\n"]
    for place in ends:
        play(script, cut(script.sse, place, place + 1))


MASKED = ("Dear [NAME_1], (see [NAME_1]) \"[EMAIL_1]\"; **[NAME_2]**, [NAME_1]'s [EMAIL_1].\n[NAME_1]\n"
          "京[NAME_1]都 née [NAME_9] [NAME_ [name_1] [1].")


def restored(text, mapping):
    for placeholder, value in mapping.items():
        text = text.replace(placeholder, value).replace(placeholder.lower(), value)
    return text


@pytest.mark.parametrize("encoding", ["o200k_base", "cl100k_base", "p50k_base"])
class TestByToken:
    def test_content(self, encoding, play):
        script = Script("text")
        script.said = said(restored(MASKED, script.facts["mapping"]))
        parts = by_token(MASKED, encoding)
        assert len(parts) > 40 and not any("[NAME_1]" in part for part in parts)
        play(script, stream([chunk(part) for part in parts] + [chunk(finish="stop")]).steps)

    def test_tool_arguments(self, encoding, play):
        script = Script("tool-arguments")
        text = compact({"text": MASKED, "[NAME_1]": [{"who": "[NAME_2]"}], "inner": compact({"who": "[NAME_2]"})})
        mapping = script.facts["mapping"]
        value = {"text": restored(MASKED, mapping), mapping["[NAME_1]"]: [{"who": mapping["[NAME_2]"]}],
                 "inner": {"json": {"who": mapping["[NAME_2]"]}}}
        script.said = {"0.tool.0.id": "call_1", "0.tool.0.name": "f", "0.tool.0.arguments": {"json": value},
                       "0.finish": "tool_calls", "done": True}
        head = chunk(role="assistant", tool_calls=[
            {"index": 0, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}}])
        rest = [chunk(tool_calls=[{"index": 0, "function": {"arguments": part}}]) for part in by_token(text, encoding)]
        play(script, stream([head, *rest, chunk(finish="tool_calls")]).steps)


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name not in ("frames", "annotations", "logprobs")])
def test_a_stream_says_what_a_whole_answer_says(name, client, upstream):
    script = Script(name)
    model = upstream.script(Reply(compact(whole(fold(events(script.sse), strict=False), script.path)).encode()))
    answer = client.post(script.path, script.body(model, stream=False), script.headers)
    assert answer.status == 200, answer
    expected = {lane: text for lane, text in script.said.items() if lane not in ("done", "usage")}
    assert seen(parts(answer.json), expected) == expected


def whole(lanes, path):
    """The answer that is not streamed and says the same."""
    if path == "/v1/completions":
        choices = [{"index": index, "text": lanes[f"{index}.text"], "logprobs": None,
                    "finish_reason": lanes[f"{index}.finish"]} for index in (0, 1)]
        return {"id": "c", "object": "text_completion", "created": 1, "model": "m", "choices": choices}
    choices = []
    for index in sorted({int(lane.split(".")[0]) for lane in lanes if lane[0].isdigit()}):
        message = {"role": "assistant", "content": lanes.get(f"{index}.content")}
        for lane in ("refusal", "reasoning", "reasoning_content"):
            if f"{index}.{lane}" in lanes:
                message[lane] = lanes[f"{index}.{lane}"]
        if f"{index}.function_call.name" in lanes:
            message["function_call"] = {part: lanes[f"{index}.function_call.{part}"] for part in ("name", "arguments")}
        calls = [{"id": lanes[f"{index}.tool.{call}.id"], "type": "function", "function": {
            part: lanes[f"{index}.tool.{call}.{part}"] for part in ("name", "arguments")}}
            for call in range(9) if f"{index}.tool.{call}.id" in lanes]
        if calls:
            message["tool_calls"] = calls
        choices.append({"index": index, "message": message, "logprobs": None,
                        "finish_reason": lanes[f"{index}.finish"]})
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": choices, "usage": usage()}


def parts(body):
    """The lanes of an answer that is not streamed, as `fold` names them."""
    delta = json.loads(json.dumps(body))
    for choice in delta["choices"]:
        choice["delta"] = choice.pop("message", None)
        for number, call in enumerate((choice["delta"] or {}).get("tool_calls") or []):
            call["index"] = number
    delta.pop("usage", None)
    lanes = fold([compact(delta)], strict=False)
    lanes.pop("done")
    return lanes
