"""Every header: what it does, and a 422 where it cannot apply. None is silently ignored."""

import base64
import json
import re
import urllib.parse

import pytest

from test_validation import check
from upstream import answer, by_token, compact, say

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."
MASKED = "My name is [NAME_1], write to [EMAIL_1]."


def sent(upstream):
    """The last user message as the provider got it."""
    return upstream.last().json["messages"][-1]["content"]


class TestClasses:
    """`X-Apply-Pii-Pseudonymization` and `X-Apply-Oii-Pseudonymization`."""

    TEXT = "I am Jane Roe. Our host is db7.corp.internal."

    def ask(self, client, upstream, headers):
        assert client.ask(self.TEXT, headers=headers).content == self.TEXT
        return sent(upstream)

    def test_without_headers_both(self, client, upstream):
        text = self.ask(client, upstream, {})
        assert "Jane" not in text and "corp.internal" not in text

    def test_pii_off(self, client, upstream):
        text = self.ask(client, upstream, {"X-Apply-Pii-Pseudonymization": "false"})
        assert "Jane Roe" in text and "corp.internal" not in text

    def test_oii_off(self, client, upstream):
        text = self.ask(client, upstream, {"X-Apply-Oii-Pseudonymization": "no"})
        assert "Jane" not in text and "corp.internal" in text

    def test_both_off(self, client, upstream):
        headers = {"X-Apply-Pii-Pseudonymization": "0", "X-Apply-Oii-Pseudonymization": "OFF"}
        assert self.ask(client, upstream, headers) == self.TEXT
        assert len(upstream.last().json["messages"]) == 1, "a hint though nothing was masked"

    def test_off_by_config_on_by_header(self, gateways, clients, upstream):
        client = clients(gateways(pseudonymize={"pii": False, "oii": False}))
        assert self.ask(client, upstream, {}) == self.TEXT
        text = self.ask(client, upstream, {"X-Apply-Pii-Pseudonymization": "YES"})
        assert "Jane" not in text and "corp.internal" in text

    def test_placeholders_stay_when_both_are_off(self, client, upstream):
        """The text belongs to the caller, as it is."""
        headers = {"X-Apply-Pii-Pseudonymization": "0", "X-Apply-Oii-Pseudonymization": "0"}
        assert client.ask("What is [NAME_1]?", headers=headers).content == "What is [NAME_1]?"


def forms(text):
    return {"raw": text, "percent": urllib.parse.quote(text), "base64": base64.b64encode(text.encode()).decode(),
            "base64url": base64.urlsafe_b64encode(text.encode()).decode(),
            "base64_without_padding": base64.b64encode(text.encode()).decode().rstrip("=")}


