"""The command `invoice` on the real program: the story of one invoice, its switch, its link, a sync of it
alone (BBK-25, BBK-28, BBK-37, SMQ-01, SMQ-03)."""

from pathlib import Path

import pytest

from syncdesk.settings.folders import folders
from syncdesk.settings.lease import lease
from tests.end_to_end.program import Answer, Program
from tests.generated_books import MAPPING, invoices, write_book, write_job_database

COUNT = 12
FIRST = next(i for i in invoices(COUNT) if i.date_paid and len(i.payments) == 1).number


class Office:
    """Books and job database of a small company, with the program that serves it."""

    def __init__(self, folder: Path) -> None:
        write_book(folder / "books.gnucash", COUNT)
        write_job_database(folder / "jobs.sqlite", COUNT)
        self.home, self.program = folder / "home", Program(folder / "home")
        added = self.program.add("Acme", folder / "books.gnucash", folder / "jobs.sqlite", MAPPING)
        assert added.code == 0, added

    def __call__(self, *words: str) -> Answer:
        return self.program("invoice", "Acme", *words)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_bbk25_bbk28_smq01_the_story_of_one_invoice(office: Office) -> None:
    assert office(FIRST).json["sync"] == "not_yet_sent"
    off = office(FIRST, "--off").json
    assert (off["sync"], off["switch"]) == ("paused", "off")
    assert office(FIRST, "--sync").json["counts"]["written"] == 1
    on = office(FIRST, "--on").json
    assert (on["sync"], on["switch"], on["linked"]) == ("synced", "on", True)
    assert [event["event"] for event in on["events"]] == ["by_hand", "synced", "by_hand"]
    assert office(FIRST, "--unlink").json["linked"] is False
    linked = office(FIRST, "--link", FIRST)
    assert linked.code == 0
    assert linked.json["linked"] is True


def test_what_cannot_be_is_said_and_nothing_is_done(office: Office) -> None:
    nonsense = (("nobody",), (FIRST, "--link", ""), (FIRST, "--link", "nobody"), (FIRST, "--unlink"), ("",))
    for words in nonsense:
        answer = office(*words)
        assert answer.code == 2, words
        assert answer.json["error"]["title"], words
        assert answer.json["error"]["remedy"], words
    assert office(FIRST).json["events"] == []


def test_bbk37_while_another_run_is_under_way_it_waits_for_the_next(office: Office) -> None:
    (company,) = office.program("company", "list").json
    with lease(folders({"SYNCDESK_HOME": str(office.home)}), company["id"]):
        answer = office(FIRST, "--sync")
    assert answer.code == 3
    assert "next run" in answer.json["error"]["remedy"]
    story = office(FIRST).json
    assert story["sync"] == "pending"
    assert story["events"][0]["text"] == "The next run takes it up."
