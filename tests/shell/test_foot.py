"""The bottom line: words give way to buttons, and no button is ever cut."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.foot import FootBar
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui

HINT = "Du kan også trække filer og mapper hertil"


def nothing() -> None:
    """Done by every button here."""


@pytest.fixture
def foot(qtbot: QtBot) -> FootBar:
    made = FootBar(Ui(Translator(), Theme.read(Resources())))
    qtbot.addWidget(made)
    fetch = Act("Hent pakker…", nothing, "download")
    made.show_foot(Foot(fetch, (Act("Hent en mappe…", nothing), Act("Kopiér listen", nothing)), HINT))
    made.show()
    return made


def place(foot: FootBar) -> str:
    """Where the hint stands, and whether the shortcut is told."""
    foot.layout().activate()  # type: ignore[union-attr]  # it has one
    beside = foot._hint.y() + foot._hint.height() > foot.primary.y() + 4
    return f"{'beside' if beside else 'above'}{' with shortcut' if foot._shortcut.isVisible() else ''}"


@pytest.mark.parametrize(
    ("left", "expected"), [(300, "beside with shortcut"), (200, "beside"), (120, "above")]
)
def test_the_shortcut_goes_first_and_the_hint_above(foot: FootBar, left: int, expected: str) -> None:
    """``left`` is what the buttons leave with their margins."""
    buttons = sum(button.sizeHint().width() + 16 for button in foot.buttons) + 2 * 24
    foot.resize(buttons, 64)
    foot.resize(buttons + left, 64)
    assert place(foot) == expected
    assert all(button.width() >= button.sizeHint().width() for button in foot.buttons)


def test_the_others_go_above_where_not_even_the_buttons_fit(foot: FootBar) -> None:
    buttons = sum(button.sizeHint().width() + 16 for button in foot.buttons) + 2 * 24
    foot.resize(buttons - 40, 64)
    foot.layout().activate()  # type: ignore[union-attr]  # it has one
    first, second, primary = foot.buttons
    assert first.y() == second.y() > foot._hint.y()
    assert primary.y() > first.y()
    assert all(button.width() >= button.sizeHint().width() for button in foot.buttons)
    foot.resize(buttons + 400, 64)
    foot.layout().activate()  # type: ignore[union-attr]  # it has one
    assert abs(first.y() - primary.y()) <= 2


def test_a_reason_to_wait_is_told_above_where_there_is_no_room_beside(foot: FootBar) -> None:
    foot.resize(600, 64)
    foot.show_foot(Foot(Act("Hent pakker…", nothing, asleep="Vent, til de andre er hentet."), (), ""))
    assert foot._hint.text() == "Vent, til de andre er hentet."
    assert all(button.width() >= button.sizeHint().width() for button in foot.buttons)


def test_buttons_that_come_and_go_stand_in_order(foot: FootBar) -> None:
    foot.resize(600, 64)
    foot.show_foot(Foot(Act("A", nothing), (), HINT))
    foot.show_foot(Foot(Act("A", nothing), (Act("B", nothing), Act("C", nothing)), HINT))
    foot.resize(1100, 64)
    foot.layout().activate()  # type: ignore[union-attr]  # it has one
    assert [button.text() for button in foot.buttons] == ["B", "C", "A"]
    lefts = [button.x() for button in foot.buttons]
    assert lefts == sorted(lefts)
    assert lefts[1] < foot._hint.x() < lefts[2]