class TestMapping:
    @pytest.mark.parametrize("form", forms("{}"))
    @pytest.mark.parametrize("mapping", [
        {"Blue Heron": "[PROJECT_3]"}, {"[PROJECT_3]": "Blue Heron"}, {"<PROJECT_3>": "Blue Heron"},
        {"Blue Heron": "PROJECT"}], ids=["original_first", "placeholder_first", "other_brackets", "type"])
    def test_forms_and_directions(self, mapping, form, client, upstream):
        text = "How is Blue Heron?"
        reply = client.ask(text, headers={"X-Pii-Mapping": forms(compact(mapping))[form]})
        assert reply.status == 200, reply
        assert reply.content == text
        assert re.fullmatch(r"How is [\[<]PROJECT_[13][\]>]\?", sent(upstream))

    @pytest.mark.parametrize("form", ["percent", "base64", "base64url"])
    def test_other_scripts(self, form, client, upstream):
        mapping = {"Zoë Ünal": "[NAME_5]", "北京项目": "[PROJECT_1]"}
        text = "Zoë Ünal leads 北京项目 ."
        reply = client.ask(text, headers={"X-Pii-Mapping": forms(compact(mapping))[form]})
        assert reply.status == 200, reply
        assert reply.content == text
        assert sent(upstream) == "[NAME_5] leads [PROJECT_1] ."

    def test_base64_that_looks_like_base64url(self, client):
        text = compact({"???>>>Blue Heron~~~": "[PROJECT_1]"})
        for form in ("base64", "base64url"):
            assert client.ask("Hello", headers={"X-Pii-Mapping": forms(text)[form]}).status == 200

    def test_two_directions_in_one(self, client, upstream):
        mapping = {"Blue Heron": "[PROJECT_1]", "[NAME_9]": "Jane Roe"}
        client.ask("Jane Roe leads Blue Heron", headers={"X-Pii-Mapping": compact(mapping)})
        assert sent(upstream) == "[NAME_9] leads [PROJECT_1]"

    @pytest.mark.parametrize("mapping", [
        {"Blue Heron": "Grey Heron"}, {"[NAME_1]": "[NAME_2]"}, {"NAME": "EMAIL"},
        {"Blue Heron": "[PROJECT_1]", "Grey Heron": "[PROJECT_1]"}, {"...": "[NAME_1]"}, {"": "[NAME_1]"},
        {"Blue Heron": 5}, {"Blue Heron": None}, {"Blue Heron": ["[NAME_1]"]}, ["Blue Heron"], "Blue Heron", 5],
        ids=["neither", "both_placeholders", "both_types", "two_for_one", "no_letter", "empty", "number", "null",
             "array_in_it", "array", "string", "number_alone"])
    def test_ambiguous_or_wrong(self, mapping, client, upstream):
        reply = client.ask("Blue Heron", headers={"X-Pii-Mapping": compact(mapping)})
        body = check(reply)
        assert body["detail"][0]["loc"][:2] == ["header", "X-Pii-Mapping"]
        assert "Heron" not in reply.text
        assert not upstream.received

    @pytest.mark.parametrize("value", ["oops Heron", "{\"Blue Heron\": ", "%7B%ZZ", "e30", "////"])
    def test_unreadable(self, value, client, upstream):
        reply = client.ask("Blue Heron", headers={"X-Pii-Mapping": value})
        if value == "e30":  # {} in base64
            assert reply.status == 200
        else:
            check(reply)
            assert "Heron" not in reply.text and not upstream.received

    def test_two_spellings_of_one(self, client):
        check(client.ask("x", headers={"X-Pii-Mapping": compact({"Blue Heron": "[A_1]", "BLUE HERON": "[A_2]"})}))

    def test_a_duplicate_key(self, client):
        check(client.ask("x", headers={"X-Pii-Mapping": '{"Blue Heron": "[A_1]", "Blue Heron": "[A_2]"}'}))


class TestHistory:
    """`X-Chat-History-Pii-Mapping`: what was issued earlier in this chat."""

    def test_old_placeholders_are_restored(self, client, upstream):
        history = compact({"[NAME_1]": "Jane Roe", "[PHONE_2]": "+1 415 555 0100"})
        script = upstream.script(answer("[NAME_1] has [PHONE_2]."))
        reply = client.ask("And what is the number of [NAME_1]?", script,
                           headers={"X-Chat-History-Pii-Mapping": history})
        assert reply.content == "Jane Roe has +1 415 555 0100."
        assert sent(upstream) == "And what is the number of [NAME_1]?"

    def test_old_values_get_their_old_placeholders(self, client, upstream):
        history = compact({"[NAME_4]": "Jane Roe"})
        client.ask("I am John Doe, not Jane Roe.", headers={"X-Chat-History-Pii-Mapping": history})
        text = sent(upstream)
        assert "[NAME_4]" in text and "[NAME_1]" in text and "Doe" not in text

    def test_with_a_mapping(self, client, upstream):
        headers = {"X-Chat-History-Pii-Mapping": compact({"[NAME_4]": "Jane Roe"}),
                   "X-Pii-Mapping": compact({"Blue Heron": "PROJECT"})}
        client.ask("Jane Roe of Blue Heron", headers=headers)
        assert sent(upstream) == "[NAME_4] of [PROJECT_1]"

    def test_contradictions(self, client):
        headers = {"X-Chat-History-Pii-Mapping": compact({"[NAME_1]": "Jane Roe"}),
                   "X-Pii-Mapping": compact({"[NAME_1]": "John Doe"})}
        check(client.ask("Hello", headers=headers))

    def test_a_type_is_no_placeholder(self, client):
        check(client.ask("Hello", headers={"X-Chat-History-Pii-Mapping": compact({"Jane Roe": "NAME"})}))


