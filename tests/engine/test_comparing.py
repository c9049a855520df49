"""Compare with the books (UX-24): the sums close whatever the two sides hold, a comparison and a run never
disagree, and each fault is told by exactly its cause."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syncdesk.engine.compare import Comparer
from syncdesk.engine.run import RunRequest
from syncdesk.model.changes import Outcome, RunKind
from syncdesk.model.comparison import ALL_TIME, Cause, Comparison, CurrencySums, Line, Period
from syncdesk.model.connection import BrakeLimits, Policy
from syncdesk.model.decisions import Decision, Verdict
from syncdesk.model.errors import RunCancelled, SetupError
from syncdesk.model.ledger import DocumentKind, Invoice, InvoiceStatus, MovementKind
from syncdesk.model.reasons import reason
from syncdesk.model.settlement import settle
from syncdesk.model.start import BEGINNING
from tests.engine.desk import CONNECTION, Desk, at, never
from tests.model.invoices import day, invoice, move

NO_BRAKES = BrakeLimits(falls=10**6, changes=10**6)
ISSUED = InvoiceStatus.ISSUED


def compare(desk: Desk, period: Period = ALL_TIME, cancelled: Callable[[], bool] = never) -> Comparison:
    """What the application does, with the rooms of this desk."""
    request = RunRequest("", desk.connection, BEGINNING, "s1", kind=RunKind.PREVIEW)
    comparer = Comparer(
        request,
        desk.books,
        desk.jobs,
        desk.journal,
        desk.hands,
        desk.pauses.append,
        cancelled,
        desk.reports.append,
    )
    return comparer.compare(period)


def office() -> Desk:
    """Four invoices, one of each kind of payment, all rows empty."""
    desk = Desk(replace(CONNECTION, brakes=NO_BRAKES))
    desk.bill(invoice("100", move("100", 12), id_="a", number="1"), 1, customer="Miller & Sons")
    desk.bill(invoice("80", move("30", 13), id_="b", number="2"), 2, total=Decimal(80))
    desk.bill(invoice("60", move("40", 12), move("20", 14, MovementKind.CREDIT), id_="c", number="3"), 3)
    desk.bill(invoice("50", id_="d", number="4"), 4, total=Decimal(50))
    return desk


def synced() -> Desk:
    """The same after a run that wrote everything."""
    desk = office()
    desk.run()
    return desk


def differing(comparison: Comparison) -> list[Line]:
    return [line for line in comparison.lines if line.differs]


def causes(comparison: Comparison) -> dict[str, Cause]:
    """The causes of the lines that differ, by number."""
    return {line.invoice_number: line.cause for line in differing(comparison)}


# --- agreeing -----------------------------------------------------------------------------------------------


def test_after_a_successful_run_both_sides_agree() -> None:
    comparison = compare(synced())
    assert comparison.agrees
    assert [line.cause for line in comparison.lines] == [Cause.AGREES] * 4
    (sums,) = comparison.sums
    assert (sums.currency, sums.books_paid, sums.job_paid, sums.difference) == ("USD", 170, 170, 0)
    assert sums.by_cause == {Cause.AGREES: 0}


def test_both_sides_stand_there_in_full() -> None:
    line = next(line for line in compare(synced()).lines if line.invoice_number == "3")
    assert line.books is not None
    assert line.job is not None
    assert (line.books.total, line.books.paid_amount, line.books.credited) == (60, 40, 20)
    assert (line.books.outstanding, line.books.date_paid) == (0, day(14))
    assert (line.job.total, line.job.paid_amount, line.job.date_paid) == (None, 40, day(14))


def test_before_the_first_run_everything_is_due() -> None:
    """What is empty on both sides agrees already."""
    comparison = compare(office())
    assert causes(comparison) == dict.fromkeys("123", Cause.DUE)
    assert comparison.sums[0].by_cause == {Cause.DUE: 170, Cause.AGREES: 0}


# --- each fault by its cause --------------------------------------------------------------------------------


def put(desk: Desk, id_: str, **change: object) -> None:
    """A bookkeeper changes an invoice."""
    desk.books.put(replace(desk.books.documents[id_], **change))  # type: ignore[arg-type]


def twin(desk: Desk) -> None:
    desk.books.put(invoice("7", id_="twin", number="5"), invoice("8", id_="twin 2", number="5"))
    desk.jobs.add(5, "5")


def foreign(desk: Desk) -> None:
    desk.books.put(invoice("7", move("7", 12), id_="e", number="5", currency="EUR"))
    desk.jobs.add(5, "5", "3.00")


FAULTS: dict[str, tuple[Callable[[Desk], object], dict[str, Cause], str]] = {
    # name: what goes wrong, the causes by number, what the books have more than the job database
    "the row is deleted": (
        lambda desk: desk.jobs.table.pop((1,)),
        {"1": Cause.NOT_IN_JOB_DATABASE},
        "100",
    ),
    "a row of nobody": (lambda desk: desk.jobs.add(9, "9", "25.00"), {"9": Cause.NOT_IN_BOOKS}, "-25"),
    "a figure is changed": (lambda desk: desk.jobs.set(1, "70.00"), {"1": Cause.CHANGED_HERE}, "30"),
    "a date is changed": (
        lambda desk: desk.jobs.set(1, "100.00", "2026-02-01"),
        {"1": Cause.CHANGED_HERE},
        "0",
    ),
    "credits are counted": (lambda desk: desk.jobs.set(3, "60.00"), {"3": Cause.CREDITS}, "-20"),
    "the total is changed": (
        lambda desk: setattr(desk.jobs.table[2,], "total", Decimal(81)),
        {"2": Cause.OTHER_TOTAL},
        "0",
    ),
    "the number is changed": (lambda desk: put(desk, "d", number="44"), {"44": Cause.OTHER_NUMBER}, "0"),
    "a payment is entered": (
        lambda desk: put(desk, "d", movements=(move("50", 20),)),
        {"4": Cause.DUE},
        "50",
    ),
    "a payment is taken back": (lambda desk: put(desk, "a", movements=()), {"1": Cause.DUE}, "-100"),
    "the invoice is deleted": (
        lambda desk: desk.books.remove("a"),
        {"1": Cause.DELETED_AT_SOURCE},
        "-100",
    ),
    "two rows": (
        lambda desk: (
            desk.books.put(invoice("7", id_="e", number="5")),
            desk.jobs.add(5, "5"),
            desk.jobs.add(6, "5"),
        ),
        {"5": Cause.TWO_ROWS},
        "0",
    ),
    "two invoices": (twin, {"5": Cause.TWO_INVOICES}, "0"),
    "another currency": (foreign, {"5": Cause.OTHER_CURRENCY}, "-3"),
    "another customer": (
        lambda desk: desk.bill(invoice("7", id_="e", number="5"), 5, customer="Somebody else"),
        {"5": Cause.OTHER_CUSTOMER},
        "0",
    ),
    "a row that cannot be read": (
        lambda desk: desk.jobs.set(1, "a hundred"),
        {"1": Cause.UNREADABLE},
        "100",
    ),
    "an invoice that cannot be read": (
        lambda desk: put(desk, "a", problem="The amount is missing."),
        {"1": Cause.UNREADABLE},
        "-100",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_exactly_its_cause(name: str) -> None:
    fault, expected, more = FAULTS[name]
    desk = synced()
    fault(desk)
    comparison = compare(desk)
    assert causes(comparison) == expected
    assert not comparison.agrees
    dollars = next(sums for sums in comparison.sums if sums.currency == "USD")
    assert dollars.difference == Decimal(more)
    assert dollars.by_cause[next(iter(expected.values()))] == Decimal(more)
    assert all(sums.closes for sums in comparison.sums)


def test_both_values_are_told_where_somebody_changed_a_row() -> None:
    desk = synced()
    desk.jobs.set(1, "70.00")
    (line,) = differing(compare(desk))
    assert line.reason.code == "changed_here"
    assert line.reason.values["held"] == "70.00 USD, no Date Paid"


def test_what_is_locked_waits_with_its_reason() -> None:
    desk = synced()
    desk.connection = replace(desk.connection, lock_date=day(31))
    put(desk, "d", movements=(move("50", 20),))
    (line,) = differing(compare(desk))
    assert (line.cause, line.reason.code) == (Cause.WAITING, "lock_date")


def test_what_the_database_did_not_keep_waits() -> None:
    desk = office()
    desk.jobs.does_not_keep = {(1,)}
    desk.run()
    (line,) = differing(compare(desk))
    assert (line.cause, line.reason.code, line.difference) == (Cause.WAITING, "not_kept", 100)


def test_what_a_person_decided_to_keep_is_told_apart() -> None:
    desk = synced()
    desk.jobs.set(1, "70.00")
    (change,) = (c for c in desk.run("2026-01-01").changes if c.outcome is Outcome.CONFLICT)
    finding = desk.journal.known["a"].finding
    why = Decision("a", Verdict.KEEP, finding.fingerprint, change.old, change.reason, "run", desk.hands.now)
    desk.journal.decide([why])
    (line,) = differing(compare(desk))
    assert (line.cause, line.difference) == (Cause.KEPT, 30)


def test_a_conflict_that_is_ignored_still_says_what_it_is() -> None:
    desk = synced()
    twin(desk)
    desk.run("2026-01-01")
    for id_ in ("twin", "twin 2"):
        fingerprint = desk.journal.waiting[id_].fingerprint
        answer = Decision(id_, Verdict.IGNORE, fingerprint, None, reason("two_invoices"), "r", desk.hands.now)
        desk.journal.decide([answer])
    lines = differing(compare(desk))
    assert [line.cause for line in lines] == [Cause.TWO_INVOICES] * 3
    assert {line.reason.code for line in lines} == {"ignored"}


def test_two_currencies_are_never_subtracted_from_each_other() -> None:
    """Also where the row was linked before: each side has a line in its own currency."""
    desk = synced()
    desk.jobs.table[1,].currency = "EUR"
    comparison = compare(desk)
    assert {(line.currency, line.difference) for line in differing(comparison)} == {
        ("USD", 100),
        ("EUR", -100),
    }
    assert all(line.cause is Cause.OTHER_CURRENCY for line in differing(comparison))


def test_what_is_no_invoice_or_owes_nothing_moves_no_sum_and_is_no_difference() -> None:
    desk = synced()
    refund = move("-30", 14, MovementKind.REFUND)
    desk.books.put(
        invoice("30", refund, id_="n", number="CN-1", kind=DocumentKind.CREDIT_NOTE),
        invoice("30", id_="v", number="V-1", status=InvoiceStatus.VOID),
        invoice("30", id_="draft", number="", status=InvoiceStatus.DRAFT, on=None),
        invoice("0", id_="z", number="Z-1"),
    )
    comparison = compare(desk)
    assert comparison.agrees
    assert comparison.counts == {Cause.NOT_AN_INVOICE: 1, Cause.NOTHING_TO_PAY: 3, Cause.AGREES: 4}
    assert (comparison.sums[0].books_paid, comparison.sums[0].difference) == (170, 0)


def test_what_is_not_ours_is_a_difference_where_it_is_paid() -> None:
    rule = replace(CONNECTION.mapping.numbers, prefix="INV")
    desk = Desk(replace(CONNECTION, mapping=replace(CONNECTION.mapping, numbers=rule)))
    desk.bill(invoice("10", id_="a", number="INV1"), 1)
    desk.jobs.table[1,].number = "1"
    desk.books.put(invoice("20", id_="b", number="X1"), invoice("20", move("20", 12), id_="c", number="X2"))
    desk.run()
    comparison = compare(desk)
    assert causes(comparison) == {"X2": Cause.NOT_OURS}
    assert comparison.sums[0].by_cause == {Cause.NOT_OURS: 20, Cause.AGREES: 0}


def test_the_books_own_date_decides_and_another_one_here_is_noted() -> None:
    desk = synced()
    desk.jobs.table[1,].invoice_date = date(2026, 2, 3)
    comparison = compare(desk, Period(date(2026, 1, 1), date(2026, 1, 31)))
    assert len(comparison.lines) == 4
    (noted,) = (line for line in comparison.lines if line.notes)
    assert (noted.invoice_number, noted.notes[0].code, noted.cause) == ("1", "note_day_differs", Cause.AGREES)
    assert compare(desk, Period(first=date(2026, 2, 1))).lines == ()


def test_rows_without_a_date_stand_apart_from_a_period() -> None:
    desk = synced()
    desk.jobs.add(9, "9", "25.00")
    desk.jobs.add(10, "10", "5.00", invoice_date=date(2026, 1, 20))
    january = compare(desk, Period(date(2026, 1, 1), date(2026, 1, 31)))
    assert causes(january) == {"10": Cause.NOT_IN_BOOKS}
    assert [line.job_number for line in january.undated] == ["9"]
    assert january.undated_sums[0].difference == -25
    assert len(compare(desk).lines) == 6


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2026, 2, 1), date(2026, 1, 1))


# --- the world around ---------------------------------------------------------------------------------------


def test_nothing_is_written_and_nothing_recorded() -> None:
    desk = office()
    desk.jobs.set(1, "70.00")
    before = (deepcopy(desk.jobs.table), len(desk.journal.fuse.steps), deepcopy(desk.journal.known))
    compare(desk)
    assert (desk.jobs.table, len(desk.journal.fuse.steps), desk.journal.known) == before
    assert desk.jobs.writes == 0


def test_it_can_be_stopped_while_the_books_are_read_and_while_the_rows_are() -> None:
    desk = synced()
    with pytest.raises(RunCancelled):
        compare(desk, cancelled=lambda: True)
    looks = iter(range(100))
    with pytest.raises(RunCancelled):  # four documents are read, then the rows begin
        compare(desk, cancelled=lambda: next(looks) >= 5)


def test_other_books_are_not_compared_with() -> None:
    """D10"""
    desk = synced()
    desk.books.company = replace(desk.books.company, id="book-2", name="Other Ltd")
    with pytest.raises(SetupError, match="other books"):
        compare(desk)


def test_a_run_that_would_wait_as_a_whole_is_told() -> None:
    desk = synced()
    desk.connection = replace(desk.connection, brakes=BrakeLimits(falls=0, falls_percent=0))
    put(desk, "a", movements=())
    comparison = compare(desk)
    assert comparison.brake is not None
    assert comparison.brake.code == "brake_falls"
    assert causes(comparison) == {"1": Cause.DUE}


def test_books_with_change_stamps_are_asked_for_everything() -> None:
    """However long ago it changed, and whatever the watermark is."""
    desk = Desk()
    desk.books.has_change_stamps = True
    desk.bill(invoice("100", move("100", 12), id_="a", number="1"), 1)
    desk.run()
    desk.hands.now = at("2026-09-01 09:00")
    desk.jobs.set(1, "1.00")
    assert causes(compare(desk)) == {"1": Cause.CHANGED_HERE}
    assert desk.books.questions[-2].since is None


def test_books_that_move_while_they_are_read_are_not_believed() -> None:
    """D16: the figure fell in one reading and stood in the other."""
    desk = synced()
    whole = desk.books.documents["a"]
    put(desk, "a", movements=())
    desk.books.before_reading = [lambda: None, lambda: desk.books.put(whole)]
    (line,) = differing(compare(desk))
    assert (line.cause, line.reason.code, line.job_number) == (Cause.WAITING, "books_moving", "1")
    assert (line.books_paid, line.job_paid) == (0, 100)


# --- properties ---------------------------------------------------------------------------------------------

NUMBERS = st.sampled_from([f"n{number}" for number in range(6)])
AMOUNTS = st.integers(-2_000, 20_000).map(lambda cents: Decimal(cents).scaleb(-2))
PAID = st.sampled_from(["100.00", "40.00", "0", "", None, "33.335", "nonsense"])
KINDS = st.sampled_from([DocumentKind.INVOICE] * 9 + [DocumentKind.CREDIT_NOTE])
STATUSES = st.sampled_from([ISSUED] * 6 + [InvoiceStatus.VOID, InvoiceStatus.DRAFT])
DAYS = st.sampled_from([None, *(date(2026, 1, 1) + timedelta(days=n) for n in range(0, 60, 7))])


@st.composite
def documents(draw: st.DrawFn, place: int) -> Invoice:
    movements = tuple(
        move(draw(AMOUNTS), draw(st.integers(8, 20)), draw(st.sampled_from(MovementKind)), f"{place}-{n}")
        for n in range(draw(st.integers(0, 3)))
    )
    made = invoice(
        draw(AMOUNTS),
        *movements,
        id_=f"i{place}",
        number=draw(NUMBERS),
        currency=draw(st.sampled_from(["USD", "USD", "USD", "EUR"])),
        status=draw(STATUSES),
        kind=draw(KINDS),
        on=draw(DAYS),
        customer=draw(st.sampled_from(["Miller", "Miller", "Smith"])),
    )
    return replace(made, problem=draw(st.sampled_from([""] * 9 + ["It makes no sense."])))


@st.composite
def offices(draw: st.DrawFn) -> Desk:
    """Any books beside any job database, with or without an earlier run, and changes after it."""
    desk = Desk(replace(CONNECTION, policy=draw(st.sampled_from(Policy)), brakes=NO_BRAKES))
    desk.books.has_change_stamps = draw(st.booleans())
    lock = draw(st.sampled_from([None, None, day(14)]))
    desk.connection = replace(desk.connection, lock_date=lock)
    for place in range(draw(st.integers(1, 6))):
        desk.books.put(draw(documents(place)))
    for key in range(draw(st.integers(0, 6))):
        desk.jobs.add(
            key,
            draw(NUMBERS),
            draw(PAID),
            currency=draw(st.sampled_from(["USD", "USD", "", "EUR"])),
            total=draw(st.sampled_from([None, Decimal("100.00")])),
            customer=draw(st.sampled_from(["", "Miller"])),
            invoice_date=draw(DAYS),
        )
    if draw(st.booleans()):
        desk.run("2026-01-01")
        for place in draw(st.lists(st.integers(0, 7), max_size=3, unique=True)):
            desk.books.put(draw(documents(place)))
        for key in draw(st.lists(st.integers(0, 5), max_size=3, unique=True)):
            if (key,) in desk.jobs.table:
                desk.jobs.set(key, draw(PAID))
        if draw(st.booleans()) and len(desk.books.documents) > 1 and not desk.books.has_change_stamps:
            desk.books.remove(sorted(desk.books.documents)[0])
    return desk


def books_paid(desk: Desk) -> Counter[str]:
    """Paid Amount of the invoices of the books by currency, worked out afresh."""
    paid: Counter[str] = Counter()
    for document in desk.books.documents.values():
        if document.kind is DocumentKind.INVOICE and document.total >= 0 and not document.problem:
            paid[document.currency] += settle(document).paid_amount  # type: ignore[assignment]
    return paid


def job_paid(desk: Desk) -> Counter[str]:
    """What the rows hold by currency, worked out afresh."""
    paid: Counter[str] = Counter()
    for row in desk.jobs.rows():
        paid[row.currency or "USD"] += row.figures.paid_amount  # type: ignore[assignment]
    return paid


def added(parts: list[tuple[CurrencySums, ...]]) -> Counter[tuple[str, str]]:
    """The sums of several lists added up by currency; what comes to nothing is left out."""
    total: Counter[tuple[str, str]] = Counter()
    for sums in (each for part in parts for each in part):
        figures = {"books": sums.books_paid, "job": sums.job_paid, **sums.by_cause}
        for name, amount in figures.items():
            total[sums.currency, name] += amount  # type: ignore[assignment]
    return Counter({what: amount for what, amount in total.items() if amount})


MANY = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@MANY
@given(offices())
def test_the_sums_close_over_any_two_sides(desk: Desk) -> None:
    comparison = compare(desk)
    assert all(sums.closes for sums in comparison.sums)
    found = {sums.currency: sums for sums in comparison.sums}
    for currency, paid in books_paid(desk).items():
        assert (found[currency].books_paid if currency in found else 0) == paid, currency
    for currency, paid in job_paid(desk).items():
        assert (found[currency].job_paid if currency in found else 0) == paid, currency
    rows = Counter(line.job_key for line in comparison.lines if line.job_key is not None)
    assert rows == Counter(dict.fromkeys(desk.jobs.table, 1)), "each row stands in one line"
    sources = Counter(line.source_id for line in comparison.lines if line.books is not None)
    assert sources == Counter(dict.fromkeys(desk.books.documents, 1)), "each document stands in one line"


@MANY
@given(offices())
def test_what_is_due_is_what_a_preview_from_the_beginning_would_write(desk: Desk) -> None:
    comparison = compare(desk)
    due = {line.source_id for line in comparison.lines if line.cause is Cause.DUE}
    plan = desk.preview("2026-01-01")
    assert due == {change.source_id for change in plan.changes if change.outcome is Outcome.WRITTEN}


@MANY
@given(offices(), st.dates(date(2026, 1, 1), date(2026, 3, 5)))
def test_periods_side_by_side_add_up(desk: Desk, cut: date) -> None:
    before, after = compare(desk, Period(last=cut)), compare(desk, Period(first=cut + timedelta(days=1)))
    assert before.undated == after.undated
    together = [before.sums, after.sums, before.undated_sums]
    assert added(together) == added([compare(desk).sums])
    assert len(before.lines) + before.outside + len(before.undated) == len(compare(desk).lines)


@st.composite
def tidy_offices(draw: st.DrawFn) -> Desk:
    """Books whose every invoice has one empty row of its own."""
    desk = Desk(replace(CONNECTION, brakes=NO_BRAKES))
    desk.books.has_change_stamps = draw(st.booleans())
    for place in range(draw(st.integers(1, 5))):
        made = replace(draw(documents(place)), number=f"t{place}", kind=DocumentKind.INVOICE, problem="")
        made = replace(made, total=abs(made.total), currency="USD")
        desk.bill(made, place, total=made.total if draw(st.booleans()) else None)
    return desk


@MANY
@given(tidy_offices())
def test_after_a_run_without_waiting_rows_nothing_differs(desk: Desk) -> None:
    summary = desk.run("2026-01-01")
    assert not summary.counts.conflict + summary.counts.failed + summary.counts.unmatched
    comparison = compare(desk)
    assert comparison.agrees, differing(comparison)
    assert all(sums.difference == 0 for sums in comparison.sums)
