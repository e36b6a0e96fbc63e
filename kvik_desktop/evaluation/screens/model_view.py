"""Which model, and how points are given: advised from three plain questions, until somebody has answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.preparing.recommending import Advice, advise, effort_of, programme_for
from kvik_desktop.evaluation.screens.circumstances_fields import CircumstancesFields
from kvik_desktop.evaluation.screens.options import Option, Options
from kvik_desktop.evaluation.states import Event
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Guidance, Method, ModelPackage
from kvik_desktop.model_package.process import day_programmes
from kvik_desktop.model_package.screens.sector_words import SECTORS
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.reading_text import ReadingText

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
    said = Signal(object)
    """The :class:`Circumstances` of the team."""

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
        self.circumstances = CircumstancesFields(ui)
        self.circumstances.changed.connect(self.said)
        self.advice = _AdviceCard(ui)
        self.advice.take.clicked.connect(self._take_advice)
        self._programmes = day_programmes(tr.resources).programmes
        self._overlay = ReadingText(ui, "", ink="text-2")
        self.model = Options(ui, tr(say("Model")))
        self.method = Options(ui, tr(say("Hvordan I giver point")))
        self.model.chosen.connect(self._choose_model)
        self.method.chosen.connect(self._choose_method)
        scroll = ScrollColumn(ui, centred=False)
        scroll.column.set_padding(32, 24)
        body = scroll.body
        body.setSpacing(px(16))
        body.addWidget(Heading(ui, tr(say("Hvordan vil I gøre det?")), "large"))
        for part in (self.locked, self.circumstances, self.advice, self.model, self.method, self._overlay):
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
        tr = self.ui.tr
        self.circumstances.setVisible(found.may(Event.CHANGE_MODEL))
        self.circumstances.set_read_only(not may)
        self.circumstances.show_circumstances(found.circumstances)
        self.circumstances.know_people(len(found.people))
        self.advice.setVisible(found.may(Event.CHANGE_MODEL))
        advised = advise(found.circumstances, self._programmes)
        chosen = (found.package.id, found.evaluation.method)
        self.advice.show_advice(advised, is_chosen=chosen == (advised.model, advised.method), may=may)
        self._overlay.setText(tr(overlay_words(found)))
        offered = [
            Option(method.value, tr(name), tr(text))
            for method, (name, text) in METHODS.items()
            if method in found.package.methods
        ]
        self.method.show_options(offered, found.evaluation.method.value)
        for options in (self.model, self.method):
            options.set_read_only(not may)

    def _option(self, model: ModelPackage) -> Option:
        assert self._found is not None, "options are made for what is shown"
        tr, said = self.ui.tr, self._found.circumstances
        effort = effort_of(said, programme_for(model.id, said.time, self._programmes))
        of = sum(1 for _ in model.subcriteria())
        words = say("{n} spørgsmål. {effort} {why}", n=of, effort=effort.said, why=_why(model))
        return Option(model.sha256, model.name.in_language(tr.language), tr(words))

    def _choose_model(self, key: str) -> None:
        model = self._models[key]
        self.chosen.emit(model, model.recommended_method)

    def _take_advice(self) -> None:
        assert self._found is not None, "what is advised is shown"
        advised = advise(self._found.circumstances, self._programmes)
        model = next((each for each in self._models.values() if each.id == advised.model), None)
        if model is not None:
            self.chosen.emit(model, advised.method)

    def _choose_method(self, key: str) -> None:
        assert self._found is not None, "a method is chosen for what is shown"
        self.chosen.emit(self._found.package, Method(key))


def _least_first(model: ModelPackage) -> tuple[int, str]:
    return sum(1 for _ in model.subcriteria()), model.id


def _why(model: ModelPackage) -> Text:
    if model.guidance is Guidance.SHORT:
        return say("God første gang, og når I er færre end otte.")
    return say("God, når I har prøvet det før og har et par dage til mødet.")


def overlay_words(found: Preparation) -> Text:
    """What the model has for this sector."""
    sector = found.unit.sector
    own = [sub.sectors[sector] for sub in found.package.subcriteria() if sector in sub.sectors]
    count = sum(len(each.questions) for each in own)
    if not count:
        return say("Modellen har ingen særlige spørgsmål til jeres område. De fælles spørgsmål er med.")
    return say(
        "Der er også {n} spørgsmål fra jeres eget område: {sector}. Er I noget andet, så ret det "
        "under Jeres institution.",
        n=count,
        sector=SECTORS[sector],
    )


class _AdviceCard(QFrame):
    """What is advised, why, and what it takes; a button where something else is chosen."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.setProperty("look", "sunk")
        self._title = Heading(ui, "")
        self._reason, self._effort = ReadingText(ui, "", ink="text-2"), ReadingText(ui, "", ink="text-2")
        self._chosen = ReadingText(ui, ui.tr(say("Det er det, I har valgt.")), ink="green")
        self.take = LinkButton(ui, ui.tr(say("Brug forslaget")))
        px = ui.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        for part in (self._title, self._reason, self._effort, self._chosen):
            column.addWidget(part)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def words(self) -> str:
        """Everything that is said."""
        return f"{self._title.text()}. {self._reason.text()} {self._effort.text()}"

    def show_advice(self, advice: Advice, *, is_chosen: bool, may: bool) -> None:
        """Show it, and whether it is followed."""
        tr = self.ui.tr
        self._title.setText(tr(advice.title))
        self._reason.setText(tr(advice.reason))
        self._effort.setText(f"{tr(advice.effort.said)} {tr(advice.effort.parts)}")
        self._chosen.setVisible(is_chosen)
        self.take.setVisible(may and not is_chosen)
