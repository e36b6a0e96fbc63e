"""One quiet word over the plan behind which everything lies that a small plan does not need."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from kvik_desktop.action_plan.pages import Plan
from kvik_desktop.action_plan.screens.plan_look import GROUPINGS, ORDERS, VIEWS, Order, PlanLook
from kvik_desktop.action_plan.screens.plan_rows import used
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.bar_button import BarButton
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.filter_bar import FilterBar


class PlanMenu(BarButton):
    """Its word says what is out of the ordinary, so that nobody looks in vain for an action."""

    changed = Signal()
    """The look is another."""
    exported = Signal(bool)
    """A calendar file is wanted: of the chosen action alone, or of the whole plan."""

    def __init__(self, ui: Ui, look: PlanLook) -> None:
        super().__init__(ui, "filter", ui.tr(say("Visning")), "Ctrl+G")
        self._look = look
        self._plan: Plan | None = None
        self.menu_ = QMenu(self)
        self.menu_.aboutToShow.connect(self._fill)
        self.setMenu(self.menu_)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.say_look()

    def show_plan(self, plan: Plan) -> None:
        """The names and themes one can choose among are those of this plan."""
        self._plan = plan
        self.setEnabled(bool(plan.actions))
        self.say_look()

    def open(self) -> None:
        """Show the choices under the button, without waiting for one."""
        if self.isEnabled():
            self.menu_.popup(self.mapToGlobal(QPoint(0, self.height())))

    def say_look(self) -> None:
        """Say what is out of the ordinary."""
        look, tr = self._look, self.ui.tr
        nobody, none = tr(say("Ingen ansvarlig")), tr(say("Uden tema"))
        whose = [] if look.responsible is None else [look.responsible or nobody]
        theme = [] if look.theme is None else [look.theme or none]
        self.call(", ".join([tr(VIEWS[look.view]), *whose, *theme]))
        self.setAccessibleName(tr(say("Visning: {what}", what=self.text())))

    # The menu

    def _fill(self) -> None:
        menu, look, tr = self.menu_, self._look, self.ui.tr
        menu.clear()
        for part in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.deleteLater()
        self._choices(menu, ((tr(word), view) for view, word in VIEWS.items()), "view")
        menu.addSeparator()
        grouping = menu.addMenu(tr(say("Saml efter")))
        self._choices(grouping, ((tr(word), by) for by, word in GROUPINGS.items()), "grouping")
        order = menu.addMenu(tr(say("Sortér efter")))
        self._choices(order, ((tr(word), by) for by, word in ORDERS.items()), "order")
        order.addSeparator()
        falling = order.addAction(tr(say("Omvendt rækkefølge")))
        falling.setCheckable(True)
        falling.setChecked(look.falling)
        falling.setEnabled(look.order is not Order.PLAN)
        falling.triggered.connect(lambda on: self._set("falling", on))
        actions = [each.action for each in self._plan.actions] if self._plan is not None else []
        people = used(action.responsible for action in actions)
        themes = used(action.theme for action in actions)
        self._whose(
            menu.addMenu(tr(say("Kun én ansvarlig"))), people, "responsible", tr(say("Ingen ansvarlig"))
        )
        self._whose(menu.addMenu(tr(say("Kun ét tema"))), themes, "theme", tr(say("Uden tema")))
        menu.addSeparator()
        menu.addAction(tr(say("Gem planens dage som kalenderfil…")), lambda: self.exported.emit(False))
        menu.addAction(tr(say("Gem det valgte tiltags dage…")), lambda: self.exported.emit(True))

    def _whose(self, menu: QMenu, words: list[str], name: str, none: str) -> None:
        everything = self.ui.tr(say("Alle"))
        self._choices(menu, [(everything, None), *((word or none, word) for word in words)], name)

    def _choices(self, menu: QMenu, choices: Iterable[tuple[str, object]], name: str) -> None:
        group = QActionGroup(menu)
        for words, value in choices:
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(getattr(self._look, name) == value)
            action.triggered.connect(self._setting(name, value))
            group.addAction(action)
            menu.addAction(action)

    def _setting(self, name: str, value: object) -> Callable[[], None]:
        return lambda: self._set(name, value)

    def _set(self, name: str, value: object) -> None:
        setattr(self._look, name, value)
        if self._look.order is Order.PLAN:
            self._look.falling = False
        self.say_look()
        self.changed.emit()


class PlanTop(QWidget):
    """The filters, and the quiet word after them."""

    def __init__(self, filters: FilterBar, menu: PlanMenu) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(menu.ui.theme.px(8))
        row.addWidget(filters)
        row.addWidget(menu)
