"""On the component page: type, colours, icons and marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.foundation.text import Text, say
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.look.marks import MARKS, mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingList, ReadingText
from kvik_desktop.shell.widgets.tag import Tag

COLOURS = {
    "text": say("Tekst"),
    "text-2": say("Tekst 2"),
    "text-3": say("Tekst 3"),
    "accent": say("Accent"),
    "edge": say("Kant"),
    "red": say("Rød"),
    "amber": say("Gul"),
    "green": say("Grøn"),
    "window": say("Vindue"),
    "surface": say("Flade"),
    "sunk": say("Sænket"),
    "hover": say("Under musen"),
    "selected": say("Valgt"),
    "climbed": say("Besteget trin"),
    "line": say("Hårstreg"),
    "focus": say("Fokus"),
    "red-soft": say("Rød flade"),
    "amber-soft": say("Gul flade"),
    "green-soft": say("Grøn flade"),
    "accent-over": say("Accent under musen"),
    **{f"heat-{step}": say("Varme {step}", step=step) for step in range(6)},
}
"""The tokens with the names people use."""


def sections(ui: Ui) -> list[tuple[Text, QWidget]]:
    """Titles and what stands under them."""
    return [
        (say("Skrift"), _type(ui)),
        (say("Læsetekst"), _reading(ui)),
        (say("Mærker"), _marks(ui)),
        (say("Farver"), _colours(ui)),
        (say("Ikoner"), _icons(ui)),
    ]


def stacked(ui: Ui, parts: Sequence[QWidget], gap: int = 8) -> QWidget:
    """Widgets under each other."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(ui.theme.px(gap))
    for part in parts:
        column.addWidget(part)
    return whole


def beside(ui: Ui, parts: Sequence[QWidget], gap: int = 8) -> QWidget:
    """Widgets beside each other, from the left."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(ui.theme.px(gap))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return whole


def _type(ui: Ui) -> QWidget:
    return stacked(
        ui,
        [
            Heading(ui, ui.tr(say("Stor 22/32, vægt 600")), "large"),
            ReadingText(ui, ui.tr(say("Sidens spørgsmål, tal der betyder noget")), "small", ink="text-2"),
            ReadingText(ui, ui.tr(say("Brød 14/22, vægt 400"))),
            ReadingText(ui, ui.tr(say("Etiket, vægt 500")), weight=500),
            Heading(ui, ui.tr(say("Overskrift, vægt 600"))),
            ReadingText(ui, ui.tr(say("Lille 12/16: sted, antal, tid, genvej")), "small"),
        ],
        4,
    )


def _reading(ui: Ui) -> QWidget:
    return stacked(
        ui,
        [
            ReadingText(
                ui,
                "Er alle vagter med, når I beslutter noget om hverdagen? Det gælder også for aften- og "
                "nattevagterne og for medarbejderudviklingssamtalerne.\n<b>Det her er ikke fed skrift.</b>",
            ),
            ReadingList(
                ui, ["Hvad sker der, når nogen siger fra?", "Hvordan ved I, om trivslen bliver bedre?"]
            ),
            ReadingList(ui, ["Ring til lederen.", "Sammenlign kontroltallet."], numbered=True),
        ],
        12,
    )


def _marks(ui: Ui) -> QWidget:
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(ui.theme.px(8))
    tags = beside(
        ui,
        [
            Tag(ui, "Leder"),
            Tag(ui, "Valgt", "chosen"),
            Tag(ui, "Stor uenighed", "problem", mark(ui.theme, "large-disagreement", 14)),
            Tag(ui, "Mangler mål", "caution", pixmap(ui.theme, "warning", "amber", 14)),
            Tag(ui, "Klar", "done", mark(ui.theme, "done", 14)),
        ],
        4,
    )
    grid.addWidget(tags, 0, 0, 1, 2)
    for place, (name, found) in enumerate(MARKS.items()):
        picture = QLabel()
        picture.setPixmap(mark(ui.theme, name))
        grid.addWidget(beside(ui, [picture, QLabel(ui.tr(found.word))]), 1 + place // 2, place % 2)
    return whole


def _colours(ui: Ui) -> QWidget:
    whole = QWidget()
    whole.setProperty("wide", True)
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(ui.theme.px(24))
    grid.setVerticalSpacing(ui.theme.px(12))
    columns = max(2, 600 // ui.theme.percent)
    for place, (token, name) in enumerate(COLOURS.items()):
        grid.addWidget(_colour(ui, token, ui.tr(name)), place // columns, place % columns)
    return whole


def _colour(ui: Ui, token: str, name: str) -> QWidget:
    square = QFrame()
    side = ui.theme.px(32)
    square.setFixedSize(side, side)
    colour, line = ui.theme.tokens[token], ui.theme.tokens["line"]
    square.setStyleSheet(
        f"background: {colour}; border: 1px solid {line}; border-radius: {ui.theme.px(6)}px;"
    )
    code = QLabel(f"{token} {colour}")
    code.setProperty("look", "small")
    return beside(ui, [square, stacked(ui, [QLabel(name), code], 0)], 8)


def _icons(ui: Ui) -> QWidget:
    whole = QWidget()
    whole.setProperty("wide", True)
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(ui.theme.px(16))
    columns = max(4, 1100 // ui.theme.percent)
    names = sorted(path.stem for path in ui.theme.resources.path("ikoner").glob("*.svg"))
    for place, name in enumerate(names):
        picture = QLabel()
        picture.setPixmap(pixmap(ui.theme, name, "text-2", 20))
        word = QLabel(name)
        word.setProperty("look", "small")
        cell = stacked(ui, [picture, word], 4)
        grid.addWidget(cell, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
    return whole
