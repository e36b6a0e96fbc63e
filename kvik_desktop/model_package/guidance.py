"""Whether a package's guidance is complete: what is missing, and where there is too much or too little.

A package says itself what it promises (``guidance``): ``full`` for a team that works two or three days,
``short`` for one that works a single day. A package that promises nothing may have as much or as little as
its author likes; what a team would miss is then only remarked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.json_tree import Node
from kvik_desktop.model_package.model import Block, Guidance, Phase, Sector


@dataclass(frozen=True, slots=True)
class Range:
    """How many there must be; ``most`` is None where more do no harm."""

    least: int
    most: int | None = None

    def holds(self, count: int) -> bool:
        """Whether the number lies in the range."""
        return self.least <= count and (self.most is None or count <= self.most)

    @property
    def shown(self) -> Text | str:
        """The range as it is read."""
        if self.most is None:
            return say("mindst {n}", n=self.least)
        return str(self.least) if self.most == self.least else f"{self.least}-{self.most}"


@dataclass(frozen=True, slots=True)
class Demand:
    """How much guidance a subcriterion must have."""

    questions: Range
    evidence: Range
    misunderstandings: Range
    indicators: Range
    """Asked of results only."""
    sector_questions: Range
    sector_material: Range
    """Evidence and indicators of one sector together."""

    @property
    def at_least(self) -> Demand:
        """The same where more does no harm: a package that promises nothing cannot have too much."""
        return Demand(*(Range(getattr(self, name).least) for name in self.__slots__))


DEMANDS: Mapping[Guidance, Demand] = {
    Guidance.FULL: Demand(Range(4, 6), Range(5), Range(1, 2), Range(3), Range(3), Range(3)),
    Guidance.SHORT: Demand(Range(2, 4), Range(3), Range(1, 1), Range(1), Range(1), Range(1)),
}


def promised(root: Node) -> Guidance | None:
    """What the package promises about its guidance; None where it promises nothing."""
    given = [str(node.value) for node in root.texts("guidance")]
    return Guidance(given[0]) if given and given[0] in set(Guidance) else None


def gaps(root: Node, demand: Demand) -> Iterator[Detail]:
    """Every part of the guidance that is missing, too little or too much."""
    yield from _silent_phases(root)
    for criterion in root.items("criteria"):
        is_result = [node.value for node in criterion.texts("block")] == [Block.RESULT.value]
        for sub in criterion.items("subcriteria"):
            yield from _subcriterion(sub, demand, is_result=is_result)


def _subcriterion(sub: Node, demand: Demand, *, is_result: bool) -> Iterator[Detail]:
    for field in ("about", "examples"):
        if sub.child(field) is None:
            yield sub.fault(say("Feltet {field} mangler.", field=field))
    yield from _counted(sub, "questions", demand.questions)
    yield from _counted(sub, "evidence", demand.evidence)
    yield from _counted(sub, "misunderstandings", demand.misunderstandings)
    if is_result:
        yield from _counted(sub, "indicators", demand.indicators)
    sectors = sub.child("sectors")
    if sectors is None:
        yield sub.fault(say("Feltet {field} mangler.", field="sectors"))
        return
    for sector in Sector:
        own = sectors.child(sector.value)
        if own is None:
            yield sectors.fault(say("Området {sector} mangler.", sector=sector.value))
        else:
            yield from _sector(own, demand)


def _sector(sector: Node, demand: Demand) -> Iterator[Detail]:
    yield from _counted(sector, "questions", demand.sector_questions)
    count = len(sector.items("evidence")) + len(sector.items("indicators"))
    if not demand.sector_material.holds(count):
        yield sector.fault(_wrong_count("evidence + indicators", demand.sector_material, count))


def _counted(node: Node, field: str, wanted: Range) -> Iterator[Detail]:
    count = len(node.items(field))
    if not wanted.holds(count):
        yield (node.child(field) or node).fault(_wrong_count(field, wanted, count))


def _wrong_count(field: str, wanted: Range, count: int) -> Text:
    return say("{field}: der skal stå {wanted}, men der står {n}.", field=field, wanted=wanted.shown, n=count)


def _silent_phases(root: Node) -> Iterator[Detail]:
    """Phases without a sentence for each step."""
    scale = root.child("scale")
    phases = scale.child("phases") if scale else None
    for phase in Phase:
        text = phases.child(phase.value) if phases else None
        if text is not None and not text.items("steps"):
            yield text.fault(say("Fasen har ingen sætninger til de seks trin."))
