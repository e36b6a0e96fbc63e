"""The order of the places in one participant's turn: every question, then where one hands in."""

from __future__ import annotations

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.screens.index_rows import FINISH


def previous(sheet: Sheet, place: str) -> str:
    """The place before this one; empty at the first."""
    order = ("", *sheet.order, FINISH)
    return order[order.index(place) - 1]


def following(sheet: Sheet, place: str) -> str:
    """The place after this one; empty at the last."""
    order = (*sheet.order, FINISH, "")
    return order[order.index(place) + 1]


def step(sheet: Sheet, place: str, way: int) -> str:
    """The place one question on (1) or back (-1); the same at an end."""
    return (following(sheet, place) if way > 0 else previous(sheet, place)) or place


def beginning(sheet: Sheet) -> str:
    """Where a turn begins: at the first question that is open."""
    return sheet.next_open() or FINISH


def has(sheet: Sheet, place: str) -> bool:
    """Whether it is a question of this sheet, or where one hands in."""
    return place == FINISH or sheet.package.has(place)