class TestAuto:
    """`X-Auto-Pii-Mapping: false`: only what is listed."""

    def test_only_the_mapping(self, client, upstream):
        headers = {"X-Auto-Pii-Mapping": "false", "X-Pii-Mapping": compact({"Blue Heron": "PROJECT"})}
        text = "Jane Roe of Blue Heron, jane.roe@example.com"
        assert client.ask(text, headers=headers).content == text
        assert sent(upstream) == "Jane Roe of [PROJECT_1], jane.roe@example.com"

    def test_without_anything_to_go_by(self, client, upstream):
        check(client.ask(QUESTION, headers={"X-Auto-Pii-Mapping": "false"}))
        assert not upstream.received

    def test_true_is_as_without(self, client, upstream):
        client.ask(QUESTION, headers={"X-Auto-Pii-Mapping": "true"})
        assert sent(upstream) == MASKED


class TestPositions:
    """`X-Pii-Positions`: what stands there is masked."""

    def test_wherever_it_occurs(self, client, upstream):
        text = "The code zebra-7 opens it; keep zebra-7 to yourself."
        positions = compact([{"message": 0, "start": 9, "end": 16, "type": "SECRET"}])
        assert client.ask(text, headers={"X-Pii-Positions": positions}).content == text
        assert sent(upstream) == "The code [SECRET_1] opens it; keep [SECRET_1] to yourself."

    def test_offsets_are_bytes(self, client, upstream):
        text = "Grüße an Quill"
        positions = compact([{"message": 0, "start": 11, "end": 16, "type": "NAME"}])
        client.ask(text, headers={"X-Pii-Positions": positions, "X-Auto-Pii-Mapping": "false"})
        assert sent(upstream) == "Grüße an [NAME_1]"

    def test_of_a_prompt(self, client, upstream):
        positions = compact([{"message": 0, "start": 9, "end": 16, "type": "SECRET"}])
        client.post("/v1/completions", {"model": "m", "prompt": "The code zebra-7"}, {"X-Pii-Positions": positions})
        assert upstream.last().json["prompt"] == "The code [SECRET_1]"

    @pytest.mark.parametrize("position", [
        {"message": 1, "start": 0, "end": 2, "type": "NAME"}, {"message": 0, "start": 0, "end": 99, "type": "NAME"},
        {"message": 0, "start": 3, "end": 3, "type": "NAME"}, {"message": 0, "start": 5, "end": 3, "type": "NAME"},
        {"message": 0, "start": -1, "end": 3, "type": "NAME"}, {"message": 0, "start": 0, "end": 3, "type": "no type"},
        {"message": 0, "start": 3, "end": 4, "type": "NAME"}, {"message": 0, "start": 0, "end": 3}, {"start": 0}, 5,
        {"message": "0", "start": "a", "end": 3, "type": "NAME"}],
        ids=["no_such_message", "behind_the_end", "empty", "backwards", "negative", "no_type", "inside_a_character",
             "type_missing", "all_missing", "number", "words"])
    def test_wrong(self, position, client, upstream):
        check(client.ask("Grüße an Roe", headers={"X-Pii-Positions": compact([position])}))
        assert not upstream.received

    @pytest.mark.parametrize("value", ["oops", "{}", "5", "null"])
    def test_no_array(self, value, client, upstream):
        check(client.ask("Hello", headers={"X-Pii-Positions": value}))

    def test_in_parts_of_content(self, client):
        positions = compact([{"message": 0, "start": 0, "end": 3, "type": "NAME"}])
        body = {"model": "m", "messages": [{"role": "user", "content": [{"type": "text", "text": "Roe"}]}]}
        check(client.chat(body, {"X-Pii-Positions": positions}))


