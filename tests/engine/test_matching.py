"""Which job row belongs to which invoice: D13, QML-03, QML-05, F-23 to F-28, F-48."""

from dataclasses import replace
from decimal import Decimal

import pytest

from syncdesk.model.job import NumberRule
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from tests.engine.desk import CONNECTION, MAPPING, Desk, only_change, results
from tests.model.invoices import day, invoice, move

PAID = move("100", 12)


def with_rule(**rule: object) -> Desk:
    numbers = NumberRule(**rule)  # type: ignore[arg-type]
    return Desk(replace(CONNECTION, mapping=replace(MAPPING, numbers=numbers)))


def test_an_exact_number_is_linked_and_written() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID), total=Decimal(100), customer="MILLER  & sons ")
    assert results(desk.run()) == {"id-1": ("written", "first")}
    assert desk.shown(1) == ("100.00", day(12))
    assert desk.journal.known["id-1"].document.job_key == (1,)


@pytest.mark.parametrize("stored", ["1001 ", "01001", "1001a", "\uff11\uff10\uff10\uff11"])
def test_f23_f28_a_likeness_is_a_suggestion_only(stored: str) -> None:
    desk = Desk()
    desk.books.put(invoice("100", PAID))
    desk.jobs.add(1, stored)
    change = only_change(desk.run())
    assert change.outcome.value == "unmatched"
    likely = stored in ("1001 ", "01001")
    assert change.reason.code == ("no_row_similar" if likely else "no_row")
    assert (f"'{stored}'" in str(change.reason)) == likely
    assert desk.shown(1) == ("0.00", None)


def test_qml05_prefix_and_padding_lead_to_the_row() -> None:
    desk = with_rule(prefix="INV", job_prefix="J-", pad=6)
    desk.books.put(
        invoice("100", PAID, id_="ours", number="INV000042"),
        invoice("100", PAID, id_="other", number="CASH-7"),
        invoice("100", PAID, id_="short", number="INV42"),
    )
    desk.jobs.add(1, "J-42")
    assert results(desk.run()) == {
        "ours": ("written", "first"),
        "other": ("skipped", "not_ours"),
        "short": ("skipped", "other_form"),
    }
    assert desk.journal.parked() == {}, "F-49: what is not ours does not wait"


def test_f25_two_rows_with_one_number_are_a_conflict_with_both_named() -> None:
    desk = Desk()
    desk.books.put(invoice("100", PAID))
    desk.jobs.add(1, "1001")
    desk.jobs.add(2, "1001")
    change = only_change(desk.run())
    assert (change.outcome.value, change.reason.code) == ("conflict", "two_rows")
    assert "2 rows" in str(change.reason)
    assert "(1, 2)" in str(change.reason)
    assert desk.jobs.writes == 0


def test_two_rows_in_different_currencies_are_told_apart() -> None:
    desk = Desk()
    desk.books.put(invoice("100", PAID))
    desk.jobs.add(1, "1001", currency="EUR")
    desk.jobs.add(2, "1001", currency="USD")
    desk.run()
    assert (desk.shown(1), desk.shown(2)) == (("0.00", None), ("100.00", day(12)))


def test_two_invoices_with_one_number_are_nobody() -> None:
    desk = Desk()
    desk.books.put(invoice("100", PAID, id_="a"), invoice("100", PAID, id_="b"))
    desk.jobs.add(1, "1001")
    assert results(desk.run()) == {"a": ("conflict", "two_invoices"), "b": ("conflict", "two_invoices")}
    assert desk.jobs.writes == 0
    desk.books.put(invoice("100", PAID, id_="b", number="1002"))
    assert results(desk.run("last")) == {"a": ("written", "first"), "b": ("unmatched", "no_row")}


def test_a_second_invoice_known_only_from_the_journal_is_a_rival_too() -> None:
    desk = Desk()
    desk.books.put(invoice("100", PAID, id_="a"))
    desk.run()
    desk.books.put(invoice("100", PAID, id_="b"))
    desk.jobs.add(1, "1001")
    assert results(desk.run("last"))["b"] == ("conflict", "two_invoices")


def test_a_row_that_belongs_to_another_invoice_is_not_given_away() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID, id_="a"))
    desk.run()
    desk.books.put(
        invoice("100", PAID, id_="a", number="2001"), invoice("50", move("50", 12), id_="b", number="1001")
    )
    found = results(desk.run("last"))
    assert found["a"] == ("unchanged", "same")
    assert found["b"][0] == "conflict"
    assert results(desk.run("last"))["b"] == ("conflict", "row_taken")
    assert desk.shown(1) == ("100.00", day(12))


