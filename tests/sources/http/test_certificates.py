"""F-32: whose certificate is trusted, with real TLS on loopback."""

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from syncdesk.model.errors import RetryableError, SetupError
from tests.sources.http.asking import JSON, client
from tests.standins.serving import Fault, Server, at


def make_certificate(folder: Path, host: str = "127.0.0.1") -> tuple[Path, Path]:
    """A certificate for this address that signs itself, as an office's own network may have it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Office network")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return certificate, private


class Handler(BaseHTTPRequestHandler):
    """Answers and remembers that it was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Length", "11")
        self.end_headers()
        self.wfile.write(b'{"page": 1}')

    def log_message(self, format: str, *args: object) -> None:
        pass


class TlsServer(ThreadingHTTPServer):
    """A service whose certificate nobody knows."""

    def __init__(self, certificate: tuple[Path, Path]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.address = f"https://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture
def office(tmp_path: Path) -> Iterator[TlsServer]:
    with TlsServer(make_certificate(tmp_path)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join(10)


def test_f32_an_unknown_certificate_is_named_and_nothing_sent(office: TlsServer) -> None:
    with client() as asking, pytest.raises(SetupError, match=r"127\.0\.0\.1") as failed:
        asking.get(office.address)
    assert "certificate" in failed.value.title
    assert "self-signed" in failed.value.title
    assert "network" in failed.value.remedy
    assert (office.asked, asking.calls) == ([], 1)


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"])
def test_f32_an_office_may_trust_its_own(
    office: TlsServer, variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "certificate.pem"))
    with client() as asking:
        assert asking.get_as(JSON, office.address)[0] == {"page": 1}


def test_f32_a_certificate_for_another_address_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TlsServer(make_certificate(tmp_path, "127.0.0.9")) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
        with client() as asking, pytest.raises(SetupError, match="certificate"):
            asking.get(server.address)
        server.shutdown()
    assert server.asked == []


@pytest.mark.parametrize("fault", [Fault.unheard(), Fault.answer(200)])
def test_a_secure_connection_that_breaks_is_no_bad_certificate(server: Server, fault: Fault) -> None:
    """F-29: what a shaky network does is tried again; only a failing certificate is for a person."""
    server.before = at(1, fault, times=9)
    with client() as asking, pytest.raises(RetryableError):
        asking.get(server.address.replace("http:", "https:"))
    assert asking.calls == 2
