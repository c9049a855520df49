"""Help: Check Set-up with its cures, the support file that is seen before it is saved, whom to ask (CXQ-01,
BBK-53, BBK-54, S50-25, UX-26)."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from syncdesk.model.errors import SetupError
from syncdesk.model.job import Check
from syncdesk.model.sign_in import SIGN_IN
from syncdesk.ui.setup_check import SetupCheck
from syncdesk.ui.support_file import Contact, SupportFile
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk

LEFT = Qt.MouseButton.LeftButton
HOLDS = Check("The books can be read.", True)


def checked(qtbot: QtBot, worker: Worker, window: MainWindow) -> SetupCheck:
    window.findChild(QAction, "action-check").trigger()
    dialog = window.findChild(SetupCheck)
    assert dialog is not None
    qtbot.waitUntil(lambda: not worker.is_busy)
    return dialog


def test_bbk53_everything_that_holds_is_said_so(qtbot: QtBot, make: Any, worker: Worker) -> None:
    dialog = checked(qtbot, worker, make(FakeDesk(checks=(HOLDS,))))
    assert dialog.title.text() == "The set-up holds"
    assert dialog.words == ["Holds: The books can be read."]
    assert dialog.cures == {}


def test_cxq01_lines_keep_their_order_and_a_fault_has_its_remedy(
    qtbot: QtBot, make: Any, worker: Worker
) -> None:
    fault = Check("The table is gone.", False, "Choose it again.", "table", "raw text")
    hint = Check("Rows without an invoice: 3.", True, "See the number rule.", "not_in_books")
    dialog = checked(qtbot, worker, make(FakeDesk(checks=(HOLDS, fault, hint))))
    assert dialog.title.text() == "1 thing to put right"
    assert dialog.words == [
        "Holds: The books can be read.",
        "Fails: The table is gone. Choose it again.",
        "Worth knowing: Rows without an invoice: 3. See the number rule.",
    ]
    assert dialog.cures["table"].accessibleDescription() == dialog.words[1]


@pytest.mark.parametrize(
    ("field", "place", "button"),
    [
        ("waiting", "waiting_tab", "Show Waiting"),
        ("paid_not_here", "search_tab", "Show Them"),
        ("not_in_books", "search_tab", "Show Them"),
        ("first_run", "update_tab", "Preview First Run"),
        ("automatic", "settings_tab", "Open Settings"),
        ("job_db", "settings_tab", "Open Settings"),
        ("nobody knows", "settings_tab", "Open Settings"),
        (SIGN_IN, "settings_tab", "Reconnect"),
    ],
)
def test_bbk53_each_fault_has_the_button_that_cures_it(
    qtbot: QtBot, make: Any, worker: Worker, field: str, place: str, button: str
) -> None:
    window = make(FakeDesk(checks=(Check("It fails.", False, "Mend it.", field),)))
    dialog = checked(qtbot, worker, window)
    assert dialog.cures[field].text() == button
    qtbot.mouseClick(dialog.cures[field], LEFT)
    assert window.tabs.currentWidget() is getattr(window, place)
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_it_can_be_looked_at_again(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(checks=(Check("It fails.", False, "Mend it.", "job_db"),))
    dialog = checked(qtbot, worker, make(desk))
    desk.checks = (HOLDS,)
    qtbot.mouseClick(dialog.again_button, LEFT)
    qtbot.waitUntil(lambda: dialog.title.text() == "The set-up holds")
    desk.trouble = SetupError("The settings are damaged.", "Restore them.")
    qtbot.mouseClick(dialog.again_button, LEFT)
    qtbot.waitUntil(dialog.error.isVisible)


def test_ux26_the_support_file_is_seen_before_it_is_saved(
    qtbot: QtBot, make: Any, worker: Worker, tmp_path: Path
) -> None:
    window = make(FakeDesk())
    window.findChild(QAction, "action-support").trigger()
    dialog = window.findChild(SupportFile)
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert "all quiet" in dialog.text.toPlainText()
    dialog.text.setPlainText(dialog.text.toPlainText().replace("all quiet", "(taken out)"))
    dialog.save(str(tmp_path / "support.txt"))
    qtbot.waitUntil(lambda: "Saved as support.txt" in dialog.banner.words)
    saved = (tmp_path / "support.txt").read_text("utf-8")
    assert "(taken out)" in saved
    assert "all quiet" not in saved
    dialog.save(str(tmp_path / "gone" / "support.txt"))
    qtbot.waitUntil(dialog.error.isVisible)
    dialog.copy()
    assert "(taken out)" in QGuiApplication.clipboard().text()


def test_bbk54_help_offers_contact_and_feedback(
    qtbot: QtBot, make: Any, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S50-25: who helps is remembered; the message begins with the versions and goes nowhere by itself."""
    from PySide6.QtGui import QDesktopServices

    opened: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window = make(FakeDesk())
    window.findChild(QAction, "action-contact").trigger()
    dialog = window.findChild(Contact)
    qtbot.keyClicks(dialog.address, "help desk+sync@example.org")
    qtbot.mouseClick(dialog.write_button, LEFT)
    (url,) = opened
    parts = urlsplit(url.toString(url.ComponentFormattingOption.FullyEncoded))
    assert parts.scheme == "mailto"
    assert parts.path == "help%20desk+sync@example.org"
    said = parse_qs(parts.query)
    assert said["subject"][0].startswith("SyncDesk ")
    assert "What I expected:" in said["body"][0]
    qtbot.mouseClick(dialog.support_button, LEFT)
    assert window.findChild(SupportFile) is not None
    dialog.close()
    again = Contact(window)
    assert again.address.text() == "help desk+sync@example.org"
    qtbot.waitUntil(lambda: not worker.is_busy)
