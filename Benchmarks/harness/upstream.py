#!/usr/bin/env python3
"""A provider that takes its time, for what wrk cannot measure: it streams an event, and then more by and by.

  upstream.py PORT

The model `slow` gets an event every 20 ms, fourteen in all; `open` one at once and then one every 5 s, without an end.
"""

import asyncio
import json
import sys

PIECES = ["Dear", " [", "NAME", "_", "1", "],", " thank", " you", " for", " writing", " to", " us", "."]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"


def event(content, finish=None):
    delta = {} if content is None else {"content": content}
    chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m",
             "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def chunked(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


async def answer(reader, writer):
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        model = json.loads(await reader.readexactly(length))["model"]
        writer.write(HEAD + chunked(event(PIECES[0])))
        await writer.drain()
        if model == "open":
            while True:
                await asyncio.sleep(5)
                writer.write(chunked(event(" still")))
                await writer.drain()
        for piece in PIECES[1:]:
            await asyncio.sleep(0.02)
            writer.write(chunked(event(piece)))
            await writer.drain()
        writer.write(chunked(event(None, "stop") + b"data: [DONE]\n\n") + b"0\r\n\r\n")
        await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError, StopIteration, ValueError, KeyError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", int(sys.argv[1]), backlog=2048)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
