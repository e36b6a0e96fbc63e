"""What the room sees of the plan and the follow-up: what stands in the plan, and nobody's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.action_plan import editing, follow_up
from kvik_desktop.action_plan import usecases as plans
from kvik_desktop.action_plan.model import Action, ActionNote, Measurement, PlannedAction, Status
from kvik_desktop.action_plan.pages import plan_page
from kvik_desktop.action_plan.projected import SeenActions, SeenField, SeenMovement, SeenRow, Tone
from kvik_desktop.action_plan.screens.action_model import Column
from kvik_desktop.action_plan.screens.follow_up_page import FollowUpPage
from kvik_desktop.action_plan.screens.plan_look import View
from kvik_desktop.action_plan.screens.plan_page import PlanPage
from kvik_desktop.action_plan.screens.projected.actions_showing import planned
from kvik_desktop.action_plan.screens.projected.actions_slide import ActionsSlide, actions_projection
from kvik_desktop.action_plan.screens.projected.movement_slide import movement_projection
from kvik_desktop.action_plan.status_meetings import usecases as meetings
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.shell.projector.neutral_slide import neutral
from kvik_desktop.shell.projector.projection import Projection
from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.settings import Settings
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.window import Window
from tests import access
from tests.action_plan.material import with_areas, with_plan
from tests.drivers.follow_up import FollowingUp
from tests.drivers.hand import Keys
from tests.drivers.plan import Planning
from tests.drivers.projector import Screen
from tests.journey import PEOPLE, Journey
from tests.looking import look
from tests.several import FIVE_ALIKE, Several
from tests.window import PATIENCE, opened
from tests.workshop.screens.test_slides import SIZES, in_language, outside

SECRET = "PLANTET"
LONG_AGO = date(2020, 1, 15)
NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return with_areas(tmp_path, clock)


@pytest.fixture
def start(qtbot: QtBot, journey: Journey) -> Callable[[], Planning]:
    def begin() -> Planning:
        journey.file.close()
        return Planning(Keys(opened(qtbot, journey.path)))

    return begin


@pytest.fixture
def ui(qtbot: QtBot) -> Ui:
    return in_language("da")


@pytest.fixture
def tr() -> Translator:
    return Translator()


def in_front(qtbot: QtBot, page: PlanPage | FollowUpPage) -> ProjectorWindow:
    """The projector over the facilitator's window, with the keyboard."""
    window = page.window()
    assert isinstance(window, Window)
    assert window.room is not None
    window.room.projector.toggle()
    screen = window.room.projector.window
    assert screen is not None
    qtbot.waitUntil(screen.isActiveWindow, timeout=PATIENCE)
    return screen


def given(page: PlanPage | FollowUpPage) -> SeenActions:
    projection = page.projection
    assert projection is not None
    assert isinstance(projection.given, SeenActions)
    return projection.given


def planted(journey: Journey) -> None:
    """All that is written about an action, and of a status meeting, that is not the room's."""
    one, two = with_plan(journey, "Morgenmøde", "Færre papirer")
    file, own = journey.file, journey.id
    file.do(editing.amend, own, one, description=f"{SECRET} beskrivelse", responsible="Anna")
    file.do(editing.amend, own, one, deadline=LONG_AGO, success="Ingen løber", hours=Decimal(77713))
    file.do(editing.set_participants, own, one, [f"{SECRET} deltager"])
    file.do(editing.set_prerequisites, own, one, [], [f"{SECRET} forudsætning"])
    file.do(plans.approve, own, "Eva")
    file.do(meetings.begin, own)
    file.do(follow_up.note, own, one, f"{SECRET} notat")
    file.do(follow_up.measure, own, one, date(2026, 2, 1), Decimal(7), f"{SECRET} bemærkning")
    file.do(follow_up.set_status, own, two, Status.DROPPED, f"{SECRET} begrundelse")


# Step 5


def test_the_room_is_asked_for_what_is_lacking(start: Callable[[], Planning], journey: Journey) -> None:
    with_plan(journey, "Mere tid", "Færre papirer")
    page = start()
    seen = given(page.page)
    assert seen.about == "Handlingsplan"
    assert seen.rows == (SeenRow(1, "Mere tid"), SeenRow(2, "Færre papirer"))
    assert seen.at == 0
    assert seen.fields == (
        SeenField("Ansvarlig", "Hvem har ansvaret?", Tone.ASKED),
        SeenField("Frist", "Hvornår?", Tone.ASKED),
        SeenField("Sådan ser I det", "Hvordan kan I se det?", Tone.ASKED),
    )


def test_the_room_follows_the_table_and_sees_what_is_kept(
    start: Callable[[], Planning], journey: Journey
) -> None:
    with_plan(journey, "Mere tid", "Færre papirer")
    page = start().go_to("Færre papirer")
    assert given(page.page).at == 1
    page.open("Færre papirer", Column.WHO)
    QTest.keyClicks(page.field, "Bo")
    assert given(page.page).fields[0].tone is Tone.ASKED, "it is not shown while it is typed"
    page.enter()
    page.edit("Færre papirer", Column.WHEN, "1/3-27").edit("Færre papirer", Column.HOW, "Ingen løber")
    assert [each.words for each in given(page.page).fields] == ["Bo", "01.03.2027", "Ingen løber"]
    page.page.show_view(View.BOARD)
    assert given(page.page).at == 1


