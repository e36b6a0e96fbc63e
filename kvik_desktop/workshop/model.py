"""The consensus meeting: how much people disagree, what they agree on, and what they gathered.

Flags and tolerances are our own choice and adjustable; the agreed score is agreed, never averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from kvik_desktop.evaluation.model import LOWEST_SMALLEST_GROUP, Evaluation, StatementKind, Unit
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage
from kvik_desktop.model_package.scoring import Rating, ScoreSheet, band_of, middle
from kvik_desktop.workshop.convergence import Stability
from kvik_desktop.workshop.gathered import GatheredStatement
from kvik_desktop.workshop.visit.model import Validation


class Flag(StrEnum):
    """How much the answers to one subcriterion differ."""

    RED = "red"
    GREY = "grey"
    AMBER = "amber"
    GREEN = "green"


TOLD_FROM = LOWEST_SMALLEST_GROUP
"""Of fewer answers only the number is told: two people know each other's from their own and the median."""


class Outcome(StrEnum):
    """How a subcriterion was left."""

    AGREED = "agreed"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """When disagreement is large or some; in points and bands (on 0-5 a point is a band)."""

    red_points: int
    red_bands: int
    amber_points: int
    amber_bands: int
    from_median: int

    @classmethod
    def of(cls, evaluation: Evaluation) -> Tolerance:
        """The evaluation's own settings; on the scale 0-5 only the bands count."""
        return cls(
            evaluation.red_points,
            evaluation.red_bands,
            evaluation.amber_points,
            evaluation.amber_bands,
            evaluation.tolerance,
        )


@dataclass(frozen=True, slots=True)
class Spread:
    """The answers to one subcriterion in one round, without who gave them."""

    method: Method
    values: tuple[Fraction, ...]
    """The scores that were given, lowest first."""
    cannot_judge: int
    ratings: tuple[Rating, ...] = ()
    """The figures behind the scores, in their order."""

    @property
    def n(self) -> int:
        """How many gave a score."""
        return len(self.values)

    @property
    def median(self) -> Fraction | None:
        """The starting point of the talk."""
        return middle(self.values)

    def start(self, block: Block) -> Rating:
        """Where the talk begins: the median, by phase in the fine method, half up; empty of nothing."""
        is_fine = self.method is Method.FINE
        names = [phase.value for phase in PHASES[block]] if is_fine else ["score"]
        return Rating(**{name: _middle(getattr(rating, name) for rating in self.ratings) for name in names})

    @property
    def bands(self) -> tuple[int, ...]:
        """How many lie in each of the six bands."""
        places = [band_of(whole(value), self.method) for value in self.values]
        return tuple(places.count(band) for band in range(6))

    def flag(self, tolerance: Tolerance) -> Flag:
        """Red, amber or green by distance; grey when too few could judge to say so."""
        if self.n < 2 or self.cannot_judge >= self.n:
            return Flag.GREY
        points = self.values[-1] - self.values[0]
        bands = band_of(whole(self.values[-1]), self.method) - band_of(whole(self.values[0]), self.method)
        by_points = self.method is not Method.SCALE5
        if bands >= tolerance.red_bands or (by_points and points >= tolerance.red_points):
            return Flag.RED
        if bands >= tolerance.amber_bands or (by_points and points >= tolerance.amber_points):
            return Flag.AMBER
        return Flag.GREEN

    def calm(self, tolerance: Tolerance) -> tuple[Fraction, Fraction] | None:
        """The scores inside the spread and near enough to the median; None where nobody gave one."""
        middle = self.median
        if middle is None:
            return None
        far = 1 if self.method is Method.SCALE5 else tolerance.from_median
        return max(self.values[0], middle - far), min(self.values[-1], middle + far)

    def needs_reason(self, agreed: Fraction, tolerance: Tolerance) -> bool:
        """Whether the agreed score lies outside the spread or too far from the median."""
        calm = self.calm(tolerance)
        return calm is None or not calm[0] <= agreed <= calm[1]


def spread(ratings: Iterable[Rating], block: Block, method: Method) -> Spread:
    """The spread of the ratings of one subcriterion; an incomplete rating counts as *cannot judge*."""
    given = [(rating.value(block, method), rating) for rating in ratings]
    scored = [(value, rating) for value, rating in given if value is not None]
    # Scores are whole or have the number of phases below the line: as floats they stand in the same order.
    scored.sort(key=lambda pair: float(pair[0]))
    values, behind = tuple(value for value, _ in scored), tuple(rating for _, rating in scored)
    return Spread(method, values, len(given) - len(scored), behind)


def _middle(values: Iterable[int]) -> int | None:
    found = middle(sorted(values))
    return None if found is None else whole(found)


