"""What is said of time: left, over, late, and when one gets home."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.workshop.timekeeping.forecast import Forecast
from kvik_desktop.workshop.timekeeping.model import Going, TimeLeft
from kvik_desktop.workshop.timekeeping.timekeeping import Timekeeping

MINUTE = timedelta(minutes=1)
LATE_FROM = 5
"""Minutes after the plan before it is told: a little is always caught up with."""
STEP = 5
"""A forecast is told in whole fives: it knows no better."""


@dataclass(frozen=True, slots=True)
class Face:
    """What the face of the clock shows."""

    figure: str
    words: str
    name: str
    """For a screen reader, which hears it again each minute only."""
    share: float = 0.0
    """How much of the ring is drawn."""
    tone: str = "accent"
    """The token of the ring."""


def face_of(time: Timekeeping, tr: Translator) -> Face:
    """The face now."""
    left, tally = time.time_left, time.tally
    match left.going:
        case Going.BREAK:
            held = tr(say("i {time}", time=tr(length(time.moment - (tally.since or time.moment)))))
            pause = tr(say("Pause"))
            return Face(pause, held, f"{pause} {held}", 1.0, "edge")
        case Going.STILL:
            since = tr(say("siden kl. {time}", time=clock(tally.since or time.moment, tr)))
            still = tr(say("Uret står stille"))
            return Face(still, since, f"{still} {since}", 1.0, "edge")
        case Going.HOME:
            home = tr(say("Slut for i dag"))
            return Face(home, "", home, 1.0, "edge")
        case Going.PAUSED:
            shown = face_of_point(left, tr)
            pause, words = tr(say("Pause")), f"{shown.figure} {shown.words}"
            return Face(pause, words, f"{pause}, {shown.name}", shown.share, "edge")
    return face_of_point(left, tr)


def face_of_point(left: TimeLeft, tr: Translator) -> Face:
    """What is left of a point, or how long it has been over."""
    if not left.planned:
        used = tr(say("{time} brugt", time=tr(length(left.used))))
        return Face(_seconds(left.used, tr), tr(say("brugt")), used)
    of = tr(say("af {n} min.", n=left.planned))
    if left.is_over:
        over = -left.left // MINUTE
        figure = tr(say_n("{n} min. over", "{n} min. over", over) if over else say("Tiden er gået"))
        return Face(figure, of, f"{figure} {of}", 1.0, "amber")
    words = tr(say("tilbage af {n} min.", n=left.planned))
    name = tr(say("{n} min. tilbage af {of} min.", n=left.left // MINUTE, of=left.planned))
    return Face(_seconds(left.left, tr), words, name, left.share)


def widest(left: TimeLeft, tr: Translator) -> Face:
    """The face as wide as it gets for a point, so that the line stands still while the seconds go."""
    used = timedelta(minutes=left.planned + 20) if left.is_over or not left.planned else timedelta()
    return face_of_point(replace(left, used=max(used, left.used if left.is_over else used)), tr)


def late(found: Forecast | None, tr: Translator) -> tuple[str, str]:
    """That one is after the plan, in whole fives, and the same in short; empty while it can be caught up."""
    behind = in_fives(found.behind) if found else 0
    if behind < LATE_FROM:
        return "", ""
    time = length(behind * MINUTE)
    return tr(say("{time} bagud", time=time)), tr(say("+{time}", time=time))


def in_fives(minutes: int) -> int:
    """To the nearest five, away from zero at the half."""
    rounded = (abs(minutes) + STEP // 2) // STEP * STEP
    return rounded if minutes > 0 else -rounded


def about(moment: datetime, tr: Translator) -> str:
    """The clock to the nearest five minutes."""
    past = timedelta(minutes=moment.minute % STEP, seconds=moment.second)
    before = moment - past
    return clock(before + timedelta(minutes=STEP) if 2 * past >= STEP * MINUTE else before, tr)


def clock(moment: datetime, tr: Translator) -> str:
    """A moment of the day where the reader is: ``8.30``."""
    return _clock(moment.astimezone().hour, moment.astimezone().minute, tr)


def clock_of(minute: int, tr: Translator) -> str:
    """A minute of the day, from midnight."""
    return _clock(*divmod(minute % (24 * 60), 60), tr)


def _clock(hour: int, minute: int, tr: Translator) -> str:
    return f"{hour}:{minute:02}" if tr.language == "en" else f"{hour}.{minute:02}"


def _seconds(time: timedelta, tr: Translator) -> str:
    minutes, seconds = divmod(int(time.total_seconds()), 60)
    return f"{minutes}:{seconds:02}" if tr.language == "en" else f"{minutes}.{seconds:02}"


def length(time: timedelta) -> Text:
    """How long something has taken: ``55 min.``, ``1 t. 20 min.``"""
    hours, minutes = divmod(time // MINUTE, 60)
    return say("{hours} t. {n} min.", hours=hours, n=minutes) if hours else say("{n} min.", n=minutes)


def used_words(time: timedelta, tr: Translator) -> str:
    """What a point has taken; nothing where that is not worth a word."""
    return tr(length(time)) if time >= MINUTE else ""
