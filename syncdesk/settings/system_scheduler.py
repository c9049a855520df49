"""The scheduler of this system: systemd's user timers, launchd, Windows' Task Scheduler. One entry for each
connection that shall run while SyncDesk is closed. Built by app/wiring.py.

An entry only says when to look; whether a run is due is decided by the rule in model/schedule.py, so that an
entry and an open window never run the same twice. Everything is per user, and needs no administrator.
"""

import os
import plistlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from xml.sax.saxutils import escape

from syncdesk.model.errors import SetupError
from syncdesk.model.schedule import Schedule, tick_minutes
from syncdesk.settings.folders import HOME_VARIABLE, make_folder, moved_home, replace_file
from syncdesk.settings.package import PackageKind, this_package

_PATIENCE = 30  # seconds for a command of the system
_LABEL = "syncdesk"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the system's scheduler is to do: `command` is started at the times of the schedule, in the
    company's zone (an IANA name, '' = this computer's)."""

    connection_id: str
    name: str
    schedule: Schedule
    time_zone: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


class SystemScheduler(Protocol):
    """The scheduler of one kind of system. Raises SetupError naming the field 'while_closed'."""

    label: str

    def install(self, entry: Entry) -> None:
        """Put the entry in place, or in the place of the connection's earlier one."""

    def remove(self, connection_id: str) -> None:
        """Take the connection's entry away; nothing happens where there is none."""

    def is_installed(self, connection_id: str) -> bool:
        """True while the connection has an entry."""


def system_scheduler(environ: Mapping[str, str] = os.environ) -> SystemScheduler:
    """The scheduler of this system."""
    home = Path(environ.get("HOME") or Path.home())
    if this_package(environ).kind is PackageKind.FLATPAK:
        return OutOfReach()
    if sys.platform == "win32":
        return TaskScheduler()
    if sys.platform == "darwin":
        return Launchd(home / "Library" / "LaunchAgents")
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return Systemd(config / "systemd" / "user")


def entry_of(connection_id: str, name: str, schedule: Schedule, time_zone: str) -> Entry:
    """The entry that runs this connection when it is due, by this very program and with its state."""
    moved = moved_home()
    environment = {HOME_VARIABLE: str(moved)} if moved is not None else {}
    command = (*this_package().command, "schedule", connection_id, "--run-due")
    return Entry(connection_id, name, schedule, time_zone, command, environment)


class OutOfReach:
    """The sandbox of a Flatpak reaches no scheduler."""

    label = "none"

    def install(self, entry: Entry) -> None:
        """See :class:`SystemScheduler`."""
        raise _unavailable(
            "A SyncDesk that came as a Flatpak cannot run while it is closed.",
            "Leave it open instead: keep it in the tray and start it with the computer (File menu).",
            f"no scheduler can be reached from the sandbox for {entry.connection_id}",
        )

    def remove(self, connection_id: str) -> None:
        """See :class:`SystemScheduler`."""

    def is_installed(self, connection_id: str) -> bool:
        """See :class:`SystemScheduler`."""
        del connection_id
        return False


class Systemd:
    """Timers of systemd's user manager. A missed time is made up for at the next start (`Persistent`)."""

    label = "systemd"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def install(self, entry: Entry) -> None:
        """See :class:`SystemScheduler`."""
        _safe(entry.connection_id)
        if not _succeeds("systemctl", "--user", "show-environment"):
            raise _unavailable(
                "This computer has no user manager of systemd running.",
                "Leave SyncDesk open instead, or have another scheduler start this command every few "
                f"minutes: {_shell(entry)}",
            )
        units = systemd_units(entry)
        for name, text in units.items():
            _write(self._folder / name, text.encode())
        timer = next(name for name in units if name.endswith(".timer"))
        try:
            _must("systemctl", "--user", "daemon-reload")
            _must("systemctl", "--user", "enable", timer)
            _must("systemctl", "--user", "restart", timer)
        except SetupError:
            self.remove(entry.connection_id)
            raise

    def remove(self, connection_id: str) -> None:
        """See :class:`SystemScheduler`."""
        unit = _unit(connection_id)
        if not self.is_installed(connection_id):
            return
        _succeeds("systemctl", "--user", "disable", "--now", f"{unit}.timer")
        for ending in ("timer", "service"):
            (self._folder / f"{unit}.{ending}").unlink(missing_ok=True)
        _succeeds("systemctl", "--user", "daemon-reload")

    def is_installed(self, connection_id: str) -> bool:
        """See :class:`SystemScheduler`."""
        return (self._folder / f"{_unit(connection_id)}.timer").exists()


