"""F-42: settings survive crashes, upgrades, damage and two programs that write at once."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.connection import BrakeLimits, Connection, Policy
from syncdesk.model.errors import SetupError, UsageError
from syncdesk.model.job import JobMapping, NumberRule
from syncdesk.settings.config import Config, Settings
from syncdesk.settings.folders import Folders, folders
from syncdesk.settings.typed import WrongValueError, from_plain, to_plain
from tests.settings.connections import FULL, plain, renamed


@pytest.fixture
def config(syncdesk_home: Path) -> Config:
    return Config(folders())


def stored(config: Config) -> dict[str, object]:
    """The file as it stands."""
    document: dict[str, object] = json.loads(config.path.read_text("utf-8"))
    return document


def test_nothing_is_set_and_nothing_made_before_the_first_change(config: Config) -> None:
    assert config.load() == Settings()
    assert not config.path.parent.exists()


def test_connections_and_preferences_come_back_as_they_were(config: Config) -> None:
    config.add_connection(FULL)
    config.add_connection(plain(1))
    config.set_preference("language", "da")
    assert Config(folders()).load() == Settings((FULL, plain(1)), {"language": "da"})
    assert type(config.load().connections[0].mapping.key) is tuple


words = st.text(max_size=8)
connections = st.builds(
    Connection,
    id=words,
    name=words,
    source_kind=words,
    source=st.dictionaries(words, words, max_size=3),
    job_db=words,
    mapping=st.builds(
        JobMapping,
        table=words,
        key=st.lists(words, max_size=3).map(tuple),
        number=words,
        paid_amount=words,
        date_paid=words,
        numbers=st.builds(NumberRule, words, words, st.integers(0, 20)),
    ),
    policy=st.sampled_from(Policy),
    lock_date=st.none() | st.dates(),
    credits_close=st.booleans(),
    brakes=st.builds(BrakeLimits, st.integers(), st.integers()),
)


@given(connections)
def test_any_connection_survives_being_written_as_text(connection: Connection) -> None:
    assert from_plain(Connection, json.loads(json.dumps(to_plain(connection)))) == connection


@pytest.mark.parametrize(
    ("where", "value", "named"),
    [
        ("policy", "perhaps", "policy"),
        ("lock_date", "31.12.2025", "lock_date"),
        ("credits_close", "no", "credits_close"),
        ("mapping", [], "mapping"),
        ("source", {"file": 7}, "source"),
        ("brakes", {"falls": True}, "brakes.falls"),
        ("mapping", {**to_plain(FULL.mapping), "key": "id"}, "mapping.key"),
        ("mapping", {"table": "invoices"}, "mapping.key"),
    ],
)
def test_a_wrong_value_is_named(where: str, value: object, named: str) -> None:
    with pytest.raises(WrongValueError) as wrong:
        from_plain(Connection, {**to_plain(FULL), where: value})
    assert wrong.value.key == named


def test_a_changed_connection_keeps_its_place_and_drops_old_source_fields(config: Config) -> None:
    for connection in (FULL, plain(1)):
        config.add_connection(connection)
    changed = replace(FULL, source={"file": "/elsewhere"}, lock_date=date(2026, 1, 31))
    config.replace_connection(changed)
    assert config.load().connections == (changed, plain(1))


def test_names_are_found_exactly_or_in_other_capitals(config: Config) -> None:
    for connection in (FULL, plain(1)):
        config.add_connection(connection)
    assert config.find("Müller & Søn") == FULL
    assert config.find("MÜLLER & SØN") == FULL
    with pytest.raises(UsageError, match="no company 'Miller'") as unknown:
        config.find("Miller")
    assert "'Müller & Søn', 'Company 1'" in unknown.value.remedy
    with pytest.raises(UsageError) as empty:
        Settings().find("x")
    assert "company add" in empty.value.remedy


def test_two_companies_cannot_have_one_name(config: Config) -> None:
    config.add_connection(plain(1))
    with pytest.raises(SetupError) as taken:
        config.add_connection(renamed(plain(2), "COMPANY 1"))
    assert taken.value.field == "name"
    config.add_connection(plain(2))
    with pytest.raises(SetupError):
        config.replace_connection(renamed(plain(2), "company 1"))
    config.replace_connection(renamed(plain(2), "COMPANY 2"))
    assert [connection.name for connection in config.load().connections] == ["Company 1", "COMPANY 2"]


def test_a_removed_company_is_gone_and_a_missing_one_is_said(config: Config) -> None:
    config.add_connection(plain(1))
    config.remove_connection("id1")
    assert config.load().connections == ()
    for act in (lambda: config.remove_connection("id1"), lambda: config.replace_connection(plain(1))):
        with pytest.raises(UsageError, match="no longer there"):
            act()


def test_what_a_newer_program_added_is_not_lost(config: Config) -> None:
    config.add_connection(plain(1))
    document = json.loads(config.path.read_text("utf-8"))
    document["colour"] = "teal"
    document["connections"][0]["mood"] = "fine"
    document["connections"][0]["mapping"]["numbers"]["suffix"] = "-A"
    config.path.write_text(json.dumps(document), "utf-8")
    config.replace_connection(replace(plain(1), policy=Policy.SOURCE))
    after = json.loads(config.path.read_text("utf-8"))
    assert (after["colour"], after["connections"][0]["mood"]) == ("teal", "fine")
    assert after["connections"][0]["mapping"]["numbers"]["suffix"] == "-A"
    assert config.load().connections[0].policy is Policy.SOURCE


def test_the_version_before_is_kept_beside_it(config: Config) -> None:
    config.add_connection(plain(1))
    before = config.path.read_bytes()
    config.remove_connection("id1")
    assert config.backup.read_bytes() == before
    assert sorted(file.name for file in config.path.parent.iterdir() if file.suffix != ".lock") == [
        "settings.json",
        "settings.json.backup",
    ]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"version": "x"}', '{"version": 1, "connections": 5}', "\xff"]
)
def test_a_damaged_file_is_named_with_its_backup_and_never_overwritten(config: Config, content: str) -> None:
    config.add_connection(plain(1))
    config.add_connection(plain(2))
    config.path.write_bytes(content.encode("latin-1"))
    for act in (config.load, lambda: config.add_connection(plain(3))):
        with pytest.raises(SetupError, match="damaged") as damaged:
            act()
        assert str(config.path) in damaged.value.title
        assert str(config.backup) in damaged.value.remedy
    assert config.path.read_bytes() == content.encode("latin-1")


def test_a_damaged_connection_is_named(config: Config) -> None:
    config.add_connection(plain(1))
    text = config.path.read_text("utf-8").replace('"ask"', '"never"')
    config.path.write_text(text, "utf-8")
    for act in (config.load, lambda: config.set_preference("language", "da")):
        with pytest.raises(SetupError, match=r"connections\[0\]\.policy"):
            act()
    assert config.path.read_text("utf-8") == text


def test_an_older_file_is_upgraded_when_read_and_a_newer_one_refused(config: Config) -> None:
    config.add_connection(plain(1))
    steps = {1: lambda document: {**document, "preferences": {"language": "da"}}}
    newer = Config(folders(), 2, steps)
    assert newer.load() == Settings((plain(1),), {"language": "da"})
    assert stored(config)["version"] == 1
    newer.add_connection(plain(2))
    assert stored(config)["version"] == 2
    with pytest.raises(SetupError, match="newer SyncDesk"):
        config.load()
    with pytest.raises(SetupError, match="newer SyncDesk"):
        config.add_connection(plain(3))
    assert newer.load().connections == (plain(1), plain(2))


def test_a_crash_while_writing_leaves_the_old_file(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills up between the temporary file and its renaming."""
    config.add_connection(plain(1))
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", _fails)
        with pytest.raises(SetupError, match="cannot be written"):
            config.add_connection(plain(2))
    assert config.load().connections == (plain(1),)
    config.add_connection(plain(2))
    assert config.load().connections == (plain(1), plain(2))


