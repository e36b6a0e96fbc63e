"""What a team has written, gathered and counted: strengths and areas on the board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.statement_delegate import Statement
from kvik_desktop.shell.widgets.statement_view import StatementView

SHOWN = 3
"""Statements shown before "Vis 6 til", unless the page says otherwise."""


class StatementList(QWidget):
    """Dropping one on another gathers them, dropping it between moves it; M does it with the keyboard."""

    merged = Signal(str, str)
    """The first is to be gathered into the second."""
    moved = Signal(str, int)
    """This statement is to stand at this place, counted without it."""
    opened = Signal(str)
    """The user wants to see what this one is gathered from."""

    def __init__(
        self,
        ui: Ui,
        title: Text | str,
        empty: Text | str = "",
        *,
        shown: int = SHOWN,
        parent: QWidget | None = None,
    ) -> None:
        """``title`` is for a screen reader; ``empty`` says what to do where nobody wrote anything."""
        super().__init__(parent)
        self.ui = ui
        self._shown = shown
        self._all = False
        self._statements: tuple[Statement, ...] = ()
        self.view = StatementView(ui, title, empty)
        hint = say("Klik på den, den skal samles med, eller gå til den og tryk M. Esc fortryder.")
        self._hint = ReadingText(ui, ui.tr(hint), "small", ink="text-2")
        self._hint.hide()
        self._more = LinkButton(ui, "")
        self._more.clicked.connect(self._show_all)
        self.view.merged.connect(self.merged)
        self.view.moved.connect(self.moved)
        self.view.opened.connect(self.opened)
        self.view.picking.connect(self._hint.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ui.theme.px(4))
        for widget in (self.view, self._hint):
            layout.addWidget(widget)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setFocusProxy(self.view)
        self._arrange()

    def set_statements(self, statements: Sequence[Statement]) -> None:
        """Show these; where one is stays, and so does whether all are shown."""
        self._statements = tuple(statements)
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:
        """Read-only still opens what is gathered."""
        self.view.set_read_only(read_only)

    def _show_all(self) -> None:
        self._all = not self._all
        self._arrange()

    def _arrange(self) -> None:
        hidden = len(self._statements) - self._shown
        # One more row takes no more room than the button would.
        folded = hidden > 1 and not self._all
        self.view.show_statements(list(self._statements[: self._shown] if folded else self._statements))
        self._more.setVisible(hidden > 1)
        self._more.setText(self.ui.tr(say("Vis {n} til", n=hidden) if folded else say("Vis færre")))
