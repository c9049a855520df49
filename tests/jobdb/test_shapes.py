"""Every pair of layout, key, amount, date, emptiness and trouble meets on every real database; `dev.py soak`
walks the full product."""

from decimal import Decimal

import pytest

from syncdesk.model.job import WriteOutcome
from tests.jobdb.shapes import FIRST, LARGE, NOTHING, OLD, SECOND, Shape, every_shape, pairwise, walk
from tests.servers import Jobs

_TAKES_LARGE = {
    "postgresql": ("double", "money"),
    "mariadb": ("double", "money"),
    "sqlite": ("double", "single", "cents", "money"),
}


def is_right(jobs: Jobs, shape: Shape) -> None:
    """Walk the shape and compare with what must come of it."""
    seen = walk(jobs, shape)
    assert seen.checked == ()
    assert seen.read == (NOTHING, OLD, NOTHING)
    assert seen.first.outcome == WriteOutcome.WRITTEN, seen.first
    expected, words, figures = after_the_second_write(jobs.make, shape)
    assert seen.second.outcome == expected, seen.second
    assert words in seen.second.why
    assert [row.figures for row in seen.left] == [FIRST, figures, NOTHING], "a second run would write again"
    assert seen.stale.outcome == WriteOutcome.CHANGED
    emptiable = (
        shape.empty != "required" or shape.day not in ("date", "datetime", "zoned") or jobs.make == "mariadb"
    )
    if emptiable:
        assert seen.emptied.outcome == WriteOutcome.WRITTEN, seen.emptied
    else:
        assert seen.emptied.outcome == WriteOutcome.REFUSED
        if shape.layout != "odd names":  # which the database quotes in its own manner
            assert seen.emptied.why == "'date_paid' must not be empty."
    assert seen.restored.outcome == WriteOutcome.WRITTEN, seen.restored
    assert seen.raw_again, "undo puts back exactly what was stored"


def after_the_second_write(make: str, shape: Shape) -> tuple[WriteOutcome, str, object]:
    """Outcome, words and figures of the row that something is in the way of."""
    if shape.trouble == "none":
        return WriteOutcome.WRITTEN, "", SECOND
    if shape.trouble == "forbidding trigger":
        return WriteOutcome.REFUSED, "it says: March is closed", OLD
    if shape.trouble == "changing trigger":
        return WriteOutcome.NOT_KEPT, "was written as 1234.56 but then read", OLD
    if shape.amount in _TAKES_LARGE[make]:
        return WriteOutcome.WRITTEN, "", LARGE
    return WriteOutcome.REFUSED, "", OLD


@pytest.mark.parametrize("shape", pairwise(), ids=str)
def test_every_two_properties_of_a_table_go_together(shape: Shape, server_jobs: Jobs) -> None:
    is_right(server_jobs, shape)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_the_full_product(server_jobs: Jobs) -> None:
    wrong = []
    for shape in every_shape():
        try:
            is_right(server_jobs, shape)
        except Exception as error:  # noqa: BLE001 - all shapes that go wrong are listed, whatever goes wrong
            wrong.append(f"{shape}: {type(error).__name__} {error}")
    assert wrong == []


def test_a_total_is_read_as_exactly_as_a_target(postgresql_jobs: Jobs) -> None:
    """D13: MONEY shows itself with the signs of a country; the total that a first match is checked by is a
    number all the same, and the check of the set-up has looked at it."""
    columns = "id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount MONEY, date_paid DATE, total MONEY"
    postgresql_jobs.invoices((1, "A-1", None, None, "1234.50"), columns=columns)
    store = postgresql_jobs.store(total="total")
    (row,) = store.rows()
    assert (row.problem, row.total) == ("", Decimal("1234.50"))
    assert any(check.ok and "'total'" in check.title for check in store.check())
