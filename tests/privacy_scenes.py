"""The page on privacy in the middle of something, for pictures."""

from __future__ import annotations

from datetime import date

from kvik_desktop.report.screens.privacy_page import DELETE, PERSON, PrivacyPage
from kvik_desktop.shell.page import Page


def person(page: Page) -> None:
    """The first person on the list."""
    _about(page, PERSON)


def delete_person(page: Page) -> None:
    """The first person on the list is to be deleted."""
    _about(page, DELETE)


def _about(page: Page, kind: str) -> None:
    assert isinstance(page, PrivacyPage)
    assert page.found is not None, "the tasks of scenes are instant"
    page.show_place(f"{kind}/{page.found.people[0].id}")


def at_the_end(page: Page) -> None:
    """Scrolled to the last row, as soon as it is laid out."""
    assert isinstance(page, PrivacyPage)
    bar = page.overview.verticalScrollBar()
    bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))
    bar.setValue(bar.maximum())


def too_late(page: Page) -> None:
    """The day by which the answers were to be gone has passed."""
    assert isinstance(page, PrivacyPage)
    page.overview.retained.emit(date(2026, 1, 31))