def test_without_a_plan_the_room_sees_the_name_of_the_step(start: Callable[[], Planning]) -> None:
    assert start().page.projection == neutral("Handlingsplan")


def test_a_deadline_that_has_passed_is_said_and_what_is_done_is_not_asked_for(
    journey: Journey, tr: Translator
) -> None:
    one, two = with_plan(journey, "Mere tid", "Færre papirer")
    journey.file.do(editing.amend, journey.id, one, deadline=LONG_AGO)
    journey.file.do(follow_up.set_status, journey.id, two, Status.DONE)
    plan = journey.file.ask(plan_page)
    late, done = (planned(plan, [one, two], key, tr).given for key in (one, two))
    assert late.fields[1] == SeenField("Frist", "15.01.2020 · Over fristen", Tone.LATE)
    assert [each.words for each in done.fields] == ["–", "–", "–"]


def test_from_the_only_screen_one_goes_through_the_plan_but_never_on(
    start: Callable[[], Planning], journey: Journey, qtbot: QtBot
) -> None:
    with_plan(journey, "Mere tid", "Færre papirer")
    page = start().page
    screen = in_front(qtbot, page)
    for key, at in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0)):
        QTest.keyClick(screen, key)
        assert given(page).at == at
    page.ask_approval()
    page.questions.approval.line.setText("Anna")
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.plan is not None
    assert page.plan.evaluation.plan_approved is None
    assert page.isVisible()
    screen.close()


# Step 7


def test_at_a_status_meeting_the_room_sees_how_far_an_action_is(qtbot: QtBot, journey: Journey) -> None:
    planted(journey)
    journey.file.close()
    page = FollowingUp(Keys(opened(qtbot, journey.path))).page
    seen = given(page)
    assert seen.about == "Statusmøde"
    assert [(row.title, row.status) for row in seen.rows] == [
        ("Morgenmøde", "Planlagt"),
        ("Færre papirer", "Droppet"),
    ]
    assert [(field.name, field.words) for field in seen.fields] == [
        ("Status", "Planlagt"),
        ("Frist", "15.01.2020 · Over fristen"),
        ("Målinger", "01.02.2026: 7"),
    ]
    page.acts._do(follow_up.set_status, Status.IN_PROGRESS, "")
    last = next(field for field in given(page).fields if field.name == "Sket sidst")
    assert last.words.endswith(" · I gang")


def test_from_the_only_screen_a_status_meeting_goes_on_to_its_end_and_no_further(
    qtbot: QtBot, journey: Journey
) -> None:
    planted(journey)
    journey.file.close()
    page = FollowingUp(Keys(opened(qtbot, journey.path))).page
    screen = in_front(qtbot, page)
    for _ in range(3):
        QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.found is not None
    assert page.found.meetings.open is not None, "the end is written where it is seen"
    assert page.is_finishing
    assert page.projection == neutral("Opfølgning")
    screen.close()


def test_the_minutes_are_not_the_rooms(qtbot: QtBot, journey: Journey) -> None:
    planted(journey)
    journey.file.do(meetings.finish, journey.id, None, "Anna og Bo", f"{SECRET} om mødet")
    journey.file.close()
    driver = FollowingUp(Keys(opened(qtbot, journey.path)))
    driver.page.see("moeder")
    assert driver.page.projection == neutral("Opfølgning")


def test_the_room_sees_what_has_moved(qtbot: QtBot, tmp_path: Path) -> None:
    made = Several(tmp_path, FIVE_ALIKE[:2])
    made.file.close()
    page = FollowingUp(Keys(opened(qtbot, made.path))).page
    page.see("siden-sidst")
    assert page.projection is not None
    seen = page.projection.given
    assert isinstance(seen, SeenMovement)
    assert page.found is not None
    assert len(seen.rows) == len(list(page.found.package.subcriteria()))
    assert seen.rows[0] == (
        "1.1 Retning: mission, vision og værdier",
        f"19{NO_BREAK}→{NO_BREAK}26 · omtrent som før",
    )
    assert seen.near.startswith("En forskel på op til ")


# Nobody's own


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_notes_or_people_is_in_the_room(
    qtbot: QtBot, journey: Journey, language: Language
) -> None:
    planted(journey)
    journey.file.close()
    screen = Screen(qtbot, opened(qtbot, journey.path, Settings(language=language)))
    others = [name for name in PEOPLE if name != "Anna"]
    for stop in "57":
        screen.room.go(stop)
        page = screen.room.page
        assert isinstance(page, PlanPage | FollowUpPage)
        for _ in given(page).rows:
            told = screen.told()
            assert "Morgenmøde" in told
            assert SECRET not in told
            assert "77713" not in told
            assert [name for name in others if name in told.split()] == []
            page.driving["Down"]()
    assert screen.projector.windowTitle() == "KVIK"
    screen.room.projector.leave()


