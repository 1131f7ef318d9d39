"""`/v1/pii/detect`, `/v1/pseudonymize`, `/v1/restore`, health and metrics."""

import re

import pytest

from test_validation import check

TEXT = "My name is Jane Roe, write to jane.roe@example.com. Jane Roe thanks you."
MASKED = "My name is [NAME_1], write to [EMAIL_1]. [NAME_1] thanks you."


class TestDetect:
    @pytest.mark.parametrize("path", ["/v1/pii/detect", "/api-proxy/v1/pii/detect"])
    def test_documented_answer(self, path, client, upstream):
        body = client.post(path, {"text": TEXT}).json
        assert body["redacted_text"] == MASKED
        assert body["pii_mapping"] == {"[NAME_1]": "Jane Roe", "[EMAIL_1]": "jane.roe@example.com"}
        assert "entity_details" in body
        assert not upstream.received

    def test_existing_mapping(self, client):
        body = client.post("/v1/pii/detect", {"text": TEXT, "existing_mapping": {"[NAME_5]": "Jane Roe"}}).json
        assert "[NAME_5]" in body["redacted_text"] and "Jane" not in body["redacted_text"]

    def test_mistakes(self, client):
        check(client.post("/v1/pii/detect", {"txt": "Jane Roe"}))
        check(client.post("/v1/pii/detect", {"text": 5}))
        check(client.post("/v1/pii/detect", '{"text": "Jane Roe'))


class TestPseudonymizeAndRestore:
    def test_there_and_back(self, client):
        body = client.post("/v1/pseudonymize", {"text": TEXT}).json
        assert body["text"] == MASKED
        back = client.post("/v1/restore", {
            "text": "Dear **[name_1]**, [EMAIL_1]?", "mapping": body["pii_mapping"]}).json
        assert back["text"] == "Dear **Jane Roe**, jane.roe@example.com?"


class TestHealth:
    def test_live_and_ready(self, client):
        assert client.get("/health/live").status == 200
        assert client.get("/health/ready").status == 200


class TestMetrics:
    def test_are_in_prometheus_form(self, client):
        client.ask(TEXT)
        for line in client.get("/metrics").text.splitlines():
            assert not line or line.startswith("#") or re.fullmatch(
                r'[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_]\w*="[^"\n]*",?)*\})? [-+]?([0-9.e+-]+|Inf|NaN)', line), line

    def test_count(self, client):
        before = self.total(client, "NAME")
        client.ask(TEXT)
        assert self.total(client, "NAME") > before

    def total(self, client, type):
        lines = [line for line in client.get("/metrics").text.splitlines() if f'="{type}"' in line]
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines)

    def test_names_of_models_do_not_pile_up(self, client):
        """A label for each name that anyone makes up is memory without end, and a place for text."""
        for number in range(50):
            client.ask("Hello", f"made-up-{number}")
        assert "made-up-49" not in client.get("/metrics").text


class TestLog:
    def test_is_json_and_has_no_content(self, gateway, client):
        client.ask(TEXT, headers={"X-Trace-Id": "log-test"})
        assert gateway.records()
        assert "Jane" not in gateway.logs() and "example.com" not in gateway.logs()
