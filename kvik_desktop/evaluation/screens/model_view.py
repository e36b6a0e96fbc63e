"""Which model, and how points are given: chosen by what it asks of the team, until somebody has answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.evaluation.beginning import Advice, advise
from kvik_desktop.evaluation.preparing import Preparation
from kvik_desktop.evaluation.screens.index_rows import MINUTES
from kvik_desktop.evaluation.screens.options import Option, Options
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Guidance, Method, ModelPackage
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText

SMALL = 8
"""Fewer than this are advised to take the short model."""

METHODS: Mapping[Method, tuple[Text, Text]] = {
    Method.SCALE5: (
        say("De seks trin, 0-5"),
        say("Vælg det trin, der passer bedst. Det er det letteste, og det kan sammenlignes på trinene."),
    ),
    Method.CLASSICAL: (
        say("Ét tal, 0-100"),
        say("Vælg et trin, og ret tallet inden for trinet. Så kan små fremskridt ses fra gang til gang."),
    ),
    Method.FINE: (
        say("Hver fase for sig, 0-100"),
        say("Giv point for at planlægge, udføre, evaluere og justere hver for sig. Det tager længst tid."),
    ),
}
"""In order of how much they ask."""


class ModelView(QWidget):
    """Knows the models it is given; the evaluation's own is among them, also where it is another."""

    chosen = Signal(object, object)
    """The :class:`ModelPackage` and the :class:`Method` to use."""

    def __init__(self, ui: Ui, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        self._read_only = read_only
        tr, px = ui.tr, ui.theme.px
        self._models: dict[str, ModelPackage] = {}
        self._found: Preparation | None = None
        self.locked = Note(
            ui,
            "info",
            tr(say("Model og metode ligger fast")),
            tr(say("Der er svaret på noget, og svarene hører til netop denne model og metode.")),
        )
        self._advice = ReadingText(ui, "", ink="text-2")
        self.model = Options(ui, tr(say("Model")))
        self.method = Options(ui, tr(say("Hvordan I giver point")))
        self.model.chosen.connect(self._choose_model)
        self.method.chosen.connect(self._choose_method)
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(16))
        body.addWidget(Heading(ui, tr(say("Hvordan vil I gøre det?")), "large"))
        for part in (self.locked, self._advice, self.model, self.method):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def know(self, models: Sequence[ModelPackage]) -> None:
        """The models there are to choose among."""
        self._models |= {model.sha256: model for model in models}
        if self._found is not None:
            self.show_preparation(self._found)

    def show_preparation(self, found: Preparation) -> None:
        """Show what is chosen, and whether another can be."""
        self._found = found
        self._models.setdefault(found.package.sha256, found.package)
        may = found.may(Event.CHANGE_MODEL) and not self._read_only
        self.locked.setVisible(not found.may(Event.CHANGE_MODEL))
        self.model.show_options(
            [self._option(model) for model in sorted(self._models.values(), key=_least_first)],
            found.package.sha256,
        )
        tr, advice = self.ui.tr, advice_of(found)
        self._advice.setText(f"{tr(advice.title)}. {tr(advice.reason)}" if advice else "")
        self._advice.setVisible(advice is not None)
        offered = [
            Option(method.value, tr(name), tr(text))
            for method, (name, text) in METHODS.items()
            if method in found.package.methods
        ]
        self.method.show_options(offered, found.evaluation.method.value)
        for options in (self.model, self.method):
            options.set_read_only(not may)

    def _option(self, model: ModelPackage) -> Option:
        tr, language = self.ui.tr, self.ui.tr.language
        of = sum(1 for _ in model.subcriteria())
        words = say(
            "{n} spørgsmål: ca. {minutes} minutter til hver. {why}",
            n=of,
            minutes=of * MINUTES,
            why=_why(model),
        )
        return Option(model.sha256, model.name.in_language(language), tr(words))

    def _choose_model(self, key: str) -> None:
        model = self._models[key]
        self.chosen.emit(model, model.recommended_method)

    def _choose_method(self, key: str) -> None:
        assert self._found is not None, "a method is chosen for what is shown"
        self.chosen.emit(self._found.package, Method(key))


def _least_first(model: ModelPackage) -> tuple[int, str]:
    return sum(1 for _ in model.subcriteria()), model.id


def _why(model: ModelPackage) -> Text:
    if model.guidance is Guidance.SHORT:
        return say("God første gang, og når I er færre end otte.")
    return say("God, når I har prøvet det før og har et par dage til mødet.")


def advice_of(found: Preparation) -> Advice | None:
    """What to advise a team of this size; None where it has chosen that already, or cannot change."""
    if not found.people or not found.may(Event.CHANGE_MODEL):
        return None
    advice = advise(small=len(found.people) < SMALL, first_time=False)
    return None if found.package.id == advice.model else advice
