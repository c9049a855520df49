"""How an invoice stands with syncing: BBK-27, BBK-36."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.changes import Outcome
from syncdesk.model.reasons import TEXTS, Reason, reason
from syncdesk.model.settlement import PaymentState
from syncdesk.model.sync_state import EventKind, SyncState, event_kind, sync_state

OUTCOMES = [None, *(outcome.value for outcome in Outcome)]
REASONS = [None, *(Reason(code) for code in TEXTS)]
STATES = [None, *PaymentState]


@pytest.mark.parametrize(
    ("outcome", "code", "state", "wanted"),
    [
        (None, None, None, SyncState.NOT_YET_SENT),
        ("written", "first", PaymentState.PAID, SyncState.SYNCED),
        ("unchanged", "same", PaymentState.WAITING, SyncState.SYNCED),
        ("unchanged", "same", PaymentState.NOTHING_TO_PAY, SyncState.NOTHING_TO_PAY),
        ("conflict", "changed_here", PaymentState.PAID, SyncState.FAILED),
        ("failed", "refused", PaymentState.PAID, SyncState.FAILED),
        ("unmatched", "no_row", PaymentState.PAID, SyncState.PENDING),
        ("skipped", "not_reached", PaymentState.PAID, SyncState.PENDING),
        ("skipped", "unticked", PaymentState.PAID, SyncState.PENDING),
        ("skipped", "ignored", PaymentState.PAID, SyncState.PAUSED),
        ("skipped", "undone", PaymentState.PAID, SyncState.PAUSED),
        ("skipped", "switched_off", PaymentState.PAID, SyncState.PAUSED),
        ("written", "restored", PaymentState.PAID, SyncState.PAUSED),
        ("written", "brought_back", PaymentState.PAID, SyncState.PENDING),
    ],
)
def test_bbk27_the_state_of_an_invoice(
    outcome: str | None, code: str | None, state: PaymentState | None, wanted: SyncState
) -> None:
    assert sync_state(outcome, reason(code) if code else None, state) is wanted


@given(
    st.sampled_from(OUTCOMES),
    st.sampled_from(REASONS),
    st.sampled_from(STATES),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, SyncState.PENDING, SyncState.SYNCING]),
)
def test_bbk27_green_is_never_shown_over_trouble(
    outcome: str | None,
    why: Reason | None,
    state: PaymentState | None,
    problem: bool,
    paused: bool,
    asked: SyncState | None,
) -> None:
    """F-40: 'synced' only where the last outcome agreed with the books and nothing stands against it; what a
    person asked for comes first, then her switch."""
    found = sync_state(outcome, why, state, problem=problem, paused=paused, asked=asked)
    if found in (SyncState.SYNCED, SyncState.NOTHING_TO_PAY):
        assert outcome in ("written", "unchanged", "skipped")
        assert not problem
        assert not paused
        assert why is None or why.code not in ("restored", "undone")
    if asked is not None:
        assert found is asked
    elif paused:
        assert found is SyncState.PAUSED


@given(st.sampled_from(list(Outcome)), st.sampled_from(REASONS))
def test_bbk36_an_event_fails_only_where_the_outcome_did(outcome: Outcome, why: Reason | None) -> None:
    kind = event_kind(outcome, why)
    assert (kind is EventKind.FAILED) == (
        outcome in (Outcome.FAILED, Outcome.CONFLICT)
        and not (why is not None and why.code in ("restored", "brought_back"))
    )
    assert kind not in (EventKind.SYNCING, EventKind.SUPERSEDED)
