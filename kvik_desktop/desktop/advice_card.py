"""What a new team is advised to use and why, and the way to choose otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kvik_desktop.desktop.new_draft import Draft
from kvik_desktop.evaluation.preparing.recommending import advise, effort_of, programme_for
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.process import day_programmes
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

METHODS: Mapping[Method, Text] = {
    Method.SCALE5: say("De seks trin, 0-5"),
    Method.CLASSICAL: say("Ét tal, 0-100"),
    Method.FINE: say("Hver fase for sig, 0-100"),
}
"""In order of how much they ask."""

BESIDE = 125
"""Up to this size of type, in percent, the two drop-downs have room beside each other."""


class AdviceCard(QFrame):
    """Folded it is a sentence; unfolded also two drop-downs."""

    chosen = Signal(object)
    """A model's id and a method, or None to follow the advice again."""

    def __init__(self, ui: Ui, models: Sequence[ModelPackage]) -> None:
        super().__init__()
        self.ui = ui
        self._models = {model.id: model for model in models}
        self._programmes = day_programmes(ui.tr.resources).programmes
        self.setProperty("look", "sunk")
        self._heading = Heading(ui, "")
        self._reason = ReadingText(ui, "", ink="text-2")
        self.other = LinkButton(ui, "")
        self.other.clicked.connect(self._turn)
        self.model = Choice(ui, [(model.id, model.name.in_language(ui.tr.language)) for model in models])
        self.method = Choice(ui, ())
        self.model.chosen.connect(self._model_chosen)
        self.method.chosen.connect(self._tell)
        self._own = ReadingText(ui, "", ink="text-2")
        self._fields = self._both()
        px = ui.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        for part in (self._heading, self._reason, self._fields, self._own):
            column.addWidget(part)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)

    def _both(self) -> QWidget:
        tr = self.ui.tr
        both = QWidget()
        large = self.ui.theme.percent > BESIDE
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if large else way.LeftToRight, both)
        row.setContentsMargins(0, self.ui.theme.px(8), 0, self.ui.theme.px(8))
        row.setSpacing(self.ui.theme.px(16))
        row.addWidget(Field(self.ui, tr(say("Model")), self.model), 1)
        row.addWidget(Field(self.ui, tr(say("Hvordan I giver point")), self.method), 1)
        return both

    @property
    def words(self) -> str:
        """What is advised, and why."""
        return f"{self._heading.text()}. {self._reason.text()}"

    def show_draft(self, draft: Draft) -> None:
        """Show what is advised, and what is chosen instead."""
        tr = self.ui.tr
        advice = advise(draft.circumstances, self._programmes)
        self._heading.setText(tr(advice.title))
        self._reason.setText(f"{tr(advice.reason)} {tr(advice.effort.said)}")
        own = effort_of(draft.circumstances, programme_for(draft.model, draft.time, self._programmes))
        self._own.setText(tr(say("Det, I har valgt: {effort}", effort=own.said)))
        self._own.setVisible(draft.own is not None)
        self._fields.setVisible(draft.own is not None)
        again, otherwise = say("Følg forslaget"), say("Vælg selv model og metode")
        self.other.setText(tr(otherwise if draft.own is None else again))
        self.model.set_key(draft.model)
        self._show_methods(draft.model, draft.method)

    def _show_methods(self, model: str, method: object) -> None:
        offered = self._models[model].methods
        words = [(one, self.ui.tr(text)) for one, text in METHODS.items() if one in offered]
        self.method.set_choices(words, method)

    def _turn(self) -> None:
        if self._fields.isHidden():
            self._tell()
            self.model.setFocus()
        else:
            self.chosen.emit(None)

    def _model_chosen(self) -> None:
        found = self._models[str(self.model.key)]
        self._show_methods(found.id, found.recommended_method)
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit((self.model.key, self.method.key))
