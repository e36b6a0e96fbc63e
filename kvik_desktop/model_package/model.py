"""The quality model: a versioned package of criteria, subcriteria, scale sentences and questions.

Structure after CAF 2020 (EIPA) and KVIK; the texts are our own. A package is data: nothing in the code
assumes which criteria are enablers, how many there are or what they are called. What the code does rely
on (six steps, ids of the right form and used once, an offered method) is part of the types: a package that
breaks it cannot be decoded. What only a reader relies on (good texts) is told by ``checking``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

import msgspec

from kvik_desktop.foundation.text import Language

STEPS = 6
"""The ladder has the steps 0-5."""

PACKAGE_ID = r"^[a-z][a-z0-9-]{1,39}\Z"
VERSION = r"^[0-9]{1,4}(\.[0-9]{1,4}){1,2}\Z"
CRITERION_ID = r"^[a-z]{0,3}[1-9][0-9]?\Z"
SUBCRITERION_ID = r"^[a-z]{0,3}[1-9][0-9]?\.[1-9][0-9]?\Z"
"""A subcriterion's id is its criterion's, a point and a number: ``4.2`` and ``k4.2``."""
PART_ID = r"^[a-z]{0,3}[1-9][0-9]?(\.[1-9][0-9]?)?\Z"
"""A criterion or a subcriterion."""
ITEM_ID = r"^[a-z0-9][a-z0-9-]{0,39}\Z"
"""The id of anything else that is pointed to: a goal, a word, a standard, a step."""
STEP_NUMBER = r"^[1-9][0-9]?[a-d]?\Z"
TIME_OF_DAY = r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z"

PackageId = Annotated[str, msgspec.Meta(pattern=PACKAGE_ID)]
Version = Annotated[str, msgspec.Meta(pattern=VERSION)]
CriterionId = Annotated[str, msgspec.Meta(pattern=CRITERION_ID)]
SubcriterionId = Annotated[str, msgspec.Meta(pattern=SUBCRITERION_ID)]
PartId = Annotated[str, msgspec.Meta(pattern=PART_ID)]
ItemId = Annotated[str, msgspec.Meta(pattern=ITEM_ID)]
Words = Annotated[str, msgspec.Meta(min_length=1)]


def criterion_id(subcriterion_id: str) -> str:
    """The id of the criterion that a subcriterion's id begins with."""
    return subcriterion_id.partition(".")[0]


class Block(StrEnum):
    """The two halves of the model: *indsatser* and *resultater*."""

    ENABLER = "enabler"
    RESULT = "result"


class Phase(StrEnum):
    """One phase of the fine-tuned scoring panels."""

    PLAN = "plan"
    DO = "do"
    CHECK = "check"
    ACT = "act"
    TREND = "trend"
    TARGET = "target"


PHASES: Mapping[Block, tuple[Phase, ...]] = {
    Block.ENABLER: (Phase.PLAN, Phase.DO, Phase.CHECK, Phase.ACT),
    Block.RESULT: (Phase.TREND, Phase.TARGET),
}


class Method(StrEnum):
    """How a subcriterion is scored: one cumulative score, by phases, or the six steps alone."""

    CLASSICAL = "classical"
    FINE = "fine"
    SCALE5 = "scale5"

    @property
    def top(self) -> int:
        """The highest whole number the method allows: 5 or 100."""
        return 5 if self is Method.SCALE5 else 100


class Sector(StrEnum):
    """The four sectors with questions of their own."""

    DAYCARE = "dagtilbud"
    SCHOOL = "skole"
    ELDERLY = "aeldre"
    SOCIAL = "social"


class Guidance(StrEnum):
    """What a package promises about its guidance: all of it, or a short edition. See ``guidance``."""

    FULL = "full"
    SHORT = "short"


class Bilingual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in Danish and English."""

    da: Words
    en: Words

    def in_language(self, language: Language) -> str:
        """The text in ``language``."""
        return self.da if language == "da" else self.en


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the six steps of the ladder: a short name and one plain sentence."""

    name: Bilingual
    sentence: Bilingual


