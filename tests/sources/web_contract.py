"""What every connector to web books promises beyond `contract.py`, over a stand-in whose answers can be
disturbed."""

from abc import ABC, abstractmethod
from datetime import datetime
from typing import Protocol

import pytest

from syncdesk.model.codec import encode_invoice
from syncdesk.model.errors import RetryableError, RunCancelled, SetupError
from syncdesk.model.ports import EVERYTHING, Source, Watch
from tests.standins.serving import Fault, Server, at


class Signing(Protocol):
    """The part of a stand-in that gives permissions."""

    def expire_access(self) -> None:
        """Every access token ends."""

    def expire_refresh(self) -> None:
        """Every permission ends."""


class Disturbed(Protocol):
    """A signed-in connector over a stand-in."""

    @property
    def source(self) -> Source:
        """The connector."""

    @property
    def server(self) -> Server:
        """The stand-in's server."""

    @property
    def tokens(self) -> Signing:
        """Who gives permissions there."""


def facts(source: Source, watch: Watch = Watch()) -> list[str]:  # noqa: B008 - a frozen value
    """Everything one reading delivers, as the journal would keep it."""
    with source.read(EVERYTHING, watch) as reading:
        return [encode_invoice(invoice) for invoice in reading.invoices()]


class WebSourceContract(ABC):
    """Subclass beside `SourceContract`; `web` is a fresh service with a page and more of invoices."""

    @pytest.fixture
    @abstractmethod
    def web(self) -> Disturbed:
        """A connector and its service, for this test alone."""

    @pytest.fixture
    @abstractmethod
    def api(self) -> str:
        """A part of every path at which figures are asked for."""

    def test_bbk46_a_permission_that_ended_leads_to_reconnect(self, web: Disturbed) -> None:
        web.tokens.expire_access()
        web.tokens.expire_refresh()
        with pytest.raises(SetupError, match="sign-in") as refused:
            facts(web.source)
        assert refused.value.field == "sign_in"
        assert "Reconnect" in refused.value.remedy

    def test_an_access_token_that_ended_is_renewed_unseen(self, web: Disturbed) -> None:
        before = facts(web.source)
        web.tokens.expire_access()
        assert facts(web.source) == before

    def test_bbk48_throttling_is_waited_out_and_told(self, web: Disturbed, api: str) -> None:
        before = facts(web.source)
        web.server.before = at(2, Fault.answer(429, b"{}", Retry_After="1"), path=api)
        told: list[tuple[datetime | None, str]] = []
        assert facts(web.source, Watch(waiting=lambda until, why: told.append((until, why)))) == before
        (until, why), (after, _) = told
        assert until is not None
        assert until.utcoffset() is not None
        assert "asks to wait until" in why
        assert after is None

    def test_a_wait_of_hours_ends_the_reading_and_says_until_when(self, web: Disturbed, api: str) -> None:
        web.server.before = at(2, Fault.answer(429, b"{}", Retry_After="40000"), path=api)
        with pytest.raises(RetryableError) as refused:
            facts(web.source)
        assert "can go on at" in refused.value.remedy

    def test_f37_a_wish_to_stop_is_heard_within_a_page(self, web: Disturbed, api: str) -> None:
        """While the service is silent, nothing more is asked for."""
        before = len(web.server.log)
        stop = False

        def hear(request: object) -> None:
            nonlocal stop
            stop = stop or api in getattr(request, "path", "")

        web.server.on_request = hear
        with pytest.raises(RunCancelled):
            facts(web.source, Watch(lambda: stop))
        asked = [entry for entry in web.server.log[before:] if api in entry.path]
        assert len(asked) <= 2

    @pytest.mark.parametrize(
        "fault",
        [
            Fault.html(),
            Fault.truncated(),
            Fault.doubled(),
            Fault.middle(),
            Fault.unheard(),
            Fault.answer(503),
        ],
        ids=["page", "truncated", "doubled", "cut", "unheard", "503"],
    )
    def test_nonsense_once_is_asked_for_again(self, web: Disturbed, api: str, fault: Fault) -> None:
        before = facts(web.source)
        web.server.before = at(2, fault, path=api)
        assert facts(web.source) == before

    @pytest.mark.parametrize("fault", [Fault.html(), Fault.truncated(), Fault.middle()])
    def test_f18_nonsense_for_good_is_never_taken_for_the_end(
        self, web: Disturbed, api: str, fault: Fault
    ) -> None:
        web.server.before = at(2, fault, path=api, times=10_000)
        with pytest.raises(RetryableError):
            facts(web.source)
