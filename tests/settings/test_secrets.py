"""D17: secrets only in the system's password store; none in an address."""

from pathlib import Path

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import InitError
from sqlalchemy import URL, make_url

from syncdesk.model.errors import SetupError
from syncdesk.settings.secrets import KeyringSecrets, split_password
from tests.memory_keyring import MemoryKeyring


def test_a_secret_is_kept_replaced_and_forgotten(tmp_path: Path, password_store: MemoryKeyring) -> None:
    secrets = KeyringSecrets(tmp_path)
    assert secrets.get("job_db:1") is None
    secrets.set("job_db:1", "first")
    secrets.set("job_db:1", "s3cret & ünusual")
    secrets.set("job_db:2", "other")
    assert secrets.get("job_db:1") == "s3cret & ünusual"
    assert len({service for service, _ in password_store.secrets}) == 2  # Windows keeps one user for each
    secrets.remove("job_db:1")
    secrets.remove("job_db:1")
    assert (secrets.get("job_db:1"), secrets.get("job_db:2")) == (None, "other")
    assert secrets.check().ok


class Locked(MemoryKeyring):
    """A store whose owner dismissed the question for its password."""

    def get_password(self, service: str, username: str) -> str | None:
        raise InitError("Prompt dismissed")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise InitError("Prompt dismissed")


class Forgetful(MemoryKeyring):
    """A store that takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return None


class ClearText(MemoryKeyring):
    """A clear-text file that put itself forward."""


ClearText.__module__ = "keyrings.alt.file"


@pytest.mark.parametrize("store", [fail.Keyring(), null.Keyring(), Locked(), Forgetful(), ClearText()])
def test_no_secret_is_entrusted_to_a_store_that_is_not_safe(
    tmp_path: Path, password_store: MemoryKeyring, store: KeyringBackend
) -> None:
    """F-43: no clear text, no silent loss; the remedy says what to set up."""
    keyring.set_keyring(store)
    with pytest.raises(SetupError, match="password store") as refused:
        KeyringSecrets(tmp_path).set("job_db:1", "secret")
    assert "Keychain" in refused.value.remedy
    assert "secret" not in refused.value.detail
    assert getattr(store, "secrets", {}) == {}


@pytest.mark.parametrize(("store", "ok"), [(fail.Keyring(), False), (Locked(), False), (ClearText(), False)])
def test_the_check_tells_what_set_would_meet(
    tmp_path: Path, password_store: MemoryKeyring, store: KeyringBackend, ok: bool
) -> None:
    keyring.set_keyring(store)
    check = KeyringSecrets(tmp_path).check()
    assert (check.ok, bool(check.remedy)) == (ok, True)


def test_where_there_is_no_store_no_secret_was_kept(tmp_path: Path, password_store: MemoryKeyring) -> None:
    """A database that needs no password works without a password store."""
    keyring.set_keyring(fail.Keyring())
    assert KeyringSecrets(tmp_path).get("job_db:1") is None
    KeyringSecrets(tmp_path).remove("job_db:1")
    keyring.set_keyring(Locked())
    with pytest.raises(SetupError):
        KeyringSecrets(tmp_path).get("job_db:1")


def test_a_longer_secret_than_windows_takes_is_kept_all_the_same(
    tmp_path: Path, password_store: MemoryKeyring
) -> None:
    """The store keeps a key only, the file beside it nothing that can be read."""
    secrets, long = KeyringSecrets(tmp_path), "refresh-" + "x" * 5000
    secrets.set("token", long)
    (kept,) = password_store.secrets.values()
    assert len(kept) < 1280
    (file,) = tmp_path.iterdir()
    assert b"refresh-" not in file.read_bytes()
    assert KeyringSecrets(tmp_path).get("token") == long
    secrets.set("token", "short")
    assert secrets.get("token") == "short"
    assert list(tmp_path.iterdir()) == []
    secrets.set("token", long)
    secrets.remove("token")
    assert (secrets.get("token"), list(tmp_path.iterdir())) == (None, [])


@pytest.mark.parametrize(
    ("url", "without", "password"),
    [
        ("sqlite:////tmp/a:b@c/jobs.db", "sqlite:////tmp/a:b@c/jobs.db", None),
        ("sqlite:///C:/jobs@home.db", "sqlite:///C:/jobs@home.db", None),
        ("postgresql://db.example:5432/jobs", "postgresql://db.example:5432/jobs", None),
        ("postgresql://ann@db.example/jobs", "postgresql://ann@db.example/jobs", None),
        (
            "postgresql+psycopg://ann:pw@db:5432/jobs?x=a@b",
            "postgresql+psycopg://ann@db:5432/jobs?x=a@b",
            "pw",
        ),
        ("mysql+pymysql://ann:p%40s%2Fs@db/jobs", "mysql+pymysql://ann@db/jobs", "p@s/s"),
        ("mysql://ann:p@ss@db/jobs", "mysql://ann@db/jobs", "p@ss"),
        ("mysql://ann:p/ss@db/jobs", "mysql://ann@db/jobs", "p/ss"),
        ("mysql://ann:p?ss@db/jobs", "mysql://ann@db/jobs", "p?ss"),
        ("mysql://ann:@db/jobs@x", "mysql://ann@db/jobs@x", ""),
        ("postgresql://db/jobs?user=ann&password=p%26w", "postgresql://db/jobs?user=ann", "p&w"),
        ("postgresql://db/jobs?password=pw", "postgresql://db/jobs", "pw"),
    ],
)
def test_a_password_is_taken_out_of_an_address(url: str, without: str, password: str | None) -> None:
    assert split_password(url) == (without, password)


def test_a_password_inside_an_odbc_text_is_refused_at_its_field() -> None:
    url = "mssql+pyodbc:///?odbc_connect=DRIVER%3DX%3BUID%3Dann%3BPWD%3Dsecret"
    with pytest.raises(SetupError) as refused:
        split_password(url)
    assert refused.value.field == "job_db"
    assert "secret" not in f"{refused.value} {refused.value.detail}"


@given(password=st.text(min_size=1, max_size=12), host=st.sampled_from(["db", "db.example", "127.0.0.1"]))
def test_every_password_that_an_address_can_hold_comes_out_whole(password: str, host: str) -> None:
    """And put back, it gives the same address: nothing of it is left behind or lost."""
    url = URL.create("postgresql+psycopg", "ann", password, host, 5432, "jobs", {"sslmode": "require"})
    without, found = split_password(url.render_as_string(hide_password=False))
    assert found == password
    assert make_url(without).password is None
    assert make_url(without).set(password=found) == url
