"""The window as a screen reader meets it: through the accessibility tree alone (UX-10, UX-11, UX-12)."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk

Role = QAccessible.Role
Node = QAccessibleInterface
LISTS = (Role.Table, Role.List)
PRESS = QAccessibleActionInterface.pressAction()


@pytest.fixture
def window(qtbot: QtBot, worker: Worker) -> Iterator[MainWindow]:
    made = MainWindow(FakeDesk(has_applied_run=False, watermark=None), worker)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitUntil(lambda: made.bar.has_read and not worker.is_busy)
    yield made
    worker.stop_run()
    qtbot.waitUntil(lambda: not worker.is_busy)
    made.close()


def nodes(node: Node, inside_lists: bool = False) -> Iterator[Node]:
    """The visible part of the tree, in its order; cells only if wanted."""
    if not node.isValid() or node.state().invisible:
        return
    yield node
    if node.role() in LISTS and not inside_lists:
        return
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None:
            yield from nodes(child, inside_lists)


def tree(window: MainWindow) -> list[Node]:
    QApplication.processEvents()
    return list(nodes(QAccessible.queryAccessibleInterface(window)))


def name(node: Node) -> str:
    return node.text(QAccessible.Text.Name).replace("&", "")


def find(window: MainWindow, role: Role, called: str) -> Node:
    found = [node for node in tree(window) if node.role() is role and name(node) == called]
    assert len(found) == 1, (called, [(n.role().name, name(n)) for n in tree(window) if n.state().focusable])
    return found[0]


def press(window: MainWindow, role: Role, called: str) -> None:
    node = find(window, role, called)
    assert not node.state().disabled, called
    action = node.actionInterface()
    assert PRESS in action.actionNames()
    action.doAction(PRESS)


def go_to(window: MainWindow, qtbot: QtBot, worker: Worker, page: str) -> None:
    press(window, Role.PageTab, page)
    qtbot.waitUntil(lambda: not worker.is_busy)


PAGES = [
    "Update Invoice Payments",
    "Invoice Search",
    "History",
    "Waiting (3)",
    "Compare",
    "Overview",
    "Settings",
]


@pytest.mark.parametrize("page", PAGES)
def test_ux12_whatever_takes_the_focus_has_a_name_and_a_role(
    qtbot: QtBot, window: MainWindow, worker: Worker, page: str
) -> None:
    go_to(window, qtbot, worker, page)
    reached = [node for node in tree(window) if node.state().focusable and not node.state().disabled]
    assert len(reached) >= 8
    nameless = [node.role().name for node in reached if not name(node)]
    assert nameless == []
    vague = [
        name(node) for node in reached if node.role() in (Role.NoRole, Role.Client) and name(node) != "Pages"
    ]
    assert [text for text in vague if text not in CHARTS] == []


CHARTS = ("Cash received per week", "Outstanding by age")  # drawn by hand; each has its table beside it


def labels(node: Node) -> list[str]:
    """What a node is labelled by: Qt gives a chooser's present value as its name where there is a label."""
    return [name(other) for other, kind in node.relations() if kind & QAccessible.RelationFlag.Label]


def test_ux12_choosers_are_called_what_they_choose_and_say_what_is_chosen(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    go_to(window, qtbot, worker, "Invoice Search")
    choosers = {name(node): labels(node) for node in tree(window) if node.role() is Role.ComboBox}
    assert choosers == {"Northgate Heating": ["Connection:"], "All invoices": ["State:"]}


def test_ux11_a_run_from_preview_to_result_without_eyes_or_mouse(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    """Start dates are read with the day they mean; the result is heard, and each cell with its column."""
    start = next(n for n in tree(window) if n.role() is Role.RadioButton and name(n) == "Past Week")
    assert "3 April 2026" in start.text(QAccessible.Text.Description)
    desk: Any = window.update_tab._desk
    with qtbot.waitSignal(window.update_tab.run_finished):
        press(window, Role.Button, "Run Sync")
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert desk.requests[-1].preview  # the first run looks first
    said = [name(node) for node in tree(window)]
    assert any("would be written" in text for text in said)
    table = next(n for n in tree(window) if n.role() is Role.Table)
    cells = [name(node) for node in nodes(table, inside_lists=True)]
    assert any(cell.startswith("Result: ") for cell in cells)
    assert any(cell.startswith("Paid Amount: was ") for cell in cells)
    with qtbot.waitSignal(window.update_tab.run_finished):
        press(window, Role.Button, "Write These 14 Changes")
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert not desk.requests[-1].preview
    assert any("14 invoices brought up to date" in name(node) for node in tree(window))


def test_ux11_an_invoice_is_found_explained_and_left_again(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    go_to(window, qtbot, worker, "Invoice Search")
    field = find(window, Role.EditableText, "Search invoices")
    field.setText(QAccessible.Text.Value, "NG-1004")
    qtbot.waitUntil(lambda: any(name(n) == "1 of 160 invoices" for n in tree(window)))
    table = find(window, Role.Table, "Invoices of the job database")
    cells = [name(node) for node in nodes(table, inside_lists=True)]
    assert "Number: NG-1004" in cells
    assert any(cell.startswith("State: ") for cell in cells)
    press(window, Role.Button, "Explain")
    qtbot.waitUntil(lambda: "NG-1004" in [name(node) for node in tree(window)])
    qtbot.waitUntil(lambda: not worker.is_busy)
    said = [name(node) for node in tree(window)]
    assert any(text.startswith("Total: ") and "Paid Amount: " in text for text in said)
    press(window, Role.Button, "Close")
    qtbot.waitUntil(lambda: "History of this invoice" not in [name(node) for node in tree(window)])


def test_a_wrong_search_is_told_at_its_field(qtbot: QtBot, window: MainWindow, worker: Worker) -> None:
    go_to(window, qtbot, worker, "Invoice Search")
    find(window, Role.EditableText, "Search invoices").setText(QAccessible.Text.Value, "colour:red")
    qtbot.waitUntil(
        lambda: (
            "no field 'colour'"
            in find(window, Role.EditableText, "Search invoices").text(QAccessible.Text.Description)
        )
    )


def test_ux12_lines_of_the_overview_are_heard_with_their_buttons(
    qtbot: QtBot, window: MainWindow, worker: Worker
) -> None:
    go_to(window, qtbot, worker, "Overview")
    button = next(n for n in tree(window) if n.role() is Role.Button and name(n) == "Show Them")
    assert "rows waiting" in button.text(QAccessible.Text.Description)
    for chart in CHARTS:
        assert [n.role() for n in tree(window) if name(n) == chart].count(Role.Table) == 1
