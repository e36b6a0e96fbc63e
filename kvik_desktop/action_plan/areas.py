"""An area on the wall: as it was gathered, or merged of several, also under different subcriteria."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kvik_desktop.action_plan.model import AreaPriority, Quadrant
from kvik_desktop.workshop.gathered import GatheredStatement


@dataclass(frozen=True, slots=True)
class AreaPart:
    """A gathered area that stands on the wall as part of a merged one; its own priority waits meanwhile."""

    statement: str
    evaluation: str
    area: str
    """Id of the merged area: no statement has it, but the priority of the whole."""
    position: int
    """The first gives the whole its words."""


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area on the wall: its words and sources, where it is placed, and the actions that come from it."""

    area: GatheredStatement
    """A merged one has the words, subcriterion and place of its first part, and everybody behind it."""
    priority: AreaPriority
    actions: tuple[int, ...] = ()
    """Numbers of the actions it, or a part of it, has become."""
    parts: tuple[GatheredStatement, ...] = ()
    """What it is merged of; none where it is as it was gathered."""
    dots: int | None = None
    """What it got in the newest vote that is shown; None where there is none."""

    @property
    def id(self) -> str:
        """Its key on the wall."""
        return self.area.id

    @property
    def quadrant(self) -> Quadrant | None:
        """The field of the matrix, None until it is placed."""
        return self.priority.quadrant

    @property
    def statements(self) -> tuple[GatheredStatement, ...]:
        """The gathered areas it stands for."""
        return self.parts or (self.area,)

    @property
    def subcriteria(self) -> tuple[str, ...]:
        """Where it comes from, each once."""
        return tuple(dict.fromkeys(each.subcriterion for each in self.statements))


def groups(ids: Collection[str], parts: Iterable[AreaPart]) -> Mapping[str, tuple[str, ...]]:
    """By merged area the statements it is made of, in order; ``ids`` are those that are still there.

    What is left of a merged area with one statement only is that statement.
    """
    found: dict[str, list[AreaPart]] = defaultdict(list)
    for part in parts:
        if part.statement in ids:
            found[part.area].append(part)
    return {
        area: tuple(each.statement for each in sorted(those, key=lambda part: part.position))
        for area, those in found.items()
        if len(those) > 1
    }


def on_wall(
    gathered: Sequence[GatheredStatement], parts: Iterable[AreaPart]
) -> tuple[tuple[GatheredStatement, tuple[GatheredStatement, ...]], ...]:
    """Each area of the wall with its parts, in the order of the gathered ones; no source is lost."""
    by_id = {each.id: each for each in gathered}
    merged = groups(by_id.keys(), parts)
    firsts = {those[0]: area for area, those in merged.items()}
    inside = {statement for those in merged.values() for statement in those}
    found = []
    for each in gathered:
        if each.id in firsts:
            area = firsts[each.id]
            those = tuple(by_id[statement] for statement in merged[area])
            whole = replace(each, id=area, sources=sum(part.sources for part in those))
            found.append((whole, those))
        elif each.id not in inside:
            found.append((each, ()))
    return tuple(found)


def together(into: AreaPriority, others: Sequence[AreaPriority]) -> AreaPriority:
    """The priority of a merged area: what was said of the first; what was not, as the next one has it."""
    all_ = (into, *others)
    place = next((each for each in all_ if each.quadrant is not None), into)
    theme = next((each.theme for each in all_ if each.theme), "")
    return replace(into, effect=place.effect, ease=place.ease, theme=theme)
