"""Raised cards and slips typed in fast: one key a card, seat by seat, without the hand leaving the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import Participant
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import step_at
from kvik_desktop.shell.widgets.button import LinkButton, SecondaryButton
from kvik_desktop.shell.widgets.flow_row import FlowRow
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.score_control import Panel
from kvik_desktop.workshop.cards import Cards
from kvik_desktop.workshop.screens.seat_tile import WIDTH, SeatTile

COMMAS = (Qt.Key.Key_Comma, Qt.Key.Key_Period)
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
GAP = 8


class RoundCards(QWidget):
    """Only the card at hand is seen: a screen that others look at, too, tells no more than the cards did."""

    answered = Signal(str, object)
    """A participant's id and their Rating, empty for *cannot judge*."""
    taken_away = Signal(str)
    """The card of a participant was typed by mistake."""
    wants_slips = Signal()
    """Slips to fill in are to be printed."""

    def __init__(self, ui: Ui, panels: Sequence[Panel]) -> None:
        super().__init__()
        self.ui = ui
        self._panels = panels
        self._people: Sequence[Participant] = ()
        self._seen: frozenset[int] = frozenset()
        self._is_asleep = False
        self._due = 0
        """So many changes that began here are still to be heard of."""
        self._columns = 0
        self.cards: Cards | None = None
        self.tiles: list[SeatTile] = []
        self._how = ReadingText(ui, self._said(), "small", ink="text-2")
        self.phase = ReadingText(ui, "", weight=600)
        self._grid = QGridLayout()
        self._grid.setSpacing(ui.theme.px(GAP))
        self.keypad = self._keys()
        slips = LinkButton(ui, ui.tr(say("Lav sedler at svare på…")), "printer")
        slips.clicked.connect(lambda *_: self.wants_slips.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ui.theme.px(GAP))
        column.addWidget(self._how)
        column.addWidget(self.phase)
        column.addLayout(self._grid)
        column.addSpacing(ui.theme.px(GAP))
        column.addWidget(FlowRow(ui, self.keypad))
        column.addWidget(slips, 0, Qt.AlignmentFlag.AlignLeft)

    def _said(self) -> str:
        steps = self._panels[0].steps
        how = say("Tast 0-5 for hvert kort. K er »kan ikke vurdere«, ← går tilbage, Delete sletter.")
        if steps[0].low == steps[0].high:
            return self.ui.tr(how)
        exact = say("{how} Er tallet præcist, så tast komma og tallet efter trinnet: 3,65.", how=how)
        return self.ui.tr(exact)

    # Looks

    def _keys(self) -> list[SecondaryButton]:
        """What the keys do, for the mouse."""
        made = []
        for place, step in enumerate(self._panels[0].steps):
            button = SecondaryButton(self.ui, f"{place} · {step.name or step.range}", small=True)
            button.setToolTip(f"{step.range} {step.name}".strip())
            button.clicked.connect(partial(self._press, partial(self._card, place)))
            made.append(button)
        cannot = SecondaryButton(self.ui, f"K · {self.ui.tr(say('Kan ikke vurdere'))}", small=True)
        cannot.clicked.connect(partial(self._press, self._abstain))
        return [*made, cannot]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many seats beside each other as there is room for."""
        super().resizeEvent(event)
        px = self.ui.theme.px
        columns = max(1, (event.size().width() + px(GAP)) // px(WIDTH + GAP))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One seat beside the next is no must."""
        return QSize(self.ui.theme.px(WIDTH), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // max(self._columns, 1), place % max(self._columns, 1))

    # What is shown

    def begin(self, people: Sequence[Participant]) -> None:
        """Empty seats for these people, in the list's order."""
        for old in self.tiles:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._people, self._seen, self._due = people, frozenset(), 0
        steps = [(step.low, step.high) for step in self._panels[0].steps]
        self.cards = Cards(len(people), steps, len(self._panels)) if people else None
        self.tiles = [SeatTile(self.ui, place, person.name) for place, person in enumerate(people, 1)]
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(partial(self._press, partial(self._go_to, place)))
        self._arrange()
        for before, after in zip(self.tiles, [*self.tiles[1:], self.keypad[0]], strict=True):
            QWidget.setTabOrder(before, after)
        self._show()

    def set_asleep(self, reason: str) -> None:
        """No card can be typed, and why; empty where they can."""
        self._is_asleep = bool(reason)
        for button in self.keypad:
            button.set_asleep(reason)

    def show_answered(self, answered: frozenset[str]) -> None:
        """Who has answered, after each change of the file.

        Behind a change that did not begin here, as one undone, the file may hold other cards than were typed:
        then they are no longer said to be known.
        """
        cards = self.cards
        if cards is None:
            return
        now = frozenset(place for place, person in enumerate(self._people) if person.id in answered)
        is_ours, self._due = self._due > 0, max(self._due - 1, 0)
        typed = {seat for seat in range(cards.seats) if self._is_typed(seat)}
        for seat in self._seen & typed if not is_ours else ():
            cards.take_away(seat)
        if gone := self._seen - now:
            self._go_to(min(gone))
        self._seen = now
        typed = {seat for seat in range(cards.seats) if self._is_typed(seat)}
        cards.answered_elsewhere(now - typed)
        self._show()

    def _is_typed(self, seat: int) -> bool:
        assert self.cards is not None
        return self.cards.cannot_judge(seat) or self.cards.scores(seat) is not None

    def _show(self) -> None:
        cards = self.cards
        self.phase.setVisible(len(self._panels) > 1 and cards is not None)
        if cards is None:
            return
        panel = self._panels[cards.phase]
        self.phase.setText(self.ui.tr(say("Kort for {phase}", phase=panel.name)))
        for seat, tile in enumerate(self.tiles):
            state, sign = self._state(cards, seat)
            tile.show_state(self.ui.tr(state), sign, at_hand=seat == cards.seat)

    def _state(self, cards: Cards, seat: int) -> tuple[Text, str]:
        if seat == cards.seat and (card := self._at_hand(cards)) is not None:
            return card, "in-progress"
        if cards.cannot_judge(seat) or cards.scores(seat) is not None:
            return say("Tastet"), "answered"
        if seat in self._seen:
            return say("Har svaret"), "answered"
        count = sum(cards.score(seat, phase) is not None for phase in range(cards.phases))
        if count:
            return say("{n} af {of} tastet", n=count, of=cards.phases), "in-progress"
        return say("Mangler"), "not-begun"

    def _at_hand(self, cards: Cards) -> Text | None:
        """The card that is looked at or made exact; what was only typed is not shown."""
        if not cards.is_looking:
            return None
        if cards.cannot_judge(cards.seat):
            return say("Kan ikke vurdere")
        score = cards.score(cards.seat, cards.phase)
        if cards.written is not None:
            return say("Tal i trinnet: {written}", written=cards.written or "…")
        if score is None:
            return None
        steps = self._panels[cards.phase].steps
        place = step_at(steps, score)
        return say("{score} ({step})", score=score, step=place) if cards.can_be_exact else say("{n}", n=score)

    def first_focus(self) -> QWidget | None:
        """The seat of the next card."""
        return self.tiles[self.cards.seat] if self.cards is not None else None

    # What the user does

    def event(self, event: QEvent) -> bool:
        """The keys of cards are ours before they are the page's."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self.act_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of a card, or one of the page's."""
        act = self.act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            self.do(act)

    def act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here; None where it is not ours."""
        key = event.key()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain or self.cards is None or self._is_asleep:
            return None
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_K: self._abstain,
            Qt.Key.Key_Left: partial(self._go, -1),
            Qt.Key.Key_Backspace: partial(self._go, -1),
            Qt.Key.Key_Right: partial(self._go, 1),
            Qt.Key.Key_Up: partial(self._go, -max(self._columns, 1)),
            Qt.Key.Key_Down: partial(self._go, max(self._columns, 1)),
            Qt.Key.Key_Delete: self._take_away,
        }
        acts |= {Qt.Key.Key_0 + digit: partial(self._digit, digit) for digit in range(10)}
        acts |= dict.fromkeys(COMMAS, self._begin_exact)
        acts |= dict.fromkeys(ENTERS, self._end_exact)
        return acts.get(key)

    def do(self, act: Callable[[], None]) -> None:
        """Do what a key says, and let the keyboard go along to the next seat."""
        act()
        self._show()
        focus = self.first_focus()
        if focus is not None:
            focus_by_key(focus)
            self._bring_into_view(focus)

    def _bring_into_view(self, tile: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(tile, 0, self.ui.theme.px(GAP))

    def _press(self, act: Callable[[], None], *_: object) -> None:
        act()
        self._show()

    def _digit(self, digit: int) -> None:
        assert self.cards is not None
        if self.cards.written is not None:
            self._done(self.cards.digit(digit))
        elif digit < len(self._panels[0].steps):
            self._card(digit)

    def _card(self, step: int) -> None:
        assert self.cards is not None
        self._done(self.cards.card(step))

    def _abstain(self) -> None:
        assert self.cards is not None
        self._done(self.cards.abstain())

    def _begin_exact(self) -> None:
        assert self.cards is not None
        self.cards.begin_exact()

    def _end_exact(self) -> None:
        assert self.cards is not None
        if self.cards.written is not None:
            self._done(self.cards.end_exact())

    def _go(self, places: int) -> None:
        assert self.cards is not None
        self.cards.go(places)

    def _go_to(self, seat: int) -> None:
        assert self.cards is not None
        self.cards.go_to(self.cards.phase * self.cards.seats + seat)

    def _take_away(self) -> None:
        assert self.cards is not None
        seat = self.cards.seat
        self.cards.take_away(seat)
        if seat in self._seen:
            self._due += 1
            self.taken_away.emit(self._people[seat].id)

    def _done(self, seat: int | None) -> None:
        """Hand on what a seat has answered, once it is whole."""
        cards = self.cards
        if seat is None or cards is None:
            return
        scores = cards.scores(seat)
        keys = [panel.key for panel in self._panels]
        rating = Rating() if scores is None else Rating(**dict(zip(keys, scores, strict=True)))
        self._due += 1
        self.answered.emit(self._people[seat].id, rating)
