"""The official client: creating, streaming, raw answers, legacy completions, its error classes and its retries."""

import asyncio
import json

import openai
import pytest

import clients
from upstream import answer, by_token, chunk, event, failure, legacy_answer, say, stream, text_chunk

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."
MESSAGES = [{"role": "user", "content": QUESTION}]
SAID = "Dear Jane Roe, is jane.roe@example.com right?"
MASKED = "Dear [NAME_1], is [EMAIL_1] right?"


@pytest.fixture
def ai(gateway):
    return openai.OpenAI(base_url=gateway.base, api_key=clients.KEY, timeout=30, max_retries=0)


class TestCreate:
    def test_answer_is_restored(self, ai, upstream):
        model = upstream.script(answer(MASKED))
        completion = ai.chat.completions.create(model=model, messages=MESSAGES)
        assert completion.choices[0].message.content == SAID
        assert completion.choices[0].finish_reason == "stop"
        assert completion.usage.total_tokens == 12

    def test_the_provider_sees_placeholders(self, ai, upstream):
        ai.chat.completions.create(model=upstream.script(answer("Yes.")), messages=MESSAGES)
        sent = upstream.last().json["messages"]
        assert sent[-1] == {"role": "user", "content": "My name is [NAME_1], write to [EMAIL_1]."}
        assert sent[0]["role"] == "system" and "placeholder" in sent[0]["content"]
        assert b"Jane" not in upstream.received and b"jane.roe" not in upstream.received

    def test_every_choice(self, ai, upstream):
        model = upstream.script(answer(["[NAME_1]", "<EMAIL_1>", "[name_1]'s"]))
        completion = ai.chat.completions.create(model=model, messages=MESSAGES, n=3)
        said = [choice.message.content for choice in completion.choices]
        assert said == ["Jane Roe", "jane.roe@example.com", "Jane Roe's"]

    def test_with_raw_response(self, ai, upstream):
        model = upstream.script(answer(MASKED, headers={"x-request-id": "req-77", "openai-processing-ms": "12"}))
        raw = ai.chat.completions.with_raw_response.create(model=model, messages=MESSAGES)
        assert raw.status_code == 200
        assert raw.headers["content-type"].startswith("application/json")
        assert raw.parse().choices[0].message.content == SAID

    def test_request_id(self, ai, upstream):
        model = upstream.script(answer(MASKED, headers={"x-request-id": "req-77"}))
        assert ai.chat.completions.create(model=model, messages=MESSAGES)._request_id == "req-77"

    def test_asynchronous(self, gateway, upstream):
        async def run():
            async with openai.AsyncOpenAI(base_url=gateway.base, api_key=clients.KEY, max_retries=0) as ai:
                model = upstream.script(answer(MASKED))
                return await asyncio.gather(*(ai.chat.completions.create(model=model, messages=MESSAGES)
                                              for _ in range(8)))

        assert {completion.choices[0].message.content for completion in asyncio.run(run())} == {SAID}

    def test_models(self, ai):
        assert [model.id for model in ai.models.list()]

    def test_structured_output(self, ai, upstream):
        import pydantic

        class Person(pydantic.BaseModel):
            name: str
            mail: str

        model = upstream.script(answer('{"name":"[NAME_1]","mail":"[EMAIL_1]"}'))
        person = ai.chat.completions.parse(model=model, messages=MESSAGES, response_format=Person)
        assert person.choices[0].message.parsed == Person(name="Jane Roe", mail="jane.roe@example.com")