class TestModel:
    def test_the_header_wins(self, client, upstream):
        assert client.ask("Hello", "other", headers={"X-Model": "chosen"}).status == 200
        assert upstream.last().json["model"] == "chosen"

    def test_without_one_in_the_body(self, client, upstream):
        client.chat({"messages": [{"role": "user", "content": "Hello"}]}, {"X-Model": "chosen"})
        assert upstream.last().json["model"] == "chosen"


class TestUpstreamOfTheCaller:
    """`X-Model-Api-Base-Url` and `X-Model-Api-Key`."""

    @pytest.fixture(scope="class")
    def elsewhere(self):
        from upstream import Upstream

        upstream = Upstream()
        yield upstream
        upstream.stop()

    @pytest.fixture
    def open_client(self, gateways, clients, elsewhere):
        return clients(gateways(allowed_base_urls=[f"http://127.0.0.1:{elsewhere.port}/v1"]))

    def test_an_allowed_one(self, open_client, elsewhere, upstream):
        elsewhere.forget()
        headers = {"X-Model-Api-Base-Url": elsewhere.url, "X-Model-Api-Key": "caller-key"}
        assert open_client.ask(QUESTION, headers=headers).content == QUESTION
        assert elsewhere.last().headers["authorization"] == "Bearer caller-key"
        assert elsewhere.last().target == "/v1/chat/completions"
        assert b"Jane" not in elsewhere.received
        assert not upstream.received

    @pytest.mark.parametrize("change", [
        lambda url: url.replace("127.0.0.1", "127.0.0.2"), lambda url: url.replace("http:", "https:"),
        lambda url: url.replace("/v1", ""), lambda url: url.replace("/v1", "/v10"), lambda url: url + "/../admin",
        lambda url: url.replace("//", "//user@"), lambda url: url + "?x=1", lambda url: url + "#x",
        lambda url: url.replace("/v1", "/v1/%2e%2e/x"), lambda url: url.replace("127.0.0.1", "example.com@127.0.0.1"),
        lambda url: "oops", lambda url: "", lambda url: "file:///etc/passwd", lambda url: url.replace("/v1", "\\v1")],
        ids=["host", "scheme", "shorter", "longer_name", "dots", "user", "query", "fragment", "escaped_dots", "at",
             "no_url", "empty", "file", "backslash"])
    def test_others_are_refused(self, change, open_client, elsewhere, upstream):
        elsewhere.forget()
        headers = {"X-Model-Api-Base-Url": change(elsewhere.url), "X-Model-Api-Key": "caller-key"}
        check(open_client.ask(QUESTION, headers=headers))
        assert not elsewhere.received and not upstream.received

    def test_not_with_the_configured_key(self, open_client, elsewhere):
        elsewhere.forget()
        check(open_client.ask(QUESTION, headers={"X-Model-Api-Base-Url": elsewhere.url}))
        assert not elsewhere.received

    def test_not_without_configuration(self, client, upstream):
        headers = {"X-Model-Api-Base-Url": upstream.url, "X-Model-Api-Key": "caller-key"}
        check(client.ask(QUESTION, headers=headers))
        assert not upstream.received

    def test_a_key_of_the_callers(self, gateways, clients, upstream):
        from gateway import provider

        client = clients(gateways(upstreams=[provider("test", upstream.url, caller_keys=True)]))
        assert client.ask("Hello", headers={"X-Model-Api-Key": "caller-key"}).status == 200
        assert upstream.last().headers["authorization"] == "Bearer caller-key"

    def test_a_key_where_none_is_taken(self, client, upstream):
        reply = client.ask("Hello", headers={"X-Model-Api-Key": "caller-key"})
        check(reply)
        assert "caller-key" not in reply.text and not upstream.received

    def test_the_configured_key(self, gateways, clients, upstream):
        from gateway import provider

        gateway = gateways({"TEST_UPSTREAM_KEY": "configured-key"},
                           upstreams=[provider("test", upstream.url, key_env="TEST_UPSTREAM_KEY")])
        reply = clients(gateway).ask("Hello", headers={"Authorization": "Bearer of-the-caller"})
        assert reply.status == 200
        assert upstream.last().headers["authorization"] == "Bearer configured-key"
        assert "configured-key" not in gateway.logs() and "of-the-caller" not in gateway.logs()