@pytest.mark.parametrize("status", [InvoiceStatus.DRAFT, InvoiceStatus.VOID])
def test_a_draft_or_cancelled_document_is_no_rival_of_an_invoice(status: InvoiceStatus) -> None:
    desk = Desk()
    desk.books.put(invoice("100", id_="a", status=status), invoice("100", PAID, id_="b"))
    desk.jobs.add(1, "1001")
    assert results(desk.run()) == {"a": ("skipped", "number_elsewhere"), "b": ("written", "first")}
    assert desk.shown(1) == ("100.00", day(12))


def test_a_draft_known_from_an_earlier_run_is_no_rival_either() -> None:
    desk = Desk()
    desk.bill(invoice("100", id_="a", status=InvoiceStatus.DRAFT))
    assert results(desk.run()) == {"a": ("unchanged", "same")}
    assert desk.journal.known["a"].document.job_key is None, "a draft takes no row before it is issued"
    desk.books.put(invoice("100", PAID, id_="b"))
    assert results(desk.run("last")) == {"b": ("written", "first")}
    desk.books.put(invoice("100", PAID, id_="a"))
    assert results(desk.run("last")) == {"a": ("conflict", "two_invoices")}


def test_two_drafts_with_one_number_are_nobody() -> None:
    desk = Desk()
    draft = invoice("100", id_="a", status=InvoiceStatus.DRAFT)
    desk.books.put(draft, replace(draft, id="b"))
    desk.jobs.add(1, "1001", paid="20.00")
    assert {code for _, code in results(desk.run()).values()} == {"two_invoices"}


def test_f24_another_customer_is_a_conflict_at_the_first_link() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID), customer="Someone Else")
    change = only_change(desk.run())
    assert (change.outcome.value, change.reason.code) == ("conflict", "other_customer")
    assert "'Someone Else' here, 'Miller & Sons' in the books" in str(change.reason)
    assert desk.journal.known["id-1"].document.job_key is None


def test_f24_another_total_is_a_conflict_at_the_first_link() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID), total=Decimal("100.01"))
    change = only_change(desk.run())
    assert (change.outcome.value, change.reason.code) == ("conflict", "other_total")
    assert "100.01 USD here, 100.00 USD in the books" in str(change.reason)


def test_a_total_within_a_minor_unit_is_the_same() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID), total=Decimal("100.009"))
    assert only_change(desk.run()).outcome.value == "written"


def test_d13_after_the_link_another_total_is_a_note_and_never_blocks_a_reversal() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID), total=Decimal(100))
    desk.run()
    desk.books.put(invoice("120", move("-0", 12)))
    change = only_change(desk.run("last"))
    assert (change.outcome.value, change.reason.code) == ("written", "reversed")
    assert [str(note) for note in change.notes] == [
        "The total differs: 100.00 USD here, 120.00 USD in the books."
    ]
    assert desk.shown(1) == ("0.00", None)


def test_f27_after_the_link_customer_and_number_may_change_in_the_books() -> None:
    desk = Desk()
    desk.bill(invoice("100"), customer="Miller & Sons")
    desk.run()
    desk.books.put(invoice("100", PAID, number="1001-B", customer="Miller Holding"))
    change = only_change(desk.run("last"))
    assert change.outcome.value == "written"
    assert [note.code for note in change.notes] == ["note_number_differs"]
    assert desk.shown(1) == ("100.00", day(12))


def test_f07_another_currency_is_a_conflict() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID, currency="EUR"))
    change = only_change(desk.run())
    assert (change.outcome.value, change.reason.code) == ("conflict", "other_currency")
    assert "USD here, EUR in the books" in str(change.reason)


def test_f07_a_linked_invoice_whose_currency_changed_is_a_conflict_but_can_be_cancelled() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID))
    desk.run()
    desk.books.put(invoice("100", PAID, currency="EUR"))
    assert results(desk.run("last")) == {"id-1": ("conflict", "other_currency")}
    assert desk.shown(1) == ("100.00", day(12))
    desk.books.put(invoice("100", PAID, currency="EUR", status=InvoiceStatus.VOID))
    assert results(desk.run("last")) == {"id-1": ("written", "reversed")}


def test_d13_without_a_currency_the_home_currency_is_assumed() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID), currency="")
    desk.bill(invoice("100", PAID, id_="foreign", number="1002", currency="EUR"), currency="")
    assert results(desk.run()) == {"id-1": ("written", "first"), "foreign": ("conflict", "other_currency")}


def test_f48_an_invoice_without_a_number_is_named_and_waits() -> None:
    desk = Desk()
    desk.books.put(invoice("100", PAID, number=""))
    assert results(desk.run()) == {"id-1": ("unmatched", "no_number")}
    assert list(desk.journal.parked()) == ["id-1"]


