"""SyncDesk as a program of its own: each command in a process, with its own home. Used by the end-to-end
tests."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_KEPT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "HOME",
    "USERPROFILE",
    "COVERAGE_PROCESS_START",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one command said: exit code, standard output read as JSON (None if it is no JSON), and both
    texts."""

    code: int
    json: Any
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Program:
    """One SyncDesk with its state in `home`."""

    home: Path
    passphrase: str = ""

    def __call__(self, *arguments: str, text: str = "") -> Answer:
        """Run a command with --json and nothing on standard input but `text`."""
        done = subprocess.run(
            [*self.command(), *arguments, "--json"],
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self.environment(),
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        try:
            value = json.loads(done.stdout)
        except ValueError:
            value = None
        return Answer(done.returncode, value, done.stdout, done.stderr)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a command and leave it running."""
        return subprocess.Popen(
            [*self.command(), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment(),
        )

    def command(self) -> list[str]:
        """The program as arguments of a process."""
        return [sys.executable, "-m", "syncdesk"]

    def environment(self) -> dict[str, str]:
        """What the process sees: its own home, no screen, no person's password store."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return kept | {
            "SYNCDESK_HOME": str(self.home),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "SYNCDESK_PASSPHRASE": self.passphrase,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONUTF8": "1",
        }

    def add(self, name: str, book: Path, jobs: Path, mapping: str, *more: str) -> Answer:
        """Connect a GnuCash book with a SQLite job database."""
        file = self.home.parent / f"{name}.toml"
        file.write_text(mapping, encoding="utf-8")
        source = ("--source", "gnucash", "--set", f"path={book}")
        return self(
            "company", "add", name, *source, "--job-db", f"sqlite:///{jobs}", "--mapping", str(file), *more
        )
