"""The wall: all areas as cards under the names of their groups, in one column or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from kvik_desktop.action_plan.screens.card_delegate import Card
from kvik_desktop.action_plan.screens.card_group import CardGroup
from kvik_desktop.action_plan.screens.card_view import CardView
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.scroll import Scroll

EDGE, COLUMNS, AFTER = 24, 16, 8
"""Round the cards, between the columns, and after a group, at 100 %."""
TWO = 520
"""Width from which there are two columns, at 100 %."""


@dataclass(frozen=True)
class Group:
    """Cards under a name."""

    key: str
    name: str
    cards: tuple[Card, ...]


class AreaWall(Scroll):
    """One tab stop: arrows go from card to card, also into the next group and the other column."""

    came = Signal(str)
    effect_given = Signal(str, int)
    ease_given = Signal(str, int)
    put_back = Signal(str)
    ticked = Signal(str)
    themed = Signal(str)
    """As those of :class:`CardView`."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.current = ""
        """The key of the card one is at."""
        self.groups: dict[str, CardGroup] = {}
        """By key, in the order they were given."""
        self.columns: list[list[CardGroup]] = []
        """As they stand beside each other."""
        self._inside = QFrame()
        self._inside.setProperty("look", "window")
        self.setProperty("look", "window")
        self.setAccessibleName(ui.tr(say("Forbedringsområder")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)

    # What it shows

    def set_groups(self, groups: Sequence[Group], *, choosing: bool = False) -> None:
        """Show these; the card one is at stays so, and so does focus."""
        held = any(part.view.hasFocus() for part in self.groups.values())
        known, self.groups = self.groups, {}
        for group in groups:
            part = known.pop(group.key, None) or self._part(group)
            part.show_cards(group.cards, choosing=choosing)
            self.groups[group.key] = part
        for part in known.values():
            part.hide()
            part.deleteLater()
        keys = self.keys
        self.set_current(self.current if self.current in keys else keys[0] if keys else "")
        self._arrange()
        if held and self.current:
            self._view_of(self.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_current(self, key: str) -> None:
        """Be at this card; without a signal."""
        self.current = key
        for part in self.groups.values():
            part.view.set_current(key)
            has = key in part.view.keys
            part.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has else Qt.FocusPolicy.ClickFocus)

    def show_current(self) -> None:
        """Bring the card one is at into view."""
        if self.current in self.keys:
            self.bring(self.current)

    def bring(self, key: str) -> None:
        """Bring a card into view."""
        view = self._view_of(key)
        part = next(each for each in self.groups.values() if each.view is view)
        top, height = part.y() + view.y() + view.top_of(key), view.height_of(key)
        if key == view.keys[0]:  # with the name of its group
            top, height = part.y(), height + top - part.y()
        self.ensureVisible(part.x(), top + height // 2, 0, height // 2 + self.ui.theme.px(EDGE))

    @property
    def keys(self) -> list[str]:
        """All cards, group by group."""
        return [key for part in self.groups.values() for key in part.view.keys]

    def view(self) -> CardView | None:
        """Where focus belongs: the cards that the current one is among."""
        return self._view_of(self.current) if self.current in self.keys else None

    def _view_of(self, key: str) -> CardView:
        return next(part.view for part in self.groups.values() if key in part.view.keys)

    def _part(self, group: Group) -> CardGroup:
        part = CardGroup(self.ui, group.name, self._inside)
        view = part.view
        view.came.connect(self._come)
        view.left.connect(lambda across, down: self._leave(view, across, down))
        for told, ours in (
            (view.effect_given, self.effect_given),
            (view.ease_given, self.ease_given),
            (view.put_back, self.put_back),
            (view.ticked, self.ticked),
            (view.themed, self.themed),
        ):
            told.connect(ours)
        part.resize(self._columns_now[1], part.height())  # now: its cards are measured at its width
        part.show()
        return part

    def _come(self, key: str) -> None:
        self.set_current(key)
        self.show_current()
        self.came.emit(key)

    # Arrows from group to group

    def _leave(self, view: CardView, across: int, down: int) -> None:
        place = next(
            (at, row)
            for at, column in enumerate(self.columns)
            for row, part in enumerate(column)
            if part.view is view
        )
        target = self._beside(view, place[0] + across) if across else self._below(*place, down)
        if target:
            focus_by_key(self._view_of(target))
            self._come(target)

    def _below(self, at: int, row: int, down: int) -> str:
        column = self.columns[at]
        if not 0 <= row + down < len(column):
            return ""
        keys = column[row + down].view.keys
        return keys[0] if down > 0 else keys[-1]

    def _beside(self, view: CardView, at: int) -> str:
        """The card in another column that is nearest in height."""
        if not 0 <= at < len(self.columns):
            return ""
        own = next(part for part in self.groups.values() if part.view is view)
        here, column = self._middle(own, self.current), self.columns[at]
        others = [(abs(self._middle(part, key) - here), key) for part in column for key in part.view.keys]
        return min(others)[1] if others else ""

    def _middle(self, part: CardGroup, key: str) -> int:
        return part.y() + part.view.y() + part.view.top_of(key) + part.view.height_of(key) // 2

    # Where things lie

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other columns."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _columns_now(self) -> tuple[int, int]:
        """How many columns there are, and how wide each is."""
        px, width = self.ui.theme.px, self.viewport().width()
        many = 2 if width >= px(TWO) else 1
        return many, (width - 2 * px(EDGE) - (many - 1) * px(COLUMNS)) // many

    def _arrange(self) -> None:
        """Each group in the column that is shortest so far, the left one first."""
        px = self.ui.theme.px
        many, room = self._columns_now
        self.columns = [[] for _ in range(many)]
        tops = [px(EDGE - 8)] * many
        for part in self.groups.values():
            at = tops.index(min(tops))
            height = part.height_for(room)
            part.setGeometry(px(EDGE) + at * (room + px(COLUMNS)), tops[at], room, height)
            tops[at] += height + px(AFTER)
            self.columns[at].append(part)
        self._inside.resize(self.viewport().width(), max(max(tops) + px(EDGE), self.viewport().height()))
