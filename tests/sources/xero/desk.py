"""One connection to a stand-in for Xero, with a memory in place of the journal. Used by every test that
reads."""

from collections.abc import Callable

from syncdesk.sources import xero
from syncdesk.sources.http.client import Trial
from syncdesk.sources.xero.source import XeroSource
from tests.memory_vault import MemoryVault
from tests.sources.web_desk import QUICK, WebDesk
from tests.standins.serving import Request, Response
from tests.standins.xero import XeroStandIn


class Desk(WebDesk):
    """A signed-in connection to the stand-in's first organisation."""

    recalls = True

    def __init__(self, standin: XeroStandIn, trial: Trial = QUICK) -> None:
        self.standin, self.books = standin, standin.books
        values = {
            "client_id": standin.app.client_id,
            "tenant_id": standin.tenant,
            "api_base": standin.api_base,
            "identity_base": standin.identity_base,
        }
        super().__init__(values, MemoryVault(), trial)
        sign_in = xero.KIND.sign_in
        assert sign_in is not None
        self.companies = sign_in(self.opening).by_refresh_token(standin.sign_in()[1])
        standin.server.log.clear()

    def opened(self) -> XeroSource:
        return XeroSource(self.opening, self.trial)

    @property
    def calls(self) -> list[str]:
        """The lists that were asked for, in order."""
        return [entry.path.rpartition("/")[2] for entry in self.standin.server.log if "api.xro" in entry.path]


def spoilt(change: Callable[[bytes], bytes], desk: Desk, path: str = "/Invoices") -> None:
    """The stand-in's answers to one list, with something put in another way."""
    answer = desk.standin.server._answer

    def changed(request: Request) -> Response:
        response = answer(request)
        if request.path.endswith(path):
            response.body = change(response.body)
        return response

    desk.standin.server._answer = changed
