"""What the plan page shows where there is no plan to show."""

from __future__ import annotations

from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.empty_state import EmptyState


def nothing_yet(ui: Ui) -> EmptyState:
    """The result is accepted, and nobody has written an action."""
    tr = ui.tr
    text = say("Begynd med et område fra Hurtig gevinst. Det tager et par minutter.")
    title, act = say("Ingen tiltag endnu"), say("Hent områder fra trin 4")
    return EmptyState(ui, "calendar", tr(title), tr(text), tr(act))


def too_early(ui: Ui) -> EmptyState:
    """The result is not accepted."""
    tr = ui.tr
    text = say("Når lederen har godkendt resultatet, lægger I her planen for det, I vil gøre bedre.")
    title, act = say("Resultatet er ikke godkendt endnu"), say("Gå til Konsensus")
    return EmptyState(ui, "calendar", tr(title), tr(text), tr(act))
