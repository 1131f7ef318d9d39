"""What goes wrong behind the gateway: errors of the provider, and streams that break, stall or hold rubbish."""

import json
import socket
import time

import pytest

from gateway import eventually, provider
from plain import Live
from test_validation import check
from upstream import (
    DONE, FIN, RESET, STALL, Gate, Raw, Reply, answer, chunk, compact, event, failure, say, stream, usage_chunk)

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."


@pytest.fixture
def hasty(gateways, upstream):
    """A gateway that does not wait long."""
    return gateways(upstreams=[provider(
        "test", upstream.url, timeouts={"connect": "5s", "first_byte": "1500ms", "idle": "1500ms"})])


class TestErrorsOfTheProvider:
    @pytest.mark.parametrize("status", [400, 404, 409, 413, 418, 422, 429, 500, 502, 503, 529])
    def test_status_stays(self, status, client, upstream):
        reply = client.ask(QUESTION, upstream.script(failure(status, "No.")))
        assert reply.status == status
        assert reply.json["error"]["message"] == "No."

    @pytest.mark.parametrize("status", [401, 403])
    def test_what_is_said_of_the_key_stays_here(self, status, client, upstream):
        reply = client.ask(QUESTION, upstream.script(failure(status, "Wrong key sk-12…")))
        check(reply, status)
        assert "sk-12" not in reply.text

    def test_placeholders_in_it_are_restored(self, client, upstream):
        reply = client.ask(QUESTION, upstream.script(failure(400, "Bad mail [EMAIL_1] of [NAME_1], not [NAME_7]")))
        assert reply.json["error"]["message"] == "Bad mail jane.roe@example.com of Jane Roe, not [NAME_7]"

    def test_values_with_quotes_in_it(self, client, upstream):
        name = 'Zoë "Zed" O\'Brien \\ Sons\nLtd'
        reply = client.ask(f"I am {name}.", upstream.script(failure(400, "No [NAME_1]!")), headers={
            "X-Pii-Mapping": json.dumps({"[NAME_1]": name})})
        assert reply.json["error"]["message"] == f"No {name}!"

    @pytest.mark.parametrize("form", ["html", "text", "empty", "json_array", "broken_json", "detail"])
    def test_its_body_may_be_anything(self, form, client, upstream):
        body, type = {
            "html": (b"<html><h1>Bad [NAME_1]</h1></html>", "text/html"), "text": (b"Bad [NAME_1]", "text/plain"),
            "empty": (b"", "text/plain"), "json_array": (b'["[NAME_1]"]', "application/json"),
            "broken_json": (b'{"error": "[NAME_1]', "application/json"),
            "detail": (b'{"detail":[{"loc":["body"],"msg":"Bad [NAME_1]","type":"x","input":"[NAME_1]"}]}',
                       "application/json")}[form]
        reply = client.ask(QUESTION, upstream.script(Reply([body], 500, type=type, framing="length")))
        assert reply.status in (500, 502), reply
        assert "[NAME_1]" not in reply.text
        assert isinstance(reply.json["error"]["message"], str)

    def test_headers_of_limits_stay(self, client, upstream):
        headers = {
            "x-ratelimit-limit-requests": "60", "x-ratelimit-limit-tokens": "150000",
            "x-ratelimit-remaining-requests": "0", "x-ratelimit-remaining-tokens": "-1",
            "x-ratelimit-reset-requests": "12ms", "x-ratelimit-reset-tokens": "6m0s", "retry-after": "7",
            "retry-after-ms": "7000", "x-should-retry": "false", "x-request-id": "req-1", "openai-processing-ms": "3",
            "openai-version": "2020-10-01"}
        for reply in (failure(429, "slow down", headers), answer("Hi", headers=headers)):
            seen = client.ask(QUESTION, upstream.script(reply)).headers
            assert {name: seen.get(name) for name in headers} == headers

    def test_headers_of_limits_stay_with_streams(self, client, upstream):
        reply = say("Hi")
        reply.headers["x-ratelimit-remaining-requests"] = "59"
        assert client.ask(QUESTION, upstream.script(reply), stream=True).headers[
            "x-ratelimit-remaining-requests"] == "59"

    def test_other_headers_do_not_come_through(self, client, upstream):
        headers = {"set-cookie": "a=b", "server": "x", "access-control-allow-origin": "*", "location": "http://x/",
                   "x-internal": "1"}
        seen = client.ask(QUESTION, upstream.script(answer("Hi", headers=headers))).headers
        assert "set-cookie" not in seen and "x-internal" not in seen and "location" not in seen
        assert seen.get("access-control-allow-origin") != "*" and seen.get("server") != "x"

    def test_an_error_for_a_stream(self, client, upstream):
        reply = client.ask(QUESTION, upstream.script(failure(400, "No, [NAME_1]")), stream=True)
        assert reply.status == 400
        assert reply.json["error"]["message"] == "No, Jane Roe"

    def test_an_error_with_status_200(self, client, upstream):
        body = compact({"error": {"message": "No, [NAME_1]", "type": "x", "param": None, "code": None}}).encode()
        reply = client.ask(QUESTION, upstream.script(Reply([body])))
        assert reply.json["error"]["message"] == "No, Jane Roe"

    def test_a_redirect_is_not_followed(self, client, upstream):
        """The request, or the key, would go where nobody meant it to."""
        script = upstream.script(Reply([b""], 307, {"location": upstream.url + "/elsewhere"}, framing="length"))
        reply = client.ask(QUESTION, script)
        assert reply.status >= 300 and reply.status != 307
        assert len(upstream.requests) == 1


