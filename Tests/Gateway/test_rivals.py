"""What users of other gateways complain about, each a test by name."""

import json

import pytest

from fields import holds
from plain import Live
from upstream import Gate, answer, by_token, chunk, say, stream

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."


def sent(upstream):
    return upstream.last().json["messages"][-1]["content"]


def test_1_a_placeholder_split_over_chunks_is_restored(client, upstream):
    for parts in (list("[NAME_1]"), by_token("[NAME_1]"), ["[", "NAME_1", "]"], ["[NAME_1", "]"]):
        said = client.ask(QUESTION, upstream.script(say("Dear ", *parts, "!")), stream=True).said
        assert said["0.content"] == "Dear Jane Roe!"


def test_1_a_stream_is_not_buffered_whole(client, upstream):
    gate = Gate()
    model = upstream.script(stream([chunk("Dear [NAME_1], "), gate, chunk("bye"), chunk(finish="stop")]))
    live = Live(client.begin("POST", "/v1/chat/completions", {
        "model": model, "stream": True, "messages": [{"role": "user", "content": QUESTION}]}))
    assert live.until(lambda said: "Roe" in said.get("0.content", ""))["0.content"] == "Dear Jane Roe, "
    gate.open()
    assert live.until(lambda said: said["done"])["0.content"] == "Dear Jane Roe, bye"


@pytest.mark.parametrize("streams", [False, True])
def test_2_arguments_of_tools_are_restored_and_stay_json(streams, client, upstream):
    name = 'Jane "JR" Roe\\'
    call = {"id": "a", "type": "function", "function": {"name": "f", "arguments": '{"who":"[NAME_1]"}'}}
    reply = stream([chunk(tool_calls=[{"index": 0, **call}]), chunk(finish="tool_calls")]) if streams else answer(
        None, tool_calls=[call], finish="tool_calls")
    reply = client.ask(f"About {name}.", upstream.script(reply), stream=streams,
                       headers={"X-Pii-Mapping": json.dumps({name: "[NAME_1]"})})
    arguments = (reply.said["0.tool.0.arguments"] if streams
                 else reply.json["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"])
    assert json.loads(arguments) == {"who": name}


def test_3_numbers_do_not_start_anew_in_the_next_request(client, upstream):
    history = [{"role": "user", "content": QUESTION}, {"role": "assistant", "content": "Hello Jane Roe"},
               {"role": "user", "content": "My name is not John Doe."}]
    client.chat({"model": "m", "messages": history[:1]})
    first = upstream.last().json["messages"]
    client.chat({"model": "m", "messages": history})
    assert upstream.last().json["messages"][:len(first)] == first
    assert "[NAME_2]" in sent(upstream)


@pytest.mark.parametrize("written, read", [
    ("[name_1]", "Jane Roe"), ("<NAME_1>", "Jane Roe"), ("{{NAME_1}}", "Jane Roe"), ("\\[NAME\\_1\\]", "Jane Roe"),
    ("[NAME_1]'s", "Jane Roe's"), ("**[NAME_1]**", "**Jane Roe**"), ("[NAME 1]", "Jane Roe"), ("NAME_1", "Jane Roe"),
    ("&lt;NAME_1&gt;", "Jane Roe"), ("【NAME_1】", "Jane Roe"), ("[NAME_01]", "Jane Roe")])
@pytest.mark.parametrize("streams", [False, True])
def test_4_a_changed_placeholder_is_restored(streams, written, read, client, upstream):
    text = f"So {written}, yes"
    reply = client.ask(QUESTION, upstream.script(say(*text) if streams else answer(text)), stream=streams)
    assert (reply.said["0.content"] if streams else reply.content) == f"So {read}, yes"


@pytest.mark.parametrize("written", ["[NAME_12]", "[NAME_2]", "[NAMES_1]", "[NAME_1_X1]", "[EMAIL_10]", "NAME_11"])
def test_4_nothing_is_restored_to_the_wrong_person(written, client, upstream):
    assert client.ask(QUESTION, upstream.script(answer(f"So {written}."))).content == f"So {written}."


