"""Asks where newer versions are published. Called by app/versions.py."""

import json
from datetime import timedelta
from typing import Final

from syncdesk.app.published import Published
from syncdesk.model.errors import RetryableError
from syncdesk.model.ports import Cancelled, Watch
from syncdesk.model.version import Release, order
from syncdesk.sources.http.address import base_address
from syncdesk.sources.http.client import Answer, Client, Complaint, GoneError, Trial, Vendor

_BODY_KEPT = 500  # bytes of an answer that go into the details of an error


def _no_complaint(answer: Answer) -> Complaint | None:
    del answer
    return None


_FEED: Final = Vendor(
    name="SyncDesk's list of versions",
    at_once=1,
    per_minute=0,
    request_id_headers=("X-GitHub-Request-Id",),
    complaint=_no_complaint,
    longest_wait=timedelta(0),
)
_TRIAL: Final = Trial(attempts=2, connect_seconds=10.0, read_seconds=15.0)


def newest_release(published: Published, cancelled: Cancelled) -> Release | None:
    """The newest release, None where nothing was released yet. The answer is that of GitHub (REST, 'Get the
    latest release') and of Forgejo: an object with `tag_name` and `html_url`, and more that is passed over.
    Raises SyncDeskError, RunCancelled."""
    feed = base_address(published.feed, "feed", "list of versions")
    with Client(_FEED, Watch(cancelled), trial=_TRIAL) as client:
        try:
            answer = client.get(feed)
        except GoneError:
            return None
    try:
        found = json.loads(answer.body)
        version, page = found["tag_name"], str(found.get("html_url") or "")
        order(version)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        detail = answer.body[:_BODY_KEPT].decode("utf-8", "replace")
        raise RetryableError("The list of versions says nothing that can be read.", detail=detail) from error
    is_ours = page.startswith(published.page.rstrip("/") + "/")
    return Release(version.strip().removeprefix("v"), page if is_ours else published.page)
