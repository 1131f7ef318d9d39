"""A canary stands in each place of a request in turn. It never reaches the provider, nor what operators read."""

import base64
import json
import urllib.parse

import pytest

from fields import holds, name, places, planted
from gateway import FIXTURES
from upstream import answer, compact

CHAT = json.loads((FIXTURES / "canary" / "chat.json").read_text())
LEGACY = json.loads((FIXTURES / "canary" / "legacy.json").read_text())

#: What is planted, what of it must not be seen, and the headers that make it known.
CANARIES = {
    "mail": ("canary.roe@example.com", ["canary.roe@example.com", "canary.roe"], {}),
    "phone": ("+1 415 555 0177", ["+1 415 555 0177", "415 555 0177", "4155550177"], {}),
    "term": ("Quillfeather", ["Quillfeather"], {"X-Pii-Mapping": '{"Quillfeather": "PROJECT"}'}),
}

#: How the canary stands in a text.
FORMS = {"alone": "{}", "in_text": "Note for {}, please."}

#: Keys of the protocol: another key in their place is an unknown field, or an error.
BODIES = {"chat": ("/v1/chat/completions", CHAT), "legacy": ("/v1/completions", LEGACY)}
PLACES = [(body, place) for body, (_, value) in BODIES.items() for place in places(value)]


@pytest.fixture(scope="module", autouse=True)
def never_in_what_operators_read(gateway):
    """After all of these tests: neither the log nor the metrics hold any canary."""
    yield
    from plain import Client

    client = Client(gateway.port)
    metrics = client.get("/metrics")
    client.close()
    assert metrics.status == 200
    for _, secrets, _ in CANARIES.values():
        for secret in secrets:
            assert not holds(gateway.logs().encode(), secret)
            assert not holds(metrics.body, secret)


def check(upstream, reply, secrets):
    for secret in secrets:
        assert not holds(upstream.received, secret), f"{secret} reached the provider"
        if reply.status != 200:
            assert not holds(reply.body, secret), f"{secret} stands in the error"
    assert reply.status == 200 or 400 <= reply.status < 500, reply


@pytest.mark.parametrize("body, place", PLACES, ids=[f"{body}:{name(place)}" for body, place in PLACES])
def test_field(body, place, client, upstream):
    path, value = BODIES[body]
    for canary, secrets, headers in CANARIES.values():
        for form in FORMS.values():
            upstream.received.clear()
            reply = client.post(path, planted(value, place, form.format(canary)), headers)
            check(upstream, reply, secrets)


#: Where a refusal would be too easy: text is masked here, and restored in the echo.
MUST_PASS = [
    "messages[0].content", "messages[1].content[0].text", "messages[2].content[0].text", "messages[2].name",
    "messages[3].content", "messages[3].refusal", "messages[3].reasoning", "messages[3].reasoning_content",
    "messages[3].tool_calls[0].function.arguments", "messages[3].tool_calls[0].function.arguments{}.who",
    "messages[3].tool_calls[0].function.arguments{}.who=",
    "messages[3].tool_calls[0].function.arguments{}.inner{}.text",
    "messages[3].tool_calls[0].function.arguments{}.inner{}.more{}.last",
    "messages[3].tool_calls[1].custom.input", "messages[4].content", "messages[4].content{}.found.text",
    "messages[7].function_call.arguments{}.q", "messages[9].content", "messages[9].unknown.nested[0]",
    "tools[0].function.description", "tools[0].function.parameters.description",
    "tools[0].function.parameters.properties.who.description", "tools[0].function.parameters.properties.who.enum[0]",
    "tools[0].function.parameters.properties.who.default", "tools[0].function.parameters.properties.who.examples[0]",
    "tools[0].function.parameters.properties.kind.const", "tools[0].function.parameters.$defs.thing.default.text",
    "functions[0].description", "response_format.json_schema.description",
    "response_format.json_schema.schema.properties.text.description", "prediction.content[0].text", "stop[0]", "user",
    "safety_identifier", "metadata.topic", "metadata.topic=", "web_search_options.user_location.approximate.city",
    "unknown", "unknown_object.list[1][0]", "unknown_object.json{}.key",
]


@pytest.mark.parametrize("field", MUST_PASS)
def test_field_is_masked_and_not_refused(field, client, upstream):
    place = next(place for place in places(CHAT) if name(place) == field)
    for canary, secrets, headers in CANARIES.values():
        upstream.received.clear()
        reply = client.chat(planted(CHAT, place, f"to {canary} now"), headers)
        assert reply.status == 200, reply
        check(upstream, reply, secrets)


