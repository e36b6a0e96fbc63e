"""What may be told of two answers from one person without showing either."""

from __future__ import annotations

from datetime import datetime

from kvik_desktop.evaluation.collecting.waiting import Conflict
from kvik_desktop.evaluation.model import Way
from kvik_desktop.evaluation.screens.way_words import WAYS
from kvik_desktop.foundation.text import Text, say, say_n


def differing(conflict: Conflict, name: str) -> Text:
    """Whose they are, and in how many places they differ."""
    if conflict.shown.is_older_form:
        return say("{name} har svaret på et skema, som er ældre end spørgsmålene nu", name=name)
    return say_n(
        "{name} har svaret to gange, og {n} svar er ikke det samme",
        "{name} har svaret to gange, og {n} svar er ikke de samme",
        conflict.shown.differing,
        name=name,
    )


def both(conflict: Conflict) -> tuple[Text, ...]:
    """Where each of the two is from, and from when."""
    return (*here(conflict), comes(conflict), *besides(conflict))


def here(conflict: Conflict) -> tuple[Text, ...]:
    """What lies here, by the ways it came."""
    newest: dict[Way, datetime] = {}
    for point in conflict.shown.points:
        newest[point.way_here] = max(point.changed_here, newest.get(point.way_here, point.changed_here))
    return tuple(
        say("Her ligger: {way}, {when}.", way=WAYS[way], when=when.astimezone())
        for way, when in newest.items()
    )


def comes(conflict: Conflict) -> Text:
    """What came, and from when where that is known."""
    incoming = conflict.shown.incoming
    way = WAYS[incoming.way]
    if incoming.written is None:
        return say("Filen: {way}, {file}.", way=way, file=incoming.source)
    when = incoming.written.astimezone()
    return say("Filen: {way}, {file}, gemt {when}.", way=way, file=incoming.source, when=when)


def besides(conflict: Conflict) -> tuple[Text, ...]:
    """What the file holds besides what differs."""
    shown = conflict.shown
    told = (
        say_n("{n} svar er kun i filen.", "{n} svar er kun i filen.", len(shown.fresh)),
        say_n(
            "{n} svar i filen passer ikke til spørgsmålene nu og kan ikke bruges.",
            "{n} svar i filen passer ikke til spørgsmålene nu og kan ikke bruges.",
            len(shown.unknown),
        ),
    )
    return tuple(text for text, there in zip(told, (shown.fresh, shown.unknown), strict=True) if there)
