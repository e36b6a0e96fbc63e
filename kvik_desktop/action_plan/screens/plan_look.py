"""How one looks at the plan: in which view, order and groups, and whose actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.plan_filters import ALL, FILTERS
from kvik_desktop.foundation.text import Text, say


class View(StrEnum):
    """What the plan is shown as."""

    LIST = "list"
    TIMELINE = "timeline"
    BOARD = "board"


class Order(StrEnum):
    """What the rows are sorted by."""

    PLAN = "plan"
    WHAT = "what"
    WHO = "who"
    WHEN = "when"
    HOW = "how"
    STATUS = "status"


class Grouping(StrEnum):
    """What rows stand together by."""

    NONE = "none"
    THEME = "theme"
    RESPONSIBLE = "responsible"
    STATUS = "status"
    CRITERION = "criterion"
    QUADRANT = "quadrant"


VIEWS: Mapping[View, Text] = {
    View.LIST: say("Liste"),
    View.TIMELINE: say("Tidslinje"),
    View.BOARD: say("Tavle"),
}
ORDERS: Mapping[Order, Text] = {
    Order.PLAN: say("Planens egen rækkefølge"),
    Order.WHAT: say("Navn"),
    Order.WHO: say("Ansvarlig"),
    Order.WHEN: say("Frist"),
    Order.HOW: say("Sådan ser I det"),
    Order.STATUS: say("Hvor langt I er"),
}
GROUPINGS: Mapping[Grouping, Text] = {
    Grouping.NONE: say("Ingen grupper"),
    Grouping.THEME: say("Tema"),
    Grouping.RESPONSIBLE: say("Ansvarlig"),
    Grouping.STATUS: say("Hvor langt I er"),
    Grouping.CRITERION: say("Kriterium"),
    Grouping.QUADRANT: say("Effekt og lethed"),
}
COLUMNS: Mapping[Column, Order] = {
    Column.WHAT: Order.WHAT,
    Column.WHO: Order.WHO,
    Column.WHEN: Order.WHEN,
    Column.HOW: Order.HOW,
}
"""What a click on the head of a column sorts by."""


@dataclass
class PlanLook:
    """Outlives another language or look, and a visit to another page, while the file is open.

    What :attr:`kept` says outlives the file's being closed as well. Whose actions and of which theme does
    not: those are words of people, and they stay in the file.
    """

    view: View = View.LIST
    filter: str = ALL
    order: Order = Order.PLAN
    falling: bool = False
    grouping: Grouping = Grouping.NONE
    responsible: str | None = None
    """Whose actions are shown: all for None, nobody's for an empty name."""
    theme: str | None = None
    """The theme whose actions are shown: all for None, those without for an empty one."""

    @property
    def kept(self) -> str:
        """View, order, groups and filter as one line, for the next time."""
        way = "falling" if self.falling else "rising"
        return " ".join((self.view, self.order, way, self.grouping, self.filter))

    def take_up(self, kept: str) -> None:
        """Look as ``kept`` says; what is odd in it, or of another version of the program, is left out."""
        view, order, way, grouping, chip = (*kept.split(" "), *[""] * 5)[:5]
        if view in list(View):
            self.view = View(view)
        if order in list(Order):
            self.order, self.falling = Order(order), way == "falling" and order != Order.PLAN
        if grouping in list(Grouping):
            self.grouping = Grouping(grouping)
        if chip in FILTERS:
            self.filter = chip

    def turn(self, order: Order) -> None:
        """Sort by this: rising, then falling, then as the plan has it."""
        if self.order is not order:
            self.order, self.falling = order, False
        elif order is not Order.PLAN and not self.falling:
            self.falling = True
        else:
            self.order, self.falling = Order.PLAN, False

    @property
    def is_plans_own(self) -> bool:
        """Whether the rows stand as the plan has them, so that one can be moved up or down."""
        return self.order is Order.PLAN and self.grouping is Grouping.NONE