@pytest.mark.parametrize("field", ["prompt[0]", "prompt[2]{}.json", "suffix", "stop[0]", "user", "metadata.topic"])
def test_legacy_field_is_masked_and_not_refused(field, client, upstream):
    place = next(place for place in places(LEGACY) if name(place) == field)
    for canary, secrets, headers in CANARIES.values():
        upstream.received.clear()
        reply = client.post("/v1/completions", planted(LEGACY, place, f"to {canary} now"), headers)
        assert reply.status == 200, reply
        check(upstream, reply, secrets)


class TestDisguises:
    """The same text, written otherwise in JSON."""

    @pytest.mark.parametrize("form", [
        "escapes", "one_escape", "escaped_slash", "in_a_key", "surrogates", "duplicate_key"])
    def test_of_json(self, form, client, upstream):
        mail = "canary.roe@example.com"
        content = {
            "escapes": '"to ' + "".join(f"\\u{ord(character):04X}" for character in mail) + '"',
            "one_escape": '"to canary.roe\\u0040example.com"',
            "escaped_slash": '"https:\\/\\/example.com\\/canary.roe@example.com"',
            "in_a_key": '"x"', "surrogates": '"\\ud83d\\ude00 canary.roe@example.com \\ud83d\\ude00"',
            "duplicate_key": f'"to {mail}", "content": "x"'}[form]
        more = f', "{mail}": 1' if form == "in_a_key" else ""
        body = '{"model": "m", "messages": [{"role": "user", "content": ' + content + more + "}]}"
        reply = client.chat(body)
        check(upstream, reply, [mail, "canary.roe"])
        if form not in ("in_a_key", "duplicate_key"):
            assert reply.status == 200, reply
            assert "canary.roe@example.com" in reply.content

    def test_of_numbers(self, client, upstream):
        """A number in JSON is text for the model."""
        body = {"model": "m", "messages": [
            {"role": "user", "content": "Pay."},
            {"role": "assistant", "content": None, "tool_calls": [{"id": "a", "type": "function", "function": {
                "name": "pay", "arguments": '{"card": 4111111111111111}'}}]},
            {"role": "tool", "tool_call_id": "a", "content": '{"card": 4111111111111111}'}]}
        check(upstream, client.chat(body), ["4111111111111111"])

    def test_in_half_of_a_token_stream(self, client, upstream):
        """One text over two parts is two texts; each is looked at by itself."""
        body = {"model": "m", "messages": [{"role": "user", "content": [
            {"type": "text", "text": "My mail is canary.roe@example.com"}, {"type": "text", "text": " and nothing"}]}]}
        check(upstream, client.chat(body), ["canary.roe@example.com"])


