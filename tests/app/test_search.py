"""Invoice Search's query language (UX-18): words, fields, comparisons, ranges, minus; mistakes are marked."""

import unicodedata
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.app.search import FIELDS, SearchIndex, fold, parse, search
from syncdesk.app.search_values import PROBLEMS
from syncdesk.app.views import InvoiceRow
from syncdesk.model.settlement import PaymentState
from syncdesk.model.sync_state import SyncState


def row(
    number: str = "1001", customer: str = "Miller & Sons", total: str = "100.00", **more: object
) -> InvoiceRow:
    values: dict[str, object] = {
        "key": (number,),
        "number": number,
        "customer": customer,
        "currency": "GBP",
        "total": Decimal(total),
        "paid_amount": Decimal("0.00"),
        "date_paid": None,
        "state": PaymentState.WAITING,
    }
    return InvoiceRow(**(values | more))  # type: ignore[arg-type]


ROWS = (
    row(
        "INV-0007",
        "Café Ærø",
        "120.00",
        paid_amount=Decimal("120.00"),
        date_paid=date(2026, 1, 31),
        state=PaymentState.PAID,
    ),
    row(
        "INV-0070",
        "Miller & Sons",
        "200.00",
        paid_amount=Decimal("50.00"),
        state=PaymentState.PART_PAID,
        outstanding=Decimal("150.00"),
    ),
    row("INV-0700", "O'Neill Removals", "99.50", currency="EUR"),
    row(
        "2026-A",
        "STRASSE GmbH",
        "1234.50",
        paid_amount=Decimal("1300.00"),
        date_paid=date(2026, 3, 1),
        state=PaymentState.OVERPAID,
    ),
    row("bad", "Zoë", "5.00", state=None, problem="The stored amount 'abc' cannot be read."),
)


def numbers(text: str, decimal_point: str = ".") -> list[str]:
    query = parse(text, decimal_point)
    assert not query.problems, [str(problem) for problem in query.problems]
    return [found.number for found in search(ROWS, query, UTC)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["INV-0007", "INV-0070", "INV-0700", "2026-A", "bad"]),
        ("cafe aero", ["INV-0007"]),
        ("CAFÉ", ["INV-0007"]),
        ("straße", ["2026-A"]),
        ("zoe", ["bad"]),
        ("inv 007", ["INV-0007", "INV-0070"]),
        ("inv -miller", ["INV-0007", "INV-0700"]),
        ('"miller & sons"', ["INV-0070"]),
        ('"& sons', ["INV-0070"]),
        ("customer:miller", ["INV-0070"]),
        ("customer: miller", ["INV-0070"]),
        ("number:007", ["INV-0007", "INV-0070"]),
        ("number=inv-0070", ["INV-0070"]),
        ("Number:0700", ["INV-0700"]),
        ("invoice:0700", ["INV-0700"]),
        ("state:paid", ["INV-0007"]),
        ("state:paid,overpaid", ["INV-0007", "2026-A"]),
        ("state:part_paid", ["INV-0070"]),
        ("state:unpaid", ["INV-0070", "INV-0700"]),
        ("-state:unpaid", ["INV-0007", "2026-A", "bad"]),
        ("state:problem", ["bad"]),
        ("state:unknown", ["bad"]),
        ("paid>50", ["INV-0007", "2026-A"]),
        ("paid >= 50", ["INV-0007", "INV-0070", "2026-A"]),
        ("paid<50", ["INV-0700", "bad"]),
        ("total:100..200", ["INV-0007", "INV-0070"]),
        ("total:100 .. 200", ["INV-0007", "INV-0070"]),
        ("total:..100", ["INV-0700", "bad"]),
        ("total:1000..", ["2026-A"]),
        ("total=120", ["INV-0007"]),
        ("total:1,234.50", ["2026-A"]),
        ("outstanding>0", ["INV-0070"]),
        ("date:2026-01", ["INV-0007"]),
        ("date:2026-01..2026-03", ["INV-0007", "2026-A"]),
        ("date:2026", ["INV-0007", "2026-A"]),
        ("date>2026-01", ["2026-A"]),
        ("date>=2026-01-31", ["INV-0007", "2026-A"]),
        ("date<2026-03", ["INV-0007"]),
        ("date<=2026-03", ["INV-0007", "2026-A"]),
        ("date:none", ["INV-0070", "INV-0700", "bad"]),
        ("currency:eur", ["INV-0700"]),
        ("date_paid:2026-03-01", ["2026-A"]),
    ],
)
def test_ux18_search_finds_what_the_words_say(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "found"), [("total:1.234,50", 1), ("total:1234,5", 1), ("total:1234.50", 1), ("total:1.234", 0)]
)
def test_amounts_are_read_as_the_person_writes_them(text: str, found: int) -> None:
    assert len(numbers(text, ",")) == found


