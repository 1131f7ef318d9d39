"""Each place of an answer where text stands, whole and as a stream."""

import json

import pytest

from upstream import Reply, answer, chunk, compact, say, stream, usage

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."
FORM = "So [NAME_1], [email_1]"
SAID = "So Jane Roe, jane.roe@example.com"


def message(client, upstream, **fields):
    """The message as the client gets it."""
    return client.ask(QUESTION, upstream.script(answer(fields.pop("content", None), **fields))).json[
        "choices"][0]["message"]


class TestWhole:
    @pytest.mark.parametrize("field", ["content", "refusal", "reasoning", "reasoning_content"])
    def test_text(self, field, client, upstream):
        assert message(client, upstream, **{field: FORM})[field] == SAID

    def test_content_in_parts(self, client, upstream):
        """Some providers answer with parts."""
        parts = [{"type": "thinking", "thinking": [{"type": "text", "text": FORM}]}, {"type": "text", "text": FORM}]
        body = json.loads(answer("x").steps[0])
        body["choices"][0]["message"]["content"] = parts
        reply = client.ask(QUESTION, upstream.script(Reply(compact(body).encode()))).json["choices"][0]["message"]
        assert reply["content"][0]["thinking"][0]["text"] == SAID and reply["content"][1]["text"] == SAID

    def test_details_of_reasoning(self, client, upstream):
        details = [{"type": "reasoning.text", "text": FORM, "format": "x", "index": 0}]
        assert message(client, upstream, content="x", reasoning_details=details)["reasoning_details"][0]["text"] == SAID

    def test_input_of_custom_tools(self, client, upstream):
        calls = [{"id": "a", "type": "custom", "custom": {"name": "f", "input": FORM}}]
        assert message(client, upstream, tool_calls=calls)["tool_calls"][0]["custom"]["input"] == SAID

    def test_annotations(self, client, upstream):
        """Their places count characters of the content."""

        def cite(text, what):
            start = text.index(what)
            return {"type": "url_citation", "url_citation": {
                "start_index": start, "end_index": start + len(what), "title": "T", "url": "https://example.com/"}}

        masked, text = "é [EMAIL_1] see page, [NAME_1].", "é jane.roe@example.com see page, Jane Roe."
        reply = message(client, upstream, content=masked, annotations=[
            cite(masked, "[EMAIL_1]"), cite(masked, "see page"), cite(masked, "[NAME_1]")])
        assert reply["content"] == text
        assert reply["annotations"] == [
            cite(text, "jane.roe@example.com"), cite(text, "see page"), cite(text, "Jane Roe")]

    def test_logprobs_are_dropped_or_kept(self, client, clients, gateways, upstream):
        body = json.loads(answer("[NAME_1]").steps[0])
        body["choices"][0]["logprobs"] = {"content": [{"token": "[NAME", "logprob": -1, "bytes": None,
                                                        "top_logprobs": []}], "refusal": None}
        model = upstream.script(Reply(compact(body).encode()))
        assert client.ask(QUESTION, model).json["choices"][0]["logprobs"] is None
        keeping = clients(gateways(answers={"logprobs": "keep"})).ask(QUESTION, model)
        assert keeping.json["choices"][0]["logprobs"]["content"][0]["token"] == "[NAME"
        assert keeping.content == "Jane Roe"

    def test_what_is_no_text_of_the_models_stays(self, client, upstream):
        body = json.loads(answer("Hi").steps[0])
        body.update({"id": "[NAME_1]", "model": "m-[NAME_1]", "system_fingerprint": "fp", "created": 17})
        reply = client.ask(QUESTION, upstream.script(Reply(compact(body).encode()))).json
        assert reply["created"] == 17 and reply["system_fingerprint"] == "fp" and reply["usage"] == usage()
        assert reply["id"] == "[NAME_1]" or reply["id"] == "Jane Roe"

    def test_other_bytes_are_as_they_were(self, client, upstream):
        body = ('{ "id":"c", "object" : "chat.completion","created":1700000000,"x":1.50,"model":"m",\n\t'
                '"choices":[ {"index":0,"message":{"role":"assistant","name":"caf\\u00e9 \\/","content":"[NAME_1]!"},'
                '"finish_reason":"stop"} ] }')
        reply = client.ask(QUESTION, upstream.script(Reply(body.encode())))
        assert reply.body.decode() == body.replace("[NAME_1]", "Jane Roe")

    def test_escapes_of_a_placeholder(self, client, upstream):
        body = answer("x").steps[0].replace(b'"x"', b'"\\u005bNAME_1\\u005D, \\u005BNAME\\u005f1]"')
        assert client.ask(QUESTION, upstream.script(Reply(body))).content == "Jane Roe, Jane Roe"

    def test_half_a_character(self, client, upstream):
        body = answer("x").steps[0].replace(b'"x"', b'"[NAME_1] \\ud83d ok"')
        reply = client.ask(QUESTION, upstream.script(Reply(body)))
        assert reply.status == 200 and b"Jane Roe" in reply.body and b" ok" in reply.body


