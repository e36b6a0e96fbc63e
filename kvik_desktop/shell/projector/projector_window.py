"""The window on the projector: one slide over the whole screen, black where the facilitator wants it so."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.page import Asked
from kvik_desktop.shell.projector.enlarging import enlarged
from kvik_desktop.shell.projector.projection import Projection, Slide
from kvik_desktop.shell.projector.room_question import RoomQuestion
from kvik_desktop.shell.projector.way_out import WayOut
from kvik_desktop.shell.ui import Ui

TITLE = "KVIK"
"""Task bars and lists of windows are seen by the room, too."""


HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
"""Keys that do nothing until another is pressed."""


class ProjectorWindow(QWidget):
    """Has no parent, so that it keeps a screen of its own whatever the facilitator's window does."""

    pressed = Signal(str)
    """A key, as Qt writes it: this window does nothing with it itself."""
    left = Signal()
    """It was closed from outside."""
    turned = Signal()
    """The slide's page is another."""

    def __init__(self, ui: Ui, projection: Projection) -> None:
        super().__init__()
        self._ui, self._projection = ui, projection
        self._made_for: tuple[Ui, str] | None = None
        self.slide: Slide | None = None
        self.is_blank = False
        self._way_out: WayOut | None = None
        self.question: RoomQuestion | None = None
        """What the room is asked now."""
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAccessibleName(TITLE)

    # What is shown

    def show_projection(self, ui: Ui, projection: Projection) -> None:
        """Show this; the slide stays where it is of the same kind."""
        fresh = projection != self._projection
        self._ui, self._projection = ui, projection
        self._show(fresh=fresh)

    def set_blank(self, *, blank: bool) -> None:
        """Black, or the slide again."""
        self.is_blank = blank
        if self.slide is not None:
            self.slide.setVisible(not blank)
        self.update()

    def show_way_out(self) -> None:
        """Say for a moment how one gets out: it has no buttons."""
        if self._way_out is not None:
            self._way_out.hide()
            self._way_out.deleteLater()
        self._way_out = WayOut(enlarged(self._ui, self.size()), self)

    def ask(self, asked: Asked) -> None:
        """Ask the room, over whatever it sees."""
        self.withdraw()
        if self._way_out is not None:
            self._way_out.hide()
        self.question = RoomQuestion(enlarged(self._ui, self.size()), asked, self)

    def withdraw(self) -> None:
        """Ask no more."""
        question, self.question = self.question, None
        if question is not None:
            question.hide()
            question.deleteLater()

    def turn(self, step: int) -> None:
        """Another page of a slide that has several."""
        if self.slide is not None and not self.is_blank:
            self.slide.turn(step)

    def _show(self, *, fresh: bool) -> None:
        ui = enlarged(self._ui, self.size())
        key = self._projection.key
        if self.slide is None or self._made_for != (ui, key):
            self._replace(self._projection.make(ui))
            self._made_for = (ui, key)
        assert self.slide is not None
        self.slide.show_given(self._projection.given, fresh=fresh)
        self.turned.emit()

    def _replace(self, slide: Slide) -> None:
        old, self.slide = self.slide, slide
        if old is not None:
            old.hide()
            old.deleteLater()
        slide.setParent(self)
        slide.setGeometry(self.rect())
        slide.turned.connect(self.turned)
        slide.setVisible(not self.is_blank)
        slide.lower()

    # The window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen has another size of type."""
        super().resizeEvent(event)
        if self.slide is not None:
            self.slide.setGeometry(self.rect())
        self._show(fresh=self.slide is None)
        if self._way_out is not None and self._way_out.isVisible():
            self.show_way_out()
        if self.question is not None:
            self.ask(self.question.asked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Black under the slide."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key on, once however long it is held; the number pad's are those of the other keys."""
        if event.isAutoRepeat() or event.key() in HELD:
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        combination = QKeyCombination(modifiers, Qt.Key(event.key()))
        self.pressed.emit(QKeySequence(combination).toString())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it has left."""
        super().closeEvent(event)
        self.left.emit()
