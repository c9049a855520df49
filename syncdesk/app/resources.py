"""Finds the files that travel with SyncDesk, such as icons and the sample company, for app and ui.

In a checkout they lie in the top-level folder `resources`; in an installed or frozen SyncDesk the build has
put that same folder inside the package (see `force-include` in pyproject.toml).
"""

from pathlib import Path

import syncdesk
from syncdesk.model.errors import SetupError


def resource(name: str) -> Path:
    """The path of a file or folder below `resources`, such as `demo/sample.gnucash`.

    Raises SetupError if it is not there, which means that the installation is incomplete.
    """
    package = Path(syncdesk.__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / name).exists():
            return folder / name
    raise SetupError(
        title=f"A part of SyncDesk is missing: {name}",
        remedy="Install SyncDesk again; your settings and your history stay as they are.",
        detail=f"looked in {package / 'resources'} and {package.parent / 'resources'}",
    )