@pytest.mark.parametrize(
    ("text", "term", "code"),
    [
        ("smith colour:red", "colour:red", "unknown_field"),
        ("paid>", "paid>", "needs_value"),
        ("customer:", "customer:", "needs_value"),
        ("paid>lots", "paid>lots", "not_amount"),
        ("total:12,34", "total:12,34", "not_amount"),
        ("total:200..100", "total:200..100", "backwards"),
        ("total>1..2", "total>1..2", "range_compared"),
        ("total:..", "total:..", "endless"),
        ("date:31/01/2026", "date:31/01/2026", "not_day"),
        ("date:2026-02-30", "date:2026-02-30", "not_day"),
        ("date:2026-13", "date:2026-13", "not_day"),
        ("date:2026-03..2026-01", "date:2026-03..2026-01", "backwards"),
        ("state:gone", "state:gone", "not_state"),
        ("number>5", "number>5", "no_comparison"),
        ("state>paid", "state>paid", "no_comparison"),
        ("smith - sons", "-", "lone_minus"),
        ('""', '""', "needs_word"),
        (">100", ">100", "needs_field"),
        ("http://x", "http://x", "unknown_field"),
    ],
)
def test_ux18_a_wrong_term_is_marked_where_it_stands(text: str, term: str, code: str) -> None:
    problems = parse(text).problems
    assert [(problem.term, problem.code) for problem in problems] == [(term, code)]
    assert text[problems[0].start : problems[0].start + problems[0].length] == term
    assert "{" not in str(problems[0])


def test_the_right_terms_still_filter_beside_a_wrong_one() -> None:
    query = parse("miller colour:red")
    assert len(query.problems) == 1
    assert [found.number for found in search(ROWS, query)] == ["INV-0070"]


def test_last_synced_goes_by_the_days_of_the_companys_zone() -> None:
    late = row(last_synced=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))  # already 1 July in Paris
    paris = ZoneInfo("Europe/Paris")
    assert search((late,), parse("synced:2026-07-01"), paris) == [late]
    assert search((late,), parse("synced:2026-06-30"), paris) == []
    assert search((late,), parse("synced:2026-06-30"), UTC) == [late]
    assert search((late, row()), parse("synced:none"), UTC) == [row()]
    assert search((late,), parse("synced:0001..9999"), paris) == [late]


def test_every_problem_has_its_sentence() -> None:
    assert all(sentence.endswith((".",)) for sentence in PROBLEMS.values())


FRIDAY = date(2026, 4, 10)


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("today", date(2026, 4, 10), date(2026, 4, 10)),
        ("Yesterday", date(2026, 4, 9), date(2026, 4, 9)),
        ("this-week", date(2026, 4, 6), date(2026, 4, 12)),
        ("last_week", date(2026, 3, 30), date(2026, 4, 5)),
        ("this-month", date(2026, 4, 1), date(2026, 4, 30)),
        ("last-month", date(2026, 3, 1), date(2026, 3, 31)),
        ("30-days-ago", date(2026, 3, 11), date(2026, 3, 11)),
        ("1-day-ago", date(2026, 4, 9), date(2026, 4, 9)),
        ("last-month..today", date(2026, 3, 1), date(2026, 4, 10)),
    ],
)
def test_ux18_days_have_words(word: str, first: date, last: date) -> None:
    query = parse(f"date:{word}", today=FRIDAY)
    assert query.problems == ()
    around = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    rows = tuple(row(date_paid=day) for day in around)
    assert [found.date_paid for found in search(rows, query)] == [first, last]


@pytest.mark.parametrize("word", ["tomorrow", "next-week", "days-ago", "99999999-days-ago"])
def test_ux18_other_words_are_marked(word: str) -> None:
    (problem,) = parse(f"date:{word}", today=FRIDAY).problems
    assert problem.code == "not_day"
    assert "this-week" in str(problem)
    assert parse("date:today").problems  # nobody said which day it is


def test_ux18_a_day_before_the_calendar_begins_is_marked() -> None:
    (problem,) = parse("date:9-days-ago", today=date(1, 1, 5)).problems
    assert problem.code == "not_day"


def test_ux18_what_has_no_invoice_in_the_books_is_found() -> None:
    rows = (row("1", source_id="id1"), row("2"), row("3", source_id="ID3"))
    assert [found.number for found in search(rows, parse("books:none"))] == ["2"]
    assert [found.number for found in search(rows, parse("-books:none"))] == ["1", "3"]
    assert [found.number for found in search(rows, parse("books=id3"))] == ["3"]


def test_ux18_the_invoices_own_date_is_searched() -> None:
    rows = (row("1", invoice_date=FRIDAY), row("2", invoice_date=date(2026, 1, 1)), row("3"))
    assert [found.number for found in search(rows, parse("dated:2026-04"))] == ["1"]
    assert [found.number for found in search(rows, parse("invoice_date<2026-04"))] == ["2"]
    assert [found.number for found in search(rows, parse("dated:none"))] == ["3"]


