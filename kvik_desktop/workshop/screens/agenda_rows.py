"""The rows of the agenda as an overview, and the filters over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from kvik_desktop.shell.widgets.cells import Cell, Drawing, TableRow
from kvik_desktop.shell.widgets.chip import Filter
from kvik_desktop.shell.widgets.spread_strip import HEIGHT, Spread, paint_strip
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.model import Flag
from kvik_desktop.workshop.screens.answers_figure import spread_of
from kvik_desktop.workshop.screens.consensus_words import (
    FLAG_MARKS,
    agreed_score,
    mark_of,
    name_of,
    standing,
)

ALL, SETTLED = "all", "settled"
"""Keys of the filters that are no flag."""

STANDINGS: Mapping[str, Text] = {
    ALL: say("Alle"),
    Flag.RED: say("Stor uenighed"),
    Flag.GREY: say("Tal om det"),
    Flag.AMBER: say("Nogen uenighed"),
    Flag.GREEN: say("Enige"),
    SETTLED: say("Afgjort"),
}


def filters(tr: Translator) -> list[Filter]:
    """One for how each subcriterion stands, with the mark it has in the table."""
    marks = {ALL: "", SETTLED: "settled"} | {flag.value: name for flag, name in FLAG_MARKS.items()}
    return [Filter(key, tr(word), mark=marks[key]) for key, word in STANDINGS.items()]


def in_order(board: Board) -> tuple[Line, ...]:
    """Every subcriterion as the meeting takes them: to discuss, then together, then what is settled."""
    return (*board.to_discuss, *board.together, *board.settled)


def left(board: Board, key: str, criterion: str = "") -> tuple[Line, ...]:
    """What a filter leaves of the agenda, of all criteria or of one."""
    inside = {sub.id for each in board.package.criteria if each.id == criterion for sub in each.subcriteria}
    return tuple(
        line for line in in_order(board) if (not criterion or line.id in inside) and _stands(line, key)
    )


def _stands(line: Line, key: str) -> bool:
    if key == ALL:
        return True
    return line.is_settled if key == SETTLED else not line.is_settled and line.flag == key


def counts(board: Board, criterion: str) -> list[int | None]:
    """How many each filter leaves, in their order."""
    return [len(left(board, key, criterion)) for key in STANDINGS]


def row(ui: Ui, line: Line, steps: Sequence[Step], *, narrow: bool, used: str = "") -> TableRow:
    """A subcriterion; ``narrow`` says in words what has no column of its own, ``used`` the time it took."""
    tr, dots = ui.tr, line.dots
    took = tr(say("Brugt {time}", time=used)) if used else ""
    told = [
        said for said in (_how_it_was_left(line, tr), _how_many(line, tr) if narrow else "", took) if said
    ]
    spread = spread_of(dots, steps)
    value = None if dots.median is None else str(dots.median)
    cells = (
        Cell(name_of(line, tr), " · ".join(told), mark=mark_of(line), strong=True),
        Cell(_said(spread, dots.n, tr), drawn=_strip(ui, spread, steps)),
        Cell(str(dots.n), right=True),
        Cell(str(dots.cannot_judge or "–"), right=True, ink="text-2"),
        Cell(value or "–", right=True, strong=True),
    )
    return TableRow(line.id, cells)


def _how_it_was_left(line: Line, tr: Translator) -> str:
    """The agreed score and what is to be done; the mark says the rest, and its word stands over the table."""
    score = agreed_score(line)
    said = "" if score is None else tr(say("Fastlagt til {score}", score=score))
    return " · ".join(part for part in (said, standing(line, tr)) if part)


def _how_many(line: Line, tr: Translator) -> str:
    answers = tr(say_n("{n} svar", "{n} svar", line.dots.n))
    cannot = line.dots.cannot_judge
    return f"{answers}, {tr(say('{n} kan ikke vurdere', n=cannot))}" if cannot else answers


def _said(spread: Spread | None, n: int, tr: Translator) -> str:
    """What the strip says to those who do not see it."""
    return tr(spread.sentence if spread else say_n("{n} svar", "{n} svar", n))


def _strip(ui: Ui, spread: Spread | None, steps: Sequence[Step]) -> Drawing:
    return partial(_paint, ui, spread, steps)


def _paint(
    ui: Ui, spread: Spread | None, steps: Sequence[Step], painter: QPainter, room: QRectF, behind: str
) -> None:
    if spread is not None:
        high = ui.theme.px(HEIGHT)
        strip = QRectF(room.left(), room.center().y() - high / 2, room.width(), high)
        paint_strip(painter, ui.theme, strip, spread, steps, behind)
