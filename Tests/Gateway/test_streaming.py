"""Nothing waits that need not: what is held back is what may become a placeholder, and no more."""

import json

import pytest

from plain import Live
from upstream import DONE, Gate, chunk, event, stream, text_chunk, usage_chunk

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."


class Talk:
    """A stream whose next event is sent when the test says so."""

    def __init__(self, upstream, client, events, more=None):
        self.gates = [Gate() for _ in events]
        steps = [step for gate, item in zip(self.gates, events) for step in (gate, event(item))]
        model = upstream.script(stream([*steps, DONE], done=False))
        body = {"model": model, "stream": True, "messages": [{"role": "user", "content": QUESTION}], **(more or {})}
        self.gates[0].open()
        self.live = Live(client.begin("POST", "/v1/chat/completions", body))
        self.sent = 1

    def send(self):
        self.gates[self.sent].open()
        self.sent += 1

    def wait(self, text, lane="0.content"):
        """Reads until this was said; the next event is not sent yet, so it cannot come later by itself."""
        self.live.response.fp.raw._sock.settimeout(20)
        said = self.live.until(lambda said: said.get(lane, "") == text)
        assert said.get(lane, "") == text


def test_text_is_not_delayed(client, upstream):
    words = ["Hello", " world", ", this", " is [", "not] a", " placeholder", " NAME", "D x", " and <b>", " {}", "!"]
    talk = Talk(upstream, client, [chunk("", role="assistant"), *map(chunk, words), chunk(finish="stop")])
    text = ""
    for word in words[:3]:
        talk.send()
        text += word
        talk.wait(text)


def test_exactly_the_possible_placeholder_is_held_back(client, upstream):
    steps = [("Hello [", "Hello "), ("NAME", "Hello "), ("_1", "Hello "), ("]!", "Hello Jane Roe!"),
             (" [", "Hello Jane Roe! "), ("EM", "Hello Jane Roe! "), ("X", "Hello Jane Roe! [EMX"),
             (" [1]", "Hello Jane Roe! [EMX [1]"), (" x", "Hello Jane Roe! [EMX [1] x")]
    talk = Talk(upstream, client, [chunk("", role="assistant"), *[chunk(word) for word, _ in steps],
                                   chunk(finish="stop")])
    for word, text in steps:
        talk.send()
        talk.wait(text)


def test_hold_back_is_bounded(client, upstream):
    """Spaces, marks and zeros may stand in a placeholder, but not without end."""
    text = "[" + " " * 40 + "**" * 20 + "0" * 80 + "[NAME_" + "0" * 140
    talk = Talk(upstream, client, [chunk("", role="assistant"), *map(chunk, text), chunk(finish="stop")])
    said = ""
    for sent, _ in enumerate(text, 1):
        talk.send()
        if sent - len(said) > 100:
            said = talk.live.until(lambda now: len(now.get("0.content", "")) > len(said))["0.content"]
            assert text.startswith(said)
            assert sent - len(said) <= 100


def test_lanes_do_not_wait_for_each_other(client, upstream):
    talk = Talk(upstream, client, [chunk("x [NA"), chunk("Hello", 1), chunk("ME_1]"), chunk(" there", 1)])
    talk.wait("x ")
    talk.send()
    talk.wait("Hello", "1.content")
    talk.send()
    talk.wait("x Jane Roe")
    talk.send()
    talk.wait("Hello there", "1.content")


def test_arguments_are_not_delayed(client, upstream):
    def call(arguments):
        return chunk(tool_calls=[{"index": 0, "function": {"arguments": arguments}}])

    head = chunk(tool_calls=[{"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": ""}}])
    talk = Talk(upstream, client, [head, call('{"text":"Hello'), call(' [NAME_1]'), call(' and'), call('"}')])
    for text in ('{"text":"Hello', '{"text":"Hello Jane Roe', '{"text":"Hello Jane Roe and',
                 '{"text":"Hello Jane Roe and"}'):
        talk.send()
        talk.wait(text, "0.tool.0.arguments")


