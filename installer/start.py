"""Where a bundle begins."""

import os
import sys
from collections.abc import MutableMapping


def give_back_paths(environment: MutableMapping[str, str]) -> None:
    """Let programs started from here find the system's libraries and plugins again. A bundle made by
    PyInstaller points these variables into its own folder. For us they did their work when it began, but a
    browser, a file manager or `systemctl` that loads our libraries does not start."""
    for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        environment.pop(name, None)
    before = environment.pop("LD_LIBRARY_PATH_ORIG", "")
    if before:
        environment["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    from syncdesk.__main__ import main

    if sys.platform.startswith("linux"):
        give_back_paths(os.environ)
    sys.exit(main())
