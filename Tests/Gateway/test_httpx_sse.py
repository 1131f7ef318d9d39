"""The events themselves, as one that reads by the specification sees them."""

import httpx
from httpx_sse import connect_sse

from upstream import chunk, event, say, stream

BODY = {"stream": True, "messages": [{"role": "user", "content": "I am Jane Roe, jane.roe@example.com."}]}


def sse(gateway, model):
    with httpx.Client(timeout=30, trust_env=False) as client:
        with connect_sse(client, "POST", f"{gateway.base}/chat/completions", json={"model": model, **BODY}) as source:
            return source.response, list(source.iter_sse())


def test_content_type_and_caching(gateway, upstream):
    response, _ = sse(gateway, upstream.script(say("Hi")))
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["x-accel-buffering"] == "no"
    assert "content-encoding" not in response.headers


def test_only_plain_events(gateway, upstream):
    """No ids, names or retry times, which make ordinary clients fail at the next comment."""
    model = upstream.script(stream([b"retry: 5\nid: 1\nevent: x\n" + event(chunk("Hi [NAME")), b"id: 2\n\n",
                                    b": ping\n\n", event(chunk("_1]")), chunk(finish="stop")]))
    _, events = sse(gateway, model)
    assert all(event.event == "message" and not event.id and event.retry is None for event in events)
    assert events[-1].data == "[DONE]"
    assert all(event.data for event in events)


def test_nothing_behind_done(gateway, upstream):
    model = upstream.script(stream([chunk("Hi"), chunk(finish="stop"), b"data: [DONE]\n\n", chunk("more")]))
    _, events = sse(gateway, model)
    assert [event.data for event in events].index("[DONE]") == len(events) - 1


def test_done_without_its_blank_line_is_an_end_all_the_same(gateway, upstream):
    model = upstream.script(stream([chunk("Hi"), chunk(finish="stop"), b"data: [DONE]"], done=False))
    _, events = sse(gateway, model)
    assert events[-1].data == "[DONE]"


def test_one_event_one_write(gateway, upstream):
    """A sample that splits each network read at line ends dies of an event in two reads."""
    model = upstream.script(say(*[f"word{number} " for number in range(50)]))
    with httpx.Client(timeout=30, trust_env=False) as client:
        with client.stream("POST", f"{gateway.base}/chat/completions", json={"model": model, **BODY}) as response:
            for part in response.iter_raw():
                assert part.startswith(b"data: ") and part.endswith(b"\n\n"), part
