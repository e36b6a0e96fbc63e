"""What a result package says, in exactly one form: scores, texts and plan, version 1.

No floats: whole numbers and fixed-decimal strings. Fields stand in declared order and are all there. A
released class never changes; the next version gets classes of its own beside these.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from kvik_desktop.envelope.fields import MAX_TEXT, Stamp
from kvik_desktop.model_package.scoring import Rating

MAX_LONG_TEXT = 10_000
"""Characters in one text."""

MAX_LIST = 500
"""Texts in one list, actions in a plan, measurements of an action."""

MAX_SUBCRITERIA = 200

UNSEEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
"""Characters that hide or turn text around; the line shift and the tab are not among them."""

LIMITS = {"data/resultat.json": 2**20, "data/tekster.json": 8 * 2**20, "data/handlingsplan.json": 8 * 2**20}
"""Bytes in each member."""

README_LIMIT = 64 * 2**10

SubcriterionId: TypeAlias = Annotated[str, Meta(pattern=r"\A[a-z0-9][a-z0-9.-]{0,19}\Z")]
Text: TypeAlias = Annotated[str, Meta(max_length=MAX_LONG_TEXT, pattern=rf"\A[^{UNSEEN}]*\Z")]
GivenText: TypeAlias = Annotated[
    str, Meta(min_length=1, max_length=MAX_LONG_TEXT, pattern=rf"\A[^{UNSEEN}]*\Z")
]
Line: TypeAlias = Annotated[str, Meta(max_length=MAX_TEXT, pattern=rf"\A[^{UNSEEN}\n\t]*\Z")]
Texts: TypeAlias = Annotated[tuple[GivenText, ...], Meta(max_length=MAX_LIST)]
Score: TypeAlias = Annotated[int, Meta(ge=0, le=100)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=10_000)]
Mean: TypeAlias = Annotated[str, Meta(pattern=r"\A(0|[1-9][0-9]?|100)\.[0-9]{4}\Z")]
Day: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]
Number: TypeAlias = Annotated[str, Meta(pattern=r"\A-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?\Z")]
"""A decimal number as text, with a point."""

Step: TypeAlias = Annotated[int, Meta(ge=1, le=4)]
Histogram: TypeAlias = tuple[Count, Count, Count, Count, Count, Count]
FlagName: TypeAlias = Literal["red", "grey", "amber", "green"]
BlockName: TypeAlias = Literal["enabler", "result"]
StatusName: TypeAlias = Literal["planned", "in_progress", "done", "dropped"]


class SubcriterionResult(Struct, frozen=True, forbid_unknown_fields=True):
    """One subcriterion as it was agreed; without figures it was parked.

    No lowest, highest or middle answer and no finer distribution: they would be the answers themselves.
    """

    id: SubcriterionId
    score: Score | None
    plan: Score | None
    do: Score | None
    check: Score | None
    act: Score | None
    trend: Score | None
    target: Score | None
    n: Count
    """How many gave a score in the latest round."""
    cannot_judge: Count
    histogram: Histogram | None
    """How many lie in each of the six bands; null below the smallest group."""
    flag: FlagName
    rounds: Annotated[int, Meta(ge=1, le=100)]
    reason: Text

    @property
    def rating(self) -> Rating:
        """The agreed figures."""
        return Rating(self.score, self.plan, self.do, self.check, self.act, self.trend, self.target)


class CriterionResult(Struct, frozen=True, forbid_unknown_fields=True):
    """A criterion with the mean of its subcriteria: four decimals, half up."""

    id: SubcriterionId
    block: BlockName
    mean: Mean | None
    scored: Count
    of: Count
    subcriteria: Annotated[tuple[SubcriterionResult, ...], Meta(min_length=1, max_length=MAX_SUBCRITERIA)]


class ResultPayload(Struct, frozen=True, forbid_unknown_fields=True):
    """``data/resultat.json``. What follows from other figures is there to be recomputed by the reader."""

    title: Line
    accepted: Stamp
    validation: Literal["self", "visit"]
    """Whether the scores are the group's own, or have been seen after on a visit."""
    criteria: Annotated[tuple[CriterionResult, ...], Meta(min_length=1, max_length=MAX_SUBCRITERIA)]
    enablers: Mean | None
    results: Mean | None
    mean_of_criteria: Mean | None
    mean_of_subcriteria: Mean | None


class SubcriterionTexts(Struct, frozen=True, forbid_unknown_fields=True):
    """What the group gathered about one subcriterion."""

    id: SubcriterionId
    evidence: Texts
    strengths: Texts
    areas: Texts


class TextsPayload(Struct, frozen=True, forbid_unknown_fields=True):
    """``data/tekster.json``: only subcriteria about which something was written, in the model's order."""

    subcriteria: Annotated[tuple[SubcriterionTexts, ...], Meta(max_length=MAX_SUBCRITERIA)]


class ActionSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A subcriterion an action springs from, and its agreed score then, rounded half up."""

    id: SubcriterionId
    score_then: Score | None


class ActionNeed(Struct, frozen=True, forbid_unknown_fields=True):
    """What must be there first: another action by number, or something in words."""

    action: Annotated[int, Meta(ge=1)] | None
    text: Text


class MeasurementRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One measured value of an action's indicator."""

    day: Day
    value: Number
    note: Text


class ActionRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One improvement action, with roles in place of names."""

    number: Annotated[int, Meta(ge=1, le=100_000)]
    title: GivenText
    theme: Text
    description: Text
    responsible: Text
    participants: Texts
    start: Day | None
    deadline: Day | None
    follow_up: Day | None
    success: Text
    indicator: Text
    unit: Text
    baseline: Number | None
    target: Number | None
    hours: Number | None
    money: Number | None
    status: StatusName
    dropped_reason: Text
    phase: Text
    effect: Step | None
    ease: Step | None
    goal: Text | None
    serves_effect: Text | None
    subcriteria: Annotated[tuple[ActionSource, ...], Meta(max_length=MAX_SUBCRITERIA)]
    areas: Texts
    prerequisites: Annotated[tuple[ActionNeed, ...], Meta(max_length=MAX_LIST)]
    measurements: Annotated[tuple[MeasurementRow, ...], Meta(max_length=MAX_LIST)]


class PlanPayload(Struct, frozen=True, forbid_unknown_fields=True):
    """``data/handlingsplan.json``, by number."""

    actions: Annotated[tuple[ActionRow, ...], Meta(max_length=MAX_LIST)]


class WithdrawalPayload(Struct, frozen=True, forbid_unknown_fields=True):
    """``data/tilbagekaldelse.json``: why what was delivered no longer counts."""

    reason: Text
