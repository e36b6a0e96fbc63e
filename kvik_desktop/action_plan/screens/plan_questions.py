"""What is asked at the bottom of the plan: who approves it, and why an action is dropped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.action_plan.screens.name_bar import NameBar
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui


class PlanQuestions(QWidget):
    """At most one is asked at a time; while it is, the foot holds the answers."""

    approved = Signal(str)
    """Who approves the plan."""
    dropped = Signal(str, str)
    """An action's id, and why it is dropped."""
    turned = Signal()
    """It is asked, answered, or not now: the foot is another."""
    left = Signal()
    """Nothing is asked any more."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr = ui.tr
        self.approval = NameBar(
            ui,
            tr(say("Hvem godkender planen?")),
            tr(
                say(
                    "Derefter begynder opfølgningen. I kan stadig rette i planen, og godkendelsen kan "
                    "fortrydes."
                )
            ),
            tr(say("Navn")),
        )
        self.reason = NameBar(
            ui,
            tr(say("Hvorfor dropper I det?")),
            tr(
                say("Begrundelsen står i loggen. Tiltaget bliver i planen, så I kan se, at I valgte det fra.")
            ),
            tr(say("Begrundelse")),
        )
        self._asked: NameBar | None = None
        self._action = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.approval, self.reason):
            column.addWidget(bar)
            bar.changed.connect(self.turned)
            bar.left.connect(self.leave)

    @property
    def is_asking(self) -> bool:
        """Whether something is asked."""
        return self._asked is not None

    def ask_approval(self, proposals: Sequence[str], first: str) -> None:
        """Ask who approves the plan."""
        self._ask(self.approval, proposals, first)

    def ask_reason(self, action: str) -> None:
        """Ask why an action is dropped."""
        self._action = action
        self.reason.line.clear()
        self._ask(self.reason, (), "")

    def _ask(self, bar: NameBar, proposals: Sequence[str], first: str) -> None:
        if self._asked is not None and self._asked is not bar:
            self._asked.hide()
        self._asked = bar
        bar.ask(proposals, first)
        self.turned.emit()

    def leave(self) -> None:
        """Not now."""
        if self._asked is not None:
            self._asked.hide()
            self._asked = None
            self.turned.emit()
            self.left.emit()

    def foot(self) -> Foot:
        """The bottom line while it is asked."""
        if self._asked is self.approval:
            return self._answering(say("Godkend planen"), "check", say("Skriv, hvem der godkender."))
        return self._answering(say("Drop tiltaget"), "", say("Skriv kort hvorfor."))

    def _answering(self, words: Text, icon: str, lacking: Text) -> Foot:
        assert self._asked is not None
        tr = self.ui.tr
        act = Act(tr(words), self._answer, icon=icon, asleep="" if self._asked.text else tr(lacking))
        return Foot(act, (Act(tr(say("Ikke nu")), self.leave),))

    def _answer(self) -> None:
        bar = self._asked
        assert bar is not None
        if bar is self.approval:
            self.approved.emit(bar.text)
        else:
            self.dropped.emit(self._action, bar.text)
        self.leave()
