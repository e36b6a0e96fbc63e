"""The agenda as an overview, in the middle of something, for pictures."""

from __future__ import annotations

from collections.abc import Callable

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.evaluation.settings import name_speakers
from kvik_desktop.workshop import statements
from kvik_desktop.workshop.screens.agenda_view import AgendaView
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from kvik_desktop.workshop.screens.moves_row import Move


def _overview(page: ConsensusPage) -> AgendaView:
    assert page.overview is not None
    return page.overview


def by_hand(page: ConsensusPage) -> None:
    """The group has put its agenda in its own order, with the keyboard."""
    table = _overview(page).table
    table.set_key("5.3")
    table.step(-1)
    table.step(-1)


def limits(page: ConsensusPage) -> None:
    """Looking at when they count as disagreeing."""
    view = _overview(page)
    view.when.setChecked(True)
    view.limits.fields["red_points"].setValue(60)
    view.flush()


def seen(page: ConsensusPage) -> None:
    """Looking at what may be seen."""
    _overview(page).what.setChecked(True)


def filtered(flag: str) -> Callable[[ConsensusPage], None]:
    """Only what stands so is shown."""

    def choose(page: ConsensusPage) -> None:
        view = _overview(page)
        view.filters.set_key(flag)
        view.filters.chosen.emit(flag)

    return choose


def begins(page: ConsensusPage) -> None:
    """The group wonders who begins, and has chosen names."""
    assert page.board is not None
    page.desk.do(name_speakers, page.board.board.evaluation.id, named=True)
    page.board._spread.voices.ask.setChecked(True)


def noting(page: ConsensusPage) -> None:
    """The facilitator writes a note about what is at hand."""
    assert page.panes is not None
    page.panes.want_guidance(wanted=True)
    page.side.write()
    assert page.side.notes is not None
    page.side.notes.here.setPlainText("Giv TR ordet først. Jakob blev stille, da vi talte om APV'en.")
    page.side.notes.day.setPlainText("Pause kl. 10.15. Husk at spørge, hvem der tager referat.")
    page.flush()


def headings(page: ConsensusPage) -> None:
    """Texts are gathered under headings."""
    assert page.board is not None
    board, line = page.board.board, page.board.line
    areas = line.statements[StatementKind.AREA]
    for text, word in zip(areas[1:], ("Tid", "Inddragelse", "Tid"), strict=False):
        page.desk.do(statements.put_under, board.evaluation.id, text.id, word)


def skipping(page: ConsensusPage) -> None:
    """The group goes straight to the score."""
    assert page.board is not None
    page.board.set_move(Move.AGREEMENT)
