"""What the meeting's page is given, and no more: who has handed in before the reveal, the agenda after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Participant, StatementKind
from kvik_desktop.evaluation.states import State, state_of
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.model_package.model import Block, Guidance, Method, ModelPackage, Sector, Subcriterion
from kvik_desktop.model_package.scoring import Rating, band_of
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import agenda_order, drafts, statements
from kvik_desktop.workshop.convergence import Advice, Stability, advice, within_a_step
from kvik_desktop.workshop.gathered import GatheredOriginal, GatheredStatement
from kvik_desktop.workshop.model import TOLD_FROM, Consensus, Draft, Flag, Item, RoundResult, Tolerance
from kvik_desktop.workshop.voices import Voices, opening

NOWHERE = -1
"""The step of one who has given no score."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one participant is, never what was answered."""

    participant: Participant
    answered: int
    of: int
    submitted: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that may be seen before the reveal."""

    evaluation: Evaluation
    people: tuple[Progress, ...]
    leader: str
    """The leader's name; empty where there is none or more than one."""
    now: datetime

    @property
    def handed_in(self) -> int:
        """How many have handed in."""
        return sum(1 for person in self.people if person.submitted is not None)

    @property
    def missing(self) -> tuple[Progress, ...]:
        """Those who have not handed in."""
        return tuple(person for person in self.people if person.submitted is None)

    @property
    def answered(self) -> bool:
        """Whether there is anything to open."""
        return any(person.answered for person in self.people)


@dataclass(frozen=True, slots=True)
class Dots:
    """The answers of one round as they may be shown: each at its score, by step, or only how many."""

    number: int
    n: int
    cannot_judge: int
    bands: tuple[int, ...] = ()
    """How many lie on each of the six steps; empty where there are too few answers to tell."""
    values: tuple[int, ...] = ()
    """Every score, lowest first; empty under the smallest group and where the answers are deleted."""
    median: int | None = None
    stability: Stability | None = None
    """How many changed step since the round before; None for the first, and where it is not told."""

    @classmethod
    def of(cls, result: RoundResult, method: Method, smallest_group: int, *, few_dots: bool = False) -> Dots:
        """What may be shown of a round; with ``few_dots`` the group has chosen to see few answers, too.

        On the scale 0-5 a score says no more than its step.
        """
        if result.n < TOLD_FROM:
            return cls(result.number, result.n, result.cannot_judge)
        values: tuple[int, ...] = ()
        shown = few_dots or result.n >= smallest_group or method is Method.SCALE5
        if result.spread is not None and shown:
            values = tuple(whole(value) for value in result.spread.values)
        rounded = None if result.median is None else whole(result.median)
        moves = result.stability.told(smallest_group) if result.stability else None
        return cls(result.number, result.n, result.cannot_judge, result.bands, values, rounded, moves)

    @property
    def within_a_step(self) -> int | None:
        """The most answers of which no two lie more than a step apart; None where too few answered."""
        return within_a_step(self.bands) if self.bands else None

    @property
    def points(self) -> int | None:
        """From the lowest score to the highest; None where scores are not shown."""
        return self.values[-1] - self.values[0] if self.values else None

    @property
    def steps(self) -> int | None:
        """From the lowest step to the highest; None where there are too few answers to tell."""
        held = [step for step, count in enumerate(self.bands) if count]
        return held[-1] - held[0] if held else None


@dataclass(frozen=True, slots=True)
class Line:
    """One subcriterion on the agenda, with everything its board shows."""

    subcriterion: Subcriterion
    block: Block
    method: Method
    flag: Flag
    """Grey, too, where the answers are gone, so that nothing can be settled unseen."""
    rounds: tuple[Dots, ...]
    """Every round that has been opened to all, oldest first."""
    consensus: Consensus | None
    statements: Mapping[StatementKind, tuple[GatheredStatement, ...]]
    suggestion: Rating
    """The median: where the talk begins. Empty where it would tell what somebody answered."""
    calm: tuple[Fraction, Fraction] | None
    """Between these the agreed score needs no reason; None where every score does."""
    lacks_reason: bool
    open_round: int | None
    answered: frozenset[str]
    """The participants who have answered in the open round."""
    first_flag: Flag = Flag.GREY
    """How much people differed when the answers were opened."""

    @property
    def id(self) -> str:
        """The subcriterion's id."""
        return self.subcriterion.id

    @property
    def dots(self) -> Dots:
        """The newest round."""
        return self.rounds[-1]

    @property
    def is_settled(self) -> bool:
        """Agreed or parked."""
        return self.consensus is not None

    @property
    def can_be_settled_unseen(self) -> bool:
        """Whether the median may stand without a talk: green, and nobody is answering anew."""
        return self.flag is Flag.GREEN and self.open_round is None

    @property
    def advice(self) -> Advice | None:
        """What is worth doing after a further round; None after the first, and when it is settled."""
        if self.dots.number == 1 or self.is_settled or not self.dots.bands:
            return None
        return advice(self.dots.stability, is_together=self.flag is Flag.GREEN)

    def value(self, rating: Rating) -> Fraction | None:
        """The score of a rating of this subcriterion; None unless it is complete."""
        return rating.value(self.block, self.method)

    def needs_reason(self, value: Fraction) -> bool:
        """Whether the group should say why it agrees on this score."""
        return self.calm is None or not self.calm[0] <= value <= self.calm[1]