class TestUnreachable:
    def test_nobody_listens(self, gateways, clients):
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            port = sock.getsockname()[1]
        reply = clients(gateways(upstreams=[provider("dead", f"http://127.0.0.1:{port}/v1")])).ask(QUESTION)
        check(reply, 502)

    def test_no_such_host(self, gateways, clients):
        reply = clients(gateways(upstreams=[provider("dead", "http://no-such-host.invalid/v1")])).ask(QUESTION)
        check(reply, 502)
        assert "no-such-host" not in reply.text

    @pytest.mark.parametrize("stream", [False, True])
    def test_no_first_byte(self, stream, hasty, clients, upstream):
        script = upstream.script(Raw([STALL]))
        check(clients(hasty).ask(QUESTION, script, stream=stream), 504)
        assert upstream.last().closed.wait(20)

    @pytest.mark.parametrize("end", [RESET, FIN], ids=["reset", "closed"])
    def test_ends_without_a_word(self, end, client, upstream):
        check(client.ask(QUESTION, upstream.script(Raw([end]))), 502)

    @pytest.mark.parametrize("rubbish", [b"hello\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\x16\x03\x01\x00\x00" * 20])
    def test_no_http(self, rubbish, client, upstream):
        check(client.ask(QUESTION, upstream.script(Raw([rubbish, FIN]))), 502)

    def test_unknown_model(self, gateways, clients, upstream):
        only = gateways(upstreams=[provider("test", upstream.url, models=["known-*"])])
        check(clients(only).ask(QUESTION, "other"), 404)
        assert not upstream.received
        assert clients(only).ask(QUESTION, "known-1").status == 200


class TestWholeAnswers:
    @pytest.mark.parametrize("form", ["rubbish", "array", "truncated", "stalled", "html", "too_long_for_its_length"])
    def test_what_cannot_be_read_is_502(self, form, hasty, clients, upstream):
        whole = answer("Dear [NAME_1].").steps[0]
        reply = {
            "rubbish": Reply([b"oops [NAME_1]"]), "array": Reply([b"[1]"]), "truncated": Reply([whole[:40], FIN]),
            "stalled": Reply([whole[:40], STALL]), "html": Reply([b"<html>[NAME_1]</html>"], type="text/html"),
            "too_long_for_its_length": Raw([b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                                            b"content-length: 9999\r\n\r\n" + whole, FIN])}[form]
        seen = clients(hasty).ask(QUESTION, upstream.script(reply))
        assert seen.status in (502, 504), seen
        assert "[NAME_1]" not in seen.text and "Jane" not in seen.text
        check(seen, seen.status)

    def test_too_large(self, gateways, clients, upstream):
        small = gateways(limits={"answer": "64 KiB"})
        check(clients(small).ask(QUESTION, upstream.script(answer("x" * 200_000))), 502)

    def test_compressed_though_not_asked_for(self, client, upstream):
        import gzip

        body = gzip.compress(answer("Dear [NAME_1].").steps[0])
        reply = client.ask(QUESTION, upstream.script(Reply([body], headers={"content-encoding": "gzip"})))
        assert reply.status == 502 or reply.content == "Dear Jane Roe."


HEAD = [chunk("", role="assistant"), chunk("Dear [NAME_1], "), chunk("so [NAM")]


