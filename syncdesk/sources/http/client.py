"""The client of a web service: one session, the vendor's limits kept, trouble waited out or told, wishes to
stop heard within a second. Used by every connector to web books."""

import logging
import random
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event
from types import TracebackType
from typing import Protocol, Self, TypeVar
from urllib.parse import urlsplit

import msgspec

from syncdesk.model.errors import RetryableError, SyncDeskError
from syncdesk.model.ports import Watch
from syncdesk.sources.http.carrier import NETWORK, Call, Carrier, Trial
from syncdesk.sources.http.throttle import Throttle, demanded_wait, wait
from syncdesk.sources.http.trouble import (
    Answer,
    Complaint,
    GoneError,
    NotUnderstoodError,
    Ruling,
    Verdict,
    fault,
    network_fault,
    unreadable,
    verdict_of,
)

__all__ = [
    "Answer",
    "Authorization",
    "Client",
    "Complaint",
    "GoneError",
    "Ruling",
    "Trial",
    "Vendor",
    "Verdict",
]

T = TypeVar("T")
_BODY_KEPT = 500  # characters of a body that go into the details of an error
_log = logging.getLogger("syncdesk.http")


def _no_rulings(status: int, complaint: Complaint) -> Ruling | None:
    del status, complaint
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """What one vendor allows and how its trouble reads.

    `at_once` calls at the same time and `per_minute` (0 = unknown) are kept in advance. `complaint` reads the
    vendor's own error out of an answer, also of one with status 200; None = it complains of nothing.
    `rulings` lays single lines over the common table. A wait that the service demands is waited out up to
    `longest_wait`, and `most_waits` times; where it demands one without saying how long, `usual_wait`."""

    name: str
    at_once: int
    per_minute: int
    request_id_headers: tuple[str, ...]
    complaint: Callable[[Answer], Complaint | None]
    rulings: Callable[[int, Complaint], Ruling | None] = _no_rulings
    longest_wait: timedelta = timedelta(minutes=15)
    usual_wait: timedelta = timedelta(seconds=60)
    most_waits: int = 5


class Authorization(Protocol):
    """Who signs the calls."""

    def header(self, watch: Watch) -> str:
        """The value of the Authorization header, renewed ahead of its end. Raises SetupError (sign in again),
        RetryableError, RunCancelled."""

    def renew(self, refused: str, watch: Watch) -> str:
        """A new value after the service refused this one. Raises as :meth:`header`."""


def utc_now() -> datetime:
    """This computer's clock: for telling until when is waited and when a permission ends, never for what
    changed."""
    return datetime.now(UTC)