@dataclass(frozen=True, slots=True)
class Round:
    """One round of hidden scores for one subcriterion; round 1 is the individual assessment itself."""

    evaluation: str
    subcriterion: str
    number: int
    opened: datetime
    closed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Consensus:
    """What the group agreed on one subcriterion, or that it was parked with a note."""

    evaluation: str
    subcriterion: str
    outcome: Outcome
    settled: datetime
    score: int | None = None
    plan: int | None = None
    do: int | None = None
    check: int | None = None
    act: int | None = None
    trend: int | None = None
    target: int | None = None
    reason: str = ""
    note: str = ""

    @property
    def rating(self) -> Rating:
        """The agreed figures alone; empty where the subcriterion was parked."""
        return Rating(self.score, self.plan, self.do, self.check, self.act, self.trend, self.target)


@dataclass(frozen=True, slots=True)
class AgendaPlace:
    """Where a subcriterion stands on an agenda that the group has put in its own order; 0 is first."""

    evaluation: str
    subcriterion: str
    position: int


DAY = ""
"""The subject of the private note about the day as a whole."""


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """What the facilitator has written about a subcriterion, or about the day; nobody else's business."""

    evaluation: str
    subject: str
    """A subcriterion's id, or :data:`DAY`."""
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a group has come to before it settles: score, reason, and the note where it is about to park."""

    rating: Rating
    reason: str = ""
    parking: str | None = None
    asked: bool = False
    """The group has been asked for a reason once."""
    stops: tuple[int, ...] = ()
    """Which of the four moves the group has stopped at; none where nothing is known of it."""


@dataclass(frozen=True, slots=True)
class BoardDraft:
    """A draft of one subcriterion in one round, since another round has another median to begin at."""

    evaluation: str
    subcriterion: str
    round: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class FrozenDistribution:
    """What is left of the individual answers to one subcriterion when they have been deleted."""

    evaluation: str
    subcriterion: str
    round: int
    n: int
    cannot_judge: int
    bands: tuple[int, ...]
    flag: Flag


@dataclass(frozen=True, slots=True)
class RoundResult:
    """One closed round of one subcriterion: counts and flag always, the spread while answers are kept."""

    number: int
    n: int
    cannot_judge: int
    bands: tuple[int, ...]
    flag: Flag
    spread: Spread | None = None
    stability: Stability | None = None
    """Against the round before; None for the first, and where the answers are gone."""

    @classmethod
    def of(
        cls, number: int, answers: Spread, tolerance: Tolerance, stability: Stability | None = None
    ) -> RoundResult:
        """The result of a round whose answers are still kept."""
        flag = answers.flag(tolerance)
        return cls(number, answers.n, answers.cannot_judge, answers.bands, flag, answers, stability)

    @property
    def median(self) -> Fraction | None:
        """The starting point of the talk; None where it would tell what somebody answered, or is gone."""
        return self.spread.median if self.spread is not None and self.n >= TOLD_FROM else None


@dataclass(frozen=True, slots=True)
class Item:
    """One subcriterion on the agenda: every round, what was agreed and what was gathered."""

    subcriterion: str
    rounds: tuple[RoundResult, ...]
    consensus: Consensus | None
    statements: Mapping[StatementKind, tuple[GatheredStatement, ...]]
    open_round: int | None = None

    @property
    def latest(self) -> RoundResult:
        """The newest round that has been opened to all."""
        return self.rounds[-1]

    @property
    def is_settled(self) -> bool:
        """Agreed, or parked with a note."""
        return self.consensus is not None

    @property
    def is_agreed_on(self) -> bool:
        """Whether there is so little disagreement that the median can stand, and it is still known."""
        return self.latest.flag is Flag.GREEN and self.latest.spread is not None

    def start(self, block: Block) -> Rating:
        """Where the talk begins; empty where nobody gave a score, or the answers are gone."""
        return Rating() if self.latest.spread is None else self.latest.spread.start(block)

    def lacks_reason(self, block: Block, method: Method, tolerance: Tolerance) -> bool:
        """Whether it was agreed far from what was said, without a reason."""
        answers, agreed = self.latest.spread, self.consensus
        if answers is None or agreed is None or agreed.reason.strip():
            return False
        value = agreed.rating.value(block, method)
        return value is not None and answers.needs_reason(value, tolerance)


@dataclass(frozen=True, slots=True)
class Result:
    """Everything one evaluation has come to: what the report, the package and the next one are made from."""

    unit: Unit
    evaluation: Evaluation
    package: ModelPackage
    state: State
    roles: tuple[tuple[str, int], ...]
    """How many took part in each role, most first."""
    participants: int
    answered: int
    """How many answered anything."""
    items: tuple[Item, ...]
    """In the model's order."""
    sheet: ScoreSheet
    """The agreed scores and their means."""
    validation: Validation | None = None
    """That it was looked into on a visit by somebody from outside; None where it is the group's own."""

    @property
    def parked(self) -> tuple[Item, ...]:
        """What was left without a score, each with its note."""
        return tuple(
            item for item in self.items if item.consensus and item.consensus.outcome is Outcome.PARKED
        )
