"""How the log tells of a changed deadline or responsible: on the screen, in minutes and in the report."""

from __future__ import annotations

from datetime import date

from kvik_desktop.action_plan.model import ActionNote, Changed
from kvik_desktop.foundation.text import Text, say

NOBODY = say("ingen")
NO_DAY = say("ingen frist")


def change_words(note: ActionNote) -> Text | None:
    """What was changed, as "Frist: 01.02.2027 → 12.04.2027"; None for a status and for words alone."""
    if note.changed is None:
        return None
    return move_words(note.changed, note.was or "", note.became or "")


def move_words(what: Changed, was: str, became: str) -> Text:
    """From what to what, as the log keeps it."""
    if what is Changed.DEADLINE:
        return say("Frist: {was} → {became}", was=_day(was), became=_day(became))
    return say("Ansvarlig: {was} → {became}", was=was or NOBODY, became=became or NOBODY)


def _day(kept: str) -> date | Text:
    return date.fromisoformat(kept) if kept else NO_DAY
