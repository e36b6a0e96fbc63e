"""A tag is a word in a coloured field."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.look.stylesheet import apply
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.tag import Tag, Tone

SURFACES = {
    "plain": "sunk",
    "chosen": "selected",
    "problem": "red-soft",
    "caution": "amber-soft",
    "done": "green-soft",
}


@pytest.mark.parametrize("tone", get_args(Tone))
def test_every_tone_has_its_surface_and_its_word(
    qtbot: QtBot, qapp: QApplication, ui: Ui, tone: Tone
) -> None:
    apply(qapp, ui.theme)
    tag = Tag(ui, "Klar", tone, mark(ui.theme, "done", 14))
    qtbot.addWidget(tag)
    tag.show()
    image = tag.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1) == ui.theme.colour(SURFACES[tone])
    assert [label.text() for label in tag.findChildren(QLabel) if label.text()] == ["Klar"]
    assert tag.height() == 24
