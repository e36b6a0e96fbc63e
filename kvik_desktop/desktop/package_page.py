"""What packages are that were dropped on the start page, and what can be done with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from kvik_desktop.bundle.screens.facts import FACT_NAMES, FactList, fact_lines
from kvik_desktop.desktop.received import Received, judge
from kvik_desktop.desktop.sub_page import SubPage
from kvik_desktop.envelope.kinds import Kind
from kvik_desktop.envelope.verdict import Fact, Outcome
from kvik_desktop.foundation.places import Places
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.page import Act
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.note import Kind as NoteKind
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.window import Window

LOOKS: Mapping[Outcome, NoteKind] = {
    Outcome.ACCEPTED: "done",
    Outcome.QUARANTINED: "caution",
    Outcome.REJECTED: "problem",
}
ANSWERS: Mapping[Fact, Text] = {
    Fact.YES: say("Ja"),
    Fact.NO: say("Nej"),
    Fact.UNKNOWN: say("Ikke prøvet her"),
}
FOR_INSTITUTIONS = (Kind.INVITATION, Kind.TRUST_LIST)


class PackagePage(SubPage):
    """The verdict on each file with its five facts; nothing is taken in by looking."""

    help = say(
        "Her ser du, hvad en pakke er, og om den er hel. Intet er indlæst. Er du koordinator, kan du hente "
        "pakken ind i indbakken; dér bliver den prøvet igen, også mod tillidslisten. En invitation hører til "
        "i institutionens egen fil, i trin 6."
    )

    def __init__(self, ui: Ui, window: Window, paths: Sequence[Path]) -> None:
        super().__init__(ui, ui.tr(say_n("Hvad er det for en fil?", "Hvad er det for filer?", len(paths))))
        self._window = window
        self.given = paths
        self._found: Sequence[Received] = ()

    def refresh(self) -> None:
        """Look at the files."""
        self.notes.show_work(self.ui.tr(say("Ser på pakken …")))
        job = partial(judge, cast("Sequence[Path]", self.given), self._window.clock, self.ui.tr.resources)
        self._window.tasks.run(job, self._show, self._window.crashed)

    def _show(self, found: Sequence[Received]) -> None:
        start = self._window.start
        if start is None or start.sub is not self:
            return
        self.notes.clear()
        self._found = found
        for each in found:
            self.add_group(self.ui.tr(each.name), self._note(each), self._facts(each))
        self.set_foot(self._next())
        self.first_focus().setFocus()

    def _next(self) -> Act:
        """What the notes say one is to do."""
        tr, count = self.ui.tr, len(self._for_coordinator)
        if count:
            words = say_n("Hent den ind som koordinator", "Hent {n} ind som koordinator", count)
            return Act(tr(words), self._import, icon="inbox")
        own = all(_is_for_institution(each) for each in self._found)
        words = say("Åbn jeres egen fil…") if own else say("Åbn en anden fil…")
        return Act(tr(words), self._window.start.open_file, icon="folder")

    @property
    def _for_coordinator(self) -> list[Path]:
        return [each.path for each in self._found if each.is_for_coordinator]

    def _note(self, each: Received) -> Note:
        tr, verdict = self.ui.tr, each.verdict
        if each.waits_for_coordinator:
            return Note(
                self.ui,
                "info",
                tr(say("Pakken er hel og underskrevet.")),
                tr(
                    say(
                        "Om nøglen er godkendt, kan kun koordinatoren se. Hent den ind som koordinator, "
                        "eller send filen til kommunens koordinator."
                    )
                ),
            )
        if _is_for_institution(each):
            return Note(
                self.ui,
                "info",
                tr(say("Filen hører til i jeres selvevaluering.")),
                tr(say("Åbn jeres egen fil, gå til trin 6, og træk denne fil derhen.")),
            )
        return Note(self.ui, LOOKS[verdict.outcome], tr(verdict.message), tr(verdict.action))

    def _facts(self, each: Received) -> FactList:
        facts = each.verdict.facts
        return FactList(
            self.ui, fact_lines(facts, {name: ANSWERS[getattr(facts, name)] for name in FACT_NAMES})
        )

    def _import(self) -> None:
        self._window.open(Places.of_user().central_database, "coordinator", self._for_coordinator)


def _is_for_institution(each: Received) -> bool:
    verdict = each.verdict
    return verdict.kind in FOR_INSTITUTIONS and verdict.outcome is not Outcome.REJECTED


def make(ui: Ui, window: Window, given: object) -> PackagePage:
    """The page; ``given`` are the files."""
    return PackagePage(ui, window, cast("Sequence[Path]", given))