class TestHeaders:
    """What is said in headers and in the address is not handed on."""

    NAMES = ["User-Agent", "Cookie", "Referer", "Origin", "Accept-Language", "Accept", "From", "X-Forwarded-For",
             "OpenAI-Organization", "OpenAI-Project", "X-Stainless-Lang", "Via", "Forwarded", "baggage", "tracestate",
             "traceparent", "X-Request-Id", "X-Custom", "X-Trace-Id", "Authorization", "X-API-Key", "X-Name",
             "X-Space-Id", "X-Aimable-Space-Id", "X-Conversation-Id", "X-Model", "X-Model-Api-Key", "OpenAI-Beta",
             "X-Model-Api-Base-Url", "X-Pii-Mapping", "X-Chat-History-Pii-Mapping", "X-Pii-Positions",
             "X-Apply-Pii-Pseudonymization", "X-Collection-Ids", "X-Return-Pii-Mapping", "Idempotency-Key"]

    @pytest.mark.parametrize("header", NAMES)
    def test_header(self, header, client, upstream):
        canary = "canary.roe@example.com"
        value = {"Authorization": f"Bearer {canary}",
                 "X-Pii-Mapping": compact({canary: "[EMAIL_7]"}),
                 "X-Chat-History-Pii-Mapping": compact({"[EMAIL_7]": canary})}.get(header, canary)
        reply = client.ask("Hello, write to canary.roe@example.com", headers={header: value})
        check(upstream, reply, [canary, "canary.roe"])

    def test_query(self, client, upstream):
        body = {"model": "m", "messages": [{"role": "user", "content": "Hello"}]}
        reply = client.post("/v1/chat/completions?mail=canary.roe@example.com", body)
        check(upstream, reply, ["canary.roe"])

    @pytest.mark.parametrize("path", ["/v1/canary.roe@example.com", "/v1/models/canary.roe@example.com", "/canary.roe"])
    def test_path(self, path, client, upstream):
        reply = client.get(path)
        assert reply.status == 404
        check(upstream, reply, ["canary.roe"])

    @pytest.mark.parametrize("form", ["raw", "percent", "base64"])
    def test_a_mapping_never_reaches_the_provider(self, form, client, upstream):
        text = compact({"Quillfeather": "PROJECT"})
        value = {"raw": text, "percent": urllib.parse.quote(text),
                 "base64": base64.b64encode(text.encode()).decode()}[form]
        reply = client.ask("About Quillfeather and quillfeather.", headers={"X-Pii-Mapping": value})
        assert reply.status == 200
        assert reply.content == "About Quillfeather and quillfeather."
        check(upstream, reply, ["Quillfeather"])

    def test_a_type_that_spells_a_name_is_not_logged(self, client, gateway):
        """Types of a caller's own stand in its placeholders, and nowhere that others look."""
        reply = client.ask("About Quillfeather.", headers={"X-Pii-Mapping": compact({"Quillfeather": "CANARY_ROE"})})
        assert reply.status == 200 and reply.content == "About Quillfeather."
        record = [found for found in gateway.records("answered") if found.get("endpoint") == "chat"][-1]
        assert record["findings"] == {"other": 1}
        assert "CANARY_ROE" not in gateway.logs() + client.get("/metrics").text


class TestAttachments:
    """What cannot be looked into is refused, unless the configuration says otherwise."""

    PARTS = {
        "image_url": {"type": "image_url", "image_url": {"url": "https://example.com/canary.roe@example.com.png"}},
        "image_data": {"type": "image_url", "image_url": {"url": "data:image/png;base64,Y2FuYXJ5LnJvZQ=="}},
        "audio": {"type": "input_audio", "input_audio": {"data": "Y2FuYXJ5LnJvZQ==", "format": "wav"}},
        "file": {"type": "file", "file": {"file_data": "Y2FuYXJ5LnJvZQ==", "filename": "canary.roe@example.com.pdf"}},
    }

    def ask(self, client, part):
        return client.chat({"model": "m", "messages": [{"role": "user", "content": [
            {"type": "text", "text": "What is this?"}, part]}]})

    @pytest.mark.parametrize("part", PARTS)
    def test_refused(self, part, client, upstream):
        reply = self.ask(client, self.PARTS[part])
        assert reply.status == 422
        assert not upstream.received
        check(upstream, reply, ["canary.roe"])

    @pytest.mark.parametrize("part", PARTS)
    def test_stripped(self, part, gateways, clients, upstream):
        reply = self.ask(clients(gateways(attachments="strip")), self.PARTS[part])
        assert reply.status == 200
        check(upstream, reply, ["canary.roe"])
        assert b"What is this?" in upstream.received

    def test_forwarded(self, gateways, clients, upstream):
        reply = self.ask(clients(gateways(attachments="forward")), self.PARTS["image_data"])
        assert reply.status == 200
        assert self.PARTS["image_data"]["image_url"]["url"].encode() in upstream.received

    @pytest.mark.parametrize("prompt", [[1, 2, 3], [[1, 2], [3]]])
    def test_prompts_of_token_ids(self, prompt, client, upstream):
        reply = client.post("/v1/completions", {"model": "m", "prompt": prompt})
        assert reply.status == 422
        assert not upstream.received

    def test_not_looked_at_when_nothing_is_pseudonymized(self, client, upstream):
        headers = {"X-Apply-Pii-Pseudonymization": "false", "X-Apply-Oii-Pseudonymization": "false"}
        reply = client.post("/v1/completions", {"model": "m", "prompt": [1, 2, 3]}, headers)
        assert reply.status == 200
        assert upstream.last().json["prompt"] == [1, 2, 3]


def test_an_answer_of_the_provider_is_not_in_the_log(client, upstream, gateway):
    model = upstream.script(answer("The secret is Wintergreen-Parsley."))
    assert client.ask("I am Jane Roe, hello.", model).status == 200
    assert not holds(gateway.logs().encode(), "Wintergreen-Parsley")
    assert not holds(gateway.logs().encode(), "Jane Roe")
