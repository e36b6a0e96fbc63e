"""Effect and ease given to an area: how the wall looks at once, before the file has answered."""

from __future__ import annotations

from dataclasses import replace

from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.pages import Wall


def given(area: PlacedArea, effect: int | None, ease: int | None) -> PlacedArea:
    """The area with these, 1-4: what is None stays, 0 takes it away."""
    before = area.priority
    after = replace(
        before,
        effect=before.effect if effect is None else effect or None,
        ease=before.ease if ease is None else ease or None,
    )
    return replace(area, priority=after)


def placed(wall: Wall, area: PlacedArea) -> Wall:
    """The wall with this area as it is now."""
    return replace(wall, areas=tuple(area if each.id == area.id else each for each in wall.areas))
