"""HTTP as it may come: slowly, in one go, with expectations; and what is none."""

import json
import socket

import pytest

from plain import Client

QUESTION = "My name is Jane Roe."


def request(body, *more):
    head = ["POST /v1/chat/completions HTTP/1.1", "host: localhost", "content-type: application/json", *more]
    if not any(line.startswith("transfer-encoding") for line in more):
        head.append(f"content-length: {len(body)}")
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def body(text=QUESTION, **more):
    return json.dumps({"model": "m", "messages": [{"role": "user", "content": text}], **more}).encode()


def connect(gateway):
    return socket.create_connection(("127.0.0.1", gateway.port), 10)


def read_until(sock, count, what=b"HTTP/1.1 200"):
    seen = b""
    while seen.count(what) < count or not seen.rstrip().endswith(b"}"):
        piece = sock.recv(65536)
        assert piece, seen
        seen += piece
    return seen


def test_byte_by_byte(gateway):
    with connect(gateway) as sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in request(body()):
            sock.sendall(bytes([byte]))
        assert QUESTION.encode() in read_until(sock, 1)


def test_in_chunks(gateway):
    data = body()
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(data[at:at + 9]), data[at:at + 9]) for at in range(0, len(data), 9))
    with connect(gateway) as sock:
        sock.sendall(request(chunks + b"0\r\n\r\n", "transfer-encoding: chunked"))
        assert QUESTION.encode() in read_until(sock, 1)


def test_several_requests_in_one_go(gateway):
    with connect(gateway) as sock:
        sock.sendall(b"".join(request(body(f"My name is Jane Roe, {number}.")) for number in range(5)))
        seen = read_until(sock, 5)
        places = [seen.index(f"Jane Roe, {number}.".encode()) for number in range(5)]
        assert places == sorted(places)


def test_a_client_that_asks_before_it_sends(gateway):
    """curl does so with bodies of a megabyte, and waits a second for the word."""
    data = request(body(), "expect: 100-continue")
    head = data[:data.index(b"\r\n\r\n") + 4]
    with connect(gateway) as sock:
        sock.settimeout(5)
        sock.sendall(head)
        assert sock.recv(65536).startswith(b"HTTP/1.1 100 ")
        sock.sendall(data[len(head):])
        assert QUESTION.encode() in read_until(sock, 1)


@pytest.mark.parametrize("data", [
    b"\r\n\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET",
    b"POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!",
    b"GET / HTTP/1.1\r\nhost: localhost\r\nx: " + b"a" * 500_000], ids=[
        "nothing", "no_target", "tls", "http_2", "two_lengths_of_two_kinds", "two_lengths", "endless_header"])
def test_what_is_no_http_breaks_nothing(data, gateway, upstream):
    with connect(gateway) as sock:
        try:
            sock.sendall(data)
            sock.shutdown(socket.SHUT_WR)
            while sock.recv(65536):
                pass
        except OSError:
            pass
    assert not upstream.received
    client = Client(gateway.port)
    assert client.ask(QUESTION).content == QUESTION
    client.close()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_its_own_names(host, gateway):
    client = Client(gateway.port)
    assert client.get("/health/live", {"host": f"{host}:{gateway.port}"}).status == 200
    client.close()


def test_another_name_is_not_answered(gateway, upstream):
    """Without keys, a page elsewhere could make its own name mean this machine and ask from a browser."""
    client = Client(gateway.port)
    reply = client.ask(QUESTION, headers={"host": "evil.example.com"})
    assert reply.status == 403 and not upstream.received
    client.close()


def test_a_page_elsewhere_is_not_answered(gateway, upstream):
    client = Client(gateway.port)
    reply = client.ask(QUESTION, headers={"origin": "https://evil.example.com"})
    assert reply.status == 403 and not upstream.received
    client.close()


def test_an_answer_to_two_that_ask_the_same_at_once(gateway):
    """Two connections, bodies sent in turns."""
    data = request(body())
    with connect(gateway) as first, connect(gateway) as second:
        for at in range(0, len(data), 20):
            first.sendall(data[at:at + 20])
            second.sendall(data[at:at + 20])
        assert QUESTION.encode() in read_until(first, 1) and QUESTION.encode() in read_until(second, 1)
