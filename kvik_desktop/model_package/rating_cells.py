"""The cells of a rating in a table: one plain whole number, or phases, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kvik_desktop.foundation.csv_tables import Row
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import PHASES, Block, Method, Phase
from kvik_desktop.model_package.scoring import Rating

RATING_COLUMNS = (*(phase.value for phase in Phase), "score")

RATING_ALIASES: Mapping[str, str] = {"delkriterium": "subcriterion", "vurdering": "score"}
"""Other words people use for the same columns."""

_PLAIN_WHOLE = re.compile(r"0|[1-9][0-9]*")
_LONGEST = 3
"""Digits in the highest number any method allows."""


def read_rating(row: Row, block: Block, method: Method) -> tuple[Rating, list[Detail]]:
    """The rating on a row and every fault in its cells; empty cells are *cannot judge*.

    A cell that the method or the block has no meaning for is a fault, never passed over in silence.
    """
    filled = {column: row[column] for column in RATING_COLUMNS if row[column]}
    faults = [
        Detail(fault, row.line, column)
        for column, cell in filled.items()
        if (fault := _fault(column, cell, block, method)) is not None
    ]
    if "score" in filled and len(filled) > 1:
        faults.append(Detail(say("Der er både et samlet tal og faser på linjen."), row.line, "score"))
    figures = {} if faults else {column: int(cell) for column, cell in filled.items()}
    return Rating(**figures), faults


def _fault(column: str, cell: str, block: Block, method: Method) -> Text | None:
    if (column == "score") is (method is Method.FINE):
        return say("{column} bruges ikke med metoden {method}.", column=column, method=method.value)
    if column != "score" and Phase(column) not in PHASES[block]:
        return say("{column} bruges ikke for dette delkriterium.", column=column)
    if not _PLAIN_WHOLE.fullmatch(cell):
        return say("»{cell}« er ikke et helt tal.", cell=cell[:40])
    if len(cell) > _LONGEST or int(cell) > method.top:
        return say("{cell} ligger uden for 0-{top}.", cell=cell[:40], top=method.top)
    return None


def unknown_subcriterion(name: str) -> Text:
    """That the model has no such subcriterion; and why, where it looks like a spreadsheet's doing."""
    if name[:1].isdigit():
        return say(
            "Modellen har ikke delkriteriet {name}. Har regnearket lavet 4.1 om til en dato eller 4,1? "
            "Gør kolonnen til tekst, og skriv det igen.",
            name=name[:40],
        )
    return say("Modellen har ikke delkriteriet {name}.", name=name[:40] or "–")
