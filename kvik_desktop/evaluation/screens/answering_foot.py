"""The bottom line of individual answers: what comes next, said by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kvik_desktop.evaluation.answering import Sheet, Team
from kvik_desktop.evaluation.screens import answering_order
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.shell.page import Act, Foot

NAMED = 3
"""So many who have not handed in are named; more are counted."""

ON, BACK = "chevron-right", "chevron-left"


@dataclass(frozen=True)
class Acts:
    """What the page can do."""

    go: Callable[[str], None]
    submit: Callable[[], None]
    withdraw: Callable[[], None]
    leave: Callable[[], None]
    hand_out: Callable[[], None]
    take_in: Callable[[], None]
    on: Callable[[], None]
    """To the next step."""
    remind: Callable[[], None]


def of_team(team: Team, acts: Acts, tr: Translator, *, read_only: bool) -> Foot:
    """While nobody's turn it is."""
    if not team.people:
        return Foot()
    if team.evaluation.revealed is not None:
        return Foot(Act(tr(say("Videre: konsensus")), acts.on, ON))
    asleep = "" if team.handed_in else tr(say("Vælg dit navn. I går videre, når nogen har afleveret."))
    hint = "" if team.handed_in == len(team.people) else tr(_waiting_for(team))
    sleeping = tr(say("Filen kan kun læses.")) if read_only else ""
    give = Act(tr(say("Del skemaer ud…")), acts.hand_out, "upload", asleep=sleeping)
    fetch = Act(tr(say("Hent svar ind…")), acts.take_in, "download", asleep=sleeping)
    missing = team.handed_in < len(team.people)
    remind = (Act(tr(say("Påmind…")), acts.remind),) if missing else ()
    on = Act(tr(say("Videre: åbn svarene sammen")), acts.on, ON, asleep=asleep)
    return Foot(on, (give, fetch, *remind), hint)


def _waiting_for(team: Team) -> Text:
    names = [each.participant.name for each in team.people if each.submitted is None]
    if len(names) > NAMED:
        return say_n("{n} mangler at aflevere.", "{n} mangler at aflevere.", len(names))
    *first, last = names
    return say(
        "{names} mangler at aflevere.",
        names=say("{first} og {last}", first=", ".join(first), last=last) if first else last,
    )


def of_sheet(sheet: Sheet, place: str, acts: Acts, tr: Translator, *, locked: bool) -> Foot:
    """While one participant answers, at a place."""
    above = answering_order.previous(sheet, place)
    back = Act(tr(say("Forrige")), lambda: acts.go(above), BACK, "Ctrl+↑")
    before = (back,) if above else ()
    if locked:
        return _of_locked(sheet, place, acts, tr, before)
    if place == FINISH:
        asleep = "" if sheet.own is not None else tr(say("Besvar mindst ét delkriterium først."))
        return Foot(Act(tr(say("Aflevér mine svar")), acts.submit, asleep=asleep), before)
    following = sheet.next_open(place)
    if following is not None and following != place:
        name = sheet.package.subcriterion(following).name.in_language(tr.language)
        text = tr(say("Næste: {number} {name}", number=following, name=name))
        return Foot(Act(text, lambda: acts.go(following), ON), before)
    if following == place:
        last = say("Du ville kun se på det her igen.")
        hint = tr(last if place in sheet.marked else say("Du mangler kun det her."))
        return Foot(Act(tr(say("Videre: aflevér")), lambda: acts.go(FINISH), ON), before, hint)
    hint = tr(say("Du har svaret på det hele."))
    return Foot(Act(tr(say("Aflevér mine svar")), acts.submit), before, hint)


def _of_locked(sheet: Sheet, place: str, acts: Acts, tr: Translator, before: tuple[Act, ...]) -> Foot:
    """Handed in, opened, or in a file that can only be read: one looks through the answers and leaves."""
    following = answering_order.following(sheet, place)
    handed_in = sheet.own is not None and sheet.own.submitted is not None
    if following and place != FINISH:
        primary = Act(tr(say("Næste")), lambda: acts.go(following), ON)
    else:
        primary = Act(tr(say("Luk mine svar")), acts.leave)
    if handed_in and sheet.evaluation.revealed is None:
        before = (*before, Act(tr(say("Tag mine svar tilbage")), acts.withdraw, "undo"))
    return Foot(primary, before)