def test_a_chunk_that_became_empty_is_dropped_unless_it_says_something_else(client, upstream):
    head = chunk("[NAME_", role="assistant")
    reply = client.ask(QUESTION, upstream.script(stream([head, chunk("1"), chunk("]"), chunk(finish="stop")])),
                       stream=True)
    deltas = [json.loads(data)["choices"][0]["delta"] for data in reply.events[:-1]]
    assert deltas[0]["role"] == "assistant"
    assert sum("content" in delta and not delta["content"] for delta in deltas[1:]) == 0
    assert "".join(delta.get("content") or "" for delta in deltas) == "Jane Roe"


def test_held_back_text_leaves_before_the_finish_and_the_usage(client, upstream):
    events = [chunk("a ["), chunk("b [", 1), chunk(index=1, finish="stop"), chunk(finish="length"), usage_chunk()]
    reply = client.ask(QUESTION, upstream.script(stream(events)), stream=True, n=2)
    assert reply.said == {"0.content": "a [", "0.finish": "length", "1.content": "b [", "1.finish": "stop",
                          "usage": {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}, "done": True}


def test_usage_in_the_finish_chunk_stays_there_or_comes_later(client, upstream):
    last = {**chunk(finish="stop"), "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}}
    said = client.ask(QUESTION, upstream.script(stream([chunk("Hi ["), last])), stream=True).said
    assert said["0.content"] == "Hi [" and said["usage"]["total_tokens"] == 3


def test_running_usage(client, upstream):
    """Some providers count in every chunk; the last count is the one that stays."""
    events = [{**chunk(piece), "usage": {"prompt_tokens": 1, "completion_tokens": count, "total_tokens": count + 1}}
              for count, piece in enumerate(["Dear ", "[NAME", "_1]"])]
    reply = client.ask(QUESTION, upstream.script(stream([*events, chunk(finish="stop")])), stream=True)
    text = "".join(json.loads(data)["choices"][0]["delta"].get("content") or ""
                   for data in reply.events[:-1] if json.loads(data)["choices"])
    assert text == "Dear Jane Roe"


def test_other_members_of_events_are_kept(client, upstream):
    item = {**chunk("Hi [NAME_1]"), "system_fingerprint": "fp_1", "service_tier": "default", "x_provider": {"a": 1}}
    reply = client.ask(QUESTION, upstream.script(stream([item, chunk(finish="stop")])), stream=True)
    first = json.loads(reply.events[0])
    assert (first["system_fingerprint"], first["service_tier"], first["x_provider"]) == ("fp_1", "default", {"a": 1})


def test_legacy_usage_and_echo(client, upstream):
    model = upstream.script(stream([text_chunk("My name is [NA"), text_chunk("ME_1]. ["), text_chunk("", finish="stop"),
                                    {**text_chunk(""), "choices": [], "usage": usage_chunk()["usage"]}]))
    reply = client.post("/v1/completions", {"model": model, "prompt": QUESTION, "stream": True, "echo": True})
    assert reply.said["0.text"] == "My name is Jane Roe. [" and reply.said["usage"]["total_tokens"] == 12


@pytest.mark.parametrize("lane", ["reasoning", "reasoning_content", "refusal"])
def test_a_lane_that_ends_where_another_begins(lane, client, upstream):
    """What reasoning held back is not lost, nor does it come behind the finish."""
    events = [chunk(None, role="assistant", **{lane: "so [NAME"}), chunk("Hi"), chunk(finish="stop")]
    said = client.ask(QUESTION, upstream.script(stream(events)), stream=True).said
    assert said[f"0.{lane}"] == "so [NAME" and said["0.content"] == "Hi"


def test_two_requests_over_one_connection(client, upstream):
    for _ in range(20):
        assert client.ask(QUESTION, stream=True).said["0.content"] == QUESTION
    assert client.ask(QUESTION).content == QUESTION
