"""An invoice's own switch, links by hand, and wishes for single invoices, as runs heed them: BBK-25, BBK-28,
BBK-29, SMQ-03, D8, D13."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syncdesk.model.changes import Outcome, RunResult
from syncdesk.model.connection import Policy
from syncdesk.model.job import Figures
from syncdesk.model.ledger import Invoice
from tests.engine.desk import Desk, results
from tests.model.invoices import day, move
from tests.model.invoices import invoice as an_invoice

DAY = day(12)


def invoice(number: str, total: str, *, paid: str = "") -> Invoice:
    """An invoice of the books, with one payment where something is paid."""
    payments = (move(paid, 12),) if paid and Decimal(paid) else ()
    return an_invoice(total, *payments, id_=f"id{number}", number=number)


def paid(number: str, amount: str) -> Invoice:
    """An invoice that is paid in full."""
    return invoice(number, amount, paid=amount)


def off(desk: Desk, *keys: int) -> None:
    desk.journal.off.update((key,) for key in keys)


class TestSwitch:
    """BBK-25"""

    def test_bbk25_a_row_that_is_off_is_left_out_and_stays_due(self) -> None:
        desk = Desk()
        desk.bill(paid("1", "100.00"))
        desk.bill(paid("2", "70.00"))
        off(desk, 1)
        summary = desk.run()
        assert results(summary)["id1"] == ("skipped", "switched_off")
        assert desk.shown(1) == ("0.00", None)
        assert desk.shown(2) == ("70.00", DAY)
        assert summary.counts.found == 2
        assert summary.result is RunResult.SUCCESS
        assert "id1" in desk.journal.waiting

    def test_switched_on_again_the_next_run_brings_it_up_to_date(self) -> None:
        """Although nothing changed in the books meanwhile."""
        desk = Desk()
        desk.bill(paid("1", "100.00"))
        off(desk, 1)
        desk.run()
        desk.journal.off.clear()
        desk.run("last")
        assert desk.shown(1) == ("100.00", DAY)
        assert desk.journal.waiting == {}

    def test_bbk28_what_a_person_starts_for_it_works(self) -> None:
        desk = Desk()
        desk.bill(paid("1", "100.00"))
        off(desk, 1)
        desk.run()
        assert results(desk.run(ids=frozenset({"id1"})))["id1"][0] == "written"
        assert desk.shown(1) == ("100.00", DAY)

    def test_it_asks_no_questions(self) -> None:
        desk = Desk()
        desk.bill(paid("1", "100.00"))
        desk.jobs.set(1, "55.00")
        off(desk, 1)
        assert results(desk.run())["id1"] == ("skipped", "switched_off")
        desk.journal.off.clear()
        assert results(desk.run())["id1"] == ("conflict", "changed_here")

    def test_a_contradicted_first_link_is_not_made_behind_the_switch(self) -> None:
        """F-24: neither now nor once it is on again."""
        desk = Desk()
        desk.books.put(paid("1", "100.00"))
        desk.jobs.add(1, "1", total=Decimal("999.00"))
        off(desk, 1)
        desk.run()
        desk.journal.off.clear()
        assert results(desk.run())["id1"] == ("conflict", "other_total")

    def test_a_preview_made_before_heeds_it(self) -> None:
        desk = Desk()
        desk.bill(paid("1", "100.00"))
        preview = desk.preview()
        off(desk, 1)
        summary = desk.run(plan=preview.plan)
        assert results(summary)["id1"] == ("skipped", "switched_off")
        assert desk.shown(1) == ("0.00", None)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from("pfo"), st.integers(1, 3)), max_size=12))
    def test_a_row_ends_right_whenever_its_switch_was_turned(self, steps: list[tuple[str, int]]) -> None:
        """Payments (p), turns of the switch (f, o) and runs in any order: while it is off the row is
        untouched, and once all are on a run from Last Successful Run makes every row right."""
        desk = Desk(replace(Desk().connection, policy=Policy.ASK))
        amounts = dict.fromkeys((1, 2, 3), 0)
        for n in amounts:
            desk.bill(invoice(str(n), "1000.00"))
        desk.run()
        for step, n in steps:
            if step == "p":
                amounts[n] += 10
                desk.books.put(invoice(str(n), "1000.00", paid=str(amounts[n])))
            elif step == "f":
                desk.journal.off.add((n,))
            else:
                desk.journal.off.discard((n,))
            before = {n: desk.jobs.figures(n) for n in amounts}
            summary = desk.run("last")
            assert summary.counts.conflict == summary.counts.failed == 0
            for n in amounts:
                if (n,) in desk.journal.off:
                    assert desk.jobs.figures(n) == before[n]
        desk.journal.off.clear()
        desk.run("last")
        for n, amount in amounts.items():
            assert desk.jobs.figures(n).paid_amount == amount


class TestApart:
    """SMQ-03, D13"""

    def test_what_was_taken_apart_is_not_matched_by_number(self) -> None:
        desk = Desk()
        desk.bill(paid("1", "100.00"))
        desk.journal.apart.add(("id1", (1,)))
        assert results(desk.run())["id1"] == ("unmatched", "unlinked_by_hand")
        assert desk.jobs.figures(1) == Figures()

    def test_it_may_meet_another_row_of_its_number(self) -> None:
        desk = Desk()
        desk.bill(paid("1", "100.00"))
        desk.jobs.add(2, "1")
        desk.journal.apart.add(("id1", (1,)))
        assert results(desk.run())["id1"][0] == "written"
        assert desk.shown(2) == ("100.00", DAY)


@pytest.mark.parametrize("stamps", [False, True])
def test_bbk29_what_a_person_asked_for_is_due_whatever_the_start(stamps: bool) -> None:
    """QML-10: although nothing changed in the books since the last run."""
    desk = Desk()
    desk.books.has_change_stamps = stamps
    desk.bill(paid("1", "100.00"))
    desk.run()
    desk.hands.move(days=3)
    desk.run()
    desk.jobs.set(1, None, None)
    assert desk.run("last").counts.found == 0
    summary = desk.run("last", asked=frozenset({"id1"}))
    assert {c.source_id: c.outcome for c in summary.changes} == {"id1": Outcome.WRITTEN}
