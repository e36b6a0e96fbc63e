"""Individual answers as a table: one row for each participant and subcriterion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kvik_desktop.evaluation.model import Participant, StatementKind
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.foundation.csv_tables import Columns, Row, lines_of, parse_table, table_problem
from kvik_desktop.foundation.problems import Detail
from kvik_desktop.foundation.text import say
from kvik_desktop.model_package.model import Method, ModelPackage
from kvik_desktop.model_package.rating_cells import RATING_COLUMNS, read_rating

TEXT_ALIASES = {
    "delkriterium": "subcriterion",
    "dokumentation": "evidence",
    "styrke": "strength",
    "styrker": "strength",
    "strengths": "strength",
    "forbedringsområde": "area",
    "forbedringsområder": "area",
    "areas": "area",
    "idé": "idea",
    "idéer": "idea",
    "ide": "idea",
    "ideer": "idea",
    "ideas": "idea",
    "vurdering": "score",
}
"""Other words people use for the same columns."""

TEXT_COLUMNS = tuple(kind.value for kind in StatementKind)
COLUMNS = Columns(
    ("participant", "subcriterion"),
    (*RATING_COLUMNS, *TEXT_COLUMNS),
    TEXT_ALIASES | {"deltager": "participant"},
)
CODE = "E_ANSWERS"


def read_answers(
    data: bytes, name: str, package: ModelPackage, method: Method, roster: Iterable[Participant]
) -> Mapping[str, tuple[NewAnswer, ...]]:
    """By participant's id what a table holds. Raises Problem E_ANSWERS naming every faulty line."""
    ids = {_plain(participant.name): participant.id for participant in roster}
    rows = parse_table(data, COLUMNS, CODE, name)
    faults = [] if rows else [Detail(say("Der er ingen svar i filen."), 1)]
    answers: dict[str, list[NewAnswer]] = defaultdict(list)
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        place = _plain(row["participant"]), row["subcriterion"]
        wrong = _place_faults(row, ids, package, seen.get(place))
        seen.setdefault(place, row.line)
        if not wrong:
            rating, wrong = read_rating(row, package.block_of(row["subcriterion"]), method)
            answers[ids[place[0]]].append(NewAnswer(row["subcriterion"], rating, _given_texts(row)))
        faults += wrong
    if faults:
        raise table_problem(CODE, name, faults)
    return {participant: tuple(given) for participant, given in answers.items()}


def _given_texts(row: Row) -> dict[StatementKind, tuple[str, ...]]:
    """The texts on a row, by kind: an empty cell says that there are none, a missing column nothing."""
    return {kind: lines_of(row[kind.value]) for kind in StatementKind if row.has(kind.value)}


def texts_of(row: Row) -> dict[StatementKind, tuple[str, ...]]:
    """The texts on a row, by kind; kinds that are empty are left out."""
    found = {kind: lines_of(row[kind.value]) for kind in StatementKind}
    return {kind: lines for kind, lines in found.items() if lines}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _place_faults(
    row: Row, ids: Mapping[str, str], package: ModelPackage, before: int | None
) -> list[Detail]:
    faults = []
    if _plain(row["participant"]) not in ids:
        faults.append(
            Detail(
                say("{name} står ikke på deltagerlisten.", name=row["participant"] or "–"),
                row.line,
                "participant",
            )
        )
    if not package.has(row["subcriterion"]):
        faults.append(
            Detail(
                say("Modellen har ikke delkriteriet {names}.", names=row["subcriterion"] or "–"),
                row.line,
                "subcriterion",
            )
        )
    if before is not None:
        faults.append(
            Detail(say("Samme deltager og delkriterium står også på linje {n}.", n=before), row.line)
        )
    return faults
