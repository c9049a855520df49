"""Is there a newer SyncDesk? A real server on loopback is asked, seldom and quietly; nothing is installed."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk import __version__
from syncdesk.app import published as published_module
from syncdesk.app.desk import Desk
from syncdesk.app.published import Published, published
from syncdesk.app.versions import is_due
from syncdesk.app.wiring import Rooms
from syncdesk.model.errors import RetryableError, RunCancelled
from syncdesk.model.version import NoLook, Release, Versions
from syncdesk.settings.folders import folders
from syncdesk.settings.package import this_package
from syncdesk.settings.version_memory import Remembered, VersionMemory
from tests.memory_keyring import MemoryKeyring

NOW = datetime(2026, 4, 10, 8, 30, tzinfo=UTC)
PAGE = "https://releases.example/syncdesk"


class Feed:
    """A list of versions on loopback."""

    def __init__(self) -> None:
        self.status, self.body = 200, b"{}"
        self.asked: list[dict[str, str]] = []
        feed = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                feed.asked.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
                self.send_response(feed.status)
                self.send_header("Content-Length", str(len(feed.body)))
                self.end_headers()
                self.wfile.write(feed.body)

            def log_message(self, *_: Any) -> None:
                """The tests say what they saw."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/repos/owner/name/releases/latest"

    def releases(self, version: str, page: str = f"{PAGE}/tag/v9.0", **more: object) -> None:
        self.status = 200
        self.body = json.dumps({"tag_name": version, "html_url": page, "assets": [], **more}).encode()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def feed() -> Iterator[Feed]:
    made = Feed()
    yield made
    made.close()


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(syncdesk_home: Path, password_store: MemoryKeyring, feed: Feed, clock: Clock) -> Desk:
    rooms = Rooms(folders(), clock)
    rooms.published = Published(feed.address, PAGE)
    return Desk(rooms)


def look(desk: Desk, by_itself: bool) -> Versions:
    return desk.look_for_version(by_itself, lambda: False)


def test_a_newer_version_is_told_with_its_page(desk: Desk, feed: Feed) -> None:
    feed.releases("v9.0")
    assert desk.versions().newest is None
    found = look(desk, by_itself=False)
    assert found.news == Release("9.0", f"{PAGE}/tag/v9.0")
    assert (found.this, found.looked_at, found.asks) == (__version__, NOW, "127.0.0.1")
    assert desk.versions() == found  # remembered, nobody is asked again
    assert len(feed.asked) == 1


def test_nothing_of_the_person_is_sent(desk: Desk, feed: Feed) -> None:
    desk.prepare_demo()
    feed.releases("v9.0")
    look(desk, by_itself=False)
    (call,) = feed.asked
    usual = {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert set(call) == {"path", *usual}
    assert call["user-agent"] == f"SyncDesk/{__version__}"
    assert call["path"] == "/repos/owner/name/releases/latest"


@pytest.mark.parametrize("version", ["0.0.1", __version__, f"v{__version__}", f"{__version__}rc1"])
def test_an_older_version_is_no_news(desk: Desk, feed: Feed, version: str) -> None:
    feed.releases(version)
    found = look(desk, by_itself=False)
    assert found.newest is None
    assert found.looked_at == NOW


@pytest.mark.parametrize(
    "page", ["https://elsewhere.example/tag/v9.0", f"{PAGE}.evil.example/x", "javascript:alert(1)", ""]
)
def test_a_link_that_leads_elsewhere_is_not_followed(desk: Desk, feed: Feed, page: str) -> None:
    feed.releases("9.0", page)
    assert look(desk, by_itself=False).news == Release("9.0", PAGE)


def test_it_looks_once_a_day_by_itself(desk: Desk, feed: Feed, clock: Clock) -> None:
    feed.releases("9.0")
    for hour in range(48):
        clock.now = NOW + timedelta(hours=hour)
        assert look(desk, by_itself=True).news is not None
    assert len(feed.asked) == 2


def test_trouble_is_quiet_by_itself_and_tried_again_after_some_hours(
    desk: Desk, feed: Feed, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed.releases("9.0")
    look(desk, by_itself=True)
    clock.now += timedelta(days=1)
    feed.status, feed.body = 403, b'{"message": "rate limit exceeded"}'
    found = look(desk, by_itself=True)
    assert found.news is not None  # what is known stays known
    assert found.looked_at == NOW
    asked = len(feed.asked)
    clock.now += timedelta(hours=1)
    look(desk, by_itself=True)
    assert len(feed.asked) == asked
    feed.releases("9.1")
    clock.now += timedelta(hours=3)
    found = look(desk, by_itself=True)
    assert found.news is not None
    assert found.news.version == "9.1"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (403, b'{"message": "rate limit exceeded"}'),
        (200, b"<html>Sign in to the network</html>"),
        (200, b'{"name": "no tag"}'),
        (200, b'{"tag_name": "nightly"}'),
        (200, b'{"tag_name": 9}'),
        (302, b""),
    ],
)
def test_trouble_is_told_to_who_asked(desk: Desk, feed: Feed, status: int, body: bytes) -> None:
    feed.status, feed.body = status, body
    with pytest.raises(RetryableError) as caught:
        look(desk, by_itself=False)
    assert caught.value.title == "It could not be learnt whether there is a newer SyncDesk."
    assert PAGE in caught.value.remedy
    assert caught.value.detail


