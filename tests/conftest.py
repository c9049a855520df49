"""What every test shares: no screen, no password store of the person, British texts, a home of its own."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from tests.memory_keyring import MemoryKeyring
from tests.own_servers import OwnServers
from tests.servers import (  # noqa: F401 - fixtures that any test may use
    mariadb,
    mariadb_jobs,
    postgresql,
    postgresql_jobs,
    server,
    server_addresses,
    server_jobs,
)

if sys.platform.startswith("linux"):  # before anything imports Qt
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


def pytest_configure() -> None:
    """The processes of this session share the database servers that have to be started."""
    OwnServers.begin()


def pytest_unconfigure() -> None:
    """Stop the servers that were started."""
    OwnServers.end()


@pytest.fixture(autouse=True, scope="session")
def british_texts() -> None:
    """Dates and money read the same on every machine, whatever its own language."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture(autouse=True)
def syncdesk_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All state of SyncDesk goes to a folder of this test alone, in this process and in those it starts."""
    home = tmp_path / "syncdesk-home"
    monkeypatch.setenv("SYNCDESK_HOME", str(home))
    return home


@pytest.fixture
def password_store() -> Iterator[MemoryKeyring]:
    """A password store in memory, in place of the system's, for this test and this process."""
    before, store = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)
