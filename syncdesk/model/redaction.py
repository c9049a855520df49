"""Removing secrets from texts that a person or a file will see: by their form, and by their value where it is
known (F-44).

Used by the log and by every room that keeps raw text for support. Known secrets live in this process only."""

import json
import re
from threading import Lock
from urllib.parse import quote, quote_plus

HIDDEN = "•••"
_SHORTEST = 6  # a shorter value would hide ordinary words all over a text
_SURE = (
    "access_token|refresh_token|id_token|client_secret|code_verifier|code_challenge|api_key|apikey|password|"
    "passphrase"
)
_IS = r"""\\?["']?\s*(?:[=:]|%3D)\s*"""  # between a key and its value, in forms, JSON and JSON inside JSON
_VALUE = r"""(\\?["'])(?!null\b)[^"'\\]+|(?!null\b)[^\s"'&,;}\\]+"""
_RANDOM = r"(?=[^\s\"'&,;}\\]*(?:\d|(?-i:[a-z][A-Z])))"  # looks made by a machine: a digit, or capitals amid
_START = r"(?:\b|(?<=%[0-9A-F][0-9A-F]))"  # of a key, also in an address within an address
_PATTERNS = (
    # The header, with or without its kind.
    (re.compile(rf"(?i)(\bauthorization{_IS}\\?[\"']?)(?:(?:bearer|basic) )?[^\s\"',;\\]+"), rf"\1{HIDDEN}"),
    (re.compile(r"(?i)\b(bearer|basic) (?=\S*(?:\d|(?-i:[A-Z])|=))[A-Za-z0-9+/=._~-]{12,}"), rf"\1 {HIDDEN}"),
    # Keys whose values are never anything but secrets.
    (re.compile(rf"(?i)({_START}(?:{_SURE}){_IS})(?:{_VALUE})"), rf"\1\2{HIDDEN}"),
    # Words of everyday language: hidden in forms and JSON, and in sentences where a machine made the value.
    (re.compile(rf"(?i)({_START}(?:secret|token)(?:=|%3D))[^\s\"'&,;}}\\]+"), rf"\1{HIDDEN}"),
    (re.compile(r"(?i)(\\?[\"'](?:secret|token)\\?[\"']\s*:\s*\\?[\"'])[^\"'\\]+"), rf"\1{HIDDEN}"),
    (re.compile(rf"(?i)(\b(?:secret|token):\s*){_RANDOM}[^\s\"'&,;}}\\]{{8,}}"), rf"\1{HIDDEN}"),
    # A sign-in's code and state are long; the code of an error and the state of an address are not.
    (re.compile(rf"(?i)({_START}(?:code|state)(?:=|%3D))[^\s\"'&,;}}\\]{{10,}}"), rf"\1{HIDDEN}"),
    (
        re.compile(r"(?i)(\\?[\"'](?:code|state)\\?[\"']\s*:\s*\\?[\"'])(?=[^\s\"'\\]*\d)[^\s\"'\\]{20,}"),
        rf"\1{HIDDEN}",
    ),
    (re.compile(r"\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*"), HIDDEN),  # a signed token, wherever it stands
    (re.compile(r"(://[^/\s:@]+:)[^/\s@]+(@)"), rf"\1{HIDDEN}\2"),
)
_known: set[str] = set()
_lock = Lock()


def remember_secret(value: str) -> None:
    """Hide this value wherever it appears from now on, also in the spelling of addresses and of JSON."""
    if len(value) >= _SHORTEST:
        with _lock:
            _known.update((value, json.dumps(value)[1:-1]))
            _known.update(spell(value, safe="", errors="replace") for spell in (quote, quote_plus))


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