def _fails(_: int) -> None:
    raise OSError(28, "No space left on device")


WRITER = """
import sys
from pathlib import Path
from syncdesk.settings.config import Config
from syncdesk.settings.folders import folders
from tests.settings.connections import plain
sys.stdin.readline()
for place in range(int(sys.argv[1]), int(sys.argv[1]) + 8):
    Config(folders()).add_connection(plain(place))
"""


def test_programs_that_write_at_once_lose_nothing_of_each_other(config: Config) -> None:
    """Two windows, two command lines: each re-reads the file under the lock."""
    here = Path(__file__).parents[2]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(first)], stdin=subprocess.PIPE, text=True, cwd=here
        )
        for first in (0, 100, 200)
    ]
    for writer in writers:
        writer.communicate("go\n", timeout=60)
        assert writer.returncode == 0
    names = {connection.id for connection in config.load().connections}
    assert names == {f"id{first + place}" for first in (0, 100, 200) for place in range(8)}


def test_a_change_waits_for_the_lock(config: Config) -> None:
    """The lock is the one the other programs take too."""
    config.add_connection(plain(1))
    with FileLock(f"{config.path}.lock"):
        script = f"import sys; sys.argv = ['', '7']\n{WRITER}"
        writer = subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
        )
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(1)
        assert config.load().connections == (plain(1),)
    writer.communicate(timeout=60)
    assert len(config.load().connections) == 9


def test_settings_are_for_their_owner_only(config: Config) -> None:
    config.add_connection(plain(1))
    config.set_preference("language", "da")
    if sys.platform == "win32":
        pytest.skip("Windows guards the folder of the user by itself")
    assert stat.S_IMODE(config.path.parent.stat().st_mode) == 0o700
    for file in (config.path, config.backup):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    place = tmp_path / "taken" / "in"
    with pytest.raises(SetupError, match="cannot be made") as refused:
        Config(Folders(place, place, place)).add_connection(plain(1))
    assert "SYNCDESK_HOME" in refused.value.remedy
