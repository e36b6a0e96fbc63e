"""Step 5 looked at in other ways, for pictures: views, groups, measures, and a plan of sixty."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from PySide6.QtWidgets import QScrollArea

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Action, Status
from kvik_desktop.action_plan.screens.plan_look import Grouping, Order, View
from kvik_desktop.action_plan.screens.plan_page import PlanPage
from kvik_desktop.action_plan.usecases import NewAction
from kvik_desktop.shell.page import Page


def _plan(page: Page) -> PlanPage:
    assert isinstance(page, PlanPage)
    assert page.plan is not None
    return page


def board(page: Page) -> None:
    """A column for each status."""
    _plan(page).show_view(View.BOARD)


def timeline(page: Page) -> None:
    """All of it in time; the third waits for the first two."""
    found = _plan(page)
    assert found.plan is not None
    one, two, three = [each.action.id for each in found.plan.actions[:3]]
    found.acts.do(editing.set_prerequisites, three, [one, two])
    found.show_view(View.TIMELINE)


def grouped(page: Page) -> None:
    """By theme, and in each theme by deadline."""
    found = _plan(page)
    found.look.grouping, found.look.order = Grouping.THEME, Order.WHEN
    found._look_anew()


def choosing(page: Page) -> None:
    """The quiet word is pressed."""
    _plan(page).looks.open()


def measured(page: Page) -> None:
    """What is measured over time, among the other fields."""
    found = _plan(page)
    assert found.plan is not None
    action = found.plan.actions[0].action
    for place, value in enumerate((36, 37, 31, 26)):
        day = found.plan.today - timedelta(days=90 - 25 * place)
        found.acts.do(follow_up.measure, action.id, day, Decimal(value))
    found.show_more()
    _scroll_to(found, found.side.form.measures.add)


def in_a_ring(page: Page) -> None:
    """Two actions would wait for each other."""
    found = _plan(page)
    assert found.plan is not None
    one, two = [each.action.id for each in found.plan.actions[:2]]
    found.acts.do(editing.set_prerequisites, two, [one])
    found.show_more()
    found.side.form.needs.added.emit(two)
    _scroll_to(found, found.side.form.needs.error)


def _scroll_to(page: PlanPage, widget: object) -> None:
    area = page.side.form.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    assert isinstance(area, QScrollArea)
    area.ensureWidgetVisible(widget)  # type: ignore[arg-type]  # a widget of the form


def dropping(page: Page) -> None:
    """A card is about to be dropped, and must be told why."""
    board(page)
    found = _plan(page)
    found.acts.set_status(found.place, Status.DROPPED)


def changed(page: Page) -> None:
    """The approved plan is no longer as it was."""
    found = _plan(page)
    assert found.plan is not None
    one, two = [each.action for each in found.plan.actions[:2]]
    assert one.deadline is not None
    found.acts.amend(one.id, deadline=one.deadline + timedelta(days=30))
    found.acts.amend(two.id, responsible="Plejecenterleder")
    found.desk.do(editing.add, found.plan.evaluation.id, "Fælles morgenmøde")


def sixty(page: Page) -> None:
    """A large plan."""
    found = _plan(page)
    assert found.plan is not None
    plan, people = found.plan, ("Plejecenterleder", "Sygeplejerske", "Kostfaglig medarbejder", "")
    new = [
        NewAction(
            Action(
                "",
                "",
                number,
                f"Tiltag nummer {number} med et navn, der fylder",
                theme=("Faste hold", "Måltider", "")[number % 3],
                responsible=people[number % len(people)],
                start=plan.today + timedelta(days=5 * number - 60),
                deadline=plan.today + timedelta(days=7 * number - 30) if number % 5 else None,
                success="Færre klager" if number % 2 else "",
                status=tuple(Status)[number % 3],
            ),
            (("1.1", "3.1", "6.2")[number % 3],),
        )
        for number in range(10, 61)
    ]
    found.desk.do(plans.put_actions, plan.evaluation.id, new)


def sixty_on_a_board(page: Page) -> None:
    """A large plan by status."""
    sixty(page)
    board(page)


def sixty_in_time(page: Page) -> None:
    """A large plan in time."""
    sixty(page)
    _plan(page).show_view(View.TIMELINE)


def third(page: Page) -> None:
    """The group talks about the third action."""
    found = _plan(page)
    assert found.plan is not None
    found.go_to(found.plan.actions[2].action.id)


def far_down(page: Page) -> None:
    """A large plan, and the action is far down."""
    sixty(page)
    found = _plan(page)
    assert found.plan is not None
    found.go_to(found.plan.actions[24].action.id)


def long_words(page: Page) -> None:
    """More is said of an action than a screen has room for."""
    found = _plan(page)
    assert found.plan is not None
    words = "Færre klager over ventetiden, og flere beboere, der siger, at nogen hører efter om aftenen. "
    found.acts.amend(
        found.place,
        title="Fast vikardækning i alle afdelinger, også om aftenen, om natten, i weekenden og i ferien, så "
        "ingen står alene med de svære samtaler",
        responsible="Souschef og pædagogisk koordinator i samarbejde med tillidsrepræsentanten",
        success=words * 7,
    )
