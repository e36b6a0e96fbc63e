"""Saving the plan's days as a calendar file, where the user wants it."""

from __future__ import annotations

from functools import partial
from typing import Any

from kvik_desktop.action_plan.calendar_file import ENDING, write_calendar
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui

KINDS = say("Kalender (*.ics)")


def save_calendar(desk: Desk[Any], ui: Ui, plan: Plan, alone: PlannedAction | None) -> None:
    """Ask for a place, and write the days of the plan, or of one action alone, there."""
    tr = ui.tr
    words = alone.action.title if alone is not None else f"{tr(say('handlingsplan'))} {plan.evaluation.title}"
    title = tr(say("Gem som kalenderfil"))
    path = desk.choose.save(title, f"{file_stem(words, 'handlingsplan')}{ENDING}", tr(KINDS))
    if path is None:
        return
    out = path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)
    actions = [alone.action.id] if alone is not None else None
    job = partial(write_calendar, evaluation=plan.evaluation.id, path=out, tr=tr, actions=actions)

    def told(days: int) -> None:
        said = say_n(
            "{n} dag er gemt i {name}. Åbn filen, så kommer dagen i kalenderen.",
            "{n} dage er gemt i {name}. Åbn filen, så kommer dagene i kalenderen.",
            days,
            name=out.name,
        )
        desk.say(tr(said))

    desk.run(job).then(told)
