"""The same history is the same prompt, callers never meet, and a conversation remembers what it was told to."""

import re
import threading

import pytest

from plain import Client
from test_validation import check
from upstream import answer, by_token, say

HISTORY = [
    {"role": "system", "content": "You write letters for Jane Roe."},
    {"role": "user", "content": "Write to John Doe, john.doe@example.com."},
    {"role": "assistant", "content": "Dear John Doe, …"},
    {"role": "user", "content": "Ms Roe's number is +1 415 555 0100."},
    {"role": "assistant", "content": "Noted: +1 415 555 0100 for Jane."},
    {"role": "user", "content": "Now to jane.roe@example.com and john.doe@example.com."},
]


class TestTheSameHistory:
    def test_gives_the_same_bytes(self, client, gateways, clients, upstream):
        other = clients(gateways(limits={"keep_alive": "7s"}))  # another process
        for asked in (client, client, other):
            asked.chat({"model": "m", "messages": HISTORY})
        assert len({request.body for request in upstream.requests}) == 1

    def test_keeps_its_prefix_as_messages_are_added(self, client, upstream):
        """So that a provider's prompt cache hits, and an old placeholder still means the same."""
        for count in range(2, len(HISTORY) + 1):
            client.chat({"model": "m", "messages": HISTORY[:count]})
        bodies = [request.json["messages"] for request in upstream.requests]
        for shorter, longer in zip(bodies, bodies[1:]):
            assert longer[:len(shorter)] == shorter

    def test_keeps_its_prefix_in_bytes(self, client, upstream):
        import json

        for count in (2, 4, 6):
            messages = json.dumps(HISTORY[:count])[:-1]
            client.chat('{"model":"m","messages":' + messages + "]}")
        first, second, third = (request.body[:-2] for request in upstream.requests)
        assert second.startswith(first) and third.startswith(second)

    def test_an_answer_sent_back_is_what_the_provider_said(self, client, upstream):
        model = upstream.script(say(*by_token("Dear [NAME_1], Ms [NAME_1_FAMILY]: [EMAIL_1].")))
        asked = [{"role": "user", "content": "I am Jane Roe, jane.roe@example.com."}]
        said = client.chat({"model": model, "messages": asked, "stream": True}).said["0.content"]
        assert said == "Dear Jane Roe, Ms Roe: jane.roe@example.com."
        client.chat({"model": "m", "messages": [*asked, {"role": "assistant", "content": said},
                                                 {"role": "user", "content": "Thanks."}]})
        assert upstream.last().json["messages"][-2]["content"] == "Dear [NAME_1], Ms [NAME_1_FAMILY]: [EMAIL_1]."


NAMES = ["Jane Roe", "John Doe", "Jane Doe", "John Roe", "Richard Roe", "Mary Major", "Paul Poe", "Anna Loe"]


