"""What a plan still lacks, as hints that stop nobody: what, why it matters, and the one thing to do.

Which hints there are is our own choice (O); a municipality's quality rules would be further ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kvik_desktop.action_plan.model import Action, PlannedAction
from kvik_desktop.action_plan.usecases import plan
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.scoring import ScoreSheet
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting

LOW_BAND = 1
"""Agreed scores in this band and below (nothing, or only planned) call for an action."""


class HintKind(StrEnum):
    """What is lacking, the most pressing first."""

    OVERDUE = "overdue"
    FOLLOW_UP_DUE = "follow_up_due"
    NO_RESPONSIBLE = "no_responsible"
    NO_DEADLINE = "no_deadline"
    NO_MEASURE = "no_measure"
    NO_ORIGIN = "no_origin"
    LOW_WITHOUT_ACTION = "low_without_action"


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that is lacking, and where: an action, or a subcriterion that no action springs from."""

    kind: HintKind
    what: Text
    advice: Text
    action: str | None = None
    """Id of the action."""
    number: int | None = None
    """The action's number in the plan."""
    subcriterion: str | None = None


def hints(planned: Sequence[PlannedAction], sheet: ScoreSheet, today: date) -> tuple[Hint, ...]:
    """Every hint, by kind and then in the order of plan and model; ``sheet`` holds the agreed scores."""
    found = [hint for each in planned for hint in action_hints(each, today)]
    found += _low_without_action(planned, sheet)
    order = list(HintKind)
    return tuple(sorted(found, key=lambda hint: order.index(hint.kind)))


def plan_hints(work: Transaction, evaluation: str) -> tuple[Hint, ...]:
    """The hints of an evaluation's plan as it is today."""
    return hints(plan(work, evaluation), meeting.sheet(work, evaluation), local_day(work.now()))


def in_order(planned: Sequence[PlannedAction], found: Sequence[Hint]) -> tuple[Text, ...]:
    """What a plan with these hints does not lack, so that the list of hints is not only blame."""
    if not planned:
        return ()
    lacking = {hint.kind for hint in found}
    return tuple(sentence for kind, sentence in _IN_ORDER.items() if kind not in lacking)


_IN_ORDER: Mapping[HintKind, Text] = {
    HintKind.NO_RESPONSIBLE: say("Alle tiltag har en ansvarlig"),
    HintKind.NO_DEADLINE: say("Alle tiltag har en frist"),
    HintKind.NO_MEASURE: say("Ved alle tiltag står der, hvordan I ser, at de virker"),
    HintKind.NO_ORIGIN: say("Alle tiltag kommer fra noget, I har vurderet"),
    HintKind.LOW_WITHOUT_ACTION: say("Alt det, der ligger lavt, har et tiltag"),
    HintKind.OVERDUE: say("Ingen frister er overskredet"),
}


def action_hints(planned: PlannedAction, today: date) -> Iterator[Hint]:
    """What one action lacks; one that is done or dropped lacks nothing."""
    action = planned.action
    if action.is_open:
        for kind, what, advice in (*_of_time(action, today), *_of_content(planned)):
            yield Hint(kind, what, advice, action.id, action.number)


def _of_time(action: Action, today: date) -> Iterator[tuple[HintKind, Text, Text]]:
    if action.is_overdue(today):
        yield (
            HintKind.OVERDUE,
            say("Fristen for »{title}« var den {day}.", title=action.title, day=action.deadline),
            say("Sæt en ny frist, eller skriv, hvor langt I er."),
        )
    elif action.follow_up is not None and action.follow_up <= today:
        yield (
            HintKind.FOLLOW_UP_DUE,
            say("»{title}« skulle følges op den {day}.", title=action.title, day=action.follow_up),
            say("Skriv i loggen, hvor langt I er, og sæt den næste dag."),
        )


def _of_content(planned: PlannedAction) -> Iterator[tuple[HintKind, Text, Text]]:
    action, title = planned.action, planned.action.title
    if not action.responsible.strip():
        yield (
            HintKind.NO_RESPONSIBLE,
            say("Ingen har ansvaret for »{title}«.", title=title),
            say("Vælg én, der holder fast i det."),
        )
    if action.deadline is None:
        yield (
            HintKind.NO_DEADLINE,
            say("»{title}« har ingen frist.", title=title),
            say("Sæt en dag, hvor I ser, om det er gjort."),
        )
    if not (action.success.strip() or action.indicator.strip()):
        yield (
            HintKind.NO_MEASURE,
            say("Det står ikke, hvordan I kan se, at »{title}« virker.", title=title),
            say("Skriv ét tegn, I kan se eller tælle."),
        )
    if not (planned.areas or planned.subcriteria):
        yield (
            HintKind.NO_ORIGIN,
            say("»{title}« hænger ikke sammen med noget, I har vurderet.", title=title),
            say("Vælg det forbedringsområde, det skal løse."),
        )


def _low_without_action(planned: Sequence[PlannedAction], sheet: ScoreSheet) -> Iterator[Hint]:
    taken = {source.subcriterion for each in planned for source in each.subcriteria}
    for name, figure in sheet.subcriteria.items():
        if figure.band is not None and figure.band <= LOW_BAND and name not in taken:
            yield Hint(
                HintKind.LOW_WITHOUT_ACTION,
                say("{name} ligger lavt, men har intet tiltag.", name=name),
                say("Læg et tiltag ind, eller lad det ligge til næste gang."),
                subcriterion=name,
            )
