"""What one can do about a file and its backups, in words: what was found, what happens, what is safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kvik_desktop.desktop.recovery_facts import CopyFacts
from kvik_desktop.evaluation.states import State
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.widgets.note import Kind as NoteKind
from kvik_desktop.storage.recovery import Condition, Standing


class What(Enum):
    """What is done."""

    KEEP = "keep"
    FIND = "find"
    BACK = "back"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """One row; ``copy`` is the file whose facts it shows, and which is used."""

    what: What
    title: Text
    copy: Path | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What is told over the choices."""

    kind: NoteKind
    title: Text
    text: Text


def found(standing: Standing) -> Found:
    """What has happened to the file, and what is safe."""
    name = standing.path.name
    match standing.condition:
        case Condition.INTERRUPTED:
            title = say("{name} blev ikke lukket rigtigt sidst", name=name)
            return Found("caution", title, _interrupted(standing))
        case Condition.OLDER:
            text = say(
                "Det sker, når en gammel kopi er lagt på filens plads, for eksempel fra en USB-nøgle. "
                "Sikkerhedskopien har alt, der er i filen, og det, der er kommet til senere."
            )
            return Found("caution", say("{name} er ældre end sin sikkerhedskopi", name=name), text)
        case Condition.DAMAGED:
            return Found("problem", say("{name} er beskadiget", name=name), _damaged(standing))
        case Condition.GONE:
            return Found("caution", say("{name} er ikke, hvor den lå", name=name), _gone(standing))
        case Condition.WHOLE:
            text = say("Du ser, hvornår hver kopi er fra, og hvor langt I var. Ingens svar vises.")
            return Found("info", say("Sikkerhedskopier af {name}", name=name), text)


def _interrupted(standing: Standing) -> Text:
    """Who is told when it is known; the words about what is safe are the same."""
    if standing.left is None:
        return say(
            "Programmet eller computeren stoppede, mens filen var åben. Alt, der var gemt, er her. Kun det, "
            "der blev skrevet i de allersidste sekunder, kan mangle."
        )
    return say(
        "Programmet eller computeren stoppede, mens filen var åben hos {who} ({since}). Alt, der var gemt, "
        "er her. Kun det, der blev skrevet i de allersidste sekunder, kan mangle.",
        who=standing.left.who,
        since=standing.left.since.astimezone(),
    )


def _gone(standing: Standing) -> Text:
    if standing.backups:
        return say(
            "Den lå her: {path}. Er den flyttet, så find den først: den er nyere end kopierne. Ligger den på "
            "en USB-nøgle eller et drev, så sæt nøglen eller drevet til, og prøv igen fra startsiden.",
            path=standing.path,
        )
    return say(
        "Den lå her: {path}. Er den flyttet, så find den. Der er ingen sikkerhedskopi af den på denne "
        "computer.",
        path=standing.path,
    )


def _damaged(standing: Standing) -> Text:
    if standing.backups:
        return say(
            "Den kan ikke bruges, som den er. Hent en kopi i stedet. Den beskadigede fil bliver liggende ved "
            "siden af."
        )
    return say(
        "Den kan ikke bruges, som den er, og der er ingen sikkerhedskopi på denne computer. Har du en kopi "
        "på en USB-nøgle eller hos en kollega, kan du hente den. Den beskadigede fil bliver liggende "
        "ved siden af."
    )


def choices(standing: Standing) -> tuple[Choice, ...]:
    """Everything one can do, in the order of the rows; the proposed one is :func:`proposed`."""
    backups = [
        Choice(What.BACK, say("Sikkerhedskopi fra {made}", made=each.created.astimezone()), each.path)
        for each in standing.backups
    ]
    other = Choice(What.OTHER, say("En kopi, der ligger et andet sted…"))
    match standing.condition:
        case Condition.DAMAGED:
            return (*backups, other)
        case Condition.GONE:
            return (Choice(What.FIND, say("Find filen, hvor den ligger nu…")), *backups, other)
        case _:
            return (Choice(What.KEEP, say("Filen, som den er nu"), standing.path), *backups, other)


