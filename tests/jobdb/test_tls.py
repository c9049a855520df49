"""TLS proved against servers started for it: the right authority, a wrong one, a wrong host name."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from syncdesk.jobdb.database import open_database
from syncdesk.model.errors import SetupError
from tests.own_servers import Unavailable, own_server

NAMES = {
    "postgresql": ("postgresql://postgres@{host}:{port}/postgres", "sslmode", "sslrootcert"),
    "mariadb": ("mysql://root@{host}:{port}/mysql", "ssl_mode", "ssl_ca"),
}
CIPHER = {
    "postgresql": "SELECT cipher FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
    "mariadb": "SELECT variable_value FROM information_schema.session_status"
    " WHERE variable_name = 'Ssl_cipher'",
}


def certificate(folder: Path, name: str, host: str = "") -> tuple[Path, Path]:
    """A certificate that is its own authority, for this address if one is given, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=9))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    if host:
        names = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(host))])
        builder = builder.add_extension(names, critical=False)
    signed = builder.sign(key, hashes.SHA256())
    files = folder / f"{name}.crt", folder / f"{name}.key"
    files[0].write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
    return files


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Office"]:
    """Servers with TLS, each started when first asked for."""
    with ExitStack() as stack:
        yield Office(tmp_path_factory.mktemp("tls"), stack)


class Office:
    """Servers with a certificate for 127.0.0.1, and another authority that has nothing to do with them."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._stack = stack
        self._ports: dict[str, int] = {}
        self.server_files = certificate(folder, "server", "127.0.0.1")
        self.right, self.wrong = self.server_files[0], certificate(folder, "stranger")[0]

    def url(self, make: str, mode: str, authority: Path | None = None, host: str = "127.0.0.1") -> str:
        """The address of the server with these TLS options."""
        if make not in self._ports:
            if make == "postgresql":
                words = ("-c", "ssl=on", "-c", "ssl_cert_file={folder}/server.crt")
                words += ("-c", "ssl_key_file={folder}/server.key")
            else:
                words = ("--ssl-cert={folder}/server.crt", "--ssl-key={folder}/server.key")
            try:
                self._ports[make] = self._stack.enter_context(
                    own_server(make, *words, files=self.server_files)
                )
            except Unavailable as missing:
                pytest.skip(f"{make}: {missing}")
        address, mode_name, authority_name = NAMES[make]
        address = f"{address.format(host=host, port=self._ports[make])}?{mode_name}={mode}"
        return f"{address}&{authority_name}={authority}" if authority is not None else address


def cipher(make: str, url: str) -> str | None:
    """The cipher of a connection to this address, nothing without TLS. Raises what SyncDesk says."""
    database = open_database(url, patience=0)
    try:
        found: str | None = database.read(lambda connection: connection.scalar(sa.text(CIPHER[make])))
        return found
    finally:
        database.close()


MODES = {
    "postgresql": ("disable", "require", "verify-ca", "verify-full"),
    "mariadb": ("DISABLED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY"),
}


@pytest.mark.parametrize("make", ["postgresql", "mariadb"])
def test_each_mode_demands_what_it_says(make: str, office: Office) -> None:
    none, encrypted, authority, identity = MODES[make]
    assert not cipher(make, office.url(make, none))
    assert cipher(make, office.url(make, encrypted))
    for mode in (authority, identity):
        assert cipher(make, office.url(make, mode, office.right))
        with pytest.raises(SetupError, match="did not prove by its certificate") as stranger:
            cipher(make, office.url(make, mode, office.wrong))
        assert "sslrootcert" in stranger.value.remedy


@pytest.mark.parametrize("make", ["postgresql", "mariadb"])
def test_only_the_strictest_mode_asks_for_the_host_name(make: str, office: Office) -> None:
    _, _, authority, identity = MODES[make]
    assert cipher(make, office.url(make, authority, office.right, host="localhost"))
    with pytest.raises(SetupError, match="did not prove by its certificate") as other:
        cipher(make, office.url(make, identity, office.right, host="localhost"))
    assert "host name for which it was made" in other.value.remedy


def test_a_certificate_that_is_named_is_asked_for(office: Office) -> None:
    """PyMySQL by itself would take ssl_ca without proving anything."""
    url = office.url("mariadb", "x", office.wrong).replace("ssl_mode=x&", "")
    with pytest.raises(SetupError, match="did not prove by its certificate"):
        cipher("mariadb", url)
    assert cipher("mariadb", url.replace(str(office.wrong), str(office.right)))
