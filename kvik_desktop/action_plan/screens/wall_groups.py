"""The areas of a wall in groups: by criterion, theme or field of the matrix, or all by their dots."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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


def grouped(
    wall: Wall, by: By, tr: Translator, *, wanted: str = "", ticked: frozenset[str] = frozenset()
) -> tuple[Group, ...]:
    """Groups without cards are left out; ``wanted`` keeps only cards with those words in them."""
    names, of = _ORDERS[by](wall, tr)
    cards: dict[str, list[tuple[int, Card]]] = {key: [] for key in names}
    words = wanted.casefold().split()
    for place, each in enumerate(wall.areas):
        card = _card(place, each, wall, tr, ticked)
        if all(word in _words(each, card) for word in words):
            cards[of(each)].append((each.dots or 0, card))
    if by in (By.FIELD, By.DOTS):
        for those in cards.values():
            those.sort(key=lambda pair: -pair[0])  # a stable sort: the same number stay in the wall's order
    return tuple(
        Group(key, name, tuple(card for _, card in cards[key]), by is By.THEME)
        for key, name in names.items()
        if cards[key]
    )


def _card(place: int, each: PlacedArea, wall: Wall, tr: Translator, ticked: frozenset[str]) -> Card:
    return Card(
        each.id,
        letters(place),
        each.area.text,
        source(each, wall, tr),
        tr(where(each)),
        placed=each.quadrant is not None,
        ticked=each.id in ticked,
        dots=each.dots or 0,
        merged=bool(each.parts),
    )


def _words(area: PlacedArea, card: Card) -> str:
    """Everything one may look for."""
    parts = " ".join(part.text for part in area.parts)
    return f"{card.text} {card.source} {card.where} {area.priority.theme} {parts}".casefold()


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
