"""Where SyncDesk keeps its own files on each system, and how one is replaced. Called by app/wiring.py and the
rooms of settings; the folders are made when first used."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from syncdesk.model.errors import SetupError

HOME_VARIABLE = "SYNCDESK_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """The places of settings, data (journal, leases, a secrets file) and logs. Nothing exists before
    :func:`make_folder`."""

    config: Path
    data: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        """The settings: connections and preferences."""
        return self.config / "settings.json"

    @property
    def journal_file(self) -> Path:
        """The journal, with its companions of the same name."""
        return self.data / "journal.sqlite"

    @property
    def secrets_file(self) -> Path:
        """Secrets encrypted with a passphrase, where there is no password store."""
        return self.data / "secrets.bin"

    @property
    def long_secrets(self) -> Path:
        """Secrets that are too long for the password store, encrypted with keys that it keeps."""
        return self.data / "secrets"

    @property
    def version_memory(self) -> Path:
        """What was learnt of newer versions of SyncDesk."""
        return self.data / "versions.json"

    @property
    def leases(self) -> Path:
        """One lock file for each connection."""
        return self.data / "leases"


def moved_home(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The one folder that SYNCDESK_HOME names, None where the state lies in the usual places."""
    home = environ.get(HOME_VARIABLE, "")
    return Path(home).expanduser().absolute() if home else None


def folders(environ: Mapping[str, str] = os.environ) -> Folders:
    """The folders of this person on this computer; SYNCDESK_HOME moves all of them into one."""
    root = moved_home(environ)
    if root is not None:
        return Folders(root, root, root / "logs")
    places = PlatformDirs(
        "SyncDesk", appauthor=False
    )  # %LOCALAPPDATA%\SyncDesk, with no folder of an author above it
    return Folders(places.user_config_path, places.user_data_path, places.user_log_path)


def make_folder(folder: Path) -> Path:
    """Make this folder, and those above it, for this user only; a folder that exists keeps its rights.

    Raises SetupError if it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(
            f"The folder {folder} cannot be made.",
            f"Give yourself the right to write there, or choose another folder with {HOME_VARIABLE}.",
            str(error),
        ) from error
    return folder


def replace_file(path: Path, content: bytes) -> None:
    """Put the content in place of the file, readable for this user only: at every moment, a power cut
    included, there is the old one or the new one. Raises OSError."""
    partial = path.with_name(path.name + ".partial")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
