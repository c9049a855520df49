"""Removing secrets from texts that a person or a file will see: by their form, and by their value where it is
known (F-44).

Used by the log and by every room that keeps raw text for support. Known secrets live in this process only."""

import re
from threading import Lock

HIDDEN = "•••"
_SHORTEST = 6  # a shorter value would hide ordinary words all over a text
_KEYS = (
    "access_token|refresh_token|id_token|client_secret|code_verifier|api_key|authorization|password|"
    "passphrase|secret|token|code|state"
)
_PATTERNS = (
    (re.compile(r"(?i)(\bauthorization\b\W{1,4})(?:bearer |basic )?[^\s\"',;]+"), rf"\1{HIDDEN}"),
    (re.compile(r"(?i)\b(bearer|basic) [A-Za-z0-9+/=._~-]{12,}"), rf"\1 {HIDDEN}"),
    (re.compile(rf"(?i)([\"']?\b(?:{_KEYS})\b[\"']?\s*[=:]\s*[\"']?)[^\s\"'&,;}}]+"), rf"\1{HIDDEN}"),
    (re.compile(r"(://[^/\s:@]+:)[^/\s@]+(@)"), rf"\1{HIDDEN}\2"),
)
_known: set[str] = set()
_lock = Lock()


def remember_secret(value: str) -> None:
    """Hide this value wherever it appears from now on."""
    if len(value) >= _SHORTEST:
        with _lock:
            _known.add(value)


def redacted(text: str) -> str:
    """The text without known secrets, authorisation values, passwords, tokens and passwords in addresses."""
    with _lock:
        known = sorted(_known, key=len, reverse=True)
    for value in known:
        if value in text:
            text = text.replace(value, HIDDEN)
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return text
