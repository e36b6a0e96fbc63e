"""What has moved since the evaluation before, in the room."""

from __future__ import annotations

from typing import Any

from kvik_desktop.action_plan.projected import SeenMovement
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.projector.projection import Projection
from kvik_desktop.workshop.screens.projected.lists_slide import ListsSlide, two_columns
from kvik_desktop.workshop.screens.projected.said_rows import SaidRow


class MovementSlide(ListsSlide):
    """Name by name, in the model's order; in two columns where there are many."""

    def show_given(self, given: Any, *, fresh: bool) -> None:
        """Show what has moved."""
        assert isinstance(given, SeenMovement)
        self.title.tell(self.ui.tr(say("Siden sidst")))
        self.said.tell(given.near)
        rows = tuple(SaidRow(name, after=moved) for name, moved in given.rows)
        self.show_groups(two_columns(rows), anew=False)
        self.show_page()


def movement_projection(movement: SeenMovement) -> Projection:
    """What the room sees of what has moved."""
    return Projection("movement", MovementSlide, movement)