def test_no_network_is_told(desk: Desk, feed: Feed) -> None:
    feed.close()
    with pytest.raises(RetryableError):
        look(desk, by_itself=False)
    assert look(desk, by_itself=True).newest is None


def test_who_closes_the_window_does_not_wait_for_it(desk: Desk, feed: Feed) -> None:
    feed.releases("9.0")
    with pytest.raises(RunCancelled):
        desk.look_for_version(False, lambda: True)
    with pytest.raises(RunCancelled):
        desk.look_for_version(True, lambda: True)


def test_nothing_released_yet_is_no_trouble(desk: Desk, feed: Feed) -> None:
    feed.status, feed.body = 404, b'{"message": "Not Found"}'
    found = look(desk, by_itself=False)
    assert found.newest is None
    assert found.looked_at == NOW


def test_switched_off_it_looks_only_when_asked(desk: Desk, feed: Feed, clock: Clock) -> None:
    feed.releases("9.0")
    assert desk.versions().daily
    assert not desk.look_daily(False).daily
    assert look(desk, by_itself=True).newest is None
    assert not feed.asked
    assert look(desk, by_itself=False).newest is not None
    assert desk.look_daily(True).daily


def test_a_skipped_version_is_no_news_but_the_next_one_is(desk: Desk, feed: Feed) -> None:
    feed.releases("9.0")
    look(desk, by_itself=False)
    skipped = desk.skip_version("9.0")
    assert skipped.news is None
    assert skipped.newest is not None
    assert look(desk, by_itself=False).news is None
    feed.releases("9.1")
    assert look(desk, by_itself=False).news is not None


def test_a_version_that_was_withdrawn_is_forgotten(desk: Desk, feed: Feed) -> None:
    feed.releases("9.0")
    look(desk, by_itself=False)
    feed.releases("0.0.1")
    assert look(desk, by_itself=False).newest is None


def test_a_package_that_is_kept_up_to_date_asks_nobody(desk: Desk, feed: Feed) -> None:
    desk._rooms.package = this_package({"FLATPAK_ID": "io.github.syncdesk.SyncDesk"})
    feed.releases("9.0")
    for by_itself in (False, True):
        found = look(desk, by_itself)
        assert (found.newest, found.no_look, found.asks) == (None, NoLook.UPDATED_BY_SYSTEM, "")
    assert not feed.asked


def test_a_copy_that_nobody_publishes_asks_nobody(desk: Desk, feed: Feed) -> None:
    desk._rooms.published = None
    for by_itself in (False, True):
        found = look(desk, by_itself)
        assert (found.newest, found.no_look, found.daily) == (None, NoLook.NO_ADDRESS, False)
    assert not feed.asked


def test_an_address_that_can_be_read_on_the_way_is_not_asked(desk: Desk) -> None:
    desk._rooms.published = Published("http://releases.example/latest", PAGE)
    with pytest.raises(RetryableError) as caught:
        look(desk, by_itself=False)
    assert "http://" in caught.value.detail


def test_a_checkout_is_published_by_nobody() -> None:
    assert published() is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"feed": "https://a.example/latest", "page": "https://a.example"}', True),
        ("{}", False),
        ("[]", False),
        ("not json", False),
    ],
)
def test_a_package_says_where_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, found: bool
) -> None:
    file = tmp_path / "release.json"
    file.write_text(text, "utf-8")
    monkeypatch.setattr(published_module, "resource", lambda _name: file)
    expected = Published("https://a.example/latest", "https://a.example") if found else None
    assert published() == expected


@given(st.datetimes(timezones=st.just(UTC)), st.timedeltas(timedelta(0), timedelta(days=3)), st.booleans())
def test_it_is_due_after_a_day_or_some_hours_after_trouble(now: datetime, ago: timedelta, well: bool) -> None:
    try:
        tried = now - ago
    except OverflowError:
        return
    remembered = Remembered(tried_at=tried, looked_at=tried if well else None)
    assert is_due(remembered, now) == (ago >= timedelta(hours=24 if well else 4))


def test_a_clock_that_was_wrong_does_not_silence_it() -> None:
    ahead = NOW + timedelta(days=400)
    assert is_due(Remembered(tried_at=ahead, looked_at=ahead), NOW)
    assert is_due(Remembered(), NOW)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"tried_at": 5}', '{"tried_at": "yesterday"}', "\0\xff"]
)
def test_a_damaged_memory_only_means_asking_again(tmp_path: Path, text: str) -> None:
    file = tmp_path / "versions.json"
    file.write_bytes(text.encode("latin-1"))
    memory = VersionMemory(file)
    assert memory.load() == Remembered()
    kept = Remembered(NOW, NOW - timedelta(days=1), "9.0", PAGE, "8.0")
    memory.save(kept)
    assert memory.load() == kept
