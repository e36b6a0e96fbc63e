"""How an area is drawn as a card: its letter, its words, where it comes from, and whether it is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.keyed_model import ITEM
from kvik_desktop.shell.widgets.lines import Lines
from kvik_desktop.shell.widgets.painting import dashed, put, write
from kvik_desktop.shell.widgets.row_delegate import RowDelegate

PADDING, DISC, WORDS, BOX, GAP = 11, 22, 44, 18, 8
"""Round the words, across the disc, from the edge to the words, the tick box, and between two cards."""
NAME, SMALL = 20, 16
"""Heights of lines at 100 %."""

PILE = 4
"""How far the card below a merged one is seen."""

KEPT = 2000
"""Broken lines that are remembered."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Card:
    """An area on the wall; words are in the reader's language."""

    key: str
    letter: str
    """In the disc before the words; where it is empty there is no disc."""
    text: str
    source: str
    where: str
    placed: bool = False
    ticked: bool = False
    """It is to become an action."""
    dots: int = 0
    """What it got when dots were shown."""
    merged: bool = False
    """It stands for several: another card is seen under it."""


class BrokenCards:
    """The words of cards broken at a width, kept for the whole wall: in another group a card is as high."""

    def __init__(self, ui: Ui) -> None:
        self._ui = ui
        self._known: dict[tuple[str, str, int], tuple[Lines, Lines]] = {}

    def of(self, card: Card, room: int) -> tuple[Lines, Lines]:
        """Its words, and where it comes from."""
        key = (card.text, card.source, room)
        if key not in self._known:
            if len(self._known) >= KEPT:
                self._known.clear()
            theme = self._ui.theme
            self._known[key] = (
                Lines.broken(card.text, theme.font(), room, theme.px(NAME)),
                Lines.broken(card.source, theme.font("small"), room, theme.px(SMALL)),
            )
        return self._known[key]


class CardDelegate(RowDelegate):
    """The chosen card is filled and framed, the one held or under a drag too; a merged one is a pile."""

    def __init__(self, ui: Ui, broken: BrokenCards | None = None) -> None:
        super().__init__(ui)
        self.chosen = ""
        """The key of the card one is at."""
        self.choosing = False
        """Each card has a box to tick."""
        self.held = ""
        """The key of the card that waits for the one it is merged with."""
        self.over = ""
        """The key of the card on which a dragged one would land."""
        self._broken = broken or BrokenCards(ui)

    def box(self, rect: QRect) -> QRect:
        """Where the tick box of a card is."""
        px = self.ui.theme.px
        left = rect.right() - px(PADDING) - px(BOX)
        return QRect(left, rect.top() + px(PADDING) + 1, px(BOX), px(BOX))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words at the width of the view."""
        return QSize(self.width, self.height_of(index.data(ITEM), self.width))

    def height_of(self, card: Card, width: int) -> int:
        """How high a card is at a width, with the gap under it."""
        px = self.ui.theme.px
        name, source = self._lines(card, width)
        return round(name.height + source.height) + px(2 * PADDING + GAP)

    def _lines(self, card: Card, width: int) -> tuple[Lines, Lines]:
        px = self.ui.theme.px
        room = width - self._indent(card) - px(PADDING) - (px(BOX + GAP) if self.choosing else 0)
        return self._broken.of(card, room)

    def _indent(self, card: Card) -> int:
        """How far in its words begin."""
        return self.ui.theme.px(WORDS if card.letter else PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """All of the card is ours."""
        theme, px = self.ui.theme, self.ui.theme.px
        card: Card = index.data(ITEM)
        rect = QRectF(option.rect).adjusted(0, 0, 0, -px(GAP))
        here = card.key == self.chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card.merged:
            rect.adjust(0, 0, -px(PILE), 0)
            self._paint_sheet(painter, rect.translated(px(PILE), px(PILE)), "line", "surface", 1)
        framed = here or card.key in (self.held, self.over)
        fill = "climbed" if card.key == self.over else "selected" if here else "surface"
        self._paint_sheet(
            painter, rect, "focus" if framed else "line", fill, px(2) if framed else 1, card.key == self.held
        )
        if card.letter:
            self._paint_disc(painter, card, rect)
        if card.dots:
            self._paint_dots(painter, card.dots, rect)
        name, source = self._lines(card, option.rect.width())
        top, left = rect.top() + px(PADDING), rect.left() + self._indent(card)
        ink = theme.colour("text-selected" if here or card.key == self.over else "text-2")
        name.paint(painter, left, top, theme.colour("text"))
        source.paint(painter, left, top + name.height, ink)
        if self.choosing:
            self._paint_box(painter, card, QRectF(self.box(option.rect)))
        painter.restore()

    def _paint_sheet(
        self, painter: QPainter, rect: QRectF, edge: str, fill: str, width: float, held: bool = False
    ) -> None:
        """One card's paper; dashed while it is held."""
        theme, px = self.ui.theme, self.ui.theme.px
        ink = theme.colour(edge)
        painter.setPen(dashed(ink, width) if held else QPen(ink, width))
        painter.setBrush(theme.colour(fill))
        inside = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, px(8), px(8))

    def _paint_disc(self, painter: QPainter, card: Card, rect: QRectF) -> None:
        """Filled where it is placed, a ring where it is not."""
        theme, px = self.ui.theme, self.ui.theme.px
        disc = QRectF(rect.left() + px(PADDING), rect.top() + px(PADDING), px(DISC), px(DISC))
        painter.setPen(Qt.PenStyle.NoPen if card.placed else QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("accent") if card.placed else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc if card.placed else disc.adjusted(0.5, 0.5, -0.5, -0.5))
        ink = "on-accent" if card.placed else "text-2"
        font = theme.font("small", 600)
        write(painter, disc, card.letter, font, theme.colour(ink), Qt.AlignmentFlag.AlignHCenter)

    def _paint_dots(self, painter: QPainter, dots: int, rect: QRectF) -> None:
        """A dot and how many there are, under the letter."""
        theme, px = self.ui.theme, self.ui.theme.px
        row = QRectF(rect.left() + px(PADDING), rect.top() + px(PADDING + DISC + 4), px(WORDS), px(SMALL))
        dot = QRectF(row.left() + px(1), row.center().y() - px(4), px(8), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(dot)
        row.setLeft(dot.right() + px(3))
        ink = theme.colour("text")
        write(painter, row, str(dots), theme.font("small", 600), ink, Qt.AlignmentFlag.AlignLeft)

    def _paint_box(self, painter: QPainter, card: Card, box: QRectF) -> None:
        theme, px = self.ui.theme, self.ui.theme.px
        painter.setPen(QPen(theme.colour("accent" if card.ticked else "edge"), 1))
        painter.setBrush(theme.colour("accent" if card.ticked else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        if card.ticked:
            put(painter, pixmap(theme, "check", "on-accent", 14), box.left() + px(2), box)
