"""Real clients behind one shape: each asks one question as a stream and says what came back."""

import json
from dataclasses import dataclass, field

KEY = "test-key"


@dataclass
class Outcome:
    text: str = ""
    tools: list = field(default_factory=list)  # arguments as text, or read where the client reads them
    finish: str | None = None
    usage: int | None = None  # completion tokens
    error: Exception | None = None


def openai_create(base, model, text, headers=None, **more):
    """`create(stream=True)`: raw chunks."""
    import openai

    outcome, tools = Outcome(), {}
    client = openai.OpenAI(base_url=base, api_key=KEY, max_retries=0, timeout=30, default_headers=headers)
    try:
        messages = [{"role": "user", "content": text}]
        for chunk in client.chat.completions.create(model=model, messages=messages, stream=True, **more):
            if chunk.usage:
                outcome.usage = chunk.usage.completion_tokens
            for choice in chunk.choices:
                outcome.text += choice.delta.content or ""
                outcome.finish = choice.finish_reason or outcome.finish
                for call in choice.delta.tool_calls or []:
                    tools[call.index] = tools.get(call.index, "") + (call.function.arguments or "")
    except Exception as error:  # which one is for the test to say
        outcome.error = error
    outcome.tools = [json.loads(tools[index]) for index in sorted(tools)] if not outcome.error else []
    return outcome


def openai_stream(base, model, text, headers=None, **more):
    """`.stream()`: the accumulator, which is stricter."""
    import openai

    outcome = Outcome()
    client = openai.OpenAI(base_url=base, api_key=KEY, max_retries=0, timeout=30, default_headers=headers)
    try:
        messages = [{"role": "user", "content": text}]
        with client.chat.completions.stream(model=model, messages=messages, **more) as stream:
            for event in stream:
                if event.type == "content.delta":
                    outcome.text += event.delta
            final = stream.get_final_completion()
        message = final.choices[0].message
        assert (message.content or "") == outcome.text
        outcome.finish = final.choices[0].finish_reason
        outcome.usage = final.usage.completion_tokens if final.usage else None
        outcome.tools = [json.loads(call.function.arguments) for call in message.tool_calls or []]
    except Exception as error:
        outcome.error = error
    return outcome


def langchain(base, model, text, headers=None, **more):
    from langchain_openai import ChatOpenAI

    outcome, whole = Outcome(), None
    usage = bool(more.pop("stream_options", None))
    tools = more.pop("tools", None)
    chat = ChatOpenAI(base_url=base, api_key=KEY, model=model, max_retries=0, stream_usage=usage, timeout=30,
                      default_headers=headers)
    chat = chat.bind_tools(tools) if tools else chat
    try:
        for chunk in chat.stream(text, **more):
            whole = chunk if whole is None else whole + chunk
        outcome.text = whole.content
        outcome.tools = [call["args"] for call in whole.tool_calls]
        assert not whole.invalid_tool_calls
        outcome.finish = whole.response_metadata.get("finish_reason")
        outcome.usage = whole.usage_metadata["output_tokens"] if whole.usage_metadata else None
    except Exception as error:
        outcome.error = error
    return outcome


def pydantic_ai(base, model, text, headers=None, **more):
    import asyncio

    from openai import AsyncOpenAI
    from pydantic_ai.direct import model_request_stream
    from pydantic_ai.messages import ModelRequest, TextPart, ToolCallPart
    from pydantic_ai.models import ModelRequestParameters
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider
    from pydantic_ai.tools import ToolDefinition

    outcome = Outcome()

    async def run():
        client = AsyncOpenAI(base_url=base, api_key=KEY, max_retries=0, timeout=30, default_headers=headers)
        chat = OpenAIChatModel(model, provider=OpenAIProvider(openai_client=client))
        tools = [ToolDefinition(name=tool["function"]["name"], parameters_json_schema=tool["function"]["parameters"])
                 for tool in more.get("tools", [])]
        parameters = ModelRequestParameters(function_tools=tools)
        messages = [ModelRequest.user_text_prompt(text)]
        async with client, model_request_stream(chat, messages, model_request_parameters=parameters) as stream:
            async for _ in stream:
                pass
            final = stream.get()
        outcome.text = "".join(part.content for part in final.parts if isinstance(part, TextPart))
        outcome.tools = [part.args_as_dict() for part in final.parts if isinstance(part, ToolCallPart)]
        outcome.finish = final.finish_reason
        outcome.usage = final.usage.output_tokens or None

    try:
        asyncio.run(run())
    except Exception as error:
        outcome.error = error
    return outcome


def litellm(base, model, text, headers=None, **more):
    import litellm

    litellm.suppress_debug_info = True
    more.pop("tools", None)  # with tools it wants a package for agents; the answer calls them all the same
    outcome = Outcome()
    try:
        messages = [{"role": "user", "content": text}]
        chunks = list(litellm.completion(
            model=f"openai/{model}", api_base=base, api_key=KEY, messages=messages, stream=True, num_retries=0,
            max_retries=0, timeout=30, extra_headers=headers, **more))
        whole = litellm.stream_chunk_builder(chunks, messages=messages)
        message = whole.choices[0].message
        outcome.text = message.content or ""
        outcome.tools = [json.loads(call.function.arguments) for call in message.tool_calls or []]
        outcome.finish = whole.choices[0].finish_reason
        outcome.usage = whole.usage.completion_tokens if more.get("stream_options") else None
    except Exception as error:
        outcome.error = error
    return outcome


def httpx_sse(base, model, text, headers=None, **more):
    """Raw events, read as strictly as by the specification."""
    import httpx
    from httpx_sse import connect_sse

    outcome, tools = Outcome(), {}
    try:
        body = {"model": model, "stream": True, "messages": [{"role": "user", "content": text}], **more}
        with httpx.Client(timeout=30, trust_env=False, headers=headers) as client:
            with connect_sse(client, "POST", f"{base}/chat/completions", json=body) as source:
                source.response.raise_for_status()
                done = False
                for event in source.iter_sse():
                    assert not done and event.event == "message" and not event.id and event.retry is None
                    if event.data == "[DONE]":
                        done = True
                        continue
                    chunk = event.json()
                    if chunk.get("error"):
                        raise RuntimeError(chunk["error"]["message"])
                    if chunk.get("usage"):
                        outcome.usage = chunk["usage"]["completion_tokens"]
                    for choice in chunk["choices"]:
                        outcome.text += choice["delta"].get("content") or ""
                        outcome.finish = choice.get("finish_reason") or outcome.finish
                        for call in choice["delta"].get("tool_calls") or []:
                            arguments = call.get("function", {}).get("arguments") or ""
                            tools[call["index"]] = tools.get(call["index"], "") + arguments
                assert done, "the stream ended without [DONE]"
        outcome.tools = [json.loads(tools[index]) for index in sorted(tools)]
    except Exception as error:
        outcome.error = error
    return outcome


STREAMING = {function.__name__: function
             for function in (openai_create, openai_stream, langchain, pydantic_ai, litellm, httpx_sse)}
