"""Mistakes in requests: each a 422 that names the place, for both families of clients, and that quotes nothing."""

import json

import pytest

from gateway import FIXTURES

ROWS = json.loads((FIXTURES / "validation.json").read_text())
PATHS = ["/v1/chat/completions", "/api/v1/chat/completions", "/api-proxy/v1/chat/completions"]
LEGACY_PATHS = ["/v1/completions", "/api/v1/completions", "/api/v1/compatibility/openai/v1/completions"]
MESSAGES = [{"role": "user", "content": "I am Jane Roe."}]


def check(reply, status=422):
    """Both shapes, and no text of the request."""
    assert reply.status == status, reply
    assert reply.headers["content-type"].startswith("application/json")
    body = reply.json
    assert set(body) == {"detail", "error"}
    error = body["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert isinstance(error["message"], str) and error["message"] and isinstance(error["type"], str)
    assert "Jane" not in reply.text and "Roe" not in reply.text
    if status == 422:
        assert body["detail"]
        for item in body["detail"]:
            assert {"type", "loc", "msg"} <= set(item) <= {"type", "loc", "msg", "ctx"}
    return body


def facts(body):
    return [{"type": item["type"], "loc": item["loc"], "msg": item["msg"]} for item in body["detail"]]


@pytest.mark.parametrize("row", ROWS, ids=[row["mistake"].replace(" ", "_") for row in ROWS])
def test_mistake(row, client, upstream):
    reply = client.post(row.get("path", PATHS[0]), row.get("raw", row.get("body")), row.get("headers"))
    body = check(reply)
    assert sorted(facts(body), key=str) == sorted(row["detail"], key=str)
    assert not upstream.received


class TestUnions:
    """Where a field may be of several types, each that it is not is named."""

    def test_content(self, client):
        body = check(client.chat({"model": "m", "messages": [{"role": "user", "content": 5}]}))
        found = facts(body)
        assert {item["type"] for item in found} == {"string_type", "list_type"}
        assert all(item["loc"][:4] == ["body", "messages", 0, "content"] and len(item["loc"]) == 5 for item in found)

    def test_stop(self, client):
        body = check(client.ask("Hello", stop=5))
        assert [(item["type"], item["loc"]) for item in facts(body)] == [
            ("string_type", ["body", "stop", "str"]), ("list_type", ["body", "stop", "list[str]"])]

    def test_prompt(self, client):
        body = check(client.post("/v1/completions", {"model": "m", "prompt": 5}))
        assert [item["loc"] for item in facts(body)] == [
            ["body", "prompt", kind] for kind in ("str", "list[str]", "list[int]", "list[list[int]]")]

    def test_content_part(self, client):
        parts = [{"type": "video", "video": "Jane Roe"}]
        body = check(client.chat({"model": "m", "messages": [{"role": "user", "content": parts}]}))
        assert facts(body)[0]["type"] == "union_tag_invalid"


class TestAccepted:
    """Spellings that count as the right type."""

    @pytest.mark.parametrize("changes", [
        {"temperature": "0.5"}, {"temperature": True}, {"n": "1"}, {"n": 1.0}, {"stream": "no"}, {"stream": 0},
        {"stream": "OFF"}, {"max_tokens": None}, {"temperature": None}, {"stop": None}, {"tools": []}])
    def test_value(self, changes, client):
        assert client.ask("Hello", **changes).status == 200

    @pytest.mark.parametrize("value", ["true", "FALSE", "1", "0", "on", "Off", "t", "F", "y", "N", "yes", "No"])
    def test_boolean_header(self, value, client):
        assert client.ask("Hello", headers={"X-Apply-Pii-Pseudonymization": value}).status == 200

    @pytest.mark.parametrize("type", ["application/json", "application/json; charset=utf-8", "application/x+json",
                                      "APPLICATION/JSON"])
    def test_content_type(self, type, client):
        assert client.ask("Hello", headers={"content-type": type}).status == 200

    def test_byte_order_mark(self, client):
        body = b"\xef\xbb\xbf" + json.dumps({"model": "m", "messages": MESSAGES}).encode()
        assert client.post(PATHS[0], body).status == 200

    def test_input_as_text(self, client, upstream):
        reply = client.post(PATHS[2], {"input": "I am Jane Roe."}, {"X-Model": "m"})
        assert reply.status == 200 and reply.content == "I am Jane Roe."
        assert upstream.last().json["messages"][-1] == {"role": "user", "content": "I am [NAME_1]."}

    def test_input_as_messages(self, client):
        reply = client.post(PATHS[2], {"input": MESSAGES}, {"X-Model": "m"})
        assert reply.status == 200 and reply.content == "I am Jane Roe."

    @pytest.mark.parametrize("path", PATHS)
    def test_every_chat_path(self, path, client):
        reply = client.post(path, {"model": "m", "messages": MESSAGES})
        assert reply.status == 200 and reply.content == "I am Jane Roe."

    @pytest.mark.parametrize("path", LEGACY_PATHS)
    def test_every_legacy_path(self, path, client):
        reply = client.post(path, {"model": "m", "prompt": "I am Jane Roe."})
        assert reply.status == 200 and reply.json["choices"][0]["text"] == "I am Jane Roe."


class TestRefused:
    """What cannot be understood is not forwarded."""

    @pytest.mark.parametrize("body", [
        b'{"model":"m","messages":[{"role":"user","content":"Jane Roe \xff"}]}', b"\xff\xfe", b"\xed\xa0\x80",
        '{"Jane Roe"'.encode("utf-16")])
    def test_invalid_utf_8(self, body, client, upstream):
        answer = check(client.post(PATHS[0], body), 400)
        assert answer["detail"] == "There was an error parsing the body"
        assert not upstream.received

    @pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, gzip"])
    def test_compressed_body(self, encoding, client, upstream):
        import gzip

        body = gzip.compress(json.dumps({"model": "m", "messages": MESSAGES}).encode())
        check(client.post(PATHS[0], body, {"content-encoding": encoding}), 415)
        assert not upstream.received

    def test_identity_body(self, client):
        assert client.ask("Hello", headers={"content-encoding": "identity"}).status == 200

    def test_too_large(self, gateways, clients, upstream):
        client = clients(gateways(limits={"body": "64 KiB"}))
        check(client.ask("Jane Roe " * 10_000), 413)
        assert not upstream.received
        assert client.ask("Hello").status == 200

    def test_too_large_in_chunks(self, gateways, upstream):
        """Without a length that could be compared beforehand."""
        import socket

        gateway = gateways(limits={"body": "64 KiB"})
        with socket.create_connection(("127.0.0.1", gateway.port), 10) as sock:
            sock.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                         b"transfer-encoding: chunked\r\n\r\n")
            try:
                for _ in range(64):
                    sock.sendall(b"1000\r\n" + b" " * 4096 + b"\r\n")
            except ConnectionError:
                pass
            assert sock.recv(65536).startswith(b"HTTP/1.1 413")
        assert not upstream.received

    def test_nested_very_deeply(self, client, upstream):
        body = '{"model":"m","messages":[{"role":"user","content":"x"}],"x":' + "[" * 200_000 + "]" * 200_000 + "}"
        reply = client.post(PATHS[0], body)
        assert reply.status in (400, 413, 422), reply
        assert not upstream.received

    def test_lone_surrogate(self, client):
        """Half a character has no UTF-8: whatever is done with it, nothing breaks."""
        body = '{"model":"m","messages":[{"role":"user","content":"Jane Roe \\ud800!"}]}'
        reply = client.post(PATHS[0], body)
        assert reply.status in (200, 400, 422), reply

    def test_nan(self, client, upstream):
        check(client.post(PATHS[0], '{"model":"m","messages":[],"temperature":NaN}'))

    @pytest.mark.parametrize("field", ["chunks", "trusted_model_override", "uploaded_files"])
    def test_fields_that_nothing_here_applies(self, field, client, upstream):
        check(client.ask("Hello", **{field: ["Jane Roe"]}))
        assert not upstream.received