class PhaseText(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The name of a phase, the question it asks, and one sentence for each of the six steps (or none)."""

    name: Bilingual
    question: Bilingual
    steps: tuple[Bilingual, ...] = ()


class Phases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The six phases of the fine-tuned panels."""

    plan: PhaseText
    do: PhaseText
    check: PhaseText
    act: PhaseText
    trend: PhaseText
    target: PhaseText


Ladder = Annotated[tuple[Step, ...], msgspec.Meta(min_length=STEPS, max_length=STEPS)]


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the steps 0-5 mean for each block, and what the phases ask."""

    enabler: Ladder
    result: Ladder
    phases: Phases

    def steps(self, block: Block) -> tuple[Step, ...]:
        """The six steps of a block, lowest first."""
        return self.enabler if block is Block.ENABLER else self.result

    def phase(self, phase: Phase) -> PhaseText:
        """The texts of one phase."""
        text: PhaseText = getattr(self.phases, phase.value)
        return text


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A suggested figure for a results subcriterion, with unit and where it comes from."""

    name: Bilingual
    unit: Bilingual
    source: Bilingual


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a low, a middle and a high score look like in daily life."""

    low: Bilingual
    middle: Bilingual
    high: Bilingual


class Goal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A political goal that subcriteria and improvement actions may point to."""

    id: ItemId
    code: Words
    """What the goal is called in the municipality's own papers, for example ``B3``."""
    text: Bilingual
    owner: Bilingual
    """The committee or office that has set it."""
    period: Words
    """For example ``2026-2029``."""


class SectorGuidance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Questions, examples of evidence and suggested figures from one sector's daily life."""

    questions: tuple[Bilingual, ...] = ()
    evidence: tuple[Bilingual, ...] = ()
    indicators: tuple[Indicator, ...] = ()


class Subcriterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question the team answers; ``id`` is stable over editions and never derived from the name."""

    id: SubcriterionId
    name: Bilingual
    question: Bilingual
    about: Bilingual | None = None
    questions: tuple[Bilingual, ...] = ()
    evidence: tuple[Bilingual, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    misunderstandings: tuple[Bilingual, ...] = ()
    examples: Examples | None = None
    sectors: dict[Sector, SectorGuidance] = {}
    covers: tuple[SubcriterionId, ...] = ()
    """Subcriteria of one criterion of ``compared_with`` that the question stands for (the short edition)."""
    goals: tuple[ItemId, ...] = ()
    """The package's political goals that the subcriterion contributes to."""


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of subcriteria within one block."""

    id: CriterionId
    block: Block
    name: Bilingual
    subcriteria: Annotated[tuple[Subcriterion, ...], msgspec.Meta(min_length=1)]


class ModelPackage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """A whole model in one version. ``sha256`` is its identity; the same version never changes content."""

    format: Literal["kvik-modelpakke/1"]
    id: PackageId
    version: Version
    name: Bilingual
    source: Bilingual
    methods: Annotated[tuple[Method, ...], msgspec.Meta(min_length=1)]
    recommended_method: Method
    scale: Scale
    criteria: Annotated[tuple[Criterion, ...], msgspec.Meta(min_length=1)]
    compared_with: PackageId | None = None
    """Id of the model whose criteria this one compares with (``kvik`` for the short edition)."""
    guidance: Guidance | None = None
    """What is promised about the guidance; None promises nothing."""
    goals: tuple[Goal, ...] = ()
    phases: tuple[Bilingual, ...] = ()
    """What the steps of an improvement action are called, in their order; none are as those who plan wish."""

    def __post_init__(self) -> None:
        """Raises ValueError (a validation error when decoding) where the parts do not fit together."""
        ids = [criterion.id for criterion in self.criteria] + [sub.id for sub in self.subcriteria()]
        if len(set(ids)) != len(ids):
            raise ValueError("an id is used twice")
        if self.recommended_method not in self.methods:
            raise ValueError("the recommended method is not offered")
        goals = [goal.id for goal in self.goals]
        if len(set(goals)) != len(goals):
            raise ValueError("a goal is there twice")
        for criterion in self.criteria:
            for sub in criterion.subcriteria:
                if criterion_id(sub.id) != criterion.id:
                    raise ValueError(f"{sub.id} does not belong to {criterion.id}")
                if len({criterion_id(covered) for covered in sub.covers}) > 1:
                    raise ValueError(f"{sub.id} covers more than one criterion")
                if not set(sub.goals) <= set(goals):
                    raise ValueError(f"{sub.id} points to an unknown goal")

    @cached_property
    def content(self) -> bytes:
        """The package in its one canonical form: what is frozen into an evaluation."""
        return msgspec.json.encode(self, order="deterministic")

    @cached_property
    def sha256(self) -> str:
        """The identity of the content, whatever the layout of the file it was read from."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def _by_id(self) -> dict[str, tuple[Criterion, Subcriterion]]:
        return {sub.id: (criterion, sub) for criterion in self.criteria for sub in criterion.subcriteria}

    def subcriteria(self) -> Iterator[Subcriterion]:
        """Every subcriterion in the model's order."""
        return (sub for criterion in self.criteria for sub in criterion.subcriteria)

    def has(self, subcriterion_id: str) -> bool:
        """Whether the model knows the subcriterion."""
        return subcriterion_id in self._by_id

    def subcriterion(self, subcriterion_id: str) -> Subcriterion:
        """The subcriterion with this id. Raises KeyError."""
        return self._by_id[subcriterion_id][1]

    def criterion_of(self, subcriterion_id: str) -> Criterion:
        """The criterion a subcriterion belongs to. Raises KeyError."""
        return self._by_id[subcriterion_id][0]

    def block_of(self, subcriterion_id: str) -> Block:
        """The block a subcriterion belongs to. Raises KeyError."""
        return self.criterion_of(subcriterion_id).block
