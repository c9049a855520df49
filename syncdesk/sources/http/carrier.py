"""Carrying one call to a service and its answer back: session, threads, time-outs. Used by the client, which
judges the answers."""

import logging
import queue
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock, Thread
from typing import Any
from urllib.parse import urlsplit

import requests
import truststore
import urllib3
from requests.adapters import HTTPAdapter

from syncdesk import __version__
from syncdesk.model.errors import RunCancelled
from syncdesk.sources.http.trouble import Answer

NETWORK = (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError)
"""What a call that found no answer raises."""

_LOOK = 0.2  # seconds between looks at the stop button
_log = logging.getLogger("syncdesk.http")


@dataclass(frozen=True, slots=True)
class Trial:
    """How often a call is tried and how long it may take. Delays between attempts grow from `first_delay` to
    `longest_delay` seconds, with full jitter."""

    attempts: int = 6
    first_delay: float = 1.0
    longest_delay: float = 30.0
    connect_seconds: float = 10.0
    read_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Call:
    """One question: `body` None means a GET."""

    method: str
    url: str
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None

    @property
    def shown(self) -> str:
        """Method and path, for logs and details: a query may hold a secret."""
        return f"{self.method} {urlsplit(self.url).path}"


class _SystemTrust(HTTPAdapter):
    """Trusts what this system trusts, private certificates of an office included (F-32)."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=_context(), **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, ssl_context=_context(), **kwargs)


class _Session(requests.Session):
    """Follows no redirect. Told only not to, requests works out the next address all the same, and breaks
    over one that is none."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        del resp
        return None


def _context() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Carrier:
    """Sends calls, at most `at_once` at the same time, from any thread. `stopped` is asked while an answer is
    waited for."""

    def __init__(
        self, at_once: int, trial: Trial, headers: Mapping[str, str], stopped: Callable[[], bool]
    ) -> None:
        self._trial, self._stopped = trial, stopped
        self._places = BoundedSemaphore(at_once)
        self._counting = Lock()
        self.calls = 0
        self._session = _Session()
        self._session.headers.update({"User-Agent": f"SyncDesk/{__version__}", "Accept": "application/json"})
        self._session.headers.update(headers)
        self._session.mount("https://", _SystemTrust(pool_maxsize=at_once))
        self._session.mount("http://", HTTPAdapter(pool_maxsize=at_once))

    def close(self) -> None:
        """Let go of every idle connection."""
        self._session.close()

    def send(self, call: Call, signature: str) -> Answer:
        """The answer, whatever its status. Raises RunCancelled, or one of NETWORK if there is none."""
        while not self._places.acquire(timeout=_LOOK):
            if self._stopped():
                raise RunCancelled
        # On a thread of its own: a read that is blocked cannot be woken, but it can be left behind.
        result: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()
        Thread(target=self._deliver, args=(call, signature, result), daemon=True).start()
        while True:
            if self._stopped():
                raise RunCancelled
            try:
                outcome = result.get(timeout=_LOOK)
            except queue.Empty:
                continue
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

    def _deliver(
        self, call: Call, signature: str, result: "queue.SimpleQueue[Answer | BaseException]"
    ) -> None:
        try:
            result.put(self._exchange(call, signature))
        except BaseException as error:  # noqa: BLE001 - raised again where the answer is waited for
            result.put(error)
        finally:
            self._places.release()

    def _exchange(self, call: Call, signature: str) -> Answer:
        with self._counting:
            self.calls += 1
        headers = {**call.headers, "Authorization": signature} if signature else dict(call.headers)
        began = time.monotonic()
        with self._session.request(
            call.method,
            call.url,
            params=call.params,
            data=call.body,
            headers=headers,
            auth=_as_it_is,
            stream=True,
            allow_redirects=False,
            timeout=(self._trial.connect_seconds, self._trial.read_seconds),
        ) as response:
            # Read in one go: requests' own way reads in small pieces and costs several times as much.
            body = response.raw.read(decode_content=True)
        spent = (time.monotonic() - began) * 1000
        received = {name.lower(): value for name, value in response.headers.items()}
        answer = Answer(response.status_code, received, body, call.url)
        _log.debug("%s %d, %d ms, %d bytes", call.shown, answer.status, spent, len(body))
        return answer


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Without this, requests puts a login of the person's .netrc in place of our Authorization header."""
    return request
