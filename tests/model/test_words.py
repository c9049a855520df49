"""Reasons, money, errors, counts: the small values everything speaks in."""

import string
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.engine.findings import finding_of
from syncdesk.model import errors
from syncdesk.model.changes import (
    Change,
    Counts,
    Outcome,
    Plan,
    PlannedChange,
    RunKind,
    count,
)
from syncdesk.model.connection import Connection, Policy
from syncdesk.model.job import Figures, JobMapping
from syncdesk.model.money import minor_digits, minor_unit, money_text, to_minor_unit
from syncdesk.model.reasons import TEXTS, Reason, reason
from syncdesk.model.settlement import PaidAmountCounts, SettlementRules
from tests.engine.desk import at
from tests.model.invoices import invoice


def places(template: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]


@pytest.mark.parametrize("code", TEXTS)
def test_every_reason_is_a_sentence(code: str) -> None:
    values = {name: f"<{name} {{x}}>" for name in places(TEXTS[code])}
    told = reason(code, **values)
    sentence = str(told)
    assert all(value in sentence for value in values.values())
    assert told.template == TEXTS[code]
    assert all(name.isidentifier() for name in values)
    bare = TEXTS[code]
    assert bare.endswith((".", "}"))
    assert "  " not in bare


def test_an_unknown_reason_is_refused() -> None:
    with pytest.raises(KeyError):
        reason("nonsense")


def test_values_become_text_and_reasons_can_be_compared() -> None:
    told = reason("note_future", day=date(2026, 1, 2))
    assert told == Reason("note_future", {"day": "2026-01-02"})
    assert hash(told) == hash(reason("note_future", day="other"))


@pytest.mark.parametrize(
    ("currency", "digits"), [("USD", 2), ("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("???", 2)]
)
def test_m8_minor_units(currency: str, digits: int) -> None:
    assert minor_digits(currency) == digits
    assert minor_unit(currency) == Decimal(10) ** -digits


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1234.5", "USD", "1234.50"),
        ("1234.5", "JPY", "1235"),
        ("-1234.5", "JPY", "-1235"),
        ("2.675", "USD", "2.68"),
        ("0.005", "USD", "0.01"),
        ("-0.004", "USD", "0.00"),
        ("1E+6", "USD", "1000000.00"),
        ("0.0005", "KWD", "0.001"),
    ],
)
def test_money_as_text(amount: str, currency: str, text: str) -> None:
    assert money_text(Decimal(amount), currency) == text


@given(st.decimals(-(10**9), 10**9, places=5), st.sampled_from(["USD", "JPY", "KWD", "CLF"]))
def test_rounding_is_by_less_than_a_unit_and_final(amount: Decimal, currency: str) -> None:
    rounded = to_minor_unit(amount, currency)
    assert abs(rounded - amount) * 2 <= minor_unit(currency)
    assert to_minor_unit(rounded, currency) == rounded
    assert to_minor_unit(-amount, currency) == -rounded


@pytest.mark.parametrize(
    ("error", "family"),
    [
        (errors.UsageError, "usage"),
        (errors.SetupError, "setup"),
        (errors.RetryableError, "retryable"),
        (errors.BusyError, "busy"),
        (errors.RecordError, "record"),
        (errors.FatalError, "fatal"),
    ],
)
def test_errors_speak_in_two_voices(error: type[errors.SyncDeskError], family: str) -> None:
    fault = error("It broke.", "Mend it.", "raw")
    assert (str(fault), fault.family, fault.detail) == ("It broke. Mend it.", family, "raw")
    assert str(error("It broke.")) == "It broke."
    assert not issubclass(errors.RunCancelled, errors.SyncDeskError)


def test_a_setup_error_names_its_field() -> None:
    assert errors.SetupError("t", "r", "d", "job_db").field == "job_db"


def change(outcome: Outcome) -> Change:
    return Change("id", "1", "", "USD", outcome, reason("same"))


@given(st.lists(st.sampled_from(Outcome)))
def test_d8_counts_always_close(outcomes: list[Outcome]) -> None:
    counts = count(change(outcome) for outcome in outcomes)
    assert counts.found == len(outcomes)
    assert counts.as_dict() == {"found": len(outcomes), **{o.value: outcomes.count(o) for o in Outcome}}
    assert next(iter(counts.as_dict())) == "found"
    assert all(counts.of(outcome) == outcomes.count(outcome) for outcome in Outcome)


def test_a_plan_counts_its_changes() -> None:
    finding = finding_of(invoice("1"), SettlementRules(), date(2026, 1, 1))
    planned = PlannedChange(change(Outcome.WRITTEN), finding)
    plan = Plan((planned,), at("2026-04-10 09:00"))
    assert plan.counts == Counts(written=1)
    assert planned.writes
    assert [kind.value for kind in RunKind] == ["sync", "preview", "undo"]


def test_d4_figures_that_say_nothing() -> None:
    assert Figures().says_nothing
    assert Figures(Decimal("0.00")).says_nothing
    assert not Figures(Decimal("0.01")).says_nothing
    assert not Figures(date_paid=date(2026, 1, 1)).says_nothing


def test_a_connection_hands_on_its_rules() -> None:
    mapping = JobMapping(table="t", key=("id",), number="n", paid_amount="p", date_paid="d")
    connection = Connection(
        id="1",
        name="n",
        source_kind="k",
        job_db="sqlite://",
        mapping=mapping,
        time_zone="Asia/Tokyo",
        paid_amount_counts=PaidAmountCounts.EVERYTHING_THAT_SETTLES,
        credits_close=False,
    )
    assert connection.rules == SettlementRules(PaidAmountCounts.EVERYTHING_THAT_SETTLES, False)
    assert str(connection.zone) == "Asia/Tokyo"
    assert connection.policy is Policy.ASK
