"""The use-case 'set': change single settings of a connection, each named, everything else as it was. Called
by Desk for the command line."""

from collections.abc import Mapping
from pathlib import Path

from syncdesk.app import automatic, checks
from syncdesk.app.drafts import SETTING_KEYS, settings_of
from syncdesk.app.views import ConnectionDraft
from syncdesk.app.wiring import Rooms
from syncdesk.model.connection import Connection
from syncdesk.model.errors import UsageError
from syncdesk.model.ports import FieldKind

_PLACES = ("name", "job_db", "mapping")


def set_values(rooms: Rooms, name: str, values: Mapping[str, str]) -> Connection:
    """Store the connection with these values: settings (see :data:`SETTING_KEYS`), `name`, `job_db` (an
    address), `mapping` (a file), or fields of its source. Books and job database are looked at first if where
    or what they are changes; nothing is written to either.

    Raises UsageError for an unknown key, SetupError naming the value that cannot be used; nothing is stored
    then."""
    before = rooms.connection(name)
    draft = _draft(rooms, before, values)
    changed = rooms.connection_of(draft, before.id)
    if (changed.source, changed.job_db, changed.mapping) != (before.source, before.job_db, before.mapping):
        changed = checks.proved(rooms, draft, before.id)
        rooms.keep_password(draft, changed)
    automatic.take_effect(rooms, before, changed)
    rooms.settings.replace_connection(changed)
    return changed


def _draft(rooms: Rooms, before: Connection, values: Mapping[str, str]) -> ConnectionDraft:
    kind = rooms.kind(before)
    names = {key for field in kind.fields for key in (field.key, *field.aliases)}
    known = (*SETTING_KEYS, *_PLACES, *sorted(field.key for field in kind.fields))
    for key in values:
        if key not in names | set(SETTING_KEYS) | set(_PLACES):
            raise UsageError(f"There is no setting '{key}'.", f"Settings are: {', '.join(known)}.")
        if any(f.kind is FieldKind.SECRET and key in (f.key, *f.aliases) for f in kind.fields):
            raise UsageError(
                f"'{key}' is a secret and must not stand on a command line.",
                "Sign in again with 'syncdesk company connect', or change it in the window.",
            )
    mapping = rooms.read_mapping(Path(values["mapping"])) if "mapping" in values else before.mapping
    return ConnectionDraft(
        id=before.id,
        name=values.get("name", before.name),
        source_kind=before.source_kind,
        source={**before.source, **{key: value for key, value in values.items() if key in names}},
        job_db=values.get("job_db", before.job_db),
        mapping=mapping,
        settings={**settings_of(before), **{k: v for k, v in values.items() if k in SETTING_KEYS}},
    )
