"""Secrets: kept in the system's password store and nowhere else, never in clear text (D17). Called by
app/wiring.py."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode

from syncdesk.model.errors import SetupError
from syncdesk.model.job import Check
from syncdesk.settings.secret_file import PASSPHRASE_VARIABLE, LongSecrets

_USER = "SyncDesk"
# Characters: the store of Windows takes 2560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE) of UTF-16. The same limit
# is kept everywhere, so that the same way is used and tested everywhere.
LONGEST = 1200
_LONG = "syncdesk-key:"  # begins what the store keeps of a longer secret
_REMEDY = (
    "Unlock or set up the password store of this system (Windows: Credential Manager; macOS: Keychain; "
    "Linux: GNOME Keyring or KWallet) and try again. Where there is none, set the environment variable "
    f"{PASSPHRASE_VARIABLE} to a passphrase of your choice: secrets are then kept in a file encrypted with "
    "it."
)
_LOGIN = re.compile(r"(?P<start>[\w+.-]+://[^:/@?]*):(?P<rest>.*)", re.DOTALL)
_PASSWORD_KEYS = {"password", "passwd", "pwd"}


class KeyringSecrets:
    """The SecretStore port over the system's password store. One service name for each secret: Windows keeps
    only one user for each. Longer texts than it takes lie encrypted in `folder`, their keys in the store.

    Raises SetupError where there is no store, it stays locked, or it would keep secrets in clear text.
    """

    def __init__(self, folder: Path) -> None:
        self._long = LongSecrets(folder)

    def get(self, name: str) -> str | None:
        """The secret of this name, None if there is none; none, too, where no store was ever there to keep
        it."""
        with _store() as keyring:
            if _is_absent(keyring.get_keyring()):
                return None
            secret: str | None = keyring.get_password(_service(name), _USER)
        if secret is not None and secret.startswith(_LONG):
            return self._long.take(name, secret.removeprefix(_LONG))
        return secret

    def set(self, name: str, value: str) -> None:
        """Keep the secret, over any earlier one, and see that it was kept."""
        with _store() as keyring:
            _refuse_unsafe(keyring.get_keyring())
            is_long = len(value) > LONGEST or value.startswith(_LONG)
            kept = _LONG + self._long.put(name, value) if is_long else value
            keyring.set_password(_service(name), _USER, kept)
            if not is_long:
                self._long.drop(name)
            if keyring.get_password(_service(name), _USER) != kept:
                raise SetupError("The password store of this system did not keep the secret.", _REMEDY)

    def remove(self, name: str) -> None:
        """Forget the secret; no error if there is none."""
        with _store() as keyring:
            if _is_absent(keyring.get_keyring()):
                return
            if keyring.get_password(_service(name), _USER) is not None:
                keyring.delete_password(_service(name), _USER)
        self._long.drop(name)

    def check(self) -> Check:
        """Whether there is a safe place for secrets, and which."""
        try:
            with _store() as keyring:
                store = keyring.get_keyring()
                _refuse_unsafe(store)
                keyring.get_password(_service("check"), _USER)
                return Check(f"Passwords are kept in the password store of this system ({store.name}).", True)
        except SetupError as error:
            return Check.failed(error)


def split_password(url: str) -> tuple[str, str | None]:
    """A database address without its password, and the password (None if it holds none).

    The password is what follows 'user:' up to the '@' before the host, or a 'password' after the '?'. Raises
    SetupError for an ODBC connection text with a password inside, from which it cannot be taken out.
    """
    address, mark, query = url.partition("?")
    found = _LOGIN.fullmatch(address if "@" in address else url)
    if found and "@" in found["rest"]:
        if "@" not in address:  # the password itself holds a '?'
            mark = query = ""
        password, rest = _cut(found["rest"])
        return f"{found['start']}@{rest}{mark}{query}", unquote(password)
    pairs = parse_qsl(query, keep_blank_values=True)
    if any(key == "odbc_connect" and re.search(r"(?i)\bpwd\s*=", value) for key, value in pairs):
        raise SetupError(
            "The password stands inside an ODBC connection text, where it cannot be kept safely.",
            "Write the address as mssql+pyodbc://user:password@server/database?driver=... instead.",
            field="job_db",
        )
    secrets = [value for key, value in pairs if key.lower() in _PASSWORD_KEYS]
    if not secrets:
        return url, None
    kept = urlencode([(key, value) for key, value in pairs if key.lower() not in _PASSWORD_KEYS])
    return f"{address}?{kept}" if kept else address, secrets[-1]


def _cut(rest: str) -> tuple[str, str]:
    """Cut at the '@' before the host: the last one before the first '/', so that no piece of a password with
    an '@' in it stays behind; where a '/' comes earlier it belongs to the password, which then ends at the
    first '@'."""
    host_and_login, slash, path = rest.partition("/")
    if "@" in host_and_login:
        password, _, host = host_and_login.rpartition("@")
        return password, host + slash + path
    password, _, remainder = rest.partition("@")
    return password, remainder


def _service(name: str) -> str:
    return f"SyncDesk: {name}"


@contextmanager
def _store() -> Iterator[ModuleType]:
    # Imported here: the first import looks for stores over D-Bus and takes a tenth of a second that no start
    # needs.
    import keyring
    import keyring.errors

    try:
        yield keyring
    except keyring.errors.KeyringError as error:
        raise SetupError(
            "The password store of this system cannot be used.", _REMEDY, f"{type(error).__name__}: {error}"
        ) from error


def _is_absent(store: Any) -> bool:
    return type(store).__module__ in ("keyring.backends.fail", "keyring.backends.null")


def _refuse_unsafe(store: Any) -> None:
    """Refuse a store that is none, and the clear-text files of keyrings.alt, which puts itself forward as
    soon as it is installed."""
    for one in (store, *getattr(store, "backends", ())):
        if _is_absent(one) or type(one).__module__.startswith("keyrings.alt"):
            raise SetupError("This system has no password store that is safe.", _REMEDY, type(one).__module__)
