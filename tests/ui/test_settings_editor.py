"""Editing one connection: fields from the kind of books, guess, Test, Save, errors at the field (UX-7)."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from syncdesk.app.views import MappingGuess
from syncdesk.model.connection import Connection, Policy
from syncdesk.model.errors import FatalError, SetupError
from syncdesk.model.job import JobMapping
from syncdesk.ui.settings_editor import ConnectionEditor
from syncdesk.ui.settings_fields import FileField, job_database_address, job_database_text
from syncdesk.ui.worker import Worker
from tests.ui.settings_samples import CLOUD, EMPTY_GUESS, GNUCASH, OTHER_MAPPING, SettingsDesk

LEFT = Qt.MouseButton.LeftButton
# What the off-screen platform cannot do for a list that pops up.
POPUP = pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", extend=True)


@pytest.fixture
def desk() -> SettingsDesk:
    return SettingsDesk("Northgate")


def open_editor(qtbot: QtBot, worker: Worker, desk: SettingsDesk, connection: Connection) -> ConnectionEditor:
    made = ConnectionEditor(desk, worker, desk.kinds(), connection)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(900, 760)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: bool(desk.guessed) and made.form.mapping.table.count() > 2)
    return made


def stored(qtbot: QtBot, worker: Worker, desk: SettingsDesk, **changes: object) -> ConnectionEditor:
    connection = replace(desk.connections[0], **changes)  # type: ignore[arg-type]
    desk.connections = [connection]
    return open_editor(qtbot, worker, desk, connection)


def choose_table(qtbot: QtBot, editor: ConnectionEditor, part: str) -> None:
    """Type a part of a table's name and take what is offered."""
    table = editor.form.mapping.table
    line = table.lineEdit()
    assert line is not None
    table.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, part)
    completer = table.completer()
    popup = completer.popup()
    qtbot.waitUntil(popup.isVisible, timeout=20000)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)


def pick(choice: QComboBox, value: str) -> None:
    """Choose an entry as a person does."""
    place = choice.findData(value)
    assert place >= 0
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def source_line(editor: ConnectionEditor, key: str) -> QLineEdit:
    line = editor.form.findChild(QLineEdit, f"settings-{key}")
    assert line is not None
    return line


def test_a_stored_connection_is_shown_as_it_is_and_not_changed(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk, policy=Policy.KEEP, credits_close=False)
    assert editor.form.rules.policy.value == "keep"
    assert editor.form.rules.credits.value == "no"
    assert editor.form.rules.time_zone.value == "Europe/London"
    assert editor.form.job_db.text == "/jobs/jobs.sqlite"
    assert editor.form.mapping.mapping() == desk.connections[0].mapping
    assert not editor.has_changes
    assert not editor.save_button.isEnabled()


def test_only_what_was_changed_changes(qtbot: QtBot, worker: Worker, desk: SettingsDesk) -> None:
    mapping = replace(desk.connections[0].mapping, where="kind = 1", amount_format="text")
    editor = stored(qtbot, worker, desk, mapping=mapping, lock_date=date(2025, 12, 31))
    qtbot.keyClicks(editor.form.name, " Ltd")
    with qtbot.waitSignal(editor.saved) as saved:
        qtbot.mouseClick(editor.save_button, LEFT)
    assert saved.args == ["Northgate Ltd"]
    draft = desk.drafts[-1]
    assert draft.mapping == mapping
    assert draft.settings is not None
    assert draft.settings["lock_date"] == "2025-12-31"
    assert draft.time_zone == "Europe/London"


def test_a_compound_key_stays_whole(qtbot: QtBot, worker: Worker, desk: SettingsDesk) -> None:
    editor = stored(qtbot, worker, desk, mapping=OTHER_MAPPING)
    assert editor.form.mapping.key.value == ("a", "b")
    assert editor.form.mapping.mapping() == OTHER_MAPPING


