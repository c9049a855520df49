"""F-44: secrets leave no trace in texts, and what remains is still of use to whoever helps."""

import json
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.redaction import HIDDEN, redacted, remember_secret

SECRET = "AB11x9Kd83mQ27sLw0"
TEXTS = [
    f"Authorization: Bearer {SECRET}",
    f"{{'Authorization': 'Bearer {SECRET}'}}",
    f'"authorization": "Basic {SECRET}=="',
    f"Authorization: {SECRET}",
    f"it was signed with Bearer {SECRET}.",
    f"password={SECRET}&user=x",
    f"Password: {SECRET}",
    "passphrase: 1234",
    f'{{"access_token":"{SECRET}","expires_in":3600}}',
    f'{{"refresh_token": "two {SECRET} words"}}',
    f"{{'client_secret': '{SECRET}'}}",
    json.dumps({"inner": json.dumps({"access_token": SECRET})}),
    f"access_token={SECRET}",
    f"next=%3Faccess_token%3D{SECRET}",
    f"GET /callback?code={SECRET}&state={SECRET}",
    f'{{"code": "{SECRET}abcdef"}}',
    f"token={SECRET}",
    "token=short",
    f'{{"token":"{SECRET}"}}',
    f"the token: {SECRET}",
    f"https://me:{SECRET}@office.example/x",
    f"seen eyJhbGciOiJSUzI1NiJ9.eyJuYmYiOjE2fQ.{SECRET} there",
]


@pytest.mark.parametrize("text", TEXTS)
def test_unknown_secrets_are_hidden_by_their_form(text: str) -> None:
    hidden = redacted(text)
    assert HIDDEN in hidden
    for secret in (SECRET, "1234", "short", "eyJhbGci"):
        assert secret not in hidden
    assert redacted(hidden) == hidden


ORDINARY = [
    "HTTP 503, status code: 503. The state: open.",
    "Error code=610 Object Not Found",
    '{"Fault":{"Error":[{"Message":"Invalid query","code":"4000","Detail":"state: TX"}]}}',
    '{"code": 4000, "state": "Texas", "Code": "AuthenticationFailed"}',
    "the token: expired",
    "no secret: it is known",
    '{"access_token": null}',
    "Authorization failed for user 7",
    "Basic understanding of bearer certificates is needed",
    "(missing_token) Missing access token parameter.",
    "certificate verify failed: self-signed certificate (_ssl.c:1006)",
    "a request to https://office.example:443/v3/company/4620816365/query?minorversion=75",
    "invoice 10/2024-0017 of 4 March, 1,250.00 EUR",
    "The password of this file is asked for when it is opened.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_and_json_stay_as_they_are(text: str) -> None:
    """An error's code is what support asks for first."""
    assert redacted(text) == text


def test_what_stands_around_a_secret_stays() -> None:
    text = f'{{"access_token":"{SECRET}","expires_in":3600,"code":"4000"}}'
    assert json.loads(redacted(text)) == {"access_token": HIDDEN, "expires_in": 3600, "code": "4000"}
    assert redacted(f"GET /x?realmId=46&code={SECRET}&n=1 404") == f"GET /x?realmId=46&code={HIDDEN}&n=1 404"


def test_any_text_may_be_remembered() -> None:
    remember_secret("half a letter \ud800 is no reason to fail")


def test_short_values_are_not_remembered() -> None:
    """A short one would hide ordinary words all over a text."""
    remember_secret("note")
    assert redacted("a note on it") == "a note on it"


@given(
    before=st.text(max_size=20),
    value=st.text(st.characters(exclude_categories=("Cs",)), min_size=12, max_size=40),
    after=st.text(max_size=20),
)
def test_known_values_are_hidden_in_every_spelling(before: str, value: str, after: str) -> None:
    """As it is, in an address, in a form, in JSON, and wherever it stands."""
    unlikely = f"Zq{value}7kX"
    remember_secret(unlikely)
    for spelling in (unlikely, quote(unlikely, safe=""), json.dumps(unlikely), urlencode({"x": unlikely})):
        assert spelling.strip('"').removeprefix("x=") not in redacted(f"{before}{spelling}{after}")
