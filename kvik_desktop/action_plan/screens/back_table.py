"""What the evaluation before came to: old score, new score, and what became of the actions."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.action_plan.looking_back import Before, LookingBack
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.screens.action_words import NO_BREAK, status_word
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.cells import Cell, CellModel, TableRow
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.table import Table

HEADERS = (say("Delkriterium"), say("Sidst"), say("Nu"), say("Forskel"), say("Tiltag fra sidst"))


class BackTable(QWidget):
    """Differences only where both were given alike: same model, same method."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        tr, px = ui.tr, ui.theme.px
        self.model = CellModel(ui, [tr(header) for header in HEADERS])
        self.table = Table(ui, tr(say("Siden sidst")), edge=24)
        self.table.setModel(self.model)
        self.table.set_columns(0, 72, 72, 96, 0)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(px(24), 0, px(24), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._notes)
        column.addWidget(self.table, 1)

    def show_following(self, found: Following) -> None:
        """Show what was and what is."""
        while (item := self._notes.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        back = found.back
        if back is None:
            self.model.set_rows(())
            return
        tr = self.ui.tr
        caution = _caution(back, found.now.method)
        if caution is not None:
            self._notes.addSpacing(self.ui.theme.px(16))
            title = tr(say("Tallene kan ikke sammenlignes direkte"))
            self._notes.addWidget(Note(self.ui, "caution", title, tr(caution)))
        self.model.set_rows(
            [row(found, before, sub, tr, comparable=caution is None) for sub, before in back.before.items()]
        )


def row(found: Following, before: Before, sub: str, tr: Translator, *, comparable: bool) -> TableRow:
    """A subcriterion of today with its old score and actions."""
    name = found.package.subcriterion(sub).name.in_language(tr.language)
    now = (found.scores or {}).get(sub)
    old = [each.figure.rounded for each in before.scores]
    told = ", ".join("–" if value is None else str(value) for value in old) or "–"
    cells = (
        Cell(f"{sub} {name}", strong=True),
        Cell(told, right=True),
        Cell("–" if now is None else str(now), right=True, strong=True),
        _difference(old, now, tr) if comparable else Cell("–", ink="text-2", right=True),
        Cell("\n".join(_action(each, tr) for each in before.actions) or "–"),
    )
    return TableRow(sub, cells)


def _difference(old: list[int | None], now: int | None, tr: Translator) -> Cell:
    if now is None or len(old) != 1 or old[0] is None:
        return Cell("–", ink="text-2", right=True)
    moved = now - old[0]
    word = say("op") if moved > 0 else say("ned") if moved < 0 else say("uændret")
    return Cell(f"{moved:+d}".replace("-", "−") if moved else "0", tr(word), right=True, order=moved)


def _action(planned: PlannedAction, tr: Translator) -> str:
    status = tr(status_word(planned.action.status)).lower()
    return f"{planned.action.title} ({status.replace(' ', NO_BREAK)})"


def _caution(back: LookingBack, method: Method) -> Text | None:
    """Why old and new figures are not the same measure; None where they are."""
    if not back.same_model:
        return say(
            "»{title}« brugte en anden model. Se på, om det går den rigtige vej, men regn ikke med "
            "forskellen.",
            title=back.evaluation.title,
        )
    if back.method is not method:
        return say(
            "I »{title}« gav I point på en anden måde. Se på, om det går den rigtige vej, men regn ikke med "
            "forskellen.",
            title=back.evaluation.title,
        )
    return None
