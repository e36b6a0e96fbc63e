"""Which areas of the wall are to become actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kvik_desktop.action_plan.model import Quadrant
from kvik_desktop.action_plan.pages import Wall


@dataclass
class Choosing:
    """Areas that have become actions are not chosen again."""

    is_on: bool = False
    ticked: set[str] = field(default_factory=set)

    def begin(self, wall: Wall) -> None:
        """What has great effect and is easy is proposed."""
        quick = (each for each in wall.areas if each.quadrant is Quadrant.QUICK_WIN and not each.actions)
        self.is_on, self.ticked = True, {each.id for each in quick}

    def stop(self) -> None:
        """Choose nothing."""
        self.is_on, self.ticked = False, set()

    def tick(self, key: str) -> None:
        """Choose an area, or no longer; the first one begins it, with nothing proposed."""
        self.ticked = self.ticked ^ {key} if self.is_on else {key}
        self.is_on = True

    def follow(self, wall: Wall) -> None:
        """Forget what is not on the wall any more, or is an action now."""
        self.ticked &= {each.id for each in wall.areas if not each.actions}

    def chosen(self, wall: Wall) -> Sequence[str]:
        """In the order of the wall."""
        return [each.id for each in wall.areas if each.id in self.ticked]
