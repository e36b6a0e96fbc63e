"""What the group agreed on as a table: one row for each subcriterion."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.evaluation.collecting.answer_table import TEXT_ALIASES, TEXT_COLUMNS, texts_of
from kvik_desktop.foundation.csv_tables import Columns, Row, read_table, table_problem, yes_or_no
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.rating_cells import RATING_COLUMNS, read_rating
from kvik_desktop.workshop.usecases import Agreed

COLUMNS = Columns(
    ("subcriterion",),
    (*RATING_COLUMNS, "reason", *TEXT_COLUMNS, "parked", "note"),
    TEXT_ALIASES | {"begrundelse": "reason", "parkeret": "parked"},
)
CODE = "E_CONSENSUS"

NOT_JUDGED: Text = say("Gruppen kunne ikke vurdere det.")
"""The note of a row without figures and without a note of its own."""


def read_agreed(path: Path, package: ModelPackage, method: Method, not_judged: str) -> tuple[Agreed, ...]:
    """The agreed rows of a file; a row without figures is parked, with ``not_judged`` where it has no note.

    Raises Problem E_CONSENSUS naming every faulty line, among them those that are parked and have figures.
    """
    rows = read_table(path, COLUMNS, CODE)
    faults = [] if rows else [Detail(say("Der er ingen vurderinger i filen."), 1)]
    seen: set[str] = set()
    agreed: list[Agreed] = []
    for row in rows:
        name = row["subcriterion"]
        if not package.has(name) or name in seen:
            faults.append(_wrong_place(row, name in seen))
            continue
        seen.add(name)
        rating, wrong = read_rating(row, package.block_of(name), method)
        said = yes_or_no(row["parked"])
        parked = rating.is_empty or bool(said)
        if said is None:
            wrong.append(Detail(say("Skriv ja eller nej."), row.line, "parked"))
        if said and not rating.is_empty:
            both = say("{name} er både parkeret og givet tal.", name=name)
            wrong.append(Detail(both, row.line, "parked"))
        if not parked and rating.value(package.block_of(name), method) is None:
            wrong.append(Detail(say("{name} mangler tal.", name=name), row.line))
        faults += wrong
        note = row["note"] or row["reason"] or not_judged
        agreed.append(
            Agreed(name, rating, row["reason"], parked, note if parked else row["note"], texts_of(row))
        )
    if faults:
        raise table_problem(CODE, path.name, faults)
    return tuple(agreed)


def _wrong_place(row: Row, repeated: bool) -> Detail:
    name = row["subcriterion"] or "–"
    sentence = (
        say("{name} står der mere end én gang.", name=name)
        if repeated
        else say("Modellen har ikke delkriteriet {names}.", names=name)
    )
    return Detail(sentence, row.line, "subcriterion")
