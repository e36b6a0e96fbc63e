"""The wall: all areas as cards under the names of their groups, in one column or two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame

from kvik_desktop.action_plan.screens.card_delegate import BrokenCards
from kvik_desktop.action_plan.screens.card_group import CardGroup
from kvik_desktop.action_plan.screens.card_view import CardView
from kvik_desktop.action_plan.screens.wall_dropping import WallDropping
from kvik_desktop.action_plan.screens.wall_groups import Group
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.look.focus_ring import focus_by_key
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.scroll import Scroll

EDGE, COLUMNS, AFTER = 24, 16, 8
"""Round the cards, between the columns, and after a group, at 100 %."""
TWO = 520
"""Width from which there are two columns, at 100 %."""


class AreaWall(Scroll):
    """One tab stop: arrows go from card to card, also into the next group and the other column."""

    came = Signal(str)
    effect_given = Signal(str, int)
    ease_given = Signal(str, int)
    put_back = Signal(str)
    ticked = Signal(str)
    themed = Signal(str)
    parted = Signal(str)
    """As those of :class:`CardView`."""
    merged = Signal(str, str)
    """The first is to be merged into the second."""
    moved = Signal(str, str)
    """A card is to have the theme with this name; empty for none."""
    renamed = Signal(str, str)
    """A theme is to have another name."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.current = ""
        """The key of the card one is at."""
        self.may_merge = False
        """Cards can be merged; else one lands only in the matrix."""
        self.groups: dict[str, CardGroup] = {}
        """By key, in the order they were given."""
        self._broken = BrokenCards(ui)
        self._themes = False
        self._many = 0
        self._owners: dict[str, CardGroup] = {}
        self._held = ""
        self.columns: list[list[CardGroup]] = []
        """As they stand beside each other."""
        self._inside = QFrame()
        self._inside.setProperty("look", "window")
        self.setProperty("look", "window")
        self.setAccessibleName(ui.tr(say("Forbedringsområder")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)
        self.setAcceptDrops(True)
        self._dropping = WallDropping(self)

    # What it shows

    def set_groups(self, groups: Sequence[Group], *, choosing: bool = False) -> None:
        """Show these; the card one is at stays so, and so does focus."""
        focused = any(part.view.hasFocus() for part in self.groups.values())
        known = {(key, part.name): part for key, part in self.groups.items()}
        staying = {(group.key, group.name) for group in groups}
        spare = [part for place, part in known.items() if place not in staying]
        self.groups, self._owners = {}, {}
        self._themes = any(group.is_theme for group in groups)
        self._many = len(groups)
        for group in groups:
            part = known.get((group.key, group.name)) or (spare.pop() if spare else self._part())
            part.show_name(group.name, themed=group.is_theme, renamable=group.is_theme and bool(group.key))
            part.show_cards(group.cards, choosing=choosing)
            self.groups[group.key] = part
            self._owners |= dict.fromkeys((card.key for card in group.cards), part)
        for part in spare:
            part.hide()
            part.deleteLater()
        self.set_current(self.current if self.current in self._owners else next(iter(self._owners), ""))
        self.hold(self._held if self._held in self._owners else "")
        self._arrange()
        if focused and self.current:
            self._view_of(self.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_current(self, key: str) -> None:
        """Be at this card; without a signal."""
        self.current = key
        own = self._owners.get(key)
        for part in self.groups.values():
            part.view.set_current(key if part is own else "")
            policy = Qt.FocusPolicy.StrongFocus if part is own else Qt.FocusPolicy.ClickFocus
            part.view.setFocusPolicy(policy)

    # Merging by keyboard

    @property
    def held(self) -> str:
        """The card that is taken up; empty for none."""
        return self._held

    def hold(self, key: str) -> None:
        """Take a card up, or let go."""
        self._held = key
        self.show_over("", None)

    def _gather(self, key: str) -> None:
        """M on a card: take it up; on another: merge the two."""
        held = self._held
        if not self.may_merge:
            return
        self.hold("" if held else key)
        if held and held != key:
            self.merged.emit(held, key)
        elif not held:
            said = say("Kortet er taget op. Gå til det kort, det skal samles med, og tryk M. Esc fortryder.")
            speak(self, self.ui.tr(said))

    def event(self, event: QEvent) -> bool:
        """Escape lets go of a card before it closes anything."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._held
        ):
            event.accept()
            return True
        return super().event(event)

    # Cards that are dragged

    @property
    def takes_themes(self) -> bool:
        """Whether a card can be dropped in a group."""
        return self._themes

    def show_over(self, card: str, group: str | None) -> None:
        """Show where a dragged card would land: on a card, or in a group where that is not None."""
        for key, part in self.groups.items():
            part.view.mark(held=self._held, over=card)
            part.set_over(over=self._themes and not card and key == group)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only cards."""
        self._dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where it would land."""
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is over the wall."""
        self._dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """On a card merges, in a theme moves."""
        self._dropping.drop(event)

    def show_current(self) -> None:
        """Bring the card one is at into view."""
        if self.current in self._owners:
            self.bring(self.current)

    def bring(self, key: str) -> None:
        """Bring a card into view."""
        part = self._owners[key]
        view = part.view
        top, height = part.y() + view.y() + view.top_of(key), view.height_of(key)
        if key == view.keys[0]:  # with the name of its group
            top, height = part.y(), height + top - part.y()
        self.ensureVisible(part.x(), top + height // 2, 0, height // 2 + self.ui.theme.px(EDGE))

    @property
    def keys(self) -> list[str]:
        """All cards, group by group."""
        return list(self._owners)

    def view(self) -> CardView | None:
        """Where focus belongs: the cards that the current one is among."""
        own = self._owners.get(self.current)
        return own.view if own else None

    def _view_of(self, key: str) -> CardView:
        return self._owners[key].view

    def _part(self) -> CardGroup:
        part = CardGroup(self.ui, self._inside, self._broken)
        part.renamed.connect(self.renamed)
        view = part.view
        view.gathered.connect(self._gather)
        view.let_go.connect(lambda: self.hold(""))
        view.renamed.connect(self.ask_name)
        view.came.connect(self._come)
        view.left.connect(lambda across, down: self._leave(view, across, down))
        for told, ours in (
            (view.effect_given, self.effect_given),
            (view.ease_given, self.ease_given),
            (view.put_back, self.put_back),
            (view.ticked, self.ticked),
            (view.themed, self.themed),
            (view.parted, self.parted),
        ):
            told.connect(ours)
        part.resize(self._columns_now[1], part.height())  # now: its cards are measured at its width
        part.show()
        return part

    def ask_name(self, key: str) -> None:
        """Rename the theme of a card, where the wall is by theme."""
        part = self._owners[key]
        if not part.pencil.isHidden():
            part.ask_name()
            self.ensureVisible(part.x(), part.y(), 0, self.ui.theme.px(EDGE))

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
        target = self._beside(place[0] + across) if across else self._below(*place, down)
        if target:
            focus_by_key(self._view_of(target))
            self._come(target)

    def _below(self, at: int, row: int, down: int) -> str:
        column = self.columns[at]
        if not 0 <= row + down < len(column):
            return ""
        keys = column[row + down].view.keys
        return keys[0] if down > 0 else keys[-1]

    def _beside(self, at: int) -> str:
        """The card in another column that is nearest in height."""
        if not 0 <= at < len(self.columns):
            return ""
        here, column = self._middle(self._owners[self.current], self.current), self.columns[at]
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
        px, width = self.ui.theme.px, self.width()  # its scroll bar stands in the air at the right
        many = 2 if width >= px(TWO) and self._many > 1 else 1
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
