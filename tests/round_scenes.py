"""Further rounds for pictures: cards half typed in, pages that came back, and what the rounds came to."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest

from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from kvik_desktop.workshop.screens.round_view import CARDS, PAGES, RoundView

CLOSE_TOGETHER = "233223322333"
"""Cards of at most twelve people who have talked about it."""


def open_round(page: ConsensusPage) -> RoundView:
    """A new round of the subcriterion that is shown."""
    assert page.board is not None
    page.board.act("R")
    return page.board.rounds[page.board.line.block]


def cards(page: ConsensusPage) -> None:
    """Seven have been typed in, and the last is being made exact where it can be."""
    view = open_round(page)
    _choose(view, CARDS)
    QTest.keyClicks(view.cards.tiles[0], CLOSE_TOGETHER[:7])
    QTest.keyClicks(view.cards.tiles[0], ",6")


def pages(page: ConsensusPage) -> None:
    """Two files came back: one cannot be used, the other is a page that nobody has answered."""
    view = open_round(page)
    _choose(view, PAGES)
    with TemporaryDirectory() as folder:
        damaged, empty = Path(folder) / "svar-Lone-runde-2-3-3.kviksvar", Path(folder) / "Runde 2 3.3.html"
        damaged.write_bytes(b"{")
        empty.write_bytes(b"<!doctype html>")
        view.take([damaged, empty])


def _choose(view: RoundView, way: str) -> None:
    place = [CARDS, PAGES].index(way) + 1
    view.ways.chips[place].click()


def twice(page: ConsensusPage) -> None:
    """Two further rounds: they have moved together, and stay there."""
    once(page)
    once(page, "323323322333")


def once(page: ConsensusPage, typed: str = CLOSE_TOGETHER) -> None:
    """A round from cards, closed: one card a phase from everybody."""
    view = open_round(page)
    _choose(view, CARDS)
    people = len(view.cards.tiles)
    assert view.cards.cards is not None
    for phase in range(view.cards.cards.phases):
        QTest.keyClicks(view.cards.tiles[0], (typed[phase:] + typed)[:people])
    act = view.foot.primary
    assert act is not None
    act.do()
