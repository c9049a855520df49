"""Proves the packages in a bare Debian: the Debian package installed with nothing but what it depends on, the
window driven by keys through the sample run under a screen of its own, updated while it is open, and removed
without a trace outside the person's own data; what the AppImage holds, run without being installed. Needs
root, debootstrap, squashfs-tools and a Debian mirror. Called by installer/bundle.py."""

import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

_SUITE = "bookworm"
_PERSON = "ann"
_HOME = f"/home/{_PERSON}"
# Only to look at it and to press keys; not what the package needs.
_WITNESSES = ("xvfb", "xdotool", "x11-utils", "fonts-dejavu-core")
_PATIENCE = 90.0  # seconds
_STATE = ".local/share/SyncDesk"
_APT = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", "-y")


class Root:
    """A bare Debian in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self) -> None:
        """Fetch it."""
        command = ["debootstrap", "--variant=minbase", _SUITE, str(self.folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for name in ("/etc/apt/sources.list", "/etc/apt/apt.conf.d", "/etc/resolv.conf"):
            self._as_here(Path(name))
        self.run("useradd", "-m", _PERSON)
        self.run("apt-get", "-qq", "update")
        self.run(*_APT, "install", *_WITNESSES)

    def _as_here(self, path: Path) -> None:
        """The mirror and the way to it are those of this machine."""
        target = self.folder / path.relative_to("/")
        if path.is_dir():
            shutil.copytree(path, target, dirs_exist_ok=True)
        elif path.exists():
            shutil.copyfile(path, target)

    def run(self, *command: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run a command inside as root."""
        whole = ["chroot", str(self.folder), "env", "DEBIAN_FRONTEND=noninteractive", "HOME=/root", *command]
        done = subprocess.run(whole, capture_output=True, text=True, check=False)
        if check and done.returncode:
            raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}\n{done.stderr}")
        return done

    def as_person(self, line: str) -> "subprocess.CompletedProcess[str]":
        """Run a line of shell as somebody who is nobody special."""
        return self.run("su", "-", _PERSON, "-c", f"export DISPLAY=:7; {line}", check=False)

    def files(self) -> set[str]:
        """Every file outside the person's home and what the system itself keeps changing."""
        found = self.run(
            "find", "/etc", "/usr", "/var/lib", "-xdev", "(", "-type", "f", "-o", "-type", "l", ")"
        )
        passing = (
            "/var/lib/dpkg",
            "/var/lib/apt",
            "/var/lib/systemd",
            "/usr/share/icons/hicolor/icon-theme.cache",
        )
        return {line for line in found.stdout.splitlines() if not line.startswith(passing)}


def prove(deb: Path, newer: Path, image: Path | None) -> Iterator[str]:
    """What was seen to hold, line by line as it is seen. Raises SystemExit for the first thing that does
    not."""
    with tempfile.TemporaryDirectory(prefix="syncdesk-bare-") as folder:
        root = Root(Path(folder) / "root")
        mounts: list[Path] = []
        try:
            root.make()
            for kind, name in (("proc", "proc"), ("tmpfs", "dev/shm")):
                place = root.folder / name
                place.mkdir(parents=True, exist_ok=True)
                subprocess.run(["mount", "-t", kind, kind, str(place)], check=True)
                mounts.append(place)
            yield from _steps(root, deb, newer)
            if image is not None:
                yield from _without_installing(root, image)
        finally:
            subprocess.run(["pkill", "-f", "Xvfb :7"], check=False)
            for place in reversed(mounts):
                subprocess.run(["umount", "-l", str(place)], check=False)


def _steps(root: Root, deb: Path, newer: Path) -> Iterator[str]:
    for package in ("libgl1", "libegl1", "fontconfig"):  # what it depends on stays when it goes
        root.run(*_APT, "install", package)
    before = root.files()
    for package in (deb, newer):
        shutil.copyfile(package, root.folder / "tmp" / package.name)
    root.run(*_APT, "install", f"/tmp/{deb.name}")
    yield "installed into a bare Debian with what it depends on and nothing else"
    _expect(root.as_person("syncdesk-cli --selftest"), "is whole")
    yield "syncdesk --selftest passes there, as a person without rights"
    yield from _drive(root, newer)
    _expect(root.run(*_APT, "purge", "syncdesk"), f"~/{_STATE}")
    left = sorted(root.files() - before)
    if left:
        raise SystemExit(f"left behind: {left[:20]}")
    yield "removed without a trace outside the person's own data"
    if not (root.folder / f"home/{_PERSON}" / _STATE).exists():
        raise SystemExit("the person's data went with the program")
    yield f"the person's data stays in ~/{_STATE}, which was said"


