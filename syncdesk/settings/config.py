"""What a person has set: connections and preferences, in one JSON file that survives crashes, upgrades and
two writers at once (F-42). Called by app."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from syncdesk.model.connection import Connection
from syncdesk.model.errors import RetryableError, SetupError, UsageError
from syncdesk.settings.folders import Folders, make_folder, replace_file
from syncdesk.settings.typed import WrongValueError, from_plain, merged, to_plain

VERSION = 1
_WAIT_SECONDS = 10

Document = dict[str, Any]
Steps = Mapping[int, Callable[[Document], Document]]
STEPS: Steps = {}
"""Upgrade steps: version n -> the function that turns a file of version n into one of version n + 1."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set: the connections in the order they were added, and the preferences of the
    program by name."""

    connections: tuple[Connection, ...] = ()
    preferences: dict[str, str] = field(default_factory=dict)

    def find(self, name: str) -> Connection:
        """The connection of this name, exactly or else in other capitals, or else of this id. Raises
        UsageError with the known names."""
        same = [c for c in self.connections if c.name == name]
        alike = same or [c for c in self.connections if c.name.casefold() == name.casefold()]
        alike = alike or [c for c in self.connections if c.id == name]
        if len(alike) == 1:
            return alike[0]
        known = ", ".join(f"'{c.name}'" for c in self.connections)
        raise UsageError(
            f"There is no company '{name}'.",
            f"Known companies: {known}." if known else "Add one first: syncdesk company add.",
        )


class Config:
    """The settings file. Every change re-reads it under a lock, so that two programs lose nothing of each
    other's.

    Raises SetupError (damaged, of a newer SyncDesk, no right), RetryableError (another program holds it too
    long).
    """

    def __init__(self, places: Folders, version: int = VERSION, steps: Steps = STEPS) -> None:
        self.path = places.settings_file
        self._version = version
        self._steps = steps

    @property
    def backup(self) -> Path:
        """The file as it was before the last change."""
        return self.path.with_name(self.path.name + ".backup")

    def load(self) -> Settings:
        """What is set now; nothing, where there is no file yet."""
        return self._settings(self._read())

    def find(self, name: str) -> Connection:
        """See :meth:`Settings.find`."""
        return self.load().find(name)

    def add_connection(self, connection: Connection) -> None:
        """Store a new connection. Raises SetupError at the field 'name' if another one has that name."""
        with self._changing() as document:
            self._refuse_same_name(document, connection)
            document["connections"].append(to_plain(connection))

    def replace_connection(self, connection: Connection) -> None:
        """Store a connection in place of the one with its id. Raises UsageError if there is none (any
        more)."""
        with self._changing() as document:
            self._refuse_same_name(document, connection)
            place = self._place(document, connection.id)
            before = document["connections"][place]
            # The fields of a source are replaced as a whole: one that was removed must go.
            plain = merged({**before, "source": {}}, to_plain(connection))
            document["connections"][place] = plain

    def remove_connection(self, connection_id: str) -> None:
        """Forget a connection. Raises UsageError if there is none of this id."""
        with self._changing() as document:
            del document["connections"][self._place(document, connection_id)]

    def set_preference(self, name: str, value: str) -> None:
        """Store one preference."""
        with self._changing() as document:
            document["preferences"][name] = value

    def _settings(self, document: Document) -> Settings:
        try:
            connections = tuple(
                from_plain(Connection, plain, f"connections[{place}]")
                for place, plain in enumerate(document["connections"])
            )
            return Settings(connections, {str(k): str(v) for k, v in document["preferences"].items()})
        except WrongValueError as error:
            raise self._damaged(f"'{error.key}' cannot be read", str(error)) from error

    def _read(self) -> Document:
        try:
            text = self.path.read_text("utf-8")
        except FileNotFoundError:
            return {"version": self._version, "connections": [], "preferences": {}}
        except UnicodeDecodeError as error:
            raise self._damaged("it is not text", str(error)) from error
        except OSError as error:
            raise SetupError(
                f"The settings file {self.path} cannot be read.",
                "Give yourself the right to read it.",
                str(error),
            ) from error
        try:
            document = json.loads(text)
        except ValueError as error:
            raise self._damaged("it is not whole", str(error)) from error
        return self._upgraded(document)

    def _upgraded(self, document: Any) -> Document:
        if not isinstance(document, dict) or type(document.get("version")) is not int:
            raise self._damaged("it does not say its version", "")
        if document["version"] > self._version:
            raise SetupError(
                f"The settings file {self.path} belongs to a newer SyncDesk.",
                "Start the newest version installed on this computer.",
                f"file version {document['version']}, known up to {self._version}",
            )
        upgraded: Document = document
        while upgraded["version"] < self._version:
            upgraded = {**self._steps[upgraded["version"]](upgraded), "version": upgraded["version"] + 1}
        for key, kind in (("connections", list), ("preferences", dict)):
            if not isinstance(upgraded.setdefault(key, kind()), kind):
                raise self._damaged(f"'{key}' cannot be read", "")
        return upgraded

    @contextmanager
    def _changing(self) -> Iterator[Document]:
        make_folder(self.path.parent)
        try:
            with FileLock(f"{self.path}.lock", timeout=_WAIT_SECONDS):
                document = self._read()
                self._settings(document)  # never build upon a damaged file
                yield document
                self._write(document)
        except Timeout as error:
            raise RetryableError(
                f"The settings file {self.path} is in use by another program.", "Wait a moment and try again."
            ) from error
        except OSError as error:
            raise SetupError(
                f"The settings file {self.path} cannot be written.",
                "Give yourself the right to write it and its folder, and check that the disk is not full.",
                str(error),
            ) from error

    def _write(self, document: Document) -> None:
        if self.path.exists():
            replace_file(self.backup, self.path.read_bytes())
        replace_file(self.path, (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode())

    def _place(self, document: Document, connection_id: str) -> int:
        for place, plain in enumerate(document["connections"]):
            if plain["id"] == connection_id:
                return place
        raise UsageError(
            "This company is no longer there.", "It was removed meanwhile, perhaps in another window."
        )

    def _refuse_same_name(self, document: Document, connection: Connection) -> None:
        for plain in document["connections"]:
            if plain["name"].casefold() == connection.name.casefold() and plain["id"] != connection.id:
                raise SetupError(
                    f"There is a company '{plain['name']}' already.", "Choose another name.", field="name"
                )

    def _damaged(self, why: str, detail: str) -> SetupError:
        remedy = "Move it aside and add the companies again."
        if self.backup.exists():
            remedy = (
                f"Move it aside and copy the version before the last change, {self.backup}, to its place."
            )
        return SetupError(f"The settings file {self.path} is damaged: {why}.", remedy, detail)
