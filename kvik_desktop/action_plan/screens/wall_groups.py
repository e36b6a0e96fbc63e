"""The areas of a wall in groups: by the criterion they belong to, or by the theme they were given."""

from __future__ import annotations

from collections.abc import Callable

from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.screens.area_wall import Group
from kvik_desktop.action_plan.screens.card_delegate import Card
from kvik_desktop.action_plan.screens.improvement_words import letters, source, where
from kvik_desktop.foundation.text import Translator, say


def by_criterion(wall: Wall, ticked: frozenset[str], tr: Translator) -> tuple[Group, ...]:
    """In the model's order; a criterion without areas is left out."""
    names = {each.id: f"{each.id} {each.name.in_language(tr.language)}" for each in wall.package.criteria}
    owners = {sub.id: each.id for each in wall.package.criteria for sub in each.subcriteria}
    return _grouped(wall, ticked, tr, names, lambda each: owners[each.area.subcriterion])


def by_theme(wall: Wall, ticked: frozenset[str], tr: Translator) -> tuple[Group, ...]:
    """In the order of each theme's first area; those without one come last."""
    names = {theme: theme for theme in wall.themes} | {"": tr(say("Uden tema"))}
    return _grouped(wall, ticked, tr, names, lambda each: each.priority.theme)


def _grouped(
    wall: Wall,
    ticked: frozenset[str],
    tr: Translator,
    names: dict[str, str],
    of: Callable[[PlacedArea], str],
) -> tuple[Group, ...]:
    cards: dict[str, list[Card]] = {key: [] for key in names}
    for place, each in enumerate(wall.areas):
        cards[of(each)].append(
            Card(
                each.area.id,
                letters(place),
                each.area.text,
                source(each, wall, tr),
                tr(where(each)),
                placed=each.quadrant is not None,
                ticked=each.area.id in ticked,
            )
        )
    return tuple(Group(key, name, tuple(cards[key])) for key, name in names.items() if cards[key])
