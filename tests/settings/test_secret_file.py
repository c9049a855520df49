"""D17: where there is no password store, a file encrypted with a passphrase; never clear text."""

import multiprocessing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syncdesk.model.errors import SetupError
from syncdesk.settings.secret_file import LongSecrets, PassphraseSecrets, seal, unseal

WORD = "correct horse battery"


def store(folder: Path, passphrase: str | None = WORD) -> PassphraseSecrets:
    """A store in this folder."""
    return PassphraseSecrets(folder / "secrets.bin", lambda: passphrase)


def test_secrets_come_back_and_lie_nowhere_in_clear(tmp_path: Path) -> None:
    first = store(tmp_path)
    assert first.get("token") is None
    first.set("token", "refresh-ünusual-\ud800")
    first.set("other", "second")
    again = store(tmp_path)
    assert (again.get("token"), again.get("other")) == ("refresh-ünusual-\ud800", "second")
    content = (tmp_path / "secrets.bin").read_bytes()
    assert b"refresh" not in content
    assert b"token" not in content
    assert (tmp_path / "secrets.bin").stat().st_mode & 0o077 == 0
    again.remove("token")
    again.remove("never there")
    assert store(tmp_path).get("token") is None


def test_another_passphrase_is_told_and_changes_nothing(tmp_path: Path) -> None:
    store(tmp_path).set("token", "value")
    wrong = store(tmp_path, "wrong")
    with pytest.raises(SetupError, match="not the passphrase"):
        wrong.get("token")
    with pytest.raises(SetupError, match="not the passphrase"):
        wrong.set("token", "lost")
    assert not wrong.check().ok
    assert store(tmp_path).get("token") == "value"


def test_no_passphrase_names_how_to_give_one(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="not given") as refused:
        store(tmp_path, None).set("token", "value")
    assert "SYNCDESK_PASSPHRASE" in refused.value.remedy
    assert not (tmp_path / "secrets.bin").exists()


@pytest.mark.parametrize("spoil", [b"", b"\x01short", b"\x07" + b"x" * 100])
def test_a_damaged_or_newer_file_is_told(tmp_path: Path, spoil: bytes) -> None:
    (tmp_path / "secrets.bin").write_bytes(spoil)
    with pytest.raises(SetupError, match="cannot be read"):
        store(tmp_path).get("token")


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    store(tmp_path).set("token", "value")
    file = tmp_path / "secrets.bin"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(bytes(content))
    with pytest.raises(SetupError, match="not the passphrase"):
        store(tmp_path).get("token")


def _write_ten(folder: str, which: int) -> None:
    secrets = store(Path(folder))
    for number in range(10):
        secrets.set(f"{which}-{number}", str(number))


def test_two_programs_that_write_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    store(tmp_path).set("begun", "yes")
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=_write_ten, args=(str(tmp_path), which)) for which in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)
        assert program.exitcode == 0
    kept = store(tmp_path)
    assert all(kept.get(f"{which}-{number}") == str(number) for which in range(2) for number in range(10))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=3000), name=st.text(min_size=1, max_size=80))
def test_any_long_text_comes_back(tmp_path: Path, text: str, name: str) -> None:
    long = LongSecrets(tmp_path)
    key = long.put(name, text)
    assert long.take(name, key) == text
    assert long.take(name, "00" * 32) is None
    long.drop(name)
    assert long.take(name, key) is None


@given(text=st.binary(max_size=500))
def test_sealing_never_gives_the_same_twice(text: bytes) -> None:
    key = b"k" * 32
    assert unseal(key, seal(key, text)) == text
    assert seal(key, text) != seal(key, text)
