"""A file with several evaluations of the same unit, each with its own model, method and scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Status
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Way
from kvik_desktop.evaluation.next_evaluation import start_next
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.model import Block, Method, ModelPackage
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import Journey

YEARS = timedelta(days=730)


@dataclass
class Calendar:
    """A clock that is turned on by hand."""

    at: datetime = field(default_factory=lambda: datetime(2020, 3, 2, 9, 30, tzinfo=UTC))

    def now(self) -> datetime:
        """The time it was turned to."""
        return self.at

    def on(self, days: float) -> None:
        """Turn it on."""
        self.at += timedelta(days=days)


@dataclass(frozen=True)
class Round:
    """One evaluation: its model and method, and about what everything was scored to."""

    model: str = "kvik"
    method: Method = Method.CLASSICAL
    score: int = 45


SHORT_FULL_FINE_STEPS = (
    Round("kvik-kort", Method.CLASSICAL, 38),
    Round("kvik", Method.CLASSICAL, 47),
    Round("kvik", Method.FINE, 52),
    Round("kvik", Method.SCALE5, 3),
)
"""Every way two evaluations can differ in the shipped models."""

FIVE_ALIKE = tuple(Round(score=score) for score in (34, 41, 39, 52, 58))


class Several:
    """The file, its clock, and the evaluations in their order."""

    def __init__(self, folder: Path, rounds: Sequence[Round]) -> None:
        self.clock = Calendar()
        first = rounds[0]
        self.journey = Journey(folder, self.clock, first.model, first.method).gather_people()
        self.file = self.journey.file
        self.ids: list[str] = []
        for place, each in enumerate(rounds):
            if place:
                self.clock.on(YEARS.days)
                self.begin(each)
            else:
                self.ids.append(self.journey.id)
            self.play(each)

    @property
    def path(self) -> Path:
        """The file."""
        return self.journey.path

    def begin(self, wanted: Round) -> Evaluation:
        """Begin the next evaluation."""
        package = load(wanted.model, Resources())
        title = f"Selvevaluering {self.clock.at.year}"
        begun = self.file.do(start_next, self.ids[-1], package, wanted.method, title).value
        self.ids.append(begun.id)
        return begun

    def play(self, wanted: Round) -> None:
        """Answer, reveal, agree and accept; an action for the first subcriterion, approved and half done."""
        own, package = self.ids[-1], load(wanted.model, Resources())
        self.answer(wanted)
        self.file.do(meeting.reveal, own, "Anna")
        agreed = [Agreed(sub, rating) for sub, rating in ratings(package, wanted).items()]
        self.file.do(meeting.settle, own, agreed)
        self.clock.on(1)
        self.file.do(meeting.accept, own, "Anna")
        self.plan(package)

    def answer(self, wanted: Round) -> None:
        """Everybody answers alike."""
        own, package = self.ids[-1], load(wanted.model, Resources())
        given = [NewAnswer(sub, rating, {}) for sub, rating in ratings(package, wanted).items()]
        for person in self.file.ask(evaluations.roster, own):
            self.file.do(evaluations.answer, own, person.id, given, Way.LAPTOP)

    def plan(self, package: ModelPackage) -> None:
        """Two actions of an approved plan; the first is done."""
        own, names = self.ids[-1], [sub.id for sub in package.subcriteria()]
        for title, source in (("Fast mandagsmøde", names[0]), ("Ny velkomst", names[4])):
            made = self.file.do(editing.add, own, title).value.action
            self.file.do(editing.set_subcriteria, own, made.id, [source])
        self.file.do(plans.approve, own, "Anna")
        first = self.file.ask(plans.plan, own)[0].action.id
        self.clock.on(40)
        self.file.do(follow_up.set_status, own, first, Status.DONE)


def ratings(package: ModelPackage, wanted: Round) -> dict[str, Rating]:
    """A rating of each subcriterion, near the score and never the same for all."""
    return {
        sub.id: _rating(package, sub.id, wanted, place) for place, sub in enumerate(package.subcriteria())
    }


def _rating(package: ModelPackage, sub: str, wanted: Round, place: int) -> Rating:
    if wanted.method is Method.SCALE5:
        return Rating(min(5, max(0, wanted.score + place % 3 - 1)))
    score = min(100, max(0, wanted.score + 7 * place % 31 - 15))
    if wanted.method is Method.CLASSICAL:
        return Rating(score)
    if package.block_of(sub) is Block.ENABLER:
        return Rating(plan=score, do=score, check=score, act=score)
    return Rating(trend=score, target=score)