@dataclass(frozen=True, slots=True)
class Board:
    """The meeting from the reveal on."""

    evaluation: Evaluation
    package: ModelPackage
    sector: Sector
    state: State
    lines: tuple[Line, ...]
    """By disagreement: red, grey, amber, green; widest first; or as the group has put them by hand."""
    originals: Mapping[str, tuple[GatheredOriginal, ...]]
    """By gathered text what it was merged or rewritten from."""
    people: tuple[Participant, ...]
    leaders: tuple[str, ...]
    now: datetime
    by_hand: bool = False
    """The group has put the agenda in its own order."""
    voices: Mapping[str, Voices] = field(default_factory=dict)
    """By subcriterion who may begin the talk; for the facilitator's own screen."""
    drafts: Mapping[tuple[str, int], Draft] = field(default_factory=dict)
    """By subcriterion and round what the group has come to and not settled."""

    @property
    def to_discuss(self) -> tuple[Line, ...]:
        """What is open and not green, or is being answered anew."""
        return tuple(line for line in self.lines if not line.is_settled and not line.can_be_settled_unseen)

    @property
    def together(self) -> tuple[Line, ...]:
        """What is open and green: it can be settled in one act."""
        return tuple(line for line in self.lines if not line.is_settled and line.can_be_settled_unseen)

    @property
    def settled(self) -> tuple[Line, ...]:
        """What is agreed or parked, in the model's order."""
        by_id = {line.id: line for line in self.lines if line.is_settled}
        return tuple(by_id[sub.id] for sub in self.package.subcriteria() if sub.id in by_id)

    @property
    def is_accepted(self) -> bool:
        """Whether the result can no longer be changed."""
        return self.evaluation.accepted is not None

    def begins_with_evidence(self, line: Line) -> bool:
        """Whether there is evidence to begin with: a short model asks for it under more fields only."""
        return self.package.guidance is not Guidance.SHORT or bool(line.statements[StatementKind.EVIDENCE])


def shown(work: Transaction) -> Waiting | Board:
    """What may be shown of the newest evaluation's meeting now."""
    evaluation = evaluations.current(work)
    return _waiting(work, evaluation) if evaluation.revealed is None else _board(work, evaluation)


def _waiting(work: Transaction, evaluation: Evaluation) -> Waiting:
    leader = evaluations.leader_of(work, evaluation.id)
    people = tuple(
        Progress(each.participant, each.answered, each.of, each.submitted)
        for each in evaluations.hand_ins(work, evaluation.id)
    )
    return Waiting(evaluation, people, leader.name if leader else "", work.now())


def _board(work: Transaction, evaluation: Evaluation) -> Board:
    package = evaluations.package_of(work, evaluation)
    items = agenda_order.ordered(work, evaluation.id)
    people = evaluations.roster(work, evaluation.id)
    return Board(
        evaluation,
        package,
        evaluations.unit_of(work, evaluation).sector,
        state_of(evaluation, answered=True, settled=all(item.is_settled for item in items)),
        tuple(_line(work, evaluation, package, item) for item in items),
        statements.originals(work, evaluation.id),
        people,
        tuple(person.name for person in people if person.leader),
        work.now(),
        agenda_order.is_by_hand(work, evaluation.id),
        _voices(work, evaluation, package, {item.subcriterion: item.latest for item in items}),
        drafts.drafts(work, evaluation.id),
    )


def _voices(
    work: Transaction, evaluation: Evaluation, package: ModelPackage, latest: Mapping[str, RoundResult]
) -> Mapping[str, Voices]:
    """Of what is not agreed on, in the model's order, which stays the same however the agenda is put."""
    differing = [sub.id for sub in package.subcriteria() if latest[sub.id].flag is not Flag.GREEN]
    bands = {name: latest[name].bands for name in differing}
    if not evaluation.speakers_named or evaluation.answers_deleted is not None:
        return opening(bands)
    names = {person.id: person.name for person in evaluations.roster(work, evaluation.id)}
    given = evaluations.revealed_answers(work, evaluation.id)
    who = {each.id: names.get(each.participant or "", "") for each in given.sets}
    people: dict[str, dict[str, int]] = {name: dict.fromkeys(names.values(), NOWHERE) for name in differing}
    for answer in given.answers:
        if answer.subcriterion in people and answer.round == latest[answer.subcriterion].number:
            value = answer.rating.value(package.block_of(answer.subcriterion), evaluation.method)
            if value is not None and who[answer.answer_set]:
                step = band_of(whole(value), evaluation.method)
                people[answer.subcriterion][who[answer.answer_set]] = step
    return opening(bands, people)


def _line(work: Transaction, evaluation: Evaluation, package: ModelPackage, item: Item) -> Line:
    method, tolerance = evaluation.method, Tolerance.of(evaluation)
    block, answers = package.block_of(item.subcriterion), item.latest.spread
    is_talked_about = item.latest.flag is Flag.GREEN and not item.is_agreed_on
    return Line(
        package.subcriterion(item.subcriterion),
        block,
        method,
        Flag.GREY if is_talked_about else item.latest.flag,
        tuple(
            Dots.of(each, method, evaluation.smallest_group, few_dots=evaluation.few_dots)
            for each in item.rounds
        ),
        item.consensus,
        item.statements,
        Rating() if item.latest.median is None else item.start(block),
        answers.calm(tolerance) if answers else (Fraction(0), Fraction(method.top)),
        item.lacks_reason(block, method, tolerance),
        item.open_round,
        evaluations.answered_in_round(work, evaluation.id, item.subcriterion, item.open_round)
        if item.open_round
        else frozenset(),
        item.rounds[0].flag,
    )