class TestTrace:
    def test_comes_back(self, client):
        assert client.ask("Hello", headers={"X-Trace-Id": "abc-123_X"}).headers["x-trace-id"] == "abc-123_X"

    def test_is_made_up(self, client):
        first, second = (client.ask("Hello").headers["x-trace-id"] for _ in range(2))
        assert first != second and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", first)

    def test_is_in_the_log(self, client, gateway):
        from gateway import eventually

        client.ask("Hello", headers={"X-Trace-Id": "trace-in-the-log"})
        assert eventually(lambda: "trace-in-the-log" in gateway.logs())

    @pytest.mark.parametrize("value", ["a b", "x" * 65, "jane@example.com", "ünal", "a\tb"])
    def test_other_forms(self, value, client):
        check(client.ask("Hello", headers={"X-Trace-Id": value.encode()}))

    def test_ids_that_are_made_up_are_well_formed(self, client, upstream):
        for _ in range(100):  # a zero in front is easily lost
            trace = client.ask("Hello").headers["x-trace-id"]
            assert re.fullmatch(r"[0-9a-f]{32}", trace), trace
            child = upstream.last().headers.get("traceparent")
            assert child is None or re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]", child), child

    def test_errors_have_it_too(self, client):
        assert client.ask("Hello", temperature=3, headers={"X-Trace-Id": "abc"}).headers["x-trace-id"] == "abc"

    def test_traceparent_gets_a_child(self, client, upstream):
        trace = "0af7651916cd43dd8448eb211c80319c"
        client.ask("Hello", headers={"traceparent": f"00-{trace}-b7ad6b7169203331-01"})
        child = upstream.last().headers["traceparent"]
        assert re.fullmatch(rf"00-{trace}-[0-9a-f]{{16}}-01", child) and "b7ad6b7169203331" not in child

    @pytest.mark.parametrize("value", [
        "oops", "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra"])
    def test_a_wrong_traceparent_is_ignored(self, value, client, upstream):
        assert client.ask("Hello", headers={"traceparent": value}).status == 200
        assert "0af7651916cd43dd8448eb211c80319c" not in upstream.last().headers.get("traceparent", "")


class TestSpaces:
    @pytest.mark.parametrize("header", ["X-Space-Id", "X-Aimable-Space-Id"])
    def test_accepted(self, header, client):
        assert client.ask("Hello", headers={header: "team.a_1-x"}).status == 200

    def test_the_same_twice(self, client):
        assert client.ask("Hello", headers={"X-Space-Id": "a", "X-Aimable-Space-Id": "a"}).status == 200

    def test_two_different(self, client):
        check(client.ask("Hello", headers={"X-Space-Id": "a", "X-Aimable-Space-Id": "b"}))

    @pytest.mark.parametrize("value", ["a b", "a/b", "x" * 129, "jane@example.com"])
    def test_other_forms(self, value, client):
        check(client.ask("Hello", headers={"X-Space-Id": value}))


