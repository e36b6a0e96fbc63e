"""A short list that one writes straight into: evidence, strengths, areas for improvement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.list_line import ListLine

SHOWN = 6
"""Items shown before "Vis alle"."""

LONGEST = 2000
"""Characters an item may have unless the page says otherwise."""

INDENT = 24
"""From the edge to the words, at 100 %."""


class ShortList(QWidget):
    """Lines of plain text; the last is always empty and asks for one more.

    One tab stop: the line one was in last, at first the empty one; arrows go between the lines.
    """

    edited = Signal()
    """Something was written, moved or taken away."""
    committed = Signal()
    """Focus has left the line after something was edited: Enter is enough."""

    def __init__(
        self,
        ui: Ui,
        title: Text | str,
        placeholder: Text | str,
        icon_name: str | None = None,
        *,
        longest: int = LONGEST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = ui
        self._title = ui.tr(title)
        self._placeholder = ui.tr(placeholder)
        self._longest = longest
        self._dirty = False
        self._read_only = False
        self._asked: int | None = None
        self._all = False
        self._lines: list[ListLine] = []
        self._current: ListLine | None = None
        self._more = LinkButton(ui, "")
        self._more.clicked.connect(lambda: self._show_all(not self._all))
        self._limit = self._note(
            say("Højst {n} tegn i hver. Resten kom ikke med.", n=longest), "small-problem"
        )
        self._nothing = self._note(say("Ikke noget skrevet."), "second")
        self._lay_out(icon_name)
        self.setAccessibleName(self._title)
        self.set_texts(())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    # What it holds

    def texts(self) -> tuple[str, ...]:
        """What is written, without the empty lines and the space around."""
        return tuple(words for line in self._lines if (words := line.words.strip()))

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show these without a signal. The caret stays where one is writing."""
        if self._lines and tuple(texts) == self.texts():
            return
        while len(self._lines) <= len(texts):
            self._insert(len(self._lines), "")
        for line in self._lines[len(texts) + 1 :]:
            self._drop(line)
        for line, words in zip(self._lines, [*texts, ""], strict=True):
            line.set_words(words)
        self._all = self._all and len(texts) > SHOWN
        if not self._has_focus:
            self._current = None
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:
        """Read-only shows the same without the line that asks for more."""
        self._read_only = read_only
        for line in self._lines:
            line.setReadOnly(read_only)
        self._arrange()

    def set_asked(self, most: int | None) -> None:
        """Ask for no more than this, None for any number; what is there already stays."""
        self._asked = most
        self._arrange()

    def lines(self) -> tuple[ListLine, ...]:
        """The lines from above, the empty one last."""
        return tuple(self._lines)

    @property
    def _has_focus(self) -> bool:
        return any(line.hasFocus() for line in self._lines)

    # What the user does

    def _insert(self, place: int, words: str) -> ListLine:
        line = ListLine(self.ui)
        line.set_words(words)
        line.setReadOnly(self._read_only)
        line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line.edited.connect(lambda: self._on_edited(line))
        line.divided.connect(lambda rest, caret: self._divide(line, rest, caret))
        line.joined.connect(lambda: self._join(line))
        line.stepped.connect(lambda step: self._step(line, step))
        line.moved.connect(lambda step: self._move(line, step))
        line.came.connect(lambda: self._come_to(line))
        self._lines.insert(place, line)
        self._column.insertWidget(place, line)
        return line

    def _drop(self, line: ListLine) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_edited(self, line: ListLine) -> None:
        too_long = len(line.words) > self._longest
        if too_long:
            line.set_words(line.words[: self._longest])
        self._changed()
        self._limit.setVisible(too_long)

    def _changed(self) -> None:
        self._dirty = True
        self._all = self._all or len(self._lines) > SHOWN
        self._limit.hide()
        if self._lines[-1].words:
            self._insert(len(self._lines), "")
        self._arrange()
        self.edited.emit()

    def _divide(self, line: ListLine, rest: list[str], caret: int) -> None:
        """Lines after ``line``; where that would be an empty one before the empty one, go there."""
        place = self._lines.index(line) + 1
        if rest == [""] and (place == len(self._lines) or not self._lines[place].words):
            self._step(line, 1)
            return
        for words in reversed(rest):
            self._insert(place, words[: self._longest])
        self._changed()
        self._go_to(place + len(rest) - 1, caret)

    def _join(self, line: ListLine) -> None:
        """The words go to the end of the line before; the first line goes only when it is empty."""
        place = self._lines.index(line)
        if place > 0:
            before, words = self._lines[place - 1], line.words
            caret = len(before.words)
            self._go_to(place - 1, caret)
            before.set_words((before.words + words)[: self._longest], caret)
        elif not line.words and len(self._lines) > 1:
            self._go_to(1, 0)
        else:
            return
        if line is not self._lines[-1]:
            self._drop(line)
            self._changed()

    def _step(self, line: ListLine, step: int) -> None:
        place = self._lines.index(line) + step
        if 0 <= place < len(self._lines) and (self._asks or place < len(self._lines) - 1):
            self._go_to(place, len(self._lines[place].words) if step < 0 else 0)

    def _move(self, line: ListLine, step: int) -> None:
        """Change places with the neighbour; the empty line stays last."""
        place, last = self._lines.index(line), len(self._lines) - 1
        if place == last or not 0 <= place + step < last:
            return
        other, caret = self._lines[place + step], line.textCursor().position()
        here, there = line.words, other.words
        line.set_words(there)
        other.set_words(here)
        self._changed()
        self._go_to(place + step, caret)

    def _go_to(self, place: int, caret: int) -> None:
        line = self._lines[place]
        if line.isHidden():
            self._show_all(True)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.set_words(line.words, caret)
        self._commit()

    def _come_to(self, line: ListLine) -> None:
        """The line one is in is the tab stop."""
        self._current = line
        for other in self._lines:
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is line else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(line)
        self.update()

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old not in self._lines:
            return
        self.update()
        self._commit()

    def _commit(self) -> None:
        """A line is left: what was edited can be kept."""
        if self._dirty:
            self._dirty = False
            self.committed.emit()

    def _show_all(self, shown: bool) -> None:
        self._all = shown
        self._arrange()

    # Looks

    def _lay_out(self, icon_name: str | None) -> None:
        px = self.ui.theme.px
        self._icon = pixmap(self.ui.theme, icon_name) if icon_name else None
        self._plus = pixmap(self.ui.theme, "plus", "text-3", 16)
        self._heading = Heading(self.ui, self._title)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(INDENT), 0, 0, px(8))
        layout.setSpacing(px(8))
        layout.addWidget(self._heading)
        layout.addLayout(self._column)
        for widget in (self._nothing, self._more, self._limit):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def _note(self, text: Text, look: str) -> QLabel:
        label = QLabel(self.ui.tr(text))
        label.setProperty("look", look)
        label.setWordWrap(True)
        return label

    @property
    def _asks(self) -> bool:
        """Whether the empty line is there to be written in."""
        return not self._read_only and (self._asked is None or len(self._lines) <= self._asked)

    def _arrange(self) -> None:
        """Which lines are shown, what they are called, and which is the tab stop."""
        tr, items, last = self.ui.tr, len(self._lines) - 1, self._lines[-1]
        for place, line in enumerate(self._lines):
            line.setVisible(self._all or place < SHOWN or line is last)
            line.question = ""
            line.setAccessibleName(tr(say("{title}, {n} af {of}", title=self._title, n=place + 1, of=items)))
            line.setAccessibleDescription("")
        last.setVisible(self._asks)
        last.question = self._placeholder
        last.setAccessibleName(tr(say("{title}, ny", title=self._title)))
        last.setAccessibleDescription(self._placeholder)
        self._nothing.setVisible(self._read_only and items == 0)
        self._limit.hide()
        self._more.setVisible(items > SHOWN)
        self._more.setText(tr(say("Vis færre") if self._all else say("Vis alle {n}", n=items)))
        if self._current not in self._lines or self._current.isHidden() or self.focusProxy() is None:
            self._come_to(last if self._asks else self._lines[0])
        if self._current is not None and self._current.isHidden():
            # There is nothing to come to, and Tab would stop for ever at a line that is not seen.
            self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs forget that it may be none
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon before the heading, dot before each item, plus before the empty line and a rule under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.ui.theme
        if self._icon:
            self._paint_before(painter, self._icon, self._heading.y())
        for line in self._lines[:-1]:
            if line.isVisible():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("edge"))
                middle = QPointF(theme.px(8), line.y() + theme.line() / 2)
                painter.drawEllipse(middle, theme.px(2.5), theme.px(2.5))
        last = self._lines[-1]
        if last.isVisible():
            self._paint_before(painter, self._plus, last.y())
        if not self._read_only:
            focused = any(line.hasFocus() for line in self._lines)
            height = theme.px(2) if focused else 1
            foot = self._column.geometry().bottom() + theme.px(4)
            painter.fillRect(
                QRectF(0, foot, self.width(), height), theme.colour("focus" if focused else "line")
            )

    def _paint_before(self, painter: QPainter, picture: QPixmap, top: float) -> None:
        """A picture in the column before the words, in the middle of a line."""
        size = picture.deviceIndependentSize()
        painter.drawPixmap(QPointF(0, top + (self.ui.theme.line() - size.height()) / 2), picture)
