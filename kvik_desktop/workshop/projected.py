"""What the room may see of the meeting, as plain data: what is not in here no projector can show.

No names, no roles, no agenda, no file; of people's answers only what the facilitator has come to, and under
five answers only the median and from where to where, unless the group chose to see them as dots.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kvik_desktop.evaluation.model import SMALLEST_GROUP, StatementKind
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import Language
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage
from kvik_desktop.model_package.scoring import Figure, Rating, band_range, score
from kvik_desktop.workshop.board import Board, Dots, Line, Waiting

TOGETHER, RESULT = "samlet", "resultat"
"""The places of the meeting that are no subcriterion."""

EVIDENCE, TEXTS, SPREAD, AGREEMENT = 1, 2, 3, 4
"""The four moves."""

TEXTS_OF: Mapping[int, tuple[StatementKind, ...]] = {
    EVIDENCE: (StatementKind.EVIDENCE,),
    TEXTS: (StatementKind.STRENGTH, StatementKind.AREA, StatementKind.IDEA),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the facilitator is, and what the group has come to there so far."""

    place: str = ""
    """A subcriterion, TOGETHER or RESULT."""
    move: int = EVIDENCE
    rating: Rating = field(default_factory=Rating)
    reason: str = ""
    parking: bool = False
    """The group is about to put the subcriterion aside."""


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """The time of the point at hand, in words that are ready to be shown."""

    said: str
    """As ``12.40``, or ``2 min. over``."""
    part: float
    """How much of the planned time is left, 0-1."""
    over: bool = False


@dataclass(frozen=True, slots=True)
class HandIn:
    """Before the reveal: how many have handed in, and nothing that depends on what they answered."""

    handed_in: int
    of: int