class TestStream:
    def test_create(self, ai, upstream):
        model = upstream.script(say(*by_token(MASKED)))
        parts = ai.chat.completions.create(model=model, messages=MESSAGES, stream=True)
        assert "".join(part.choices[0].delta.content or "" for part in parts) == SAID

    def test_every_chunk_keeps_id_and_model(self, ai, upstream):
        model = upstream.script(say(*by_token(MASKED + " [NAME_")))
        parts = list(ai.chat.completions.create(model=model, messages=MESSAGES, stream=True))
        assert {(part.id, part.created, part.object) for part in parts} == {
            ("chatcmpl-1", 1700000000, "chat.completion.chunk")}
        assert "".join(part.choices[0].delta.content or "" for part in parts) == SAID + " [NAME_"

    def test_the_accumulating_helper(self, ai, upstream):
        model = upstream.script(say(*by_token(MASKED), use=True))
        with ai.chat.completions.stream(
            model=model, messages=MESSAGES, stream_options={"include_usage": True}
        ) as parts:
            final = parts.get_final_completion()
        assert final.choices[0].message.content == SAID
        assert final.usage.completion_tokens == 5

    def test_first_choice_held_back_while_the_second_speaks(self, ai, upstream):
        """The helper fails when choice 1 is seen before choice 0."""
        model = upstream.script(stream([
            chunk("[NAME", 0), chunk("Hi", 1), chunk("_1]", 0), chunk(index=0, finish="stop"),
            chunk(index=1, finish="stop")]))
        with ai.chat.completions.stream(model=model, messages=MESSAGES, n=2) as parts:
            final = parts.get_final_completion()
        assert [choice.message.content for choice in final.choices] == ["Jane Roe", "Hi"]

    def test_tool_calls_of_the_helper(self, ai, upstream):
        def call(index, arguments, **head):
            function = {"arguments": arguments, **({"name": "f"} if head else {})}
            return chunk(tool_calls=[{"index": index, **head, "function": function}])

        model = upstream.script(stream([
            chunk(None, role="assistant"), call(0, "", id="a", type="function"), call(0, '{"who":"[NAME_'),
            call(0, '1]"}'), call(1, "", id="b", type="function"), call(1, '{"who":"[EMA'), call(1, 'IL_1]"}'),
            chunk(finish="tool_calls")]))
        with ai.chat.completions.stream(model=model, messages=MESSAGES) as parts:
            calls = parts.get_final_completion().choices[0].message.tool_calls
        assert [json.loads(call.function.arguments)["who"] for call in calls] == ["Jane Roe", "jane.roe@example.com"]
        assert [call.id for call in calls] == ["a", "b"]

    def test_refusal(self, ai, upstream):
        model = upstream.script(stream([
            chunk(None, role="assistant", refusal="No [NAME"), chunk(refusal="_1]."), chunk(finish="stop")]))
        with ai.chat.completions.stream(model=model, messages=MESSAGES) as parts:
            assert parts.get_final_completion().choices[0].message.refusal == "No Jane Roe."

    def test_logprobs_are_dropped_where_placeholders_were_issued(self, ai, upstream):
        with_logprobs = chunk("[NAME_1]")
        with_logprobs["choices"][0]["logprobs"] = {
            "content": [{"token": "[NAME_1]", "logprob": -0.5, "bytes": None, "top_logprobs": []}], "refusal": None}
        model = upstream.script(stream([with_logprobs, chunk(finish="stop")]))
        parts = list(ai.chat.completions.create(model=model, messages=MESSAGES, stream=True, logprobs=True))
        assert all(part.choices[0].logprobs is None for part in parts)
        assert parts[0].choices[0].delta.content == "Jane Roe"

    def test_logprobs_stay_where_nothing_was_masked(self, ai, upstream):
        with_logprobs = chunk("Hi")
        with_logprobs["choices"][0]["logprobs"] = {
            "content": [{"token": "Hi", "logprob": -0.5, "bytes": None, "top_logprobs": []}], "refusal": None}
        model = upstream.script(stream([with_logprobs, chunk(finish="stop")]))
        parts = list(ai.chat.completions.create(
            model=model, messages=[{"role": "user", "content": "How are you?"}], stream=True, logprobs=True))
        assert parts[0].choices[0].logprobs.content[0].token == "Hi"

    def test_usage_chunk_only_when_asked_for(self, ai, upstream):
        """Documented samples read `choices[0]` of every chunk."""
        parts = list(ai.chat.completions.create(model="m", messages=MESSAGES, stream=True))
        assert all(part.choices for part in parts)

    def test_an_unfinished_placeholder_comes_before_the_finish(self, ai, upstream):
        model = upstream.script(say("So [NAME_1"))
        parts = list(ai.chat.completions.create(model=model, messages=MESSAGES, stream=True))
        ends = [place for place, part in enumerate(parts) if part.choices[0].finish_reason]
        assert len(ends) == 1
        assert not any(part.choices[0].delta.content for part in parts[ends[0] + 1:])
        assert "".join(part.choices[0].delta.content or "" for part in parts) in ("So [NAME_1", "So [Jane Roe")


class TestLegacy:
    def test_create(self, ai, upstream):
        model = upstream.script(legacy_answer("\n" + MASKED))
        completion = ai.completions.create(model=model, prompt=QUESTION)
        assert completion.choices[0].text == "\n" + SAID
        assert upstream.last().json["prompt"] == "My name is [NAME_1], write to [EMAIL_1]."

    def test_several_prompts(self, ai, upstream):
        model = upstream.script(legacy_answer("[NAME_1]", "[NAME_2]"))
        completion = ai.completions.create(
            model=model, prompt=["I am Jane Roe.", "My name is John Doe."], suffix="Yours, Jane Roe")
        assert [choice.text for choice in completion.choices] == ["Jane Roe", "John Doe"]
        sent = upstream.last().json
        assert sent["prompt"] == ["I am [NAME_1].", "My name is [NAME_2]."]
        assert sent["suffix"] == "Yours, [NAME_1]"

    def test_echo(self, ai):
        """The provider says the prompt again, with its placeholders."""
        completion = ai.completions.create(model="m", prompt=QUESTION, echo=True)
        assert completion.choices[0].text == QUESTION

    def test_stream(self, ai, upstream):
        model = upstream.script(stream(
            [text_chunk(part) for part in by_token(MASKED)] + [text_chunk("", finish="stop")]))
        parts = ai.completions.create(model=model, prompt=QUESTION, stream=True)
        assert "".join(part.choices[0].text for part in parts) == SAID

    def test_stream_of_several_prompts(self, ai, upstream):
        model = upstream.script(stream([
            text_chunk("[NAM"), text_chunk("[EMAIL", 1), text_chunk("E_1]"), text_chunk("_1]", 1),
            text_chunk("", 1, "stop"), text_chunk("", 0, "stop")]))
        texts = {0: "", 1: ""}
        for part in ai.completions.create(model=model, prompt=[QUESTION, QUESTION], stream=True):
            texts[part.choices[0].index] += part.choices[0].text
        assert texts == {0: "Jane Roe", 1: "jane.roe@example.com"}


