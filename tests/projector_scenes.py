"""What the room sees, for the pictures: every slide, on the screens that projectors have."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kvik_desktop.shell.page import Page
from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.projected import Pause, TimeLeft
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage

WIDE, HIGH, OLD = (1366, 768), (1920, 1080), (1024, 768)


def project(window: Window, size: tuple[int, int] = WIDE) -> QWidget:
    """Put the projector on, on a screen of this size; the scene is what the room sees."""
    assert window.room is not None
    if not window.room.projector.is_on:
        window.room.projector.toggle()
    screen = window.room.projector.window
    assert isinstance(screen, ProjectorWindow)
    screen.showNormal()
    screen.resize(*size)
    return screen


def timed(page: ConsensusPage) -> None:
    """Half of the time is left."""
    page.time_left = TimeLeft("12.40", 0.62)
    page.project()


def late(page: ConsensusPage) -> None:
    """There is no time left."""
    page.time_left = TimeLeft("2 min. over", 0, over=True)
    page.project()


def resting(page: ConsensusPage) -> None:
    """The group rests."""
    page.pause = Pause("13.00")
    page.project()


def long_reason(page: ConsensusPage) -> None:
    """The group has much to say."""
    assert page.board is not None
    part = page.board.agreement
    part.score.stairs["score"].choose(48)
    part.why.setPlainText(
        "MED og TRIO fungerer, men teammøderne handler mest om driften. Vi måler trivslen hvert andet år "
        "uden at bruge tallene bagefter, og nattevagterne er sjældent med, når vi taler om dem. " * 3
    )


def open_round(page: ConsensusPage) -> None:
    """A further round is open."""
    assert page.board is not None
    page.board.act("R")


def asking(page: ConsensusPage) -> None:
    """Where the projector covers the only screen, the room is asked before the answers are opened."""
    window = page.window()
    assert isinstance(window, Window)
    assert window.room is not None
    project(window)
    asked = page.foot.primary.asked if page.foot.primary is not None else None
    assert asked is not None
    window.room.projector.ask(asked)


def on_beside(page: Page) -> None:
    """The facilitator's own window, with the projector on."""
    window = page.window()
    assert isinstance(window, Window)
    project(window)


def second_page(window: Window) -> None:
    """The facilitator turns the page."""
    assert window.room is not None
    window.room.projector.turn(1)
