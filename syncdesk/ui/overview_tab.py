"""The tab 'Overview': what needs a person now, how all companies stand side by side, and the money of the one
shown (UX-21). Made by the window. It only reads, on a lane, and while it is seen."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from syncdesk.app.overview import Company, Money, MoneyOverview, NeedKind, Slice
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.bar_chart import Bar, scale_of
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import EmptyPage, ErrorPanel, wrapped_label
from syncdesk.ui.overview_parts import ChartCard, NeedsList
from syncdesk.ui.overview_words import (
    age_label,
    company_columns,
    spoken,
    unknown_text,
    week_label,
    week_text,
)
from syncdesk.ui.present import money_text, number_text, plain_money
from syncdesk.ui.search_pane_parts import PaneTable, heading
from syncdesk.ui.tables import Column
from syncdesk.ui.tall_area import TallArea
from syncdesk.ui.theme import GAP, MARGIN, Tone, quieten
from syncdesk.ui.worker import Worker

translate = QCoreApplication.translate
_AGE_TONES = (Tone.INFORMATION, Tone.INFORMATION, Tone.WARNING, Tone.BAD)


class OverviewTab(QWidget):
    """Reads the companies, then the money of the one shown."""

    need_pressed = Signal(object)
    """The Need that the person wants to see to."""
    company_wanted = Signal(str)
    """The name of the company that the person wants shown."""
    invoices_wanted = Signal(str)
    """The search for the invoices behind a bar."""
    settings_wanted = Signal()

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview-tab")
        self._desk, self._worker = desk, worker
        self._name: str | None = None
        self._stale = True
        self._made: MoneyOverview | None = None
        self.error = ErrorPanel("overview-error", self)
        self.needs = NeedsList(self)
        self.companies = PaneTable("overview-companies", self.tr("Companies"), company_columns())
        self.currency = QComboBox(self)
        self.currency.setObjectName("overview-currency")
        self.currency.setAccessibleName(self.tr("Currency of the charts"))
        self.money_title = heading("", self)
        self.unknown = wrapped_label("overview-unknown", self)
        quieten(self.unknown)
        self.cash = ChartCard(
            "overview-cash",
            self.tr("Cash received per week"),
            self.tr("Paid Amounts by the week of their Date Paid. Part payments have no Date Paid yet."),
            _columns(self.tr("Week"), 180),
            self,
        )
        self.ageing = ChartCard(
            "overview-ageing",
            self.tr("Outstanding by age"),
            self.tr("What is still owed, by the days since the invoice's date in the job database."),
            _columns(self.tr("Days"), 90),
            self,
        )
        self.no_money = EmptyPage("overview-no-money", self)
        self.empty = EmptyPage("overview-empty", self)
        page = QWidget()
        self._lay_out(page)
        self._connect()

    # what the window calls

    def show_connection(self, name: str | None) -> None:
        """Show the money of this connection; None = there is none yet. Read when the tab is seen."""
        if name != self._name:
            self._name, self._made = name, None
            self._show_money()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read again, now or when the tab is next seen."""
        self._stale = True
        if self.isVisible():
            self._read()

    def copy_selection(self) -> None:
        """Copy the selected rows of the table that the person is in."""
        for table in (self.companies, self.cash.table, self.ageing.table):
            if table.hasFocus():
                table.copy_selection()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    # reading

    def _read(self) -> None:
        self._stale = False
        desk, name = self._desk, self._name
        self._worker.read(desk.standing, self._companies_known, self._failed, "overview-companies")
        if name is not None:
            self._worker.read(lambda: desk.money(name), self._money_known, self._failed, "overview-money")

    @Slot(object)
    def _companies_known(self, companies: tuple[Company, ...]) -> None:
        self.error.hide()
        self.area.setVisible(bool(companies))
        self.empty.setVisible(not companies)
        urgency = list(NeedKind)
        needs = [need for company in companies for need in company.needs]
        needs.sort(key=lambda need: urgency.index(need.kind))
        self.needs.show_needs(needs, self.tr("Nothing needs you now."))
        self.companies.show_rows(companies)
        self._order_stops()

    @Slot(object)
    def _money_known(self, made: MoneyOverview) -> None:
        if made.connection == self._name:
            self._made = made
            self._offer_currencies(made)
            self._show_money()

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.error.show_error(error)

    # showing

    def _offer_currencies(self, made: MoneyOverview) -> None:
        before = self.currency.currentData()
        self.currency.blockSignals(True)
        self.currency.clear()
        for money in made.moneys:
            self.currency.addItem(money.currency or self.tr("No currency"), money.currency)
        self.currency.setCurrentIndex(max(0, self.currency.findData(before)))
        self.currency.setVisible(len(made.moneys) > 1)
        self.currency.blockSignals(False)

    @Slot()
    def _show_money(self) -> None:
        made = self._made
        self.money_title.setText(self.tr("Money: {name}").format(name=self._name or ""))
        moneys = made.moneys if made is not None else ()
        for widget in (self.cash, self.ageing):
            widget.setVisible(bool(moneys))
        self.currency.setVisible(len(moneys) > 1)
        self.no_money.setVisible(not moneys)
        if made is None:
            self.no_money.say(self.tr("Reading the invoices…"), icon="database")
        elif not moneys:
            self.no_money.say(
                self.tr("Nothing to draw yet"),
                self.tr("No invoice of the job database has a payment or a balance so far."),
            )
        else:
            money = moneys[max(0, self.currency.currentIndex())]
            if money.currency and len(moneys) == 1:
                words = self.tr("Money: {name}, in {currency}")
                self.money_title.setText(words.format(name=made.connection, currency=money.currency))
            self._show_cash(money)
            self._show_ages(money)
        self.unknown.setText(unknown_text(made.unknown) if made is not None and made.unknown else "")
        self.unknown.setVisible(bool(self.unknown.text()))

    def _show_cash(self, money: Money) -> None:
        words = [self.tr("Week of {day}").format(day=week_text(one)) for one in money.weeks]
        bars = [
            Bar(week_label(one), one.amount, _amount(one, money), spoken(said, one, money.currency))
            for one, said in zip(money.weeks, words, strict=True)
        ]
        rows = [(week_text(one), one, money.currency) for one in reversed(money.weeks)]
        if money.undated.count:
            rows.append((self.tr("Paid in part, no date yet"), money.undated, money.currency))
        self.cash.show_slices(money.weeks, bars, _scale(money.weeks, money), rows)

    def _show_ages(self, money: Money) -> None:
        slices, labels = list(money.ages), [age_label(place) for place in range(len(money.ages))]
        tones = list(_AGE_TONES)
        if money.ageless.count:
            slices.append(money.ageless)
            labels.append(self.tr("no date"))
            tones.append(Tone.QUIET)
        bars = [
            Bar(label, one.amount, _amount(one, money), spoken(self._age(label), one, money.currency), tone)
            for one, label, tone in zip(slices, labels, tones, strict=True)
        ]
        rows = [(label, one, money.currency) for one, label in zip(slices, labels, strict=True)]
        self.ageing.show_slices(slices, bars, _scale(slices, money), rows)

    def _age(self, label: str) -> str:
        return self.tr("Days since the invoice's date, {label}").format(label=label)

    # making

    def _connect(self) -> None:
        self.needs.wanted.connect(self.need_pressed)
        self.companies.opened.connect(self._company_opened)
        self.currency.currentIndexChanged.connect(self._show_money)
        self.cash.wanted.connect(self.invoices_wanted)
        self.ageing.wanted.connect(self.invoices_wanted)
        self.empty.pressed.connect(self.settings_wanted)

    @Slot(object)
    def _company_opened(self, company: Company) -> None:
        self.company_wanted.emit(company.state.connection.name)

    @Slot()
    def _order_stops(self) -> None:
        cards = (self.cash.chart, self.cash.table, self.ageing.chart, self.ageing.table)
        for one, other in pairwise([*self.needs.stops(), self.companies, self.currency, *cards]):
            QWidget.setTabOrder(one, other)

    def _lay_out(self, page: QWidget) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("What needs you now"), page))
        column.addWidget(self.needs)
        column.addWidget(heading(self.tr("Companies side by side"), page))
        column.addWidget(self.companies)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.money_title)
        head.addWidget(self.currency)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.no_money)
        cards = QHBoxLayout()
        cards.setSpacing(MARGIN)
        cards.addWidget(self.cash, 3)
        cards.addWidget(self.ageing, 2)
        column.addLayout(cards)
        column.addWidget(self.unknown)
        column.addStretch(1)
        self.area = TallArea("overview-scroll", self.tr("Overview"), page, self)
        self.empty.say(
            self.tr("No company is connected yet"),
            self.tr("Add a connection, or try the sample company: both are on the Settings tab."),
            self.tr("Open Settings"),
            "settings",
        )
        self.empty.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.error)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.empty, 1)


def _columns(first: str, width: int) -> tuple[Column, ...]:
    """Words, amount, number of invoices of a row (words, Slice, currency)."""
    return (
        Column("what", first, lambda row: row[0], width=width),
        Column(
            "amount",
            translate("overview", "Amount"),
            lambda row: money_text(row[1].amount, row[2]),
            width=110,
            right=True,
            plain=lambda row: plain_money(row[1].amount, row[2]),
        ),
        Column(
            "count",
            translate("overview", "Invoices"),
            lambda row: number_text(row[1].count),
            width=80,
            right=True,
        ),
    )


def _amount(one: Slice, money: Money) -> str:
    return money_text(one.amount, money.currency)


def _scale(slices: Sequence[Slice], money: Money) -> list[tuple[object, str]]:
    highest = max(one.amount for one in slices)
    return [(amount, money_text(amount, money.currency)) for amount in scale_of(highest)]