class TestBrokenStreams:
    """The client sees an error, and before it all that was said; never a clean end."""

    def ask(self, gateway, clients, upstream, *tail, question=QUESTION):
        script = upstream.script(stream([*HEAD, *tail], done=False))
        reply = clients(gateway).ask(question, script, stream=True)
        assert reply.status == 200
        said = reply.said
        assert said["error"]["message"] and set(said["error"]) == {"message", "type", "param", "code"}
        assert not said["done"] and "0.finish" not in said
        assert said["0.content"].startswith("Dear Jane Roe, so [NAM")
        return said

    @pytest.mark.parametrize("end", [RESET, FIN], ids=["reset", "closed"])
    def test_lost(self, end, gateway, clients, upstream):
        # What was not read yet when a connection is reset is lost, so that it shall have been.
        self.ask(gateway, clients, upstream, 0.2, end)

    def test_ends_in_good_order_but_too_early(self, gateway, clients, upstream):
        self.ask(gateway, clients, upstream)

    def test_cut_inside_an_event(self, gateway, clients, upstream):
        self.ask(gateway, clients, upstream, event(chunk("and more"))[:40])

    def test_stalled(self, hasty, clients, upstream):
        said = self.ask(hasty, clients, upstream, STALL)
        assert upstream.last().closed.wait(20)
        assert "Jane" not in said["error"]["message"]

    @pytest.mark.parametrize("rubbish", [
        b"data: {oops\n\n", b"data: oops [NAME_1]\n\n", b"data: 5\n\n", b"data: [1]\n\n", b"data: null\n\n",
        b'data: {"choices": 5}\n\n', b'data: {"choices": [5]}\n\n', b'data: {"detail": "oops"}\n\n',
        b"data: \xff\xfe\n\n",
        b'data: {"choices":[{"index":"x","delta":{"content":"x"}}]}\n\n'],
        ids=["half_json", "text", "number", "array", "null", "choices_number", "choice_number", "detail",
             "no_utf_8", "index_word"])
    def test_rubbish(self, rubbish, gateway, clients, upstream):
        said = self.ask(gateway, clients, upstream, rubbish, event(chunk("more")), event(chunk(finish="stop")), DONE)
        assert "oops" not in said["error"]["message"] or rubbish.startswith(b'data: {"detail"')

    def test_an_endless_event(self, gateways, clients, upstream):
        small = gateways(limits={"event": "64 KiB"})
        self.ask(small, clients, upstream, *[b"data: " + b"x" * 60_000, b"y" * 60_000])

    def test_an_error_event_is_restored_and_ends_it(self, gateway, clients, upstream):
        failed = event({"error": {"message": "no [NAME_1]", "type": "server_error", "param": None, "code": "c"}})
        said = self.ask(gateway, clients, upstream, failed, event(chunk("more")), DONE)
        assert said["error"] == {"message": "no Jane Roe", "type": "server_error", "param": None, "code": "c"}

    def test_too_many_lanes(self, gateways, clients, upstream):
        few = gateways(limits={"lanes": 8})
        events = [event(chunk(f"[NAME_1] {index}", index)) for index in range(100)]
        self.ask(few, clients, upstream, *events)

    def test_finished_but_without_done(self, client, upstream):
        """All choices are finished: this is an end."""
        script = upstream.script(stream([*HEAD, chunk("E_1]"), chunk(finish="stop"), usage_chunk()], done=False))
        said = client.ask(QUESTION, script, stream=True).said
        assert said["0.content"] == "Dear Jane Roe, so Jane Roe" and said["done"] and "error" not in said

    def test_one_of_two_choices_is_not_finished(self, client, upstream):
        script = upstream.script(stream([*HEAD, chunk("x", 1), chunk(index=1, finish="stop")], done=False))
        assert "error" in client.ask(QUESTION, script, stream=True).said

    def test_a_stream_where_none_was_asked_for(self, client, upstream):
        reply = client.ask(QUESTION, upstream.script(say("Dear [NAME_1]")))
        assert reply.status == 502 or "Jane Roe" in reply.text

    def test_a_whole_answer_where_a_stream_was_asked_for(self, client, upstream):
        """Some providers ignore `stream`."""
        reply = client.ask(QUESTION, upstream.script(answer("Dear [NAME_1]")), stream=True)
        assert "[NAME_1]" not in reply.text
        assert reply.status == 502 or "Jane Roe" in reply.text