def test_credit_notes_and_negative_totals_are_skipped_with_that_reason() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID, id_="note", kind=DocumentKind.CREDIT_NOTE))
    desk.bill(invoice("-5", id_="minus", number="1002"))
    summary = desk.run()
    assert results(summary) == {"note": ("skipped", "credit_note"), "minus": ("skipped", "negative_total")}
    assert [change.new for change in summary.changes] == [None, None]
    assert desk.journal.parked() == {}


def test_a_linked_invoice_that_turns_into_a_credit_is_skipped_and_keeps_its_row() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID))
    desk.run()
    desk.books.put(invoice("-100"))
    change = only_change(desk.run("last"))
    assert (change.reason.code, change.new) == ("negative_total", None)
    assert desk.shown(1) == ("100.00", day(12))


def test_a_credit_note_is_no_rival_of_the_invoice_with_its_number() -> None:
    desk = Desk()
    desk.books.put(invoice("100", PAID, id_="note", kind=DocumentKind.CREDIT_NOTE))
    desk.run()
    desk.bill(invoice("100", PAID))
    assert results(desk.run("last")) == {"id-1": ("written", "first")}


class TestRowsThatGo:
    """A link is by exact key; keys may vanish, and databases hand them out again (F-3)."""

    def linked(self) -> Desk:
        desk = Desk()
        desk.bill(invoice("100", PAID), total=Decimal(100), customer="Miller & Sons")
        desk.run()
        return desk

    def test_a_deleted_row_makes_the_invoice_unmatched_when_it_is_next_looked_at(self) -> None:
        desk = self.linked()
        del desk.jobs.table[(1,)]
        assert results(desk.run()) == {"id-1": ("unmatched", "no_row")}
        assert list(desk.journal.parked()) == ["id-1"]

    def test_a_row_created_anew_under_another_key_starts_afresh(self) -> None:
        desk = self.linked()
        del desk.jobs.table[(1,)]
        desk.run()
        desk.jobs.add(7, "1001", total=Decimal(100))
        assert results(desk.run("last")) == {"id-1": ("written", "first")}
        assert desk.shown(7) == ("100.00", day(12))
        assert desk.journal.known["id-1"].document.job_key == (7,)
        assert desk.journal.parked() == {}

    def test_a_failed_write_to_the_new_row_does_not_carry_the_old_rows_figures_over(self) -> None:
        desk = self.linked()
        del desk.jobs.table[(1,)]
        desk.jobs.add(7, "1001")
        desk.jobs.refuses.add((7,))
        assert results(desk.run()) == {"id-1": ("failed", "refused")}
        desk.jobs.refuses.clear()
        assert results(desk.run("last")) == {"id-1": ("written", "first")}

    def test_f3_a_key_given_to_another_job_is_not_followed(self) -> None:
        desk = self.linked()
        desk.jobs.table[(1,)] = replace(
            desk.jobs.table[(1,)], number="3000", customer="Other Ltd", total=Decimal(7), raw=(None, None)
        )
        assert results(desk.run()) == {"id-1": ("unmatched", "no_row")}
        assert desk.shown(1) == ("0.00", None)

    def test_f3_the_rightful_owner_of_a_reused_key_gets_its_row(self) -> None:
        desk = self.linked()
        desk.jobs.table[(1,)] = replace(
            desk.jobs.table[(1,)], number="3000", customer="", total=None, raw=(None, None)
        )
        desk.books.put(invoice("80", move("80", 14), id_="new", number="3000"))
        found = results(desk.run())
        assert found["id-1"] == ("unmatched", "no_row")
        assert found["new"] == ("written", "first")
        assert results(desk.run("last")) == {"id-1": ("unmatched", "no_row")}

    def test_f3_the_rightful_owner_gets_its_row_though_the_old_one_is_not_looked_at(self) -> None:
        desk = self.linked()
        desk.jobs.table[(1,)] = replace(
            desk.jobs.table[(1,)], number="3000", customer="", total=None, raw=(None, None)
        )
        desk.books.put(invoice("80", move("80", 14), id_="new", number="3000"))
        assert results(desk.run("last")) == {"new": ("written", "first")}
        assert results(desk.run()) == {"new": ("unchanged", "same"), "id-1": ("unmatched", "no_row")}

    def test_a_row_renumbered_in_the_job_database_stays_linked_while_its_data_agree(self) -> None:
        desk = self.linked()
        desk.jobs.table[(1,)] = replace(desk.jobs.table[(1,)], number="1001-A")
        desk.books.put(invoice("100", move("60", 20)))
        change = only_change(desk.run("last"))
        assert change.outcome.value == "written"
        assert [note.code for note in change.notes] == ["note_number_differs"]
        assert desk.journal.known["id-1"].document.job_number == "1001-A"
