"""Buttons are pressed by mouse, Space and Enter; asleep they keep focus and say why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.look.stylesheet import apply
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import (
    Button,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from tests.shell.widgets.hand import focus

KINDS = (PrimaryButton, SecondaryButton, QuietButton, LinkButton)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_it(qtbot: QtBot, ui: Ui, kind: type[Button], key: Qt.Key) -> None:
    button = kind(ui, "Næste")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("kind", KINDS)
def test_asleep_it_says_why_and_does_nothing(qtbot: QtBot, ui: Ui, kind: type[Button]) -> None:
    button = kind(ui, "Gem pakken…")
    qtbot.addWidget(button)
    clicked: list[bool] = []
    refused: list[str] = []
    button.clicked.connect(clicked.append)
    button.refused.connect(refused.append)
    focus(button)
    button.set_asleep("Tag stilling til 2 tekster først")
    assert button.hasFocus()
    assert button.isEnabled()
    assert button.accessibleDescription() == "Ikke nu. Tag stilling til 2 tekster først"
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (clicked, refused) == ([], ["Tag stilling til 2 tekster først"] * 3)


def test_awake_again_it_is_as_before(qtbot: QtBot, qapp: QApplication, ui: Ui) -> None:
    apply(qapp, ui.theme)
    button = PrimaryButton(ui, "Gem pakken…")
    qtbot.addWidget(button)
    before = button.grab().toImage()
    button.set_asleep("Ikke endnu")
    assert button.grab().toImage() != before
    button.set_asleep("")
    assert button.grab().toImage() == before
    assert button.accessibleDescription() == ""
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_icon_stands_before_or_after_the_words(qtbot: QtBot, ui: Ui) -> None:
    button = SecondaryButton(ui, "Forrige", "chevron-left")
    qtbot.addWidget(button)
    assert button.layoutDirection() == Qt.LayoutDirection.LeftToRight
    button.set_icon("chevron-right", trailing=True)
    assert button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    button.set_icon("")
    assert button.icon().isNull()
    assert button.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_an_icon_button_is_named_and_shows_its_shortcut(qtbot: QtBot, ui: Ui) -> None:
    button = IconButton(ui, "undo", "Fortryd", "Ctrl+Z")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Fortryd", "Fortryd (Ctrl+Z)")
    button.set_words("Fortryd: slet området")
    assert button.toolTip() == "Fortryd: slet området (Ctrl+Z)"
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(button, Qt.Key.Key_Return)
