"""Secrets in a file of ours, always encrypted: with a passphrase where a system has no password store, or
with a key from the store for what is too long for it (D17). Called by app/wiring.py and
settings/secrets.py."""

import json
import os
from collections.abc import Callable
from hashlib import scrypt, sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from filelock import FileLock, Timeout

from syncdesk.model.errors import RetryableError, SetupError
from syncdesk.model.job import Check
from syncdesk.settings.folders import make_folder, replace_file

PASSPHRASE_VARIABLE = "SYNCDESK_PASSPHRASE"

_VERSION = 1
_COST = {"n": 2**17, "r": 8, "p": 1, "maxmem": 2**28, "dklen": 32}  # 0.4 s and 128 MB for each guess
_NONCE = 12
_WAIT_SECONDS = 10


class PassphraseSecrets:
    """The SecretStore port over one file, encrypted with a passphrase that is asked for when it is first
    needed. Raises SetupError (no or another passphrase, damaged, no right) or RetryableError (in use)."""

    def __init__(self, file: Path, passphrase: Callable[[], str | None]) -> None:
        self._file, self._passphrase = file, passphrase
        self._keys: dict[bytes, bytes] = {}  # deriving a key is slow on purpose

    def get(self, name: str) -> str | None:
        """The secret of this name, None if there is none."""
        return self._read().get(name) if self._file.exists() else None

    def set(self, name: str, value: str) -> None:
        """Keep the secret, on the disk when this returns."""
        self._change(lambda secrets: secrets.__setitem__(name, value))

    def remove(self, name: str) -> None:
        """Forget the secret; no error if there is none."""
        if self.get(name) is not None:
            self._change(lambda secrets: secrets.pop(name, None))

    def check(self) -> Check:
        """Whether the file can be opened with the passphrase."""
        try:
            if self._file.exists():
                self._read()
            else:
                self._key(b"no file yet".ljust(16, b"."))
        except (SetupError, RetryableError) as error:
            return Check.failed(error)
        return Check(f"Passwords are kept in {self._file}, encrypted with your passphrase.", True)

    def _change(self, change: Callable[[dict[str, str]], object]) -> None:
        make_folder(self._file.parent)
        try:
            with FileLock(f"{self._file}.lock", timeout=_WAIT_SECONDS):
                secrets = self._read() if self._file.exists() else {}
                change(secrets)
                salt = os.urandom(16) if not self._file.exists() else self._parts()[0]
                text = json.dumps(secrets).encode("utf-8", "surrogatepass")
                sealed = seal(self._key(salt), text)
                replace_file(self._file, bytes([_VERSION]) + salt + sealed)
        except Timeout as error:
            raise RetryableError(
                f"The secrets file {self._file} is in use by another program.", "Try again in a moment."
            ) from error
        except OSError as error:
            raise self._unusable(error) from error

    def _read(self) -> dict[str, str]:
        salt, sealed = self._parts()
        try:
            text = unseal(self._key(salt), sealed)
        except InvalidTag:
            self._keys.clear()
            raise SetupError(
                "This is not the passphrase that the secrets were encrypted with.",
                f"Give the right one. If it is lost, move {self._file} aside and sign in again.",
            ) from None
        found: dict[str, str] = json.loads(text.decode("utf-8", "surrogatepass"))
        return found

    def _parts(self) -> tuple[bytes, bytes]:
        try:
            content = self._file.read_bytes()
        except OSError as error:
            raise self._unusable(error) from error
        if len(content) < 1 + 16 + _NONCE or content[0] != _VERSION:
            raise SetupError(
                f"The secrets file {self._file} cannot be read.",
                "It is damaged, or belongs to a newer SyncDesk. Move it aside and sign in again.",
            )
        return content[1:17], content[17:]

    def _key(self, salt: bytes) -> bytes:
        if salt not in self._keys:
            passphrase = self._passphrase()
            if not passphrase:
                raise SetupError(
                    "The secrets are encrypted with a passphrase, and it was not given.",
                    f"Set {PASSPHRASE_VARIABLE} for this program.",
                )
            self._keys[salt] = scrypt(passphrase.encode(), salt=salt, **_COST)
        return self._keys[salt]

    def _unusable(self, error: OSError) -> SetupError:
        return SetupError(
            f"The secrets file {self._file} cannot be used.",
            "Give yourself the right to read and write it, and check that the disk is not full.",
            str(error),
        )


class LongSecrets:
    """Texts that are too long for a password store: each in a file of its own, encrypted with a key that the
    store keeps."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, value: str) -> str:
        """Keep the text and give the key that belongs into the store. Raises SetupError."""
        key = AESGCM.generate_key(256)
        try:
            make_folder(self._folder)
            replace_file(self._path(name), seal(key, value.encode("utf-8", "surrogatepass")))
        except OSError as error:
            raise SetupError(
                f"A secret cannot be kept in {self._folder}.", "Check rights and free space.", str(error)
            ) from error
        return key.hex()

    def take(self, name: str, key: str) -> str | None:
        """The text of this key, None if its file is gone or another one."""
        try:
            sealed = self._path(name).read_bytes()
            return unseal(bytes.fromhex(key), sealed).decode("utf-8", "surrogatepass")
        except (OSError, InvalidTag, ValueError):
            return None

    def drop(self, name: str) -> None:
        """Forget the text; no error if there is none."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{sha256(name.encode()).hexdigest()[:32]}.bin"


def seal(key: bytes, text: bytes) -> bytes:
    """Encrypted and proof against changes, with its nonce in front."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, text, None)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """What :func:`seal` encrypted. Raises InvalidTag."""
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
