"""The documented samples, as people paste them: Python's requests, JavaScript's fetch, curl."""

import json
import shutil
import subprocess

import pytest
import requests

from plain import events, fold, said
from upstream import by_token, say

QUESTION = "My name is Jane Roe, write to jane.roe@example.com."
ANSWER = "Dear Jane Roe, “jane.roe@example.com”?"


@pytest.fixture
def model(upstream):
    return upstream.script(say(*by_token("Dear [NAME_1], “[EMAIL_1]”?")))


def body(model, **more):
    return {"model": model, "messages": [{"role": "user", "content": QUESTION}], **more}


def test_requests_iter_lines(gateway, model):
    text = ""
    response = requests.post(f"{gateway.base}/chat/completions", json=body(model, stream=True), stream=True, timeout=30,
                             headers={"Authorization": "Bearer key"})
    for line in response.iter_lines():
        if line:
            line = line.decode("utf-8")
            if line.startswith("data: "):
                data = line[6:]
                if data == "[DONE]":
                    break
                text += json.loads(data)["choices"][0]["delta"].get("content", "")
    assert text == ANSWER


def test_requests_with_input_instead_of_messages(gateway, upstream):
    """One documented client posts `{"input": …}` and names the model in a header."""
    response = requests.post(f"http://127.0.0.1:{gateway.port}/api-proxy/v1/chat/completions", timeout=30,
                             json={"input": QUESTION}, headers={"X-Model": "m", "X-API-Key": "key"})
    assert response.status_code == 200
    assert response.json()["choices"][0]["message"]["content"] == QUESTION
    sent = upstream.last().json
    assert sent["model"] == "m" and sent["messages"][-1]["content"] == "My name is [NAME_1], write to [EMAIL_1]."


FETCH = """
const response = await fetch(process.argv[1], {
  method: "POST",
  headers: {"Content-Type": "application/json", "Authorization": "Bearer key"},
  body: process.argv[2],
});
const reader = response.body.getReader();
const decoder = new TextDecoder();
let text = "";
while (true) {
  const {done, value} = await reader.read();
  if (done) break;
  const chunk = decoder.decode(value);
  for (const line of chunk.split("\\n")) {
    if (line.startsWith("data: ")) {
      const data = line.slice(6);
      if (data === "[DONE]") continue;
      text += JSON.parse(data).choices[0].delta.content || "";
    }
  }
}
process.stdout.write(text);
"""


@pytest.mark.skipif(not shutil.which("node"), reason="node is not there")
def test_node_fetch(gateway, model):
    """Splits each read at line ends, so that an event in two reads is the end of it."""
    done = subprocess.run(
        ["node", "--input-type=module", "-e", FETCH, "--", f"{gateway.base}/chat/completions",
         json.dumps(body(model, stream=True))], capture_output=True, timeout=30)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == ANSWER


curl = pytest.mark.skipif(not shutil.which("curl"), reason="curl is not there")


@curl
def test_curl(gateway):
    done = subprocess.run(
        ["curl", "-sS", f"{gateway.base}/chat/completions", "-H", "X-Apply-Pii-Pseudonymization: true",
         "-d", json.dumps(body("m"))], capture_output=True, timeout=30)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["choices"][0]["message"]["content"] == QUESTION


@curl
def test_curl_without_buffer(gateway, model):
    done = subprocess.run(
        ["curl", "-sSN", f"{gateway.base}/chat/completions", "-H", "Content-Type: application/json",
         "-H", "Authorization: Bearer key", "-d", json.dumps(body(model, stream=True))],
        capture_output=True, timeout=30)
    assert done.returncode == 0, done.stderr
    assert fold(events(done.stdout)) == said(ANSWER)


@curl
def test_curl_http_1_0(gateway, model):
    """No chunks in HTTP/1.0: the stream ends with the connection."""
    done = subprocess.run(
        ["curl", "-sSN", "--http1.0", f"{gateway.base}/chat/completions", "-H", "Content-Type: application/json",
         "-d", json.dumps(body(model, stream=True))], capture_output=True, timeout=30)
    assert done.returncode == 0, done.stderr
    assert fold(events(done.stdout)) == said(ANSWER)
