"""F-29: signing in with a real browser: the vendor's page, the way back, and the page a person sees."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from dev import BROWSERS
from syncdesk.model.sign_in import CompanyChoice
from syncdesk.sources.http import browser_page
from syncdesk.sources.http.sign_in import RELAY, BrowserSignIn
from syncdesk.sources.http.tokens import KEPT_AS
from tests.memory_vault import MemoryVault
from tests.sources.http.provider import SECRET_KEY, OAuthProvider, free_ports
from tests.standins.serving import Request, Response, Server

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)
ROOT = Path(__file__).parents[3]
PROGRAM = next(filter(None, map(shutil.which, BROWSERS)), None)

pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="no Chromium here; 'python3 dev.py test' as root brings it"),
    pytest.mark.timeout(110),
]


class Browser:
    """Chromium without a window; a new profile for each visit."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._visits = folder, 0

    def run(self, *words: str) -> str:
        self._visits += 1
        profile = self._folder / f"profile-{self._visits}"
        command = [str(PROGRAM), *FLAGS.split(), f"--user-data-dir={profile}", *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
        return done.stdout

    def dom(self, address: str) -> str:
        """What the browser made of the page at its end."""
        return self.run("--virtual-time-budget=8000", "--dump-dom", address)

    def dom_after_moving_on(self, address: str) -> str:
        """The same for a page that leads on by script; between the two the browser prints nothing."""
        return next(filter(None, (self.dom(address) for _ in range(4))), "")

    def picture(self, address: str, file: Path) -> bytes:
        self.run(f"--screenshot={file}", "--window-size=900,700", address)
        return file.read_bytes()


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


@pytest.fixture
def office() -> Iterator[OAuthProvider]:
    """A provider that knows one redirect address on this computer."""
    with OAuthProvider() as running:
        running.redirect_uris = (f"http://localhost:{free_ports(1)[0]}/callback",)
        yield running


def sign_in(office: OAuthProvider, vault: MemoryVault, browser: Browser) -> tuple[object, str]:
    """Sign in by the browser: the error or the companies, and the page it ended at."""
    pool = ThreadPoolExecutor(1)
    seen: list[Future[str]] = []
    way = BrowserSignIn(office.provider(), vault, lambda query, tokens: (CompanyChoice("1", "Office"),))
    try:
        outcome: object = way.by_browser(
            lambda address: seen.append(pool.submit(browser.dom, address)), lambda: False, 60
        )
    except Exception as error:  # noqa: BLE001 - handed to the test
        outcome = error
    return outcome, seen[0].result(60)


def test_a_real_browser_comes_back_with_the_permission(office: OAuthProvider, browser: Browser) -> None:
    vault = MemoryVault(**{SECRET_KEY: office.secret})
    outcome, page = sign_in(office, vault, browser)
    assert outcome == (CompanyChoice("1", "Office"),)
    assert "<title>You are signed in to Office Books – SyncDesk</title>" in page
    assert 'aria-label="Done"' in page
    assert vault.get(KEPT_AS) is not None
    assert not [secret for secret in office.server.issued if secret in page]


def test_a_real_browser_shows_a_refusal(office: OAuthProvider, browser: Browser) -> None:
    office.consent = "access_denied"
    vault = MemoryVault(**{SECRET_KEY: office.secret})
    outcome, page = sign_in(office, vault, browser)
    assert "refused on its page" in str(outcome)
    assert "<title>Not signed in to Office Books – SyncDesk</title>" in page
    assert vault.get(KEPT_AS) is None


PAGES = {
    "signed-in": browser_page.signed_in("Office Books"),
    "refused": browser_page.not_signed_in("Office Books", "Access was refused <on> its page.", "Allow it."),
    "not-awaited": browser_page.not_awaited(),
}


def shown(request: Request) -> Response:
    """Our pages, as the listener sends them, and the page to be put on a customer's server."""
    if request.path == "/relay.html":
        text = (ROOT / "resources" / "sign_in" / "relay.html").read_text("utf-8")
        page = text.replace(":8742", f":{request.params['port']}").encode()
        return Response(200, page, "text/html; charset=utf-8")
    own = PAGES.get(request.path.strip("/"))
    headers = {name: text for name, text in browser_page.HEADERS.items() if name != "Content-Type"}
    return Response(200 if own else 404, own or b"", browser_page.HEADERS["Content-Type"], headers)


def test_the_pages_are_dressed_and_forget_their_address(browser: Browser, tmp_path: Path) -> None:
    """The strict security rules sent with a page let its own style and script through; pictures differ."""
    with Server(shown) as server:
        pictures = [
            browser.picture(f"{server.address}/{name}?code=abc", tmp_path / f"{name}.png") for name in PAGES
        ]
        page = browser.dom(f"{server.address}/refused?code=abc")
    assert all(picture.startswith(b"\x89PNG") and len(picture) > 10_000 for picture in pictures)
    assert len(set(pictures)) == len(PAGES)
    assert {QImage.fromData(picture).pixelColor(5, 5).name() for picture in pictures} == {"#f5f6f8"}
    assert "Access was refused &lt;on&gt; its page." in page


def query(port: int) -> str:
    """What a vendor hands to the page; with the port that the page is to try here in place of its own."""
    return f"?code=Ab%2F1%2B2&state=xyz&realmId=4620816365&port={port}"


def test_the_relay_hands_its_query_on(browser: Browser) -> None:
    """QuickBooks's production keys take only https: a page there hands the answer to this computer."""
    arrived: set[str] = set()

    def listener(request: Request) -> Response:
        if request.path == "/callback":
            arrived.add("?" + request.query)
            return Response(200, b"<h1>It arrived</h1>", "text/html")
        return Response(404)

    with Server(listener, port=free_ports(1)[0]) as waiting, Server(shown) as server:
        asked = query(waiting.port)
        page = browser.dom_after_moving_on(f"{server.address}/relay.html{asked}")
    assert arrived == {asked}
    assert "It arrived" in page


def test_the_relay_offers_the_address_where_nobody_listens(browser: Browser) -> None:
    port = free_ports(1)[0]
    with Server(shown) as server:
        page = browser.dom(f"{server.address}/relay.html{query(port)}")
        empty = browser.dom(f"{server.address}/relay.html?port={port}")
    assert '<div id="paste">' in page
    assert '<div id="going" hidden="">' in page
    # What stands in a text field is no part of the page's text; the link beside it holds the same query.
    on = RELAY.replace("8742", str(port)) + query(port)
    assert f'href="{on.replace("&", "&amp;")}"' in page
    assert '<div id="nothing">' in empty


def test_the_relay_loads_and_names_nothing_else() -> None:
    """A customer puts this one file on a server: nothing is fetched from anywhere but SyncDesk itself."""
    text = (ROOT / "resources" / "sign_in" / "relay.html").read_text("utf-8")
    assert set(re.findall(r"https?://[^\s\"';?]+", text)) == {
        RELAY,
        "http://localhost:8742",
        "http://localhost:8742/",
    }
    assert not re.search(r"(?i)<(link|img|iframe|form)\b|\bsrc=|@import|url\(", text)