class TestStreams:
    def ask(self, client, upstream, *events):
        reply = client.ask(QUESTION, upstream.script(stream([*events, chunk(finish="stop")])), stream=True)
        return [json.loads(data) for data in reply.events[:-1]]

    def deltas(self, chunks):
        return [chunk["choices"][0]["delta"] for chunk in chunks if chunk["choices"]]

    def test_input_of_custom_tools(self, client, upstream):
        def call(text, **head):
            custom = {"input": text, **({"name": "f"} if head else {})}
            return chunk(tool_calls=[{"index": 0, **head, "custom": custom}])

        chunks = self.ask(client, upstream, call("", id="a", type="custom"), call('So "[NAM'), call('E_1]", [email_1'),
                          call("]"))
        said = "".join(call["custom"].get("input", "") for delta in self.deltas(chunks)
                       for call in delta.get("tool_calls", []))
        assert said == 'So "Jane Roe", jane.roe@example.com'

    def test_details_of_reasoning(self, client, upstream):
        def detail(text):
            return chunk(None, reasoning_details=[{"type": "reasoning.text", "text": text, "index": 0}])

        chunks = self.ask(client, upstream, detail("So [NAME_1], "), detail("[EMAIL_1]"))
        said = "".join(item["text"] for delta in self.deltas(chunks) for item in delta.get("reasoning_details", []))
        assert said == SAID

    def test_content_in_parts(self, client, upstream):
        chunks = self.ask(client, upstream, chunk([{"type": "text", "text": FORM}]))
        assert SAID in json.dumps(chunks)

    def test_a_long_text(self, client, upstream):
        """Longer than any buffer, with a placeholder every few words."""
        text = " ".join(f"word{number} [NAME_1] [EMAIL_1]" for number in range(5000))
        parts = [text[start:start + 1013] for start in range(0, len(text), 1013)]
        said = client.ask(QUESTION, upstream.script(say(*parts)), stream=True).said["0.content"]
        assert said == text.replace("[NAME_1]", "Jane Roe").replace("[EMAIL_1]", "jane.roe@example.com")

    def test_events_larger_than_packets(self, client, upstream):
        text = "x" * 200_000 + " [NAME_1] " + "y" * 200_000
        assert client.ask(QUESTION, upstream.script(say(text)), stream=True).said["0.content"] == text.replace(
            "[NAME_1]", "Jane Roe")


class TestFormsOfJSON:
    """Where JSON was asked for, the content is JSON, and stays it."""

    NASTY = 'Zoë "Zed" O\'Brien \\ Sons\nLtd'

    @pytest.mark.parametrize("form", ["json_object", "json_schema"])
    @pytest.mark.parametrize("streams", [False, True])
    def test_a_value_with_quotes(self, streams, form, client, upstream):
        text = '{"who":"[NAME_1]","list":["x [NAME_1]"]}'
        format = {"type": form, **({"json_schema": {"name": "n", "schema": {"type": "object"}}}
                                   if form == "json_schema" else {})}
        reply = client.ask(f"JSON about {self.NASTY}.", upstream.script(say(*text) if streams else answer(text)),
                           stream=streams, response_format=format,
                           headers={"X-Pii-Mapping": json.dumps({"[NAME_1]": self.NASTY})})
        said = reply.said["0.content"] if streams else reply.content
        assert json.loads(said) == {"who": self.NASTY, "list": [f"x {self.NASTY}"]}

    def test_ordinary_text_is_not_escaped(self, client, upstream):
        reply = client.ask(f"About {self.NASTY}.", upstream.script(answer('Call "[NAME_1]".')),
                           headers={"X-Pii-Mapping": json.dumps({"[NAME_1]": self.NASTY})})
        assert reply.content == f'Call "{self.NASTY}".'
