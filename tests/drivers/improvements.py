"""Drives step 4 with the words of those who choose what to do better."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kvik_desktop.action_plan.screens.card_delegate import Card
from kvik_desktop.action_plan.screens.card_view import CardView, carried
from kvik_desktop.action_plan.screens.improvements_page import ImprovementsPage
from kvik_desktop.action_plan.screens.vote_view import VoteView
from kvik_desktop.shell.widgets.four_step import BLOCK, GAP, RING, FourStep
from kvik_desktop.shell.widgets.keyed_model import ITEM
from tests.drivers.hand import Hand, Keys, Mouse, frame

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Improvements:
    """The wall with its matrix, and the hand that works on it."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        room = hand.window.room
        assert room is not None
        if not isinstance(room.page, ImprovementsPage):
            hand.go(4)
        assert isinstance(room.page, ImprovementsPage)
        self.page: ImprovementsPage = room.page

    # What is on the wall

    def groups(self) -> dict[str, list[str]]:
        """By group the words of its cards."""
        return {view.accessibleName(): [card.text for card in _cards(view)] for view in self._views}

    @property
    def _views(self) -> list[CardView]:
        return [part.view for part in self.page.wall.groups.values()]

    def card(self, words: str) -> Card:
        """The card with these words."""
        return next(card for view in self._views for card in _cards(view) if card.text == words)

    def where(self) -> dict[str, str]:
        """By words the quadrant of each area."""
        return {card.text: card.where for view in self._views for card in _cards(view)}

    def marks(self) -> dict[str, str]:
        """By letter what a screen reader says of each mark in the matrix."""
        return {mark.text(): mark.accessibleName() for mark in self.page.pane.matrix.marks().values()}

    # Cards

    def go_to(self, words: str) -> Improvements:
        """Be at a card."""
        wanted = self.card(words).key
        wall = self.page.wall
        if isinstance(self.hand, Mouse):
            view = next(view for view in self._views if wanted in view.keys)
            row = view.keys.index(wanted)
            wall.bring(wanted)
            self.hand.click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())
            return self
        assert isinstance(self.hand, Keys)
        first = wall.view()
        assert first is not None
        self.hand.reach(first)
        self._walk(wanted)
        return self

    def _walk(self, wanted: str) -> None:
        """By arrows: to the column, then up or down in it."""
        assert isinstance(self.hand, Keys)
        wall = self.page.wall
        columns = [[key for part in column for key in part.view.keys] for column in wall.columns]
        at = next(place for place, keys in enumerate(columns) if wanted in keys)
        while wall.current not in columns[at]:
            here = next(place for place, keys in enumerate(columns) if wall.current in keys)
            self.hand.key(Qt.Key.Key_Right if here < at else Qt.Key.Key_Left)
        while wall.current != wanted:
            below = columns[at].index(wanted) > columns[at].index(wall.current)
            self.hand.key(Qt.Key.Key_Down if below else Qt.Key.Key_Up)

    def place(self, words: str, effect: int, ease: int) -> Improvements:
        """Give an area its effect and ease."""
        self.go_to(words)
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key(Qt.Key.Key_0 + effect))
            self.hand.key(Qt.Key(Qt.Key.Key_0 + ease), SHIFT)
        else:
            self._block(self.page.pane.detail.effect, effect)
            self._block(self.page.pane.detail.ease, ease)
        return self

    def _block(self, scale: FourStep, step: int) -> None:
        assert isinstance(self.hand, Mouse)
        px = scale.ui.theme.px
        self.hand.click(scale, QPoint(px(RING) + round((step - 0.5) * px(BLOCK + GAP)), scale.height() // 2))

    def put_back(self, words: str) -> Improvements:
        """Take an area out of the matrix."""
        self.go_to(words)
        self._key(Qt.Key.Key_Delete)
        return self

    def theme(self, words: str, theme: str) -> Improvements:
        """Give an area a theme."""
        self.go_to(words)
        self._key(Qt.Key.Key_T)
        field = self.page.pane.detail.theme
        assert field.hasFocus()
        field.selectAll()
        QTest.keyClicks(field, theme)
        QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Return)
        return self

    def tick(self, words: str) -> Improvements:
        """Choose an area, or choose it away."""
        self.go_to(words)
        if isinstance(self.hand, Keys):
            self.hand.key(Qt.Key.Key_Space)
            return self
        assert isinstance(self.hand, Mouse)
        key = self.card(words).key
        view = next(view for view in self._views if key in view.keys)
        box = view.cards.box(view.visualRect(view.model().index(view.keys.index(key), 0)))
        self.hand.click(view.viewport(), box.center())
        return self

    def ticked(self) -> list[str]:
        """What is chosen."""
        return [card.text for view in self._views for card in _cards(view) if card.ticked]

    def _key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key)
        self.hand.inputs += 1

    def merge(self, words: str, onto: str) -> Improvements:
        """Merge one card into another."""
        wall = self.page.wall
        if isinstance(self.hand, Keys):
            self.go_to(words)._key(Qt.Key.Key_M)
            assert wall.held == self.card(words).key
            self.go_to(onto)._key(Qt.Key.Key_M)
            return self
        self._drag(self.card(words).key, self.card(onto).key)
        return self

    def split(self, words: str) -> Improvements:
        """Take a merged card apart."""
        self.go_to(words)
        if isinstance(self.hand, Keys):
            QTest.keyClick(QApplication.focusWidget() or self.page, Qt.Key.Key_M, SHIFT)
            self.hand.inputs += 1
        else:
            self.hand.press(self.page.pane.detail.apart)
        return self

    def _drag(self, key: str, onto: str) -> None:
        """Let a card fall in the middle of another."""
        wall = self.page.wall
        wall.bring(onto)
        view = next(view for view in self._views if onto in view.keys)
        rect = view.visualRect(view.model().index(view.keys.index(onto), 0))
        self.let_fall(key, view.viewport().mapTo(wall.viewport(), rect.center()))

    def let_fall(self, key: str, point: QPoint) -> None:
        """Let a card fall somewhere on the wall."""
        data = carried(key)
        event = QDropEvent(
            point,
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.page.wall.dropEvent(event)
        self.hand.inputs += 1

    def order(self, words: str) -> Improvements:
        """Show the areas by something else."""
        chips = self.page.side.orders.chips
        wanted = next(chip for chip in chips.chips if chip.text() == words)
        if isinstance(self.hand, Mouse):
            self.hand.press(wanted)
            return self
        assert isinstance(self.hand, Keys)
        self.hand.reach(next(chip for chip in chips.chips if chip.isChecked()))
        while not wanted.isChecked():
            self.hand.key(Qt.Key.Key_Right)
        return self

    def find(self, words: str) -> Improvements:
        """Look for words."""
        line = self.page.side.finder
        self.hand.enter(line)
        line.clear()
        QTest.keyClicks(line, words)
        return self

    # Dots

    @property
    def vote(self) -> VoteView:
        """The vote, where one is at it."""
        return self.page.vote

    def dots(self) -> dict[str, int]:
        """By words what the wall shows of dots."""
        return {card.text: card.dots for view in self._views for card in _cards(view)}

    def put(self, words: str, n: int) -> Improvements:
        """Put so many dots on an area of the sheet."""
        view = self.vote.sheet.view
        row = next(place for place, each in enumerate(view.areas.items) if each.text == words)
        if isinstance(self.hand, Mouse):
            for _ in range(n):
                view.scrollTo(view.areas.index(row))
                rect = view.visualRect(view.areas.index(row))
                self.hand.click(view.viewport(), view.rows.plus(rect).center())
            return self
        assert isinstance(self.hand, Keys)
        self.hand.reach(view)
        while (here := view.currentIndex().row()) != row:
            self.hand.key(Qt.Key.Key_Down if here < row else Qt.Key.Key_Up)
        for _ in range(n):
            self.hand.key(Qt.Key.Key_Plus)
        return self

    def sit_down(self, name: str) -> Improvements:
        """Somebody gives dots at this computer."""
        self.hand.press(next(row for row in self.vote.people.rows if row.title == name))
        return self

    # The foot

    @property
    def next_words(self) -> str:
        """What the filled button says."""
        return frame(self.hand.window).foot.primary.text()

    @property
    def hint(self) -> str:
        """What the foot says beside the buttons."""
        foot = self.page.foot
        return foot.primary.asleep if foot.primary and foot.primary.asleep else foot.hint

    def next(self) -> Improvements:
        """Do what the filled button says."""
        self.hand.primary()
        return self

    def other(self, words: str) -> Improvements:
        """Press another button of the foot."""
        buttons = frame(self.hand.window).foot.buttons
        self.hand.press(next(button for button in buttons if button.text() == words))
        return self


def _cards(view: CardView) -> list[Card]:
    model = view.model()
    return [model.index(row, 0).data(ITEM) for row in range(model.rowCount())]
