"""Makes the sample company: a real GnuCash book by GnuCash's own engine, and the job database of the same
company.

    python resources/demo/make_demo.py        needs the packages gnucash, python3-gnucash and libdbd-sqlite3

The book comes first; the job database is then filled from what the connector reads in it, mostly as it stood
some weeks ago, so that a first preview shows something worth seeing. Run it from a checkout with its own
environment.
"""

import random
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from syncdesk.model.ledger import DocumentKind, Invoice, InvoiceStatus  # noqa: E402
from syncdesk.model.settlement import Settlement, settle  # noqa: E402
from syncdesk.sources.gnucash.source import GnuCashSource  # noqa: E402
from tests.gnucash_books import Step, build_book, gnucash_available, ram_folder  # noqa: E402

BOOK, JOBS = HERE / "northgate.gnucash", HERE / "jobs.sqlite"
COMPANY = "Northgate Lift Services Ltd"
FIRST, LAST = date(2025, 10, 1), date(2026, 11, 20)
HOME_CUSTOMERS = {
    "C-001": "Albion Court Management",
    "C-002": "Bayview Apartments",
    "C-003": "Bridge Street Surgery",
    "C-004": "Canal Wharf Offices",
    "C-005": "Copperfield Hotel",
    "C-006": "Easton Shopping Arcade",
    "C-007": "Fairfield Care Home",
    "C-008": "Granary Lofts",
    "C-009": "Harbour Point Hotel",
    "C-010": "Kingsmead School",
    "C-011": "Linden Grove Flats",
    "C-012": "Meridian Logistics",
    "C-013": "Old Mill Brewery",
    "C-014": "Parkside Library",
    "C-015": "Quayside Car Park",
    "C-016": "Station Square Offices",
}
ABROAD = {
    "C-101": ("Hafenkontor Lübeck GmbH", "EUR"),
    "C-102": ("Résidence du Parc SARL", "EUR"),
    "C-103": ("Minato Tower Kanri KK", "JPY"),
    "C-104": ("Gulf Vertical Systems WLL", "KWD"),
}
PENNY = Decimal("0.01")
WORKS = (
    "Lift service visit", "Door operator repair", "Emergency call-out", "Cable replacement",
    "Safety inspection", "Control panel upgrade", "Hoist service", "Lighting and intercom repair",
    "Annual maintenance plan",
)  # fmt: skip


