"""Forty statements about one subcriterion: grouped, merged and moved by keyboard, with everybody counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from tests.drivers.consensus import Consensus
from tests.drivers.hand import Keys, write
from tests.journey import PEOPLE, Journey
from tests.window import opened

AREA = StatementKind.AREA
MANY = 40


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[Consensus]:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    journey.answer("Eva", "3.3", 40, area=("Vi mangler 0",))
    journey.answer("Bo", "3.3", 95, area=tuple(f"Vi mangler {n}" for n in range(MANY)))
    journey.reveal().file.close()
    yield Consensus(Keys(opened(qtbot, journey.path))).go_to("3.3").go_to_move(2)


def key(page: Consensus, pressed: Qt.Key) -> None:
    QTest.keyClick(page.column(AREA).list.view, pressed)


def rows(page: Consensus) -> list[tuple[str, str]]:
    return [(each.text, each.heads) for each in page.column(AREA).list.view.statements.items]


def stand(page: Consensus, place: int) -> None:
    view = page.column(AREA).list.view
    view.setFocus()
    view.setCurrentIndex(view.statements.index(place))


def test_all_are_there_and_two_are_merged_with_both_counted(page: Consensus) -> None:
    assert len(page.texts(AREA)) == MANY
    page.merge(AREA, "Vi mangler 39", "Vi mangler 0")
    assert len(page.texts(AREA)) == MANY - 1
    assert dict(page.texts(AREA))["Vi mangler 0"] == 3, "two wrote the one, one the other"


def test_the_word_used_last_is_there_so_that_a_group_is_gathered_with_two_keys_each(page: Consensus) -> None:
    words = [text for text, _ in rows(page)]
    for place, typed in ((5, "Tid"), (0, ""), (0, "")):
        stand(page, place)
        key(page, Qt.Key.Key_O)
        write(typed)
        QTest.keyClick(page.column(AREA).header, Qt.Key.Key_Return)
    assert [text for text, _ in rows(page)[-3:]] == [words[5], words[0], words[1]]
    wrote = sum(count for _, count in page.texts(AREA)[-3:])
    assert [heads for _, heads in rows(page) if heads] == [f"Tid · {wrote} har skrevet det"]
    assert QApplication.focusWidget() is page.column(AREA).list.view
    page.undo()
    assert [each.under for each in page.column(AREA).list.view.statements.items].count("Tid") == 2


def test_one_is_dragged_into_a_group_and_taken_out_again(page: Consensus) -> None:
    for place in (10, 11):
        stand(page, place)
        key(page, Qt.Key.Key_O)
        page.column(AREA).header.setPlainText("Tid")
        QTest.keyClick(page.column(AREA).header, Qt.Key.Key_Return)
    view = page.column(AREA).list.view
    first = view.statements.items[0].key
    view.let_fall(first, view.statements.index(MANY - 1), view.DropIndicatorPosition.AboveItem)
    assert [each.under for each in view.statements.items].count("Tid") == 3
    stand(page, MANY - 2)
    key(page, Qt.Key.Key_O)
    page.column(AREA).header.setPlainText("")
    QTest.keyClick(page.column(AREA).header, Qt.Key.Key_Return)
    assert view.statements.items[-1].under == "Tid"
    assert [each.under for each in view.statements.items].count("Tid") == 2
