"""Which slide the room sees: the matrix while areas are placed, else the wall as it is ordered."""

from __future__ import annotations

from kvik_desktop.action_plan.pages import Wall
from kvik_desktop.action_plan.projected import SeenArea, SeenMatrix, SeenWall, seen_groups
from kvik_desktop.action_plan.screens.improvement_words import letters
from kvik_desktop.action_plan.screens.projected.matrix_slide import matrix_projection
from kvik_desktop.action_plan.screens.projected.wall_slide import wall_projection
from kvik_desktop.action_plan.screens.wall_groups import By, ordered
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.projector.projection import Projection


def shown(wall: Wall, by: By, key: str, tr: Translator, *, voting: bool) -> Projection:
    """``key`` is the area one is at; while people give dots the room reads the whole wall."""
    if not voting and by in (By.CRITERION, By.FIELD):
        return matrix_projection(_matrix(wall, key, tr))
    there = wall.turnout
    order = By.CRITERION if voting else by
    groups = [
        (name, [wall.areas[place].id for place in places]) for _, name, places in ordered(wall, order, tr)
    ]
    has_dots = order is By.DOTS and bool(wall.votes)
    named = [letters(place) for place in range(len(wall.areas))]
    each = there.vote.dots if voting and there else None
    given = there.ballots if voting and there else 0
    return wall_projection(SeenWall(seen_groups(wall, groups, named, dots=has_dots), has_dots, each, given))


def _matrix(wall: Wall, key: str, tr: Translator) -> SeenMatrix:
    placed, now, where = [], None, ""
    for place, each in enumerate(wall.areas):
        effect, ease = each.priority.effect, each.priority.ease
        if effect is not None and ease is not None:
            placed.append((letters(place), effect, ease))
        if each.id == key:
            now = SeenArea(letters(place), each.area.text)
            named = ((sub, wall.package.subcriterion(sub).name) for sub in each.subcriteria)
            where = ", ".join(f"{sub} {name.in_language(tr.language)}" for sub, name in named)
    return SeenMatrix(tuple(placed), now, where)