class TestClientsThatGoAway:
    def test_in_a_stream(self, gateway, clients, upstream):
        script = upstream.script(stream([*HEAD, STALL], done=False))
        client = clients(gateway)
        body = {"model": script, "stream": True, "messages": [{"role": "user", "content": QUESTION}]}
        live = Live(client.begin("POST", "/v1/chat/completions", body))
        live.until(lambda said: "Jane Roe" in said.get("0.content", ""))
        client.close()
        live.response.close()
        assert upstream.last().closed.wait(20), "the request to the provider goes on"

    def test_before_the_first_byte(self, gateway, upstream):
        script = upstream.script(Raw([STALL]))
        body = json.dumps({"model": script, "messages": [{"role": "user", "content": QUESTION}]}).encode()
        with socket.create_connection(("127.0.0.1", gateway.port)) as sock:
            sock.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                         b"content-length: %d\r\n\r\n%b" % (len(body), body))
            assert eventually(lambda: upstream.requests)
        assert upstream.last().closed.wait(20), "the request to the provider goes on"

    def test_one_that_reads_slowly_makes_the_provider_wait(self, gateway, upstream):
        """What is not read is not gathered without end."""
        events = [event(chunk("x" * 8000)) for _ in range(2000)]  # 16 MB
        script = upstream.script(stream([*events, chunk(finish="stop")]))
        body = json.dumps({"model": script, "stream": True, "messages": [{"role": "user", "content": QUESTION}]})
        before = gateway.memory()
        with socket.socket() as sock:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            sock.connect(("127.0.0.1", gateway.port))
            sock.sendall(f"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                         f"content-length: {len(body)}\r\n\r\n{body}".encode())
            assert eventually(lambda: upstream.requests)
            time.sleep(1)
            assert not upstream.last().answered.is_set(), "all of it was taken though nobody read"
            assert gateway.memory() - before < 12 << 10
        assert upstream.last().closed.wait(20)


def test_no_connection_to_the_provider_left(gateways, clients, upstream):
    """Who waits too long for one is told so."""
    gateway = gateways(upstreams=[provider(
        "test", upstream.url, connections=1, timeouts={"connect": "500ms", "first_byte": "30s", "idle": "30s"})])
    gate = Gate()
    script = upstream.script(stream([*HEAD, gate, chunk("E_1]"), chunk(finish="stop")]))
    first = clients(gateway)
    live = Live(first.begin("POST", "/v1/chat/completions", {
        "model": script, "stream": True, "messages": [{"role": "user", "content": QUESTION}]}))
    live.until(lambda said: "Jane Roe" in said.get("0.content", ""))
    check(clients(gateway).ask(QUESTION), 503)
    gate.open()
    assert live.until(lambda said: said["done"])["0.content"] == "Dear Jane Roe, so Jane Roe"
    assert clients(gateway).ask(QUESTION).status == 200


class TestRetries:
    @pytest.fixture
    def patient(self, gateways, upstream):
        return gateways(upstreams=[provider("test", upstream.url, retries=2)])

    @pytest.mark.parametrize("status", [502, 503, 504])
    def test_tried_again(self, status, patient, clients, upstream):
        tries = []

        def reply(request):
            tries.append(request)
            return failure(status, "busy") if len(tries) < 3 else answer("Dear [NAME_1].")

        assert clients(patient).ask(QUESTION, upstream.script(reply)).content == "Dear Jane Roe."
        assert len(tries) == 3 and len({request.body for request in tries}) == 1

    @pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
    def test_not_tried_again(self, status, patient, clients, upstream):
        script = upstream.script(failure(status, "no"))
        assert clients(patient).ask(QUESTION, script).status == status
        assert len(upstream.of(script)) == 1

    def test_never_behind_the_first_byte(self, patient, clients, upstream):
        script = upstream.script(stream([*HEAD, RESET], done=False))
        assert "error" in clients(patient).ask(QUESTION, script, stream=True).said
        assert len(upstream.of(script)) == 1

    def test_in_the_end_it_is_told(self, patient, clients, upstream):
        script = upstream.script(failure(503, "busy"))
        assert clients(patient).ask(QUESTION, script).status == 503
        assert len(upstream.of(script)) == 3


def test_keep_alive_comments(gateways, clients, upstream):
    """A silent provider, and a proxy in between that hangs up on silent streams."""
    gate = Gate()
    script = upstream.script(stream([*HEAD, gate, event(chunk("E_1]")), event(chunk(finish="stop")), DONE], done=False))
    client = clients(gateways(limits={"keep_alive": "1s"}))
    body = {"model": script, "stream": True, "messages": [{"role": "user", "content": QUESTION}]}
    live = Live(client.begin("POST", "/v1/chat/completions", body))
    while b"\n\n:" not in live.body:
        piece = live.response.read1(65536)
        assert piece, "the stream ended"
        live.body += piece
    gate.open()
    said = live.until(lambda said: said["done"])
    assert said["0.content"] == "Dear Jane Roe, so Jane Roe"
