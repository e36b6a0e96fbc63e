"""The list of participants as a table: name, role, leader."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.csv_tables import Columns, read_table, table_problem, yes_or_no
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say

COLUMNS = Columns(
    ("name",), ("role", "leader"), {"navn": "name", "rolle": "role", "leder": "leader", "deltager": "name"}
)
CODE = "E_PARTICIPANTS"


def read_roster(path: Path) -> tuple[NewParticipant, ...]:
    """The participants in a file. Raises Problem E_PARTICIPANTS naming every faulty line."""
    rows = read_table(path, COLUMNS, CODE)
    faults: list[Detail] = []
    seen: set[str] = set()
    for row in rows:
        name = " ".join(row["name"].split()).casefold()
        if not name:
            faults.append(Detail(say("Navnet mangler."), row.line, "name"))
        elif name in seen:
            faults.append(
                Detail(say("{name} står der mere end én gang.", name=row["name"]), row.line, "name")
            )
        seen.add(name)
        if yes_or_no(row["leader"]) is None:
            faults.append(Detail(say("Skriv ja eller nej."), row.line, "leader"))
    if not rows:
        faults.append(Detail(say("Der er ingen deltagere i filen."), 1))
    if faults:
        raise table_problem(CODE, path.name, faults)
    return tuple(
        NewParticipant(" ".join(row["name"].split()), row["role"], bool(yes_or_no(row["leader"])))
        for row in rows
    )
