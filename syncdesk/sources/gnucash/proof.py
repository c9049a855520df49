"""Proves that a copy is a whole book: the right tables, a known version, sound pages, and every transaction
in balance. Called by private_copy on the copy alone."""

import sqlite3
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from syncdesk.model.errors import SetupError

_CORE = ("versions", "books", "invoices", "splits", "lots")
_NEEDED = (*_CORE, "transactions", "accounts", "customers", "jobs", "commodities", "slots")
# The table versions that GnuCash 4.13 and 5.10 write; the rules here were checked against these.
_TABLE_VERSIONS = {"invoices": 4, "splits": 5, "transactions": 4, "lots": 2, "slots": 4}
_OLDEST, _NEWEST = 3, 5  # main versions of the program


class NotWhole(Exception):
    """This copy proves nothing, another may: `kind` is saving, changing, rewriting, unbalanced or damaged."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail


def prove(database: sqlite3.Connection, path: Path) -> None:
    """Return if the copy is a whole book.

    Raises NotWhole if another copy may be better, SetupError if the file can never be read here."""
    _prove_tables(database, path)
    _prove_version(database, path)
    complaint = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    if complaint != "ok":
        raise NotWhole("damaged", str(complaint))
    _prove_balance(database)


def program_version(number: int) -> tuple[int, str]:
    """Main version and full text of the number GnuCash leaves in a book: 4000013 is 4.13, 2060021 is
    2.6.21."""
    main, rest = divmod(number, 1_000_000)
    middle, last = divmod(rest, 10_000)
    return main, f"{main}.{middle}.{last}" if middle else f"{main}.{last}"


def _prove_tables(database: sqlite3.Connection, path: Path) -> None:
    """'Save As' and upgrades rename the tables to *_back and write new ones: that is 'not now', not 'no
    invoices'."""
    present = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if any(f"{name}_back" in present for name in _NEEDED):
        raise NotWhole("rewriting", "tables named *_back")
    missing = [name for name in _NEEDED if name not in present]
    if set(_CORE) <= set(missing) or (missing and "versions" not in present):
        raise SetupError(
            f"'{path}' is a SQLite file, but not a GnuCash book.",
            "Choose the file in which GnuCash keeps the book.",
            f"missing tables: {', '.join(missing)}",
            field="path",
        )
    if missing:
        raise NotWhole("rewriting", f"missing tables: {', '.join(missing)}")
    for name in ("versions", "books"):
        if database.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() is None:
            raise NotWhole("rewriting", f"table {name} is empty")


def _prove_version(database: sqlite3.Connection, path: Path) -> None:
    found = dict(database.execute("SELECT table_name, table_version FROM versions"))
    if "Gnucash" not in found:
        raise NotWhole("rewriting", "the program version is missing")
    main, text = program_version(int(found["Gnucash"]))
    tables = {name: found.get(name) for name in _TABLE_VERSIONS}
    if main in range(_OLDEST, _NEWEST + 1) and tables == _TABLE_VERSIONS:
        return
    detail = f"program {found['Gnucash']}, tables {tables}"
    older = main < _OLDEST or any(
        have is None or int(have) < _TABLE_VERSIONS[name] for name, have in tables.items()
    )
    if older:
        raise SetupError(
            f"'{path}' was written by an old GnuCash ({text}).",
            "Open and save it once with GnuCash 4 or 5.",
            detail,
            field="path",
        )
    raise SetupError(
        f"'{path}' was written by a GnuCash that SyncDesk does not know ({text}).",
        "Look for a newer SyncDesk that reads books of this version. Nothing was read.",
        detail,
        field="path",
    )


def _prove_balance(database: sqlite3.Connection) -> None:
    """GnuCash stores one payment in several commits; a transaction out of balance, or without its own row,
    is half of one."""
    suspects = database.execute(
        "SELECT s.tx_guid, t.guid, t.post_date, t.description FROM splits s "
        "LEFT JOIN transactions t ON t.guid = s.tx_guid GROUP BY s.tx_guid "
        "HAVING t.guid IS NULL OR SUM(s.value_num) <> 0 OR MIN(s.value_denom) <> MAX(s.value_denom)"
    ).fetchall()
    if not suspects:
        return
    sums: dict[str, Fraction] = defaultdict(Fraction)
    for transaction, guid, day, description in suspects:
        parts = database.execute(
            "SELECT value_num, value_denom FROM splits WHERE tx_guid = ?", (transaction,)
        )
        sums[transaction] = sum((Fraction(num, denom) for num, denom in parts), Fraction())
        if guid is None or sums[transaction]:
            raise NotWhole(
                "unbalanced", f"transaction {transaction} of {day}: {description or 'no description'}"
            )
