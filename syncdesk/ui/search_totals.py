"""The sums below Invoice Search: one line per currency, never added across currencies (UX-16)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from syncdesk.ui.notices import Panel
from syncdesk.ui.present import money_text, number_text
from syncdesk.ui.search_columns import column_titles
from syncdesk.ui.search_rows import SUMMED, Totals
from syncdesk.ui.theme import figures_font, larger_font

_SHOWN = 4
"""Currencies that get a line of their own; more would push the list away."""


class TotalsPanel(Panel):
    """Totals of the rows shown. Sums of figures that are not known for every row say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setObjectName("search-totals")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(2)
        self._labels: list[QLabel] = []
        self.hide()

    @property
    def words(self) -> str:
        """Everything it says, line by line."""
        return self.accessibleName()

    def show_totals(self, totals: Sequence[Totals]) -> None:
        """Show these sums; nothing at all when there are none."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        titles = column_titles()
        lines = []
        if totals:
            for place, name in enumerate(SUMMED, start=1):
                self._add(0, place, titles[name], heading=True)
        for line, total in enumerate(totals[:_SHOWN], start=1):
            lines.append(self._add_line(line, total))
        if len(totals) > _SHOWN:
            more = self.tr("More currencies: {count}").format(count=number_text(len(totals) - _SHOWN))
            self._add(_SHOWN + 1, 0, more, heading=True)
            lines.append(more)
        self._grid.setColumnStretch(len(SUMMED) + 1, 1)
        self.setAccessibleName("\n".join(lines))
        self.setVisible(bool(totals))

    def _add_line(self, line: int, total: Totals) -> str:
        titles = column_titles()
        currency = total.currency or self.tr("No currency")
        count = number_text(total.count)
        spoken = [self.tr("{currency} (invoices: {count})").format(currency=currency, count=count)]
        self._add(line, 0, spoken[0])
        for place, name in enumerate(SUMMED, start=1):
            text = money_text(total.sums[name], total.currency)
            if total.unknown[name] == total.count:
                text = self.tr("not known")
            elif total.unknown[name]:
                missing = number_text(total.unknown[name])
                text = self.tr("{sum} (not known: {count})").format(sum=text, count=missing)
            label = self._add(line, place, text)
            label.setObjectName(f"search-total-{name}-{total.currency or 'none'}")
            spoken.append(f"{titles[name]} {text}")
        return ", ".join(spoken)

    def _add(self, line: int, place: int, text: str, heading: bool = False) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if heading:
            label.setFont(larger_font(self.font(), 0.9))
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        else:
            label.setFont(larger_font(figures_font(self.font()), 1.0, bold=True))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(label, line, place)
        self._labels.append(label)
        return label
