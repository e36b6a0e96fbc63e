"""The list of participants as a table: name, role, leader."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.evaluation.usecases import NewParticipant
from kvik_desktop.foundation.csv_tables import Columns, read_table, table_problem
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say

COLUMNS = Columns(
    ("name",), ("role", "leader"), {"navn": "name", "rolle": "role", "leder": "leader", "deltager": "name"}
)
CODE = "E_PARTICIPANTS"
_YES = frozenset({"ja", "j", "yes", "y", "true", "sand", "1", "x"})
_NO = frozenset({"nej", "n", "no", "false", "falsk", "0", ""})


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
        if row["leader"].casefold() not in _YES | _NO:
            faults.append(Detail(say("Skriv ja eller nej."), row.line, "leader"))
    if not rows:
        faults.append(Detail(say("Der er ingen deltagere i filen."), 1))
    if faults:
        raise table_problem(CODE, path.name, faults)
    return tuple(
        NewParticipant(" ".join(row["name"].split()), row["role"], row["leader"].casefold() in _YES)
        for row in rows
    )