class Client:
    """Calls one service. A context manager; safe to use from several threads.

    Every call raises RunCancelled within a second of the wish to stop; SetupError (sign in again; a
    certificate), RetryableError (away, throttled for too long, nonsense), GoneError (no such record) or
    FatalError (a question the service did not understand). `detail` of an error holds call, status, the
    vendor's request id and the beginning of the body, secrets removed."""

    def __init__(
        self,
        vendor: Vendor,
        watch: Watch = Watch(),  # noqa: B008 - a frozen value
        authorization: Authorization | None = None,
        headers: Mapping[str, str] | None = None,
        clock: Callable[[], datetime] = utc_now,
        trial: Trial = Trial(),  # noqa: B008 - a frozen value
    ) -> None:
        self._vendor, self._watch, self._authorization = vendor, watch, authorization
        self._clock, self._trial = clock, trial
        self._throttle = Throttle(vendor.per_minute)
        self._closed = Event()
        self._carrier = Carrier(vendor.at_once, trial, headers or {}, self._is_stopped)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of every connection; what is still under way ends without effect."""
        self._closed.set()
        self._carrier.close()

    @property
    def calls(self) -> int:
        """How many calls were sent, repeated ones included."""
        return self._carrier.calls

    def get(
        self, url: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """The answer to a GET."""
        return self._ask(Call("GET", url, params, headers or {}), lambda answer: answer)

    def get_as(
        self,
        decoder: "msgspec.json.Decoder[T]",
        url: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[T, Answer]:
        """The answer to a GET, decoded. A body that cannot be decoded is asked for again (a page for people,
        a cut or doubled body)."""
        return self._ask(Call("GET", url, params, headers or {}), _decoding(decoder))

    def post_as(
        self,
        decoder: "msgspec.json.Decoder[T]",
        url: str,
        body: bytes,
        content_type: str,
        params: Mapping[str, str] | None = None,
    ) -> tuple[T, Answer]:
        """The answer to a question that is sent as POST and may be repeated, decoded as :meth:`get_as`
        does."""
        call = Call("POST", url, params, {"Content-Type": content_type}, body)
        return self._ask(call, _decoding(decoder))

    def once(self, url: str, body: bytes, content_type: str, headers: Mapping[str, str]) -> Answer:
        """Send a POST that must not be repeated by itself; whatever the status, the answer comes back.

        Raises RunCancelled, SetupError (certificate) or RetryableError (no answer)."""
        call = Call("POST", url, None, {**headers, "Content-Type": content_type}, body)
        try:
            return self._send(call, "")
        except NETWORK as error:
            raise self._network(call, error) from error

    def ahead(self, questions: Iterable[Callable[[], T]], workers: int | None = None) -> Iterator[T]:
        """Ask several questions at the same time and give the answers in their order.

        At most `workers` (else as many as the vendor allows at once) are under way or waiting to be taken.
        The first error ends it."""
        most = min(workers or self._vendor.at_once, self._vendor.at_once)
        pool = ThreadPoolExecutor(most, "syncdesk-pages")
        under_way: deque[Future[T]] = deque()
        try:
            for question in questions:
                under_way.append(pool.submit(question))
                if len(under_way) >= most:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _ask(self, call: Call, understand: Callable[[Answer], T]) -> T:
        attempts = waits = 0
        renewed = False
        signature = self._authorization.header(self._watch) if self._authorization is not None else ""
        while True:
            try:
                answer = self._send(call, signature)
            except NETWORK as error:
                trouble = self._network(call, error)
                if not isinstance(trouble, RetryableError):
                    raise trouble from error
            else:
                verdict, ruling, complaint = self._judge(answer)
                if verdict is None:
                    try:
                        return understand(answer)
                    except NotUnderstoodError as error:
                        trouble = unreadable(self._vendor.name, self._detail(call, answer, str(error)))
                elif verdict == "renew" and self._authorization is not None and not renewed:
                    signature, renewed = self._authorization.renew(signature, self._watch), True
                    continue
                elif verdict == "throttled":
                    waits += 1
                    self._wait_as_told(call, answer, ruling, waits)
                    continue
                else:
                    said = f"{complaint.code} {complaint.message}".strip() if complaint else ""
                    trouble = fault(self._vendor.name, verdict, ruling, self._detail(call, answer, said))
                    if verdict != "retry":
                        raise trouble
            attempts += 1
            if attempts >= self._trial.attempts:
                raise trouble
            self._wait(self._delay(attempts), "")

    def _judge(self, answer: Answer) -> tuple[Verdict | None, Ruling | None, Complaint | None]:
        """None for an answer that is what was asked for."""
        complaint = self._vendor.complaint(answer)
        if complaint is None and 200 <= answer.status < 300:
            return None, None, None
        ruling = self._vendor.rulings(answer.status, complaint or Complaint())
        if ruling is not None:
            return ruling.verdict, ruling, complaint
        verdict = verdict_of(answer.status)
        if complaint is None and verdict in ("gone", "ours", "setup") and _is_page(answer.body):
            verdict = "retry"  # a page for people: somebody on the way answered, not the service
        return verdict, None, complaint

    def _wait_as_told(self, call: Call, answer: Answer, ruling: Ruling | None, waits: int) -> None:
        name = self._vendor.name
        span = demanded_wait(dict(answer.headers), self._vendor.usual_wait)
        until = self._clock() + span
        local = until.astimezone()
        shown = f"{local:%H:%M}" if span < timedelta(hours=12) else f"{local:%d %B %H:%M}"
        if waits > self._vendor.most_waits or span > self._vendor.longest_wait:
            trouble = fault(name, "throttled", ruling, self._detail(call, answer, ""))
            if span > self._vendor.longest_wait:
                trouble.remedy = f"It can go on at {shown}. What was achieved is kept."
            raise trouble
        # A little later than told, and not all callers at the same instant.
        self._wait(span.total_seconds() * random.uniform(1.0, 1.05), f"{name} asks to wait until {shown}.")

    def _delay(self, attempts: int) -> float:
        longest = min(self._trial.longest_delay, self._trial.first_delay * 2 ** (attempts - 1))
        return random.uniform(longest / 2, longest)

    def _wait(self, seconds: float, why: str) -> None:
        wait(seconds, Watch(self._is_stopped, self._watch.waiting), self._clock, why)

    def _is_stopped(self) -> bool:
        return self._closed.is_set() or self._watch.cancelled()

    def _send(self, call: Call, signature: str) -> Answer:
        spare = self._throttle.seconds_to_wait()
        if spare:
            self._wait(spare, f"{self._vendor.name} allows {self._vendor.per_minute} calls a minute.")
        answer = self._carrier.send(call, signature)
        _log.info("%s %d, request id %s", call.shown, answer.status, self._id(answer))
        return answer

    def _network(self, call: Call, error: Exception) -> SyncDeskError:
        _log.info("%s %s", call.shown, type(error).__name__)
        trouble = network_fault(self._vendor.name, urlsplit(call.url).hostname or "", error)
        trouble.detail = f"{call.shown}: {trouble.detail}"
        return trouble

    def _id(self, answer: Answer) -> str:
        found = [
            answer.headers[name.lower()]
            for name in self._vendor.request_id_headers
            if name.lower() in answer.headers
        ]
        return found[0] if found else "-"

    def _detail(self, call: Call, answer: Answer, said: str) -> str:
        body = answer.body[:_BODY_KEPT].decode("utf-8", "replace")
        return f"{call.shown}: HTTP {answer.status}, request id {self._id(answer)}. {said}\n{body}".strip()


def _decoding(decoder: "msgspec.json.Decoder[T]") -> Callable[[Answer], tuple[T, Answer]]:
    def understand(answer: Answer) -> tuple[T, Answer]:
        try:
            return decoder.decode(answer.body), answer
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise NotUnderstoodError(str(error)) from error

    return understand


def _is_page(body: bytes) -> bool:
    return body.lstrip()[:1] == b"<"
