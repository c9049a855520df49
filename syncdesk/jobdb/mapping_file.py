"""Reads and writes the mapping file, a TOML text that people edit. Called by app for `--mapping` and
`company show`."""

import json
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from syncdesk.jobdb.mapping import require_formats
from syncdesk.model.errors import SetupError
from syncdesk.model.job import JobMapping, NumberRule

_REQUIRED = ("table", "key", "number", "paid_amount", "date_paid")
_OPTIONAL = (
    "total",
    "currency",
    "currency_default",
    "customer",
    "invoice_date",
    "credited",
    "outstanding",
    "write_table",
    "where",
)
_SECTIONS: dict[str, tuple[str, ...]] = {
    "invoices": (*_REQUIRED, *_OPTIONAL),
    "numbers": ("prefix", "job_prefix", "pad"),
    "format": ("amount", "date"),
}


def load_mapping(path: Path) -> JobMapping:
    """The mapping in a TOML file. Raises SetupError naming what is missing, unknown or of the wrong kind."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise SetupError(
            f"The mapping file '{path}' cannot be read.",
            "Check the path, and that it is a text file in UTF-8.",
            str(error),
            "mapping",
        ) from error
    return parse_mapping(text, str(path))


def parse_mapping(text: str, origin: str = "the mapping") -> JobMapping:
    """The mapping in a TOML text; `origin` names it in errors. Raises SetupError like
    :func:`load_mapping`."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SetupError(
            f"The mapping file '{origin}' is not well-formed.",
            "Put texts in double quotes, one setting on a line; the details name the line.",
            str(error),
            "mapping",
        ) from error
    _require_known("section", document, tuple(_SECTIONS))
    sections = {name: _section(document, name) for name in _SECTIONS}
    invoices, numbers, formats = sections["invoices"], sections["numbers"], sections["format"]
    key = invoices.get("key", [])
    columns = [key] if isinstance(key, str) else key
    if not isinstance(columns, list) or not all(isinstance(name, str) for name in columns):
        raise _wrong_kind("invoices", "key", 'a list of column names such as ["id"]')
    mapping = JobMapping(
        **{name: _text(invoices, "invoices", name) for name in (*_REQUIRED, *_OPTIONAL) if name != "key"},
        key=tuple(columns),
        numbers=NumberRule(
            _text(numbers, "numbers", "prefix"), _text(numbers, "numbers", "job_prefix"), _pad(numbers)
        ),
        amount_format=_text(formats, "format", "amount") or "auto",
        date_format=_text(formats, "format", "date") or "auto",
    )
    for name in _REQUIRED:
        if not getattr(mapping, name):
            raise SetupError(
                f"The mapping does not say '{name}'.", f"Add {name} = … under [invoices].", field=name
            )
    require_formats(mapping)
    return mapping


def dump_mapping(mapping: JobMapping) -> str:
    """The mapping as a TOML text that :func:`parse_mapping` reads back equal; every setting is named."""
    invoices = {name: getattr(mapping, name) for name in (*_REQUIRED, *_OPTIONAL)}
    rule = mapping.numbers
    values: dict[str, Mapping[str, object]] = {
        "invoices": invoices,
        "numbers": {"prefix": rule.prefix, "job_prefix": rule.job_prefix, "pad": rule.pad},
        "format": {"amount": mapping.amount_format, "date": mapping.date_format},
    }
    blocks = []
    for section, entries in values.items():
        lines = [f"{name} = {_toml(value)}" for name, value in entries.items()]
        blocks.append("\n".join((f"[{section}]", *lines)))
    return "\n\n".join(blocks) + "\n"


def _toml(value: object) -> str:
    """A string, whole number or list of strings. JSON's escapes are TOML's, but for DEL, which TOML
    wants escaped."""
    listed = list(value) if isinstance(value, tuple) else value
    return json.dumps(listed, ensure_ascii=False).replace("\x7f", "\\u007f")


def _section(document: Mapping[str, object], name: str) -> Mapping[str, object]:
    section = document.get(name, {})
    if not isinstance(section, dict):
        raise SetupError(
            f"'{name}' must be a section.", f"Write [{name}] on a line of its own.", field="mapping"
        )
    _require_known(f"setting in [{name}]", section, _SECTIONS[name])
    return section


def _require_known(what: str, found: Mapping[str, object], known: tuple[str, ...]) -> None:
    for name in found:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            remedy = f"Did you mean '{close[0]}'?" if close else f"Known are {', '.join(known)}."
            raise SetupError(f"The mapping has an unknown {what}: '{name}'.", remedy, field="mapping")


def _text(section: Mapping[str, object], where: str, name: str) -> str:
    value = section.get(name, "")
    if not isinstance(value, str):
        raise _wrong_kind(where, name, "a text in double quotes")
    return value


def _pad(section: Mapping[str, object]) -> int:
    value = section.get("pad", 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 40:
        raise _wrong_kind("numbers", "pad", "a whole number from 0 to 40")
    return value


def _wrong_kind(section: str, name: str, wanted: str) -> SetupError:
    return SetupError(
        f"'{name}' in [{section}] of the mapping is not {wanted}.", "Correct it in the file.", field=name
    )