def systemd_units(entry: Entry) -> dict[str, str]:
    """The two unit files of an entry by name, as `man systemd.timer` and `man systemd.service` want them."""
    unit, what = _unit(entry.connection_id), _one_line(entry.name).replace("%", "%%")
    environment = "".join(
        f"Environment={_systemd_word(f'{name}={value}', dollars=False)}\n"
        for name, value in entry.environment.items()
    )
    command = " ".join(_systemd_word(word) for word in entry.command)
    service = (
        f"[Unit]\nDescription=SyncDesk: payments of {what}\n"
        # Once the program is gone, systemd passes over what its package could not take along.
        f"ConditionFileIsExecutable={_one_line(entry.command[0]).replace('%', '%%')}\n\n"
        f"[Service]\nType=oneshot\nExecStart={command}\n{environment}"
        # Rows that wait for a person are no failure of the service.
        "SuccessExitStatus=1 4\n"
    )
    timer = (
        f"[Unit]\nDescription=SyncDesk: when to look for payments of {what}\n\n"
        f"[Timer]\nOnCalendar={_calendar(entry)}\nPersistent=true\nAccuracySec=15s\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    return {f"{unit}.service": service, f"{unit}.timer": timer}


def _calendar(entry: Entry) -> str:
    schedule = entry.schedule
    if schedule.daily is not None:
        return f"*-*-* {schedule.daily:%H:%M}:00 {entry.time_zone}".strip()
    assert schedule.every is not None
    step = tick_minutes(schedule.every)
    if step < 60:
        return f"*-*-* *:0/{step}:00 UTC"
    return "*-*-* 00:00:00 UTC" if step == 24 * 60 else f"*-*-* 0/{step // 60}:00:00 UTC"


def _systemd_word(word: str, *, dollars: bool = True) -> str:
    text = _one_line(word).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{text.replace("$", "$$") if dollars else text}"'


class Launchd:
    """Agents of launchd. A time that came while the computer slept is made up for when it wakes."""

    label = "launchd"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def install(self, entry: Entry) -> None:
        """See :class:`SystemScheduler`."""
        _safe(entry.connection_id)
        self._let_go(entry.connection_id)
        _write(self._path(entry.connection_id), launchd_agent(entry))
        try:
            _must("launchctl", "bootstrap", _domain(), str(self._path(entry.connection_id)))
        except SetupError:
            self.remove(entry.connection_id)
            raise

    def remove(self, connection_id: str) -> None:
        """See :class:`SystemScheduler`."""
        if self.is_installed(connection_id):
            self._let_go(connection_id)
            self._path(connection_id).unlink(missing_ok=True)

    def is_installed(self, connection_id: str) -> bool:
        """See :class:`SystemScheduler`."""
        return self._path(connection_id).exists()

    def _let_go(self, connection_id: str) -> None:
        _succeeds("launchctl", "bootout", f"{_domain()}/{_unit(connection_id)}")

    def _path(self, connection_id: str) -> Path:
        return self._folder / f"{_unit(connection_id)}.plist"


def launchd_agent(entry: Entry) -> bytes:
    """The property list of an entry, as `man launchd.plist` wants it. Its times are those of this computer's
    zone; of a company in another zone it looks every quarter of an hour."""
    schedule = entry.schedule
    moments: list[dict[str, int]]
    if schedule.daily is not None and not entry.time_zone:
        moments = [{"Hour": schedule.daily.hour, "Minute": schedule.daily.minute}]
    else:
        step = 15 if schedule.every is None else tick_minutes(schedule.every)
        if step < 60:
            moments = [{"Minute": minute} for minute in range(0, 60, step)]
        else:
            # Hours of UTC are other hours here and shift with summer time, so it looks every hour.
            moments = [{"Minute": 0}]
    agent = {
        "Label": _unit(entry.connection_id),
        "ProgramArguments": list(entry.command),
        "EnvironmentVariables": entry.environment,
        "StartCalendarInterval": moments,
        "ProcessType": "Background",
    }
    return plistlib.dumps(agent)


def _domain() -> str:
    return f"gui/{os.getuid()}"  # type: ignore[attr-defined,unused-ignore]


class TaskScheduler:
    """Tasks of Windows in the folder SyncDesk. A missed time is made up for (`StartWhenAvailable`)."""

    label = "Task Scheduler"

    def install(self, entry: Entry) -> None:
        """See :class:`SystemScheduler`."""
        _safe(entry.connection_id)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "task.xml"
            file.write_text(windows_task(entry), encoding="utf-16")
            _must("schtasks", "/Create", "/F", "/TN", self._task(entry.connection_id), "/XML", str(file))

    def remove(self, connection_id: str) -> None:
        """See :class:`SystemScheduler`."""
        if self.is_installed(connection_id):
            _must("schtasks", "/Delete", "/F", "/TN", self._task(connection_id))

    def is_installed(self, connection_id: str) -> bool:
        """See :class:`SystemScheduler`."""
        return _succeeds("schtasks", "/Query", "/TN", self._task(connection_id))

    def _task(self, connection_id: str) -> str:
        return f"SyncDesk\\{_unit(connection_id)}"


def windows_task(entry: Entry) -> str:
    """The definition of a task, version 1.2 of Microsoft's schema. A task has no environment of its own, so
    one that needs it is started through the command processor."""
    schedule, start = entry.schedule, "2026-01-01T00:00:00Z"
    if schedule.daily is not None and not entry.time_zone:
        trigger = (
            f"<CalendarTrigger><StartBoundary>2026-01-01T{schedule.daily:%H:%M}:00</StartBoundary>"
            "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger>"
        )
    else:
        step = 15 if schedule.every is None else tick_minutes(schedule.every)
        trigger = (
            f"<TimeTrigger><Repetition><Interval>PT{step}M</Interval></Repetition>"
            f"<StartBoundary>{start}</StartBoundary></TimeTrigger>"
        )
    command: Sequence[str] = entry.command
    if entry.environment:
        sets = " && ".join(f'set "{name}={value}"' for name, value in entry.environment.items())
        line = f"{sets} && {subprocess.list2cmdline(command)}"
        program, arguments = "cmd.exe", f'/D /S /C "{line}"'
    else:
        program, arguments = command[0], subprocess.list2cmdline(command[1:])
    return (
        '<?xml version="1.0" encoding="UTF-16"?>\n'
        '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">'
        f"<RegistrationInfo><Description>{escape(_one_line(f'SyncDesk: payments of {entry.name}'))}"
        "</Description></RegistrationInfo>"
        f"<Triggers>{trigger}</Triggers>"
        "<Settings><MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>"
        "<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>"
        "<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>"
        "<StartWhenAvailable>true</StartWhenAvailable>"
        "<ExecutionTimeLimit>PT0S</ExecutionTimeLimit></Settings>"
        f"<Actions><Exec><Command>{escape(program)}</Command>"
        f"<Arguments>{escape(arguments)}</Arguments></Exec></Actions></Task>\n"
    )


def _unit(connection_id: str) -> str:
    return f"{_LABEL}-{connection_id}"


def _safe(connection_id: str) -> None:
    """An id becomes part of file names and of names of tasks."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,100}", connection_id):
        raise _unavailable(
            f"The id '{connection_id}' of this company cannot name an entry of the scheduler.",
            "Add the company again; new ones get an id that can.",
        )


def _one_line(text: str) -> str:
    return " ".join(text.split()) if any(not c.isprintable() for c in text) else text


def _shell(entry: Entry) -> str:
    sets = [f"{name}={value}" for name, value in entry.environment.items()]
    return " ".join([*sets, *entry.command])


def _write(path: Path, content: bytes) -> None:
    try:
        make_folder(path.parent)
        replace_file(path, content)
    except OSError as error:
        raise _unavailable(
            f"The file {path} cannot be written.", "Give yourself the right to write there.", str(error)
        ) from error


def _must(*command: str) -> None:
    done = _run(command)
    if done is None or done.returncode:
        said = "" if done is None else (done.stderr or done.stdout).strip()
        raise _unavailable(
            f"This system's scheduler refused: {' '.join(command[:3])}.",
            "Leave SyncDesk open instead, or ask who looks after this computer.",
            said,
        )


def _succeeds(*command: str) -> bool:
    done = _run(command)
    return done is not None and done.returncode == 0


def _run(command: Sequence[str]) -> "subprocess.CompletedProcess[str] | None":
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def _unavailable(title: str, remedy: str, detail: str = "") -> SetupError:
    return SetupError(title, remedy, detail, "while_closed")
