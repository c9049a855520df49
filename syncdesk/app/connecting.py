"""The use-case 'sign in': from a draft or a stored connection to the connector's way of signing in, and the
company that is chosen there. Called by app/desk.py."""

from dataclasses import replace

from syncdesk.app import drafts
from syncdesk.app.views import ConnectionDraft
from syncdesk.app.wiring import Rooms
from syncdesk.model.connection import Connection
from syncdesk.model.errors import UsageError
from syncdesk.model.ports import FieldKind, Opening, SourceKind
from syncdesk.model.sign_in import CompanyChoice, SignIn


def of_draft(rooms: Rooms, draft: ConnectionDraft) -> SignIn:
    """The sign-in of a connection that is not stored yet; its secret fields are kept in the password store
    from here on, under `draft.id`. :func:`give_up` takes that back.

    Raises SetupError naming the field that is missing, UsageError where nobody has to sign in."""
    kind = drafts.kind_named(rooms.kinds, draft.source_kind)
    values = drafts.source_fields(kind, draft.source)
    rooms.keep_secrets(draft.id, drafts.secret_fields(kind, draft.source))
    return _sign_in(rooms, kind, values, draft.time_zone, draft.id)


def of_connection(rooms: Rooms, name: str) -> SignIn:
    """The sign-in of a stored connection: *Reconnect*. Links and history stay as they are.

    Raises SetupError naming the field that is missing, UsageError where nobody has to sign in."""
    connection = rooms.connection(name)
    return _sign_in(
        rooms, rooms.kind(connection), dict(connection.source), connection.time_zone, connection.id
    )


def choose(rooms: Rooms, name: str, choice: CompanyChoice) -> Connection:
    """Store which company a connection reads, as chosen after signing in. Other books than before are
    noticed by the next run (D10)."""
    connection = rooms.connection(name)
    chosen = replace(connection, source={**connection.source, **choice.fields})
    if chosen != connection:
        rooms.settings.replace_connection(chosen)
    return chosen


def keep_secrets(rooms: Rooms, draft: ConnectionDraft) -> None:
    """Put the draft's secret fields into the password store, under its id.

    Raises SetupError for a secret that is required and neither given nor kept from before."""
    kind = drafts.kind_named(rooms.kinds, draft.source_kind)
    rooms.keep_secrets(draft.id, drafts.secret_fields(kind, draft.source))
    for field in kind.fields:
        if field.kind is FieldKind.SECRET and field.required and not rooms.vault(draft.id).get(field.key):
            raise drafts.missing(field)


def give_up(rooms: Rooms, draft_id: str) -> None:
    """Forget what a draft that is not going to be stored has left in the password store."""
    if any(connection.id == draft_id for connection in rooms.connections()):
        return
    rooms.forget_secrets(draft_id)


def _sign_in(rooms: Rooms, kind: SourceKind, values: dict[str, str], time_zone: str, id_: str) -> SignIn:
    if kind.sign_in is None:
        raise UsageError(f"{kind.label} needs nobody to sign in.", "Test the connection instead.")
    vault = rooms.vault(id_)
    for field in kind.fields:
        given = values.get(field.key) if field.kind is not FieldKind.SECRET else vault.get(field.key)
        if field.required and not field.signed_in and not given:
            raise drafts.missing(field)
    return kind.sign_in(Opening(values, time_zone, vault))
