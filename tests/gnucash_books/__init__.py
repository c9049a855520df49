"""Real GnuCash books for tests, made by GnuCash's own engine in a process of the system interpreter.

`build_book`, `edit_book` and `report_book` do one thing and end; `BookSession` keeps the program open, as a
bookkeeper would. The steps are described in steps.py. Where the engine is missing, `gnucash_available` says
why in one line.
"""

import functools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

Step = dict[str, Any]
Report = dict[str, Any]

BUILDER = Path(__file__).parent / "builder.py"
_INTERPRETERS = ("/usr/bin/python3", "/usr/local/bin/python3", "/bin/python3")


@functools.cache
def system_python() -> str:
    """The interpreter that can import GnuCash's bindings, '' if there is none."""
    for candidate in dict.fromkeys(
        (os.environ.get("GNUCASH_PYTHON", ""), *_INTERPRETERS, shutil.which("python3") or "")
    ):
        if candidate and Path(candidate).exists():
            probe = subprocess.run(
                [candidate, "-c", "import gnucash"], capture_output=True, env=_environment(""), check=False
            )
            if probe.returncode == 0:
                return candidate
    return ""


@functools.cache
def gnucash_available() -> str | None:
    """None if real books can be made here, else one line that says what is missing."""
    if not system_python():
        packages = "gnucash python3-gnucash libdbd-sqlite3"
        return f"GnuCash's engine is missing: apt-get install --no-install-recommends {packages}"
    with tempfile.TemporaryDirectory(dir=ram_folder()) as folder:
        try:
            build_book(Path(folder) / "probe.gnucash", [])
        except EngineError as error:
            last = str(error).splitlines()[-1]
            return f"GnuCash's engine cannot make a SQLite book (is libdbd-sqlite3 installed?): {last}"
    return None


def ram_folder() -> str | None:
    """A folder in memory for books under test (every commit of the engine waits for the disk), None if there
    is none."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class EngineError(Exception):
    """The engine refused a step or did not start; the text is its own."""


class BookSession(AbstractContextManager["BookSession"]):
    """GnuCash held open on a book. `time_zone` is the zone the program runs in; it decides what 'local
    midnight' means."""

    def __init__(
        self, path: Path | str, *, create: bool = False, currency: str = "USD", time_zone: str = "UTC"
    ) -> None:
        self.path = Path(path)
        command = [
            system_python(),
            str(BUILDER),
            str(self.path),
            "--currency",
            currency,
            *(["--create"] if create else []),
        ]
        self._noise = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed in close()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._noise,
            text=True,
            env=_environment(time_zone),
        )

    def do(self, *steps: Step) -> None:
        """Carry out the steps, one after the other. Raises EngineError at the first that fails."""
        self.ask({"steps": list(steps)})

    def report(self) -> Report:
        """The engine's own answers about every document of the book."""
        return self.ask({"report": True})

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Send a request and wait for its answer. Raises EngineError."""
        self.send(request)
        return self.receive()

    def send(self, request: dict[str, Any]) -> None:
        """Send a request without waiting; `receive` fetches its answer."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise EngineError(self.noise() or "the engine has ended") from None

    def receive(self) -> dict[str, Any]:
        """The answer to the oldest request not yet answered."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise EngineError(self.noise() or "the engine ended without an answer")
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer

    def noise(self) -> str:
        """Everything the engine has complained about so far."""
        self._noise.flush()
        self._noise.seek(0)
        return self._noise.read()

    def close(self) -> str:
        """Save, close the program, and return what it complained about. Raises EngineError if it crashed."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        if self.process.poll() is None:
            self.process.stdin.close()
            self.process.stdout.read()
        code = self.process.wait(timeout=60)
        noise = self.noise()
        self._noise.close()
        self.process.stdout.close()
        if code:
            raise EngineError(noise or f"the engine ended with {code}")
        return noise

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self.process.kill()
            self.process.wait()
            self._noise.close()


def build_book(
    path: Path | str, steps: Iterable[Step], *, currency: str = "USD", time_zone: str = "UTC"
) -> Report:
    """Make a new book, carry out the steps, close it, and return the engine's own answers."""
    return _session(path, steps, create=True, currency=currency, time_zone=time_zone)


def edit_book(
    path: Path | str, steps: Iterable[Step], *, currency: str = "USD", time_zone: str = "UTC"
) -> Report:
    """Open a book made here, carry out the steps in a new session, close it, and return the engine's own
    answers."""
    return _session(path, steps, create=False, currency=currency, time_zone=time_zone)


def report_book(path: Path | str, *, time_zone: str = "UTC") -> Report:
    """The engine's own answers about a book."""
    return _session(path, [], create=False, currency="USD", time_zone=time_zone)


def _session(
    path: Path | str, steps: Iterable[Step], *, create: bool, currency: str, time_zone: str
) -> Report:
    with BookSession(path, create=create, currency=currency, time_zone=time_zone) as session:
        session.do(*steps)
        return session.report()


def _environment(time_zone: str) -> dict[str, str]:
    """The engine must not meet this program's own interpreter settings."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    return kept | ({"TZ": time_zone} if time_zone else {}) | {"LC_ALL": "C.UTF-8"}