# The slides


LONG = "Færre klager over ventetiden, og flere, der siger, at nogen hører efter om aftenen og i weekenden. "


def slides() -> Iterator[Projection]:
    """Few and many actions, short and long words, and what has moved."""
    asked = tuple(SeenField(name, f"{name}?", Tone.ASKED) for name in ("Ansvarlig", "Frist", "Tegn"))
    few = (SeenRow(1, "Mere tid"), SeenRow(2, "Færre papirer"))
    many = tuple(
        SeenRow(n, f"Tiltag nummer {n} med et navn, der fylder", "I gang" if n % 2 else "") for n in range(60)
    )
    yield actions_projection(SeenActions("Handlingsplan", few, 0, asked))
    late = SeenField("Frist", LONG, Tone.LATE)
    yield actions_projection(SeenActions("Statusmøde", many, 40, (*asked, late)))
    yield actions_projection(SeenActions("Handlingsplan", many[:7], None))
    whole = (SeenRow(1, LONG), *few)
    yield actions_projection(SeenActions("Handlingsplan", whole, 0, (SeenField("Tegn", LONG * 9), *asked)))
    rows = tuple((f"{n}.1 {LONG[:50]}", f"38{NO_BREAK}→{NO_BREAK}51 · flyttet op") for n in range(28))
    yield movement_projection(SeenMovement(rows, "En forskel på op til 5 point regnes for omtrent som før."))


def shown(qtbot: QtBot, ui: Ui, what: Projection, size: tuple[int, int]) -> ProjectorWindow:
    window = ProjectorWindow(ui, what)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    return window


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_all_of_it_is_there(qtbot: QtBot, language: Language, size: tuple[int, int]) -> None:
    ui, found = in_language(language), []
    for number, what in enumerate(slides()):
        window = shown(qtbot, ui, what, size)
        window.grab()
        found += [f"{number}: {fault}" for fault in outside(window)]
    assert found == []


def test_no_slide_takes_focus_or_is_nameless(qtbot: QtBot, ui: Ui) -> None:
    for what in slides():
        view = access.seen(shown(qtbot, ui, what, SIZES[0]))
        assert access.stops(view) == []
        assert list(access.unheard(view)) == []


def test_the_list_turns_to_the_action_and_can_be_looked_through(qtbot: QtBot, ui: Ui) -> None:
    rows = tuple(SeenRow(n, f"Nr. {n}") for n in range(1, 61))
    window = shown(qtbot, ui, actions_projection(SeenActions("Handlingsplan", rows, 40)), SIZES[0])
    slide = window.slide
    assert isinstance(slide, ActionsSlide)
    assert "Nr. 41" in words(slide.list)
    at = slide.page
    slide.turn(-at)
    assert "Nr. 1" in words(slide.list)
    window.show_projection(ui, actions_projection(SeenActions("Plan", rows, 40)))
    assert slide.page == 0, "nothing turns while the action is the same"
    window.show_projection(ui, actions_projection(SeenActions("Plan", rows, 41)))
    assert "Nr. 42" in words(slide.list)
    assert slide.pages * 7 >= 60


def words(part: QWidget) -> set[str]:
    return set(look("list", part).words)


def test_the_same_words_are_as_large_again_where_there_is_room(qtbot: QtBot, ui: Ui) -> None:
    long, short = (SeenField("Tegn", words) for words in (LONG * 9, "Ro"))
    rows = (SeenRow(1, "Mere tid"),)
    window = shown(qtbot, ui, actions_projection(SeenActions("Plan", rows, 0, (long,))), SIZES[0])
    slide = window.slide
    assert isinstance(slide, ActionsSlide)
    part = slide._parts[0].words
    assert part.size_on_slide == "text"
    assert part.text().endswith(" …")
    window.show_projection(ui, actions_projection(SeenActions("Plan", rows, 0, (short,))))
    assert (part.size_on_slide, part.text()) == ("title", "Ro")


# The data


def test_an_action_that_is_gone_is_nobodys_place(journey: Journey, tr: Translator) -> None:
    [one] = with_plan(journey, "Mere tid")
    plan = journey.file.ask(plan_page)
    seen = planned(plan, [one], "borte", tr).given
    assert (seen.at, seen.fields) == (None, ())
    assert planned(plan, ["borte"], "borte", tr) == neutral("Handlingsplan")


def test_no_data_of_the_room_has_a_place_for_what_is_private() -> None:
    names = {name for kind in (SeenActions, SeenField, SeenRow, SeenMovement) for name in kind.__slots__}
    theirs = {name for kind in (Action, ActionNote, Measurement, PlannedAction) for name in kind.__slots__}
    assert names & theirs == {"at", "number", "title", "status"}, "at is the place in a list"
