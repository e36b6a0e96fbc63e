"""The texts to look at before a package is made, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.bundle.choosing import LookedAt
from kvik_desktop.bundle.finds import FindKind
from kvik_desktop.bundle.privacy import place_name
from kvik_desktop.bundle.screens.find_card import STEPS, DecidedLine, FindCard
from kvik_desktop.bundle.screens.find_words import WORDS
from kvik_desktop.bundle.screens.marked_text import excerpt
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.row import Row

ALL_OPEN = 3
"""Up to so many are open at once; of more, one at a time."""


class ClosedFind(Row):
    """A text that waits for its turn, as a line; the arrows go to the next text."""

    stepped = Signal(int)

    def __init__(self, ui: Ui, text: LookedAt) -> None:
        assert text.kind is not None, "only a find is asked about"
        shown, _ = excerpt(text.text, [(find.start, find.end) for find in text.finds])
        words, where = WORDS[text.kind], ui.tr(place_name(text.place))
        super().__init__(ui, shown, where, mark=words.mark, state=ui.tr(words.title))
        self.found = text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the list's."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)


Part = FindCard | DecidedLine | ClosedFind


class FindList(QWidget):
    """An answered text becomes a line and focus goes to the next that is not; nothing else is rebuilt."""

    rewritten = Signal(str, str)
    """A place and what is to stand there."""
    left_out = Signal(str)
    kept = Signal(str, object)
    """A place and the kind that may go."""
    reconsidered = Signal(str)
    moved = Signal(QWidget)
    """Focus has come to this part: it should be seen."""
    shown = Signal(str)
    """The place one is at."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self._texts: tuple[LookedAt, ...] = ()
        self._asleep = ""
        self._current = ""
        self._answered = ""
        self._parts: dict[str, Part] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def parts(self) -> list[Part]:
        """In the order they stand."""
        return [self._parts[text.place] for text in self._texts]

    def set_texts(self, texts: Sequence[LookedAt], *, asleep: str = "") -> None:
        """Show these; ``asleep`` says why nothing can be answered now."""
        self._texts, self._asleep = tuple(texts), asleep
        self._arrange()
        if self._answered:
            self._go_on()

    def flush(self) -> None:
        """Use what has been written and not used yet."""
        for part in self.parts:
            if isinstance(part, FindCard):
                part.flush()

    # Parts

    def _arrange(self) -> None:
        opened = self._opened()
        before, self._parts = self._parts, {}
        for text in self._texts:
            old = before.pop(text.place, None)
            self._parts[text.place] = self._kept_part(old, text, opened) or self._new_part(text, opened)
            if old is not None and old is not self._parts[text.place]:
                before[text.place] = old
        while (item := self._column.takeAt(0)) is not None:
            if isinstance(line := item.widget(), Hairline):
                line.hide()
                line.deleteLater()
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        for part in self.parts:
            self._column.addWidget(part)
            part.show()
            if not isinstance(part, ClosedFind):
                self._column.addWidget(Hairline(self.ui))

    def _opened(self) -> set[str]:
        """The places that are shown whole."""
        waiting = [text.place for text in self._texts if text.is_open]
        if len(waiting) <= ALL_OPEN:
            return set(waiting)
        if self._current not in waiting:
            self._current = waiting[0]
        return {self._current}

    def _kept_part(self, old: Part | None, text: LookedAt, opened: set[str]) -> Part | None:
        """The part that is there already, where it still says the right thing."""
        if old is None or old.found != text:
            return None
        wanted = DecidedLine if not text.is_open else FindCard if text.place in opened else ClosedFind
        return old if isinstance(old, wanted) else None

    def _new_part(self, text: LookedAt, opened: set[str]) -> Part:
        place = text.place
        if not text.is_open:
            line = DecidedLine(self.ui, text, asleep=self._asleep)
            line.reconsidered.connect(partial(self._reconsider, place))
            line.stepped.connect(partial(self._step, place))
            return line
        if place not in opened:
            row = ClosedFind(self.ui, text)
            row.clicked.connect(partial(self._open, place))
            row.stepped.connect(partial(self._step, place))
            return row
        return self._new_card(text)

    def _new_card(self, text: LookedAt) -> FindCard:
        place = text.place
        card = FindCard(self.ui, text, asleep=self._asleep)
        card.rewritten.connect(partial(self._rewrite, place))
        card.left_out.connect(partial(self._leave_out, place))
        card.kept.connect(partial(self._keep, place))
        card.stepped.connect(partial(self._step, place))
        return card

    # Answers

    def _rewrite(self, place: str, wording: str) -> None:
        self._answered = place
        self.rewritten.emit(place, wording)

    def _leave_out(self, place: str) -> None:
        self._answered = place
        self.left_out.emit(place)

    def _keep(self, place: str, kind: FindKind) -> None:
        self._answered = place
        self.kept.emit(place, kind)

    def _reconsider(self, place: str) -> None:
        self._current = self._answered = place
        self.reconsidered.emit(place)

    # Focus

    def focus_first(self) -> QWidget | None:
        """What has focus when one comes here: the first text that waits."""
        part = next((self._parts[text.place] for text in self._texts if text.is_open), None)
        return None if part is None else _handle(part)

    def _open(self, place: str) -> None:
        self._current = place
        self._arrange()
        self._show(place)

    def _step(self, place: str, step: int) -> None:
        order = [text.place for text in self._texts]
        goal = order.index(place) + step
        if 0 <= goal < len(order):
            self._show(order[goal])

    def _go_on(self) -> None:
        """After an answer: the same text where more was found in it, else the next that waits."""
        answered, self._answered = self._answered, ""
        order = [text.place for text in self._texts]
        if answered not in order:
            return
        start = order.index(answered)
        places = order[start:] + order[:start]
        waiting = [place for place in places if self._text(place).is_open]
        if waiting and len(self._opened()) == 1:
            self._current = waiting[0]
            self._arrange()
        self._show(waiting[0] if waiting else answered)

    def _text(self, place: str) -> LookedAt:
        return next(text for text in self._texts if text.place == place)

    def _show(self, place: str) -> None:
        part = self._parts[place]
        focus_by_key(_handle(part))
        self.moved.emit(part)
        self.shown.emit(place)


def _handle(part: Part) -> QWidget:
    """What of a part takes focus."""
    match part:
        case FindCard():
            return part.editor if part.is_editing else part.answers[0]
        case DecidedLine():
            return part.undo
        case _:
            return part
