"""Names as people paste them: cells of a spreadsheet, a list, the address line or the text of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kvik_desktop.evaluation.model import visible
from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.csv_tables import yes_or_no

LONGEST = 200
"""Characters of a name or a role."""

LONGEST_NAME = 6
"""Words; what is longer is a sentence of a mail."""

LEADERS = frozenset({"leder", "daglig leder", "institutionsleder", "skoleleder", "centerleder", "forstander"})
"""Who has one of these alone as role is the leader."""

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪◦●■\uf0b7]\s*|\d{1,2}[.)]\s+)")
_ADDRESS = re.compile(r"<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?")
_BREAKS = re.compile(r"[\n\r\v\f\x85\u2028\u2029]+")
_ADDRESSED = re.compile(r"^\s*(?:til|cc|bcc|fra|to|from)\s*:\s*", re.IGNORECASE)
_AROUND = re.compile(
    r"^\s*(?:(?:emne|subject|sendt|sent|dato|date|vedr|vedhæftet)\s*:"
    r"|(?:hej|kære|goddag|dear|hello|hi)\b|(?:med )?(?:venlig|kærlig|bedste) hilsen?\b|mvh\b|vh\b|hilsen\b)",
    re.IGNORECASE,
)
"""What stands around the names in a mail."""

_ROLE_FIRST = re.compile(r"^([^\W\d][\w /-]{1,40}):\s+(\S.*)$")
_ROLE_BEHIND = re.compile(r"^([^()]+?)\s*\(([^()]+)\)$")

_NAME, _GIVEN, _FAMILY, _ROLE, _LEADER, _OTHER = "name", "given", "family", "role", "leader", "other"
_TITLES: Mapping[str, str] = {
    **dict.fromkeys(("navn", "name", "deltager", "deltagere", "medarbejder", "fulde navn"), _NAME),
    **dict.fromkeys(("fornavn", "fornavne", "first name"), _GIVEN),
    **dict.fromkeys(("efternavn", "efternavne", "last name", "surname"), _FAMILY),
    **dict.fromkeys(("rolle", "role", "stilling", "titel", "funktion", "job", "faggruppe"), _ROLE),
    **dict.fromkeys(("leder", "leader"), _LEADER),
    **dict.fromkeys(("mail", "e-mail", "email", "mailadresse", "telefon", "tlf", "tlf.", "nr", "nr.", "#",
                     "afdeling", "stue", "hold", "mobil"), _OTHER),
}  # fmt: skip
_SEPARATORS = ("\t", ";", ",", " – ", " - ")
_DEFAULT = (_NAME, _ROLE, _LEADER)


@dataclass(frozen=True, slots=True)
class Understood:
    """Whom a text names, once each, and the lines that were not taken for anybody."""

    people: tuple[NewParticipant, ...]
    skipped: tuple[str, ...] = ()


def is_leader(role: str) -> bool:
    """Whether a role says by itself that somebody is the leader."""
    return visible(role).casefold() in LEADERS


def is_list(text: str) -> bool:
    """Whether what was pasted into one line is more than a name."""
    return bool(_BREAKS.search(text.strip())) or "\t" in text.strip() or text.count("@") > 1


def understood(text: str) -> Understood:
    """Everybody named in a pasted text, once each: name, role, and yes where they are leader.

    Columns may be parted by tab, semicolon, comma or a dash, and a first line may say what they hold.
    Addresses of mails are left out, and a mail address without a name is read as one. What stands around the
    names in a mail is skipped, and told.
    """
    found: dict[str, NewParticipant] = {}
    skipped: list[str] = []
    columns: Sequence[str] = _DEFAULT
    for line in _lines(text.lstrip("\ufeff")):
        titles = _titles(line)
        if titles:
            columns = titles if len(titles) > 1 else columns
        elif person := _person(line, columns):
            found.setdefault(person.name.casefold(), person)
        elif visible(line):
            skipped.append(visible(line)[:LONGEST])
    return Understood(tuple(found.values()), tuple(skipped))


def people_in(text: str) -> tuple[NewParticipant, ...]:
    """The people alone."""
    return understood(text).people


def _lines(text: str) -> Iterator[str]:
    for line in _BREAKS.split(text):
        named = _ADDRESSED.sub("", line) if "@" in line else line
        # The address line of a mail holds everybody on one line.
        several = named.count("@") > 1
        yield from named.split(";" if ";" in named else ",") if several else [named]


def _titles(line: str) -> tuple[str, ...]:
    """What the columns hold, where the line says so; a line that names nobody's column says nothing."""
    titles = tuple(_TITLES.get(cell.strip(" :").casefold(), "") for cell in _cells(line))
    has_name = _NAME in titles or _GIVEN in titles
    return tuple(title or _OTHER for title in titles) if has_name else ()


def _person(line: str, columns: Sequence[str]) -> NewParticipant | None:
    if _AROUND.match(line) or line.rstrip().endswith(":"):
        return None
    plain = _ADDRESS.sub("", line)
    if plain != line and columns is _DEFAULT:
        plain = _given_name_first(plain)
    plain = _BULLET.sub("", plain)
    written = _role_apart(plain) if columns is _DEFAULT else _cells(plain)
    cells = [visible(cell.strip(' "')) for cell in written]
    if not any(cells):
        return _from_address(line)
    held = dict(zip(columns, cells, strict=False))
    name = held.get(_NAME) or visible(f"{held.get(_GIVEN, '')} {held.get(_FAMILY, '')}")
    if not name or _is_prose(name):
        return None
    role = held.get(_ROLE, "")
    leads = bool(yes_or_no(held.get(_LEADER, ""))) or is_leader(role)
    return NewParticipant(name[:LONGEST], role[:LONGEST], leads)


def _is_prose(words: str) -> bool:
    """A sentence of a mail, or the heading over a list; ``Anna H.`` ends in a full stop and is a name."""
    ends = words.endswith((":", ",", ".")) and re.search(r"\b\w\.$", words) is None
    return ends or len(words.split()) > LONGEST_NAME


def _cells(line: str) -> list[str]:
    for separator in _SEPARATORS:
        if separator in line:
            return line.split(separator)
    return [line]


def _role_apart(line: str) -> list[str]:
    """``Anna Holm (leder)`` and ``Leder: Anna Holm`` are a name and a role."""
    behind, first = _ROLE_BEHIND.match(visible(line)), _ROLE_FIRST.match(visible(line))
    if behind:
        return [behind[1], behind[2]]
    return [first[2], first[1]] if first and len(_cells(line)) == 1 else _cells(line)


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
