"""QuickBooks Online and Xero through the command line: set-up, sign-in, runs, corrections, secrets (design 6,
S50-13, D17, F-29, F-44, BBK-46)."""

import os
import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.end_to_end.web_offices import WebOffice, web_office


@pytest.fixture(params=["quickbooks-online", "xero"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WebOffice]:
    """A company that nobody has set up yet, with three invoices."""
    with web_office(request.param, tmp_path) as made:
        for number in ("W-1", "W-2", "W-3"):
            made.bill(number)
        yield made


def test_from_nothing_to_right_figures(office: WebOffice) -> None:
    """Add, connect, preview, sync, again, correction, again: the job database says what the books say."""
    added = office.add()
    assert added.code == 0, added.err
    assert office.program("sync", "Web", "--since", "month", "--yes").json["error"]["family"] == "setup"
    connected = office.connect()
    assert connected.code == 0, connected.out
    assert connected.json["company"]["name"]
    office.pay("W-1", 100)
    payment = office.pay("W-2", 40)
    held = office.program("sync", "Web", "--since", "month")
    assert (held.code, held.json["result"]) == (4, "needs_decision")
    first = office.sync()
    assert (first.code, first.json["counts"]["written"]) == (0, 2), first.out
    assert first.json["changes"][0]["source_id"] in office.bills.values()
    assert office.stored() == office.truth()
    second = office.program("sync", "Web")
    assert (second.code, second.json["counts"]["written"]) == (0, 0)
    office.take_back(payment)
    third = office.program("sync", "Web")
    assert (third.code, third.json["counts"]["written"]) == (0, 1), third.out
    assert office.stored() == office.truth()


def test_single_invoices(office: WebOffice) -> None:
    office.set_up()
    office.sync()
    for number in office.bills:
        office.pay(number, 100)
    only = office.program("sync", "Web", "--invoice", "W-2", "--yes")
    assert [change["invoice_number"] for change in only.json["changes"]] == ["W-2"]
    assert office.stored()["W-2"] == office.expected("W-2")
    assert office.stored()["W-1"][0] == 0
    assert office.program("sync", "Web").json["counts"]["written"] == 2
    unknown = office.program("sync", "Web", "--invoice", "nope", "--yes")
    assert "'nope'" in unknown.json["error"]["title"]


def test_d17_no_secret_lies_anywhere_in_clear(office: WebOffice) -> None:
    """State, logs and every answer, after sign-in, runs and a refused call."""
    said = [office.add(), office.connect(), office.sync(), office.program("company", "show", "Web")]
    said += [
        office.program("company", "test", "Web"),
        office.program("doctor"),
        office.program("company", "list"),
    ]
    public = office.fields()["client_id"]
    secrets = [secret for secret in office.server.issued if len(secret) > 8 and secret != public]
    assert len(secrets) >= 2
    secrets += [value for key, value in office.fields().items() if key == "client_secret"]
    files = [path for path in office.folder.rglob("*") if path.is_file()]
    assert any(path.name == "syncdesk.log" for path in files)
    for secret in secrets:
        assert not any(secret.encode() in path.read_bytes() for path in files)
        assert not any(secret in answer.out + answer.err for answer in said)


def test_a_required_secret_that_is_missing_is_asked_for(office: WebOffice) -> None:
    """It is named, nothing is stored, and it may come by standard input."""
    if office.kind == "xero":
        return  # an app there has no secret
    fields = office.fields()
    secret = fields.pop("client_secret")
    office.fields = lambda: fields  # type: ignore[method-assign]
    refused = office.add()
    assert (refused.code, refused.json["error"]["family"]) == (2, "setup")
    assert "Client secret" in refused.json["error"]["title"]
    assert office.program("company", "list").json == []
    assert office.add("--secret", "client_secret", secret=secret + "\n").code == 0
    assert office.connect().code == 0


def test_a_company_that_is_removed_leaves_no_secret(office: WebOffice) -> None:
    office.set_up()
    assert office.program("company", "remove", "Web").code == 0
    added = office.add()
    assert added.code == 0
    shown = office.program("company", "test", "Web")
    assert "signed in" in shown.out


def test_reconnecting_keeps_links_and_history(office: WebOffice) -> None:
    """BBK-46, F-29: the permission was taken away; afterwards the same rows are known."""
    office.set_up()
    office.pay("W-1", 100)
    office.sync()
    office.end_permissions()
    refused = office.program("sync", "Web")
    assert (refused.code, refused.json["error"]["family"]) == (2, "setup")
    assert "econnect" in refused.json["error"]["remedy"]
    assert office.connect().code == 0
    again = office.program("sync", "Web", "--all")
    assert (again.code, again.json["counts"]["written"]) == (0, 0)
    history = office.program("history", "Web", "--invoice", "W-1")
    assert history.code == 0
    assert history.json


@pytest.mark.parametrize("way", ["browser", "paste"])
def test_signing_in_at_the_vendors_page(office: WebOffice, way: str) -> None:
    """A browser follows the vendor's page back to the program, or a person pastes where it ended."""
    assert office.add().code == 0
    command = [*office.program.command(), "company", "connect", "Web", "--json"]
    command += ["--paste"] if way == "paste" else []
    environment = office.program.environment()
    program = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    watchdog = threading.Timer(60, program.kill)
    watchdog.start()
    assert program.stderr is not None
    assert program.stdin is not None
    address = ""
    while not address:
        line = program.stderr.readline()
        assert line, "the program ended without an address"
        found = re.search(r"https?://\S+", line)
        address = found[0] if found else ""
    if way == "browser":
        ended_at = requests.get(address, allow_redirects=False, timeout=30).headers["location"]
        # An https address is that of a page which hands its query on to this computer.
        local = re.sub(r"^https://[^?]+", "http://localhost:8742/callback", ended_at)
        page = requests.get(local, timeout=30)
        assert page.status_code == 200
        assert "You are signed in to" in page.text
        assert "never writes anything" in page.text
    else:
        ended_at = requests.get(address, allow_redirects=False, timeout=30).headers["location"]
        program.stdin.write(ended_at + os.linesep)
    program.stdin.close()
    out = program.stdout.read() if program.stdout is not None else ""
    assert program.wait(60) == 0, out
    watchdog.cancel()
    assert office.sync().code == 0
