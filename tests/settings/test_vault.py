"""F-29: what one connection signs in with, and one renewer at a time."""

import multiprocessing
import threading
from pathlib import Path

import pytest

from syncdesk.model.errors import RetryableError, RunCancelled
from syncdesk.model.redaction import redacted
from syncdesk.settings import vault as vault_module
from syncdesk.settings.folders import folders
from syncdesk.settings.secrets import KeyringSecrets
from syncdesk.settings.vault import ConnectionVault
from tests.memory_keyring import MemoryKeyring


def opened(folder: Path, connection: str = "c1") -> ConnectionVault:
    """The vault of a connection with its state in this folder."""
    places = folders({"SYNCDESK_HOME": str(folder)})
    return ConnectionVault(KeyringSecrets(places.long_secrets), places, connection)


def never() -> bool:
    """Nobody asks to stop."""
    return False


def test_connections_do_not_see_each_others_secrets(tmp_path: Path, password_store: MemoryKeyring) -> None:
    one, other = opened(tmp_path, "c1"), opened(tmp_path, "c2")
    one.set("client_secret", "first-secret")
    other.set("client_secret", "second-secret")
    assert (one.get("client_secret"), other.get("client_secret")) == ("first-secret", "second-secret")
    one.set("sign_in", "permission")
    one.forget_all()
    assert (one.get("client_secret"), one.get("sign_in")) == (None, None)
    assert other.get("client_secret") == "second-secret"


def test_nothing_is_kept_that_would_not_be_forgotten(tmp_path: Path, password_store: MemoryKeyring) -> None:
    with pytest.raises(ValueError, match="forgotten"):
        opened(tmp_path).set("anything", "value")


def test_f44_what_is_kept_is_hidden_in_texts(tmp_path: Path, password_store: MemoryKeyring) -> None:
    opened(tmp_path).set("client_secret", "a-very-own-secret")
    assert "a-very-own-secret" not in redacted("it said a-very-own-secret.")


def test_threads_take_turns(tmp_path: Path, password_store: MemoryKeyring) -> None:
    inside: list[int] = []
    most = []

    def renew() -> None:
        with opened(tmp_path).lock(never):
            inside.append(1)
            most.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=renew) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert most == [1] * 8


def _hold(
    folder: str, held: "multiprocessing.synchronize.Event", go: "multiprocessing.synchronize.Event"
) -> None:
    with opened(Path(folder)).lock(never):
        held.set()
        go.wait(60)


def test_another_program_is_waited_for_and_a_wish_to_stop_heard(
    tmp_path: Path, password_store: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = multiprocessing.get_context("spawn")
    held, go = context.Event(), context.Event()
    program = context.Process(target=_hold, args=(str(tmp_path), held, go))
    program.start()
    assert held.wait(60)
    looks = iter([False, False, True])
    with pytest.raises(RunCancelled), opened(tmp_path).lock(lambda: next(looks)):
        pass
    monkeypatch.setattr(vault_module, "_PATIENCE", 0.3)
    with pytest.raises(RetryableError, match="Another program"), opened(tmp_path).lock(never):
        pass
    monkeypatch.undo()
    go.set()
    with opened(tmp_path).lock(never):
        pass
    program.join(60)