class TestMappingInTheAnswer:
    """`X-Return-Pii-Mapping`"""

    EXPECTED = {"[NAME_1]": "Jane Roe", "[EMAIL_1]": "jane.roe@example.com"}

    def test_off_by_default(self, client, upstream):
        assert "pii_mapping" not in client.ask(QUESTION).json

    def test_whole(self, client, upstream):
        assert client.ask(QUESTION, headers={"X-Return-Pii-Mapping": "true"}).json["pii_mapping"] == self.EXPECTED

    def test_stream(self, client, upstream):
        reply = client.ask(QUESTION, upstream.script(say(*by_token("Dear [NAME_1]"))), stream=True,
                           headers={"X-Return-Pii-Mapping": "true"})
        chunks = [json.loads(data) for data in reply.events if data != "[DONE]"]
        assert chunks[0]["pii_mapping"] == self.EXPECTED
        assert not any("pii_mapping" in chunk for chunk in chunks[1:])
        assert reply.said["0.content"] == "Dear Jane Roe"

    def test_by_config(self, gateways, clients):
        client = clients(gateways(answers={"return_mapping": True}))
        assert client.ask(QUESTION).json["pii_mapping"] == self.EXPECTED
        assert "pii_mapping" not in client.ask(QUESTION, headers={"X-Return-Pii-Mapping": "false"}).json

    def test_goes_into_the_next_request(self, client, upstream):
        """What comes back is what `X-Chat-History-Pii-Mapping` takes."""
        mapping = client.ask(QUESTION, headers={"X-Return-Pii-Mapping": "1"}).json["pii_mapping"]
        script = upstream.script(answer("[EMAIL_1]"))
        history = {"X-Chat-History-Pii-Mapping": compact(mapping)}
        reply = client.ask("And the mail of [NAME_1]?", script, headers=history)
        assert reply.content == "jane.roe@example.com"


class TestLeftPseudonymized:
    """`X-Restore-Response: false`"""

    def test_whole(self, client, upstream):
        assert client.ask(QUESTION, headers={"X-Restore-Response": "false"}).content == MASKED

    def test_stream(self, client, upstream):
        reply = client.ask(QUESTION, stream=True, headers={"X-Restore-Response": "false"})
        assert reply.said["0.content"] == MASKED

    def test_by_config(self, gateways, clients):
        client = clients(gateways(answers={"restore": False}))
        assert client.ask(QUESTION).content == MASKED
        assert client.ask(QUESTION, headers={"X-Restore-Response": "true"}).content == QUESTION

    def test_with_the_mapping(self, client):
        reply = client.ask(QUESTION, headers={"X-Restore-Response": "f", "X-Return-Pii-Mapping": "t"})
        assert reply.content == MASKED and reply.json["pii_mapping"]["[NAME_1]"] == "Jane Roe"


@pytest.mark.parametrize("header", [
    "X-Collection-Ids", "X-Uploaded-Files", "X-Collection-Descriptions", "X-Request-Type", "X-Name",
    "X-Parent-Span-Id", "X-Conversation-Id"])
def test_a_header_that_cannot_apply(header, client, upstream):
    reply = client.ask("Hello", headers={header: "value"})
    body = check(reply)
    assert body["detail"][0]["loc"] == ["header", header]
    assert not upstream.received


@pytest.mark.parametrize("header", [
    "X-Pii-Mapping", "X-Chat-History-Pii-Mapping", "X-Pii-Positions", "X-Model", "X-Trace-Id", "X-Space-Id", "X-Name"])
def test_an_empty_header_is_none(header, client, upstream):
    """Templates of requests have headers that nothing was filled into."""
    assert client.ask(QUESTION, headers={header: ""}).content == QUESTION
    assert sent(upstream) == MASKED


@pytest.mark.parametrize("header", [
    "X-Apply-Pii-Pseudonymization", "X-Auto-Pii-Mapping", "X-Restore-Response", "X-Return-Pii-Mapping"])
def test_an_empty_header_is_no_boolean(header, client, upstream):
    body = check(client.ask(QUESTION, headers={header: ""}))
    assert body["detail"][0]["loc"] == ["header", header]
    assert not upstream.received


@pytest.mark.parametrize("header", ["X-Pii-Mapping", "X-Model", "X-Space-Id", "X-Apply-Pii-Pseudonymization"])
def test_two_different_values_of_one_header(header, gateway, upstream):
    import socket

    body = compact({"model": "m", "messages": [{"role": "user", "content": "Hello"}]})
    values = {"X-Pii-Mapping": ("{}", '{"Blue Heron": "PROJECT"}'), "X-Apply-Pii-Pseudonymization": ("true", "false")}
    first, second = values.get(header, ("a", "b"))
    with socket.create_connection(("127.0.0.1", gateway.port), 10) as sock:
        sock.sendall(f"POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                     f"{header}: {first}\r\n{header}: {second}\r\n"
                     f"content-length: {len(body)}\r\n\r\n{body}".encode())
        assert sock.recv(65536).startswith(b"HTTP/1.1 422")
    assert not upstream.received