ERRORS = {
    400: openai.BadRequestError, 401: openai.AuthenticationError, 403: openai.PermissionDeniedError,
    404: openai.NotFoundError, 409: openai.ConflictError, 422: openai.UnprocessableEntityError,
    429: openai.RateLimitError, 500: openai.InternalServerError, 503: openai.InternalServerError,
}


class TestErrors:
    @pytest.mark.parametrize("status", [status for status in ERRORS if status not in (401, 403)])
    def test_class_and_fields_of_an_upstream_error(self, status, ai, upstream):
        model = upstream.script(failure(
            status, "No, [NAME_1]", {"x-request-id": "req-9"}, type="some_type", code="some_code", param="messages"))
        with pytest.raises(ERRORS[status]) as caught:
            ai.chat.completions.create(model=model, messages=MESSAGES)
        error = caught.value
        assert (error.code, error.type, error.param) == ("some_code", "some_type", "messages")
        assert error.request_id == "req-9"
        assert error.status_code == status
        assert error.body["message"] == "No, Jane Roe"

    @pytest.mark.parametrize("status", [401, 403])
    def test_class_of_an_error_about_the_gateways_key(self, status, ai, upstream):
        """What the provider says of a key may quote it, and it is not the caller's."""
        model = upstream.script(failure(status, "Wrong key sk-12…", {"x-request-id": "req-9"}))
        with pytest.raises(ERRORS[status]) as caught:
            ai.chat.completions.create(model=model, messages=MESSAGES)
        assert caught.value.request_id == "req-9" and caught.value.code
        assert "sk-12" not in str(caught.value)

    def test_class_and_fields_of_a_validation_error(self, ai):
        with pytest.raises(openai.UnprocessableEntityError) as caught:
            ai.chat.completions.create(model="m", messages=MESSAGES, temperature=3)
        error = caught.value
        assert (error.code, error.type, error.param) == (
            "less_than_equal", "invalid_request_error", "temperature")
        assert "Jane" not in str(error)

    def test_an_error_in_the_middle_of_a_stream(self, ai, upstream):
        failed = {"error": {"message": "No more, [NAME_1]", "type": "server_error", "param": None, "code": "x"}}
        model = upstream.script(stream([chunk("Hi [NAME"), event(failed)], done=False))
        text = ""
        with pytest.raises(openai.APIError) as caught:
            for part in ai.chat.completions.create(model=model, messages=MESSAGES, stream=True):
                text += part.choices[0].delta.content or ""
        assert "No more, Jane Roe" in caught.value.message
        assert text.startswith("Hi ")


class TestRetries:
    def ask(self, gateway, model):
        ai = openai.OpenAI(base_url=gateway.base, api_key=clients.KEY, timeout=30)
        with pytest.raises(openai.RateLimitError):
            ai.chat.completions.create(model=model, messages=MESSAGES)

    def test_429_is_tried_three_times(self, gateway, upstream):
        model = upstream.script(failure(429, "slow down", {"retry-after-ms": "5"}))
        self.ask(gateway, model)
        assert len(upstream.of(model)) == 3

    def test_429_that_says_not_to_is_tried_once(self, gateway, upstream):
        model = upstream.script(failure(429, "slow down", {"x-should-retry": "false", "retry-after": "0"}))
        self.ask(gateway, model)
        assert len(upstream.of(model)) == 1

    def test_the_same_request_is_the_same_for_the_provider(self, gateway, upstream):
        model = upstream.script(failure(429, "slow down", {"retry-after-ms": "5"}))
        self.ask(gateway, model)
        assert len({request.body for request in upstream.of(model)}) == 1


class TestHeaders:
    def test_extra_headers_decide(self, ai, upstream):
        model = upstream.script(answer("Yes."))
        ai.chat.completions.create(
            model=model, messages=MESSAGES,
            extra_headers={"X-Apply-Pii-Pseudonymization": "false", "X-Apply-Oii-Pseudonymization": "false"})
        assert upstream.last().json["messages"] == MESSAGES

    def test_the_clients_own_headers_stay_here(self, ai, upstream):
        ai.chat.completions.create(model=upstream.script(answer("Yes.")), messages=MESSAGES)
        head = upstream.last().head.lower()
        assert b"x-stainless" not in head and b"test-key" not in head and b"openai/python" not in head

    def test_identity_encoding_is_asked_for(self, ai, upstream):
        ai.chat.completions.create(model=upstream.script(answer("Yes.")), messages=MESSAGES)
        assert upstream.last().headers["accept-encoding"] == "identity"
