"""The tab Settings: first start, adding, changing and removing a connection, by real clicks and keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from syncdesk.model.errors import FatalError
from syncdesk.ui.assistant import Assistant
from syncdesk.ui.settings_editor import ConnectionEditor
from syncdesk.ui.settings_list import RemoveQuestion
from syncdesk.ui.settings_tab import SettingsTab
from syncdesk.ui.worker import Worker
from tests.ui.settings_samples import SettingsDesk

LEFT = Qt.MouseButton.LeftButton


def open_tab(qtbot: QtBot, worker: Worker, desk: SettingsDesk, name: str | None = None) -> SettingsTab:
    tab = SettingsTab(desk, worker)  # type: ignore[arg-type]
    qtbot.addWidget(tab)
    tab.resize(1180, 760)
    tab.show()
    qtbot.waitExposed(tab)
    tab.show_connection(name)
    qtbot.waitUntil(lambda: tab.first.isVisible() or tab.place.editor is not None)
    return tab


def editor(tab: SettingsTab) -> ConnectionEditor:
    assert tab.place.editor is not None
    return tab.place.editor


def names(tab: SettingsTab) -> list[str]:
    return [tab.side.list.item(row).text() for row in range(tab.side.list.count())]


def assistant(tab: SettingsTab) -> Assistant:
    """The assistant that is shown."""
    page = tab.place.editor
    assert isinstance(page, Assistant)
    return page


def fill_in(qtbot: QtBot, tab: SettingsTab) -> Assistant:
    """Go through the steps of a new connection up to its last one, typing what is asked for."""
    page = assistant(tab)
    first = page.books.group.button(0)
    assert first is not None
    first.setChecked(True)
    qtbot.mouseClick(page.next_button, LEFT)
    qtbot.keyClicks(page.fields.fields.editors["path"].line, "/books/northgate.gnucash")  # type: ignore[union-attr]
    qtbot.mouseClick(page.next_button, LEFT)
    qtbot.keyClicks(page.jobs.job_db.file.line, "/jobs/jobs.sqlite")
    qtbot.waitUntil(lambda: page.jobs.mapping.mapping() is not None, timeout=5000)
    return page


def test_ux1_the_first_start_offers_the_sample_company(qtbot: QtBot, worker: Worker) -> None:
    desk = SettingsDesk()
    tab = open_tab(qtbot, worker, desk)
    assert tab.first.isVisible()
    assert not tab.side.isVisible()
    with qtbot.waitSignal(tab.connections_changed) as changed:
        qtbot.mouseClick(tab.first.sample_button, LEFT)
    assert changed.args == ["Sample company"]
    qtbot.waitUntil(lambda: names(tab) == ["Sample company"])
    assert editor(tab).title.text() == "Sample company"


def test_ux1_a_failing_sample_company_says_why(qtbot: QtBot, worker: Worker) -> None:
    desk = SettingsDesk()

    def full() -> str:
        raise FatalError("The disk is full.", "Make room.")

    desk.prepare_demo = full  # type: ignore[method-assign]
    tab = open_tab(qtbot, worker, desk)
    qtbot.mouseClick(tab.first.sample_button, LEFT)
    qtbot.waitUntil(tab.error.isVisible)
    assert tab.first.isEnabled()


def test_a_connection_is_added_with_the_guessed_mapping_confirmed(qtbot: QtBot, worker: Worker) -> None:
    desk = SettingsDesk()
    tab = open_tab(qtbot, worker, desk)
    desk.checks = desk.checks[:1]
    qtbot.mouseClick(tab.first.own_button, LEFT)
    assert not assistant(tab).next_button.isEnabled()
    page = fill_in(qtbot, tab)
    assert desk.guessed[-1] == "sqlite:////jobs/jobs.sqlite"
    assert page.jobs.mapping.doubts.isVisible()
    assert "Two columns could hold the total" in page.jobs.mapping.doubts.words
    qtbot.mouseClick(page.next_button, LEFT)
    qtbot.waitUntil(page.next_button.isEnabled)
    page.check.name.setText("Northgate Removals")
    with qtbot.waitSignal(tab.connections_changed) as changed:
        qtbot.mouseClick(page.next_button, LEFT)
    assert changed.args == ["Northgate Removals"]
    draft = desk.drafts[-1]
    assert draft.source == {"path": "/books/northgate.gnucash"}
    assert draft.job_db == "sqlite:////jobs/jobs.sqlite"
    assert draft.mapping is not None
    assert (draft.mapping.total, draft.mapping.numbers.prefix, draft.mapping.numbers.pad) == (
        "amount",
        "INV-",
        4,
    )
    assert (draft.policy, draft.time_zone) == ("ask", "")
    assert draft.settings == {
        "paid_amount_counts": "payments",
        "credits_close": "yes",
        "statuses": "",
        "lock_date": "",
    }
    assert page.done.title.text() == "'Northgate Removals' is connected"
    qtbot.waitUntil(lambda: names(tab) == ["Northgate Removals"])
    with qtbot.waitSignal(tab.preview_wanted) as wanted:
        qtbot.mouseClick(page.next_button, LEFT)
    assert wanted.args == ["Northgate Removals"]


def test_ux11_esc_loses_nothing(qtbot: QtBot, worker: Worker) -> None:
    tab = open_tab(qtbot, worker, SettingsDesk("Northgate", "Harbour"), "Northgate")
    before = editor(tab)
    qtbot.keyClicks(before.form.name, " Ltd")
    qtbot.keyClick(before.form.name, Qt.Key.Key_Escape)
    assert not before.isVisible()
    assert editor(tab).form.name.value == "Northgate"
    assert "The changes to Northgate Ltd are not saved" in tab.banner.words
    assert tab.side.list.hasFocus()
    qtbot.mouseClick(tab.take_up_button, LEFT)
    assert editor(tab) is before
    assert before.form.name.value == "Northgate Ltd"
    assert before.save_button.isEnabled()
    assert not tab.banner.isVisible()


def test_choosing_another_connection_sets_changes_aside(qtbot: QtBot, worker: Worker) -> None:
    tab = open_tab(qtbot, worker, SettingsDesk("Northgate", "Harbour"), "Northgate")
    qtbot.keyClicks(editor(tab).form.name, "!")
    tab.side.list.setFocus()
    qtbot.keyClick(tab.side.list, Qt.Key.Key_Down)
    assert editor(tab).title.text() == "Harbour"
    assert tab.banner.isVisible()
    qtbot.mouseClick(tab.take_up_button, LEFT)
    assert editor(tab).form.name.value == "Northgate!"
    assert tab.side.list.currentItem().text() == "Northgate"


def test_reading_again_does_not_disturb_what_is_being_edited(qtbot: QtBot, worker: Worker) -> None:
    desk = SettingsDesk("Northgate")
    tab = open_tab(qtbot, worker, desk, "Northgate")
    qtbot.keyClicks(editor(tab).form.name, "!")
    desk.connections += SettingsDesk("Harbour").connections
    tab.show_connection("Harbour")
    qtbot.waitUntil(lambda: names(tab) == ["Northgate", "Harbour"])
    assert editor(tab).form.name.value == "Northgate!"


def test_removing_asks_in_plain_words_and_keep_is_the_safe_answer(qtbot: QtBot, worker: Worker) -> None:
    desk = SettingsDesk("Northgate", "Harbour")
    tab = open_tab(qtbot, worker, desk, "Harbour")
    qtbot.mouseClick(tab.side.remove_button, LEFT)
    question = tab.findChild(RemoveQuestion)
    assert question is not None
    assert "Remove the connection 'Harbour'?" in question.text()
    assert "Nothing is touched in the books or in the job database" in question.informativeText()
    assert question.defaultButton().text() == "Keep"
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    qtbot.wait(0)
    assert desk.removed == []
    qtbot.mouseClick(tab.side.remove_button, LEFT)
    question = next(q for q in tab.findChildren(RemoveQuestion) if q.isVisible())
    with qtbot.waitSignal(tab.connections_changed):
        qtbot.mouseClick(next(b for b in question.buttons() if b.text() == "Remove"), LEFT)
    assert desk.removed == ["Harbour"]
    qtbot.waitUntil(lambda: names(tab) == ["Northgate"])
    assert "'Harbour' was removed. Books and job database were not touched." in tab.banner.words
    assert editor(tab).title.text() == "Northgate"


def test_removing_the_last_one_leads_back_to_the_first_start(qtbot: QtBot, worker: Worker) -> None:
    tab = open_tab(qtbot, worker, SettingsDesk("Northgate"), "Northgate")
    tab._removal.remove("Northgate")
    qtbot.waitUntil(tab.first.isVisible)
    assert tab.place.editor is None


def test_cancelling_the_first_connection_leads_back_to_the_first_start(qtbot: QtBot, worker: Worker) -> None:
    tab = open_tab(qtbot, worker, SettingsDesk())
    qtbot.mouseClick(tab.first.own_button, LEFT)
    qtbot.mouseClick(assistant(tab).leave_button, LEFT)
    assert tab.first.isVisible()
    assert not tab.banner.isVisible()


def test_an_error_while_reading_is_shown(qtbot: QtBot, worker: Worker) -> None:
    desk = SettingsDesk("Northgate")
    tab = open_tab(qtbot, worker, desk, "Northgate")

    def broken() -> object:
        raise FatalError("The settings are damaged.", "Restore them.")

    desk.states = broken  # type: ignore[assignment, method-assign]
    tab.refresh()
    qtbot.waitUntil(tab.error.isVisible)
    assert "The settings are damaged." in tab.error.accessibleName()


def test_ux12_every_control_has_a_name_and_every_chooser_a_label(qtbot: QtBot, worker: Worker) -> None:
    from PySide6.QtGui import QAccessible

    tab = open_tab(qtbot, worker, SettingsDesk("Northgate"), "Northgate")
    buddies = [label.buddy() for label in tab.findChildren(QLabel)]
    for widget in tab.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        inner = isinstance(widget.parent(), QComboBox) or widget.objectName().startswith("qt_")
        assert name or inner, (type(widget), widget.objectName())
        assert widget.objectName(), (type(widget), widget.parent().objectName())
        if isinstance(widget, QComboBox):
            assert widget in buddies, widget.objectName()


def test_what_was_set_aside_is_still_offered_after_another_is_saved(qtbot: QtBot, worker: Worker) -> None:
    tab = open_tab(qtbot, worker, SettingsDesk("Northgate", "Harbour"), "Northgate")
    qtbot.keyClicks(editor(tab).form.name, "!")
    tab.side.list.setCurrentRow(1)
    qtbot.keyClicks(editor(tab).form.name, " Ltd")
    with qtbot.waitSignal(tab.connections_changed):
        qtbot.mouseClick(editor(tab).save_button, LEFT)
    assert tab.banner.words == "'Harbour Ltd' is saved."
    qtbot.mouseClick(tab.take_up_button, LEFT)
    assert editor(tab).form.name.value == "Northgate!"


def test_reading_again_while_adding_leaves_nothing_chosen_that_could_be_removed(
    qtbot: QtBot, worker: Worker
) -> None:
    tab = open_tab(qtbot, worker, SettingsDesk("Northgate"), "Northgate")
    qtbot.mouseClick(tab.side.add_button, LEFT)
    assert not tab.side.remove_button.isEnabled()
    tab.side.list.clear()
    tab.refresh()
    qtbot.waitUntil(lambda: names(tab) == ["Northgate"])
    assert editor(tab).connection is None
    assert not tab.side.remove_button.isEnabled()
