"""Notes in the layout: a problem, a caution, something to know, something done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import IconButton, LinkButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText

Kind = Literal["problem", "caution", "info", "done"]
Action = tuple[str, Callable[[], None]]

SIGN = 18
"""The room of the mark before the words, at 100 %."""
LARGE = 150
"""From this size of type, in percent, words need the width of the note."""
DETAILS = 6
"""Details of a problem that are shown; the rest are counted."""


class Note(QFrame):
    """Says what happened, what is safe and what to do; a screen reader is told when it comes."""

    closed = Signal()
    """The user has closed it."""

    def __init__(
        self,
        ui: Ui,
        kind: Kind,
        title: str,
        text: str = "",
        actions: Sequence[Action] = (),
        *,
        lines: Sequence[str] = (),
        closable: bool = False,
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``lines`` stand under the text with dots; each action is its words and what it does.

        Actions stand under the words, or ``beside`` them where height is dear and the type is not large.
        """
        super().__init__(parent)
        self.ui = ui
        self.kind = kind
        self.setProperty("kind", kind)
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join([text, *lines]).strip())
        self.buttons = [_button(ui, *action) for action in actions]
        row = QHBoxLayout(self)
        px = ui.theme.px
        row.setContentsMargins(px(16), px(12), px(12 if closable else 16), px(12))
        row.setSpacing(px(12))
        sign = QLabel()
        sign.setPixmap(_sign(ui, kind))
        sign.setFixedSize(px(SIGN), ui.theme.line())
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = self._words(title, text, lines)
        row.addLayout(words, 1)
        if self.buttons and beside and ui.theme.percent < LARGE:
            row.addLayout(self._acts())
        elif self.buttons:
            words.addSpacing(px(8))
            words.addLayout(self._acts())
        if closable:
            row.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignTop)

    def _words(self, title: str, text: str, lines: Sequence[str]) -> QVBoxLayout:
        px = self.ui.theme.px
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Heading(self.ui, title))
        if text:
            column.addWidget(ReadingText(self.ui, text))
        if lines:
            column.addSpacing(px(4))
            column.addWidget(ReadingList(self.ui, lines))
        return column

    def _acts(self) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(self.ui.theme.px(24))
        for button in self.buttons:
            acts.addWidget(button)
        acts.addStretch(1)
        return acts

    def _close_button(self) -> IconButton:
        button = IconButton(self.ui, "close", self.ui.tr(say("Luk beskeden")))
        button.setProperty("look", "inset")
        button.clicked.connect(self.hide)
        button.clicked.connect(self.closed)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Tell a screen reader, but not each time the window comes back."""
        super().showEvent(event)
        if not event.spontaneous():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


def problem_note(ui: Ui, problem: Problem, actions: Sequence[Action] = (), *, closable: bool = False) -> Note:
    """The note of a problem: what happened as the title, then what to do and each place in the input."""
    tr = ui.tr
    lines = [tr(detail_line(detail)) for detail in problem.details[:DETAILS]]
    if more := len(problem.details) - DETAILS:
        lines += [tr(say_n("og {n} til", "og {n} til", more))] if more > 0 else []
    return Note(
        ui, "problem", tr(problem.message), tr(problem.action), actions, lines=lines, closable=closable
    )


def detail_line(detail: Detail) -> Text:
    """One detail with its place."""
    match detail:
        case Detail(line=None):
            return detail.message
        case Detail(column=None):
            return say("Linje {line}: {what}", line=detail.line, what=detail.message)
        case _:
            return say(
                "Linje {line}, {column}: {what}", line=detail.line, column=detail.column, what=detail.message
            )


def _button(ui: Ui, text: str, act: Callable[[], None]) -> LinkButton:
    button = LinkButton(ui, text)
    button.clicked.connect(lambda *_: act())
    return button


def _sign(ui: Ui, kind: Kind) -> QPixmap:
    match kind:
        case "problem" | "done":
            return mark(ui.theme, kind)
        case "caution":
            return pixmap(ui.theme, "warning", "amber", SIGN)
        case "info":
            return pixmap(ui.theme, "info", "accent", SIGN)
