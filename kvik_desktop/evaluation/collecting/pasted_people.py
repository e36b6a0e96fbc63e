"""Names as people paste them: lines from a spreadsheet, a list, or the address line of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kvik_desktop.evaluation.model import visible
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.csv_tables import yes_or_no

LEADER = "leder"
"""Who has this word alone as role is the leader."""

LONGEST = 200
"""Characters of a name or a role."""

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦●■\uf0b7]\s*|\d{1,2}[.)]\s+)")
_ADDRESS = re.compile(r"<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?")
_HEADINGS = frozenset({"navn", "name", "deltager", "deltagere"})


def people_in(text: str) -> tuple[NewParticipant, ...]:
    """Everybody named in a pasted text, once each: name, role, and yes where they are leader.

    Columns may be parted by tab, semicolon, comma or a dash; addresses of mails are left out, and a mail
    address without a name is read as one.
    """
    found: dict[str, NewParticipant] = {}
    for line in _lines(text):
        person = _person(line)
        if person is not None and person.name.casefold() not in found:
            found[person.name.casefold()] = person
    return tuple(found.values())


def _lines(text: str) -> Iterator[str]:
    for line in re.split(r"[\n\r\v\f\x85\u2028\u2029]+", text):
        # The address line of a mail holds everybody on one line.
        yield from line.split(";" if ";" in line else ",") if line.count("@") > 1 else [line]


def _person(line: str) -> NewParticipant | None:
    plain = _ADDRESS.sub("", line)
    if plain != line:
        plain = _given_name_first(plain)
    cells = [visible(cell) for cell in _cells(_BULLET.sub("", plain))]
    if not any(cells):
        return _from_address(line)
    if not cells[0] or cells[0].casefold() in _HEADINGS:
        return None
    name, role, leads = (*cells, "", "")[:3]
    is_leader = bool(yes_or_no(leads)) or role.casefold() == LEADER
    return NewParticipant(name[:LONGEST], role[:LONGEST], is_leader)


def _cells(line: str) -> list[str]:
    for separator in ("\t", ";", ",", " – ", " - "):
        if separator in line:
            return line.split(separator)
    return [line.strip().strip('"')]


def _given_name_first(name: str) -> str:
    """A mail program's ``"Holm, Anna"`` is Anna Holm."""
    family, comma, given = name.strip(' "<>;').partition(",")
    return f"{given} {family}" if comma else family


def _from_address(line: str) -> NewParticipant | None:
    """``anna.holm@kommune.dk`` is Anna Holm."""
    found = _ADDRESS.search(line)
    if found is None:
        return None
    words = re.split(r"[._-]+", found[0].lstrip("<").partition("@")[0])
    return NewParticipant(" ".join(word.capitalize() for word in words if word))
