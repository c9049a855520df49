"""The questions put to a private copy of a book: documents, what settles them, and facts about the company.

The rules are those of GnuCash's own engine: only the posting split's lot tells what was paid, and only
quantities count. Used by reading.py."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from syncdesk.model.ledger import Company
from syncdesk.sources.gnucash.proof import program_version

# 2 = money moved, 1 = written off, 0 = nothing but the customer's own account (offset against a credit note).
_PREPARE = """
CREATE INDEX IF NOT EXISTS splits_tx_guid_index ON splits(tx_guid);
CREATE INDEX sd_share ON splits(lot_guid, account_guid, tx_guid, quantity_num, quantity_denom, memo)
    WHERE lot_guid IS NOT NULL;
CREATE INDEX sd_day ON slots(obj_guid, gdate_val) WHERE name = 'date-posted';
CREATE INDEX sd_due ON slots(obj_guid, timespec_val) WHERE name = 'trans-date-due';
CREATE TABLE sd_rank (account TEXT PRIMARY KEY, rank INTEGER) WITHOUT ROWID;
INSERT OR IGNORE INTO sd_rank SELECT guid, CASE
    WHEN account_type IN ('RECEIVABLE', 'TRADING') THEN 0
    WHEN account_type IN ('EXPENSE', 'INCOME') THEN 1 ELSE 2 END FROM accounts;
CREATE TABLE sd_document AS
    SELECT i.rowid AS place, i.guid, i.id, i.currency, i.date_posted, i.post_txn, i.post_acc, i.post_lot,
           CASE i.owner_type WHEN 2 THEN i.owner_guid ELSE j.owner_guid END AS customer,
           p.lot_guid AS lot, p.quantity_num AS num, p.quantity_denom AS denom
    FROM invoices i
    LEFT JOIN jobs j ON i.owner_type = 3 AND j.guid = i.owner_guid
    LEFT JOIN splits p ON i.date_posted IS NOT NULL AND p.tx_guid = i.post_txn
                       AND +p.account_guid = i.post_acc AND +p.lot_guid IS NOT NULL
    WHERE i.owner_type = 2 OR (i.owner_type = 3 AND j.owner_type = 2)
    ORDER BY i.rowid;
CREATE INDEX sd_document_lot ON sd_document(lot);
PRAGMA analysis_limit = 400;
ANALYZE;
"""

# The balance is added up over the whole lot by SQLite itself, in integers: another way than that of the
# shares.
_DOCUMENTS = """
SELECT d.place, d.guid, d.id, d.customer, c.mnemonic, d.date_posted, d.lot, d.num, d.denom,
       d.lot <> d.post_lot, posted.gdate_val, due.timespec_val,
       (SELECT CASE WHEN MIN(s.quantity_denom) = MAX(s.quantity_denom) THEN SUM(s.quantity_num) END
        FROM splits s INDEXED BY sd_share WHERE s.lot_guid = d.lot AND s.account_guid = d.post_acc) AS
        balance,
       d.post_acc
FROM sd_document d
LEFT JOIN commodities c ON c.guid = d.currency
LEFT JOIN slots posted INDEXED BY sd_day ON posted.obj_guid = d.post_txn AND posted.name = 'date-posted'
LEFT JOIN slots due INDEXED BY sd_due ON due.obj_guid = d.post_txn AND due.name = 'trans-date-due'
ORDER BY d.rowid
"""

_SHARES = """
SELECT d.place, s.tx_guid, s.quantity_num, s.quantity_denom, t.post_date, g.gdate_val, t.num, s.memo,
       (SELECT MAX(r.rank) FROM splits o CROSS JOIN sd_rank r ON r.account = o.account_guid
        WHERE o.tx_guid = s.tx_guid AND o.value_num <> 0)
FROM sd_document d
CROSS JOIN splits s INDEXED BY sd_share
    ON s.lot_guid = d.lot AND s.account_guid = d.post_acc AND s.tx_guid <> d.post_txn AND s.quantity_num <> 0
CROSS JOIN transactions t ON t.guid = s.tx_guid
LEFT JOIN slots g INDEXED BY sd_day ON g.obj_guid = t.guid AND g.name = 'date-posted'
ORDER BY d.rowid
"""

# Transactions that take from one lot and give to another: links with credit notes, and whatever was made by
# hand.
_CROSSINGS = """
SELECT s.tx_guid, s.quantity_num, s.quantity_denom, d.guid, d.num, d.date_posted, g.gdate_val
FROM (SELECT tx_guid FROM splits INDEXED BY sd_share WHERE lot_guid IS NOT NULL AND quantity_num <> 0
      GROUP BY tx_guid HAVING MIN(quantity_num) < 0 AND MAX(quantity_num) > 0) crossing
