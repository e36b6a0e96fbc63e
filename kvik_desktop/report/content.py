"""The report of one evaluation as plain data, in one reader's language and without any store.

Everything that is printed is here and nothing else: what may not be shown (who answered what, the spread
of too few answers) is left out when the content is made, not when it is drawn.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kvik_desktop.action_plan.model import Quadrant, Status
from kvik_desktop.action_plan.trend import Trend
from kvik_desktop.evaluation.model import LOWEST_SMALLEST_GROUP, EvidenceStatus, Level
from kvik_desktop.foundation.text import Language
from kvik_desktop.model_package.model import Block, Method, Sector
from kvik_desktop.model_package.scoring import Figure
from kvik_desktop.workshop.model import Flag, Outcome, RoundResult, Tolerance
from kvik_desktop.workshop.visit.model import Validation


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that was evaluated; empty text where nothing is known."""

    name: str
    level: Level
    sector: Sector
    municipality: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class ModelEdition:
    """The frozen model package, so that a reader can find the very same one."""

    id: str
    name: str
    version: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Step:
    """One of the six steps: its short name and its sentence."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RoleCount:
    """A role and how many had it; the report names nobody who answered."""

    role: str
    count: int


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved, and when."""

    by: str
    day: date


@dataclass(frozen=True, slots=True)
class SpreadShown:
    """What may be shown of the answers: the range needs three, the count on each step needs more."""

    lowest: Fraction
    median: Fraction
    highest: Fraction


@dataclass(frozen=True, slots=True)
class RoundShown:
    """One round of answers to one subcriterion."""

    number: int
    n: int
    cannot_judge: int
    flag: Flag
    spread: SpreadShown | None = None
    bands: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A text the group stands by, and how many individual texts lie behind it."""

    text: str
    sources: int = 1


@dataclass(frozen=True, slots=True)
class PhaseScore:
    """The agreed score of one phase in the fine method, 0-100."""

    name: str
    score: int


@dataclass(frozen=True, slots=True)
class Subcriterion:
    """Everything about one subcriterion; ``outcome`` is None until the group has settled it."""

    id: str
    name: str
    question: str
    agreed: Figure
    outcome: Outcome | None = None
    phases: tuple[PhaseScore, ...] = ()
    reason: str = ""
    note: str = ""
    rounds: tuple[RoundShown, ...] = ()
    evidence: tuple[Statement, ...] = ()
    strengths: tuple[Statement, ...] = ()
    areas: tuple[Statement, ...] = ()
    ideas: tuple[Statement, ...] = ()

    @property
    def latest(self) -> RoundShown | None:
        """The newest round of answers, None where nobody has answered."""
        return self.rounds[-1] if self.rounds else None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion with its mean over the ``scored`` of its subcriteria."""

    id: str
    name: str
    block: Block
    mean: Figure
    scored: int
    subcriteria: tuple[Subcriterion, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A subcriterion an action springs from, with its agreed score at the time."""

    subcriterion: str
    score_then: int | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value of an action's indicator."""

    day: date
    value: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line in an action's log."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """One improvement action with every field that was filled in; empty ones are not printed."""

    number: int
    title: str
    status: Status
    theme: str = ""
    description: str = ""
    responsible: str = ""
    participants: tuple[str, ...] = ()
    start: date | None = None
    deadline: date | None = None
    follow_up: date | None = None
    prerequisites: tuple[str, ...] = ()
    hours: Decimal | None = None
    money: Decimal | None = None
    success: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    measurements: tuple[Measurement, ...] = ()
    phase: str = ""
    goal: str = ""
    effect_served: str = ""
    dropped_reason: str = ""
    effect: int | None = None
    ease: int | None = None
    quadrant: Quadrant | None = None
    origins: tuple[Origin, ...] = ()
    areas: tuple[str, ...] = ()
    log: tuple[LogLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """An accreditation standard, the ids of the subcriteria that touch it, and what the unit can show."""

    id: str
    name: str
    group: str
    touched_by: tuple[str, ...]
    status: EvidenceStatus | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StandardSet:
    """One set of standards in the edition that was read."""

    name: str
    version: str
    source: str
    standards: tuple[Standard, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """The whole report."""

    language: Language
    title: str
    unit: Unit
    model: ModelEdition
    method: Method
    enabler_steps: tuple[Step, ...]
    result_steps: tuple[Step, ...]
    tolerance: Tolerance
    smallest_group: int
    begun: date
    enablers: Figure
    results: Figure
    criteria: tuple[Criterion, ...]
    participants: int = 0
    answered: int = 0
    """How many of the participants answered anything."""
    roles: tuple[RoleCount, ...] = ()
    revealed: date | None = None
    accepted: Approval | None = None
    validation: Validation | None = None
    """That somebody from outside has looked into the result on a visit; their role, never their name."""
    plan_approved: Approval | None = None
    edition: int = 0
    answers_deleted: date | None = None
    actions: tuple[Action, ...] = ()
    standards: tuple[StandardSet, ...] = ()
    """Those of the unit's sector; none in most."""
    trend: Trend | None = None
    """All evaluations up to this one, where its result and an earlier one's are accepted."""

    @property
    def subcriteria(self) -> tuple[Subcriterion, ...]:
        """Every subcriterion in the model's order."""
        return tuple(sub for criterion in self.criteria for sub in criterion.subcriteria)

    @property
    def flags(self) -> Counter[Flag]:
        """How many subcriteria have each flag in their newest round."""
        return Counter(sub.latest.flag for sub in self.subcriteria if sub.latest is not None)

    def outcomes(self, outcome: Outcome) -> int:
        """How many subcriteria were left like that."""
        return sum(sub.outcome is outcome for sub in self.subcriteria)

    def steps(self, block: Block) -> tuple[Step, ...]:
        """The six steps of a block."""
        return self.enabler_steps if block is Block.ENABLER else self.result_steps


def shown_round(result: RoundResult, smallest_group: int) -> RoundShown:
    """What a report may show of a round: fewer than three answers are only counted.

    From three answers on their range and median, from ``smallest_group`` on also how many lie on each step.
    """
    answers = result.spread
    spread = None
    if answers is not None and answers.median is not None and result.n >= LOWEST_SMALLEST_GROUP:
        spread = SpreadShown(answers.values[0], answers.median, answers.values[-1])
    bands = result.bands if result.n >= max(smallest_group, LOWEST_SMALLEST_GROUP) else None
    return RoundShown(result.number, result.n, result.cannot_judge, result.flag, spread, bands)
