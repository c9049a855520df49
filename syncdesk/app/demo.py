"""The sample company: copied into this person's own folder on first use, so that it can be played with
(D19)."""

import shutil
import uuid

from syncdesk.app.resources import resource
from syncdesk.app.wiring import Rooms
from syncdesk.model.connection import Connection
from syncdesk.model.errors import FatalError

NAME = "Sample company"
BOOK, JOBS, MAPPING = "northgate.gnucash", "jobs.sqlite", "mapping.toml"


def prepare(rooms: Rooms) -> str:
    """Make the sample company ready and return the name of its connection. What is there already is kept."""
    folder = rooms.folders.data / "demo"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in (BOOK, JOBS):
            if not (folder / name).exists():
                shutil.copyfile(resource(f"demo/{name}"), folder / name)
    except OSError as error:
        raise FatalError(
            f"The sample company cannot be copied to {folder}.",
            "Check that this folder can be written and the disk is not full.",
            str(error),
        ) from error
    if all(connection.name != NAME for connection in rooms.connections()):
        rooms.settings.add_connection(
            Connection(
                id=uuid.uuid4().hex,
                name=NAME,
                source_kind="gnucash",
                source={"path": str(folder / BOOK)},
                job_db=f"sqlite:///{(folder / JOBS).as_posix()}",
                mapping=rooms.read_mapping(resource(f"demo/{MAPPING}")),
            )
        )
    return NAME
