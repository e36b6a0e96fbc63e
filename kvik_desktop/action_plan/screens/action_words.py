"""How an action is told on the screen: its status, where it comes from, and how one can see that it works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from PySide6.QtGui import QFontMetrics

from kvik_desktop.action_plan.model import Action, PlannedAction, Status
from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.look.marks import MARKS
from kvik_desktop.shell.ui import Ui

STATUS_MARKS: Mapping[Status, str] = {
    Status.PLANNED: "planned",
    Status.IN_PROGRESS: "in-progress",
    Status.DONE: "done",
    Status.DROPPED: "dropped",
}
"""The mark of each status; its word is the status in words."""

NO_BREAK = "\N{NO-BREAK SPACE}"
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")

LONG_DAY = date(2026, 9, 30)
"""A day that is long in every language."""

READ_ONLY = say("Filen kan kun læses, så der kan ikke ændres i den.")


def status_word(status: Status) -> Text:
    """The status in a word."""
    return MARKS[STATUS_MARKS[status]].word


def day_width(ui: Ui, under: Text | None = None) -> int:
    """Pixels in which no day is broken in this language, nor what stands ``under`` it in small type."""
    long = ui.tr.date(LONG_DAY)
    words = QFontMetrics(ui.theme.font()).horizontalAdvance(long)
    small = QFontMetrics(ui.theme.font("small")).horizontalAdvance(ui.tr(under)) if under else 0
    return max(words, small) + ui.theme.px(20)


def summary(planned: PlannedAction, tr: Translator, *, status: bool = True) -> str:
    """The small line under the title: status, theme, and the subcriteria it springs from."""
    sources = ", ".join(each.subcriterion for each in planned.subcriteria)
    word = tr(status_word(planned.action.status)) if status else ""
    return " · ".join(part for part in (word, planned.action.theme, sources) if part)


def measure(action: Action, tr: Translator) -> str:
    """What is measured, from what and to what, as "Trivsel: 3,4 → 3,8 point"; empty where nothing is."""
    figures = [tr.number(value) for value in (action.baseline, action.target) if value is not None]
    if not figures:
        return action.indicator
    way = f"{NO_BREAK}→{NO_BREAK}".join(figures if action.baseline is not None else ["", *figures]).strip()
    shown = figure(way, action.unit)
    return f"{action.indicator}: {shown}" if action.indicator else shown


def figure(number: str, unit: str) -> str:
    """A number with its unit, which a line break never parts."""
    return f"{number}{NO_BREAK}{unit}" if unit else number


def read_number(written: str) -> Decimal | Text | None:
    """A number with comma or point, None for nothing written, or what is wrong with it."""
    plain = "".join(written.split()).replace(",", ".")
    if not plain:
        return None
    return Decimal(plain) if NUMBER.fullmatch(plain) else say("Skriv et tal, fx 3,5.")


def known_people(plan: Plan) -> list[str]:
    """Who can be chosen: those who are responsible already, then everybody on the list, then their roles."""
    used = sorted({each.action.responsible for each in plan.actions if each.action.responsible})
    names = [person.name for person in plan.people]
    roles = [person.role for person in plan.people if person.role]
    return list(dict.fromkeys([*used, *names, *roles]))
