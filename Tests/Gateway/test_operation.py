"""Starting, reloading and stopping."""


import re

import pytest

from gateway import Gateway, eventually, provider, settings
from plain import Client, Live
from upstream import Gate, answer, chunk, stream

QUESTION = "My name is Jane Roe."


@pytest.fixture
def own(upstream):
    """A gateway of one's own, which may be stopped."""
    started = []

    def start(**changes):
        started.append(Gateway(settings(upstream, **changes)))
        return started[-1]

    yield start
    for gateway in started:
        gateway.stop()


def held(gateway, upstream):
    """A stream in its middle, and the gate behind which it goes on."""
    gate = Gate()
    model = upstream.script(stream([chunk("Dear [NAME_1], so [NA"), gate, chunk("ME_1]"), chunk(finish="stop")]))
    client = Client(gateway.port)
    live = Live(client.begin("POST", "/v1/chat/completions", {
        "model": model, "stream": True, "messages": [{"role": "user", "content": QUESTION}]}))
    live.until(lambda said: "Jane Roe" in said.get("0.content", ""))
    return live, gate


def test_stopping_lets_streams_end(own, upstream):
    gateway = own()
    live, gate = held(gateway, upstream)
    gateway.terminate()

    def is_closed():
        client = Client(gateway.port, timeout=2)
        try:
            status = client.get("/health/ready").status
            return status == 503
        except OSError:
            return True
        finally:
            client.close()

    assert eventually(is_closed), "new connections are still taken"
    gate.open()
    said = live.until(lambda said: said["done"])
    assert said["0.content"] == "Dear Jane Roe, so Jane Roe" and said["done"]
    assert gateway.process.wait(10) == 0


def test_stopping_does_not_wait_for_ever(own, upstream):
    gateway = own(limits={"shutdown": "1s"})
    held(gateway, upstream)
    gateway.terminate()
    assert gateway.process.wait(10) is not None


def test_stopping_without_anything_to_do(own):
    gateway = own()
    client = Client(gateway.port)
    assert client.ask("Hello").status == 200  # and its connection stays open
    gateway.terminate()
    assert gateway.process.wait(10) == 0


def test_reloading_keeps_streams(own, upstream):
    gateway = own()
    live, gate = held(gateway, upstream)
    client = Client(gateway.port)
    assert client.ask(QUESTION).content == QUESTION
    gateway.configure(settings(
        upstream, answers={"restore": False}, listen={"host": "127.0.0.1", "port": gateway.port}))
    gateway.hang_up()
    assert eventually(lambda: client.ask(QUESTION).content == "My name is [NAME_1].")
    gate.open()
    assert live.until(lambda said: said["done"])["0.content"] == "Dear Jane Roe, so Jane Roe"


def test_a_broken_configuration_is_not_taken(own, upstream):
    gateway = own()
    client = Client(gateway.port)
    before = len(gateway.log)
    gateway.file.write_text("upstreams: [{name: 5\nanswers: {restore: perhaps}\n")
    gateway.hang_up()
    assert eventually(lambda: any("error" in line.lower() for line in gateway.log[before:]))
    assert client.ask(QUESTION).content == QUESTION


def test_a_mistake_in_the_configuration_names_its_place(upstream):
    configuration = settings(upstream)
    configuration["limts"] = {"body": "1 MB"}
    with pytest.raises(RuntimeError) as caught:
        Gateway(configuration)
    assert re.search(r"veil\.yaml:\d+:\d+: unknown key", str(caught.value))


def test_the_echo_model(own):
    gateway = own(upstreams=[{"name": "echo", "url": "echo"}])
    client = Client(gateway.port)
    assert client.ask(QUESTION, "echo").content.endswith(QUESTION)
    assert QUESTION in client.ask(QUESTION, "echo", stream=True).said["0.content"]


def test_too_many_connections_do_not_break_it(own, upstream):
    import socket

    gateway = own(limits={"connections": 20})
    opened = [socket.create_connection(("127.0.0.1", gateway.port), 5) for _ in range(40)]
    for sock in opened:
        sock.close()
    client = Client(gateway.port)
    assert eventually(lambda: client.ask(QUESTION).content == QUESTION)


def test_too_many_requests_at_once_are_503(own, upstream):
    gateway = own(limits={"requests": 2})
    lives = [held(gateway, upstream) for _ in range(2)]
    client = Client(gateway.port)
    reply = client.ask(QUESTION)
    assert reply.status == 503 and "retry-after" in reply.headers
    for live, gate in lives:
        gate.open()
        assert live.until(lambda said: said["done"])["done"]
    assert eventually(lambda: client.ask(QUESTION).status == 200)


def test_several_upstreams_by_model(own, upstream):
    from upstream import Upstream

    other = Upstream(lambda request: answer("of the other"))
    try:
        client = Client(own(upstreams=[
            provider("other", other.url, models=["other-*", "special"]), provider("test", upstream.url)]).port)
        assert client.ask("Hello", "other-1").content == "of the other"
        assert client.ask("Hello", "special").content == "of the other"
        assert client.ask("Hello", "else").content == "Hello"
    finally:
        other.stop()


def test_a_client_that_says_nothing_does_not_hold_up_the_others(own):
    import socket

    gateway = own()
    silent = [socket.create_connection(("127.0.0.1", gateway.port), 5) for _ in range(50)]
    for sock in silent:
        sock.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{")
    client = Client(gateway.port)
    assert client.ask(QUESTION).content == QUESTION
    for sock in silent:
        sock.close()