def _without_installing(root: Root, image: Path) -> Iterator[str]:
    """What an AppImage mounts, unpacked where a person may: its way in leads to the program."""
    place = root.folder / "home" / _PERSON / "Sync Desk.AppDir"
    subprocess.run(["unsquashfs", "-quiet", "-no-progress", "-d", str(place), str(image)], check=True)
    _expect(root.as_person("'Sync Desk.AppDir/AppRun' --selftest"), "is whole")
    yield "what the AppImage holds passes --selftest from a folder of the person's"


def _drive(root: Root, newer: Path) -> Iterator[str]:
    """The window on the sample company: preview with one key, write with the same, close with another."""
    screen = ["chroot", str(root.folder), "Xvfb", ":7", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(lambda: root.as_person("xdpyinfo >/dev/null").returncode == 0, "a screen")
        root.as_person("nohup syncdesk demo >~/said 2>&1 &")
        begin = time.monotonic()
        try:
            _wait(lambda: bool(_window(root)), "the window")
        except SystemExit as fault:
            raise SystemExit(f"{fault}\n{root.as_person('cat ~/said').stdout}") from fault
        yield f"the window is there after {time.monotonic() - begin:.1f} s"
        jobs = root.folder / f"home/{_PERSON}" / _STATE / "demo/jobs.sqlite"
        _wait(jobs.exists, "the sample company")
        before = _paid(jobs)
        time.sleep(4)  # the window reads its start dates
        _press(root, "ctrl+Return")
        _wait(lambda: _runs(root) >= 1, "the preview")
        if _paid(jobs) != before:
            raise SystemExit("the preview wrote something")
        yield "Ctrl+Return previews and writes nothing"
        time.sleep(2)
        _press(root, "ctrl+Return")
        _wait(lambda: _paid(jobs) > before, "the written figures")
        yield f"Ctrl+Return again writes: {before} rows had a Date Paid, now {_paid(jobs)} have"
        time.sleep(2)
        yield from _update(root, newer)
        _press(root, "ctrl+q")
        _wait(lambda: not _process(root), "the end")
        yield "Ctrl+Q ends it"
    finally:
        server.terminate()
        server.wait()


def _update(root: Root, newer: Path) -> Iterator[str]:
    """The system puts a newer version in the place of the open one."""
    runs, process = _runs(root), _process(root)
    if not process:
        raise SystemExit("the program is not to be found among those that run")
    root.run(*_APT, "install", f"/tmp/{newer.name}")
    _press(root, "ctrl+Return")
    time.sleep(5)
    if _process(root) != process or _runs(root) != runs:
        raise SystemExit("a program that was updated under itself ran a sync")
    yield "updated while its window is open, it starts no run"

    def pressed() -> bool:
        """The button of the banner, once it is there: it stands at the upper right."""
        root.as_person(f"xdotool mousemove --window {_window(root)} 1110 56 click 1")
        time.sleep(3)
        return _process(root) not in ("", process) and bool(_window(root))

    _wait(pressed, "the restart", 2 * _PATIENCE)
    _wait(lambda: _runs(root) == runs, "the journal")
    yield "Restart SyncDesk closes it and opens the newer one"
    time.sleep(6)
    _press(root, "ctrl+Return")
    _wait(lambda: _runs(root) == runs + 1, "a run of the newer one")
    yield "which goes on with the same settings and journal"


def _process(root: Root) -> str:
    """The number of the program that runs in there, '' if it does not; a bare Debian has no `pgrep`."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            ours = (place / "root").readlink() == root.folder.resolve()
            ours = ours and (place / "comm").read_text().strip() == "syncdesk"
        except OSError:
            continue  # it has just ended
        if ours:
            return place.name
    return ""


def _window(root: Root) -> str:
    found = root.as_person("xdotool search --onlyvisible --name '^SyncDesk$'").stdout.split()
    return found[-1] if found else ""


def _press(root: Root, keys: str) -> None:
    root.as_person(f"xdotool windowfocus {_window(root)} key --clearmodifiers {keys}")


def _runs(root: Root) -> int:
    journal = root.folder / f"home/{_PERSON}" / _STATE / "journal.sqlite"
    return (
        int(_asked(journal, "SELECT COUNT(*) FROM runs WHERE finished_at IS NOT NULL"))
        if journal.exists()
        else 0
    )


def _paid(jobs: Path) -> int:
    return int(_asked(jobs, "SELECT COUNT(*) FROM invoices WHERE date_paid IS NOT NULL AND date_paid <> ''"))


def _asked(file: Path, query: str) -> str:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            return str(database.execute(query).fetchone()[0])
    except sqlite3.OperationalError:
        return "0"  # it is being made just now


def _expect(done: "subprocess.CompletedProcess[str]", text: str) -> None:
    if done.returncode or text not in done.stdout + done.stderr:
        raise SystemExit(f"expected '{text}':\n{done.stdout}\n{done.stderr}")


def _wait(there: Callable[[], object], what: str, patience: float = _PATIENCE) -> None:
    end = time.monotonic() + patience
    while not there():
        if time.monotonic() > end:
            raise SystemExit(f"waited in vain for {what}")
        time.sleep(0.3)