CROSS JOIN splits s ON s.tx_guid = crossing.tx_guid AND s.quantity_num <> 0
CROSS JOIN sd_rank r ON r.account = s.account_guid AND r.rank = 0
LEFT JOIN sd_document d ON d.lot = s.lot_guid AND d.post_acc = s.account_guid
LEFT JOIN slots g INDEXED BY sd_day ON g.obj_guid = d.post_txn AND g.name = 'date-posted'
"""

# What a payment left in a lot of its own: the customer's credit, not yet used for any invoice.
_UNUSED = """
SELECT s.tx_guid, s.quantity_num, s.quantity_denom
FROM lots l
CROSS JOIN accounts a ON a.guid = l.account_guid AND a.account_type = 'RECEIVABLE'
CROSS JOIN splits s INDEXED BY sd_share ON s.lot_guid = l.guid
WHERE s.quantity_num < 0 AND NOT EXISTS (SELECT 1 FROM sd_document d WHERE d.lot = l.guid)
"""

_HOME_CURRENCY = """
SELECT c.mnemonic FROM accounts a JOIN commodities c ON c.guid = a.commodity_guid
WHERE c.namespace = 'CURRENCY' AND a.account_type <> 'ROOT'
GROUP BY c.mnemonic
ORDER BY SUM(a.account_type IN ('INCOME', 'EXPENSE')) DESC, COUNT(*) DESC, c.mnemonic LIMIT 1
"""

Row = tuple[Any, ...]  # as SQLite delivers it


def prepare(copy: sqlite3.Connection) -> None:
    """Give the copy the indexes that the book lacks, and the list of customers' documents."""
    copy.execute("BEGIN")
    for statement in _PREPARE.split(";"):
        copy.execute(statement)
    copy.execute("COMMIT")


def documents(copy: sqlite3.Connection) -> sqlite3.Cursor:
    """Customers' documents in the order of the book: drafts and credit notes too."""
    return copy.execute(_DOCUMENTS)


def shares(copy: sqlite3.Connection) -> sqlite3.Cursor:
    """What settles those documents, in the same order. Voided payments have no quantity and are left out."""
    return copy.execute(_SHARES)


def crossings(copy: sqlite3.Connection) -> sqlite3.Cursor:
    """Every receivable split of the transactions that settle documents of opposite signs with one another."""
    return copy.execute(_CROSSINGS)


def unused(copy: sqlite3.Connection) -> sqlite3.Cursor:
    """Payments' splits in lots that belong to no document."""
    return copy.execute(_UNUSED)


def quantities(copy: sqlite3.Connection, lot: str, account: str) -> sqlite3.Cursor:
    """All quantities of one lot."""
    return copy.execute(
        "SELECT quantity_num, quantity_denom FROM splits WHERE lot_guid = ? AND account_guid = ?",
        (lot, account),
    )


def customers(copy: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Guid and name of every customer."""
    return copy.execute("SELECT guid, name FROM customers")


def credit_notes(copy: sqlite3.Connection) -> set[str]:
    """Guids of the documents that are credit notes."""
    query = "SELECT obj_guid FROM slots WHERE name = 'credit-note' AND int64_val = 1"
    return {guid for (guid,) in copy.execute(query)}


def company(copy: sqlite3.Connection) -> Company:
    """The company as the book states it. `books.guid` never changes; the home currency is that of most
    income and expense accounts, since a book states none."""
    (guid,) = copy.execute("SELECT guid FROM books LIMIT 1").fetchone()
    name = copy.execute(
        "SELECT string_val FROM slots WHERE name = 'options/Business/Company Name'"
    ).fetchone()
    currency = copy.execute(_HOME_CURRENCY).fetchone()
    (version,) = copy.execute("SELECT table_version FROM versions WHERE table_name = 'Gnucash'").fetchone()
    return Company(
        id=guid,
        name=(name and name[0]) or "",
        home_currency=currency[0] if currency else "",
        program=f"GnuCash {program_version(int(version))[1]}",
    )


def newest_entry(copy: sqlite3.Connection) -> str:
    """When the newest transaction was entered, as the book writes it (UTC), '' in an empty book."""
    (newest,) = copy.execute("SELECT MAX(enter_date) FROM transactions").fetchone()
    return str(newest or "")
