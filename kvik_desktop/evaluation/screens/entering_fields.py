"""The fields that numbers from paper are typed in: one for each number of a question."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.paper.entering import CANNOT_JUDGE, KEPT, Cell, Entering
from kvik_desktop.evaluation.collecting.sheets.content import SCORE
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Phase
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.look.stylesheet import restyle
from kvik_desktop.shell.ui import Ui

DASH = "–"
ENTRY, GAP, MOST = 88, 16, 4
"""The width of a field, the room beside it, and how many one question has at most; at 100 %."""
LARGE, ENTRY_LARGE, GAP_LARGE = 150, 64, 8
"""From this size of type, in percent, three digits have no more room than they need."""


class Key(Enum):
    """What a key means that is no sign of a number."""

    ENTER = auto()
    BACK = auto()
    CLEAR = auto()
    UP = auto()
    DOWN = auto()
    TEXTS = auto()
    NEXT_PERSON = auto()
    LAST_PERSON = auto()


KEYS = {
    Qt.Key.Key_Return: Key.ENTER,
    Qt.Key.Key_Enter: Key.ENTER,
    Qt.Key.Key_Backspace: Key.BACK,
    Qt.Key.Key_Delete: Key.CLEAR,
    Qt.Key.Key_Up: Key.UP,
    Qt.Key.Key_Left: Key.UP,
    Qt.Key.Key_Down: Key.DOWN,
    Qt.Key.Key_Right: Key.DOWN,
    Qt.Key.Key_T: Key.TEXTS,
    Qt.Key.Key_PageDown: Key.NEXT_PERSON,
    Qt.Key.Key_PageUp: Key.LAST_PERSON,
}
ABSTAINING = frozenset({Qt.Key.Key_K, Qt.Key.Key_Minus})
"""Both say *cannot judge*: the letter of the answering page, and the key beside the digits."""


def _widths(ui: Ui) -> tuple[int, int]:
    """Of a field, and the room beside it."""
    entry, gap = (ENTRY_LARGE, GAP_LARGE) if ui.theme.percent >= LARGE else (ENTRY, GAP)
    return ui.theme.px(entry), ui.theme.px(gap)


class NumberEntry(QLineEdit):
    """Shows one number and tells each key; what the key does, others decide."""

    signed = Signal(str)
    """A digit, ``-``, or something else that was meant for a number."""
    acted = Signal(object)
    """A :class:`Key`."""
    pointed = Signal()
    """A click."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = QSize(_widths(ui)[0], ui.theme.px(40))
        self.setProperty("narrow", True)
        self.setFont(ui.theme.font("large", 600))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def sizeHint(self) -> QSize:
        """Three large digits."""
        return self._size

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and its like are the program's: what is typed is undone there."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing is written but what the sheet says."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        elif key in KEYS:
            self.acted.emit(KEYS[key])
        elif key in ABSTAINING:
            self.signed.emit(CANNOT_JUDGE)
        elif event.text().strip():
            self.signed.emit(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QEvent) -> None:
        """A click goes there; it selects nothing."""
        self.pointed.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QEvent) -> None:
        """As a click."""
        event.accept()


class EntryFields(QWidget):
    """The numbers of the question one is at, side by side; the one to type in has focus."""

    signed = Signal(str)
    acted = Signal(object)
    pointed = Signal(str)
    """The key of the number that was clicked."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.entries: dict[str, NumberEntry] = {}
        self._names: dict[str, QLabel] = {}
        self._at: Cell | None = None
        self._cells: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_widths(ui)[1])
        self._grid.setColumnStretch(MOST, 1)

    def show_question(self, entering: Entering) -> None:
        """The cells of the question one is at; nothing of another stays."""
        at = entering.at
        keys = [cell.key for cell in entering.cells if at and cell.subcriterion == at.subcriterion]
        for key in keys:
            if key not in self.entries:
                self._add(entering, key)
        for key, entry in self.entries.items():
            entry.setVisible(key in keys)
            self._names[key].setVisible(key in keys and key != SCORE)
            if at is not None and key in keys:
                self._fill(entry, entering, Cell(at.subcriterion, key))
        if at is None:
            self._at = None

    def _add(self, entering: Entering, key: str) -> None:
        language = self.ui.tr.language
        name = "" if key == SCORE else entering.package.scale.phase(Phase(key)).name.in_language(language)
        label = self._names[key] = QLabel(name)
        label.setProperty("look", "small-label")
        entry = self.entries[key] = NumberEntry(self.ui)
        entry.signed.connect(self.signed)
        entry.acted.connect(self.acted)
        entry.pointed.connect(lambda: self.pointed.emit(key))
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.ui.theme.px(4))
        column.addWidget(label)
        column.addWidget(entry)
        self._cells.append(cell)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two beside each other where there is no room for four."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Two beside each other."""
        return QSize(MOST // 2 * sum(_widths(self.ui)), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        wide = MOST * sum(_widths(self.ui))
        columns = MOST if self.width() >= wide else MOST // 2
        if columns != self._columns:
            self._columns = columns
            for place, cell in enumerate(self._cells):
                # Efforts and results have numbers of their own, and only one of the two is shown.
                self._grid.addWidget(cell, place // columns, place % columns)

    def _fill(self, entry: NumberEntry, entering: Entering, cell: Cell) -> None:
        is_here, shown = cell == entering.at, entering.shown(cell)
        written = entering.typed if is_here and entering.typed else shown
        entry.setText(DASH if written == CANNOT_JUDGE else written)
        entry.setProperty("faulty", is_here and entering.refused is not None)
        restyle(entry)
        entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_here else Qt.FocusPolicy.ClickFocus)
        self._name(entry, entering, cell)
        if is_here:
            if not entering.typed:
                entry.selectAll()
            if cell != self._at and entry.hasFocus():
                speak(entry, entry.accessibleName())
            self._at = cell

    def _name(self, entry: NumberEntry, entering: Entering, cell: Cell) -> None:
        tr = self.ui.tr
        sub = entering.package.subcriterion(cell.subcriterion)
        title = f"{sub.id} {sub.name.in_language(tr.language)}"
        phase = self._names[cell.key].text()
        entry.setAccessibleName(f"{title}, {phase}" if phase else title)
        said = tr(say("Et tal fra 0 til {top}, eller K for kan ikke vurdere", top=entering.method.top))
        kept = tr(say("Besvaret før; tallet vises ikke")) if entering.shown(cell) == KEPT else ""
        entry.setAccessibleDescription(f"{kept}. {said}" if kept else said)

    def set_focus(self, entering: Entering) -> None:
        """The caret stands in the number one is at."""
        if entering.at is not None:
            self.entries[entering.at.key].setFocus(Qt.FocusReason.OtherFocusReason)
