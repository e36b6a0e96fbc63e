"""The quality model: a versioned package of criteria, subcriteria, scale sentences and questions.

Structure after CAF 2020 (EIPA) and KVIK; the texts are our own. A package is data: nothing in the code
assumes which criteria are enablers, how many there are or what they are called.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Literal

import msgspec

Language = Literal["da", "en"]


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


class Bilingual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text in Danish and English."""

    da: str
    en: str

    def in_language(self, language: Language) -> str:
        """The text in ``language``."""
        return self.da if language == "da" else self.en


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the six steps of the ladder: a short name and one plain sentence."""

    name: Bilingual
    sentence: Bilingual


class PhaseText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The name of a phase and the question it asks."""

    name: Bilingual
    question: Bilingual


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the steps 0-5 mean for each block, and what the phases ask."""

    enabler: tuple[Step, ...]
    result: tuple[Step, ...]
    phases: dict[Phase, PhaseText]

    def steps(self, block: Block) -> tuple[Step, ...]:
        """The six steps of a block, lowest first."""
        return self.enabler if block is Block.ENABLER else self.result


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


class SectorGuidance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Questions and examples of evidence from one sector's daily life."""

    questions: tuple[Bilingual, ...] = ()
    evidence: tuple[Bilingual, ...] = ()


class Subcriterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question the team answers; ``id`` is stable over editions and never derived from the name."""

    id: str
    name: Bilingual
    question: Bilingual
    about: Bilingual | None = None
    questions: tuple[Bilingual, ...] = ()
    evidence: tuple[Bilingual, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    misunderstandings: tuple[Bilingual, ...] = ()
    examples: Examples | None = None
    sectors: dict[Sector, SectorGuidance] = {}
    covers: tuple[str, ...] = ()
    """Subcriteria of ``compared_with`` that the question stands for (the short edition)."""


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of subcriteria within one block."""

    id: str
    block: Block
    name: Bilingual
    subcriteria: tuple[Subcriterion, ...]


class ModelPackage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """A whole model in one version. ``sha256`` is its identity; the same version never changes content."""

    format: Literal["kvik-modelpakke/1"]
    id: str
    version: str
    name: Bilingual
    source: Bilingual
    methods: tuple[Method, ...]
    recommended_method: Method
    scale: Scale
    criteria: tuple[Criterion, ...]
    compared_with: str | None = None
    """Id of the model whose criteria this one compares with (``kvik`` for the short edition)."""

    @cached_property
    def content(self) -> bytes:
        """The package in its one canonical form: what is frozen into an evaluation."""
        return msgspec.json.encode(self)

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
