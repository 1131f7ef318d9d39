"""instructor checks arguments strictly: a second request is a value that came back wrong."""

import base64
from typing import Annotated

import instructor
import openai
import pydantic
import pytest

import clients
from upstream import answer, by_token, chunk, compact, stream

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."
Mail = Annotated[str, pydantic.StringConstraints(pattern=r"^[^@]+@example\.com$")]


class Person(pydantic.BaseModel):
    name: str
    mail: Mail
    note: str


EXPECTED = {"name": "Jane Roe", "mail": "jane.roe@example.com", "note": '"Jane Roe"\n\\'}
ARGUMENTS = compact({"name": "[NAME_1]", "mail": "[EMAIL_1]", "note": '"[NAME_1]"\n\\'})


def ask(gateway, model, mode, **more):
    ai = openai.OpenAI(base_url=gateway.base, api_key=clients.KEY, max_retries=0, timeout=30)
    create = instructor.from_openai(ai, mode=mode).chat.completions
    return create.create(model=model, messages=[{"role": "user", "content": QUESTION}], response_model=Person, **more)


def calls(request):
    name = request.json["tools"][0]["function"]["name"]
    return answer(None, finish="tool_calls", tool_calls=[
        {"id": "a", "type": "function", "function": {"name": name, "arguments": ARGUMENTS}}])


def test_tools(gateway, upstream):
    model = upstream.script(calls)
    assert ask(gateway, model, instructor.Mode.TOOLS).model_dump() == EXPECTED
    assert len(upstream.of(model)) == 1


@pytest.mark.parametrize("mode", ["JSON", "JSON_SCHEMA", "MD_JSON"])
def test_json_in_the_content(mode, gateway, upstream):
    text = f"```json\n{ARGUMENTS}\n```" if mode == "MD_JSON" else ARGUMENTS
    model = upstream.script(answer(text))
    assert ask(gateway, model, instructor.Mode[mode]).model_dump() == EXPECTED
    assert len(upstream.of(model)) == 1


def test_partial_objects_from_a_stream(gateway, upstream):
    def reply(request):
        name = request.json["tools"][0]["function"]["name"]
        head = {"index": 0, "id": "a", "type": "function", "function": {"name": name, "arguments": ""}}
        return stream([chunk(None, role="assistant", tool_calls=[head])]
                      + [chunk(tool_calls=[{"index": 0, "function": {"arguments": part}}])
                         for part in by_token(ARGUMENTS)] + [chunk(finish="tool_calls")])

    ai = openai.OpenAI(base_url=gateway.base, api_key=clients.KEY, max_retries=0, timeout=30)
    create = instructor.from_openai(ai, mode=instructor.Mode.TOOLS).chat.completions
    parts = list(create.create_partial(
        model=upstream.script(reply), messages=[{"role": "user", "content": QUESTION}], response_model=Person))
    assert parts[-1].model_dump() == EXPECTED
    assert all("[" not in (part.name or "") + (part.mail or "") for part in parts)


@pytest.mark.parametrize("mode", ["TOOLS", "JSON_SCHEMA", "JSON"])
def test_a_value_with_quotes_needs_one_request(mode, gateway, upstream):
    """Arguments are JSON, and so is the content where the request asks for JSON."""
    nasty = 'Zoë "Zed" O\'Brien \\ Sons\nLtd'

    class Name(pydantic.BaseModel):
        name: str

    def reply(request):
        if mode != "TOOLS":
            return answer('{"name":"[NAME_1]"}')
        name = request.json["tools"][0]["function"]["name"]
        return answer(None, finish="tool_calls", tool_calls=[
            {"id": "a", "type": "function", "function": {"name": name, "arguments": '{"name":"[NAME_1]"}'}}])

    headers = {"X-Pii-Mapping": base64.b64encode(compact({"[NAME_1]": nasty}).encode()).decode()}
    ai = openai.OpenAI(base_url=gateway.base, api_key=clients.KEY, max_retries=0, timeout=30, default_headers=headers)
    model = upstream.script(reply)
    found = instructor.from_openai(ai, mode=instructor.Mode[mode]).chat.completions.create(
        model=model, messages=[{"role": "user", "content": f"About {nasty}."}], response_model=Name)
    assert found.name == nasty
    assert len(upstream.of(model)) == 1