class TestRoutes:
    def test_unknown(self, client):
        body = check(client.get("/v1/nothing"), 404)
        assert body["detail"] == "Not Found"

    @pytest.mark.parametrize("path", [*PATHS, *LEGACY_PATHS, "/v1/pii/detect", "/v1/pseudonymize", "/v1/restore"])
    def test_wrong_method(self, path, client):
        reply = client.get(path)
        body = check(reply, 405)
        assert body["detail"] == "Method Not Allowed"
        assert "POST" in reply.headers["allow"]

    def test_wrong_method_of_a_page(self, client):
        reply = client.post("/v1/models", {})
        check(reply, 405)
        assert "GET" in reply.headers["allow"]

    @pytest.mark.parametrize("path", ["/v1/models", "/api/v1/models", "/api-proxy/v1/models"])
    def test_models(self, path, client):
        reply = client.get(path)
        assert reply.status == 200
        assert reply.json["object"] == "list" and isinstance(reply.json["data"], list)

    @pytest.mark.parametrize("path, type", [
        ("/health/live", None), ("/health/ready", None), ("/metrics", "text/plain"), ("/docs", "text/html"),
        ("/openapi.json", "application/json"), ("/", "text/html")])
    def test_page(self, path, type, client):
        reply = client.get(path)
        assert reply.status == 200
        assert type is None or reply.headers["content-type"].startswith(type)

    def test_head_of_a_page(self, client):
        reply = client.request("HEAD", "/")
        assert reply.status in (200, 405)
