"""Starting with the computer, by a switch: the file of a Linux desktop read as the specification says, the
agent of macOS, the key of Windows."""

import plistlib
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from syncdesk.model.errors import SetupError
from syncdesk.settings import autostart
from syncdesk.settings.autostart import DesktopEntry, LaunchAgent, RunKey


def arguments(file: Path) -> list[str]:
    """Exec as a desktop reads it: the string's escapes first, then the argument's quotes."""
    line = next(x for x in file.read_text("utf-8").splitlines() if x.startswith("Exec=")).removeprefix(
        "Exec="
    )
    words = re.findall(r'"((?:\\.|[^"\\])*)"', line.replace("\\\\", "\\").replace("%%", "%"))
    return [re.sub(r"\\(.)", r"\1", word) for word in words]


@pytest.mark.parametrize("moved", ["", '/data/Büro 100% $HOME "x" `y`'])
def test_a_linux_desktop_starts_it_with_its_state(tmp_path: Path, moved: str) -> None:
    entry = DesktopEntry(tmp_path / "autostart", Path(moved) if moved else None)
    assert not entry.is_on()
    entry.turn(False)
    entry.turn(True)
    assert entry.is_on()
    wanted = [sys.executable, "-m", "syncdesk", "--tray"]
    assert arguments(tmp_path / "autostart" / "syncdesk.desktop") == (
        ["env", f"SYNCDESK_HOME={moved}", *wanted] if moved else wanted
    )
    lines = (tmp_path / "autostart" / "syncdesk.desktop").read_text("utf-8").splitlines()
    assert f"TryExec={sys.executable}" in lines  # passed over once the program is gone
    entry.turn(False)
    assert not entry.is_on()


def test_macos_starts_it_once_at_sign_in(tmp_path: Path) -> None:
    agent = LaunchAgent(tmp_path, Path("/data/x"))
    agent.turn(True)
    read = plistlib.loads((tmp_path / "syncdesk-window.plist").read_bytes())
    assert read["RunAtLoad"] is True
    assert "KeepAlive" not in read  # quitting it is quitting it
    assert read["ProgramArguments"][-1] == "--tray"
    assert read["EnvironmentVariables"] == {"SYNCDESK_HOME": "/data/x"}
    agent.turn(False)
    assert not agent.is_on()


class Registry:
    """As much of Windows' registry as is used."""

    HKEY_CURRENT_USER, REG_SZ = "HKCU", 1

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.refuses = False

    def OpenKey(self, root: str, path: str) -> "Registry":  # noqa: N802 - Windows' names
        return self

    def CreateKey(self, root: str, path: str) -> "Registry":  # noqa: N802
        if self.refuses:
            raise PermissionError("no")
        assert (root, path) == ("HKCU", r"Software\Microsoft\Windows\CurrentVersion\Run")
        return self

    def QueryValueEx(self, key: "Registry", name: str) -> str:  # noqa: N802
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name]

    def SetValueEx(self, key: "Registry", name: str, _: int, kind: int, value: str) -> None:  # noqa: N802
        self.values[name] = value

    def DeleteValue(self, key: "Registry", name: str) -> None:  # noqa: N802
        del self.values[name]

    def __enter__(self) -> "Registry":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def test_windows_has_one_value_and_a_moved_home_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    registry: Any = Registry()
    monkeypatch.setattr(autostart, "_registry", lambda: registry)
    key = RunKey()
    key.turn(False)
    key.turn(True)
    assert registry.values["SyncDesk"].endswith("-m syncdesk --tray")
    assert key.is_on()
    key.turn(False)
    assert registry.values == {}
    with pytest.raises(SetupError, match="SYNCDESK_HOME"):
        RunKey(Path("D:/x")).turn(True)
    registry.refuses = True
    with pytest.raises(SetupError, match="refused"):
        key.turn(True)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file in the way")
    with pytest.raises(SetupError, match="autostart"):
        DesktopEntry(tmp_path / "autostart").turn(True)
