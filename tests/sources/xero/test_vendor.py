"""Where Xero is asked, and how its trouble reads: BBK-46, BBK-47, BBK-48, F-29."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from syncdesk.model.errors import FatalError, RetryableError, SetupError
from syncdesk.model.ports import Opening, Question, Watch
from syncdesk.sources import xero
from syncdesk.sources.http.trouble import Answer, Complaint
from syncdesk.sources.xero.signing_in import provider
from syncdesk.sources.xero.source import XeroSource
from syncdesk.sources.xero.vendor import Addresses, complaint, rulings
from tests.memory_vault import MemoryVault
from tests.sources.xero.desk import QUICK, Desk
from tests.standins.serving import Fault, at

LOOPBACK = "http://127.0.0.1:9"


class TestAddresses:
    """Xero's own hosts, or one that stands in for them."""

    @pytest.mark.parametrize("values", [{}, {field.key: field.default for field in xero.KIND.fields}])
    def test_xeros_own(self, values: dict[str, str]) -> None:
        assert Addresses.of(values) == Addresses(
            connections="https://api.xero.com/connections",
            accounting="https://api.xero.com/api.xro/2.0",
            consent="https://login.xero.com/identity/connect/authorize",
            token="https://identity.xero.com/connect/token",
            revoke="https://identity.xero.com/connect/revocation",
        )

    @pytest.mark.parametrize("tail", ["", "/", "/api.xro/2.0", "/api.xro/2.0/"])
    def test_one_that_stands_in(self, tail: str) -> None:
        found = Addresses.of({"api_base": LOOPBACK + tail, "identity_base": LOOPBACK + "/id"})
        assert found == Addresses(
            connections=f"{LOOPBACK}/connections",
            accounting=f"{LOOPBACK}/api.xro/2.0",
            consent=f"{LOOPBACK}/id/identity/connect/authorize",
            token=f"{LOOPBACK}/id/connect/token",
            revoke=f"{LOOPBACK}/id/connect/revocation",
        )

    @pytest.mark.parametrize("field", ["api_base", "identity_base"])
    def test_plain_http_beyond_this_computer_is_refused(self, field: str) -> None:
        with pytest.raises(SetupError) as refused:
            Addresses.of({field: "http://xero.example"})
        assert refused.value.field == field


class TestPermission:
    """A public client: PKCE, no secret, fixed redirect addresses, and the scopes that are asked for."""

    def test_what_is_asked_for(self) -> None:
        asked = provider(Opening({"client_id": "C"}, "", MemoryVault()))
        assert asked.uses_pkce
        assert asked.client_secret_key is None
        assert asked.redirect_uris[:3] == tuple(f"http://localhost:{n}/callback" for n in (8742, 8743, 8744))
        assert {"offline_access", "accounting.invoices.read", "accounting.payments.read"} <= set(asked.scopes)
        assert not [scope for scope in asked.scopes if "accounting" in scope and not scope.endswith(".read")]

    def test_scopes_are_settings(self) -> None:
        values = {"client_id": "C", "scopes": " offline_access  accounting.transactions.read "}
        assert provider(Opening(values, "", MemoryVault())).scopes == (
            "offline_access",
            "accounting.transactions.read",
        )

    def test_a_missing_client_id_is_named_when_it_is_needed(self) -> None:
        source = XeroSource(Opening({}, "", MemoryVault()), QUICK)
        with pytest.raises(SetupError) as refused, source.read(Question(), Watch()):
            pass
        assert refused.value.field == "client_id"

    @pytest.mark.parametrize(
        ("days", "warned"), [(1, False), (29, False), (31, True), (47, True), (58, True)]
    )
    def test_f29_the_end_of_an_unused_permission_is_announced(
        self, desk: Desk, days: int, warned: bool
    ) -> None:
        """Sixty days without use; the remedy appears with the last thirty."""
        began = datetime.now(UTC)
        source = XeroSource(desk.opening, QUICK, clock=lambda: began + timedelta(days=days))
        step = source.check()[0]
        assert step.ok
        assert bool(step.remedy) is warned
        assert ("ends in" in step.title) is warned


def answered(status: int, body: object, **headers: str) -> Answer:
    """An answer of Xero's."""
    return Answer(status, headers, json.dumps(body).encode(), "https://api.xero.com/x")