class Author:
    """Writes down, in the order of days, what the bookkeeper of the sample company did."""

    def __init__(self) -> None:
        self.random = random.Random(1949)
        self.events: list[tuple[date, int, Step]] = []
        self.number = 1000
        self.totals: dict[str, str] = {}

    def at(self, day: date, **step: object) -> None:
        """Note a step for a day."""
        self.events.append((day, len(self.events), dict(step)))

    def day(self) -> date:
        """The working day of the next invoice, some days after the one before."""
        span = (LAST - FIRST).days
        day = FIRST + timedelta(days=(self.number - 1000) * span // 150)
        return day - timedelta(days=max(0, day.weekday() - 4))

    def invoice(
        self, owner: str = "", currency: str = "GBP", net: str = "", on: date | None = None, **more: object
    ) -> tuple[str, date]:
        """A new invoice with the next number; prices with 20 % tax at home, without abroad."""
        self.number += 1
        number = str(more.pop("number", f"INV-{self.number}"))
        label = str(more.pop("label", number))
        day = on or self.day()
        owner = owner or self.random.choice(sorted(HOME_CUSTOMERS))
        price = net or f"{self.random.randint(85, 1450)}.{self.random.choice(('00', '50', '25', '80', '99'))}"
        line = {"text": self.random.choice(WORKS), "price": price} | (
            {"tax": "VAT 20%"} if currency == "GBP" else {}
        )
        due = str(day + timedelta(days=30))
        self.at(
            day,
            do="invoice",
            id=number,
            label=label,
            owner=owner,
            currency=currency,
            lines=[line],
            date=str(day),
            due=due,
            **more,
        )
        gross = Decimal(price) * (Decimal("1.2") if currency == "GBP" else 1)
        self.totals[label] = str(gross.quantize(PENNY, ROUND_HALF_UP))
        return label, day

    def pay(self, labels: str | list[str], amount: str, day: date, **more: object) -> None:
        """Money on a day."""
        self.at(
            day,
            do="pay",
            invoices=labels,
            amount=amount,
            date=str(day),
            number=f"BACS {self.random.randint(1000, 9999)}",
            **more,
        )

    def halves(self, label: str) -> tuple[str, str]:
        """An invoice's total in two parts that add up."""
        half = (Decimal(self.totals[label]) / 2).quantize(PENNY, ROUND_HALF_UP)
        return str(half), str(Decimal(self.totals[label]) - half)

    def steps(self) -> list[Step]:
        """Everything, day by day."""
        return [step for _, _, step in sorted(self.events, key=lambda event: event[:2])]


def everyday(author: Author, count: int) -> None:
    """The usual: paid after some weeks, in parts, or still open."""
    for _ in range(count):
        label, day = author.invoice(owner=author.random.choice(["", "", "", "J-201", "J-202", "J-203"]))
        later = day + timedelta(days=author.random.randint(9, 48))
        chance = author.random.randrange(100)
        if later > LAST or chance >= 90:
            continue
        if chance < 68:
            author.pay(label, author.totals[label], later)
        else:
            first, second = author.halves(label)
            author.pay(label, first, later)
            last = later + timedelta(days=author.random.randint(5, 30))
            if chance < 82 and last <= LAST:
                author.pay(label, second, last)


def after(day: date, days: int) -> date:
    """A day some days later."""
    return day + timedelta(days=days)


def shared_and_equal(author: Author) -> None:
    """One payment over several invoices; equal payments on one day."""
    for owner in ("C-005", "C-012"):
        group = [author.invoice(owner=owner) for _ in range(3)]
        total = sum(Decimal(author.totals[label]) for label, _ in group)
        author.pay([label for label, _ in group], str(total), after(group[-1][1], 21))
    label, day = author.invoice(owner="C-009", net="500.00")
    for _ in range(2):
        author.pay(label, "300.00", after(day, 14))


def credit_notes(author: Author) -> None:
    """Credit notes: one for a whole invoice, one shared by two, one in part with money, one not used yet."""
    first, day = author.invoice(owner="C-003", net="240.00")
    author.at(
        after(day, 6),
        do="invoice",
        id="CN-501",
        owner="C-003",
        lines=[{"price": "240.00", "tax": "VAT 20%"}],
        currency="GBP",
        date=str(after(day, 6)),
        credit_note=True,
    )
    author.at(after(day, 7), do="link", documents=[first, "CN-501"], date=str(after(day, 7)))
    second, day = author.invoice(owner="C-006", net="300.00")
    third, later = author.invoice(owner="C-006", net="450.00")
    author.at(
        after(day, 3),
        do="invoice",
        id="CN-502",
        owner="C-006",
        lines=[{"price": "400.00", "tax": "VAT 20%"}],
        currency="GBP",
        date=str(after(day, 3)),
        credit_note=True,
    )
    author.at(after(day, 4), do="link", documents=[second, "CN-502"], date=str(after(day, 4)))
    author.at(after(later, 9), do="link", documents=[third, "CN-502"], date=str(after(later, 9)))
    author.pay(third, "420.00", after(later, 25))
    author.at(
        after(later, 12),
        do="invoice",
        id="CN-503",
        owner="C-014",
        lines=[{"price": "55.00", "tax": "VAT 20%"}],
        currency="GBP",
        date=str(after(later, 12)),
        credit_note=True,
    )


def too_much_and_too_early(author: Author) -> None:
    """Overpaid, the rest used later; paid before there was an invoice; paid twice by mistake."""
    label, day = author.invoice(owner="C-008", net="200.00")
    author.pay(label, "300.00", after(day, 10))
    author.invoice(owner="C-008", net="50.00", on=after(day, 40), auto_pay=True)
    label, day = author.invoice(owner="C-015", net="150.00")
    author.pay(label, "200.00", after(day, 12))
    deposit = author.day()
    author.at(deposit, do="pay", customer="C-016", amount="360.00", date=str(deposit), number="DEPOSIT")
    author.invoice(owner="C-016", net="620.00", on=after(deposit, 18), auto_pay=True)
    label, day = author.invoice(owner="C-011", net="130.00")
    for days in (15, 17):
        author.pay(label, "156.00", after(day, days))


def corrections(author: Author) -> None:
    """Payments voided, restored, deleted, edited, reversed; invoices un-posted and posted again."""
    label, day = author.invoice(owner="C-001", net="410.00")
    author.pay(label, "492.00", after(day, 20), label="voided")
    author.at(after(day, 24), do="void", payment="voided", why="Cheque came back")
    label, day = author.invoice(owner="C-002", net="95.00")
    author.pay(label, "114.00", after(day, 8), label="restored")
    author.at(after(day, 9), do="void", payment="restored")
    author.at(after(day, 10), do="unvoid", payment="restored")
    label, day = author.invoice(owner="C-004", net="780.00")
    author.pay(label, "936.00", after(day, 16), label="deleted")
    author.at(after(day, 18), do="delete_payment", payment="deleted")
    label, day = author.invoice(owner="C-007", net="260.00")
    author.pay(label, "132.00", after(day, 11), label="edited")
    author.at(after(day, 13), do="change_amount", payment="edited", amount="312.00")
    author.at(after(day, 13), do="redate", payment="edited", date=str(after(day, 12)))
    label, day = author.invoice(owner="C-010", net="330.00")
    author.pay(label, "396.00", after(day, 9), label="reversed")
    author.at(after(day, 15), do="reverse", payment="reversed", date=str(after(day, 15)))
    label, day = author.invoice(owner="C-013", net="610.00")
    author.pay(label, "200.00", after(day, 5))
    author.at(after(day, 30), do="unpost", invoice=label)
    label, day = author.invoice(owner="C-013", net="175.00")
    author.at(after(day, 2), do="unpost", invoice=label)
    author.at(after(day, 2), do="change_line", invoice=label, price="185.00")
    author.at(after(day, 2), do="post", invoice=label, date=str(after(day, 2)))
    author.totals[label] = "222.00"
    author.pay(label, "222.00", after(day, 28))
    label, day = author.invoice(owner="C-005", net="1200.00")
    author.pay(label, "1437.50", after(day, 22))
    author.pay(label, "2.50", after(day, 60), account="Write-offs", memo="Small difference")


def abroad(author: Author) -> None:
    """Other currencies: own bank accounts, or changed into the home bank."""
    for owner, net, rate in (
        ("C-101", "2450.00", "0.8512"),
        ("C-102", "815.40", "0.8533"),
        ("C-101", "1990.00", "0.8477"),
    ):
        label, day = author.invoice(owner=owner, currency="EUR", net=net)
        author.pay(label, net, after(day, 26), account_currency="GBP", rate=rate)
    label, day = author.invoice(owner="C-102", currency="EUR", net="640.00")
    author.pay(label, "320.00", after(day, 19), account_currency="EUR")
    label, day = author.invoice(owner="C-103", currency="JPY", net="184000")
    author.pay(label, "184000", after(day, 31), account_currency="GBP", rate="0.00521")
    author.invoice(owner="C-103", currency="JPY", net="96500")
    label, day = author.invoice(owner="C-104", currency="KWD", net="845.250")
    author.pay(label, "845.250", after(day, 17), account_currency="GBP", rate="2.55")


def odds_and_ends(author: Author) -> None:
    """Nothing to pay, drafts, one number twice, and suppliers who number as we do."""
    for owner in ("C-007", "C-014"):
        author.invoice(owner=owner, net="0.00")
    twin, day = author.invoice(owner="C-002", net="140.00")
    author.pay(twin, "168.00", after(day, 14))
    author.number -= 1
    author.invoice(owner="C-009", net="225.00", label="twin", on=after(day, 1))
    for owner in ("V-301", "V-302"):
        author.at(
            after(day, 1),
            do="invoice",
            id=twin if owner == "V-301" else f"PS/{author.number}",
            label=f"bill {owner}",
            owner=owner,
            by="supplier",
            currency="GBP",
            amount="88.40",
            date=str(after(day, 1)),
        )
    author.pay("bill V-301", "88.40", after(day, 20), by="supplier")
    author.at(
        after(day, 2),
        do="invoice",
        id=f"INV-{author.number}",
        label="voucher",
        owner="E-401",
        by="employee",
        currency="GBP",
        amount="31.20",
        date=str(after(day, 2)),
    )
    for owner in ("C-001", "C-010", "C-012"):
        author.invoice(owner=owner, post=False)


def story() -> list[Step]:
    """The whole of it: who there is, then what happened."""
    author = Author()
    everyday(author, 16)
    shared_and_equal(author)
    everyday(author, 14)
    credit_notes(author)
    everyday(author, 14)
    abroad(author)
    everyday(author, 14)
    too_much_and_too_early(author)
    everyday(author, 16)
    corrections(author)
    everyday(author, 28)
    odds_and_ends(author)
    everyday(author, 9)
    people: list[Step] = [
        {"do": "company", "name": COMPANY},
        {"do": "tax_table", "name": "VAT 20%", "percent": "20"},
    ]
    people += [{"do": "customer", "id": id_, "name": name} for id_, name in HOME_CUSTOMERS.items()]
    people += [
        {"do": "customer", "id": id_, "name": name, "currency": code} for id_, (name, code) in ABROAD.items()
    ]
    people += [
        {"do": "job", "id": "J-201", "name": "Modernisation, passenger lift", "customer": "C-005"},
        {"do": "job", "id": "J-202", "name": "Goods lift, bay 3", "customer": "C-012"},
        {"do": "job", "id": "J-203", "name": "Stair lifts, west wing", "customer": "C-007"},
        {"do": "vendor", "id": "V-301", "name": "Pinion Spares"},
        {"do": "vendor", "id": "V-302", "name": "Cable & Rope Supply"},
        {"do": "employee", "id": "E-401", "name": "workshop"},
    ]
    return people + author.steps()


SCHEMA = """
CREATE TABLE customers (
    id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL, town VARCHAR(60), phone VARCHAR(30), since DATE);
CREATE TABLE crews (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, van VARCHAR(20));
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id), crew_id INTEGER REFERENCES
    crews(id), title VARCHAR(120) NOT NULL, status VARCHAR(20) NOT NULL, scheduled DATE, completed DATE);
CREATE TABLE job_notes (id INTEGER PRIMARY KEY, job_id INTEGER NOT NULL REFERENCES jobs(id), written DATE,
body TEXT); CREATE TABLE invoices (
    id INTEGER PRIMARY KEY, invoice_no VARCHAR(20) NOT NULL, job_id INTEGER REFERENCES jobs(id),
    customer_name VARCHAR(80) NOT NULL, total NUMERIC(14,3) NOT NULL, currency CHAR(3) NOT NULL, invoice_date
    DATE NOT NULL, due_date DATE, paid_amount NUMERIC(14,3), date_paid DATE, remarks TEXT);
CREATE INDEX invoices_invoice_no ON invoices(invoice_no);
"""
TOWNS = ("Northgate", "Easton", "Harbour Quay", "Millbrook", "Westford")
CREWS = (("Crew North", "VAN 1"), ("Crew South", "VAN 2"), ("Workshop", ""))


def write_jobs(path: Path, invoices: list[Invoice]) -> None:
    """The job database: most rows as they truthfully stood some time ago, a few changed by hand, a few
    odd."""
    chance = random.Random(77)
    issued = [i for i in invoices if i.kind is DocumentKind.INVOICE and i.status is not InvoiceStatus.DRAFT]
    with closing(sqlite3.connect(path)) as jobs, jobs:
        jobs.executescript(SCHEMA)
        names = sorted({i.customer.name for i in invoices})
        jobs.executemany(
            "INSERT INTO customers (name, town, phone, since) VALUES (?, ?, ?, ?)",
            [
                (name, TOWNS[n % 5], f"01632 960{n + 101}", f"20{14 + n % 9}-0{1 + n % 9}-01")
                for n, name in enumerate(names)
            ],
        )
        jobs.executemany("INSERT INTO crews (name, van) VALUES (?, ?)", CREWS)
        known: set[str] = set()
        for place, invoice in enumerate(issued):
            if invoice.number in known:
                continue  # the books' twin: one row here
            known.add(invoice.number)
            if place in (23, 58, 97, 131):
                continue  # not entered here yet
            write_invoice(jobs, invoice, place, names.index(invoice.customer.name) + 1, chance)
        drafts = [i for i in invoices if i.status is InvoiceStatus.DRAFT and i.number not in known]
        jobs.executemany(
            "INSERT INTO invoices (invoice_no, customer_name, total, currency, invoice_date, remarks) "
            "VALUES (?, ?, '180.00', ?, '2026-11-18', 'Not posted in the books')",
            [(draft.number, draft.customer.name, draft.currency) for draft in drafts[:-1]],
        )
        make_odd(jobs)
    with closing(sqlite3.connect(path)) as jobs:
        jobs.execute("VACUUM")


def write_invoice(
    jobs: sqlite3.Connection, invoice: Invoice, place: int, customer: int, chance: random.Random
) -> None:
    """A work order and its invoice row."""
    assert invoice.date is not None
    title = f"{WORKS[place % len(WORKS)]}, visit {place + 1}"
    done = invoice.date - timedelta(days=chance.randint(1, 9))
    job = jobs.execute(
        "INSERT INTO jobs (customer_id, crew_id, title, status, scheduled, completed) VALUES (?, ?, ?, "
        "'invoiced', ?, ?)",
        (customer, 1 + place % 3, title, str(done - timedelta(days=4)), str(done)),
    ).lastrowid
    if place % 4 == 0:
        jobs.execute(
            "INSERT INTO job_notes (job_id, written, body) VALUES (?, ?, 'Keys at reception.')",
            (job, str(done)),
        )
    paid, day = earlier_figures(settle(invoice), chance)
    jobs.execute(
        "INSERT INTO invoices (invoice_no, job_id, customer_name, total, currency, invoice_date, due_date, "
        "paid_amount, date_paid) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            invoice.number,
            job,
            invoice.customer.name,
            str(invoice.total),
            invoice.currency,
            str(invoice.date),
            str(invoice.due_date),
            paid,
            day,
        ),
    )


