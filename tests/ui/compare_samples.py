"""An invented comparison: lines of many causes in two currencies, for the window's tests and pictures."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from syncdesk.model.comparison import ALL_TIME, BooksSide, Cause, Comparison, JobSide, Line
from syncdesk.model.reasons import Reason, reason

NOW = datetime(2026, 4, 10, 8, 30, tzinfo=UTC)


def line(
    number: str,
    customer: str,
    cause: Cause,
    why: Reason,
    books: tuple[str, date | None] | None,
    job: tuple[str, date | None] | None,
    currency: str = "GBP",
    day: date | None = date(2026, 3, 2),
) -> Line:
    """One line; each side is Paid Amount and Date Paid, None = it is not there."""
    return Line(
        invoice_number=number,
        source_id=None if books is None else f"id-{number}",
        job_key=None if job is None else (number,),
        job_number="" if job is None else number,
        customer=customer,
        currency=currency,
        day=day,
        cause=cause,
        reason=why,
        books=None if books is None else BooksSide(Decimal(2000), Decimal(books[0]), books[1]),
        job=None if job is None else JobSide(Decimal(2000), Decimal(job[0]), job[1]),
    )


def agreeing() -> list[Line]:
    """Forty invoices on which both sides agree."""
    first = date(2026, 1, 5)
    return [
        line(
            f"INV-{1800 + n}",
            ("Whitcombe & Sons Ltd", "The Old Mill Bakery", "Mrs J. Okonkwo")[n % 3],
            Cause.AGREES,
            reason("same"),
            (f"{150 + 37 * n}.50", first + timedelta(days=2 * n)),
            (f"{150 + 37 * n}.50", first + timedelta(days=2 * n)),
            day=first + timedelta(days=n),
        )
        for n in range(40)
    ]


def sample_comparison(agrees: bool = False) -> Comparison:
    """What a comparison found, or one that found no difference."""
    rest = agreeing()
    if agrees:
        return Comparison(connection="Northgate Heating", period=ALL_TIME, as_of=NOW, lines=tuple(rest))
    changed = reason("changed_here", held="180.00 GBP, no Date Paid", books="240.00 GBP, paid on 2026-04-02")
    paid = date(2026, 4, 2)
    lines = [
        line("INV-2041", "Whitcombe & Sons Ltd", Cause.CHANGED_HERE, changed, ("240", paid), ("180", None)),
        line(
            "INV-1029",
            "Kessler Property Management",
            Cause.OTHER_TOTAL,
            Reason("other_total", {"number": "INV-1029", "here": "480.00", "books": "840.00"}),
            ("840", paid),
            ("0", None),
        ),
        line(
            "INV-2101",
            "The Old Mill Bakery",
            Cause.NOT_IN_JOB_DATABASE,
            reason("no_row", number="INV-2101"),
            ("64.80", date(2026, 4, 7)),
            None,
        ),
        line(
            "INV-2102",
            "Larkspur Housing Association",
            Cause.DUE,
            reason("brought_up_to_date"),
            ("1180.25", date(2026, 4, 8)),
            ("0", None),
        ),
        line(
            "INV-0412",
            "Rosehip Gardens",
            Cause.DUE,
            reason("brought_up_to_date"),
            ("510", date(2026, 4, 8)),
            ("0", None),
            "EUR",
        ),
        *rest,
    ]
    return Comparison(connection="Northgate Heating", period=ALL_TIME, as_of=NOW, lines=tuple(lines))
