"""A small evaluation, five people and the short edition, taken as far along as a test needs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kvik_desktop.compose import create_file
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import StatementKind, Way
from kvik_desktop.evaluation.usecases import NewAnswer, NewParticipant, NewUnit
from kvik_desktop.foundation.clock import Clock
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Method, Sector
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed

PEOPLE = ("Anna", "Bo", "Carla", "Dines", "Eva")


class Journey:
    """An open file with the ids that the tests need."""

    def __init__(self, folder: Path, clock: Clock, model: str = "kvik-kort", method: Method | None = None):
        self.package = load(model, Resources())
        self.path = folder / "enhed.kvikdb"
        self.method = method or self.package.recommended_method
        unit = NewUnit("Børnehuset", Sector.DAYCARE, "671-boernehuset")
        first = partial(
            evaluations.begin, unit=unit, package=self.package, method=self.method, title="Selvevaluering"
        )
        self.file: EvaluationFile = create_file(self.path, first, clock)
        self.id = self.file.ask(evaluations.current).id
        self.subcriteria = tuple(sub.id for sub in self.package.subcriteria())
        self.people: dict[str, str] = {}

    def gather_people(self, names: tuple[str, ...] = PEOPLE) -> Journey:
        new = [NewParticipant(name, "pædagog", name == names[0]) for name in names]
        self.file.do(evaluations.add_participants, self.id, new)
        roster = self.file.ask(evaluations.roster, self.id)
        self.people = {person.name: person.id for person in roster}
        return self

    def rating(self, subcriterion: str, score: int | None) -> Rating:
        """The score as the method wants it; the fine method gets it in every phase."""
        if score is None or self.method is not Method.FINE:
            return Rating(score)
        enabler = self.package.block_of(subcriterion).value == "enabler"
        return (
            Rating(plan=score, do=score, check=score, act=score)
            if enabler
            else Rating(trend=score, target=score)
        )

    def answer(self, name: str, subcriterion: str, score: int | None, **texts: tuple[str, ...]) -> Journey:
        kinds = {StatementKind(kind): lines for kind, lines in texts.items()}
        given = [NewAnswer(subcriterion, self.rating(subcriterion, score), kinds)]
        self.file.do(evaluations.answer, self.id, self.people[name], given, Way.LAPTOP)
        return self

    def answer_all(self, scores: dict[str, int | None]) -> Journey:
        for name, score in scores.items():
            given = [NewAnswer(sub, self.rating(sub, score), {}) for sub in self.subcriteria]
            self.file.do(evaluations.answer, self.id, self.people[name], given, Way.TABLE)
        return self

    def reveal(self) -> Journey:
        self.file.do(meeting.reveal, self.id, "Anna")
        return self

    def settle_all(self, score: int = 3) -> Journey:
        agreed = [Agreed(sub, self.rating(sub, score)) for sub in self.subcriteria]
        self.file.do(meeting.settle, self.id, agreed)
        return self

    def accept(self) -> Journey:
        self.file.do(meeting.accept, self.id, "Anna")
        return self

    def accepted(self) -> Journey:
        """The whole way to an accepted result."""
        self.gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
        return self.reveal().settle_all().accept()
