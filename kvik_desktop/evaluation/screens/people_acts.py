"""What the page of preparation does with its participants: add, read, preview, correct, move, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kvik_desktop.evaluation import team
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.collecting.roster_table import read_roster
from kvik_desktop.evaluation.model import Participant
from kvik_desktop.evaluation.preparing.pasted_people import understood
from kvik_desktop.evaluation.preparing.people_preview import preview
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.screens.people_view import PeopleView
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui

TABLES = say("Lister med deltagere (*.csv)")


class PeopleActs:
    """Listens to the view of people; ``found`` is what the file says now, ``shown`` shows it anew."""

    def __init__(
        self,
        ui: Ui,
        desk: Desk[Any],
        view: PeopleView,
        found: Callable[[], Preparation],
        shown: Callable[[], None],
    ) -> None:
        self.ui = ui
        self._desk, self._view, self._found, self._shown = desk, view, found, shown
        view.added.connect(self._add)
        view.pasted.connect(self._read)
        view.previewed.connect(self.take_preview)
        view.dropped.connect(shown)
        view.preview.changed.connect(shown)
        view.corrected.connect(self._correct)
        view.removed.connect(self._remove)
        view.moved.connect(self._move)

    @property
    def _id(self) -> str:
        return self._found().evaluation.id

    def _add(self, people: Sequence[NewParticipant]) -> None:
        """Those who are on the list already stay as they are; a name stays in its field until it is kept."""
        known = {person.name.casefold() for person in self._found().people}
        fresh = [person for person in people if person.name.casefold() not in known]
        if fresh:
            self._desk.do(evaluations.add_participants, self._id, fresh).then(self._added)
        else:
            said = say("{name} står allerede på listen.", name=people[0].name)
            self._desk.say(self.ui.tr(said))

    def _added(self, people: tuple[Participant, ...]) -> None:
        self._view.new.clear()
        if len(people) > 1:
            said = say_n("{n} deltager er tilføjet", "{n} deltagere er tilføjet", len(people))
            self._desk.say(self.ui.tr(said), undoable=True)

    # A list is shown before anybody is added

    def _read(self, text: str) -> None:
        """What was understood of a pasted text; those who are on the list stay as they are."""
        found = understood(text)
        self._view.show_preview(preview(found.people, self._found().people, found.skipped))
        self._shown()

    def take_preview(self) -> None:
        """Add those who are ticked."""
        people = self._view.preview.people
        if people:
            self._desk.do(evaluations.add_participants, self._id, people).then(self._previewed)

    def drop_preview(self) -> None:
        """Add nobody."""
        self._view.drop_preview()

    def _previewed(self, people: tuple[Participant, ...]) -> None:
        self._view.drop_preview()
        self._added(people)

    def choose_file(self) -> None:
        """Fetch a list from a file."""
        tr = self.ui.tr
        path = self._desk.choose.file(tr(say("Hent deltagere fra en fil")), tr(TABLES))
        if path is not None:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """A file is the whole truth of those who are in it: roles are corrected, too."""
        self._desk.run(lambda _file: read_roster(path)).then(self._show_file)

    def _show_file(self, people: tuple[NewParticipant, ...]) -> None:
        self._view.show_preview(preview(people, self._found().people, correcting=True))
        self._shown()

    # One of them

    def _correct(self, person: Participant) -> None:
        row, tr = self._view.rows[person.id], self.ui.tr

        def told(problem: Problem) -> None:
            row.set_wrong(f"{tr(problem.message)} {tr(problem.action)}")

        self._desk.telling(told).do(team.correct, self._id, person)

    def _remove(self, person: Participant) -> None:
        said = self.ui.tr(say("{name} er fjernet fra listen", name=person.name))
        gone = self._desk.do(team.remove, self._id, person.id)
        gone.then(lambda _: self._desk.say(said, undoable=True))

    def _move(self, person: str, place: int) -> None:
        self._desk.do(team.move, self._id, person, place)
