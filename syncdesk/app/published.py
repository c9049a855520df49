"""Where newer versions of this copy are published. Whoever builds a package says so (installer/bundle.py
writes `resources/release.json`); a copy from source knows nobody to ask."""

import json
import logging
from dataclasses import dataclass

from syncdesk.app.resources import resource
from syncdesk.model.errors import SetupError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Published:
    """`feed` answers with the newest release as JSON, as GitHub and Forgejo do: an object with `tag_name` and
    `html_url`. `page` is where people find the downloads; links elsewhere are not followed."""

    feed: str
    page: str


def published() -> Published | None:
    """Where this copy's releases are, None where nobody said."""
    try:
        plain = json.loads(resource("release.json").read_text("utf-8"))
        found = Published(str(plain["feed"]), str(plain["page"]))
    except SetupError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as fault:
        log.warning("release.json cannot be read: %s", fault)
        return None
    return found
