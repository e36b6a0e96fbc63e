"""Reading text is laid out with our own lines, at most 80 characters wide, and is never markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Translator
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.hyphens import SOFT
from kvik_desktop.shell.widgets.lines import READABLE, SAMPLE, Lines, width_of
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText

LONG = (
    "Hvordan får medarbejderne indflydelse og ansvar, og hvordan passer vi på trivslen, når medarbejder"
    "udviklingssamtalerne er holdt, og arbejdspladsvurderingen er gjort færdig?"
)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_its_height_is_its_lines(qtbot: QtBot, percent: int) -> None:
    ui = Ui(Translator(), Theme.read(Resources(), percent=percent))
    text = ReadingText(ui, LONG)
    qtbot.addWidget(text)
    heights = [text.heightForWidth(width) for width in (200, 400, 800, 3000)]
    assert heights == sorted(heights, reverse=True)
    assert all(height % ui.theme.line() == 0 for height in heights)
    assert heights[-1] > ui.theme.line(), "a line is never longer than can be read, however wide the room"


def test_no_line_is_wider_than_its_room(qtbot: QtBot, ui: Ui) -> None:
    font = ui.theme.font()
    for width in range(20, 600, 35):
        assert Lines.broken(LONG, font, width, 22).width <= width
    readable = width_of(READABLE, font)
    assert Lines.broken(SAMPLE[: READABLE - 2], font, readable, 22).count == 1
    assert Lines.broken(f"{SAMPLE} {SAMPLE}", font, readable, 22).count > 2


def test_a_word_is_divided_only_where_it_has_no_room(qtbot: QtBot, ui: Ui) -> None:
    word = "Trivselsundersøgelse"
    font = ui.theme.font()
    whole = Lines.broken(f"en {word}", font, 400, 22)
    divided = Lines.broken(word, font, 120, 22)
    assert SOFT not in whole.layouts[0][0].text()
    assert divided.layouts[0][0].text() == f"Trivsels{SOFT}undersøgelse"
    assert divided.count == 2


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200))
def test_every_text_can_be_broken(words: str) -> None:
    lines = Lines.broken(words, Theme.read(Resources()).font(), 120, 22)
    assert lines.count >= 1
    assert lines.height == lines.count * 22


def test_line_breaks_are_kept_and_markup_is_text(qtbot: QtBot, ui: Ui) -> None:
    text = ReadingText(ui, "<b>fed</b>\nnæste linje")
    qtbot.addWidget(text)
    assert text.heightForWidth(600) == 2 * ui.theme.line()
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_a_screen_reader_meets_its_words(qtbot: QtBot, ui: Ui) -> None:
    text = ReadingText(ui, "Du & jeg")
    qtbot.addWidget(text)
    spoken = QAccessible.queryAccessibleInterface(text)
    assert spoken.role() == QAccessible.Role.StaticText
    assert spoken.text(QAccessible.Text.Name) == "Du & jeg"
    text.setText("Vi & de")
    assert spoken.text(QAccessible.Text.Name) == "Vi & de"


def test_a_layout_gives_it_the_height_of_its_lines(qtbot: QtBot, ui: Ui) -> None:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    texts = [ReadingText(ui, LONG), ReadingList(ui, [LONG, LONG]), Heading(ui, LONG, "large")]
    for text in texts:
        column.addWidget(text)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.resize(320, 200)
    area.show()
    assert all(text.height() >= text.heightForWidth(text.width()) > ui.theme.line() for text in texts)


def test_a_list_speaks_its_dots_and_numbers(qtbot: QtBot, ui: Ui) -> None:
    dots = ReadingList(ui, ["Ring op.", "Sammenlign."])
    numbers = ReadingList(ui, ["Ring op.", "Sammenlign."], numbered=True)
    for made in (dots, numbers):
        qtbot.addWidget(made)
    assert dots.accessibleName() == "• Ring op.\n• Sammenlign."
    assert numbers.accessibleName() == "1. Ring op.\n2. Sammenlign."
    numbers.set_sentences(["Én."])
    assert numbers.accessibleName() == "1. Én."
    assert numbers.heightForWidth(400) == ui.theme.line()


def test_ten_numbers_need_more_room_than_nine(qtbot: QtBot, ui: Ui) -> None:
    nine, ten = (ReadingList(ui, ["ord"] * count, numbered=True) for count in (9, 10))
    for made in (nine, ten):
        qtbot.addWidget(made)
    assert ten.indent_of_text > nine.indent_of_text


def test_it_paints_in_its_ink(qtbot: QtBot, ui: Ui) -> None:
    text = ReadingText(ui, "▉▉▉▉", ink="red")
    qtbot.addWidget(text)
    text.resize(text.sizeHint())
    image = text.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert ui.theme.colour("red").name() in colours


def test_a_lone_word_gets_company_on_the_last_line_without_one_line_more(qtbot: QtBot, ui: Ui) -> None:
    font = ui.theme.font()
    text = "Svar hver for sig. Ingen ser svarene, før I lukker runden. De første svar bliver gemt."
    width = next(wide for wide in range(900, 100, -1) if Lines.broken(text, font, wide, 22).count == 2)
    assert Lines.broken(text, font, width, 22).last < 0.25 * width, "so it would stand"
    read = Lines.read(text, font, width, 22)
    assert (read.count, read.last >= 0.25 * read.width) == (2, True)
    assert Lines.read("Gemt.", font, width, 22).last < 0.25 * width, "one line is left as it is"


def test_company_never_costs_a_line(qtbot: QtBot, ui: Ui) -> None:
    font = ui.theme.font()
    for width in range(150, 700, 7):
        assert Lines.read(LONG, font, width, 22).count == Lines.broken(LONG, font, width, 22).count
