"""Each fault at each request of a run, once, and from every other request on for good: no wrong row, no
watermark ahead, and the next run completes (D7, D11, F-18, F-30, F-33). What was tried is printed at the end
of each test (`-s` shows it)."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from syncdesk.model.changes import RunResult
from tests.end_to_end.companies import Company
from tests.end_to_end.web_offices import QuickBooksOffice, web_office
from tests.gnucash_books import ram_folder
from tests.memory_keyring import MemoryKeyring
from tests.standins.serving import Fault, at

FAULTS: dict[str, Fault] = {
    **{
        f"status {status}": Fault.answer(status, b'{"Title":"Injected","Detail":"injected"}')
        for status in (400, 401, 403, 404, 409, 500, 502, 503)
    },
    "throttled": Fault.answer(429, b"{}", Retry_After="0"),
    "throttled for hours": Fault.answer(429, b"{}", Retry_After="40000"),
    "page for people": Fault.html(),
    "page for people, 503": Fault.html(503),
    "empty answer": Fault.answer(200),
    "truncated": Fault.truncated(),
    "doubled": Fault.doubled(),
    "cut before": Fault.unheard(),
    "answer lost": Fault.lost(),
    "cut in the middle": Fault.middle(),
}


@pytest.fixture(params=["quickbooks-online", "xero"])
def company(request: pytest.FixtureRequest, password_store: MemoryKeyring) -> Iterator[Company]:
    """A synced company in whose books a payment was taken back and two were entered since."""
    # In memory where there is such a place: hundreds of runs would wait for the disk most of their time.
    with (
        tempfile.TemporaryDirectory(dir=ram_folder()) as folder,
        web_office(request.param, Path(folder)) as office,
    ):
        if isinstance(office, QuickBooksOffice):
            office.standin.tokens.rotate = "daily"  # as Intuit does: a lost answer can be asked for again
        for number in range(6):
            office.bill(f"W-{number}")
        payment = office.pay("W-0", 100)
        office.pay("W-1", 40)
        ready = Company(office, password_store)
        assert ready.sync().result is RunResult.SUCCESS
        office.standin.clock.advance(hours=1)
        assert ready.sync().result is RunResult.SUCCESS
        office.standin.clock.advance(hours=1)
        office.take_back(payment)
        office.pay("W-1", 60)
        office.pay("W-2", 100)
        ready.keep()
        yield ready


def requests_of_a_run(company: Company) -> int:
    """How many requests an undisturbed run sends, signing in included."""
    before = len(company.office.server.log)
    assert company.sync().result is RunResult.SUCCESS
    assert company.office.stored() == company.office.truth()
    company.put_back()
    return len(company.office.server.log) - before


@pytest.mark.timeout(300)  # some two hundred runs
@pytest.mark.parametrize("times", [1, 1000], ids=["once", "from then on"])
def test_every_fault_at_every_request(company: Company, times: int) -> None:
    server = company.office.server
    old, truth = company.office.stored(), company.office.truth()
    watermark = company.desk().states()[0].last_success
    positions = requests_of_a_run(company)
    assert positions >= 4
    wrong: list[object] = []
    tried: Counter[str] = Counter()
    for place, (name, fault) in enumerate(FAULTS.items()):
        # A fault that stays costs many tries each; from every other request on is enough, in turns.
        first, step = (1, 1) if times == 1 else (1 + place % 2, 2)
        for position in range(first, positions + 1, step):
            company.put_back()
            server.before = at(position, fault, times=times)
            summary = company.sync()
            server.before = None
            rows = company.office.stored()
            tried[name] += 1
            allowed = {number: (old[number], truth[number]) for number in truth}
            wrong += [(name, position, n) for n, row in rows.items() if row not in allowed[n]]
            if summary.result is RunResult.SUCCESS:
                assert rows == truth, (name, position)
            elif summary.result is RunResult.PARTIAL:
                assert summary.counts.failed, (name, position)  # told apart from the others, and waits (D12)
            else:
                assert summary.result is RunResult.FAILED, (name, position)
                assert summary.error is not None
                assert summary.error.title
                assert summary.error.remedy
                assert company.desk().states()[0].last_success == watermark, (name, position)
            if times > 1 and name not in ("throttled",):
                assert summary.result is not RunResult.SUCCESS, (name, position)
            after = company.sync()
            assert after.result is RunResult.SUCCESS, (name, position, after.message)
            assert company.office.stored() == truth, (name, position)
    assert wrong == []
    print(f"\nfault ({company.office.kind}, {times} times)  runs")
    for name, runs in tried.items():
        print(f"{name:34}{runs:>6}")
