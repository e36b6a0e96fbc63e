"""A document is seen page by page, whole or wide, and turned by button and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.page_preview import PagePreview
from tests.shell.widgets.hand import focus

Key = Qt.Key


def png(width: int = 210, height: int = 297) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no device here
    return bytes(buffer.data().data())


@pytest.fixture
def preview(ui: Ui, qtbot: QtBot) -> PagePreview:
    made = PagePreview(ui, "Rapporten", empty="Rapporten er ikke lavet endnu.")
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.set_pages([png(), png(), png(297, 210)])
    return made


@pytest.fixture
def told(preview: PagePreview) -> list[int]:
    heard: list[int] = []
    preview.turned.connect(heard.append)
    return heard


def test_the_buttons_turn_and_stop_at_the_ends(preview: PagePreview, told: list[int]) -> None:
    assert not preview.back.isEnabled()
    preview.on.click()
    preview.on.click()
    assert preview.page == 3 and not preview.on.isEnabled()
    preview.back.click()
    assert told == [2, 3, 2]


def test_the_keyboard_turns(preview: PagePreview, told: list[int]) -> None:
    focus(preview.area)
    for key in (Key.Key_PageDown, Key.Key_Right, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageUp):
        QTest.keyClick(preview.area, key)
    assert told == [2, 3, 1, 3, 2]


def test_a_wide_page_scrolls_before_it_turns(preview: PagePreview, told: list[int]) -> None:
    preview.zoom.set_key("width")
    preview.area.set_zoom("width")
    focus(preview.area)
    bar = preview.area.verticalScrollBar()
    assert bar.maximum() > 0
    presses = 0
    while not told:
        QTest.keyClick(preview.area, Key.Key_PageDown)
        presses += 1
    assert presses > 1 and bar.value() == 0
    QTest.keyClick(preview.area, Key.Key_PageUp)
    assert told == [2, 1] and bar.value() == bar.maximum()


def test_a_whole_page_lies_inside_the_room_and_a_wide_one_fills_it(preview: PagePreview) -> None:
    preview.show()
    room = preview.area.viewport().size()
    whole = preview.area.page_size
    assert whole.width() <= room.width() and whole.height() <= room.height()
    preview.area.set_zoom("width")
    wide = preview.area.page_size
    assert wide.width() == preview.area.viewport().width() - 32 and wide.height() > whole.height()


def test_a_document_made_anew_stays_where_one_is(preview: PagePreview, told: list[int]) -> None:
    preview.go_to(3)
    preview.set_pages([png()] * 5)
    assert preview.page == 3
    preview.set_pages([png()])
    assert preview.page == 1 and told == []


def test_a_screen_reader_hears_where_one_is(preview: PagePreview) -> None:
    preview.go_to(2)
    assert preview.area.accessibleName() == "Rapporten, Side 2 af 3"


def test_no_document_says_why(preview: PagePreview) -> None:
    preview.set_pages([])
    assert preview.area.accessibleName() == "Rapporten er ikke lavet endnu."
    assert not preview.on.isEnabled() and not preview.back.isEnabled()
    preview.grab()


def test_a_page_that_is_no_picture_says_so(preview: PagePreview) -> None:
    preview.set_pages([b"no picture"])
    assert preview.area.accessibleName() == "Siden kan ikke vises."
    preview.grab()


def test_focus_is_not_lost_when_the_last_page_is_reached(preview: PagePreview) -> None:
    focus(preview.on)
    preview.on.click()
    preview.on.click()
    assert preview.area.hasFocus()


@pytest.mark.parametrize(("percent", "begins"), [(100, "page"), (200, "width")])
def test_at_large_type_a_page_begins_where_it_can_be_read(qtbot: QtBot, percent: int, begins: str) -> None:
    large = Ui(Translator(), Theme.read(Resources(), percent=percent, motion=False))
    made = PagePreview(large, "Rapporten")
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.set_pages([png()])
    made.grab()
    assert made.zoom.key == begins
    always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert (made.area.verticalScrollBarPolicy() == always) == (begins == "width")
