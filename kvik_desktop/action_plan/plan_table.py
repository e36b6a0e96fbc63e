"""The plan of action as a table: one row for each improvement action."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

from kvik_desktop.action_plan.model import SCALE, Action, Measurement, Status, check_action
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.foundation.csv_tables import Columns, Row, lines_of, read_table, table_problem
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import Text, say

T = TypeVar("T")

TEXTS = (
    "theme",
    "title",
    "description",
    "responsible",
    "success",
    "indicator",
    "unit",
    "dropped_reason",
    "phase",
)
DATES = ("start", "deadline", "follow_up")
AMOUNTS = ("hours", "money", "baseline", "target")
COLUMNS = Columns(
    ("title",),
    (
        *("number", "theme", "description", "subcriteria", "areas", *DATES, "responsible", "participants"),
        *("prerequisite", *AMOUNTS, "success", "indicator", "unit", "status", "dropped_reason", "phase"),
        *("effect", "ease", "goal", "measurements", "notes"),
    ),
    {
        "nr": "number",
        "tema": "theme",
        "tiltag": "title",
        "hvad": "title",
        "beskrivelse": "description",
        "delkriterier": "subcriteria",
        "forbedringsområder": "areas",
        "frist": "deadline",
        "hvornår": "deadline",
        "ansvarlig": "responsible",
        "hvem": "responsible",
        "deltagere": "participants",
        "opfølgning": "follow_up",
        "forudsætning": "prerequisite",
        "timer": "hours",
        "kroner": "money",
        "fase": "phase",
        "effekt": "effect",
        "hvordan kan vi se det": "success",
        "enhed": "unit",
        "lethed": "ease",
        "mål": "target",
        "politisk mål": "goal",
        "noter": "notes",
        "subcriterion": "subcriteria",
        "area": "areas",
        "action": "title",
        "activity": "title",
        "udgangspunkt": "baseline",
        "målinger": "measurements",
        "start dato": "start",
        "prerequisites": "prerequisite",
    },
)
CODE = "E_PLAN"
_AMOUNT = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,4})?", re.ASCII)
_WHOLE = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


def read_plan(path: Path) -> tuple[NewAction, ...]:
    """The actions in a file; rows without a number are numbered by their place.

    Dates are 2027-01-31 or 31.01.2027, amounts with decimal comma or point. Raises Problem E_PLAN naming
    every faulty line.
    """
    rows = read_table(path, COLUMNS, CODE)
    faults = [] if rows else [Detail(say("Der er ingen tiltag i filen."), 1)]
    new = [_action(row, place, faults) for place, row in enumerate(rows, start=1)]
    numbers = [each.action.number for each in new]
    for row, number in zip(rows, numbers, strict=True):
        if numbers.count(number) > 1:
            faults.append(Detail(say("Nummeret bruges af mere end ét tiltag."), row.line, "number"))
    named = {fault.line for fault in faults}
    for row, each in zip(rows, new, strict=True):
        if row.line not in named:
            faults += _contradictions(row, each.action)
    if faults:
        raise table_problem(CODE, path.name, faults)
    return tuple(new)


def _contradictions(row: Row, action: Action) -> Iterator[Detail]:
    try:
        check_action(action)
    except Problem as problem:
        yield Detail(problem.message, row.line)


def _action(row: Row, place: int, faults: list[Detail]) -> NewAction:
    cell = _Cells(row, faults)
    waits = [part.strip() for part in re.split(r"[\n;]", row["prerequisite"]) if part.strip()]
    waits = [one for part in waits for one in (_split(part) if _numbers(part) else [part])]
    if not row["title"]:
        faults.append(Detail(say("Tiltagets navn mangler."), row.line, "title"))
    fields: dict[str, Any] = {name: row[name] for name in TEXTS}
    fields |= {name: cell.read(name, _day, say("Skriv datoen som 31.01.2027.")) for name in DATES}
    fields |= {name: cell.read(name, _amount, say("Skriv et tal, fx 12,5.")) for name in AMOUNTS}
    low, high = SCALE
    step = say("Skriv et helt tal fra {low} til {high}.", low=low, high=high)
    fields |= {name: cell.read(name, _step, step) for name in ("effect", "ease")}
    action = Action(
        id="",
        evaluation="",
        number=cell.read("number", _number, say("Nummeret skal være et helt tal.")) or place,
        status=cell.read("status", _status, say("Skriv planlagt, i gang, gennemført eller droppet."))
        or Status.PLANNED,
        goal=row["goal"] or None,
        **fields,
    )
    return NewAction(
        action,
        tuple(_split(row["subcriteria"])),
        lines_of(row["areas"]),
        lines_of(row["participants"]),
        tuple(int(each) for each in waits if _WHOLE.fullmatch(each)),
        tuple(each for each in waits if not _WHOLE.fullmatch(each)),
        cell.measurements(),
        lines_of(row["notes"]),
        by_place=not row["number"],
        given=frozenset(row.cells),
    )


def _numbers(text: str) -> bool:
    return all(_WHOLE.fullmatch(part) for part in _split(text))


def _split(text: str) -> list[str]:
    return [part for part in re.split(r"[\s,;]+", text) if part]


class _Cells:
    """Reads the cells of one row and notes what is wrong with them."""

    def __init__(self, row: Row, faults: list[Detail]) -> None:
        self._row = row
        self._faults = faults

    def read(self, column: str, reader: Callable[[str], T], advice: Text) -> T | None:
        cell = self._row[column]
        if not cell:
            return None
        try:
            return reader(cell)
        except (ValueError, InvalidOperation):
            self._faults.append(Detail(advice, self._row.line, column))
            return None

    def measurements(self) -> tuple[Measurement, ...]:
        found = {}
        for line in lines_of(self._row["measurements"]):
            day, _, value = line.partition("=")
            try:
                measured = Measurement("", _day(day.strip()), _amount(value.strip()))
            except (ValueError, InvalidOperation):
                advice = say("Skriv hver måling på sin egen linje, fx 31.01.2027=12,5.")
                self._faults.append(Detail(advice, self._row.line, "measurements"))
            else:
                found[measured.day] = measured
        return tuple(found.values())


def _day(cell: str) -> date:
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", cell, re.ASCII):
        return datetime.strptime(re.sub(r"[./-]", ".", cell), "%d.%m.%Y").date()  # noqa: DTZ007  (a day)
    return date.fromisoformat(cell)


def _amount(cell: str) -> Decimal:
    if not _AMOUNT.fullmatch(cell):
        raise ValueError(cell)
    return Decimal(cell.replace(",", "."))


def _number(cell: str) -> int:
    if not _WHOLE.fullmatch(cell):
        raise ValueError(cell)
    return int(cell)


def _step(cell: str) -> int:
    low, high = SCALE
    step = _number(cell)
    if not low <= step <= high:
        raise ValueError(cell)
    return step


_STATUS_WORDS = {
    "planlagt": Status.PLANNED,
    "i gang": Status.IN_PROGRESS,
    "igang": Status.IN_PROGRESS,
    "gennemført": Status.DONE,
    "færdig": Status.DONE,
    "gjort": Status.DONE,
    "droppet": Status.DROPPED,
}


def _status(cell: str) -> Status:
    plain = cell.casefold()
    return _STATUS_WORDS.get(plain) or Status(plain)
