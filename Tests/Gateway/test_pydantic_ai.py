"""pydantic-ai: an agent that streams, calls tools and checks what it gets."""

import asyncio
from typing import Annotated

import pydantic
import pytest
from openai import AsyncOpenAI
from pydantic_ai import Agent
from pydantic_ai.exceptions import ModelHTTPError
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

import clients
from upstream import answer, by_token, chunk, compact, failure, say, stream

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."
Mail = Annotated[str, pydantic.StringConstraints(pattern=r"^[^@]+@example\.com$")]


def run(gateway, model, work, **more):
    """Runs `work` with an agent whose connections end with it."""

    async def inside():
        async with AsyncOpenAI(base_url=gateway.base, api_key=clients.KEY, max_retries=0, timeout=30) as client:
            chat = OpenAIChatModel(model, provider=OpenAIProvider(openai_client=client))
            return await work(Agent(chat, **more))

    return asyncio.run(inside())


def test_run(gateway, upstream):
    async def work(agent):
        return (await agent.run(QUESTION)).output

    assert run(gateway, upstream.script(answer("Dear [NAME_1].")), work) == "Dear Jane Roe."


def test_run_stream(gateway, upstream):
    async def work(agent):
        async with agent.run_stream(QUESTION) as result:
            parts = [part async for part in result.stream_text(delta=True, debounce_by=None)]
            return "".join(parts), result.usage

    model = upstream.script(say(*by_token("Dear [NAME_1], [EMAIL_1]."), use=True))
    text, usage = run(gateway, model, work)
    assert text == "Dear Jane Roe, jane.roe@example.com."
    usage = usage() if callable(usage) else usage
    assert (usage.input_tokens, usage.output_tokens) == (7, 5)


def test_a_loop_with_a_tool(gateway, upstream):
    """The tool gets the value, the provider gets the placeholder of the tool's result."""
    asked = []

    def reply(request):
        messages = request.json["messages"]
        if messages[-1]["role"] == "tool":
            return answer("Told: " + messages[-1]["content"])
        return answer(None, finish="tool_calls", tool_calls=[{
            "id": "a", "type": "function", "function": {"name": "find", "arguments": '{"who":"[NAME_1]"}'}}])

    async def work(agent):
        @agent.tool_plain
        def find(who: str) -> str:
            asked.append(who)
            return f"{who} has +1 415 555 0100"

        return (await agent.run(QUESTION)).output

    model = upstream.script(reply)
    assert run(gateway, model, work) == "Told: Jane Roe has +1 415 555 0100"
    assert asked == ["Jane Roe"]
    assert len(upstream.of(model)) == 2
    assert b"Jane" not in upstream.received and b"555" not in upstream.received


def test_a_loop_with_a_tool_in_a_stream(gateway, upstream):
    def reply(request):
        messages = request.json["messages"]
        if messages[-1]["role"] == "tool":
            return say(*by_token("Told: " + messages[-1]["content"]))
        head = {"index": 0, "id": "a", "type": "function", "function": {"name": "find", "arguments": ""}}
        parts = by_token(compact({"who": "[NAME_1]", "mails": ["[EMAIL_1]"]}))
        return stream([chunk(None, role="assistant", tool_calls=[head])]
                      + [chunk(tool_calls=[{"index": 0, "function": {"arguments": part}}]) for part in parts]
                      + [chunk(finish="tool_calls")])

    async def work(agent):
        @agent.tool_plain
        def find(who: str, mails: list[str]) -> str:
            return f"{who}, {mails[0]}"

        async with agent.run_stream(QUESTION) as result:
            return await result.get_output()

    assert run(gateway, upstream.script(reply), work) == "Told: Jane Roe, jane.roe@example.com"


def test_output_of_a_type(gateway, upstream):
    class Person(pydantic.BaseModel):
        name: str
        mail: Mail

    async def work(agent):
        return (await agent.run(QUESTION)).output

    def reply(request):
        name = request.json["tools"][0]["function"]["name"]
        arguments = '{"name":"[NAME_1]","mail":"[EMAIL_1]"}'
        return answer(None, finish="tool_calls", tool_calls=[
            {"id": "a", "type": "function", "function": {"name": name, "arguments": arguments}}])

    model = upstream.script(reply)
    person = run(gateway, model, work, output_type=Person)
    assert person == Person(name="Jane Roe", mail="jane.roe@example.com")
    assert len(upstream.of(model)) == 1  # a second request is a validation that failed


def test_an_upstream_error(gateway, upstream):
    async def work(agent):
        await agent.run(QUESTION)

    with pytest.raises(ModelHTTPError) as caught:
        run(gateway, upstream.script(failure(400, "No, [NAME_1]", code="x")), work)
    assert caught.value.status_code == 400
    assert caught.value.body["message"] == "No, Jane Roe"


def test_an_error_in_the_middle_of_a_stream(gateway, upstream):
    async def work(agent):
        async with agent.run_stream(QUESTION) as result:
            return await result.get_output()

    error = {"error": {"message": "lost", "type": "x", "param": None, "code": None}}
    with pytest.raises(Exception) as caught:
        run(gateway, upstream.script(stream([chunk("Hi [NAME_1]"), error], done=False)), work)
    assert "lost" in str(caught.value)
