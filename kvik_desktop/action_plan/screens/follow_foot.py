"""What the foot of the follow-up offers: begin it, the next action to talk about, the next evaluation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kvik_desktop.action_plan.pages import Following
from kvik_desktop.action_plan.screens.follow_words import is_due
from kvik_desktop.evaluation.states import RULES, Event, state_of
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.page import Act, Foot

Do = Callable[[], None]

AHEAD = timedelta(days=60)
"""So long before its day the next evaluation is what comes next."""
SHORT = 40
"""Characters of a title that the button has room for."""


def waiting(found: Following, after: str) -> str | None:
    """The next action that waits for the group, round and round from the one at hand; None for none."""
    ids = [each.action.id for each in found.actions]
    start = ids.index(after) + 1 if after in ids else 0
    round_ = [*found.actions[start:], *found.actions[:start]]
    return next((each.action.id for each in round_ if is_due(each, found.today)), None)


def may_begin(found: Following) -> bool:
    """Whether the follow-up has not begun, and can."""
    state = state_of(found.now, answered=True, settled=True)
    return found.followed == found.now and state in RULES[Event.FOLLOW_UP].origins


def is_time(found: Following) -> bool:
    """Whether the next evaluation is what comes next: its day is near, or nothing is left to do."""
    near = found.next_day is not None and found.today >= found.next_day - AHEAD
    return near or not any(each.action.is_open for each in found.actions)


@dataclass(frozen=True)
class Acts:
    """What can be done from the foot."""

    begin: Do
    onwards: Do
    ask_next: Do
    first_step: Do
    meet: Do
    gone_through: Do
    finishing: Do
    finish: Do
    leave_finishing: Do


def is_time_to_meet(found: Following) -> bool:
    """Whether a status meeting is what comes next: meetings are held, and something waits for one."""
    held = found.meetings.held
    if not held:
        return False
    day = held[0].meeting.next_day
    return (day is not None and day <= found.today) or waiting(found, "") is not None


def on_agenda(found: Following) -> list[str]:
    """What an open meeting goes through: all that is not done, and what has moved since the last one."""
    moved = found.meetings.moved or {}
    return [
        each.action.id
        for each in found.actions
        if each.action.is_open or (each.action.id in moved and not moved[each.action.id].is_nothing)
    ]


def next_on_agenda(found: Following, at: str) -> str | None:
    """What the meeting takes after the action at hand, round and round; None where that is the last."""
    agenda = on_agenda(found)
    start = agenda.index(at) + 1 if at in agenda else 0
    round_ = [*agenda[start:], *agenda[:start]]
    talked = found.meetings.talked | {at}
    return next((each for each in round_ if each not in talked), None)


def meeting_foot(tr: Translator, found: Following, at: str, acts: Acts, read_only: str) -> Foot:
    """While a status meeting goes on."""
    agenda = on_agenda(found)
    talked = sum(each in found.meetings.talked for each in agenda)
    hint = tr(say("Statusmøde: {n} af {of} gennemgået", n=talked, of=len(agenda)))
    end = tr(say("Afslut mødet"))
    target = next_on_agenda(found, at)
    if target is None:
        return Foot(Act(end, acts.gone_through, icon="check", asleep=read_only), hint=hint)
    title = next(each.action.title for each in found.actions if each.action.id == target)
    on = Act(
        tr(say("Næste: {title}", title=_short(title))), acts.gone_through, "chevron-right", "", read_only
    )
    return Foot(on, (Act(end, acts.finishing, asleep=read_only),), hint)


def finishing_foot(tr: Translator, acts: Acts, read_only: str) -> Foot:
    """While the end of the meeting is written."""
    back = Act(tr(say("Tilbage til tiltagene")), acts.leave_finishing)
    return Foot(Act(tr(say("Afslut mødet, og se referatet")), acts.finish, "check", "", read_only), (back,))


def foot(tr: Translator, found: Following, at: str, acts: Acts, read_only: str) -> Foot:
    """What is done next, by what waits."""
    begin, onwards, ask, first = acts.begin, acts.onwards, acts.ask_next, acts.first_step
    if found.followed is None:
        return Foot()
    if found.followed != found.now:
        said = say("Her er planen fra {title}, til den nye er godkendt.", title=found.followed.title)
        act = Act(tr(say("Gå til {title}", title=found.now.title)), first, icon="chevron-right")
        return Foot(act, hint=tr(said))
    if may_begin(found):
        act = Act(tr(say("Begynd opfølgningen")), begin, icon="play", asleep=read_only)
        return Foot(act, hint=tr(say("Derefter åbner filen her.")))
    following = Act(tr(say("Begynd næste selvevaluering")), ask, icon="plus", asleep=read_only)
    meet = Act(tr(say("Hold statusmøde")), acts.meet, icon="persons", asleep=read_only)
    if is_time_to_meet(found) and not is_time(found):
        return Foot(meet, (following,), tr(_meeting_words(found)))
    if is_time(found):
        return Foot(following, (meet,), tr(_next_words(found.next_day, found.today)))
    target = waiting(found, at)
    if target is None:
        return Foot(meet, (following,), tr(_next_words(found.next_day, found.today)))
    title = next(each.action.title for each in found.actions if each.action.id == target)
    on = Act(tr(say("Næste: {title}", title=_short(title))), onwards, icon="chevron-right")
    return Foot(on, (meet, following))


def _meeting_words(found: Following) -> Text | str:
    day = found.meetings.held[0].meeting.next_day
    return say("I skulle mødes den {day}.", day=day) if day is not None and day <= found.today else ""


def asking(tr: Translator, title: str, begin: Do, leave: Do) -> Foot:
    """While it is asked what the next evaluation is to be called."""
    asleep = "" if title else tr(say("Skriv, hvad den skal hedde."))
    act = Act(tr(say("Begynd næste selvevaluering")), begin, icon="plus", asleep=asleep)
    return Foot(act, (Act(tr(say("Ikke nu")), leave),))


def _next_words(day: date | None, today: date) -> Text | str:
    if day is None:
        return say("Intet venter på jer. Næste evaluering er gerne om et til to år.")
    if day <= today:
        return say("Næste evaluering var sat til den {day}.", day=day)
    return say("Næste evaluering er sat til den {day}.", day=day)


def _short(title: str) -> str:
    """A title for a button: whole words, as many as there is room for."""
    if len(title) <= SHORT:
        return title
    return f"{title[:SHORT].rsplit(' ', 1)[0]} …"
