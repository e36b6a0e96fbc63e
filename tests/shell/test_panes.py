"""The panes give way in the order of the design: first guidance, then the list, never the content."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.panes import CONTENT, GUIDANCE, INDEX, Panes
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline

Make = Callable[[int], Panes]


@pytest.fixture(params=[100, 150, 200])
def make(request: pytest.FixtureRequest, qtbot: QtBot) -> tuple[Make, Callable[[float], int]]:
    theme = Theme.read(Resources(), "light", request.param)

    def panes(width: int) -> Panes:
        made = Panes(Ui(Translator(), theme), QPushButton("c"), QPushButton("i"), QPushButton("g"))
        qtbot.addWidget(made)
        made.resize(theme.px(width), theme.px(600))
        made.show()
        qtbot.waitExposed(made)
        return made

    return panes, theme.px


def seen(panes: Panes) -> str:
    parts = {"i": panes.index, "c": panes.content, "g": panes.guidance}
    return "".join(name for name, part in parts.items() if part is not None and part.isVisible())


def test_all_three_where_there_is_room(make: tuple[Make, Callable[[float], int]]) -> None:
    panes = make[0](INDEX + CONTENT + GUIDANCE + 2)
    assert seen(panes) == "icg"
    panes.want_guidance(wanted=False)
    assert seen(panes) == "ic"


def test_guidance_folds_first_and_opens_over_the_content(make: tuple[Make, Callable[[float], int]]) -> None:
    panes = make[0](INDEX + CONTENT + GUIDANCE - 8)
    width = panes.content.width()
    assert seen(panes) == "ic"
    panes.want_guidance(wanted=True)
    assert seen(panes) == "icg"
    assert panes.content.width() == width
    [edge] = panes.findChildren(Hairline)
    assert panes.guidance is not None
    assert edge.isVisible()
    assert edge.geometry().right() + 1 == panes.guidance.geometry().left()
    assert panes.close_drawer()
    assert seen(panes) == "ic"
    assert not edge.isVisible()
    assert not panes.close_drawer()


def test_the_list_folds_next_and_the_content_never(make: tuple[Make, Callable[[float], int]]) -> None:
    panes = make[0](INDEX + CONTENT - 8)
    assert seen(panes) == "c"
    assert panes.content.width() == panes.width()
    panes.open_index()
    assert seen(panes) == "ic"
    QTest.keyClick(panes, Qt.Key.Key_Escape)
    assert seen(panes) == "c"


def test_what_was_wanted_comes_back_with_the_room(make: tuple[Make, Callable[[float], int]]) -> None:
    panes, px = make[0](INDEX + CONTENT - 8), make[1]
    panes.resize(px(INDEX + CONTENT + GUIDANCE + 8), px(600))
    assert seen(panes) == "icg"


def test_a_page_without_anything_to_list_has_no_list(make: tuple[Make, Callable[[float], int]]) -> None:
    panes = make[0](INDEX + CONTENT + GUIDANCE + 8)
    panes.show_index(shown=False)
    assert seen(panes) == "cg"
    panes.show_index(shown=True)
    assert seen(panes) == "icg"


def test_a_page_may_need_more_room_than_others(qtbot: QtBot) -> None:
    theme = Theme.read(Resources(), "light")
    parts = [QPushButton(name) for name in "cig"]
    panes = Panes(Ui(Translator(), theme), parts[0], parts[1], parts[2], index_width=272, least=700)
    qtbot.addWidget(panes)
    panes.resize(272 + 700 + 100, 600)
    panes.show()
    qtbot.waitExposed(panes)
    assert seen(panes) == "ic"
    assert parts[1].width() == 272
