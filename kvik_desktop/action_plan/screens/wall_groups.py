"""The areas of a wall in groups: by criterion, theme or field of the matrix, or all by their dots."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.model import QUADRANT_NAMES, Quadrant
from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens.card_delegate import Card
from kvik_desktop.action_plan.screens.improvement_words import letters, source, where
from kvik_desktop.foundation.text import Translator, say


class By(StrEnum):
    """What the wall is ordered by."""

    CRITERION = "criterion"
    THEME = "theme"
    FIELD = "field"
    DOTS = "dots"


@dataclass(frozen=True)
class Group:
    """Cards under a name."""

    key: str
    name: str
    cards: tuple[Card, ...]
    is_theme: bool = False
    """A card can be dropped on it, and, but for the one without a name, it can be renamed."""


class Cards:
    """The cards of a wall's areas: an area that is as it was keeps the card that was made of it."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr
        self._wall: Wall | None = None
        self._made: tuple[Card, ...] = ()

    def of(self, wall: Wall) -> tuple[Card, ...]:
        """In the order of the areas; none is ticked."""
        before = self._wall
        if before is None or before.scores != wall.scores:
            known: dict[str, tuple[PlacedArea, Card]] = {}
        else:
            known = {each.id: (each, card) for each, card in zip(before.areas, self._made, strict=True)}
        if wall is not before:
            self._made = tuple(self._card(place, each, wall, known) for place, each in enumerate(wall.areas))
            self._wall = wall
        return self._made

    def _card(
        self, place: int, each: PlacedArea, wall: Wall, known: Mapping[str, tuple[PlacedArea, Card]]
    ) -> Card:
        letter = letters(place)
        if each.id in known and known[each.id][0] == each:
            card = known[each.id][1]
            return card if card.letter == letter else replace(card, letter=letter)
        return Card(
            each.id,
            letter,
            each.area.text,
            source(each, wall, self._tr),
            self._tr(where(each)),
            placed=each.quadrant is not None,
            dots=each.dots or 0,
            merged=bool(each.parts),
        )


def grouped(
    wall: Wall,
    by: By,
    tr: Translator,
    cards: Sequence[Card],
    *,
    wanted: str = "",
    ticked: frozenset[str] = frozenset(),
) -> tuple[Group, ...]:
    """Groups without cards are left out; ``wanted`` keeps only cards with those words in them."""
    words = wanted.casefold().split()
    found = []
    for key, name, places in ordered(wall, by, tr):
        kept = (place for place in places if not words or _has(words, wall.areas[place], cards[place]))
        shown = tuple(_ticked(cards[place], ticked) for place in kept)
        if shown:
            found.append(Group(key, name, shown, by is By.THEME))
    return tuple(found)


def ordered(wall: Wall, by: By, tr: Translator) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Key, name and areas of each group, each area by its place on the wall."""
    names, of = _ORDERS[by](wall, tr)
    groups: dict[str, list[int]] = {key: [] for key in names}
    for place, each in enumerate(wall.areas):
        groups[of(each)].append(place)
    if by in (By.FIELD, By.DOTS):
        for places in groups.values():
            places.sort(key=lambda place: -(wall.areas[place].dots or 0))  # stable: the rest as on the wall
    return tuple((key, names[key], tuple(places)) for key, places in groups.items() if places)


def _ticked(card: Card, ticked: frozenset[str]) -> Card:
    return replace(card, ticked=True) if card.key in ticked else card


def _has(words: Sequence[str], area: PlacedArea, card: Card) -> bool:
    """Whether all words stand somewhere in what one may look for."""
    parts = " ".join(part.text for part in area.parts)
    there = f"{card.text} {card.source} {card.where} {area.priority.theme} {parts}".casefold()
    return all(word in there for word in words)


Order = tuple[Mapping[str, str], Callable[[PlacedArea], str]]


def _by_criterion(wall: Wall, tr: Translator) -> Order:
    """In the model's order; a merged area stands under its first part's."""
    names = {each.id: f"{each.id} {each.name.in_language(tr.language)}" for each in wall.package.criteria}
    owners = {sub.id: each.id for each in wall.package.criteria for sub in each.subcriteria}
    return names, lambda each: owners[each.area.subcriterion]


def _by_theme(wall: Wall, tr: Translator) -> Order:
    """In the order of each theme's first area; those without one come last."""
    names = {theme: theme for theme in wall.themes} | {"": tr(say("Uden tema"))}
    return names, lambda each: each.priority.theme


def _by_field(wall: Wall, tr: Translator) -> Order:
    """What helps much and is easy comes first."""
    names = {quadrant.value: tr(QUADRANT_NAMES[quadrant]) for quadrant in Quadrant}
    return {**names, "": tr(say("Ikke placeret"))}, lambda each: each.quadrant.value if each.quadrant else ""


def _by_dots(wall: Wall, tr: Translator) -> Order:
    """One list."""
    return {"": tr(say("Flest prikker først"))}, lambda each: ""


_ORDERS: Mapping[By, Callable[[Wall, Translator], Order]] = {
    By.CRITERION: _by_criterion,
    By.THEME: _by_theme,
    By.FIELD: _by_field,
    By.DOTS: _by_dots,
}
