"""The four moves towards an agreed score, in a row that one can walk, click or skip in; skips are seen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import IntEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui

HEIGHT, SIDE, DISC, GAP, CHEVRON = 32, 8, 20, 8, 12
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Move(IntEnum):
    """What the group talks about now."""

    EVIDENCE = 1
    TEXTS = 2
    SPREAD = 3
    AGREEMENT = 4


MOVES: Mapping[Move, Text] = {
    Move.EVIDENCE: say("Dokumentation"),
    Move.TEXTS: say("Styrker og områder"),
    Move.SPREAD: say("Spredning"),
    Move.AGREEMENT: say("Enighed"),
}


class MoveButton(QToolButton):
    """A tick for what has been talked about, a dash for what was skipped, a filled number for the current."""

    def __init__(self, ui: Ui, move: Move) -> None:
        super().__init__()
        self.ui = ui
        self.move_ = move
        self._current = Move.EVIDENCE
        self.is_skipped = False
        """The group has gone past it without a stop."""
        self.is_short = False
        """Only the disc is shown."""
        name = ui.tr(MOVES[move])
        self.setText(name)
        self.setAccessibleName(ui.tr(say("{n} {name}", n=int(move), name=name)))
        self.setToolTip(f"{name} ({int(move)})")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_current(self, current: Move, *, skipped: bool = False) -> None:
        """The move the group is at, and whether this one was skipped on the way."""
        self._current = current
        self.is_skipped = skipped and self.move_ < current
        self.setChecked(current is self.move_)
        told = say("sprunget over") if self.is_skipped else say("talt igennem")
        said = self.ui.tr(told) if self.move_ < current else ""
        self.setAccessibleDescription(said)
        self.setToolTip(f"{self.text()} ({int(self.move_)})" + (f", {said}" if self.is_skipped else ""))
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if current is self.move_ else Qt.FocusPolicy.ClickFocus
        )
        self.updateGeometry()
        self.update()

    @property
    def full_width(self) -> int:
        """With its word, as wide as when it is current, so that the row stands still."""
        px = self.ui.theme.px
        words = QFontMetrics(self.ui.theme.font("body", 600)).horizontalAdvance(self.text())
        return px(2 * SIDE + DISC + GAP) + words + px(4)

    @property
    def short_width(self) -> int:
        """The disc alone."""
        return self.ui.theme.px(2 * SIDE + DISC)

    def sizeHint(self) -> QSize:
        """With or without its word."""
        short = self.is_short and not self.isChecked()
        return QSize(self.short_width if short else self.full_width, self.ui.theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does; the arrows are the row's."""
        if event.key() in STEPS or (event.key() == Qt.Key.Key_Space and self.isChecked()):
            event.ignore()  # the row's arrows; and where one is already Space is the clock's
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Field, disc and word."""
        theme, px = self.ui.theme, self.ui.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        self._paint_disc(painter)
        if self.isChecked() or not self.is_short:
            painter.setFont(theme.font("body", 600 if self.isChecked() else 500))
            painter.setPen(theme.colour("text-selected" if self.isChecked() else "text-2"))
            left = px(SIDE + DISC + GAP)
            room = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _paint_disc(self, painter: QPainter) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        disc = QRectF(px(SIDE), (self.height() - px(DISC)) / 2, px(DISC), px(DISC))
        if self.move_ < self._current:
            tick = mark(theme, "skipped" if self.is_skipped else "settled", 16)
            side = (px(DISC) - px(16)) / 2
            painter.drawPixmap(round(disc.left() + side), round(disc.top() + side), tick)
            return
        here = self.isChecked()
        painter.setBrush(theme.colour("accent") if here else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen if here else QPen(theme.colour("edge"), 1))
        inset = 0.0 if here else 0.5
        painter.drawEllipse(disc.adjusted(inset, inset, -inset, -inset))
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.colour("on-accent" if here else "text-2"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(int(self.move_)))


class MovesRow(QWidget):
    """One tab stop: arrows go between the moves. Where room is short only the current one has its word."""

    chosen = Signal(int)
    """The user has chosen a move, 1 to 4."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.move_ = Move.EVIDENCE
        self.setAccessibleName(ui.tr(say("Fire skridt")))
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ui.theme.px(4))
        self.buttons = {move: MoveButton(ui, move) for move in Move}
        for move, button in self.buttons.items():
            if move > 1:
                chevron = QLabel()
                chevron.setPixmap(pixmap(ui.theme, "chevron-right", "text-3", CHEVRON))
                layout.addWidget(chevron)
            group.addButton(button, int(move))
            layout.addWidget(button)
        layout.addStretch(1)
        group.idClicked.connect(self.chosen)
        self.set_move(Move.EVIDENCE)

    def set_move(self, move: Move, skipped: Collection[Move] = ()) -> None:
        """Show where the group is, and what it skipped on the way, without a signal."""
        self.move_ = move
        for button in self.buttons.values():
            button.show_current(move, skipped=button.move_ in skipped)
        self._fit()

    def focus_current(self) -> None:
        """Give the current move the keyboard."""
        focus_by_key(self.buttons[self.move_])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the buttons leave: the arrows."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
            return
        move = Move(min(max(self.move_ + step, 1), len(Move)))
        self.chosen.emit(int(move))
        focus_by_key(self.buttons[self.move_])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The widest word and three discs."""
        buttons = self.buttons.values()
        widest = max(button.full_width for button in buttons)
        discs = 3 * next(iter(buttons)).short_width
        return QSize(widest + discs + self._between, self.ui.theme.px(HEIGHT))

    @property
    def _between(self) -> int:
        return 3 * self.ui.theme.px(CHEVRON) + 6 * self.ui.theme.px(4)

    def _fit(self) -> None:
        needed = sum(button.full_width for button in self.buttons.values()) + self._between
        short = self.width() < needed
        for button in self.buttons.values():
            if button.is_short != short:
                button.is_short = short
                button.updateGeometry()
