"""Step 6 and the inbox in the middle of something, for pictures: what a user has done before the shutter."""

from __future__ import annotations

from kvik_desktop.action_plan import editing
from kvik_desktop.bundle.screens.delivery_page import REVIEW, SAVED, SENDER, WHOLE, DeliveryPage
from kvik_desktop.bundle.screens.find_card import FindCard
from kvik_desktop.central.screens.inbox_page import IMPORT, InboxPage
from kvik_desktop.central.screens.office import Running
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.shell.page import Page
from tests.window import ToldChooser

PASSPHRASE = "fire helt almindelige ord"
SECRETS = (
    "Klagen fra pårørende til beboer 010203-0000 bliver drøftet på et personalemøde, inden planen ændres",
    "Ring til Marianne Holst, når forældremødet er aftalt",
    "Skriv til skolen@eksempel.dk, eller ring på 12 34 56 78",
)
"""Texts one has to decide on."""


def _delivery(page: Page) -> DeliveryPage:
    assert isinstance(page, DeliveryPage)
    return page


def reviewing(page: Page) -> None:
    """What leaves the machine, with nothing to look at."""
    _delivery(page).go_on(REVIEW)


def with_secrets(page: Page) -> None:
    """Some texts have to be looked at."""
    found: list[Evaluation] = []
    page.desk.ask(evaluations.current).then(found.append)
    for title in SECRETS:
        page.desk.do(editing.add, found[0].id, title)
    reviewing(page)


def rewriting(page: Page) -> None:
    """One of them is left out, and one is being written anew."""
    with_secrets(page)
    finds = _delivery(page).review.finds
    finds.left_out.emit(finds.parts[-1].found.place)
    first = finds.parts[0]
    assert isinstance(first, FindCard)
    first.open_editor()


def introducing(page: Page) -> None:
    """A key is to be made."""
    _delivery(page).go_on(SENDER)


def whole(page: Page) -> None:
    """The whole package."""
    _delivery(page).go_on(WHOLE)


def delivered(page: Page) -> None:
    """A first edition is saved; nobody has approved the key yet."""
    introducing(page)
    delivery = _delivery(page)
    for field in (delivery.parties.key.first, delivery.parties.key.second):
        field.control.setText(PASSPHRASE)
    chooser = page.desk.choose
    assert isinstance(chooser, ToldChooser)
    chooser.answers.append([page.desk.path.with_name("Eksempelskolen 2026 udgave 1.kvik")])
    delivery.parties.wanted.emit(SAVED)


def _inbox(page: Page) -> InboxPage:
    assert isinstance(page, InboxPage)
    return page


def importing(page: Page) -> None:
    """A folder is being taken in."""
    inbox = _inbox(page)
    inbox.office.running = Running(212, 1000)
    inbox.show_running()


def taken_in(page: Page) -> None:
    """Some files have just been taken in."""
    inbox = _inbox(page)
    inbox.take([page.desk.path.parent / "ind"])


def file_by_file(page: Page) -> None:
    """The verdict on each of them."""
    taken_in(page)
    page.go_to(IMPORT)
