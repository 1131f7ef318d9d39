"""LiteLLM in front of the gateway: whole answers, streams, its own error classes."""

import pytest

import litellm

import clients
from upstream import RESET, answer, by_token, chunk, failure, say, stream

QUESTION = [{"role": "user", "content": "My name is Jane Roe, write to jane.roe@example.com."}]
litellm.suppress_debug_info = True


def complete(gateway, model, **more):
    return litellm.completion(model=f"openai/{model}", api_base=gateway.base, api_key=clients.KEY, messages=QUESTION,
                              num_retries=0, max_retries=0, timeout=30, **more)


def test_completion(gateway, upstream):
    said = complete(gateway, upstream.script(answer("Dear [NAME_1].")))
    assert said.choices[0].message.content == "Dear Jane Roe."


def test_stream(gateway, upstream):
    model = upstream.script(say(*by_token("Dear [NAME_1], [EMAIL_1]."), use=True))
    parts = list(complete(gateway, model, stream=True, stream_options={"include_usage": True}))
    whole = litellm.stream_chunk_builder(parts)
    assert whole.choices[0].message.content == "Dear Jane Roe, jane.roe@example.com."
    assert whole.usage.completion_tokens == 5


@pytest.mark.parametrize("status, kind", [
    (400, "BadRequestError"), (401, "AuthenticationError"), (404, "NotFoundError"), (429, "RateLimitError"),
    (500, "InternalServerError"), (503, "ServiceUnavailableError")])
def test_error_classes(status, kind, gateway, upstream):
    with pytest.raises(getattr(litellm, kind)) as caught:
        complete(gateway, upstream.script(failure(status, "No, [NAME_1]")))
    assert status == 401 or "Jane Roe" in str(caught.value)  # what is said of a key stays here


def test_a_truncated_stream_is_not_reported_as_stop(gateway, upstream):
    """Alone it says `stop` of a stream that broke off."""
    model = upstream.script(stream([chunk("Dear [NAME_1], "), chunk("I"), RESET], done=False))
    with pytest.raises(Exception) as caught:
        list(complete(gateway, model, stream=True))
    assert isinstance(caught.value, (litellm.APIConnectionError, litellm.APIError, litellm.InternalServerError,
                                     litellm.exceptions.MidStreamFallbackError))


def test_reasoning_content(gateway, upstream):
    model = upstream.script(stream([
        chunk(None, role="assistant", reasoning_content="So [NAM"), chunk(None, reasoning_content="E_1]"),
        chunk("Hi [NAME_1]"), chunk(finish="stop")]))
    parts = list(complete(gateway, model, stream=True))
    reasoning = "".join(getattr(part.choices[0].delta, "reasoning_content", None) or "" for part in parts)
    assert reasoning == "So Jane Roe"
