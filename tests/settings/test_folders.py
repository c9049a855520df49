"""Where SyncDesk's own files lie."""

import sys
from pathlib import Path

import pytest

from syncdesk.settings.folders import folders


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    """Scripts and our own acceptance checks rely on SYNCDESK_HOME moving all state."""
    home = tmp_path / "elsewhere"
    places = folders({"SYNCDESK_HOME": str(home)})
    files = (places.settings_file, places.journal_file, places.secrets_file, places.leases, places.logs)
    assert len(set(files)) == 5
    assert all(home in file.parents for file in files)
    assert not home.exists()


def test_a_relative_or_short_home_is_spelt_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert folders({"SYNCDESK_HOME": "state"}).data == tmp_path / "state"
    assert folders({"SYNCDESK_HOME": "~/state"}).data == Path.home() / "state"


def test_without_it_the_systems_own_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("the folders of other systems are named differently")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    places = folders({})
    assert places.settings_file == tmp_path / ".config" / "SyncDesk" / "settings.json"
    assert places.journal_file == tmp_path / ".local" / "share" / "SyncDesk" / "journal.sqlite"
    assert places.logs == tmp_path / ".local" / "state" / "SyncDesk" / "log"