@dataclass(frozen=True, slots=True)
class Question:
    """The subcriterion at hand, in the reader's language."""

    id: str
    name: str
    words: str
    criterion: str

    @property
    def title(self) -> str:
        """Number and name."""
        return f"{self.id} {self.name}"


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the group; ``count`` is how many wrote it, 0 where it was written together."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Texts:
    """The first two moves: the lists the group looks at, whole. ``asked`` says whether the question is."""

    question: Question
    asked: bool
    lists: tuple[tuple[StatementKind, tuple[Said, ...]], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the stair: its lowest and highest score, its name and its sentence."""

    low: int
    high: int
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Answers:
    """One round as the room may see it: dots, how many on each step, how far apart, or only how many."""

    number: int
    n: int
    cannot_judge: int
    values: tuple[int, ...] = ()
    bands: tuple[int, ...] = ()
    reach: tuple[int, int] | None = None
    """The lowest and the highest score."""
    steps: tuple[int, int] | None = None
    """The places 0-5 of the lowest and the highest step, where scores are not shown."""
    median: int | None = None

    @classmethod
    def of(cls, dots: Dots, *, few_dots: bool) -> Answers:
        """As much of what the facilitator sees as the room may see."""
        number, n, cannot_judge, median = dots.number, dots.n, dots.cannot_judge, dots.median
        if n >= SMALLEST_GROUP or few_dots:
            bands = () if dots.values else dots.bands
            return cls(number, n, cannot_judge, dots.values, bands, median=median)
        if dots.values:
            reach = (dots.values[0], dots.values[-1])
            return cls(number, n, cannot_judge, reach=reach, median=median)
        held = [step for step, count in enumerate(dots.bands) if count]
        steps = (held[0], held[-1]) if held else None
        return cls(number, n, cannot_judge, steps=steps, median=median)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the group has come to: a score with its phases and why, or that it is put aside."""

    score: int | None
    phases: tuple[tuple[str, int], ...] = ()
    """Of the fine method: the name of each phase and what it was given."""
    reason: str = ""
    parked: bool = False
    begins: bool = False
    """Nobody has agreed on it yet: it is the median, where the talk begins."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The last two moves: the answers over the stair, and from the fourth move what the group agrees on."""

    question: Question
    steps: tuple[Step, ...]
    answers: Answers
    agreed: Agreed | None = None
    before: Answers | None = None
    """The round before this one, where there is one."""


@dataclass(frozen=True, slots=True)
class OpenRound:
    """New hidden scores are being given: how many have, and the stair they are given on."""

    question: Question
    steps: tuple[Step, ...]
    number: int
    answered: int
    of: int


@dataclass(frozen=True, slots=True)
class Underway:
    """Between two subcriteria: how many of them are settled. The agenda itself is the facilitator's."""

    settled: int
    of: int


@dataclass(frozen=True, slots=True)
class Together:
    """What can be settled at its median in one act: each name with the median."""

    rows: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class CriterionMean:
    """A criterion's mean over those of its subcriteria that are agreed on."""

    block: Block
    name: str
    mean: Figure
    scored: int
    of: int


@dataclass(frozen=True, slots=True)
class Result:
    """The end of the meeting: the mean of each criterion."""

    method: Method
    accepted: bool
    rows: tuple[CriterionMean, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """The group rests. ``until`` is when it goes on, as one says it; empty where nobody knows."""

    until: str = ""


What = HandIn | Underway | Texts | Spread | OpenRound | Together | Result | Pause


@dataclass(frozen=True, slots=True)
class Projected:
    """Everything a slide is given."""

    what: What
    time: TimeLeft | None = None


def projected(found: Waiting | Board, at: Standing, language: Language) -> What:
    """What the room sees of the meeting where the facilitator is.

    Numbers are there only from the move they belong to: the answers from the third, what is agreed and why
    from the fourth.
    """
    if isinstance(found, Waiting):
        return HandIn(found.handed_in, len(found.people))
    if at.place == TOGETHER:
        return _together(found, language)
    if at.place == RESULT:
        return _result(found, language)
    line = next((line for line in found.lines if line.id == at.place), None)
    if line is None:
        return Underway(sum(1 for line in found.lines if line.is_settled), len(found.lines))
    return _line(found, line, at, language)


def _line(board: Board, line: Line, at: Standing, language: Language) -> What:
    question = _question(board.package, line, language)
    if at.move < SPREAD:
        lists = tuple((kind, _said(line, kind)) for kind in TEXTS_OF[at.move])
        filled = tuple(each for each in lists if each[1] or each[0] is not StatementKind.IDEA)
        return Texts(question, at.move == EVIDENCE, filled)
    steps = _steps(board.package, line, language)
    if line.open_round is not None:
        return OpenRound(question, steps, line.open_round, len(line.answered), len(board.people))
    rounds = [Answers.of(dots, few_dots=board.evaluation.few_dots) for dots in line.rounds[-2:]]
    agreed = _agreed(board.package, line, at, language) if at.move == AGREEMENT else None
    return Spread(question, steps, rounds[-1], agreed, rounds[0] if len(rounds) == 2 else None)


def _question(package: ModelPackage, line: Line, language: Language) -> Question:
    of = line.subcriterion
    criterion = package.criterion_of(line.id).name.in_language(language)
    return Question(of.id, of.name.in_language(language), of.question.in_language(language), criterion)


def _said(line: Line, kind: StatementKind) -> tuple[Said, ...]:
    return tuple(Said(each.text, each.sources) for each in line.statements[kind])


def _steps(package: ModelPackage, line: Line, language: Language) -> tuple[Step, ...]:
    """Those the answers stand on: in the fine method the classical ones, which have the same scores."""
    method = Method.CLASSICAL if line.method is Method.FINE else line.method
    return tuple(
        Step(*band_range(band, method), step.name.in_language(language), step.sentence.in_language(language))
        for band, step in enumerate(package.scale.steps(line.block))
    )


def _agreed(package: ModelPackage, line: Line, at: Standing, language: Language) -> Agreed:
    if at.parking:
        return Agreed(None, parked=True)
    value = line.value(at.rating)
    phases: tuple[tuple[str, int], ...] = ()
    if line.method is Method.FINE:
        given = at.rating.phases
        wanted = (phase for phase in PHASES[line.block] if phase in given)
        named = ((package.scale.phase(phase).name.in_language(language), given[phase]) for phase in wanted)
        phases = tuple(named)
    reason = at.reason.strip()
    begins = line.consensus is None and value is not None and at.rating == line.suggestion and not reason
    return Agreed(None if value is None else whole(value), phases, reason, begins=begins)


def _together(board: Board, language: Language) -> Together:
    def median(line: Line) -> int | None:
        value = line.value(line.suggestion)
        return None if value is None else whole(value)

    names = (f"{line.id} {line.subcriterion.name.in_language(language)}" for line in board.together)
    return Together(tuple(zip(names, map(median, board.together), strict=True)))


def _result(board: Board, language: Language) -> Result:
    ratings = {line.id: line.consensus.rating for line in board.lines if line.consensus}
    sheet = score(board.package, board.evaluation.method, ratings)
    rows = []
    for criterion in board.package.criteria:
        found, name = sheet.criteria[criterion.id], criterion.name.in_language(language)
        mean = CriterionMean(criterion.block, f"{criterion.id} {name}", found.figure, found.scored, found.of)
        rows.append(mean)
    return Result(board.evaluation.method, board.is_accepted, tuple(rows))