def proposed(standing: Standing, offered: Sequence[Choice], facts: Mapping[Path, CopyFacts]) -> Choice:
    """The safest: what holds most, and never what cannot be read."""
    usable = [each for each in offered if each.copy is None or facts.get(each.copy, _UNKNOWN).trouble is None]
    if standing.condition in (Condition.OLDER, Condition.DAMAGED) and standing.proposed is not None:
        wanted = standing.proposed.path
        exact = [each for each in usable if each.copy == wanted]
        return next(iter([*exact, *(each for each in usable if each.what is What.BACK), *usable]))
    return usable[0]


def how_far(facts: CopyFacts) -> Text:
    """How many have handed in and how many are under way; after the reveal that it has been."""
    if facts.state is not None and list(State).index(facts.state) >= list(State).index(State.REVEALED):
        accepted = list(State).index(facts.state) >= list(State).index(State.ACCEPTED)
        return say("Resultatet er godkendt") if accepted else say("Svarene er åbnet")
    if not facts.people:
        return say("Ingen på deltagerlisten")
    handed = say("{handed} af {people} har afleveret", handed=facts.handed_in, people=facts.people)
    if not facts.begun:
        return handed
    return say_n("{handed}, {n} er i gang", "{handed}, {n} er i gang", facts.begun, handed=handed)


def button(choice: Choice) -> Text:
    """What the filled button says."""
    match choice.what:
        case What.KEEP:
            return say("Åbn filen, som den er")
        case What.FIND:
            return say("Find filen…")
        case What.BACK:
            return say("Hent kopien tilbage")
        case What.OTHER:
            return say("Vælg kopien…")


def happens(standing: Standing, choice: Choice, facts: Mapping[Path, CopyFacts]) -> tuple[Text, ...]:
    """What the choice does, a sentence at a time; what cannot be taken back comes last."""
    match choice.what:
        case What.KEEP if standing.condition is Condition.OLDER:
            older = facts.get(standing.path, _UNKNOWN)
            return (
                _opened(older) if older.is_older else say("Filen åbnes, som den er."),
                say("Den nyere sikkerhedskopi bliver på computeren, og du kan hente den senere fra menuen."),
            )
        case What.KEEP:
            return (_opened(facts.get(standing.path, _UNKNOWN)), say("Kopierne bliver liggende."))
        case What.FIND:
            return (say("Du viser, hvor filen ligger nu, og den åbnes."),)
        case What.OTHER:
            return (say("Du vælger en kopi, og så ser du, hvad der er i den, før du henter den."),)
        case What.BACK:
            return (_place(standing), *_lost(choice, facts), *_borders(standing, choice, facts))


def _opened(facts: CopyFacts) -> Text:
    if facts.is_older:
        return say(
            "Filen åbnes og opdateres til denne udgave af programmet, efter at der er taget en "
            "sikkerhedskopi. Det, I har skrevet, ændres ikke."
        )
    return say("Filen åbnes. Intet i den ændres.")


def _place(standing: Standing) -> Text:
    if standing.condition is Condition.GONE:
        return say("Kopien lægges, hvor filen lå. Finder du filen senere, er den der stadig.")
    return say(
        "Kopien lægges på filens plads. Filen, som den er nu, bliver liggende i samme mappe som "
        "{stem}.foer-gendannelse-… og kan åbnes derfra. Intet bliver slettet.",
        stem=standing.path.stem,
    )


def _lost(choice: Choice, facts: Mapping[Path, CopyFacts]) -> list[Text]:
    saved = facts.get(choice.copy, _UNKNOWN).saved if choice.copy else None
    if saved is None:
        return []
    return [say("Det, der er gemt efter {saved}, er ikke med i kopien.", saved=saved.astimezone())]


def _borders(standing: Standing, choice: Choice, facts: Mapping[Path, CopyFacts]) -> list[Text]:
    """The reveal and the acceptance are never undone: who goes behind them by a copy is told."""
    now, then = facts.get(standing.path, _UNKNOWN).state, facts.get(choice.copy or Path(), _UNKNOWN).state
    if now is None or then is None:
        return []
    order = list(State)
    borders = (
        (
            State.REVEALED,
            say("Kopien er taget, før svarene blev åbnet. Det, I har set, kan ikke gøres uset."),
        ),
        (State.ACCEPTED, say("Kopien er taget, før resultatet blev godkendt.")),
    )
    return [text for border, text in borders if order.index(then) < order.index(border) <= order.index(now)][
        :1
    ]


_UNKNOWN = CopyFacts()
