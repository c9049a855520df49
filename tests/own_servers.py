"""Database servers started from installed programs, each in a temporary folder and on a free loopback port.

The processes of one test session share them (`OwnServers.shared`): the first that needs a server starts it
under a lock, and the session's first process stops it at the end (`begin`, `end`, called by
tests/conftest.py). A test that needs a server of a special kind, such as one with TLS, starts one for itself:
`with own_server("postgresql"): …`.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from filelock import FileLock

_FOLDER_VARIABLE = "SYNCDESK_TEST_SERVERS"
_SECONDS_TO_START = 60
_ELSEWHERE = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/sbin",
)
_PROGRAMS = {
    "postgresql": ("initdb", "postgres"),
    "mariadb": ("mariadb-install-db", "mariadbd"),
}


class Unavailable(Exception):
    """This kind of server cannot be had here."""


class OwnServers:
    """The servers that the processes of this test session share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def begin(cls) -> None:
        """Make the session's processes, those started from here on included, share one folder."""
        if _FOLDER_VARIABLE not in os.environ:
            folder = tempfile.mkdtemp(prefix="syncdesk-servers-")
            os.environ[_FOLDER_VARIABLE] = folder
            (Path(folder) / "owner").write_text(str(os.getpid()), encoding="ascii")

    @classmethod
    def end(cls) -> None:
        """In the process that began the session: stop every server and remove the folder."""
        folder = Path(os.environ.get(_FOLDER_VARIABLE, ""))
        owner = folder / "owner"
        if _FOLDER_VARIABLE not in os.environ or owner.read_text(encoding="ascii") != str(os.getpid()):
            return
        for note in folder.glob("*.json"):
            stop(json.loads(note.read_text(encoding="ascii"))["pid"])
        shutil.rmtree(folder, ignore_errors=True)
        del os.environ[_FOLDER_VARIABLE]

    @classmethod
    def shared(cls) -> "OwnServers":
        """The session's servers."""
        return cls(Path(os.environ[_FOLDER_VARIABLE]))

    def port(self, make: str) -> int:
        """The port of a server of this make, started if it is not running yet. Raises Unavailable."""
        note = self._folder / f"{make}.json"
        with FileLock(self._folder / f"{make}.lock"):
            if not note.exists():
                pid, port = start(make, self._folder / make)
                note.write_text(json.dumps({"pid": pid, "port": port}), encoding="ascii")
            found: int = json.loads(note.read_text(encoding="ascii"))["port"]
            return found


@contextmanager
def own_server(make: str, *options: str, files: Sequence[Path] = ()) -> Iterator[int]:
    """The port of a server for this block alone. `options` go to its program, in which '{folder}' is its own
    folder; `files` are copied there first, as its own. Raises Unavailable."""
    with tempfile.TemporaryDirectory(prefix="syncdesk-server-", ignore_cleanup_errors=True) as name:
        pid, port = start(make, Path(name) / "server", *options, files=files)
        try:
            yield port
        finally:
            stop(pid)


def start(make: str, folder: Path, *options: str, files: Sequence[Path] = ()) -> tuple[int, int]:
    """Make an empty server in a new folder and start it: its process and its port. Raises Unavailable."""
    make_it, serve = _programs(make)
    folder.mkdir(parents=True)
    folder.parent.chmod(0o755)
    owner = _owner(make)
    if owner is not None:
        shutil.chown(folder, owner)
    log, port = folder / "log", _free_port()
    data = folder / "data"
    for file in files:
        copied = Path(shutil.copy(file, folder / file.name))
        copied.chmod(0o600)
        if owner is not None:
            shutil.chown(copied, owner)
    if make == "postgresql":
        _run([make_it, "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", "-N"], owner)
        command = [serve, "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", folder, "-c", "fsync=off"]
    else:
        _run(
            [make_it, "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal"], owner
        )
        command = [serve, "--no-defaults", f"--datadir={data}", f"--socket={folder / 'socket'}"]
        command += [f"--port={port}", "--bind-address=127.0.0.1", f"--pid-file={folder / 'pid'}"]
        command += ["--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M"]
    command += [option.format(folder=folder) for option in options]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, user=owner, cwd=folder)
    deadline = time.monotonic() + _SECONDS_TO_START
    while not _answers(make, port):
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            last = log.read_text("utf-8", "replace").strip().splitlines()[-1:]
            raise Unavailable(f"{serve} does not start here: {' '.join(last)}")
        time.sleep(0.05)
    return process.pid, port


def stop(pid: int) -> None:
    """Stop a server without delay, and wait until it is gone."""
    for signal_, seconds in ((signal.SIGTERM, 10), (getattr(signal, "SIGKILL", signal.SIGTERM), 5)):
        try:
            os.kill(pid, signal_)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + seconds
        while _runs(pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        if not _runs(pid):
            return


def _runs(pid: int) -> bool:
    try:
        if os.name == "posix" and os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False
    except ChildProcessError:  # started by another process of the session, which has ended
        pass
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _programs(make: str) -> list[str]:
    folders = [
        str(path) for pattern in _ELSEWHERE for path in sorted(Path("/").glob(pattern[1:]), reverse=True)
    ]
    path = os.pathsep.join([os.environ.get("PATH", ""), *folders])
    found = [shutil.which(name, path=path) for name in _PROGRAMS[make]]
    port = {"postgresql": 5432, "mariadb": 3306}[make]
    if None in found:
        missing = " and ".join(n for n, at in zip(_PROGRAMS[make], found, strict=True) if at is None)
        raise Unavailable(f"nothing listens on 127.0.0.1:{port}, and {missing} is not installed")
    if os.name == "nt":
        raise Unavailable(f"nothing listens on 127.0.0.1:{port}, and on Windows none is started")
    return [name for name in found if name is not None]


def _owner(make: str) -> str | None:
    """PostgreSQL refuses to run as root, MariaDB would rather not: they run as the user of their package."""
    if os.geteuid() != 0:
        return None
    import pwd

    for name in ("postgres" if make == "postgresql" else "mysql", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise Unavailable(f"{make} does not run as root")


def _run(command: Sequence[str | Path], owner: str | None) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", user=owner, cwd="/", check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise Unavailable(f"{command[0]} fails here: {' '.join(said)}")


def _answers(make: str, port: int) -> bool:
    """Whether the server takes connections by now."""
    with closing(socket.socket()) as caller:
        caller.settimeout(1)
        if caller.connect_ex(("127.0.0.1", port)) != 0:
            return False
    if make == "mariadb":
        return True
    import psycopg

    try:
        psycopg.connect(host="127.0.0.1", port=port, user="postgres", dbname="postgres").close()
    except psycopg.OperationalError as error:
        return "starting up" not in str(error)
    return True


def _free_port() -> int:
    with closing(socket.socket()) as finder:
        finder.bind(("127.0.0.1", 0))
        port: int = finder.getsockname()[1]
        return port
