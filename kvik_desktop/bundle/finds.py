"""What in a text may point at a person: numbers like a CPR number, mail, telephone, names of participants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.bundle.given_names import GIVEN_NAMES


class FindKind(StrEnum):
    """What was found; the gravest first."""

    CPR = "cpr"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Find:
    """A stretch of a text, ``start`` to ``end``, that should be looked at before it leaves the machine."""

    kind: FindKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """A participant: the name that stays, and the role that may be told instead."""

    name: str
    role: str


_CPR = re.compile(r"(?<!\d)(\d\d)(\d\d)\d\d(?: ?[-–] ?| )?\d{4}(?!\d)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
_PHONE = re.compile(r"(?<![\d.,])(?:(?:\+|00)45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?![\d.,]?\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LARGE = re.compile(r"[A-ZÆØÅÄÖ][^\W\d_]+(?:[ -]+[A-ZÆØÅÄÖ][^\W\d_]+)*")
"""Words in a row that begin large."""

_OFFICES = (
    "admin", "afdeling", "ansvarlig", "assistent", "bestyrelse", "center", "chef", "direkt", "elev",
    "formand", "forvaltning", "forælder", "forældre", "gruppe", "hjælper", "hus", "inspektør", "kontor",
    "konsulent", "kommune", "koordinator", "køkken", "leder", "ledelse", "læge", "lærer", "medarbejder",
    "pedel", "personale", "psykolog", "pædagog", "repræsentant", "råd", "sekretær", "service", "skole",
    "stedfortræder", "studerende", "stue", "sundhed", "sygeplejerske", "team", "teknisk", "terapeut",
    "tovholder", "udvalg", "vagt", "vejleder", "vikar",
)  # fmt: skip
"""What Danish words for an office or a group are built on."""

_REPLACEMENT_DAY = 60
"""A replacement CPR number has 60 added to the day."""


def finds_in(text: str, people: Sequence[Person]) -> tuple[Find, ...]:
    """Everything to look at in a text, in order, none of it twice."""
    found: list[Find] = []
    for find in (*_numbers(text), *_names(text, people)):
        if all(find.end <= other.start or other.end <= find.start for other in found):
            found.append(find)
    return tuple(sorted(found, key=lambda find: find.start))


def cpr_in(text: str) -> tuple[Find, ...]:
    """Only what looks like a CPR number, in order."""
    return tuple(find for find in _numbers(text) if find.kind is FindKind.CPR)


def roles_for(text: str, people: Sequence[Person], mask: str) -> str:
    """The text with participants' names replaced by their roles, or by ``mask`` where they have none."""
    pieces, place = [], 0
    for find in _names(text, people):
        pieces += [text[place : find.start], _role_of(text[find.start : find.end], people) or mask]
        place = find.end
    return "".join([*pieces, text[place:]])


def roles_only(text: str, people: Sequence[Person], mask: str) -> str:
    """As :func:`roles_for`, and what looks like somebody else's name is replaced by ``mask`` too.

    That is one of the usual given names, and two or more words in a row that begin large, are nobody's role
    and are not built on the word for an office (`Afdelingsleder`, `Trivselsgruppen`).
    """
    known = {word for person in people for word in _WORD.findall(person.role)}

    def judge(match: re.Match[str]) -> str:
        words = _WORD.findall(match[0])
        nobody = any(word in known or _is_office(word) for word in words)
        usual = any(word in GIVEN_NAMES for word in words)
        return mask if usual or (len(words) > 1 and not nobody) else match[0]

    replaced = roles_for(text, people, mask).split(mask)
    return mask.join(_LARGE.sub(judge, piece) for piece in replaced)


def _is_office(word: str) -> bool:
    small = word.casefold()
    return word.isupper() or any(office in small for office in _OFFICES)


def masked(text: str, finds: Iterable[Find], mask: str) -> str:
    """The text with these stretches replaced by ``mask``."""
    pieces, place = [], 0
    for find in sorted(finds, key=lambda find: find.start):
        pieces += [text[place : find.start], mask]
        place = find.end
    return "".join([*pieces, text[place:]])


def _numbers(text: str) -> Iterator[Find]:
    for match in _CPR.finditer(text):
        day, month = int(match[1]), int(match[2])
        if 1 <= (day - _REPLACEMENT_DAY if day > _REPLACEMENT_DAY else day) <= 31 and 1 <= month <= 12:
            yield Find(FindKind.CPR, *match.span())
    yield from (Find(FindKind.EMAIL, *match.span()) for match in _EMAIL.finditer(text))
    yield from (Find(FindKind.PHONE, *match.span()) for match in _PHONE.finditer(text))


def _names(text: str, people: Sequence[Person]) -> list[Find]:
    """Whole names in any case, and single names as they are written, also with a genitive s."""
    found: list[Find] = []
    plain = text.casefold()
    for name, flags in _sought(people):
        if name.casefold() not in plain:
            continue  # most names are in no text: looking for them closely would take its time
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?=(?:['’]?s)?(?!\w))", text, flags):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                found.append(Find(FindKind.NAME, *match.span()))
    return sorted(found, key=lambda find: find.start)


def _sought(people: Sequence[Person]) -> list[tuple[str, re.RegexFlag]]:
    """Longest first. A word that is also somebody's role ("Leder 2") is no name."""
    roles = {word.casefold() for person in people for word in _WORD.findall(person.role)}
    whole = {person.name for person in people if _WORD.search(person.name)}
    parts = {
        word
        for person in people
        for word in _WORD.findall(person.name)
        if word.casefold() not in roles and word[0].isupper()
    }
    sought = [(name, re.IGNORECASE) for name in whole if name.casefold() not in roles]
    sought += [(name, re.NOFLAG) for name in parts - whole]
    return sorted(sought, key=lambda pair: (-len(pair[0]), pair[0]))


def _role_of(written: str, people: Sequence[Person]) -> str:
    """The role of the one person the name means, empty where it may be several or has none."""
    whole = [person for person in people if person.name.casefold() == written.casefold()]
    meant = whole or [person for person in people if written in _WORD.findall(person.name)]
    return meant[0].role if len(meant) == 1 else ""
