"""What providers do to their streams, against every client: the gateway makes ordinary streams of all of them."""

import base64

import pytest

import clients
from upstream import DONE, RESET, Reply, by_event, chunk, compact, event, pieces, stream, usage_chunk

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."
ANSWER = "Dear Jane Roe, jane.roe@example.com."
TOOLS = [{"type": "function", "function": {"name": "find", "description": "Finds.", "parameters": {
    "type": "object", "properties": {"who": {"type": "string"}}, "required": ["who"]}}}]
NASTY = 'O"Brien\\x\nJr'

HEAD = chunk("", role="assistant")
BODY = [chunk("Dear [NA"), chunk("ME_1], [EMAIL_1"), chunk("].")]
END = chunk(finish="stop")
EVENTS = [HEAD, *BODY, END]
PLAIN = b"".join(map(event, EVENTS)) + DONE


def small(data):
    """In packets of seven bytes."""
    return Reply(pieces(data, 7), framing="close", type="text/event-stream")


def multi(item):
    """One event in several lines of data, which are joined by line ends."""
    return "".join(f"data: {part}\n" for part in compact(item).replace(',"', ',\n"').split("\n")).encode() + b"\n"


def bare(item):
    return {key: value for key, value in item.items() if key not in ("id", "model", "created")}


VARIANTS = {
    "plain": small(PLAIN),
    "crlf": small(PLAIN.replace(b"\n", b"\r\n")),
    "cr": small(PLAIN.replace(b"\n", b"\r")),
    "no_space": small(PLAIN.replace(b"data: ", b"data:")),
    "several_lines_of_data": small(b"".join(map(multi, EVENTS)) + DONE),
    "comments": small(b": hello\n\n" + PLAIN.replace(b"data: ", b": ping\n\ndata: ")),
    "byte_order_mark": small(b"\xef\xbb\xbf" + PLAIN),
    "id_then_ping": small(b"id: 1\n" + PLAIN.replace(b"data: ", b": ping\n\ndata: ")),
    "retry_alone": small(b"retry: 100\n\n" + PLAIN),
    "event_alone": small(b"event: ping\n\n" + PLAIN),
    "empty_data": small(b"data:\n\n" + PLAIN.replace(b"data: [", b"data: \n\ndata: [")),
    "named_events": small(PLAIN.replace(b"data: ", b"event: message\nid: 9\ndata: ")),
    "text_behind_done": stream(EVENTS + [DONE, chunk("more"), DONE], done=False),
    "nothing_but_null": stream([HEAD, bare(chunk(None)), *BODY, END]),
    "finish_with_the_last_text": stream([HEAD, *BODY[:-1], chunk("].", finish="stop")]),
    "text_behind_finish": stream([HEAD, chunk("Dear [NAME_1], [EMAIL_"), chunk("1]"), END, chunk(".")]),
    "finish_twice": stream([*EVENTS, END]),
    "without_id_and_model": stream([bare(item) for item in EVENTS]),
    "without_done": stream(EVENTS, done=False),
    "one_packet": stream([PLAIN], done=False),
    "by_event": stream(by_event(PLAIN), done=False),
}


@pytest.mark.parametrize("client", clients.STREAMING.values(), ids=clients.STREAMING)
class TestMatrix:
    @pytest.mark.parametrize("variant", VARIANTS)
    def test_text_is_complete(self, variant, client, gateway, upstream):
        outcome = client(gateway.base, upstream.script(VARIANTS[variant]), QUESTION)
        assert outcome.error is None
        assert outcome.text == ANSWER

    def test_finish_twice_is_finish_once(self, client, gateway, upstream):
        outcome = client(gateway.base, upstream.script(VARIANTS["finish_twice"]), QUESTION)
        assert outcome.finish == "stop"

    @pytest.mark.parametrize("place", ["last", "before_the_last_text"])
    def test_usage(self, place, client, gateway, upstream):
        """Usage that comes early is kept back, so that accumulators keep it."""
        events = [HEAD, *BODY, END, usage_chunk(completion=5)]
        if place != "last":
            events = [HEAD, *BODY[:-1], usage_chunk(completion=5), BODY[-1], END]
        outcome = client(
            gateway.base, upstream.script(stream(events)), QUESTION, stream_options={"include_usage": True})
        assert outcome.error is None
        assert outcome.text == ANSWER
        assert outcome.usage == 5

    @pytest.mark.parametrize("variant", ["error_event", "detail_event", "rubbish", "not_an_object", "lost"])
    def test_a_broken_stream_is_an_error(self, variant, client, gateway, upstream):
        """Without the gateway some clients end in silence, with `stop` even."""
        broken = {
            "error_event": {"error": {"message": "overloaded, [NAME_1]", "type": "server_error", "param": None,
                                      "code": None}},
            "detail_event": {"detail": "overloaded, [NAME_1]"}, "rubbish": "{\"id\": oops", "not_an_object": "[1,2]",
            "lost": RESET}[variant]
        item = broken if broken is RESET else event(broken)
        outcome = client(gateway.base, upstream.script(stream([HEAD, *BODY[:2], item], done=False)), QUESTION)
        assert outcome.error is not None
        assert not isinstance(outcome.error, (TypeError, AttributeError, KeyError, AssertionError))

    @pytest.mark.parametrize("variant", ["in_pieces", "behind_finish"])
    def test_a_value_with_quotes_in_arguments(self, variant, client, gateway, upstream):
        """`{"who":"O"Brien…` is what a gateway makes that does not escape; a client reads `O`, or nothing."""
        def call(arguments, **head):
            function = {"arguments": arguments, **({"name": "find"} if head else {})}
            return chunk(tool_calls=[{"index": 0, **head, "function": function}])

        parts = [call("", id="call_1", type="function"), call('{"who":"[NA'), call('ME_1]'), call('"}')]
        if variant == "in_pieces":
            events = [HEAD, *parts, chunk(finish="tool_calls")]
        else:
            events = [HEAD, *parts[:-1], chunk(finish="tool_calls"), parts[-1]]
        mapping = base64.b64encode(compact({"[NAME_1]": NASTY}).encode()).decode()
        model = upstream.script(stream(events))
        outcome = client(
            gateway.base, model, f"Who is {NASTY}?", headers={"X-Pii-Mapping": mapping}, tools=TOOLS)
        assert outcome.error is None
        assert outcome.tools == [{"who": NASTY}]
