"""Steps 4, 5 and 7 in the middle of something, for pictures: what a user has done before the shutter."""

from __future__ import annotations

from kvik_desktop.action_plan import editing
from kvik_desktop.action_plan.model import Status
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage
from kvik_desktop.action_plan.screens.improvements_page import ImprovementsPage
from kvik_desktop.action_plan.screens.plan_page import PlanPage
from kvik_desktop.action_plan.screens.wall_groups import By
from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.model import Evaluation, Way
from kvik_desktop.evaluation.next_evaluation import start_next_alike
from kvik_desktop.evaluation.usecases import NewAnswer
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.page import Page
from kvik_desktop.storage.work import Transaction
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.usecases import Agreed

PLACES = ((4, 4), (4, 3), (3, 1), (2, 4), (3, 4), (1, 2), (3, 3), (4, 4), (4, 4), (4, 4), (4, 4))


def placed(page: Page) -> None:
    """Some areas are placed, five of them in one cell, and one has a theme."""
    assert isinstance(page, ImprovementsPage)
    for key, (effect, ease) in zip(list(page.wall.keys), PLACES, strict=False):
        page.wall.effect_given.emit(key, effect)
        page.wall.ease_given.emit(key, ease)
    page.go_to(page.wall.keys[1])
    page.pane.detail.theme_given.emit("Fremmøde")


def choosing(page: Page) -> None:
    """Those that are easy and help much are proposed."""
    placed(page)
    assert isinstance(page, ImprovementsPage)
    page.choose()


def by_theme(page: Page) -> None:
    """The same areas by theme."""
    placed(page)
    assert isinstance(page, ImprovementsPage)
    page.order(By.THEME)


def lacking(page: Page) -> None:
    """Actions just made of areas: nobody is responsible for them yet."""
    assert isinstance(page, PlanPage)
    found: list[Evaluation] = []
    page.desk.ask(evaluations.current).then(found.append)
    for title in ("Fælles gang for fravær", "Forældremøde om læsning", "Vikardækning aftalt fredag"):
        page.desk.do(editing.add, found[0].id, title)


def writing(page: Page) -> None:
    """A cell is being written in."""
    assert isinstance(page, PlanPage)
    page.table.begin(page.place, Column.WHEN)


def fields(page: Page) -> None:
    """All other fields of an action."""
    assert isinstance(page, PlanPage)
    page.show_more()


def approving(page: Page) -> None:
    """It is asked who approves."""
    lacking(page)
    assert isinstance(page, PlanPage)
    page.ask_approval()


def dropping(page: Page) -> None:
    """An action is about to be dropped, and must be told why."""
    assert isinstance(page, FollowUpPage)
    page.panel.choose(Status.DROPPED)


def asking_next(page: Page) -> None:
    """It is asked what the next evaluation is to be called."""
    assert isinstance(page, FollowUpPage)
    page.ask_next()


def looking_back(page: Page) -> None:
    """The next evaluation is accepted, and stands beside the one before."""
    assert isinstance(page, FollowUpPage)
    made: list[Evaluation] = []
    page.desk.ask(evaluations.current).then(made.append)
    page.desk.do(start_next_alike, made[0].id, "Selvevaluering 2028", page.ui.tr.resources).then(made.append)
    names: list[tuple[str, ...]] = []
    page.desk.ask(_subcriteria, made[1].id).then(names.append)
    people: list[str] = []
    page.desk.ask(evaluations.roster, made[1].id).then(lambda found: people.extend(each.id for each in found))
    ratings = {name: Rating(30 + 7 * place % 50) for place, name in enumerate(names[0])}
    for person in people[:3]:
        given = [NewAnswer(name, rating, {}) for name, rating in ratings.items()]
        page.desk.do(evaluations.answer, made[1].id, person, given, Way.LAPTOP)
    page.desk.do(meeting.reveal, made[1].id, "Leder")
    page.desk.do(meeting.settle, made[1].id, [Agreed(name, rating) for name, rating in ratings.items()])
    page.desk.do(meeting.accept, made[1].id, "Leder")
    page.go_to("siden-sidst")


def _subcriteria(work: Transaction, evaluation: str) -> tuple[str, ...]:
    package = evaluations.package_of(work, evaluations.get(work, evaluation))
    return tuple(sub.id for sub in package.subcriteria())
