"""One upstream and one gateway for each configuration, shared by all tests.

    make clients
    swift build -c release --product veil-gateway
    .build/clients/bin/python3 -m pytest Tests/Gateway          # or one file, or -k a_name

`VEIL_GATEWAY` names another binary, `VEIL_LOAD=long` loads it for a minute and with a thousand streams, `VEIL_RANDOM`
says how many random bodies, answers and streams are tried.
"""

import json
import os
import signal

# Whoever started this may have blocked signals, as Swift's threads do, and what is started here would inherit that.
signal.pthread_sigmask(signal.SIG_SETMASK, [])

# Before the clients are imported: none of them shall reach for the network.
os.environ.update({
    "LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_TELEMETRY": "False", "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false", "OPENAI_API_KEY": "no-key", "NO_PROXY": "*", "no_proxy": "*",
    "OPENAI_AGENTS_DISABLE_TRACING": "1",
})
for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(name, None)

import pytest

from gateway import BINARY, Gateway, settings
from plain import Client
from upstream import Upstream


def pytest_collection_modifyitems(items):
    if not os.path.exists(BINARY):
        mark = pytest.mark.skip(reason=f"there is no gateway at {BINARY}: set VEIL_GATEWAY")
        for item in items:
            item.add_marker(mark)


@pytest.fixture(scope="session")
def upstream():
    upstream = Upstream()
    yield upstream
    upstream.stop()


@pytest.fixture(scope="session")
def gateways(upstream):
    """A gateway for changes to the configuration; the same for the same changes."""
    running = {}

    def start(environment=None, **changes):
        key = json.dumps([changes, environment], sort_keys=True)
        if key not in running:
            running[key] = Gateway(settings(upstream, **changes), environment)
        return running[key]

    yield start
    for gateway in running.values():
        gateway.stop()


@pytest.fixture(scope="session")
def gateway(gateways):
    """The gateway with the configuration that most tests use."""
    return gateways()


@pytest.fixture
def client(gateway):
    client = Client(gateway.port)
    yield client
    client.close()


@pytest.fixture
def clients():
    """A client for another gateway than the usual one."""
    opened = []

    def connect(gateway, timeout=40):
        opened.append(Client(gateway.port, timeout))
        return opened[-1]

    yield connect
    for client in opened:
        client.close()


@pytest.fixture(autouse=True)
def alone(upstream):
    """What earlier tests sent is forgotten."""
    upstream.forget()
    yield
