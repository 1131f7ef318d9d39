"""The description of the API is valid and names what is there."""

import re

from openapi_spec_validator import validate


def test_is_valid(client):
    validate(client.get("/openapi.json").json)


def test_names_every_endpoint(client):
    paths = client.get("/openapi.json").json["paths"]
    for path in ("/v1/chat/completions", "/v1/completions", "/v1/models", "/v1/pii/detect", "/v1/pseudonymize",
                 "/v1/restore", "/health/live", "/health/ready", "/metrics"):
        assert path in paths, path


def test_names_every_header(client):
    text = client.get("/openapi.json").text.lower()
    for header in (
        "x-apply-pii-pseudonymization", "x-apply-oii-pseudonymization", "x-pii-mapping", "x-chat-history-pii-mapping",
        "x-auto-pii-mapping", "x-pii-positions", "x-model", "x-model-api-key", "x-model-api-base-url",
        "x-aimable-space-id", "x-space-id", "x-trace-id", "traceparent", "x-return-pii-mapping", "x-restore-response"):
        assert f'"{header}"' in text, header


def test_each_path_answers(client):
    """What is described is there: nothing is 404, whatever else is wrong with an empty request."""
    for path, methods in client.get("/openapi.json").json["paths"].items():
        for method in methods:
            if method in ("get", "post"):
                target = re.sub(r"\{\w+\}", "x", path)
                assert client.request(method.upper(), target, {} if method == "post" else None).status != 404, path


def test_pages_load_nothing_from_elsewhere(client):
    for path in ("/", "/docs"):
        text = client.get(path).text
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", text), path
