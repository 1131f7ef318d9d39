"""LangChain: messages that are added up, tool calls with arguments that are read leniently, usage."""

import asyncio

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI

import clients
from upstream import answer, by_token, chunk, compact, say, stream

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."


@tool
def find(who: str) -> str:
    """Finds somebody."""
    return who


@pytest.fixture
def chat(gateway, upstream):
    def chat(reply, **more):
        return ChatOpenAI(base_url=gateway.base, api_key=clients.KEY, model=upstream.script(reply), max_retries=0,
                          timeout=30, **more)

    return chat


def call(arguments, index=0, **head):
    return chunk(tool_calls=[{"index": index, **head, "function": {
        "arguments": arguments, **({"name": "find"} if head else {})}}])


def test_invoke(chat):
    message = chat(answer("Dear [NAME_1], [EMAIL_1].")).invoke(QUESTION)
    assert message.content == "Dear Jane Roe, jane.roe@example.com."
    assert message.usage_metadata["total_tokens"] == 12


def test_stream(chat):
    parts = list(chat(say(*by_token("Dear [NAME_1], [EMAIL_1]."), use=True), stream_usage=True).stream(QUESTION))
    whole = parts[0]
    for part in parts[1:]:
        whole += part
    assert whole.content == "Dear Jane Roe, jane.roe@example.com."
    assert whole.usage_metadata["output_tokens"] == 5
    assert whole.response_metadata["finish_reason"] == "stop"


def test_asynchronous_stream(chat):
    async def run():
        return "".join([part.content async for part in chat(say(*by_token("Dear [NAME_1]."))).astream(QUESTION)])

    assert asyncio.run(run()) == "Dear Jane Roe."


def test_a_finish_with_text_is_added_up_once(chat):
    """`stopstop` is what becomes of a finish that is sent with the held-back text and again."""
    parts = list(chat(say("Dear [NAME_1]", " and [NAME")).stream(QUESTION))
    assert [part.response_metadata["finish_reason"] for part in parts
            if "finish_reason" in part.response_metadata] == ["stop"]


@pytest.mark.parametrize("pieces", ["by_token", "whole"])
def test_tool_calls_are_valid(pieces, chat):
    arguments = compact({"who": "[NAME_1] <[EMAIL_1]>"})
    parts = by_token(arguments) if pieces == "by_token" else [arguments]
    bound = chat(stream([chunk(None, role="assistant"), call("", id="a", type="function"), *map(call, parts),
                         chunk(finish="tool_calls")])).bind_tools([find])
    whole = None
    for part in bound.stream(QUESTION):
        whole = part if whole is None else whole + part
    assert not whole.invalid_tool_calls
    assert whole.tool_calls[0]["args"] == {"who": "Jane Roe <jane.roe@example.com>"}


def test_a_conversation_with_tools(chat, upstream):
    """What the model asked a tool, and what the tool said, go back to the provider under the same placeholders."""
    model = chat(answer("[NAME_1] has [PHONE_1]."))
    said = model.invoke([
        SystemMessage("You help Jane Roe."), HumanMessage(QUESTION),
        AIMessage("", tool_calls=[{"name": "find", "args": {"who": "Jane Roe"}, "id": "a"}]),
        ToolMessage('{"who": "Jane Roe", "phone": "+1 415 555 0100"}', tool_call_id="a")])
    assert said.content == "Jane Roe has +1 415 555 0100."
    sent = upstream.last().json["messages"]
    assert sent[0]["content"].endswith("You help [NAME_1].")
    assert sent[1]["content"] == "My name is [NAME_1], write to [EMAIL_1]."
    assert sent[2]["tool_calls"][0]["function"]["arguments"] == '{"who": "[NAME_1]"}'
    assert sent[3] == {"role": "tool", "tool_call_id": "a", "content": '{"who": "[NAME_1]", "phone": "[PHONE_1]"}'}


def test_structured_output(chat):
    import pydantic

    class Person(pydantic.BaseModel):
        name: str
        mail: str

    model = chat(answer('{"name":"[NAME_1]","mail":"[EMAIL_1]"}')).with_structured_output(Person)
    assert model.invoke(QUESTION) == Person(name="Jane Roe", mail="jane.roe@example.com")


def test_an_error_in_the_middle_is_no_end(chat):
    import openai

    with pytest.raises(openai.APIError):
        for _ in chat(stream([chunk("Hi"), {"error": {"message": "lost", "type": "x", "param": None, "code": None}}],
                             done=False)).stream(QUESTION):
            pass