class TestComplaints:
    """Keys come in both cases."""

    @pytest.mark.parametrize("keys", [("Title", "Detail"), ("title", "detail")])
    def test_either_case_is_read(self, keys: tuple[str, str]) -> None:
        said = complaint(answered(401, {keys[0]: "Unauthorized", keys[1]: "TokenExpired: token expired"}))
        assert said == Complaint("", "TokenExpired: token expired", "")

    def test_a_refused_question(self) -> None:
        said = complaint(
            answered(400, {"ErrorNumber": 16, "Type": "QueryParseException", "Message": "No field"})
        )
        assert said == Complaint("16", "No field", "QueryParseException")

    @pytest.mark.parametrize("word", ["Minute", "minute"])
    def test_the_limit_that_was_reached(self, word: str) -> None:
        said = complaint(answered(429, {}, **{"x-rate-limit-problem": word}))
        assert said is not None
        assert said.kind == "minute"

    @pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"\xff"])
    def test_what_cannot_be_read_is_no_complaint(self, body: bytes) -> None:
        assert complaint(Answer(500, {}, body, "")) is None

    def test_success_is_no_complaint(self) -> None:
        assert complaint(answered(200, {"Message": "fine"})) is None

    def test_only_403_and_a_missing_scope_are_particular(self) -> None:
        assert rulings(400, Complaint()) is None
        assert rulings(401, Complaint(message="TokenExpired")) is None
        assert getattr(rulings(403, Complaint()), "verdict", "") == "setup"
        assert getattr(rulings(401, Complaint(message="insufficient scope")), "verdict", "") == "setup"


class TestTrouble:
    """What a person is told, over real calls."""

    @pytest.mark.parametrize("keys", ["upper", "lower"])
    def test_bbk47_an_organisation_that_was_disconnected(self, desk: Desk, keys: str) -> None:
        desk.standin.quirks.error_keys = keys
        desk.values["tenant_id"] = "11111111-2222-4333-a444-555555555555"
        with pytest.raises(SetupError, match="not connected") as refused:
            desk.read()
        assert refused.value.field == "sign_in"
        assert "Reconnect" in refused.value.remedy
        signed_in, reached = desk.source.check()
        assert (signed_in.ok, reached.ok, reached.field) == (True, False, "sign_in")

    def test_a_scope_that_was_not_granted(self, desk: Desk) -> None:
        narrow = "offline_access accounting.settings.read accounting.invoices.read"
        sign_in = xero.KIND.sign_in
        assert sign_in is not None
        sign_in(desk.opening).by_refresh_token(desk.standin.sign_in(narrow)[1])
        desk.books.add_invoice("INV-1", date(2026, 3, 1), 150)
        with pytest.raises(SetupError, match="does not cover") as refused:
            desk.read(since=datetime.now(UTC) - timedelta(days=1))
        assert refused.value.field == "sign_in"

    def test_an_organisation_that_is_offline(self, desk: Desk) -> None:
        desk.standin.offline.add(desk.standin.tenant)
        with pytest.raises(RetryableError, match="cannot answer"):
            desk.read()

    def test_bbk48_the_limit_of_a_day_ends_the_run_with_its_hour(self, desk: Desk) -> None:
        desk.standin.limits.enforced = True
        desk.standin.limits.per_day = 1
        with pytest.raises(RetryableError) as refused:
            desk.read()
        assert "can go on at" in refused.value.remedy
        assert desk.standin.limits.refused == 1, "a day is not waited out by asking"

    def test_the_details_hold_the_number_that_support_asks_for(self, desk: Desk) -> None:
        desk.standin.server.before = at(
            1, Fault.answer(412, b"", Xero_Correlation_Id="c0ffee"), path="/Organisation"
        )
        with pytest.raises(FatalError) as refused:
            desk.read()
        assert "c0ffee" in refused.value.detail


def test_the_check_says_what_was_reached(desk: Desk) -> None:
    desk.books.organisation.lock_date = date(2026, 1, 31)
    desk.books.organisation.year_lock_date = date(2025, 3, 31)
    steps = desk.source.check()
    assert all(step.ok for step in steps)
    told = " | ".join(step.title for step in steps)
    for words in (
        "Signed in to Xero until",
        "Larkspur Joinery Ltd",
        "NZD",
        "31 January 2026",
        "nothing is ever written",
    ):
        assert words in told