def test_5_nothing_is_shared_between_requests(client, upstream):
    client.ask("My name is John Doe.")
    model = upstream.script(answer("[NAME_1] [NAME_2] [EMAIL_1]"))
    assert client.ask("My name is Jane Roe.", model).content == "Jane Roe [NAME_2] [EMAIL_1]"


@pytest.mark.parametrize("text", [
    "Jane Roe <jane.roe@example.com>, https://example.com/?mail=jane.roe@example.com&n=Jane%20Roe",
    "jane.roe@example.com,jane.roe@example.com;john.doe@example.com", "Jane Roe John Doe Jane Roe",
    "+1 415 555 0100 +1 415 555 0100/+1 415 555 0101",
    "Jane Roe's\r\nJANE ROE\tjane roe\u00a0J. Roe", "\x00Jane Roe\x7f",
    "[NAME_1] Jane Roe [NAME_2] [EMAIL_1] jane.roe@example.com", "Jane Roe 👩‍👩‍👧 jane.roe@example.com 京都"])
def test_6_there_and_back_is_the_same(text, client, upstream):
    assert client.ask(text).content == text
    assert client.ask(text, stream=True).said["0.content"] == text


def test_7_parts_and_spellings_of_a_name_do_not_leak(client, upstream):
    text = "My name is John Doe. JOHN DOE, Mr Doe and John are one; Doe, John too."
    assert client.ask(text).content == text
    assert not holds(upstream.received, "john") and not holds(upstream.received, "doe")


def test_8_text_that_looks_like_a_placeholder_is_not_one(client, upstream):
    text = "Explain [NAME_1] and [EMAIL_1] to Jane Roe, jane.roe@example.com."
    assert client.ask(text).content == text
    assert sent(upstream).startswith("Explain [NAME_1] and [EMAIL_1] to [NAME_2], ")
    model = upstream.script(answer("[NAME_1] is not [NAME_2]"))
    assert client.ask(text, model).content == "[NAME_1] is not Jane Roe"


@pytest.mark.parametrize("text", [
    "jane.roe\u200b@example.com", "ｊａｎｅ．ｒｏｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "jаne.roe@example.com", "jane.roe%40example.com",
    "jane.roe&#64;example.com", "jane.roe [at] example.com"])
def test_9_disguised_identifiers_do_not_get_past(text, client, upstream):
    assert client.ask(f"Write to {text} today").content == f"Write to {text} today"
    assert "example" not in sent(upstream) and "ｅｘａｍｐｌｅ" not in sent(upstream)


@pytest.mark.parametrize("text", [
    "x\\n{}\\ty", '"\\t{}\\n', "{{\"a\": \"b\\n{}\\r\\n", "\\u0041\\u0020{}", "\\\\n{}\\\\n"],
    ids=["lines", "quote", "half_json", "codes", "twice"])
@pytest.mark.parametrize("value", ["4111 1111 1111 1111", "+1 415 555 0177", "canary.roe@example.com", "Quillfeather"])
def test_9_escapes_in_pasted_source_hide_nothing(value, text, client, upstream):
    text = text.format(value)
    headers = {"X-Pii-Mapping": '{"Quillfeather": "PROJECT"}'}
    assert client.ask(text, headers=headers).content == text
    assert not holds(upstream.received, value), sent(upstream)


@pytest.mark.parametrize("text", [
    "x@" * 50_000, "1 " * 60_000, "1-" * 60_000, "http://" + "a." * 40_000 + "com", "password: " + "a" * 100_000,
    "Jane Roe " * 15_000, "(" * 50_000, "-----BEGIN PRIVATE KEY-----\n" + "A" * 60_000, "a@" + "b." * 30_000 + "com"],
    ids=["at_signs", "digits", "digits_and_hyphens", "long_host", "long_password", "many_names", "brackets",
         "key_without_end", "long_mail"])
def test_11_what_takes_too_long_is_refused_or_masked(text, client, upstream):
    """Never sent as it is because a rule could not be tried to its end."""
    canary = "canary.roe@example.com"
    reply = client.ask(f"{canary} {text} {canary}")
    assert not holds(upstream.received, canary)
    assert reply.status == 200 or (400 <= reply.status < 500 and not upstream.received)
    assert canary not in reply.text or reply.status == 200
