"""Effect against ease: four quadrants of four cells, with letters that stand for areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.matrix_field import STEPS, Cell, MatrixField, MatrixWords
from kvik_desktop.shell.widgets.matrix_mark import MatrixMark

MIME = "application/x-kvik-omraade"
"""What a card carries that can be dropped here: its key."""

LOW, HIGH = 380, 480
"""Heights at 100 % in which four marks have room in a cell, under titles of two lines and of four."""

TOGETHER = 4
"""Marks that stand side by side in one cell; of more, the last says how many more there are."""


@dataclass(frozen=True)
class Placed:
    """An area in the matrix: effect and ease are 1-4, 4 is most."""

    key: str
    letter: str
    name: str
    effect: int
    ease: int

    @property
    def cell(self) -> Cell:
        """Where it stands."""
        return self.effect, self.ease


class Matrix(QWidget):
    """Marks are buttons, and one tab stop: letters and page keys go between them.

    Arrows, dragging and dropping a card place them, Delete takes them away. A mark moves at once and is told
    of; what the page then shows is what counts.
    """

    placed = Signal(str, int, int)
    """The user has placed this area: key, effect, ease."""
    taken_away = Signal(str)
    """The user has taken this area out of the matrix."""
    chosen = Signal(str)
    """The user has gone to this area."""

    def __init__(self, ui: Ui, words: MatrixWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self.words = words
        self._areas: tuple[Placed, ...] = ()
        self._marks: dict[str, MatrixMark] = {}
        self._more: dict[Cell, MatrixMark] = {}
        """By cell what says how many more there are."""
        self._rest: dict[Cell, Sequence[Placed]] = {}
        """By cell those."""
        self._chosen = ""
        self._over: Cell | None = None
        self._narrow = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(f"{ui.tr(words.effect)}, {ui.tr(words.ease)}")
        self.set_areas(())

    # What it holds

    def set_areas(self, areas: Sequence[Placed]) -> None:
        """Show these, without a signal; the mark one is at keeps focus."""
        if self._areas and self._areas == tuple(areas):
            return
        self._areas = tuple(areas)
        keys = {area.key for area in areas}
        for key in [key for key in self._marks if key not in keys]:
            _discard(self._marks.pop(key))
        for area in areas:
            mark = self._marks.get(area.key)
            if mark is None:
                mark = self._mark(area)
            mark.setText(area.letter)
            mark.setAccessibleName(self._spoken(area))
            mark.setToolTip(area.name)
        self.setAccessibleDescription(self._summary())
        self._arrange()

    def set_chosen(self, key: str) -> None:
        """Ring this one, none where it is not there; without a signal."""
        if key != self._chosen:
            self._chosen = key
            self._arrange()

    def marks(self) -> dict[str, MatrixMark]:
        """The buttons by key."""
        return dict(self._marks)

    def _mark(self, area: Placed) -> MatrixMark:
        mark = MatrixMark(self.ui, area.letter, self)
        key = area.key
        mark.came.connect(lambda: self._come_to(key))
        mark.clicked.connect(lambda: self._come_to(key))
        mark.stepped.connect(lambda effect, ease: self._step(key, effect, ease))
        mark.dropped.connect(lambda point: self._place(key, self.field.cell_at(point)))
        mark.taken_away.connect(lambda: self.taken_away.emit(key))
        self._marks[key] = mark
        mark.show()
        return mark

    def _spoken(self, area: Placed) -> str:
        """As ``B, Vi taler ikke om tallene, effekt 3, lethed 4, Hurtig gevinst``."""
        tr = self.ui.tr
        where = tr(say("effekt {effect}, lethed {ease}", effect=area.effect, ease=area.ease))
        return f"{area.letter}, {area.name}, {where}, {tr(self.words.of(area.cell).title)}"

    def _summary(self) -> str:
        tr, many = self.ui.tr, len(self._areas)
        return tr(
            say_n("{n} område er placeret", "{n} områder er placeret", many) if many else self.words.hint
        )

    # What the user does

    def _come_to(self, key: str) -> None:
        if key != self._chosen:
            self.set_chosen(key)
            self.chosen.emit(key)

    def _area(self, key: str) -> Placed:
        return next(area for area in self._areas if area.key == key)

    def _step(self, key: str, effect: int, ease: int) -> None:
        self._come_to(key)
        area = self._area(key)
        self._place(key, (_inside(area.effect + effect), _inside(area.ease + ease)))

    def _place(self, key: str, cell: Cell) -> None:
        if self._area(key).cell == cell:
            self._arrange()
            return
        moved = [
            replace(area, effect=cell[0], ease=cell[1]) if area.key == key else area for area in self._areas
        ]
        self.set_areas(moved)
        self.placed.emit(key, *cell)

    def event(self, event: QEvent) -> bool:
        """A letter that stands here goes before a shortcut of the same letter."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            letter = event.text().upper()
            if letter and any(area.letter.startswith(letter) for area in self._areas):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes to the next mark that begins with it, the page keys to the next and back."""
        letter, keys = event.text().upper(), [area.key for area in self._areas]
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if letter and not step:
            keys = [area.key for area in self._areas if area.letter.startswith(letter)]
            step = 1
        if not keys or not step or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        here = keys.index(self._chosen) if self._chosen in keys else -1
        self._go_to(keys[(here + step) % len(keys)])

    def _go_to(self, key: str) -> None:
        self._come_to(key)
        self._marks[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, cell: Cell) -> None:
        """Those for which there was no room in the cell."""
        menu, button = QMenu(self), self._more[cell]
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for area in self._rest[cell]:
            action = menu.addAction(f"{area.letter}  {area.name}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=area.key: self._go_to(key))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    # Cards from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only cards."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where it would land."""
        self._hover(self.field.cell_at(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is over the matrix."""
        self._hover(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """The card's area is placed where it falls; the page shows it."""
        self._hover(None)
        if event.mimeData().hasFormat(MIME):
            key = bytes(event.mimeData().data(MIME).data()).decode()
            self.placed.emit(key, *self.field.cell_at(event.position().toPoint()))
            event.acceptProposedAction()

    def _hover(self, cell: Cell | None) -> None:
        self._over = cell
        self.update()

    # Looks

    @property
    def field(self) -> MatrixField:
        """The ground at this size."""
        return MatrixField(self.ui, self.words, QSizeF(self.size()))

    def _arrange(self) -> None:
        """Every mark in its cell; where there are too many, the chosen one is always among those seen."""
        stop = self._chosen if self._chosen in self._marks else next(iter(self._marks), "")
        for key, mark in self._marks.items():
            mark.set_chosen(key == self._chosen)
            mark.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)
        cells: dict[Cell, list[Placed]] = {}
        for area in self._areas:
            cells.setdefault(area.cell, []).append(area)
        for cell in [cell for cell in self._more if len(cells.get(cell, ())) <= TOGETHER]:
            _discard(self._more.pop(cell))
        field = self.field
        for cell, here in cells.items():
            shown = self._seen_in(cell, here)
            for mark, spot in zip(shown, field.spots(cell, len(shown)), strict=True):
                mark.show()
                place = (spot - mark.rect().center()).toPoint()
                mark.move(min(place.x(), self.width() - mark.width()), place.y())

    def _seen_in(self, cell: Cell, here: Sequence[Placed]) -> list[MatrixMark]:
        if len(here) <= TOGETHER:
            return [self._marks[area.key] for area in here]
        order = sorted(here, key=lambda area: area.key != self._chosen)
        seen, rest = order[: TOGETHER - 1], order[TOGETHER - 1 :]
        for area in rest:
            self._marks[area.key].hide()
        return [*(self._marks[area.key] for area in seen), self._counter(cell, rest)]

    def _counter(self, cell: Cell, rest: Sequence[Placed]) -> MatrixMark:
        button = self._more.get(cell)
        if button is None:
            button = self._more[cell] = MatrixMark(self.ui, "", self, movable=False)
            button.clicked.connect(lambda: self._open(cell))
        self._rest[cell] = rest
        if button.text() != f"+{len(rest)}":
            button.setText(f"+{len(rest)}")
            button.setAccessibleName(self.ui.tr(say("{n} til samme sted", n=len(rest))))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cells follow the room."""
        self._arrange()

    def sizeHint(self) -> QSize:
        """As wide as the design has it; it takes what height there is, and asks for no more than it needs."""
        px = self.ui.theme.px
        return QSize(px(472), px(HIGH) if self._narrow else self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Cells in which a mark has room, under strips of two lines."""
        return QSize(self.ui.theme.px(300), self.ui.theme.px(LOW))

    def stand(self, *, narrow: bool) -> None:
        """Where it is narrow its titles take more lines, and the cells under them need the height."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and what to do while nothing is placed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self.field
        field.paint(painter, self._over)
        if not self._areas:
            self._paint_hint(painter, field)

    def _paint_hint(self, painter: QPainter, field: MatrixField) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        room = field.rect.width() * 0.7
        lines = Lines.broken(self.ui.tr(self.words.hint), theme.font(), room, theme.line(), centred=True)
        left, top = field.rect.center().x() - room / 2, field.rect.center().y() - lines.height / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(
            int(left) - px(12), int(top) - px(8), int(room) + px(24), int(lines.height) + px(16), px(8), px(8)
        )
        lines.paint(painter, left, top, theme.colour("text-2"))


def _discard(button: MatrixMark) -> None:
    button.hide()
    button.deleteLater()


def _inside(step: int) -> int:
    return min(max(step, 1), STEPS)
