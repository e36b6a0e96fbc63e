"""Step 1 in the middle of something, for pictures: what a user has done before the shutter."""

from __future__ import annotations

from kvik_desktop.evaluation.preparing.model import Circumstances, Time
from kvik_desktop.evaluation.preparing.path import Part
from kvik_desktop.evaluation.screens.preparation_page import PreparationPage
from kvik_desktop.shell.page import Page

PASTED = (
    "Hej Lise, her er listen:\n"
    "Navn\tStilling\tMail\n"
    "Anna Holm\tSkoleleder\tanna@skolen.dk\n"
    "Bo Berg\tLærer i indskolingen\tbo@skolen.dk\n"
    "Carla Maria von Rosenkrantz-Christoffersen\tSundhedsplejerske og forælderrepræsentant\t\n"
    "Dines\tPædagog\t\n"
    "Med venlig hilsen\n"
)


def pasted(page: Page) -> None:
    """A list from a mail is shown before anybody is added."""
    assert isinstance(page, PreparationPage)
    page.show_part(Part.PEOPLE)
    page.people.pasted.emit(PASTED)


def said(page: Page) -> None:
    """Ten people with time and experience are advised otherwise."""
    assert isinstance(page, PreparationPage)
    page.show_part(Part.MODEL)
    page.model.said.emit(Circumstances(10, Time.DAYS, experienced=True))


def days(page: Page) -> None:
    """The days are proposed."""
    assert isinstance(page, PreparationPage)
    page.show_part(Part.DAYS)
    page.days.proposed.emit()
