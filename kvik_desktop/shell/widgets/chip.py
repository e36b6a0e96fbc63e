"""Chips: small round buttons that filter what is shown; one of a group is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.look.marks import mark as painted_mark
from kvik_desktop.shell.ui import Ui

SIDE, GAP, HEIGHT, MARK = 13, 8, 32, 14
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Filter:
    """One chip: what the program calls it, its word, how many it leaves, and the mark of what it shows."""

    key: str
    text: str
    count: int | None = None
    mark: str = ""


class Chip(QToolButton):
    """A word, with its mark before and a number after it."""

    def __init__(
        self, ui: Ui, text: str, count: int | None = None, mark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self._mark = painted_mark(ui.theme, mark, MARK) if mark else QPixmap()
        self._count = ""
        self.setText(text)
        self.setProperty("look", "chip")
        self.setProperty("radius", HEIGHT // 2)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Another number; None is none."""
        self._count = "" if count is None else str(count)
        self.setAccessibleName(f"{self.text()} {self._count}".strip())
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does; the arrows are the group's."""
        if event.key() in STEPS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as its words when it is chosen, so that the row stands still."""
        px = self.ui.theme.px
        width = 2 * px(SIDE) + self._bold.horizontalAdvance(self.text())
        if not self._mark.isNull():
            width += px(MARK) + px(GAP)
        if self._count:
            width += px(GAP) + self._bold.horizontalAdvance(self._count)
        return QSize(width, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Its words are never cut."""
        return self.sizeHint()

    @property
    def _bold(self) -> QFontMetrics:
        return QFontMetrics(self.ui.theme.font("body", 600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The field by the style sheet, then mark, word and number."""
        theme, chosen = self.ui.theme, self.isChecked()
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        x = theme.px(SIDE)
        if not self._mark.isNull():
            painter.drawPixmap(x, (self.height() - theme.px(MARK)) // 2, self._mark)
            x += theme.px(MARK) + theme.px(GAP)
        ink = "text-selected" if chosen else "text-2"
        for word, font in (
            (self.text(), theme.font("body", 600 if chosen else 500)),
            (self._count, theme.font()),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(ink if self.isEnabled() else "text-3"))
            painter.drawText(x, 0, self.width(), self.height(), Qt.AlignmentFlag.AlignVCenter, word)
            x += painter.fontMetrics().horizontalAdvance(word) + theme.px(GAP)
        painter.end()


class FilterChips(QWidget):
    """One tab stop: arrows go between the chips and choose, Home and End to the ends."""

    chosen = Signal(str)
    """The user has chosen a chip; its key."""

    def __init__(
        self,
        ui: Ui,
        name: str,
        filters: Sequence[Filter],
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is what a screen reader calls the group; the first is chosen unless ``key`` is."""
        super().__init__(parent)
        self.ui = ui
        self.setAccessibleName(name)
        self._filters = list(filters)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ui.theme.px(4))
        self.chips = [Chip(ui, one.text, one.count, one.mark) for one in filters]
        for place, chip in enumerate(self.chips):
            chip.setToolTip("")
            self._group.addButton(chip, place)
            layout.addWidget(chip)
        layout.addStretch(1)
        self.set_key(key or filters[0].key)
        self._group.idClicked.connect(self._clicked)

    @property
    def key(self) -> str:
        """The chosen chip's."""
        return self._filters[self._group.checkedId()].key

    def set_key(self, key: str) -> None:
        """Choose without a signal. Raises ValueError for a key that is not there."""
        self._choose([one.key for one in self._filters].index(key))

    def set_counts(self, counts: Sequence[int | None]) -> None:
        """Other numbers, in the order of the chips."""
        for chip, count in zip(self.chips, counts, strict=True):
            chip.set_count(count)

    def _choose(self, place: int) -> None:
        for at, chip in enumerate(self.chips):
            chip.setChecked(at == place)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus)

    def _clicked(self, place: int) -> None:
        self._choose(place)
        self.chosen.emit(self._filters[place].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the chips leave: the arrows."""
        place, last = self._group.checkedId(), len(self.chips) - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key not in STEPS and key not in ends:
            super().keyPressEvent(event)
            return
        place = ends[key] if key in ends else (place + STEPS[key]) % (last + 1)
        self._choose(place)
        focus_by_key(self.chips[place])
        self.chosen.emit(self._filters[place].key)
