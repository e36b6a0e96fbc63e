"""Step 4 in a window on a real file: areas placed, chosen and turned into actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import priorities
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import PlannedAction
from kvik_desktop.action_plan.screens.card_view import carried
from kvik_desktop.action_plan.screens.improvement_words import letters
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.widgets.empty_state import EmptyState
from kvik_desktop.shell.window import Window
from tests.action_plan.material import CALM, GOALS, TIME, area, with_areas, with_plan
from tests.drivers.hand import HANDS, Hand, Keys, Mouse
from tests.drivers.improvements import Improvements
from tests.journey import PEOPLE, Journey
from tests.window import opened

Start = Callable[..., Improvements]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Start:
    """Close the file that was prepared, and open it in a window at step 4."""

    def begin(
        hand: Callable[[Window], Hand] = Keys, settings: Settings | None = None, keep: bool = False
    ) -> Improvements:
        if not keep:
            journey.file.close()
        return Improvements(hand(opened(qtbot, journey.path, settings)))

    return begin


def asked(page: Improvements, query: Callable[..., Any], *args: Any) -> Any:
    """What the open file says."""
    room = page.hand.window.room
    assert room is not None
    found: list[Any] = []
    room.desk.ask(query, *args).then(found.append)
    return found[0]


def plan(page: Improvements, journey: Journey) -> tuple[PlannedAction, ...]:
    found: tuple[PlannedAction, ...] = asked(page, plans.plan, journey.id)
    return found


def placed(page: Improvements, journey: Journey, words: str) -> tuple[int | None, int | None]:
    """Effect and ease of an area, as the open file has them."""
    found = asked(page, priorities.wall, journey.id)
    return next((each.priority.effect, each.priority.ease) for each in found if each.area.text == words)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, where focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def test_letters_go_on_after_z() -> None:
    assert [letters(place) for place in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


@pytest.mark.parametrize("hand", HANDS)
def test_areas_are_placed(start: Start, journey: Journey, hand: Callable[[Window], Hand]) -> None:
    page = start(hand)
    assert page.groups() == {"k1 Ledelse": [TIME, CALM], "k2 Strategi og mål": [GOALS]}
    assert page.hint == "3 er ikke placeret"
    page.place(GOALS, 4, 3).place(TIME, 3, 1)
    assert page.where() == {TIME: "Strategisk indsats", CALM: "Ikke placeret", GOALS: "Hurtig gevinst"}
    assert page.hint == "1 er ikke placeret"
    assert page.marks() == {
        "A": f"A, {TIME}, effekt 3, lethed 1, Strategisk indsats",
        "C": f"C, {GOALS}, effekt 4, lethed 3, Hurtig gevinst",
    }
    assert placed(page, journey, GOALS) == (4, 3)
    assert placed(page, journey, TIME) == (3, 1)
    page.put_back(GOALS)
    assert page.where()[GOALS] == "Ikke placeret"
    assert list(page.marks()) == ["A"]


def test_a_mark_is_moved_by_arrows_and_a_card_dropped(start: Start, journey: Journey) -> None:
    page = start().place(TIME, 3, 3)
    matrix = page.page.pane.matrix
    mark = matrix.marks()[area_of(page, TIME)]
    page.hand.enter(mark)
    QTest.keyClick(mark, Qt.Key.Key_Left)
    assert page.where()[TIME] == "Strategisk indsats"
    card = carried(area_of(page, CALM))
    dropped = QDropEvent(
        matrix.field.cell((1, 4)).center(),
        Qt.DropAction.CopyAction,
        card,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    matrix.dropEvent(dropped)
    assert page.where()[CALM] == "Småting"
    page.hand.window.room.undo()  # type: ignore[union-attr]  # a file is open
    assert page.where()[CALM] == "Ikke placeret"


def area_of(page: Improvements, words: str) -> str:
    """The id of an area, as the page has it."""
    return page.card(words).key


@pytest.mark.parametrize("hand", HANDS)
def test_what_is_chosen_becomes_actions(
    start: Start, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = start(hand).place(TIME, 4, 4).place(GOALS, 1, 1)
    assert page.next_words == "Vælg dem, I vil arbejde med"
    page.next()
    assert page.ticked() == [TIME]
    assert page.next_words == "Lav tiltag af det valgte"
    page.tick(GOALS)
    assert page.next_words == "Lav tiltag af de 2 valgte"
    page.tick(TIME).tick(GOALS)
    assert page.hint.startswith("Vælg mindst ét område")
    page.tick(TIME).tick(GOALS).next()
    assert [(each.action.title, each.action.effect) for each in plan(page, journey)] == [
        (TIME, 4),
        (GOALS, 1),
    ]
    assert [source.score_then for each in plan(page, journey) for source in each.subcriteria] == [1, 1]
    assert page.next_words == "Videre til Handlingsplan"
    assert page.card(TIME).source == "k1.1 · enighed 1 · tiltag 1"
    page.hand.window.room.undo()  # type: ignore[union-attr]  # a file is open
    assert plan(page, journey) == ()
    assert page.next_words == "Vælg dem, I vil arbejde med"


def test_several_areas_become_one_action(start: Start, journey: Journey) -> None:
    page = start().tick(TIME).tick(CALM)
    page.other("Saml i ét tiltag")
    [made] = plan(page, journey)
    assert [each.text for each in made.areas] == [TIME, CALM]
    page.next()
    assert page.hand.window.room.place.startswith("5")  # type: ignore[union-attr]


def test_one_can_stop_choosing(start: Start) -> None:
    page = start().tick(TIME).other("Stop")
    assert page.ticked() == []
    assert page.next_words == "Vælg dem, I vil arbejde med"


def test_what_is_chosen_outlives_another_language(start: Start) -> None:
    page = start().tick(TIME).tick(GOALS)
    window = page.hand.window
    window.change_look(replace(window.settings, language="en"))
    again = Improvements(page.hand)
    assert again.ticked() == [TIME, GOALS]
    assert again.page.foot.secondary[0].text == "Stop"


@pytest.mark.parametrize("hand", HANDS)
def test_areas_have_themes(start: Start, journey: Journey, hand: Callable[[Window], Hand]) -> None:
    page = start(hand)
    assert not page.page.pane.detail.theme.isVisible(), "themes are for those who ask for them"
    page.theme(CALM, "Ro").theme(GOALS, "Ro")
    page.order("Tema")
    assert page.groups() == {"Ro": [CALM, GOALS], "Uden tema": [TIME]}
    page.order("Kriterium")
    assert list(page.groups()) == ["k1 Ledelse", "k2 Strategi og mål"]


def test_keys_that_come_fast_build_on_each_other(start: Start, journey: Journey) -> None:
    """The second key is pressed before the file has answered the first."""
    page = start().go_to(TIME)
    waiting: list[Callable[[], None]] = []
    room = page.hand.window.room
    assert room is not None
    tasks = page.hand.window.tasks
    run = tasks.run
    tasks.run = lambda *given: waiting.append(lambda: run(*given))  # type: ignore[method-assign]
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_3, SHIFT)
    assert page.where()[TIME] == "Hurtig gevinst"
    tasks.run = run  # type: ignore[method-assign]
    for job in waiting:
        job()
    assert placed(page, journey, TIME) == (4, 3)


def test_danish_and_english_keyboards_have_the_digits_elsewhere(start: Start, journey: Journey) -> None:
    page = start().place(TIME, 4, 1)
    for key, ease in (
        (Qt.Key.Key_QuoteDbl, 2), (Qt.Key.Key_Exclam, 1), (Qt.Key.Key_currency, 4), (Qt.Key.Key_At, 2),
        (Qt.Key.Key_NumberSign, 3), (Qt.Key.Key_Dollar, 4),
    ):  # fmt: skip
        press(key, SHIFT)
        [kept] = [
            each.priority for each in asked(page, priorities.wall, journey.id) if each.area.text == TIME
        ]
        assert kept.ease == ease


def test_a_hint_of_the_plan_leads_to_the_areas_of_a_subcriterion(start: Start) -> None:
    page = start()
    page.page.go_to("k2.1")
    assert page.page.place == area_of(page, GOALS)
    page.page.go_to("findes ikke")
    assert page.page.place == area_of(page, GOALS)


def test_before_the_result_is_accepted_no_area_is_shown(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "tidlig").mkdir()
    early = Journey(tmp_path / "tidlig", clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 1))
    early.answer("Bo", "k1.1", 1, area=(TIME,)).reveal()
    early.file.close()
    page = Improvements(Keys(opened(qtbot, early.path)))
    empty = page.page._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.button.text() == "Gå til Konsensus"
    assert page.groups() == {}
    assert page.page.foot.primary is None


def test_without_areas_the_way_is_to_the_plan(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "tom").mkdir()
    none = Journey(tmp_path / "tom", clock).accepted()
    none.file.close()
    page = Improvements(Keys(opened(qtbot, none.path)))
    empty = page.page._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    page.hand.press(empty.button)
    assert page.hand.window.room.place.startswith("5")  # type: ignore[union-attr]


def test_a_file_that_somebody_else_has_is_only_looked_at(start: Start, journey: Journey) -> None:
    with_plan(journey, "Én")
    page = start(keep=True)
    assert page.page.desk.read_only
    page.go_to(TIME)
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Space)
    assert page.where()[TIME] == "Ikke placeret"
    assert page.ticked() == []
    assert [bool(act.asleep) for act in page.page.foot.secondary] == [False, True]
    journey.file.close()


def test_a_card_is_heard(start: Start) -> None:
    page = start().place(TIME, 4, 4).tick(TIME)
    view = page.page.wall.view()
    assert view is not None
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    assert found.role() == QAccessible.Role.List
    spoken = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"A, {TIME}, Hurtig gevinst, k1.1 · enighed 1, valgt"
    card = found.child(0)
    assert card is not None
    heard = QAccessible.Text
    said = [card.text(kind) for kind in (heard.Name, heard.Description, heard.Value, heard.Help)]
    assert said == [spoken, "", "", ""], "once"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_has_room(start: Start, percent: int) -> None:
    page = start(Mouse, Settings("da", "light", percent))
    for area_ in (page.page.wall, page.page.pane):
        inside = area_.widget()
        assert inside is not None
        assert inside.width() <= area_.viewport().width()
    page.place(GOALS, 2, 2)
    assert page.where()[GOALS] == "Overvej igen"


def test_the_wall_stays_fluid_with_many_areas(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "mange").mkdir()
    many = Journey(tmp_path / "mange", clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 1))
    for name in PEOPLE:
        for sub in many.subcriteria:
            many.answer(name, sub, 1, area=tuple(f"{name} om {sub}, nummer {n}" for n in range(4)))
    many.reveal().settle_all(1).accept()
    words = f"Eva om {many.subcriteria[-1]}, nummer 3"
    last = area(many, words)
    many.file.close()
    page = Improvements(Keys(opened(qtbot, many.path)))
    assert sum(map(len, page.groups().values())) == 400
    page.page.go_to(last)
    view = page.page.wall.view()
    assert view is not None
    at = view.mapTo(page.page.wall.viewport(), QPoint(0, view.top_of(last)))
    assert page.page.wall.viewport().rect().contains(at)
    assert page.card(words).letter in {letters(place) for place in range(380, 400)}
