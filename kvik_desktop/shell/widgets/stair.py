"""The stair: the six steps that one answers with, by mouse, by arrow or by typing the number."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Axis, Step, step_at
from kvik_desktop.shell.widgets.painting import ring_after
from kvik_desktop.shell.widgets.stair_drawing import FAR, HIGH, LOW, WORDS_FROM, StairDrawing, Standing

NOTHING = -1
"""What a slider's value is while no score is chosen: no score, so that nobody is told one."""

PAUSE_BETWEEN_DIGITS = 1500
"""Milliseconds; a digit later than this begins a new number."""


class Stair(QSlider):
    """Where one stands on the steps; nothing is chosen until somebody does it.

    Three states: nothing chosen (``score`` is None), a score, and *cannot judge*, which keeps the last
    score to itself, so that taking it back brings the score back. A slider to a screen reader.
    """

    chosen = Signal(int)
    """The user has chosen this score."""
    cleared = Signal()
    """The user has taken the score away, or *cannot judge* when there was none before it."""
    cannot_judge = Signal()
    """The user cannot judge this."""

    def __init__(
        self,
        ui: Ui,
        steps: Sequence[Step],
        title: Text | str,
        *,
        low: bool = False,
        far: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``title`` is what a screen reader calls it; ``low`` is the stair of one phase, without words.

        ``far`` is one that is seen from the other end of the room.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.ui = ui
        self.steps = tuple(steps)
        self.top = self.steps[-1].high
        self._title = ui.tr(title)
        self._shape = LOW if low else FAR if far else HIGH
        self.can_abstain = True
        """K says *cannot judge*; a group that agrees on a score has no such answer."""
        self._cannot = False
        self._before = NOTHING
        self._read_only = False
        self._hovered = -1
        self._ring = False
        self._typed: tuple[int, int] | None = None
        self.setRange(NOTHING, self.top)
        self.setValue(NOTHING)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Only somebody else's hand, as a screen reader's, changes the value without `_place`.
        self.valueChanged.connect(self.choose)
        self._describe()

    # What it holds

    @property
    def score(self) -> int | None:
        """The chosen score; None where nothing is chosen or one cannot judge."""
        return None if self.value() == NOTHING else self.value()

    @property
    def is_cannot_judge(self) -> bool:
        """Somebody has said that they cannot judge."""
        return self._cannot

    @property
    def step(self) -> Step | None:
        """The step of the chosen score."""
        return None if self.score is None else self.steps[step_at(self.steps, self.score)]

    def set_score(self, score: int | None) -> None:
        """Show a score, or None for nothing chosen, without a signal."""
        self._place(NOTHING if score is None else score, cannot=False)
        self._before = NOTHING

    def set_cannot_judge(self) -> None:
        """Show that one cannot judge, without a signal; the score is kept for when it is taken back."""
        if not self._cannot:
            self._before = self.value()
            self._place(NOTHING, cannot=True)

    def take_back(self) -> None:
        """Show the score from before *cannot judge*, without a signal."""
        if self._cannot:
            self._place(self._before, cannot=False)

    def set_read_only(self, read_only: bool) -> None:
        """Read-only shows the same and can have focus, but nothing changes it."""
        self._read_only = read_only
        self._hovered = -1
        self.setCursor(Qt.CursorShape.ArrowCursor if read_only else Qt.CursorShape.PointingHandCursor)
        self._describe()
        self.update()

    def _place(self, value: int, *, cannot: bool) -> None:
        self._cannot = cannot
        with QSignalBlocker(self):
            self.setValue(value)
        self._describe()
        self.update()

    def choose(self, score: int) -> None:
        """Do as if the user had chosen this score here."""
        self._place(score, cannot=False)
        if score == NOTHING:
            self.cleared.emit()
        else:
            self.chosen.emit(score)

    def clear_score(self) -> None:
        """Do as if the user had taken the score away here."""
        self.choose(NOTHING)

    def _describe(self) -> None:
        tr, step = self.ui.tr, self.step
        if self._cannot:
            state = tr(say("kan ikke vurdere"))
        elif step is None:
            state = tr(say("ikke valgt"))
        else:
            state = f"{self.value()}, {step.name}"
        self.setAccessibleName(f"{self._title}: {state}")
        said = [step.sentence] if step else []
        self.setAccessibleDescription(
            " ".join([*said, *([tr(say("Kan ikke ændres."))] if self._read_only else [])])
        )

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End, digits, Delete and K; everything else goes on to the page."""
        typed, self._typed = self._typed, None
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self._read_only or not plain or not self._pressed(event, typed):
            event.ignore()
            return
        self._ring = True
        self.update()

    def _pressed(self, event: QKeyEvent, typed: tuple[int, int] | None) -> bool:
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type(key - Qt.Key.Key_0, event.timestamp(), typed)
        elif key == Qt.Key.Key_K and self.can_abstain:
            self.toggle_cannot_judge()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_score()
        else:
            target = self._target(key)
            if target is None:
                return False
            if target != self.value():
                self.choose(target)
        return True

    def _target(self, key: int) -> int | None:
        """The score that a key leads to; None for a key that is not ours. Below nothing there is nothing."""
        here, value = step_at(self.steps, self.value()), self.value()
        empty = value == NOTHING
        match key:
            case Qt.Key.Key_Right | Qt.Key.Key_PageUp:
                beyond = 0 if empty else here + 1
                return self.steps[beyond].middle if beyond < len(self.steps) else value
            case Qt.Key.Key_Left | Qt.Key.Key_PageDown:
                return value if empty or here == 0 else self.steps[here - 1].middle
            case Qt.Key.Key_Up:
                return min(value + 1, self.top)
            case Qt.Key.Key_Down:
                return value if empty else max(value - 1, 0)
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return self.top
        return None

    def _type(self, digit: int, when: int, typed: tuple[int, int] | None) -> None:
        """A digit goes on with the number typed just before, or begins a new one."""
        so_far = typed[0] * 10 + digit if typed and when - typed[1] < PAUSE_BETWEEN_DIGITS else digit
        score = so_far if so_far <= self.top else digit
        if score <= self.top:
            self._typed = (score, when)
            self.choose(score)

    def toggle_cannot_judge(self) -> None:
        """What K does: *cannot judge*, or back to what was before it."""
        if self._cannot:
            self.choose(self._before)
        else:
            self.set_cannot_judge()
            self.cannot_judge.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A step sets its middle; the step one stands on keeps its exact number."""
        if event.button() != Qt.MouseButton.LeftButton or self._read_only:
            event.ignore()
            return
        self._ring, self._typed = False, None
        step = self.steps[self._step_under(event.position())]
        if step is not self.step:
            self.choose(step.middle)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights the step under the pointer."""
        self._hover(-1 if self._read_only else self._step_under(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press did it all."""

    def leaveEvent(self, event: QEvent) -> None:
        """No step is under the pointer."""
        self._hover(-1)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lights the step under the pointer."""
        self._hover(-1 if self._read_only else self._step_under(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes an answer."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for the keyboard."""
        self._ring = ring_after(self, event.reason(), self._ring)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed next begins a new number."""
        self._typed = None
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """The tooltip of a step is its words, and digits are never a shortcut of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 and not event.modifiers()
            if digit and not self._read_only:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            step = self.steps[self._step_under(QPointF(event.pos()))]
            words = f"<b>{step.range} {escape(step.name)}</b><br>{escape(step.sentence)}"
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()

    def _step_under(self, point: QPointF) -> int:
        return step_at(self.steps, self.axis.score_at(point.x()))

    # Looks

    @property
    def axis(self) -> Axis:
        """Where the scores lie in this widget's own coordinates."""
        return self._drawing.axis

    @property
    def _drawing(self) -> StairDrawing:
        return StairDrawing(self.ui.theme, self.steps, self._shape, self.width())

    def sizeHint(self) -> QSize:
        """Room for the words."""
        return QSize(self.ui.theme.px(WORDS_FROM), self._drawing.height)

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high as ever."""
        return QSize(self.ui.theme.px(240 if self._shape.words else 48), self._drawing.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it is ours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._ring and self.hasFocus()
        self._drawing.paint(
            painter, Standing(self.score, self._cannot, self._hovered, self.isEnabled(), ring)
        )
