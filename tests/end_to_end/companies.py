"""Small companies with books on the web whose program runs in this process. Used where hundreds of runs are
needed."""

import shutil
from dataclasses import replace
from pathlib import Path

from syncdesk.app.desk import Desk
from syncdesk.app.views import ConnectionDraft, SyncRequest
from syncdesk.app.wiring import Rooms
from syncdesk.model.changes import RunSummary
from syncdesk.model.ports import SourceKind
from syncdesk.model.start import StartChoice
from syncdesk.settings.folders import folders
from syncdesk.sources import quickbooks_online, xero
from syncdesk.sources.http.client import Trial
from syncdesk.sources.quickbooks_online.source import QuickBooksOnlineSource
from syncdesk.sources.xero.source import XeroSource
from tests.end_to_end.web_offices import MAPPING, WebOffice
from tests.memory_keyring import MemoryKeyring

QUICK = Trial(attempts=2, first_delay=0.01, longest_delay=0.02, read_seconds=5)
KINDS: tuple[SourceKind, ...] = (
    replace(quickbooks_online.KIND, open=lambda opening: QuickBooksOnlineSource(opening, QUICK)),
    replace(xero.KIND, open=lambda opening: XeroSource(opening, QUICK)),
)


class Company:
    """An office whose program runs in this process, and can be put back to what it was."""

    def __init__(self, office: WebOffice, store: MemoryKeyring) -> None:
        self.office, self.store = office, store
        self.home = office.folder / "home"
        mapping = office.folder / "mapping.toml"
        mapping.write_text(MAPPING.format(currency=office.currency), encoding="utf-8")
        desk = self.desk()
        desk.add(
            ConnectionDraft(
                name="Web",
                source_kind=office.kind,
                source=office.fields(),
                job_db=str(office.jobs),
                mapping=desk.read_mapping(mapping),
            )
        )
        sign_in = desk.sign_in_again("Web")
        (chosen,) = sign_in.by_refresh_token(office.refresh_token())
        desk.choose_company("Web", chosen)

    def desk(self) -> Desk:
        """The program, started anew."""
        return Desk(Rooms(folders({"SYNCDESK_HOME": str(self.home)}), kinds=KINDS))

    def sync(self) -> RunSummary:
        """A run from the last one on."""
        has_run = self.desk().states()[0].last_success is not None
        choice = StartChoice.LAST if has_run else StartChoice.MONTH
        request = SyncRequest(connection="Web", choice=choice, accept_first=True)
        return self.desk().sync(request, lambda: False, lambda progress: None)

    def keep(self) -> None:
        """Remember state and job database as they are."""
        for name in ("home", "jobs.sqlite"):
            self._copy(self.office.folder / name, self.office.folder / f"kept-{name}")

    def put_back(self) -> None:
        """State and job database as they were kept."""
        for name in ("home", "jobs.sqlite"):
            self._copy(self.office.folder / f"kept-{name}", self.office.folder / name)

    @staticmethod
    def _copy(source: Path, target: Path) -> None:
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)
