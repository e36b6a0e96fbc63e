"""What the board says in words: how much people differ, how many answered, how a subcriterion was left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.look.marks import MARKS
from kvik_desktop.workshop.board import Dots, Line, Progress
from kvik_desktop.workshop.model import Flag, Outcome

FLAG_MARKS: Mapping[Flag, str] = {
    Flag.RED: "large-disagreement",
    Flag.GREY: "to-talk-about",
    Flag.AMBER: "some-disagreement",
    Flag.GREEN: "together",
}

HEADINGS: Mapping[StatementKind, Text] = {
    StatementKind.EVIDENCE: say("Dokumentation"),
    StatementKind.STRENGTH: say("Styrker"),
    StatementKind.AREA: say("Forbedringsområder"),
    StatementKind.IDEA: say("Idéer"),
}

EMPTY: Mapping[StatementKind, Text] = {
    StatementKind.EVIDENCE: say("Ingen skrev noget her. Spørg: Hvad har vi at vise frem?"),
    StatementKind.STRENGTH: say("Ingen skrev noget her. Spørg: Hvad gør vi godt?"),
    StatementKind.AREA: say("Ingen skrev noget her. Spørg: Hvad kan blive bedre?"),
    StatementKind.IDEA: say("Ingen skrev noget her."),
}
"""What stands where nobody wrote: what the group may ask itself instead."""

ICONS: Mapping[StatementKind, str] = {
    StatementKind.EVIDENCE: "document",
    StatementKind.STRENGTH: "trend",
    StatementKind.AREA: "flag",
    StatementKind.IDEA: "plus",
}


def mark_of(line: Line) -> str:
    """The mark before a subcriterion: how it was left, else how much people differ."""
    if line.consensus is None:
        return FLAG_MARKS[line.flag]
    return "parked" if line.consensus.outcome is Outcome.PARKED else "settled"


def name_of(line: Line, tr: Translator) -> str:
    """Number and name, as ``3.3 Inddragelse og trivsel``."""
    return f"{line.id} {line.subcriterion.name.in_language(tr.language)}"


def flag_sentence(line: Line, tr: Translator) -> str:
    """How much people differ, as far as it may be told."""
    word = tr(MARKS[FLAG_MARKS[line.flag]].word)
    why = _grey(line.dots) if line.flag is Flag.GREY else _distance(line.dots, line.method)
    return word if why is None else f"{word}: {tr(why)}"


def _distance(dots: Dots, method: Method) -> Text | None:
    if dots.points is not None and method is not Method.SCALE5:
        if dots.points == 0:
            return say("alle har svaret det samme")
        return say_n(
            "{n} point mellem laveste og højeste", "{n} point mellem laveste og højeste", dots.points
        )
    if dots.steps is None:
        return None
    if dots.steps == 0:
        return say("alle på samme trin")
    steps = say_n("{n} trin", "{n} trin", dots.steps)
    return say("{distance} mellem laveste og højeste", distance=steps)


def _grey(dots: Dots) -> Text | None:
    if dots.n == 0:
        return say("ingen har kunnet vurdere det")
    if dots.n == 1:
        return say("kun én har vurderet det")
    if dots.cannot_judge:
        return say("{n} har vurderet det, {others} kunne ikke", n=dots.n, others=dots.cannot_judge)
    return say("kun to har vurderet det") if dots.n == 2 else None


def round_sentence(dots: Dots, tr: Translator, *, median: bool = True) -> str:
    """A round in words: how many, from where to where as far as it may be told, and the median."""
    parts = [tr(say_n("{n} svar", "{n} svar", dots.n))]
    if dots.values:
        parts.append(tr(say("fra {low} til {high}", low=dots.values[0], high=dots.values[-1])))
    if median and dots.median is not None:
        parts.append(tr(say("median {median}", median=dots.median)))
    if dots.cannot_judge:
        parts.append(tr(say_n("{n} kan ikke vurdere", "{n} kan ikke vurdere", dots.cannot_judge)))
    return ", ".join(parts)


def standing(line: Line, tr: Translator) -> str:
    """The second line of a subcriterion in the agenda; empty where there is nothing to say."""
    if line.open_round is not None:
        return tr(say("Ny runde er åben"))
    if line.lacks_reason:
        return tr(say("Mangler begrundelse"))
    if line.consensus is not None and line.consensus.outcome is Outcome.PARKED:
        return tr(say("Parkeret"))
    return ""


def agreed_score(line: Line) -> int | None:
    """The whole agreed score; None where there is none."""
    value = line.value(line.consensus.rating) if line.consensus else None
    return None if value is None else whole(value)


def progress_sentence(person: Progress, now: datetime, tr: Translator) -> str:
    """How far one participant is: when they handed in, or what is left."""
    if person.submitted is not None:
        return tr(say("Afleveret {when}", when=moment(person.submitted, now, tr)))
    left = person.of - person.answered
    if person.answered == 0:
        return tr(say("Ikke begyndt"))
    if left == 0:
        return tr(say("Svaret på alt, ikke afleveret"))
    return tr(say_n("Mangler {n} delkriterium", "Mangler {n} delkriterier", left))


def moment(at: datetime, now: datetime, tr: Translator) -> str:
    """A moment as one says it: *i dag 11.48*, *i går 15.20*, or the day."""
    local, today = at.astimezone(), now.astimezone().date()
    time = f"{local:%H:%M}" if tr.language == "en" else f"{local:%H.%M}"
    if local.date() == today:
        return tr(say("i dag {time}", time=time))
    if local.date() == today - timedelta(days=1):
        return tr(say("i går {time}", time=time))
    return tr.date(local.date())


def joined(names: Sequence[str], tr: Translator) -> str:
    """Names as in a sentence: *Anna, Bo og Carla*."""
    if len(names) < 2:
        return "".join(names)
    return tr(say("{most} og {last}", most=", ".join(names[:-1]), last=names[-1]))
