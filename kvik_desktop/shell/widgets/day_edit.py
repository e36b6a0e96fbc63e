"""A day, typed as people write it or chosen in a calendar; it may be empty."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton
from kvik_desktop.shell.widgets.new_line import UNDOING

WRITTEN = re.compile(r"(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
CENTURY = 2000
"""That of a year with two digits."""


class DayEdit(QLineEdit):
    """Reads 15.1.2027, 15/1-27 and 2027-01-15, and shows dd.mm.yyyy."""

    day_changed = Signal(object)
    """Another day (``date``), or None for none, has been typed or chosen."""
    fault_changed = Signal(str)
    """What is wrong with what was typed; empty when it is right again."""

    def __init__(self, ui: Ui, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.fault = ""
        self._day: date | None = None
        self.setPlaceholderText(ui.tr(say("dd.mm.åååå")))
        self._button = IconButton(ui, "calendar", ui.tr(say("Vælg i en kalender")), "Alt+↓", parent=self)
        self._button.setProperty("look", "inset")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, ui.theme.px(24), 0)
        self.editingFinished.connect(self._read)
        self.set_day(day)

    @property
    def day(self) -> date | None:
        """The last day that could be read."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day without a signal; None empties the field."""
        self._day = day
        self.setText(_shown(day))
        self._say_fault("")

    def event(self, event: QEvent) -> bool:
        """Undo is the program's, unless something is typed that has not become a day yet."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.text() == _shown(self._day)
            and any(event.matches(key) for key in UNDOING)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar, as in a drop-down."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The calendar's button stays at the right end."""
        super().resizeEvent(event)
        side = self._button.sizeHint()
        right = self.width() - side.width() - self.ui.theme.px(6)
        self._button.setGeometry(QRect(QPoint(right, (self.height() - side.height()) // 2), side))

    def open_calendar(self) -> None:
        """Show the month of the day under the field."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(self.ui, self._day or date.today())  # noqa: DTZ011  (a wall calendar)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(self._choose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, chosen: QDate) -> None:
        self._take(date(chosen.year(), chosen.month(), chosen.day()))

    def _read(self) -> None:
        found = read_day(self.text(), self.ui.tr.language)
        if isinstance(found, Text):
            self._say_fault(self.ui.tr(found))
        else:
            self._take(found)

    def _take(self, day: date | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit(day)

    def _say_fault(self, fault: str) -> None:
        if fault != self.fault:
            self.fault = fault
            self.fault_changed.emit(fault)


def _shown(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def read_day(written: str, language: str = "da") -> date | Text | None:
    """The day that is written, None for nothing written, or what is wrong with it."""
    written = written.strip()
    if not written:
        return None
    if iso := ISO.fullmatch(written):
        year, month, day = (int(part) for part in iso.groups())
    elif found := WRITTEN.fullmatch(written):
        day, month, year = (int(part) for part in found.groups())
        year += CENTURY if year < 100 else 0
    else:
        return say("Skriv datoen som 15.01.2027.")
    if not 1 <= month <= 12 or year < 1:
        return say("Der er 12 måneder. Skriv datoen som 15.01.2027.")
    if not 1 <= day <= monthrange(year, month)[1]:
        locale = QLocale(language)
        return say(
            "{month} har {days} dage i {year}.",
            month=locale.standaloneMonthName(month).capitalize(),
            days=monthrange(year, month)[1],
            year=year,
        )
    return date(year, month, day)


def _calendar(ui: Ui, day: date) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale(ui.tr.language))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    plain = QTextCharFormat()
    plain.setForeground(ui.theme.colour("text"))
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, plain)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    calendar.setMinimumSize(ui.theme.px(320), ui.theme.px(280))
    return calendar
