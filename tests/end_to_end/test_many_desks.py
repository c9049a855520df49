"""Several processes on one job database, killed and cut off at random over a slow network: in the end every
row says what the books say, what a person typed stands, and every journal closes its counts (D6, D7, D9)."""

import random
from pathlib import Path

import pytest

from tests.end_to_end.office_of_desks import Office, office_of_desks, told
from tests.servers import Jobs


@pytest.mark.timeout(300)
def test_two_desks_in_trouble_end_right(server_jobs: Jobs, tmp_path: Path) -> None:
    chance = random.Random(20260410)
    with office_of_desks(tmp_path, server_jobs, 2, 150, chance, 0.002) as office:
        office.quiet()
        office.books.work(60)
        office.trouble(changes=4, edits=2, times=5)
        office.check()


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", [1, 2])
def test_many_desks_in_much_trouble(
    server_jobs: Jobs, tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(seed)
    with office_of_desks(tmp_path, server_jobs, 4, 600, chance, 0.01) as office:
        for _ in range(12):
            office.trouble(changes=6, edits=2, times=20)
        office.check()
        with capsys.disabled():
            print(f"\n{report(office, seed)}")


def report(office: Office, seed: int) -> str:
    """The figures of a long run."""
    counted = ", ".join(f"{number} {what}" for what, number in sorted(office.tally.items()))
    codes = ("recovered", "written_elsewhere", "books_moved_on", "changed_during_run")
    rows = ", ".join(f"{told(office.places, code)} {code}" for code in codes)
    size = f"{len(office.places)} desks, {len(office.books.accounts)} rows"
    return f"{office.jobs.make}, seed {seed}: {size}, {counted}; rows in journals: {rows}; wrong: 0"
