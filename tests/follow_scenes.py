"""Step 7 in pictures: a status meeting from beginning to end, its minutes, and several evaluations."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage
from kvik_desktop.shell.page import Page
from tests.several import FIVE_ALIKE, SHORT_FULL_FINE_STEPS, Round, Several

FILES: dict[str, Sequence[Round]] = {
    "to": (Round(score=38), Round(score=51)),
    "to-modeller": SHORT_FULL_FINE_STEPS[:2],
    "fire": SHORT_FULL_FINE_STEPS,
    "fem": FIVE_ALIKE,
}
"""By name what the evaluations of a file were made with."""


def meeting(page: Page) -> None:
    """A status meeting at its second action, with a note and another deadline."""
    assert isinstance(page, FollowUpPage)
    page.meeting.meet()
    page.meeting.gone_through()
    page.panel.noted.emit("Udkastet er sendt til teamene, og to har svaret")
    page.panel.amended.emit({"deadline": date(2027, 2, 1)})


def meeting_measured(page: Page) -> None:
    """A status meeting at an action that is measured and begun."""
    meeting(page)
    assert isinstance(page, FollowUpPage)
    page.panel.status_given.emit(Status.IN_PROGRESS, "")
    page.panel.measured.emit(date(2027, 1, 4), Decimal(36))
    page.panel.measured.emit(date(2027, 3, 1), Decimal(31))


def ending(page: Page) -> None:
    """The meeting is about to end."""
    meeting(page)
    assert isinstance(page, FollowUpPage)
    page.panel.reason.line.setText("Vikaren er sygemeldt")
    page.set_finishing(asked=True)


def minutes(page: Page) -> None:
    """Two meetings have been held."""
    assert isinstance(page, FollowUpPage)
    page.meeting.meet()
    page.set_finishing(asked=True)
    page.meeting.finish()
    ending(page)
    page.ending.note.setPlainText("Tak til teamene, der har svaret hurtigt. Vi holder fast i mandagsmødet.")
    page.meeting.finish()


def at_place(place: str) -> Callable[[Page], None]:
    """A place of the page."""
    return lambda page: page.go_to(place)


def by_action(page: Page) -> None:
    """What each action of the last time has moved."""
    page.go_to("siden-sidst")
    assert isinstance(page, FollowUpPage)
    page.back.order.chips[1].click()


def by_criterion(page: Page) -> None:
    """Two models beside each other by the criteria they share."""
    page.go_to("siden-sidst")
    assert isinstance(page, FollowUpPage)
    page.back.order.chips[2].click()


def path(name: str, templates: Path, folder: Path) -> Path:
    """A file of :data:`FILES`; made once and copied."""
    made = templates / f"flere-{name}"
    if not made.exists():
        made.mkdir()
        Several(made, FILES[name]).file.close()
    copy = folder / "Børnehuset.kvikdb"
    shutil.copyfile(made / "enhed.kvikdb", copy)
    return copy


def several(name: str, act: Callable[[Page], None]) -> Callable[[Any], QWidget]:
    """A scene with one of :data:`FILES` at step 7."""

    def scene(studio: Any) -> QWidget:
        window: QWidget = studio.open_path(path(name, studio.templates, studio.folder), "7")
        act(studio.window.room.page)
        return window

    return scene
