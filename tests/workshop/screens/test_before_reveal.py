"""Before the reveal: who has handed in is seen, and nothing on the page depends on what anybody answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.screens.consensus_page import ConsensusPage
from tests.drivers.consensus import Consensus
from tests.drivers.hand import HANDS, Hand, Keys
from tests.held_tasks import HeldTasks
from tests.journey import PEOPLE, Journey
from tests.window import opened, window

HandOf = Callable[[Window], Hand]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    yield journey
    journey.file.close()


def hand_in(journey: Journey, *names: str) -> None:
    for name in names:
        journey.file.do(evaluations.submit, journey.id, journey.people[name])


def start(qtbot: QtBot, journey: Journey, hand: HandOf = Keys) -> Consensus:
    journey.file.close()
    return Consensus(hand(opened(qtbot, journey.path)))


def test_nobody_on_the_list_leads_to_preparation(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    page = start(qtbot, Journey(tmp_path, clock))
    assert "Der er ingen deltagere endnu" in words(page.page)
    assert page.page.foot.primary is None
    page.hand.press(page.page.first_focus() or page.page)
    room = page.hand.window.room
    assert room is not None
    assert room.place.startswith("1")


def test_no_answers_lead_to_step_2(qtbot: QtBot, journey: Journey) -> None:
    page = start(qtbot, journey)
    assert "Ingen har afleveret endnu" in words(page.page)
    page.hand.press(page.page.first_focus() or page.page)
    room = page.hand.window.room
    assert room is not None
    assert room.place.startswith("2")


def test_who_has_handed_in_and_how_far_the_others_are(qtbot: QtBot, journey: Journey) -> None:
    journey.answer_all({"Anna": 40, "Bo": 50}).answer("Carla", "1.1", 30)
    hand_in(journey, "Anna")
    page = start(qtbot, journey)
    people = page.people()
    assert people["Anna"].startswith("Afleveret")
    assert people["Bo"] == "Svaret på alt, ikke afleveret"
    assert people["Carla"] == "Mangler 27 delkriterier"
    assert people["Dines"] == "Ikke begyndt"
    assert page.hint == "Kan ikke fortrydes"
    assert "1 af 5 har afleveret" in words(page.page)


@pytest.mark.parametrize("hand", HANDS)
def test_when_all_have_handed_in_one_press_opens(qtbot: QtBot, journey: Journey, hand: HandOf) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    hand_in(journey, *PEOPLE)
    page = start(qtbot, journey, hand)
    assert page.next_words == "Åbn svarene nu"
    page.next()
    assert page.page.agenda is not None
    assert page.page.agenda.isVisible()
    assert not page.before.isVisible()


@pytest.mark.parametrize("hand", HANDS)
def test_where_somebody_is_missing_it_asks_once_more(qtbot: QtBot, journey: Journey, hand: HandOf) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE[:3], 40))
    hand_in(journey, *PEOPLE[:3])
    page = start(qtbot, journey, hand)
    page.next()
    assert page.page.agenda is None
    assert page.next_words == "Åbn uden de 2 sidste"
    assert "Dines og Eva ikke svare mere" in words(page.page)
    page.other("Vent med at åbne")
    assert page.next_words == "Åbn svarene nu"
    page.next().next()
    assert page.page.agenda is not None


def test_another_handing_in_takes_the_question_back(qtbot: QtBot, journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    hand_in(journey, *PEOPLE[:4])
    page = start(qtbot, journey)
    page.next()
    assert page.next_words == "Åbn uden den sidste"
    room = page.hand.window.room
    assert room is not None
    room.desk.do(evaluations.submit, journey.id, journey.people["Eva"])
    assert page.next_words == "Åbn svarene nu"


def test_a_file_that_can_only_be_read_is_not_opened(qtbot: QtBot, journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    hand_in(journey, *PEOPLE)
    page = Consensus(Keys(opened(qtbot, journey.path)))  # the test itself still has it open
    assert page.page.desk.read_only
    page.next()
    assert page.page.agenda is None
    assert "kun læses" in page.hint


# Nothing depends on scores: all that can be read anywhere is the same for files that differ in answers alone.


def words(widget: QWidget) -> str:
    return "\n".join(everything(widget))


def everything(widget: QWidget) -> list[str]:
    """Texts, tooltips and accessible words of a widget and all below it, and of all items of their models."""
    found: list[str] = []
    for each in (widget, *widget.findChildren(QWidget)):
        found += [
            each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.statusTip(),
            each.whatsThis(), each.windowTitle(), each.objectName(), str(each.isVisible()),
        ]  # fmt: skip
        for name in ("text", "placeholderText", "plainText", "title", "value", "maximum"):
            found.append(str(each.property(name)))
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            found += items(each.model())
        found += spoken(each)
    return found


def items(model: QAbstractItemModel) -> list[str]:
    roles = (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
    )  # fmt: skip
    found: list[str] = []
    for row in range(model.rowCount()):
        # Qt keeps the columns of a list to itself.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(columns):
            index = model.index(row, column)
            found += [str(index.data(role)) for role in roles]
    return found


def spoken(widget: QWidget) -> list[str]:
    """What a screen reader is told."""
    reader = QAccessible.queryAccessibleInterface(widget)
    kinds = (
        QAccessible.Text.Name,
        QAccessible.Text.Description,
        QAccessible.Text.Value,
        QAccessible.Text.Help,
    )
    return [str(reader.role()), str(reader.childCount()), *(reader.text(kind) for kind in kinds)]


def seen(
    qtbot: QtBot, folder: Path, clock: FixedClock, method: Method, scores: dict[str, int | None]
) -> list[str]:
    """The whole window at step 3, with guidance, as it is for these answers."""
    folder.mkdir()
    journey = Journey(folder, clock, "kvik", method).gather_people()
    for place, (name, score) in enumerate(scores.items()):
        for sub in journey.subcriteria[: 28 - place]:
            journey.answer(name, sub, score)
    hand_in(journey, *list(scores)[:2])
    page = start(qtbot, journey)
    page.next()  # also what is asked once more
    found = everything(page.hand.window)
    page.hand.window.close()
    return [text.replace(str(folder), "") for text in found]


@pytest.mark.parametrize("method", Method)
def test_nothing_on_the_page_depends_on_the_scores(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, method: Method
) -> None:
    top = method.top
    agreed = seen(qtbot, tmp_path / "a", clock, method, dict.fromkeys(PEOPLE[:4], top // 2))
    apart = seen(
        qtbot, tmp_path / "b", clock, method, dict(zip(PEOPLE[:4], (0, top, None, top // 3), strict=True))
    )
    assert len(agreed) > 500
    assert agreed == apart


@pytest.mark.parametrize("is_open", [False, True])
def test_at_the_first_arrival_focus_waits_for_the_list(qtbot: QtBot, journey: Journey, is_open: bool) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    hand_in(journey, *PEOPLE)
    if is_open:
        journey.reveal()
    journey.file.close()
    tasks = HeldTasks()
    shown = window(qtbot, tasks=tasks)
    shown.open(journey.path)
    tasks.step_until(lambda: shown.room is not None)
    assert shown.room is not None
    shown.room.go("3")
    tasks.release()
    page = shown.room.page
    assert isinstance(page, ConsensusPage)
    wanted = page.agenda.list if page.agenda is not None else page.before and page.before.table
    assert wanted is not None
    assert (page.agenda is not None) == is_open
    assert shown.focusWidget() is wanted
