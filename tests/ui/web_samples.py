"""A desk with books on the web for the tests of the assistant and of reconnecting: signing in without a
vendor."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from syncdesk.app.views import ConnectionDraft, ConnectionState, MappingGuess, MappingSample
from syncdesk.model.connection import Connection
from syncdesk.model.errors import RunCancelled, SyncDeskError
from syncdesk.model.job import Check, JobMapping
from syncdesk.model.ports import SourceKind
from syncdesk.model.sign_in import CompanyChoice, SignedIn, SignIn
from syncdesk.sources import KINDS
from tests.ui.fake_desk import FakeDesk
from tests.ui.settings_samples import GUESS, SAMPLE, SettingsDesk

LARKSPUR = CompanyChoice("t-1", "Larkspur Joinery Ltd", {"tenant_id": "t-1"})
ELM = CompanyChoice("t-2", "Elm & Oak Ltd", {"tenant_id": "t-2"})
PAGE = "https://login.example/identity/connect/authorize?client_id=1"


class FakeSignIn:
    """The SignIn port: the browser comes back when `back` is set. Keeps the promises of model/sign_in.py."""

    def __init__(self, desk: "WebDesk | WebWindowDesk") -> None:
        self._desk = desk

    def by_browser(
        self, show: Callable[[str], None], cancelled: Callable[[], bool], seconds: float = 300
    ) -> tuple[CompanyChoice, ...]:
        show(PAGE)
        while not self._desk.back.wait(0.02):
            if cancelled():
                raise RunCancelled
        return self._given()

    def page(self) -> str:
        return PAGE

    def by_pasting(self, answer: str) -> tuple[CompanyChoice, ...]:
        self._desk.pasted.append(answer)
        return self._given()

    def by_refresh_token(self, token: str) -> tuple[CompanyChoice, ...]:
        self._desk.pasted.append(token)
        return self._given()

    def state(self) -> SignedIn | None:
        return None

    def forget(self) -> None:
        """Nothing is kept."""

    def _given(self) -> tuple[CompanyChoice, ...]:
        if self._desk.refusal is not None:
            raise self._desk.refusal
        return self._desk.companies


class WebDesk(SettingsDesk):
    """Connections to Xero; `states` tell of `permission`."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names)
        self.all_kinds: tuple[SourceKind, ...] = KINDS
        xero = {"client_id": "app-1", "tenant_id": "t-1"}
        self.connections = [replace(c, source_kind="xero", source=xero) for c in self.connections]
        self.checks = self.checks[:1]
        self.companies: tuple[CompanyChoice, ...] = (LARKSPUR,)
        self.refusal: SyncDeskError | None = None
        self.permission: SignedIn | None = SignedIn(datetime(2099, 1, 1, tzinfo=UTC))
        self.back = threading.Event()
        self.pasted: list[str] = []
        self.given_up: list[str] = []
        self.chosen: list[tuple[str, CompanyChoice]] = []

    def states(self) -> tuple[ConnectionState, ...]:
        return tuple(
            ConnectionState(c, None, False, 0, "Xero", "", True, self.permission) for c in self.connections
        )

    def sign_in(self, draft: ConnectionDraft) -> SignIn:
        self.drafts.append(draft)
        return FakeSignIn(self)

    def sign_in_again(self, name: str) -> SignIn:
        return FakeSignIn(self)

    def choose_company(self, name: str, choice: CompanyChoice) -> Connection:
        self.chosen.append((name, choice))
        return next(c for c in self.connections if c.name == name)

    def give_up(self, draft_id: str) -> None:
        self.given_up.append(draft_id)


class WebWindowDesk(FakeDesk):
    """A desk for the whole window whose connections read Xero; none may be called in the main thread."""

    def __init__(self, *names: str, **more: object) -> None:
        super().__init__(names=names, **more)  # type: ignore[arg-type]
        self.companies: tuple[CompanyChoice, ...] = (LARKSPUR,)
        self.refusal: SyncDeskError | None = None
        self.permission: SignedIn | None = SignedIn(datetime(2099, 1, 1, tzinfo=UTC))
        self.back = threading.Event()
        self.pasted: list[str] = []
        self.given_up: list[str] = []
        self.added: list[ConnectionDraft] = []
        self.tested: list[ConnectionDraft] = []
        self.guess = GUESS
        self.failure: SyncDeskError | None = None
        self.checks: tuple[Check, ...] = (
            Check("Larkspur Joinery Ltd can be read: 1,204 invoices.", True),
            Check("The job database opens.", True),
            Check("The table 'invoices' has 145 rows, and both columns can be written.", True),
        )

    def connection(self, name: str) -> Connection:
        made = super().connection(name)
        return replace(made, source_kind="xero", source={"client_id": "app-1", "tenant_id": "t-1"})

    def states(self) -> tuple[ConnectionState, ...]:
        self._note()
        return tuple(
            ConnectionState(
                self.connection(name),
                self.watermark,
                self.has_applied_run,
                0,
                "Xero",
                "",
                True,
                self.permission,
            )
            for name in self.names
        )

    def kinds(self) -> tuple[SourceKind, ...]:
        self._note()
        return KINDS

    def sign_in(self, draft: ConnectionDraft) -> SignIn:
        self._note()
        return FakeSignIn(self)

    def sign_in_again(self, name: str) -> SignIn:
        self._note()
        return FakeSignIn(self)

    def choose_company(self, name: str, choice: CompanyChoice) -> Connection:
        self._note()
        self.sync_trouble = None
        return self.connection(name)

    def give_up(self, draft_id: str) -> None:
        assert threading.current_thread() is not threading.main_thread()
        self.given_up.append(draft_id)

    def guess_mapping(
        self, job_db: str, source_kind: str, source: dict[str, str], draft_id: str = "", table: str = ""
    ) -> MappingGuess:
        self._note()
        return self.guess

    def sample_mapping(self, job_db: str, mapping: JobMapping, draft_id: str = "") -> MappingSample:
        self._note()
        return SAMPLE

    def test(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        self._note()
        self.tested.append(draft)
        return self.checks

    def add(self, draft: ConnectionDraft) -> Connection:
        self._note()
        if self.failure is not None:
            raise self.failure
        self.added.append(draft)
        self.names = (*self.names, draft.name)
        self.has_applied_run = False
        return self.connection(draft.name)
