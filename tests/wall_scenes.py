"""Step 4 with many hands: merged cards, themes, other orders, and a vote with dots, for pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kvik_desktop.action_plan import priorities, votes
from kvik_desktop.action_plan.areas import PlacedArea
from kvik_desktop.action_plan.pages import wall_page
from kvik_desktop.action_plan.screens.improvements_page import ImprovementsPage
from kvik_desktop.action_plan.screens.wall_groups import By
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop import statements
from kvik_desktop.workshop import usecases as meeting
from tests import plan_scenes, projector_scenes

THEMES = ("Hverdag", "Mål og tal", "Samarbejde med hjemmet")
GIVEN = (5, 3, 0, 1, 2, 0, 4)
"""Dots of the first areas."""


def on_page(page: Page) -> ImprovementsPage:
    """The page, known to be this one."""
    assert isinstance(page, ImprovementsPage)
    return page


def areas(page: Page) -> tuple[PlacedArea, ...]:
    """What is on the wall now."""
    found: list[tuple[PlacedArea, ...]] = []
    page.desk.ask(wall_page).then(lambda wall: found.append(wall.areas))
    return found[0]


def evaluation(page: Page) -> str:
    """The one that is shown."""
    found: list[str] = []
    page.desk.ask(wall_page).then(lambda wall: found.append(wall.evaluation.id))
    return found[0]


def more(page: Page) -> None:
    """A small team has asked for more."""
    on_page(page).show_more()


def merged(page: Page) -> None:
    """Cards of different subcriteria are one, and one has been taken up."""
    plan_scenes.placed(page)
    keys = on_page(page).wall.keys
    on_page(page).show_more()
    on_page(page).wall.merged.emit(keys[7], keys[1])
    on_page(page).wall.merged.emit(keys[4], on_page(page).wall.current)


def themes(page: Page) -> None:
    """By theme, and one theme gets another name."""
    merged(page)
    own = evaluation(page)
    for place, each in enumerate(areas(page)):
        if place % 4 < len(THEMES):
            page.desk.do(priorities.set_theme, own, [each.id], THEMES[place % 4])
    on_page(page).order(By.THEME)
    on_page(page).wall.ask_name(on_page(page).wall.current)


def before_voting(page: Page) -> None:
    """How many dots each is to have."""
    more(page)
    on_page(page).go_vote()


def voting(page: Page) -> None:
    """Some have given theirs."""
    before_voting(page)
    foot = page.foot.primary
    assert foot is not None
    foot.do()
    own, there = evaluation(page), areas(page)
    people: list[str] = []
    page.desk.ask(wall_page).then(lambda wall: people.extend(each.id for each in wall.people))
    for person in people[:3]:
        page.desk.do(votes.give, own, person, {there[0].id: 1})


def giving(page: Page) -> None:
    """Somebody puts dots on the sheet."""
    voting(page)
    view = on_page(page).vote
    view.people.rows[3].click()
    for place, n in enumerate(GIVEN[:3]):
        for _ in range(n):
            view.sheet.view.stepped.emit(areas(page)[place].id, 1)


def slips(page: Page) -> None:
    """Slips of paper are typed in, and one cannot be right."""
    voting(page)
    view = on_page(page).vote
    view.ways.chips[1].click()
    view.slips.line.setText("A A X")
    view.slips.line.returnPressed.emit()


def hands(page: Page) -> None:
    """Hands are counted of those who have not given dots alone."""
    voting(page)
    on_page(page).vote.ways.chips[2].click()


def voted(page: Page) -> None:
    """The dots are shown."""
    merged(page)
    own = evaluation(page)
    page.desk.do(votes.begin, own, 10)
    dots = {each.id: n for each, n in zip(areas(page), GIVEN, strict=False)}
    page.desk.do(votes.give_hands, own, dots)
    page.desk.do(votes.show, own)
    on_page(page).order(By.DOTS)


def by_field(page: Page) -> None:
    """Quick wins first, and most dots first in each field."""
    voted(page)
    on_page(page).order(By.FIELD)


def few(page: Page) -> None:
    """Only three areas are left; the rest is taken off the lists."""
    _fill(page, 3)


def many(page: Page) -> None:
    """400 areas."""
    _fill(page, 400)
    more(page)


def _fill(page: Page, wanted: int) -> None:
    """The result is opened again, and the lists get so many areas."""
    own, there = evaluation(page), areas(page)
    page.desk.do(meeting.reopen, own, "Leder", "Flere områder")
    for each in there[wanted:]:
        page.desk.do(statements.remove, own, each.id)
    for place in range(len(there), wanted):
        like = there[place % len(there)].area
        words = f"{like.text}, set fra en anden side ({place})"
        page.desk.do(statements.add, own, like.subcriterion, StatementKind.AREA, words)
    page.desk.do(meeting.accept, own, "Leder")


def as_seen(size: tuple[int, int], act: Callable[[Page], object]) -> Callable[[Window], QWidget]:
    """What the room sees when that has been done."""

    def scene(window: Window) -> QWidget:
        assert window.room is not None
        assert window.room.page is not None
        act(window.room.page)
        return projector_scenes.project(window, size)

    return scene
