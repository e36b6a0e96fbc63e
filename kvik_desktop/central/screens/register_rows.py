"""The rows of the register as plain data, made away from the window, and the table to take along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kvik_desktop.central.register import keeping
from kvik_desktop.central.register.campaigns import last_day
from kvik_desktop.central.register.model import KeyState, Register, Registered, Stranger
from kvik_desktop.central.register.own_list import OwnFiles
from kvik_desktop.central.register.usecases import register
from kvik_desktop.central.screens import register_words as words
from kvik_desktop.central.screens.inbox_words import when
from kvik_desktop.central.wording import SECTORS
from kvik_desktop.envelope.fields import moment
from kvik_desktop.foundation.text import Text, Translator, say
from kvik_desktop.shell.widgets.cells import Cell, TableRow
from kvik_desktop.shell.widgets.chip import Filter
from kvik_desktop.storage.central_database import CentralDatabase

ALL, WAITING, APPROVED, ENDING, REVOKED = "all", "waiting", "approved", "ending", "revoked"
_BY_STATE = {
    KeyState.HOLDS: APPROVED,
    KeyState.NOT_YET: APPROVED,
    KeyState.ENDS_SOON: ENDING,
    KeyState.EXPIRED: ENDING,
    KeyState.REVOKED: REVOKED,
}
NONE = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """One who is known or asks to be, with its row, and what it is found by."""

    found: Registered | Stranger
    row: TableRow
    words: str
    filters: frozenset[str]

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for the coordinator."""
        return WAITING in self.filters


@dataclass(frozen=True)
class Seen:
    """The register with its rows in one reader's language: those that wait first."""

    register: Register
    files: OwnFiles | None
    lines: Sequence[Line]

    @cached_property
    def waiting(self) -> int:
        """How many wait for the coordinator."""
        return sum(line.is_waiting for line in self.lines)

    def counts(self) -> list[int]:
        """How many each filter leaves."""
        return [sum(key in line.filters for line in self.lines) for key in FILTERS]

    def line(self, key: object) -> Line | None:
        """The one that the program calls this."""
        return next((line for line in self.lines if line.row.key == key), None)


FILTERS: dict[str, tuple[Text, str]] = {
    ALL: (say("Alle"), ""),
    WAITING: (say("Venter"), "waiting"),
    APPROVED: (say("Godkendte"), "approved"),
    ENDING: (say("Udløber"), "ends-soon"),
    REVOKED: (say("Spærret"), "revoked"),
}


def filters(tr: Translator) -> list[Filter]:
    """What one can be content with seeing."""
    return [Filter(key, tr(text), 0, mark) for key, (text, mark) in FILTERS.items()]


def see(database: CentralDatabase, tr: Translator) -> Seen:
    """The register as it is now; a job for the thread of the database."""
    found = database.ask(register)
    known = [_known(each, found, tr) for each in found.institutions]
    known.sort(key=lambda line: not line.is_waiting)
    strangers = [_stranger(each, found, tr) for each in found.strangers]
    return Seen(found, keeping.files_of(database), (*strangers, *known))


def _stranger(each: Stranger, found: Register, tr: Translator) -> Line:
    cells = (
        Cell(each.name, tr(say("Ikke på listen endnu")), strong=True),
        Cell(NONE, ink="text-2"),
        Cell(tr(words.WAITING), tr(say("på, at du godkender")), mark=words.WAITING_MARK),
        Cell(when(each.received, found.now, tr), right=True, ink="text-2"),
    )
    searched = f"{each.name} {each.institution}".casefold()
    return Line(each, TableRow(each.signer, cells), searched, frozenset({ALL, WAITING}))


def _known(each: Registered, found: Register, tr: Translator) -> Line:
    unit, newest = each.entry.institution, each.entry.newest
    sector, level = _sector(each, tr), tr(words.level(unit))
    if each.other is None:
        key = Cell(tr(words.STATES[each.state]), tr(words.until(newest)), mark=words.MARKS[each.state])
    else:
        key = Cell(tr(words.WAITING), tr(say("med en anden nøgle")), mark=words.WAITING_MARK)
    cells = (
        Cell(unit.name, sector, strong=True),
        Cell(unit.parent or NONE, level, ink="text-2"),
        key,
        _delivered(each, found, tr),
    )
    kept = {ALL, _BY_STATE[each.state]} | ({WAITING} if each.other else set())
    searched = f"{unit.name} {unit.id} {unit.parent or ''} {sector}".casefold()
    return Line(each, TableRow(unit.id, cells), searched, frozenset(kept))


def _delivered(each: Registered, found: Register, tr: Translator) -> Cell:
    if each.delivered is None:
        return Cell(NONE, right=True, ink="text-2")
    edition = tr(say("Udgave {n}", n=each.delivered.edition))
    return Cell(when(each.delivered.received, found.now, tr), edition, right=True, ink="text-2")


def _sector(each: Registered, tr: Translator) -> str:
    sector = each.entry.institution.sector or ""
    return tr(SECTORS[sector]) if sector in SECTORS else sector


def rows(seen: Seen, kept: str, sought: str) -> list[TableRow]:
    """The rows that are shown: those of one filter that hold what is sought."""
    sought = sought.casefold().strip()
    return [line.row for line in seen.lines if kept in line.filters and sought in line.words]


TITLES = (
    say("Institution"),
    say("Id"),
    say("Område"),
    say("Niveau"),
    say("Hører under"),
    say("Nøgle"),
    say("Kontroltal"),
    say("Gælder til"),
    say("Spærret fra"),
    say("Senest afleveret"),
    say("Udgave"),
)


def table(seen: Seen, tr: Translator) -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    """Everybody on the list with everything that is said, for a spreadsheet."""
    return [tr(title) for title in TITLES], [_line(each, tr) for each in seen.register.institutions]


def _line(each: Registered, tr: Translator) -> Sequence[object]:
    unit, key = each.entry.institution, each.entry.newest
    return (
        unit.name,
        unit.id,
        _sector(each, tr),
        tr(words.level(unit)),
        unit.parent,
        tr(words.STATES[each.state]),
        " ".join(key.public.digits),
        tr.date(last_day(moment(key.expires))),
        tr.date(moment(key.revoked.since).date()) if key.revoked else None,
        tr.date(each.delivered.received.astimezone().date()) if each.delivered else None,
        each.delivered.edition if each.delivered else None,
    )
