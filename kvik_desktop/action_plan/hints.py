"""What a plan still lacks, as hints that stop nobody: what, why it matters, and the one thing to do.

Which hints there are is our own choice (O); a municipality's quality rules would be further ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kvik_desktop.action_plan.model import Action, PlannedAction
from kvik_desktop.action_plan.usecases import plan
from kvik_desktop.evaluation import settings
from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.scoring import ScoreSheet
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.model import Flag

LOW_BAND = 1
"""Agreed scores in this band and below (nothing, or only planned) call for an action."""

MANY = 3
"""From so many open actions it is worth telling that all of them are one person's."""


class HintKind(StrEnum):
    """What is lacking, the most pressing first."""

    OVERDUE = "overdue"
    FOLLOW_UP_DUE = "follow_up_due"
    NO_RESPONSIBLE = "no_responsible"
    NO_DEADLINE = "no_deadline"
    NO_MEASURE = "no_measure"
    NO_ORIGIN = "no_origin"
    RED_WITHOUT_ACTION = "red_without_action"
    LOW_WITHOUT_ACTION = "low_without_action"
    BEFORE_PREREQUISITE = "before_prerequisite"
    AFTER_NEXT = "after_next"
    NO_BASELINE = "no_baseline"
    ALL_ON_ONE = "all_on_one"


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


@dataclass(frozen=True, slots=True)
class Result:
    """What a plan is held against: the agreed scores, what people disagreed about, when the next one is."""

    sheet: ScoreSheet
    red: Collection[str] = ()
    """Subcriteria whose newest round ended in large disagreement."""
    next_day: date | None = None
    """The day that is set for the next evaluation."""


def hints(planned: Sequence[PlannedAction], result: Result, today: date) -> tuple[Hint, ...]:
    """Every hint, by kind and then in the order of plan and model."""
    found = [hint for each in planned for hint in action_hints(each, today)]
    found += [*_of_order(planned, result.next_day), *_without_action(planned, result), *_of_people(planned)]
    order = list(HintKind)
    return tuple(sorted(found, key=lambda hint: order.index(hint.kind)))


def result_of(work: Transaction, evaluation: str) -> Result:
    """What the plan of an evaluation is held against."""
    items = meeting.items(work, evaluation)
    red = frozenset(item.subcriterion for item in items if item.latest.flag is Flag.RED)
    next_day = settings.planned_days(work, evaluation).get(Milestone.NEXT)
    return Result(meeting.sheet(work, evaluation), red, next_day)


def plan_hints(work: Transaction, evaluation: str) -> tuple[Hint, ...]:
    """The hints of an evaluation's plan as it is today."""
    return hints(plan(work, evaluation), result_of(work, evaluation), local_day(work.now()))


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
    HintKind.RED_WITHOUT_ACTION: say("Alt det, I var meget uenige om, har et tiltag"),
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
            say("Der står ikke, hvordan I kan se, at »{title}« virker.", title=title),
            say("Skriv ét tegn, I kan se eller tælle."),
        )
    if not (planned.areas or planned.subcriteria):
        yield (
            HintKind.NO_ORIGIN,
            say("»{title}« hænger ikke sammen med noget, I har vurderet.", title=title),
            say("Vælg det forbedringsområde, det skal løse."),
        )
    if action.indicator.strip() and action.baseline is None:
        yield (
            HintKind.NO_BASELINE,
            say("»{title}« skal måles, men der står ikke, hvad tallet er nu.", title=title),
            say("Skriv tallet, som det er nu. Ellers kan I ikke se, om det flytter sig."),
        )


def _of_order(planned: Sequence[PlannedAction], next_day: date | None) -> Iterator[Hint]:
    """Deadlines that cannot hold: before that of a prerequisite, or after the next evaluation."""
    by_id = {each.action.id: each.action for each in planned}
    for each in planned:
        action = each.action
        if not action.is_open or action.deadline is None:
            continue
        waits = (by_id[need.other] for need in each.prerequisites if need.other in by_id)
        later = [other for other in waits if other.is_open and (other.deadline or date.min) > action.deadline]
        if later:
            what = say(
                "»{title}« har frist før »{other}«, som det venter på.",
                title=action.title,
                other=later[0].title,
            )
            advice = say("Flyt en af de to frister.")
            yield Hint(HintKind.BEFORE_PREREQUISITE, what, advice, action.id, action.number)
        if next_day is not None and action.deadline > next_day:
            what = say("Fristen for »{title}« ligger efter næste evaluering.", title=action.title)
            advice = say("Så kan I ikke se, om det virkede. Del tiltaget i to, eller sæt en tidligere frist.")
            yield Hint(HintKind.AFTER_NEXT, what, advice, action.id, action.number)


def _of_people(planned: Sequence[PlannedAction]) -> Iterator[Hint]:
    """One person who has all there is to do; it leads to the first of it."""
    mine = [each.action for each in planned if each.action.is_open and each.action.responsible.strip()]
    names = Counter(" ".join(action.responsible.split()).casefold() for action in mine)
    if len(mine) >= MANY and len(names) == 1:
        what = say("{name} har ansvaret for alle {n} tiltag.", name=mine[0].responsible, n=len(mine))
        advice = say("Kan en anden tage et af dem? Så afhænger planen ikke af én person.")
        yield Hint(HintKind.ALL_ON_ONE, what, advice, mine[0].id, mine[0].number)


def _without_action(planned: Sequence[PlannedAction], result: Result) -> Iterator[Hint]:
    """Subcriteria that call for an action and have none; one reason is enough."""
    taken = {source.subcriterion for each in planned for source in each.subcriteria}
    for name, figure in result.sheet.subcriteria.items():
        if name in taken:
            continue
        if name in result.red:
            yield Hint(
                HintKind.RED_WITHOUT_ACTION,
                say("I var meget uenige om {name}, men der er intet tiltag.", name=name),
                say("Læg et tiltag ind, så I kommer tættere på hinanden, eller lad det ligge."),
                subcriterion=name,
            )
        elif figure.band is not None and figure.band <= LOW_BAND:
            yield Hint(
                HintKind.LOW_WITHOUT_ACTION,
                say("{name} ligger lavt, men har intet tiltag.", name=name),
                say("Læg et tiltag ind, eller lad det ligge til næste gang."),
                subcriterion=name,
            )
