"""Providers behind TLS: a certificate is checked before anything is said."""

import http.server
import json
import shutil
import ssl
import subprocess
import threading

import pytest

from gateway import Gateway, provider, settings
from plain import Client

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl to make certificates with")

ANSWER = json.dumps({"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [
    {"index": 0, "message": {"role": "assistant", "content": "Hello [NAME_1]"}, "finish_reason": "stop"}]}).encode()


def certificate(folder, name):
    """A certificate for a name that is its own authority, and its key."""
    files = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-out", files[0], "-keyout", files[1]],
        check=True, capture_output=True)
    return files


@pytest.fixture
def secure(tmp_path):
    """A function that starts a provider with a certificate for a name: the port, and what it was sent."""
    servers = []

    def start(name):
        received = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                received.append(self.rfile.read(int(self.headers["content-length"])))
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(ANSWER)))
                self.end_headers()
                self.wfile.write(ANSWER)

            def log_message(self, *arguments):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, request, address):
                pass

        pem, key = certificate(tmp_path, name)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem, key)
        server = Server(("127.0.0.1", 0), Handler)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server.server_address[1], pem, received

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def ask(port, host="localhost", **changes):
    upstream = provider("secure", f"https://{host}:{port}/v1", **changes)
    gateway = Gateway(settings("", upstreams=[upstream]))
    try:
        return Client(gateway.port).ask("My name is Jane Roe")
    finally:
        gateway.stop()


def test_a_trusted_provider_answers(secure):
    port, pem, received = secure("localhost")
    assert ask(port, trusted_certificates=str(pem)).content == "Hello Jane Roe"
    assert len(received) == 1 and b"Jane" not in received[0]


def test_an_unknown_authority_gets_nothing(secure):
    port, _, received = secure("localhost")
    reply = ask(port)
    assert reply.status == 502 and not received


def test_a_certificate_for_another_name_gets_nothing(secure):
    port, pem, received = secure("provider.example")
    reply = ask(port, trusted_certificates=str(pem))
    assert reply.status == 502 and not received
