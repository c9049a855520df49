"""The commands about set-up: company add, list, show, test, remove; sources; doctor."""

import sys
from argparse import Namespace
from dataclasses import asdict, replace
from pathlib import Path

from syncdesk.app.desk import Desk
from syncdesk.app.drafts import SETTING_KEYS
from syncdesk.app.export import write_whole
from syncdesk.app.views import ConnectionDraft, MappingGuess
from syncdesk.cli.output import check_json, note, print_checks, print_json, print_table
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SetupError, UsageError
from syncdesk.model.job import Check, JobMapping
from syncdesk.model.ports import FieldKind


def company(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    """Dispatch the actions of `company`."""
    actions = {"add": _add, "set": _set, "list": _list, "show": _show, "test": _test, "remove": _remove}
    return actions[arguments.action](desk, arguments, as_json)


def sources(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    """List the kinds of source with their fields."""
    kinds = desk.kinds()
    if as_json:
        print_json(
            [
                {
                    "kind": kind.kind,
                    "label": kind.label,
                    "limits": kind.limits,
                    "fields": [
                        {
                            "key": f.key,
                            "label": f.label,
                            "kind": f.kind.value,
                            "required": f.required,
                            "default": f.default,
                            "advanced": f.advanced,
                            "signed_in": f.signed_in,
                            "help": f.help,
                        }
                        for f in kind.fields
                    ],
                }
                for kind in kinds
            ]
        )
        return 0
    for kind in kinds:
        print(f"{kind.kind}  {kind.label}")
        for field in kind.fields:
            how = "--secret" if field.kind is FieldKind.SECRET else "--set"
            given = field.key if field.kind is FieldKind.SECRET else f"{field.key}=…"
            optional = _optional(field.required and not field.signed_in)
            print(f"    {how} {given}   {field.label}{optional}. {field.help}")
    return 0


def doctor(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    """Check everything, or one company."""
    checks = desk.doctor(arguments.name)
    return _report(checks, as_json)


def support(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    """Print the support file, or save it."""
    text = desk.support_text()
    if arguments.save:
        path = Path(arguments.save)
        write_whole(path, lambda target: target.write_text(text, "utf-8"))
        note(f"Saved as {path}. Read it before you send it to anybody.")
        text = ""
    if as_json:
        print_json({"support": text} if text else {"saved": str(Path(arguments.save).absolute())})
    elif text:
        print(text, end="")
    return 0


def _add(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    fields = _pairs(arguments.set)
    if arguments.secret:
        fields[arguments.secret] = _secret(desk, arguments.source, arguments.secret)
    settings = {key: fields.pop(key) for key in list(fields) if key in SETTING_KEYS}
    mapping = desk.read_mapping(Path(arguments.mapping)) if arguments.mapping else None
    draft = ConnectionDraft(
        name=arguments.name,
        source_kind=arguments.source,
        source=fields,
        job_db=arguments.job_db,
        mapping=mapping,
        policy=arguments.policy,
        settings=settings,
    )
    if mapping is None:
        guess = desk.guess_mapping(arguments.job_db, arguments.source, fields)
        draft = replace(draft, mapping=_confirmed(guess, arguments.yes, as_json))
    connection = desk.add(draft)
    if as_json:
        print_json(_connection_json(connection))
    else:
        print(_next_step(desk, connection))
    return 0


def _secret(desk: Desk, kind_name: str, key: str) -> str:
    """One secret from standard input. Raises UsageError for a kind that asks for none of this name."""
    kinds = [kind for kind in desk.kinds() if kind.kind == kind_name]
    known = [f.key for kind in kinds for f in kind.fields if f.kind is FieldKind.SECRET]
    if kinds and key not in known:
        raise UsageError(
            f"{kinds[0].label} asks for no secret '{key}'.",
            f"Its secrets are: {', '.join(known)}." if known else "Leave out --secret.",
        )
    return sys.stdin.readline().strip()


def _next_step(desk: Desk, connection: Connection) -> str:
    state = next(s for s in desk.states() if s.connection.id == connection.id)
    if state.signs_in and state.signed_in is None:
        return f"'{connection.name}' is stored. Sign in next: syncdesk company connect \"{connection.name}\""
    return (
        f"'{connection.name}' is connected. Look at what would be written: "
        f'syncdesk sync "{connection.name}" --since month --preview'
    )


def _confirmed(guess: MappingGuess, yes: bool, as_json: bool) -> JobMapping:
    """The guessed mapping once it may be used. Raises SetupError when nobody can, or will, confirm it."""
    remedy = "Write the mapping into a file and name it with --mapping FILE.toml."
    if guess.mapping is None:
        raise SetupError(
            "The table and columns cannot be guessed: " + "; ".join(guess.doubts), remedy, field="mapping"
        )
    shown = mapping_text(guess.mapping)
    if yes and not guess.doubts:
        return guess.mapping
    if yes or as_json or not sys.stdin.isatty():
        doubts = " Doubtful: " + "; ".join(guess.doubts) if guess.doubts else ""
        raise SetupError(
            f"The mapping was guessed and nobody has confirmed it.{doubts}",
            remedy if guess.doubts else f"Say --yes to take this guess. To correct it: {remedy}",
            shown,
            "mapping",
        )
    note("This is how the job database was understood:\n" + shown)
    for doubt in guess.doubts:
        note(f"Please check: {doubt}")
    if input("Is that right? [y/N] ").strip().lower() not in ("y", "yes"):
        raise UsageError("The mapping was not confirmed; nothing was stored.", remedy)
    return guess.mapping


def mapping_text(mapping: JobMapping) -> str:
    """A mapping as lines for people."""
    return "\n".join(
        f"    {name} = {value}" for name, value in asdict(mapping).items() if value not in ("", None)
    )


def _pairs(items: list[str]) -> dict[str, str]:
    pairs = {}
    for item in items:
        key, equals, value = item.partition("=")
        if not equals or not key.strip():
            raise UsageError(
                f"'{item}' is not KEY=VALUE.", "Write for example --set path=/data/books.gnucash."
            )
        pairs[key.strip()] = value.strip()
    return pairs


def _optional(required: bool) -> str:
    return "" if required else " (optional)"


def _pairs_text(pairs: dict[str, object]) -> str:
    return ", ".join(f"{key}={value}" for key, value in pairs.items())


def _list(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    states = desk.states()
    if as_json:
        print_json([_connection_json(state.connection) for state in states])
    elif not states:
        note("No company is connected yet. Try the sample company: syncdesk demo")
    else:
        rows = [(s.connection.name, s.source_label, s.connection.job_db) for s in states]
        print_table(("Name", "Books", "Job database"), rows)
    return 0


def _show(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    connection = desk.connection(arguments.name)
    shown = _connection_json(connection)
    if as_json:
        print_json(shown)
        return 0
    for name, value in shown.items():
        if name != "mapping":
            print(f"{name}: {_pairs_text(value) if isinstance(value, dict) else value}")
    print("mapping:\n" + mapping_text(connection.mapping))
    return 0


def _set(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    changed = desk.set_values(desk.connection(arguments.name).name, _pairs(arguments.values))
    if as_json:
        print_json(_connection_json(changed))
    else:
        print(f"'{changed.name}' is changed: {', '.join(arguments.values)}.")
    return 0


def _test(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    return _report(desk.test_connection(arguments.name), as_json)


def _remove(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    connection = desk.connection(arguments.name)
    desk.remove(connection.name)
    if as_json:
        print_json({"removed": connection.name})
    else:
        print(f"'{connection.name}' is forgotten. Its books and its job database are untouched.")
    return 0


def _report(checks: tuple[Check, ...], as_json: bool) -> int:
    ok = all(check.ok for check in checks)
    if as_json:
        print_json({"ok": ok, "checks": [check_json(check) for check in checks]})
    else:
        print_checks(checks)
    return 0 if ok else 2


def _connection_json(connection: Connection) -> dict[str, object]:
    return {
        "name": connection.name,
        "id": connection.id,
        "source": connection.source_kind,
        "fields": dict(connection.source),
        "job_db": connection.job_db,
        "policy": connection.policy.value,
        "time_zone": connection.time_zone,
        "lock_date": connection.lock_date.isoformat() if connection.lock_date is not None else None,
        "paid_amount_counts": connection.paid_amount_counts.value,
        "credits_close": connection.credits_close,
        "brakes": asdict(connection.brakes),
        "left_out": [status.value for status in connection.left_out],
        "automatic": connection.automatic,
        "schedule": str(connection.schedule or "off"),
        "while_closed": connection.while_closed,
        "mapping": asdict(connection.mapping),
    }
