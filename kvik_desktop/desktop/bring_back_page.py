"""Bring a locked copy back: the passphrase first, then what it is to the file that is here, then a choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kvik_desktop import compose
from kvik_desktop.bundle.taking_along import Opened, bring_back, open_copy
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.field import Field
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.password_field import password_field
from kvik_desktop.shell.window import Window
from kvik_desktop.storage.carrying import Edition, Relation

T = TypeVar("T")

EVALUATIONS = say("Selvevalueringer (*.kvikdb)")
FIELD_WIDE = 360
FOUND: Mapping[Relation, Text] = {
    Relation.NEWER: say("Kopien er nyere end filen her"),
    Relation.OLDER: say("Kopien er ældre end filen her"),
    Relation.APART: say("Både kopien og filen her er ændret"),
    Relation.SAME: say("Kopien er den samme som filen her"),
    Relation.OTHER: say("Filen er ikke på denne computer endnu"),
}
MEANS: Mapping[Relation, Text] = {
    Relation.NEWER: say(
        "Gå videre med kopien, så er du, hvor du slap. Filen her bliver liggende ved siden af."
    ),
    Relation.OLDER: say(
        "Gå videre med filen her. Henter du kopien tilbage, mangler det, der er lavet siden."
    ),
    Relation.APART: say(
        "De kan ikke samles. Vælg den, du vil gå videre med, eller gem kopien for sig, og se efter."
    ),
    Relation.SAME: say("Du kan gå videre med filen her. Der er intet at hente."),
    Relation.OTHER: say("Vælg, hvor den skal ligge."),
}


class BringBackPage(SubPage):
    """Nothing is written before a button is pressed, and nothing that is here is overwritten."""

    help = say(
        "Her åbner du en låst kopi fra en USB-nøgle. Skriv den adgangssætning, den blev låst med. Så ser "
        "du, om kopien er nyere eller ældre end den fil, der ligger på computeren, og vælger selv. Intet "
        "bliver overskrevet: filen, som den er nu, bliver liggende ved siden af."
    )

    def __init__(self, ui: Ui, window: Window, given: Path) -> None:
        tr = ui.tr
        super().__init__(ui, tr(say("Hvad er kopien låst med?")))
        self._window = window
        self.given = given
        self._copy = given
        self.opened: Opened | None = None
        self.words = Field(ui, tr(say("Adgangssætning til {name}", name=given.name)), password_field())
        self.words.setMaximumWidth(ui.theme.px(FIELD_WIDE))
        self.words.control.textEdited.connect(self._edited)
        self.note: Note | None = None
        self._is_working = False
        self.body.addWidget(self.words)
        self._show_foot()

    def first_focus(self) -> QWidget:
        """The passphrase; later the first button."""
        return self.words.control if self.opened is None else super().first_focus()

    def _edited(self) -> None:
        self.words.set_error("")
        self._show_foot()

    # The foot

    def _show_foot(self) -> None:
        tr, opened = self.ui.tr, self.opened
        asleep = tr(say("Kopien bliver låst op …")) if self._is_working else ""
        if opened is None:
            if not self.words.control.text():
                asleep = tr(say("Skriv adgangssætningen først."))
            self.set_foot(Act(tr(say("Lås op")), self._unlock, "key", asleep=asleep))
            return
        here = opened.here
        if here is None:
            self.set_foot(Act(tr(say("Vælg, hvor den skal ligge…")), self._put_elsewhere, "folder"))
            return
        open_here, bring = partial(self._window.open, here), partial(self._bring, here)
        apart = Act(tr(say("Gem for sig…")), self._put_elsewhere, "folder")
        match opened.relation:
            case Relation.NEWER:
                back = Act(tr(say("Gå videre med kopien")), bring, "refresh", asleep=asleep)
                self.set_foot(back, [Act(tr(say("Brug filen her")), open_here), apart])
            case Relation.SAME:
                self.set_foot(Act(tr(say("Gå videre med filen her")), open_here, "chevron-right"))
            case _:
                stay = Act(tr(say("Gå videre med filen her")), open_here, "chevron-right", asleep=asleep)
                self.set_foot(stay, [Act(tr(say("Brug kopien")), bring, "refresh"), apart])

    # What is done

    def _unlock(self) -> None:
        self._is_working = True
        self._show_foot()
        words, known = self.words.control.text(), self._known()
        cabinet = compose.cabinet(self._window.clock)
        self._run(lambda: open_copy(self._copy, words, known, cabinet), self._show)

    def _known(self) -> list[Path]:
        """Where the same file may lie: what was open, and the user's own folder."""
        recent = [Path(each.path) for each in self._window.settings.recent if each.kind == "institution"]
        return [*recent, *sorted(Places.of_user().evaluations.glob("*.kvikdb"))]

    def _show(self, opened: Opened) -> None:
        tr = self.ui.tr
        self.opened, self._is_working = opened, False
        self.words.control.clear()
        self.words.hide()
        self.heading.setText(tr(say("Hvilken fil vil du gå videre med?")))
        title = say("Filen {name}", name=opened.name) if opened.here is None else FOUND[opened.relation]
        lines = [tr(_saved(say("Kopien"), opened.edition))]
        if opened.here is not None and opened.here_edition is not None:
            lines.append(tr(_saved(say("Filen her"), opened.here_edition)))
            lines.append(tr(say("Den ligger i {path}", path=opened.here.parent)))
        means = tr(MEANS[opened.relation])
        calm = opened.relation in (Relation.NEWER, Relation.SAME, Relation.OTHER)
        self.note = Note(self.ui, "info" if calm else "caution", tr(title), means, lines=lines)
        self.body.addWidget(self.note)
        self._show_foot()
        self.first_focus().setFocus()

    def _bring(self, path: Path) -> None:
        opened = self.opened
        assert opened is not None, "the button comes with an open copy"
        cabinet = compose.cabinet(self._window.clock)
        self._is_working = True
        self._show_foot()
        self._run(lambda: bring_back(opened, path, cabinet), lambda _: self._window.open(path))

    def _put_elsewhere(self) -> None:
        opened = self.opened
        assert opened is not None, "the button comes with an open copy"
        proposed = Places.of_user().evaluations / opened.name
        path = self._window.choose.save(
            self.ui.tr(say("Hvor skal filen ligge?")), str(proposed), self.ui.tr(EVALUATIONS)
        )
        if path is not None:
            self._bring(path if path.suffix.lower() == ".kvikdb" else path.with_name(f"{path.name}.kvikdb"))

    # Work

    def _run(self, job: Callable[[], T], come: Callable[[T], object]) -> None:
        def show(result: T) -> None:
            if self._stands():
                come(result)

        self._window.tasks.run(job, show, self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_working = False
        if not isinstance(error, Problem):
            self._window.crashed(error)
        elif self._stands():
            self._tell(error)

    def _tell(self, problem: Problem) -> None:
        tr = self.ui.tr
        if problem.code == "E_PASSPHRASE":
            self.words.control.clear()
            self.words.set_error(f"{tr(problem.message)} {tr(problem.action)}")
            self.words.control.setFocus()
        else:
            self.notes.show_problem(problem)
        self._show_foot()

    def _stands(self) -> bool:
        start = self._window.start
        return start is not None and start.sub is self


def _saved(what: Text, edition: Edition) -> Text:
    at: datetime | None = edition.saved
    if at is None:
        return say("{what} er ikke ændret, siden den blev lavet.", what=what)
    return say("{what} er sidst gemt {saved}.", what=what, saved=at.astimezone())


def make(ui: Ui, window: Window, given: object) -> BringBackPage:
    """The page; ``given`` is the path of a locked copy."""
    assert isinstance(given, Path)
    return BringBackPage(ui, window, given)