class TestManyCallers:
    """Every caller has `[NAME_1]`; each gets back its own."""

    def test_never_see_each_others_values(self, gateway, upstream):
        model = upstream.script(lambda request: say(*by_token("So [NAME_1], [EMAIL_1], [CODE_1]?"))
                                if request.json.get("stream") else answer("So [NAME_1], [EMAIL_1], [CODE_1]?"))
        wrong, done = [], []

        def run(number):
            client = Client(gateway.port)
            name, mail, code = NAMES[number % 8], f"person.{number}@example.com", f"Wildcode {number}"
            for turn in range(20):
                text = f"My name is {name}, write to {mail}. Mention {code}."
                reply = client.ask(text, model, stream=turn % 2 == 0,
                                   headers={"X-Pii-Mapping": f'{{"{code}": "[CODE_1]"}}'})
                said = reply.said["0.content"] if turn % 2 == 0 else reply.content
                (done if said == f"So {name}, {mail}, {code}?" else wrong).append(said)
            client.close()

        threads = [threading.Thread(target=run, args=[number]) for number in range(32)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        assert not wrong
        assert len(done) == 640

    def test_a_placeholder_of_another_request_means_nothing(self, client, upstream):
        client.ask("My name is Jane Roe.")
        assert client.ask("Who is that?", upstream.script(answer("[NAME_1]"))).content == "[NAME_1]"


class TestVaultOfAConversation:
    @pytest.fixture
    def chat(self, gateways, clients):
        client = clients(gateways(conversations=True))

        def chat(text, conversation, model="m", **headers):
            return client.ask(text, model, headers={"X-Conversation-Id": conversation, **headers})

        return chat

    def test_remembers(self, chat, upstream):
        chat("My name is Jane Roe.", "remembers")
        assert chat("Who am I?", "remembers", upstream.script(answer("[NAME_1]"))).content == "Jane Roe"

    def test_goes_on_counting(self, chat, upstream):
        chat("My name is Jane Roe.", "counts")
        chat("And my name is John Doe.", "counts")
        assert "[NAME_2]" in upstream.last().json["messages"][-1]["content"]

    def test_not_in_another(self, chat, upstream):
        chat("My name is Jane Roe.", "one")
        assert chat("Who am I?", "two", upstream.script(answer("[NAME_1]"))).content == "[NAME_1]"

    def test_not_in_another_space(self, chat, upstream):
        chat("My name is Jane Roe.", "same", **{"X-Space-Id": "a"})
        model = upstream.script(answer("[NAME_1]"))
        assert chat("Who am I?", "same", model, **{"X-Space-Id": "b"}).content == "[NAME_1]"
        assert chat("Who am I?", "same", model, **{"X-Space-Id": "a"}).content == "Jane Roe"

    def test_side_by_side(self, chat, gateways, upstream):
        """Requests of one conversation at once: one value, one placeholder."""
        gateway = gateways(conversations=True)
        model = upstream.script(lambda request: answer(request.json["messages"][-1]["content"]))
        wrong = []

        def run(number):
            client = Client(gateway.port)
            for turn in range(10):
                text = f"Write to person.{turn}@example.com and mate.{number}@example.com."
                reply = client.ask(text, model, headers={"X-Conversation-Id": "crowd"})
                if reply.status != 200 or reply.content != text:
                    wrong.append(reply)
            client.close()

        threads = [threading.Thread(target=run, args=[number]) for number in range(8)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        assert not wrong
        numbers = {}
        for request in upstream.of(model):
            found = re.findall(r"\[EMAIL_\d+\]", request.json["messages"][-1]["content"])
            assert len(found) == 2
            numbers.update(dict.fromkeys(found))
        assert len(numbers) == 18

    def test_the_least_recent_is_forgotten(self, gateways, clients, upstream):
        client = clients(gateways(conversations={"maximum": 2}))
        for conversation in ("a", "b", "c"):
            client.ask("My name is Jane Roe.", headers={"X-Conversation-Id": conversation})
        model = upstream.script(answer("[NAME_1]"))
        assert client.ask("Who?", model, headers={"X-Conversation-Id": "c"}).content == "Jane Roe"
        assert client.ask("Who?", model, headers={"X-Conversation-Id": "a"}).content == "[NAME_1]"

    def test_expires(self, gateways, clients, upstream):
        import time

        client = clients(gateways(conversations={"expires": "1s"}))
        client.ask("My name is Jane Roe.", headers={"X-Conversation-Id": "short"})
        time.sleep(1.5)
        model = upstream.script(answer("[NAME_1]"))
        assert client.ask("Who?", model, headers={"X-Conversation-Id": "short"}).content == "[NAME_1]"

    def test_full(self, gateways, clients, upstream):
        client = clients(gateways(conversations={"entries": 3}))
        mails = " ".join(f"person.{number}@example.com" for number in range(9))
        reply = client.ask(mails, headers={"X-Conversation-Id": "full"})
        assert reply.status != 200
        check(reply, reply.status)
        assert "person" not in reply.text and not upstream.received

    def test_a_header_of_another_name(self, gateways, clients, upstream):
        client = clients(gateways(conversations={"header": "X-Thread"}))
        client.ask("My name is Jane Roe.", headers={"X-Thread": "a"})
        model = upstream.script(answer("[NAME_1]"))
        assert client.ask("Who?", model, headers={"X-Thread": "a"}).content == "Jane Roe"

    def test_not_between_callers(self, gateways, clients, upstream):
        from test_callers import CALLERS

        client = clients(gateways(callers=CALLERS, conversations=True))
        model = upstream.script(answer("[NAME_1]"))
        first = {"Authorization": "Bearer key-of-a", "X-Conversation-Id": "same"}
        second = {"Authorization": "Bearer key-of-b", "X-Conversation-Id": "same", "X-Space-Id": "team"}
        client.ask("My name is Jane Roe.", headers=first)
        assert client.ask("Who?", model, headers=second).content == "[NAME_1]"
        assert client.ask("Who?", model, headers=first).content == "Jane Roe"


class TestSystemValues:
    """`keep_system_values`: what only the operator's text says is not told to whoever asks."""

    MESSAGES = [{"role": "system", "content": "Our director is John Doe."},
                {"role": "user", "content": "I am Jane Roe."}]

    def test_restored_by_default(self, client, upstream):
        model = upstream.script(answer("[NAME_1] and [NAME_2]"))
        assert client.chat({"model": model, "messages": self.MESSAGES}).content == "John Doe and Jane Roe"

    def test_kept(self, gateways, clients, upstream):
        client = clients(gateways(answers={"keep_system_values": True}))
        model = upstream.script(answer("[NAME_1] and [NAME_2]"))
        assert client.chat({"model": model, "messages": self.MESSAGES}).content == "[NAME_1] and Jane Roe"

    def test_kept_in_streams(self, gateways, clients, upstream):
        client = clients(gateways(answers={"keep_system_values": True}))
        model = upstream.script(say(*by_token("[NAME_1] and [NAME_2]")))
        reply = client.chat({"model": model, "messages": self.MESSAGES, "stream": True})
        assert reply.said["0.content"] == "[NAME_1] and Jane Roe"

    def test_restored_to_one_who_said_it(self, gateways, clients, upstream):
        client = clients(gateways(answers={"keep_system_values": True}))
        model = upstream.script(answer("[NAME_1] and [NAME_2]"))
        messages = [*self.MESSAGES, {"role": "user", "content": "Is John Doe in?"}]
        assert client.chat({"model": model, "messages": messages}).content == "John Doe and Jane Roe"