texts = st.text(alphabet=st.sampled_from('ab1-:<>=." ,éßİpaidtotl/'), max_size=24) | st.text(max_size=12)


@given(texts)
def test_parsing_never_fails_and_marks_lie_in_the_text(text: str) -> None:
    query = parse(text)
    for problem in query.problems:
        assert text[problem.start : problem.start + problem.length] == problem.term != ""
        assert str(problem)
    search(ROWS, query)


@given(texts)
def test_nothing_typed_is_lost_in_silence(text: str) -> None:
    """Any text but spaces either filters or is marked."""
    query = parse(text)
    assert bool(text.strip()) == bool(query.terms or query.problems)


@given(st.text(min_size=1, max_size=15).filter(lambda t: '"' not in t and fold(t)))
def test_an_invoice_is_found_by_its_own_name_in_quotes(name: str) -> None:
    invoice = row(customer=name)
    assert search((invoice,), parse(f'"{name}"')) == [invoice]
    assert search((invoice,), parse(f'customer:"{name}"')) == [invoice]
    assert search((invoice,), parse(f'-"{name}"')) == []


@given(st.text(max_size=20))
def test_folding_ignores_case_and_accents(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


amounts = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(st.lists(amounts | st.none(), max_size=12), amounts, st.sampled_from([">", ">=", "<", "<=", ":", "="]))
def test_comparisons_are_those_of_the_amounts(
    values: list[Decimal | None], wanted: Decimal, operator: str
) -> None:
    compare = {
        ">": lambda v: v > wanted,
        ">=": lambda v: v >= wanted,
        "<": lambda v: v < wanted,
        "<=": lambda v: v <= wanted,
        ":": lambda v: v == wanted,
        "=": lambda v: v == wanted,
    }[operator]
    rows = [row(str(place), outstanding=value) for place, value in enumerate(values)]
    found = search(rows, parse(f"outstanding{operator}{wanted}"))
    assert found == [r for r in rows if r.outstanding is not None and compare(r.outstanding)]
    rest = search(rows, parse(f"-outstanding{operator}{wanted}"))
    assert len(found) + len(rest) == len(rows)


@given(
    st.lists(st.dates() | st.none(), max_size=10),
    st.dates(),
    st.sampled_from([">", ">=", "<", "<="]),
    st.integers(1, 3),
)
def test_comparing_with_a_month_or_year_means_all_its_days(
    days: list[date | None], wanted: date, operator: str, parts: int
) -> None:
    text = "-".join(wanted.isoformat().split("-")[:parts])
    compare = {
        ">": lambda d: d > text,
        ">=": lambda d: d >= text,
        "<": lambda d: d < text,
        "<=": lambda d: d <= text,
    }[operator]
    rows = [row(str(place), date_paid=day) for place, day in enumerate(days)]
    expected = [r for r in rows if r.date_paid is not None and compare(r.date_paid.isoformat()[: len(text)])]
    assert search(rows, parse(f"date{operator}{text}")) == expected


def test_f39_the_index_answers_a_hundred_thousand_rows_from_prepared_columns() -> None:
    """The same index serves many searches: a column is read from the rows once."""
    index = SearchIndex(ROWS)
    assert index.select(parse("paid>50")) == index.select(parse("paid>50")) == [0, 3]
    assert index.column("paid") is index.column("paid")
    assert set(FIELDS) <= {
        "number",
        "customer",
        "state",
        "sync",
        "total",
        "paid",
        "credited",
        "outstanding",
        "date",
        "synced",
        "currency",
        "dated",
        "books",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sync:failed", ["1"]),
        ("sync:failed,not-yet-sent", ["1", "3"]),
        ("sync:Not_Yet_Sent", ["3"]),
        ("-sync:synced", ["1", "3"]),
    ],
)
def test_bbk27_rows_are_found_by_how_they_stand_with_syncing(text: str, found: list[str]) -> None:
    rows = (row("1", sync=SyncState.FAILED), row("2", sync=SyncState.SYNCED), row("3"))
    query = parse(text)
    assert query.problems == ()
    assert [each.number for each in search(rows, query)] == found


def test_a_sync_state_that_does_not_exist_is_marked() -> None:
    (problem,) = parse("sync:green").problems
    assert "not-yet-sent" in str(problem)
    assert parse("sync:none").problems


def test_qml08_what_is_paid_in_the_books_but_not_here_can_be_filtered() -> None:
    """The state is the books', the date is what the job database holds."""
    paid_there = row("1", state=PaymentState.PAID)
    paid_here = row("2", state=PaymentState.PAID, date_paid=date(2026, 1, 31))
    found = search((paid_there, paid_here, row("3")), parse("state:paid,overpaid date:none"))
    assert [each.number for each in found] == ["1"]
