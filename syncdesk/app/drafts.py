"""From what a person filled in to a connection: names, settings and addresses read, each fault named at its
field."""

import uuid
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from syncdesk.app.views import ConnectionDraft
from syncdesk.model.connection import BrakeLimits, Connection, Policy
from syncdesk.model.errors import SetupError, UsageError
from syncdesk.model.job import JobMapping
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.ports import Field, FieldKind, SourceKind
from syncdesk.model.schedule import Schedule, read_schedule
from syncdesk.model.settlement import PaidAmountCounts
from syncdesk.model.zones import company_zone

_Word = TypeVar("_Word", bound=StrEnum)

BRAKE_KEYS = {f"brake_{field.name}": field.name for field in fields(BrakeLimits)}
"""The settings of the brakes (D10), each with the limit it sets."""
AUTOMATIC_KEYS = ("automatic", "schedule", "while_closed")
"""The settings of automatic runs (BBK-04, BBK-23)."""
_OPTIONAL_STATUSES = (InvoiceStatus.DRAFT, InvoiceStatus.VOID)
SETTING_KEYS = (
    *("policy", "time_zone", "lock_date", "paid_amount_counts", "credits_close", "statuses"),
    *BRAKE_KEYS,
    *AUTOMATIC_KEYS,
)


def connection_of(
    draft: ConnectionDraft, kind: SourceKind, mapping: JobMapping, job_db: str, id_: str = ""
) -> Connection:
    """The connection that a draft describes; a new id unless one is given or the draft has one. `job_db` is
    its address without a password.

    Raises SetupError naming the field that cannot be used.
    """
    if not draft.name.strip():
        raise SetupError("The connection has no name.", "Give it the name of the company.", field="name")
    settings = draft.settings or {}
    zone = settings.get("time_zone", draft.time_zone)
    company_zone(zone)
    return Connection(
        id=id_ or draft.id or uuid.uuid4().hex,
        name=draft.name.strip(),
        source_kind=kind.kind,
        source=source_fields(kind, draft.source),
        job_db=job_db,
        mapping=mapping,
        policy=_choice(Policy, settings.get("policy", draft.policy), "policy"),
        time_zone=zone,
        lock_date=_day(settings.get("lock_date", ""), "lock_date"),
        paid_amount_counts=_choice(
            PaidAmountCounts,
            settings.get("paid_amount_counts", PaidAmountCounts.PAYMENTS.value),
            "paid_amount_counts",
        ),
        credits_close=_yes_or_no(settings.get("credits_close", "yes"), "credits_close"),
        brakes=_brakes(settings),
        left_out=_left_out(settings.get("statuses", "")),
        automatic=_yes_or_no(settings.get("automatic", "yes"), "automatic"),
        schedule=_schedule(settings.get("schedule", "")),
        while_closed=_yes_or_no(settings.get("while_closed", "no"), "while_closed"),
    )


def new_id() -> str:
    """An id for a connection that signs in before it is stored."""
    return uuid.uuid4().hex


def settings_of(connection: Connection) -> dict[str, str]:
    """The settings of a connection as they would be filled in."""
    limits = {key: str(getattr(connection.brakes, name)) for key, name in BRAKE_KEYS.items()}
    return {
        "policy": connection.policy.value,
        "time_zone": connection.time_zone,
        "lock_date": connection.lock_date.isoformat() if connection.lock_date is not None else "",
        "paid_amount_counts": connection.paid_amount_counts.value,
        "credits_close": "yes" if connection.credits_close else "no",
        "statuses": _statuses_text(connection.left_out),
        **limits,
        "automatic": "yes" if connection.automatic else "no",
        "schedule": str(connection.schedule or "off"),
        "while_closed": "yes" if connection.while_closed else "no",
    }


def source_fields(kind: SourceKind, given: Mapping[str, str]) -> dict[str, str]:
    """The fields of a source by their own keys, secrets left out, defaults filled in, files as absolute
    paths.

    Raises SetupError for a field that is missing, UsageError for one that this kind does not have.
    """
    values = _own_keys(kind, given)
    for field in kind.fields:
        if field.kind is FieldKind.SECRET:
            values.pop(field.key, None)
            continue
        value = values.get(field.key, "").strip() or field.default
        if field.required and not value and not field.signed_in:
            raise missing(field)
        if field.kind is FieldKind.FILE and value:
            value = str(
                Path(value.removeprefix("sqlite3://").removeprefix("file://")).expanduser().absolute()
            )
        values[field.key] = value
    return values


