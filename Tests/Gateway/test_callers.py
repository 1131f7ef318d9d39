"""Keys, spaces, limits and budgets."""

import hashlib

import openai
import pytest

from test_validation import check
from upstream import answer, say


def caller(name, **more):
    return {"name": name, "key_sha256": hashlib.sha256(f"key-of-{name}".encode()).hexdigest(), **more}


CALLERS = [
    caller("a"), caller("b", spaces=["team"]), caller("hasty", requests_per_minute=3),
    caller("wordy", tokens_per_minute=20), caller("poor", budget={"tokens": 20, "per": "day"}),
    caller("poor-too", budget={"tokens": 20, "per": "month"}),
]


@pytest.fixture
def gateway(gateways):
    return gateways(callers=CALLERS)


@pytest.fixture
def client(gateway, clients):
    return clients(gateway)


def key(name):
    return {"Authorization": f"Bearer key-of-{name}"}


class TestKeys:
    @pytest.mark.parametrize("headers", [
        {"Authorization": "Bearer key-of-a"}, {"authorization": "bearer key-of-a"}, {"X-API-Key": "key-of-a"}])
    def test_right(self, headers, client):
        assert client.ask("Hello", headers=headers).status == 200

    @pytest.mark.parametrize("headers", [
        {}, {"Authorization": "Bearer key-of-nobody"}, {"Authorization": "key-of-a"},
        {"Authorization": "Basic key-of-a"}, {"Authorization": "Bearer "}, {"Authorization": "Bearer key-of-a x"},
        {"X-API-Key": "key-of-nobody"}, {"X-API-Key": ""}, {"X-API-Key": "key-of-"}, {"X-API-Key": "key-of-aa"}])
    def test_wrong(self, headers, client, upstream):
        reply = client.ask("I am Jane Roe", headers=headers)
        body = check(reply, 401)
        assert body["detail"] == "Not authenticated"
        assert reply.headers["www-authenticate"].split()[0] in ("Bearer", "APIKey")
        assert "key-of" not in reply.text
        assert not upstream.received

    @pytest.mark.parametrize("path", ["/v1/completions", "/v1/pii/detect", "/v1/pseudonymize", "/v1/restore"])
    def test_every_post_asks(self, path, client):
        check(client.post(path, {"model": "m", "prompt": "x", "text": "x"}), 401)

    def test_models_ask(self, client):
        check(client.get("/v1/models"), 401)
        assert client.get("/v1/models", key("a")).status == 200

    def test_health_does_not(self, client):
        assert client.get("/health/live").status == 200

    def test_the_callers_key_stays_here(self, client, gateway, upstream):
        client.ask("Hello", headers=key("a"))
        assert b"key-of-a" not in upstream.received
        assert "key-of-" not in gateway.logs()
        assert b"key-of-" not in client.get("/metrics", key("a")).body

    def test_openai_client(self, gateway):
        messages = [{"role": "user", "content": "I am Jane Roe"}]
        right = openai.OpenAI(base_url=gateway.base, api_key="key-of-a", max_retries=0)
        assert right.chat.completions.create(model="m", messages=messages).choices[0].message.content == "I am Jane Roe"
        wrong = openai.OpenAI(base_url=gateway.base, api_key="key", max_retries=0)
        with pytest.raises(openai.AuthenticationError):
            wrong.chat.completions.create(model="m", messages=messages)


class TestSpaces:
    def test_its_own(self, client):
        assert client.ask("Hello", headers={**key("b"), "X-Space-Id": "team"}).status == 200

    @pytest.mark.parametrize("header", ["X-Space-Id", "X-Aimable-Space-Id"])
    def test_anothers(self, header, client, upstream):
        check(client.ask("I am Jane Roe", headers={**key("b"), header: "other"}), 403)
        assert not upstream.received

    def test_one_with_all_spaces(self, client):
        assert client.ask("Hello", headers={**key("a"), "X-Space-Id": "anything"}).status == 200


class TestLimits:
    def test_requests(self, client, upstream):
        replies = [client.ask("I am Jane Roe", headers=key("hasty")) for _ in range(4)]
        assert [reply.status for reply in replies] == [200, 200, 200, 429]
        body = check(replies[3], 429)
        assert int(replies[3].headers["retry-after"]) >= 1
        assert "budget" not in body["error"]["message"].lower()
        assert replies[0].headers["x-ratelimit-limit-requests"] == "3"
        assert replies[0].headers["x-ratelimit-remaining-requests"] == "2"
        assert replies[3].headers["x-ratelimit-remaining-requests"] == "0"
        assert len(upstream.requests) == 3

    def test_tokens(self, client, upstream):
        """Twelve at a time, as the provider counts them."""
        model = upstream.script(answer("Hi"))
        replies = [client.ask("Hi", model, headers=key("wordy")) for _ in range(4)]
        assert replies[0].status == 200 and replies[-1].status == 429
        assert "budget" not in check(replies[-1], 429)["error"]["message"].lower()
        assert replies[0].headers["x-ratelimit-limit-tokens"] == "20"

    @pytest.mark.parametrize("name", ["poor", "poor-too"])
    @pytest.mark.parametrize("streams", [False, True])
    def test_budget(self, name, streams, client, upstream):
        model = upstream.script(say("Hi", use=True) if streams else answer("Hi"))
        more = {"stream": True, "stream_options": {"include_usage": True}} if streams else {}
        replies = [client.ask("Hi", model, headers=key(name), **more) for _ in range(5)]
        assert replies[-1].status == 429
        body = check(replies[-1], 429)
        assert "budget" in body["error"]["message"].lower()
        assert int(replies[-1].headers["retry-after"]) >= 1

    def test_others_go_on(self, client):
        assert client.ask("Hello", headers=key("a")).status == 200


def test_loopback_only_without_callers():
    """Whoever can reach it could use the provider's key."""
    from gateway import Gateway, settings

    with pytest.raises(RuntimeError) as caught:
        Gateway(settings("http://127.0.0.1:1/v1", listen={"host": "0.0.0.0", "port": 0}))
    assert "callers" in str(caught.value)
