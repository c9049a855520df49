"""Takes the picture in README.md: the real window after a real preview of the sample company.

.venv/bin/python -m tests.readme_picture
"""

import os
import sys
import tempfile
from pathlib import Path

PICTURE = Path(__file__).parent.parent / "resources" / "screenshots" / "update-light.png"


def main() -> int:
    """Copy the sample company to an empty home, preview it in the window and save what is seen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["SYNCDESK_HOME"] = home
        take_picture()
    return 0


def take_picture() -> None:
    """Open the window on the sample company, press Preview, wait, and save."""
    from PySide6.QtCore import QLocale

    from syncdesk.app.desk import open_desk
    from syncdesk.ui.main import make_application
    from syncdesk.ui.picture import settle
    from syncdesk.ui.theme import Theme, ThemeChoice
    from syncdesk.ui.window import MainWindow
    from syncdesk.ui.worker import Worker

    QLocale.setDefault(QLocale("en_GB"))
    app = make_application(["syncdesk"])
    theme = Theme(app, ThemeChoice.LIGHT, "Fusion")
    desk = open_desk()
    connection = desk.prepare_demo()
    worker = Worker()
    window = MainWindow(desk, worker, theme, connection)
    window.resize(1440, 800)
    window.show()
    settle(worker)
    window.update_tab.preview_button.click()
    settle(worker)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(PICTURE), "PNG")
    window.close()
    worker.leave()


if __name__ == "__main__":
    sys.exit(main())