def earlier_figures(now: Settlement, chance: random.Random) -> tuple[str | None, str | None]:
    """What the row holds: nothing yet, an earlier day's figures, or those of today."""
    roll = chance.randrange(100)
    if roll < 45:
        return chance.choice(((None, None), ("0", None), ("0.00", None)))
    if now.earlier and roll < 90:
        end = chance.choice(now.earlier)
        return str(end.paid_amount), str(end.date_paid) if end.date_paid else None
    return str(now.paid_amount), str(now.date_paid) if now.date_paid else None


def make_odd(jobs: sqlite3.Connection) -> None:
    """What a person has to look at: hand-made figures, a number with another look, one number twice, another
    total."""
    plain = [
        number
        for (number,) in jobs.execute(
            "SELECT invoice_no FROM invoices WHERE currency = 'GBP' AND total > 300 ORDER BY id"
        )
    ]
    by_hand, twice, total, look, customer = plain[4:6], plain[30], plain[41], plain[52], plain[60]
    for number, figure in zip(by_hand, ("111.11", "60"), strict=True):
        jobs.execute(
            "UPDATE invoices SET paid_amount = ?, date_paid = NULL, remarks = 'Entered at the counter' "
            "WHERE invoice_no = ?",
            (figure, number),
        )
    jobs.execute(
        "INSERT INTO invoices (invoice_no, job_id, customer_name, total, currency, invoice_date, due_date, "
        "remarks) "
        "SELECT invoice_no, job_id, customer_name, total, currency, invoice_date, due_date, 'Entered "
        "twice?' FROM invoices WHERE invoice_no = ?",
        (twice,),
    )
    jobs.execute(
        "UPDATE invoices SET total = total + 100, remarks = 'Total typed by hand' WHERE invoice_no = ?",
        (total,),
    )
    jobs.execute(
        "UPDATE invoices SET invoice_no = ?, paid_amount = NULL, date_paid = NULL WHERE invoice_no = ?",
        (look.lower().replace("-", " - "), look),
    )
    jobs.execute("UPDATE invoices SET customer_name = UPPER(customer_name) WHERE invoice_no = ?", (customer,))
    for number in ("INV-1191", "INV-1192"):
        jobs.execute(
            "INSERT INTO invoices (invoice_no, customer_name, total, currency, invoice_date, remarks) "
            "VALUES (?, 'Granary Lofts', 96, 'GBP', '2026-11-20', 'Not in the books yet')",
            (number,),
        )


def main() -> None:
    """Make both files anew."""
    missing = gnucash_available()
    if missing:
        sys.exit(missing)
    with tempfile.TemporaryDirectory(dir=ram_folder()) as folder:
        book, jobs = Path(folder) / BOOK.name, Path(folder) / JOBS.name
        build_book(book, story(), currency="GBP")
        with closing(sqlite3.connect(book)) as made:
            made.execute("VACUUM")
        with GnuCashSource(str(book), "UTC").read(None, lambda: False) as reading:
            invoices = list(reading.invoices())
        write_jobs(jobs, invoices)
        shutil.copyfile(book, BOOK)
        shutil.copyfile(jobs, JOBS)
    print(
        f"{len(invoices)} customer documents; {BOOK.name} {BOOK.stat().st_size} bytes, {JOBS.name} "
        f"{JOBS.stat().st_size} bytes"
    )


if __name__ == "__main__":
    main()
