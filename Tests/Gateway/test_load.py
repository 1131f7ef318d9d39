"""Many callers at once, and many open streams. `VEIL_LOAD=long` runs the long version and says what it measured."""

import asyncio
import json
import os
import time

import pytest

import load
from gateway import Gateway, eventually, provider, settings
from upstream import Gate, chunk, event, stream

LONG = os.environ.get("VEIL_LOAD") == "long"
CALLERS, SECONDS, STREAMS = (32, 60, 1000) if LONG else (16, 8, 200)


@pytest.fixture(scope="module")
def loaded():
    process, port = load.start_provider()
    gateway = Gateway(settings(f"http://127.0.0.1:{port}/v1", limits={"connections": 4096}))
    yield gateway
    gateway.stop()
    process.terminate()
    process.wait()


@pytest.mark.timeout(180)
def test_every_answer_is_the_callers_own(loaded, capsys):
    warm = load.Load()
    asyncio.run(warm.run(loaded.port, CALLERS, 1))
    before = loaded.memory()
    run = load.Load()
    asyncio.run(run.run(loaded.port, CALLERS, SECONDS))
    after = loaded.memory()
    with capsys.disabled():
        print(f"\n{CALLERS} connections: {run}; RSS {before >> 10} -> {after >> 10} MiB")
    assert not warm.failures and not run.failures
    assert len(run.times) > 10 * CALLERS
    assert after - before < 64 << 10, "memory grows with the number of requests"


def test_the_provider_is_killed_and_comes_back():
    """Meanwhile answers are right, or errors; never cut and called whole."""
    process, port = load.start_provider()
    gateway = Gateway(settings(f"http://127.0.0.1:{port}/v1"))
    try:
        run = load.Load()

        async def kill():
            await asyncio.sleep(1)
            process.kill()
            process.wait()

        async def both():
            await asyncio.gather(run.run(gateway.port, CALLERS, 2), kill())

        asyncio.run(both())
        assert run.failures and len(run.failures) < len(run.times)
        assert {(status, said if status == 200 else None) for status, said in run.failures} <= {
            (502, None), (503, None), (504, None), (200, "an error")}
        process, _ = load.start_provider(port)
        after = load.Load()
        asyncio.run(after.run(gateway.port, CALLERS, 1))
        assert after.times and not after.failures
    finally:
        gateway.stop()
        process.kill()
        process.wait()


@pytest.mark.timeout(180)
def test_open_streams_need_bounded_memory(gateways, upstream, capsys):
    patient = provider("test", upstream.url, connections=4096,
                       timeouts={"connect": "10s", "first_byte": "60s", "idle": "60s"})
    gateway = gateways(upstreams=[patient], limits={"connections": 4096, "requests": 4096})
    gate = Gate()
    model = upstream.script(stream(
        [chunk("Dear [NAME_1], so [NA"), gate, chunk("ME_1] [EMAIL_1]"), chunk(finish="stop")]))

    async def one(number, opened):
        name, mail = load.NAMES[number % len(load.NAMES)], f"person.{number}@example.com"
        reader, writer = await asyncio.open_connection("127.0.0.1", gateway.port)
        body = json.dumps({"model": model, "stream": True, "messages": [
            {"role": "user", "content": f"My name is {name}, my mail is {mail}."}]}).encode()
        writer.write(b"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                     b"content-length: %d\r\n\r\n%b" % (len(body), body))
        seen = b""
        while b"Dear" not in seen:
            piece = await reader.read(4096)
            seen += piece
            assert piece and seen.startswith(b"HTTP/1.1 200"), seen
        opened.append(number)
        while b"[DONE]" not in seen:
            piece = await reader.read(4096)
            assert piece, seen
            seen += piece
        writer.close()
        text = "".join(json.loads(line[6:])["choices"][0]["delta"].get("content") or ""
                       for line in seen.decode().splitlines() if line.startswith("data: {"))
        return text == f"Dear {name}, so {name} {mail}"

    async def run():
        opened = []
        before = gateway.memory()
        tasks = [asyncio.ensure_future(one(number, opened)) for number in range(STREAMS)]
        start = time.monotonic()
        while len(opened) < STREAMS and time.monotonic() - start < 100 and not any(task.done() for task in tasks):
            await asyncio.sleep(0.02)
        held = gateway.memory()
        gate.open()
        answers = await asyncio.gather(*tasks)
        return before, held, answers, len(opened)

    before, held, answers, opened = asyncio.run(run())
    with capsys.disabled():
        print(f"\n{STREAMS} open streams: RSS {before >> 10} -> {held >> 10} MiB")
    assert opened == STREAMS and all(answers)
    assert held - before < STREAMS * 100 + (16 << 10), "more than 100 KiB for an open stream"
    assert gateway.process.poll() is None


@pytest.mark.timeout(60)
def test_a_long_stream_needs_bounded_memory(gateway, client, upstream):
    """32 MB of text in one stream, and placeholders in it."""
    events = [event(chunk("Dear [NAME_1], " + "word " * 1600)) for _ in range(4000)]
    model = upstream.script(stream([*events, chunk(finish="stop")]))
    before = gateway.memory()
    response = client.begin("POST", "/v1/chat/completions", {
        "model": model, "stream": True, "messages": [{"role": "user", "content": "My name is Jane Roe."}]})
    total, found, peak = 0, 0, before
    while piece := response.read1(1 << 16):
        total += len(piece)
        found += piece.count(b"Jane Roe")
        if total % 7 == 0:
            peak = max(peak, gateway.memory())
    assert total > 32_000_000 and found >= 3990
    assert peak - before < 32 << 10
    assert eventually(lambda: upstream.last().answered.is_set())
