"""What is typed is saved once, after a pause or when one leaves; nothing is saved when nothing was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.widgets.typing import LONGEST, PAUSE, TypingPause
from tests.shell.widgets.hand import focus


@pytest.fixture
def saved() -> list[int]:
    return []


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture
def pause(owner: QObject, saved: list[int]) -> TypingPause:
    return TypingPause(owner, lambda: saved.append(1))


def timer(pause: TypingPause) -> QTimer:
    found = pause.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def test_nothing_typed_is_never_saved(pause: TypingPause, saved: list[int]) -> None:
    pause.flush()
    assert saved == [] and not pause.pending


def test_the_pause_saves_once(pause: TypingPause, saved: list[int]) -> None:
    pause.edited()
    pause.edited("text")
    assert pause.pending and timer(pause).interval() == PAUSE and timer(pause).isSingleShot()
    timer(pause).timeout.emit()
    pause.flush()
    assert saved == [1]


@pytest.mark.parametrize("place", [0, 1], ids=["pause", "latest"])
def test_a_timer_that_runs_out_by_itself_saves(
    pause: TypingPause, saved: list[int], qtbot: QtBot, place: int
) -> None:
    pause.findChildren(QTimer)[place].setInterval(0)
    pause.edited()
    qtbot.waitUntil(lambda: saved == [1])
    assert not pause.pending


def test_keys_that_never_rest_are_saved_all_the_same(pause: TypingPause, saved: list[int]) -> None:
    pause.edited()
    timer(pause).stop()
    pause.edited()
    latest = pause.findChildren(QTimer)[1]
    assert latest.interval() == LONGEST and latest.isActive()
    latest.timeout.emit()
    assert saved == [1] and not pause.pending and not latest.isActive()


def test_leaving_saves_before_the_pause_is_over(pause: TypingPause, saved: list[int], qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, other = QLineEdit(), QLineEdit()
    layout = QVBoxLayout(page)
    layout.addWidget(field)
    layout.addWidget(other)
    pause.watch(field)
    field.textEdited.connect(pause.edited)
    focus(field)
    field.textEdited.emit("a")
    focus(other)
    assert saved == [1]


def test_it_dies_with_its_owner_without_saving(saved: list[int], qtbot: QtBot) -> None:
    owner = QObject()
    pause = TypingPause(owner, lambda: saved.append(1))
    assert pause.parent() is owner
