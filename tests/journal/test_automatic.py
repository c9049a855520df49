"""What the journal remembers of automatic runs and notices: BBK-23, F-31, F-41."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from syncdesk.journal.automatic import AutomaticJournal
from syncdesk.journal.file import JournalFile
from syncdesk.journal.store import SqlJournal
from syncdesk.model.schedule import Tries
from tests.journal.outcomes import NOW, start
from tests.journal.test_file import old_file

HOUR = timedelta(hours=1)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def automatic(file: JournalFile, clock: Clock) -> AutomaticJournal:
    return AutomaticJournal(file, "c1", clock)


def test_a_schedule_begins_when_it_is_first_seen(
    automatic: AutomaticJournal, file: JournalFile, clock: Clock
) -> None:
    """And again when it is another one; for each connection by itself."""
    assert automatic.tries("every 30") == Tries(NOW)
    clock.now += HOUR
    assert automatic.tries("every 30") == Tries(NOW)
    assert AutomaticJournal(file, "c2", clock).tries("every 30") == Tries(NOW + HOUR)
    assert automatic.tries("daily 07:30") == Tries(NOW + HOUR)
    assert automatic.tries("every 30") == Tries(NOW + HOUR)


def test_f31_a_run_counts_as_failed_until_it_ended_well(automatic: AutomaticJournal, clock: Clock) -> None:
    automatic.tries("every 30")
    automatic.begin()
    clock.now += HOUR
    automatic.begin()
    assert automatic.tries("every 30") == Tries(NOW, NOW + HOUR, 2)
    automatic.failed("The books are locked.")
    assert automatic.tries("every 30").message == "The books are locked."
    automatic.ended_well()
    assert automatic.tries("every 30") == Tries(NOW, NOW + HOUR, 0)


def test_f41_the_same_is_told_once_a_day(
    automatic: AutomaticJournal, file: JournalFile, clock: Clock
) -> None:
    assert automatic.is_news("locked")
    assert not automatic.is_news("locked")
    assert automatic.is_news("no network")
    assert AutomaticJournal(file, "c2", clock).is_news("locked")
    clock.now += 23 * HOUR
    assert not automatic.is_news("locked")
    clock.now += HOUR
    assert automatic.is_news("locked")
    assert not automatic.is_news("locked")


def test_what_was_told_by_a_clock_ahead_of_time_is_told_again(
    automatic: AutomaticJournal, clock: Clock
) -> None:
    clock.now += 1000 * HOUR
    assert automatic.is_news("locked")
    clock.now = NOW
    assert automatic.is_news("locked")


def test_a_connection_that_has_run_keeps_its_number(
    automatic: AutomaticJournal, journal: SqlJournal, file: JournalFile
) -> None:
    journal.begin_run(start("r1"))
    automatic.tries("every 30")
    with file.reading() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM marks").scalar_one() == 1


def test_f42_a_journal_of_version_5_keeps_its_tries(path: Path, clock: Clock) -> None:
    file = JournalFile(old_file(path, 5))
    automatic = AutomaticJournal(file, "c1", clock)
    tries = automatic.tries("every 30")
    assert (tries.tried_at, tries.failures) == (tries.since + HOUR / 2, 2)
    assert not automatic.is_news("abcd")
    file.close()
