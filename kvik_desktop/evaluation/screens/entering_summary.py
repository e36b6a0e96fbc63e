"""The end of a sheet: what has been typed and what is missing, before it is handed in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.evaluation.screens.entering_fields import KEYS, Key
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

MOST = 12
"""So many questions that are missing lead there; the rest are in the sheet beside."""


class EnteringSummary(QWidget):
    """Has the keyboard at the end of a sheet: Enter goes on, an arrow or Backspace goes back."""

    acted = Signal(object)
    """A :class:`Key`."""
    chosen = Signal(str)
    """A question that is missing."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        px = ui.theme.px
        self._title = Heading(ui, "", "large")
        self.counts = ReadingText(ui, "")
        """Has the keyboard: it is what one looks over."""
        self.counts.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.counts.setProperty("ring", True)
        self.setFocusProxy(self.counts)
        self._next = ReadingText(ui, "", ink="text-2")
        self._missing = Heading(ui, ui.tr(say("Her mangler et svar")))
        self.rows: list[LinkButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(24, 16)
        body = scroll.body
        body.setSpacing(px(8))
        for widget in (self._title, self.counts, self._next):
            body.addWidget(widget)
        body.addSpacing(px(16))
        body.addWidget(self._missing)
        body.addLayout(self._rows)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_entering(self, name: str, entering: Entering) -> None:
        """Show how a sheet has come out."""
        tr, missing = self.ui.tr, entering.missing
        self._title.setText(tr(say("Passer det med skemaet fra {name}?", name=name)))
        self.counts.setText(tr(counted(entering)))
        self._next.setText(tr(_then(len(missing))))
        self._missing.setVisible(bool(missing))
        self._show_rows([self._row(entering, each) for each in missing[:MOST]])
        said = f"{self._title.text()} {self.counts.text()} {self._next.text()}"
        if said != self.counts.accessibleName():
            self.counts.setAccessibleName(said)
            if self.hasFocus():
                speak(self.counts, said)

    def _show_rows(self, rows: list[LinkButton]) -> None:
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = rows
        for row in rows:
            self._rows.addWidget(row)
            row.show()

    def _row(self, entering: Entering, name: str) -> LinkButton:
        sub = entering.package.subcriterion(name)
        row = LinkButton(self.ui, f"{name} {sub.name.in_language(self.ui.tr.language)}")
        row.clicked.connect(lambda *_: self.chosen.emit(name))
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys as in the sheet."""
        act = KEYS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if act is None or act is Key.TEXTS or held:
            super().keyPressEvent(event)
        else:
            self.acted.emit(act)


def counted(entering: Entering) -> Text:
    """How many questions have a number, how many are missing, and of those typed now who cannot be judged."""
    of, missing = sum(1 for _ in entering.package.subcriteria()), len(entering.missing)
    given = [cell for cell in entering.cells if entering.shown(cell)]
    if not entering.seen.issuperset(given):  # what was answered another way is nobody else's to know
        return say("{n} besvaret, {missing} mangler.", n=of - missing, missing=missing)
    return say(
        "{n} besvaret, {cannot} »kan ikke vurdere«, {missing} mangler.",
        n=of - missing - sum(rating.is_empty for rating in entering.given.values()),
        cannot=sum(rating.is_empty for rating in entering.given.values()),
        missing=missing,
    )


def _then(missing: int) -> Text:
    if not missing:
        return say(
            "Se tallene efter i listen til venstre. Tryk Enter, når det passer: så er skemaet afleveret."
        )
    return say_n(
        "Enter lægger skemaet til side som kladde. Det er ikke afleveret, før der står noget ved alle, eller "
        "du vælger »Aflevér, som det er«: så tæller det, der mangler, som »kan ikke vurdere«.",
        "Enter lægger skemaet til side som kladde. Det er ikke afleveret, før der står noget ved alle, eller "
        "du vælger »Aflevér, som det er«: så tæller de {n}, der mangler, som »kan ikke vurdere«.",
        missing,
    )