class TestHint:
    """What the model is told."""

    def test_not_where_nothing_was_masked(self, client, upstream):
        client.ask("How are you?")
        assert len(upstream.last().json["messages"]) == 1

    @pytest.mark.parametrize("role", ["system", "developer"])
    def test_in_the_leading_message(self, role, client, upstream):
        client.chat({"model": "m", "messages": [
            {"role": role, "content": "Be short."}, {"role": "user", "content": QUESTION}]})
        messages = upstream.last().json["messages"]
        assert [message["role"] for message in messages] == [role, "user"]
        assert messages[0]["content"].endswith("Be short.") and "[NAME_1]" in messages[0]["content"]

    def test_in_a_message_of_its_own(self, client, upstream):
        client.ask(QUESTION)
        assert [message["role"] for message in upstream.last().json["messages"]] == ["system", "user"]

    def test_never_in_a_prompt(self, client, upstream):
        client.post("/v1/completions", {"model": "m", "prompt": QUESTION})
        assert upstream.last().json["prompt"] == MASKED

    def test_its_wording(self, gateways, clients, upstream):
        clients(gateways(hint={"text": "Mind the brackets."})).ask(QUESTION)
        assert upstream.last().json["messages"][0] == {"role": "system", "content": "Mind the brackets."}

    def test_off(self, gateways, clients, upstream):
        clients(gateways(hint=False)).ask(QUESTION)
        assert upstream.last().json["messages"] == [{"role": "user", "content": MASKED}]


class TestToTheProvider:
    def test_only_what_it_needs(self, client, upstream):
        client.ask("Hello", headers={"Cookie": "a=b", "X-Custom": "c", "Accept-Language": "de"})
        names = set(upstream.last().headers)
        assert names <= {"host", "accept-encoding", "content-type", "content-length", "transfer-encoding", "accept",
                         "user-agent", "traceparent", "authorization", "connection"}
        assert upstream.last().headers["accept-encoding"] == "identity"
        assert upstream.last().headers["content-type"] == "application/json"

    def test_what_the_config_lets_through(self, gateways, clients, upstream):
        from gateway import provider

        gateway = gateways(upstreams=[provider(
            "test", upstream.url, forward_headers=["x-custom"], headers={"OpenAI-Organization": "org"})])
        clients(gateway).ask("Hello", headers={"X-Custom": "c", "X-Other": "o"})
        assert upstream.last().headers["x-custom"] == "c" and "x-other" not in upstream.last().headers
        assert upstream.last().headers["openai-organization"] == "org"

    def test_other_bytes_of_the_body_are_as_they_were(self, client, upstream):
        body = ('{ "model" : "m",\t"temperature":0.70, "seed" : 1234567890123456789, "x" : 1e3,\n'
                ' "messages":[ {"role":"user","content":"caf\\u00e9 \\/ Hello"} ] }')
        client.chat(body)
        assert upstream.last().body == body.encode()

    def test_path_and_base_url(self, gateways, clients, upstream):
        from gateway import provider

        gateway = gateways(upstreams=[provider("test", f"http://127.0.0.1:{upstream.port}/deep/er/v9")])
        client = clients(gateway)
        client.ask("Hello")
        assert upstream.last().target == "/deep/er/v9/chat/completions"
        client.post("/api/v1/completions", {"model": "m", "prompt": "Hello"})
        assert upstream.last().target == "/deep/er/v9/completions"

    def test_names_of_models(self, gateways, clients, upstream):
        from gateway import provider

        gateway = gateways(upstreams=[provider("test", upstream.url, rename={"mine": "theirs"})])
        reply = clients(gateway).ask("Hello", "mine")
        assert reply.status == 200 and upstream.last().json["model"] == "theirs"
