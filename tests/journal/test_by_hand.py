"""Switches, links and wishes for single invoices in the journal: BBK-25, BBK-37, BBK-51, SMQ-03, F-47."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syncdesk.journal.by_hand import HandJournal
from syncdesk.journal.file import JournalFile
from syncdesk.journal.history import History
from syncdesk.journal.store import SqlJournal
from syncdesk.model.by_hand import Act, AskedState
from syncdesk.model.changes import Outcome
from syncdesk.model.reasons import reason
from tests.journal.outcomes import NOW, outcome, start
from tests.journal.test_file import old_file


@pytest.fixture
def hand(file: JournalFile) -> HandJournal:
    return HandJournal(file, "c1", lambda: NOW, "ann", "desk-1")


def test_bbk25_a_switch_is_remembered_with_who_turned_it(
    hand: HandJournal, journal: SqlJournal, file: JournalFile
) -> None:
    """Also before the first run, and for this connection alone."""
    assert hand.switch((7,), on=False)
    assert not hand.switch((7,), on=False)
    assert journal.switched_off() == hand.switched_off() == {(7,)}
    assert HandJournal(file, "c2", lambda: NOW, "bob", "desk-2").switched_off() == frozenset()
    assert hand.switch((7,), on=True)
    assert hand.switched_off() == frozenset()
    assert [(a.act, a.user, a.computer, a.at) for a in hand.acts((7,))] == [
        (Act.SWITCHED_ON, "ann", "desk-1", NOW),
        (Act.SWITCHED_OFF, "ann", "desk-1", NOW),
    ]


def test_smq03_a_link_by_hand_makes_the_invoice_due(hand: HandJournal, journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1, Outcome.UNMATCHED, reason("no_row", number="INV0001"))])
    hand.link((9,), "OTHER-9", "id1", "INV0001")
    assert journal.owners([(9,)]) == {(9,): "id1"}
    assert journal.documents(["id1"])["id1"].job_number == "OTHER-9"
    assert journal.parked()["id1"].reason.code == "linked_by_hand"


def test_smq03_what_was_taken_apart_waits_and_stays_apart_until_it_is_linked(
    hand: HandJournal, journal: SqlJournal
) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1)])
    hand.unlink((1,), "id1", "INV0001")
    assert journal.owners([(1,)]) == {}
    assert journal.documents(["id1"])["id1"].written is None
    assert journal.unlinked() == {("id1", (1,))}
    assert journal.parked()["id1"].reason.code == "unlinked_by_hand"
    hand.link((1,), "1", "id1", "INV0001")
    assert journal.unlinked() == frozenset()
    assert [a.act for a in hand.acts((1,))] == [Act.LINKED, Act.UNLINKED]


def test_other_books_take_links_with_them_but_not_switches(hand: HandJournal, journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1)])
    hand.switch((1,), on=False)
    hand.unlink((1,), "id1", "INV0001")
    journal.forget_books()
    assert journal.unlinked() == frozenset()
    assert journal.switched_off() == {(1,)}
    assert [a.source_id for a in hand.acts((1,)) if a.source_id] == ["former books: id1"]


def test_nothing_of_a_removed_connection_is_left(
    hand: HandJournal, history: History, file: JournalFile
) -> None:
    hand.switch((1,), on=False)
    hand.ask((1,), "id1")
    history.forget_connection("c1")
    with file.reading() as connection:
        for table in ("switches", "unlinked", "acts", "asked"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0


def test_f42_a_journal_of_version_4_keeps_what_was_done_by_hand(path: Path) -> None:
    file = JournalFile(old_file(path, 4))
    hand = HandJournal(file, "c1", lambda: NOW, "ann", "desk-1")
    assert hand.switched_off() == {(2,)}
    assert [one.state for one in hand.open_requests()] == [AskedState.PENDING]
    assert [a.act for a in hand.acts((2,))] == [Act.UNLINKED]
    file.close()


KEYS = st.integers(1, 3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), KEYS),
        st.tuples(st.just("take up"), KEYS),
        st.tuples(st.sampled_from(["reached", "not reached", "run failed", "killed"]), KEYS),
    ),
    max_size=25,
)


@settings(max_examples=80, deadline=None)
@given(STEPS)
def test_bbk37_bbk51_every_wish_ends_in_exactly_one_way(steps: list[tuple[str, int]]) -> None:
    """Wishes for three rows, taken up by runs that reach them, do not, fail, or are killed: at most one waits
    for each row, an older one is superseded, what a kill left at syncing is taken up again, and one last run
    ends all."""
    with TemporaryDirectory() as folder:
        file = JournalFile(Path(folder) / "journal.sqlite")
        hand = HandJournal(file, "c1", lambda: NOW, "ann", "desk-1")
        asked: list[int] = []
        taken = []
        for count, (step, n) in enumerate(steps):
            if step == "ask":
                asked.append(hand.ask((n,), f"id{n}"))
            elif step == "take up":
                taken = hand.take_up(f"r{count}")
            elif step != "killed":
                change = outcome(n).change
                hand.settle(
                    taken,
                    lambda one, change=change, step=step: change if step == "reached" else None,  # type: ignore[misc]
                    failed=step == "run failed",
                )
                taken = []
            waiting = [one.key for one in hand.open_requests() if one.state is AskedState.PENDING]
            assert len(waiting) == len(set(waiting))
        last = hand.take_up("last")
        hand.settle(last, lambda one: outcome(one.key[0]).change, failed=False)  # type: ignore[arg-type]
        ended = [one for n in (1, 2, 3) for one in hand.requests((n,))]
        assert sorted(one.id for one in ended) == asked
        assert {one.state for one in ended} <= {AskedState.DONE, AskedState.SUPERSEDED}
        assert all(one.ended_at is not None for one in ended)
        file.close()