def test_the_form_is_made_from_the_fields_the_kind_declares(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    assert isinstance(source_line(editor, "path").parent(), FileField)
    assert editor.form.books.limits.text() == GNUCASH.limits
    editor.form.kind.setFocus()
    qtbot.keyClick(editor.form.kind, Qt.Key.Key_Down)
    assert editor.form.kind.value == CLOUD.kind
    assert source_line(editor, "client_secret").echoMode() is QLineEdit.EchoMode.Password
    assert source_line(editor, "api_base").text() == "https://api.example"
    assert "Company id, Secret" in editor.hint.text()
    assert not editor.form.books.limits.isVisible()
    qtbot.keyClicks(source_line(editor, "tenant_id"), "42")
    assert editor.form.source == {"tenant_id": "42", "client_secret": "", "api_base": "https://api.example"}


def test_browse_takes_a_file(qtbot: QtBot, worker: Worker, desk: SettingsDesk, tmp_path: object) -> None:
    from pathlib import Path

    book = Path(str(tmp_path)) / "book.gnucash"
    book.touch()
    editor = stored(qtbot, worker, desk)
    button = editor.form.findChild(QWidget, "settings-path-browse")
    assert button is not None
    assert button.accessibleName() == "Browse for GnuCash book"
    qtbot.mouseClick(button, LEFT)
    dialog = editor.findChild(QFileDialog, "settings-path-dialog")
    assert dialog is not None
    dialog.selectFile(str(book))
    dialog.accept()
    qtbot.waitUntil(lambda: source_line(editor, "path").text() == str(book))


def test_a_fault_of_the_job_database_is_told_at_its_field(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    desk.guess = SetupError("There is no file '/x'.", "Choose another.", field="job_db")
    editor.form.job_db.file.line.clear()
    qtbot.keyClicks(editor.form.job_db.file.line, "/x")
    qtbot.waitUntil(lambda: "job_db" in editor.form.errors(), timeout=5000)
    assert editor.form.errors()["job_db"] == "There is no file '/x'. Choose another."
    assert "There is no file" in editor.form.job_db.file.line.accessibleDescription()
    desk.guess = SettingsDesk().guess
    qtbot.keyClicks(editor.form.job_db.file.line, "y")
    qtbot.waitUntil(lambda: "job_db" not in editor.form.errors(), timeout=5000)


@POPUP
def test_a_database_without_a_fitting_table_lets_a_person_choose(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    desk.guess = EMPTY_GUESS
    editor.form.job_db.file.line.clear()
    qtbot.keyClicks(editor.form.job_db.file.line, "/jobs.sqlite")
    mapping = editor.form.mapping
    qtbot.waitUntil(lambda: mapping.table.count() == 1, timeout=20000)
    assert "No table looks like a list of invoices." in mapping.doubts.words
    choose_table(qtbot, editor, "customers")
    qtbot.waitUntil(lambda: mapping.choices["number"].count() == 5, timeout=20000)
    chosen = {"number": "job_no", "paid_amount": "received", "date_paid": "received_on"}
    for name, column in chosen.items():
        pick(mapping.choices[name], column)
    assert mapping.mapping() is None
    assert editor.has_changes
    pick(mapping.key.parts[0], "code")  # type: ignore[arg-type]
    assert mapping.mapping() == JobMapping(table="customers", key=("code",), **chosen)  # type: ignore[arg-type]


@POPUP
def test_the_columns_of_another_table_are_read_and_nothing_is_carried_over(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    choose_table(qtbot, editor, "job")
    mapping = editor.form.mapping
    qtbot.waitUntil(lambda: "lacks Date Paid" in mapping.doubts.words, timeout=20000)
    assert mapping.table.value == "jobs"
    assert mapping.mapping() is None
    assert editor.has_changes
    choose_table(qtbot, editor, "invoices")
    qtbot.waitUntil(lambda: mapping.mapping() is not None, timeout=20000)
    assert mapping.mapping() == desk.guess.mapping  # type: ignore[union-attr]


def test_the_number_rule_is_shown_by_an_example(qtbot: QtBot, worker: Worker, desk: SettingsDesk) -> None:
    editor = stored(qtbot, worker, desk)
    mapping = editor.form.mapping
    qtbot.keyClicks(mapping.prefix, "INV-")
    qtbot.keyClicks(mapping.job_prefix, "J")
    mapping.pad.setValue(6)
    assert mapping.example.text() == "Job invoice J1042 is INV-001042 in the books."


def test_test_writes_nothing_and_shows_each_check_at_its_field(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    qtbot.mouseClick(editor.test_button, LEFT)
    qtbot.waitUntil(lambda: "Some things need attention" in editor.checks.words)
    assert editor.checks.words.splitlines() == [
        "Some things need attention. Nothing was written.",
        "Fails: The column 'paid_amount' is too narrow. Make it NUMERIC(12, 2).",
        "Holds: The book of Northgate Removals can be read: 152 invoices.",
    ]
    assert editor.form.errors() == {
        "paid_amount": "The column 'paid_amount' is too narrow. Make it NUMERIC(12, 2)."
    }
    assert desk.drafts == []
    assert len(desk.tested) == 1
    desk.checks = desk.checks[:1]
    qtbot.mouseClick(editor.test_button, LEFT)
    qtbot.waitUntil(lambda: "Everything holds" in editor.checks.words)
    assert editor.form.errors() == {}


def test_ux7_an_error_of_saving_is_told_at_its_field_with_the_cursor_there(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    qtbot.keyClicks(editor.form.name, "x")
    desk.failure = SetupError("There is another connection of this name.", "Choose another.", field="name")
    qtbot.mouseClick(editor.save_button, LEFT)
    qtbot.waitUntil(lambda: "name" in editor.form.errors())
    assert editor.form.name.hasFocus()
    assert editor.save_button.isEnabled()
    assert not editor.error.isVisible()
    desk.failure = FatalError("The disk is full.", "Make room.")
    qtbot.mouseClick(editor.save_button, LEFT)
    qtbot.waitUntil(editor.error.isVisible)
    assert editor.form.errors() == {}


def test_return_saves_and_does_what_the_button_with_the_cursor_says(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    qtbot.keyClicks(editor.form.name, "x")
    editor.cancel_button.setFocus()
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor.cancel_button, Qt.Key.Key_Return)
    assert desk.drafts == []
    editor.form.name.setFocus()
    with qtbot.waitSignal(editor.saved):
        qtbot.keyClick(editor.form.name, Qt.Key.Key_Return)


def test_a_time_zone_is_found_by_a_part_of_its_name(qtbot: QtBot, worker: Worker, desk: SettingsDesk) -> None:
    editor = stored(qtbot, worker, desk)
    zone = editor.form.rules.time_zone
    completer = zone.completer()
    assert completer is not None
    completer.setCompletionPrefix("new york".replace(" ", "_"))
    assert completer.currentCompletion() == "America/New_York"
    zone.setEditText("Europe/Londn")
    assert "time_zone" in editor.form.errors()
    assert not editor.save_button.isEnabled()
    zone.setEditText("america/new york")
    assert zone.value == "America/New_York"
    assert "time_zone" not in editor.form.errors()
    zone.setCurrentIndex(0)
    assert zone.value == ""


def test_scrolling_the_form_changes_no_setting(qtbot: QtBot, worker: Worker, desk: SettingsDesk) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    editor = stored(qtbot, worker, desk)
    policy = editor.form.rules.policy
    policy.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        policy.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(policy, wheel)
    assert policy.value == "ask"


def test_a_late_guess_for_another_database_is_not_taken(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    before = editor.form.mapping.mapping()
    late = MappingGuess(OTHER_MAPPING, (), ("old",), ("a", "b"), "old")
    editor.live._guessed(("sqlite:////elsewhere", False, late))
    assert editor.form.mapping.mapping() == before


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("/jobs/my jobs.sqlite", "sqlite:////jobs/my jobs.sqlite"),
        ("postgresql://me@server/jobs", "postgresql://me@server/jobs"),
        ("", ""),
    ],
)
def test_a_file_or_an_address_names_the_job_database(text: str, address: str) -> None:
    assert job_database_address(text) == address
    assert job_database_text(address) == text


def test_a_file_that_does_not_begin_at_the_root_is_made_whole() -> None:
    assert job_database_address("jobs.sqlite").startswith("sqlite:///")
    assert job_database_address("jobs.sqlite").endswith("/jobs.sqlite")


def test_a_stored_mapping_is_whole_before_the_job_database_was_looked_at(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    desk.guess = SetupError("There is no file '/jobs/jobs.sqlite'.", "Choose another.", field="job_db")
    made = ConnectionEditor(desk, worker, desk.kinds(), desk.connections[0])  # type: ignore[arg-type]
    qtbot.addWidget(made)
    assert made.form.mapping.mapping() == desk.connections[0].mapping
    qtbot.waitUntil(lambda: "job_db" in made.form.errors())
    assert made.form.mapping.mapping() == desk.connections[0].mapping


def test_ux11_tab_goes_down_the_form_and_then_to_the_buttons(
    qtbot: QtBot, worker: Worker, desk: SettingsDesk
) -> None:
    editor = stored(qtbot, worker, desk)
    editor.form.kind.setCurrentIndex(1)
    editor.form.kind.setCurrentIndex(0)
    qtbot.waitUntil(lambda: editor.form.books.editors["path"].isVisible())
    qtbot.waitUntil(editor.form.mapping.sample.table.isVisible, timeout=20000)
    editor.form.name.setFocus()
    stops = []
    while len(stops) < 60 and (not stops or editor.focusWidget() is not stops[0]):
        stops.append(editor.focusWidget())
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
    inside = [stop for stop in stops if editor.form.isAncestorOf(stop)]
    places = [
        (stop.mapTo(editor.form, stop.rect().center()).y(), stop.mapTo(editor.form, stop.rect().center()).x())
        for stop in inside
    ]
    assert len(inside) == 35
    assert places == sorted(places)
    assert stops[: len(inside)] == inside