def secret_fields(kind: SourceKind, given: Mapping[str, str]) -> dict[str, str]:
    """The secrets among the given fields, by their own keys; empty ones are left out.

    Raises UsageError for a field that this kind does not have."""
    secret = {field.key for field in kind.fields if field.kind is FieldKind.SECRET}
    values = _own_keys(kind, given)
    return {key: value.strip() for key, value in values.items() if key in secret and value.strip()}


def missing(field: Field) -> SetupError:
    """The complaint about a field that is not filled in."""
    return SetupError(f"'{field.label}' is missing.", f"Fill it in. {field.help}".strip(), field=field.key)


def _own_keys(kind: SourceKind, given: Mapping[str, str]) -> dict[str, str]:
    names = {alias: field.key for field in kind.fields for alias in (field.key, *field.aliases)}
    unknown = [key for key in given if key not in names]
    if unknown:
        known = ", ".join(field.key for field in kind.fields)
        raise UsageError(
            f"{kind.label} has no field '{unknown[0]}'.",
            f"Its fields are: {known}. Settings are: {', '.join(SETTING_KEYS)}.",
        )
    return {names[key]: value for key, value in given.items()}


def job_address(text: str) -> str:
    """The address of a job database as SQLAlchemy understands it; a bare path means a SQLite file.

    Raises SetupError for nothing at all.
    """
    text = text.strip()
    if not text:
        raise SetupError(
            "The job database is missing.", "Choose its file, or write its address.", field="job_db"
        )
    if "://" in text:
        return text
    return f"sqlite:///{Path(text).expanduser().absolute().as_posix()}"


def kind_named(kinds: tuple[SourceKind, ...], name: str) -> SourceKind:
    """The kind of source of this name. Raises UsageError with the names there are."""
    for kind in kinds:
        if kind.kind == name:
            return kind
    known = ", ".join(kind.kind for kind in kinds)
    raise UsageError(f"There is no kind of source '{name}'.", f"Known kinds: {known}.")


def _choice(words: type[_Word], text: str, field: str) -> _Word:
    try:
        return words(text)
    except ValueError as error:
        known = ", ".join(word.value for word in words)
        raise SetupError(
            f"'{text}' is no {field.replace('_', ' ')}.", f"Choose one of: {known}.", field=field
        ) from error


def _brakes(settings: Mapping[str, str]) -> BrakeLimits:
    limits = {name: settings[key] for key, name in BRAKE_KEYS.items() if key in settings}
    for name, text in limits.items():
        highest = 100 if name.endswith("percent") else 10**9
        if not (text.isascii() and text.isdecimal() and int(text) <= highest):
            kind = "no whole number from 0 to 100" if highest == 100 else "no whole number"
            raise SetupError(
                f"'{text}' is {kind}.",
                "Write how many rows may change, or what share of a hundred, before a run waits for you.",
                field=f"brake_{name}",
            )
    return BrakeLimits(**{name: int(text) for name, text in limits.items()})


def _left_out(text: str) -> tuple[InvoiceStatus, ...]:
    """The statuses that are not among those to look at; empty = all are looked at (CXQ-03)."""
    words = {word.strip().lower() for word in text.split(",") if word.strip()}
    if not words or words == {"all"}:
        return ()
    known = {InvoiceStatus.ISSUED.value, *(status.value for status in _OPTIONAL_STATUSES)}
    if not words <= known or InvoiceStatus.ISSUED.value not in words:
        raise SetupError(
            f"'{text}' are no statuses to look at.",
            "Write issued, or issued with draft or void after a comma; nothing for all.",
            field="statuses",
        )
    return tuple(status for status in _OPTIONAL_STATUSES if status.value not in words)


def _statuses_text(left_out: tuple[InvoiceStatus, ...]) -> str:
    if not left_out:
        return ""
    looked_at = [status.value for status in _OPTIONAL_STATUSES if status not in left_out]
    return ",".join([InvoiceStatus.ISSUED.value, *looked_at])


def _schedule(text: str) -> Schedule | None:
    try:
        return read_schedule(text)
    except ValueError as error:
        raise SetupError(
            f"'{text}' is no schedule.",
            "Write 'every 30' for every 30 minutes (1 to 1440), 'daily 07:30' for once a day, or 'off'.",
            str(error),
            "schedule",
        ) from error


def _day(text: str, field: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SetupError(f"'{text}' is no day.", "Write it as 2026-01-31.", field=field) from error


def _yes_or_no(text: str, field: str) -> bool:
    word = text.strip().lower()
    if word in ("yes", "true", "1", "on"):
        return True
    if word in ("no", "false", "0", "off"):
        return False
    raise SetupError(f"'{text}' is neither yes nor no.", "Write yes or no.", field=field)
