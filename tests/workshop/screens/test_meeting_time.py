"""The clock of the meeting as a facilitator has it: quiet until started, never in the way, and cheap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.clock import FixedClock, SystemClock
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.shell.widgets.cells import CELL
from kvik_desktop.shell.window import Window
from kvik_desktop.workshop.projected import Pause
from kvik_desktop.workshop.screens.board_acts import OVERVIEW
from kvik_desktop.workshop.screens.timekeeping.day_view import DAY
from kvik_desktop.workshop.screens.timekeeping.keeper import Keeper
from kvik_desktop.workshop.screens.timekeeping.time_words import about, face_of, in_fives, late
from kvik_desktop.workshop.timekeeping.model import Going
from tests.drivers.consensus import Consensus
from tests.drivers.hand import HANDS, Hand, Keys, frame
from tests.drivers.meeting_time import MeetingClock, Watch
from tests.journey import PEOPLE, Journey
from tests.window import opened

HandOf = Callable[[Window], Hand]
Start = Callable[..., MeetingClock]


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five who agree on 40, except on 3.3 (red) and 4.5 (amber)."""
    journey = Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()
    journey.answer_all(dict.fromkeys(PEOPLE, 40))
    journey.answer("Bo", "3.3", 95).answer("Bo", "4.5", 62)
    yield journey.reveal()
    journey.file.close()


@pytest.fixture
def watch(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """What every file that is opened goes by."""
    watch = Watch(clock.at)
    monkeypatch.setattr(SystemClock, "now", lambda _: watch.at)
    monkeypatch.setattr(Keeper, "passed", lambda _: timedelta())
    return watch


@pytest.fixture
def start(qtbot: QtBot, journey: Journey, watch: Watch) -> Start:
    def begin(hand: HandOf = Keys, **kwargs: Any) -> MeetingClock:
        journey.file.close()
        return MeetingClock(Consensus(hand(opened(qtbot, journey.path, **kwargs))), watch)

    return begin


BOTH = pytest.mark.parametrize("hand", HANDS)


def seen(time: MeetingClock) -> list[str]:
    line = time.line
    parts = {"start": line.start, "face": line.face, "pause": line.toggle, "late": line.late}
    return [name for name, part in parts.items() if part.isVisible()]


def undo_name(time: MeetingClock) -> str:
    return frame(time.hand.window).top._undo.accessibleName()


@BOTH
def test_one_quiet_button_until_somebody_starts_it(start: Start, hand: HandOf) -> None:
    time = start(hand)
    assert seen(time) == ["start"]
    time.start()
    assert (seen(time), time.going) == (["face", "pause"], Going.RUNNING)
    assert time.words == "30 min. tilbage af 30 min."
    time.pause()
    assert (time.going, time.line.toggle.text()) == (Going.PAUSED, "Fortsæt")
    time.pause()
    assert time.going is Going.RUNNING


def test_before_the_answers_are_open_there_is_no_clock(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, watch: Watch
) -> None:
    waiting = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    waiting.file.close()
    assert seen(MeetingClock(Consensus(Keys(opened(qtbot, waiting.path))), watch)) == []


def test_space_pauses_where_it_has_nothing_else_to_do(start: Start) -> None:
    time = start().start()
    page = time.meeting.page
    assert page.agenda is not None
    page.agenda.list.setFocus()
    time.space()
    assert time.going is Going.PAUSED
    time.meeting.go_to_move(3)
    time.space()
    assert (time.going, time.meeting.move) == (Going.RUNNING, 3)
    time.meeting.go_to_move(4).agree(50)
    time.space()
    assert (time.going, time.meeting.stair().score) == (Going.PAUSED, 50)


def test_space_is_a_space_where_one_writes_and_a_press_on_a_button(start: Start) -> None:
    time = start().start()
    time.meeting.go_to_move(4).agree(90).because("To ord")
    assert time.going is Going.RUNNING
    time.meeting.other("Parkér")
    assert time.going is Going.RUNNING


def test_space_does_nothing_before_it_is_started(start: Start) -> None:
    time = start()
    time.meeting.go_to_move(2)
    time.space()
    assert time.going is Going.NOT_BEGUN


def test_what_the_group_takes_up_is_counted_and_what_is_only_looked_at_is_not(start: Start) -> None:
    time = start().start()
    time.meeting.go_to("4.5")
    time.meeting.go_to("3.3")
    assert not time.keeper._is_elsewhere
    time.meeting.go_to("4.5")
    assert time.keeper.time.tally.item == "3.3"
    time.keeper.settle_down()
    assert time.keeper.time.tally.item == "4.5"
    time.meeting.go_to_move(4).next()
    assert time.meeting.at == "3.3"
    time.meeting.go_to("afgjort").go_to("4.5")
    time.keeper.settle_down()
    assert time.keeper.time.tally.item != "4.5", "a settled one is looked at, not taken up"


def test_the_time_of_a_settled_one_stands_in_the_agenda(start: Start) -> None:
    time = start().start().pass_by(12)
    time.meeting.go_to_move(4).agree(45).next()
    time.meeting.go_to("afgjort")
    assert time.meeting.row("3.3").second.endswith("12 min.")
    assert time.meeting.row("4.5").second == ""
    time.meeting.go_to(OVERVIEW)
    overview = time.meeting.page.overview
    assert overview is not None
    told = [overview.table.model().index(row, 0).data(CELL).second for row in range(28)]
    assert [said for said in told if "Brugt" in said] == ["Fastlagt til 45 · Brugt 12 min."]


def test_when_the_result_is_accepted_there_is_no_more_time_to_keep(start: Start) -> None:
    time = start()
    for key in ("3.3", "4.5"):
        time.meeting.go_to(key).go_to_move(4).agree(45).next()
        if time.meeting.at == key:
            time.meeting.next()
    time.meeting.go_to("samlet").next()
    time.start()
    time.meeting.go_to("resultat").next()
    assert (time.going, seen(time)) == (Going.PAUSED, [])


@BOTH
def test_the_day_is_reached_from_the_clock_and_left_for_where_one_was(start: Start, hand: HandOf) -> None:
    time = start(hand).start()
    time.see_day()
    assert time.meeting.at == DAY
    time.meeting.next()
    assert time.meeting.at == "3.3"


def test_the_day_leads_back_to_where_one_was_also_after_lunch(
    qtbot: QtBot, journey: Journey, start: Start, watch: Watch
) -> None:
    time = start()
    time.meeting.go_to("4.5").go_to_move(3)
    time.start().see_day()
    assert time.meeting.page.place == f"{DAY}/4.5/3"
    time.hand.window.close()
    again = MeetingClock(Consensus(Keys(opened(qtbot, journey.path))), watch)
    assert again.meeting.at == DAY
    again.see_day()
    again.meeting.next()
    assert (again.meeting.at, again.meeting.move) == ("4.5", 3)


def test_breaks_and_going_home_from_the_day(start: Start) -> None:
    time = start().start().pass_by(4)
    time.press(Qt.Key.Key_T)
    assert time.meeting.at == DAY
    time.meeting.other("Hold pause")
    assert (time.going, time.meeting.next_words) == (Going.BREAK, "Vi begynder igen")
    assert time.words == "Pause i 0 min."
    time.pass_by(30).meeting.next()
    assert time.going is Going.RUNNING
    time.meeting.other("Slut for i dag")
    assert (time.going, time.words, seen(time)) == (Going.HOME, "Slut for i dag", ["face", "pause"])
    time.meeting.next()
    assert (time.going, time.meeting.next_words) == (Going.RUNNING, "Tilbage til mødet")


def test_minutes_are_planned_in_place_and_undone(start: Start) -> None:
    time = start()
    time.press(Qt.Key.Key_T)
    field = time.day.minutes.fields["3.3"]
    assert field.hasFocus()
    field.selectAll()
    QTest.keyClicks(field, "45")
    time.day.flush()
    assert time.keeper.time.planned["3.3"] == 45
    assert undo_name(time) == "Fortryd: minutter til 3.3"
    time.meeting.undo()
    assert (time.keeper.time.planned["3.3"], field.value()) == (30, 30)


def test_marks_never_show_in_undo(start: Start) -> None:
    time = start()
    time.meeting.go_to_move(4).agree(45).next()
    name = undo_name(time)
    time.start().pause()
    time.keeper.note_sign()
    assert (undo_name(time), name) == ("Fortryd: fastlæg 3.3", "Fortryd: fastlæg 3.3")
    time.meeting.undo()
    assert time.going is Going.PAUSED


def test_the_clock_goes_on_where_it_was_after_the_program_was_gone(
    start: Start, qtbot: QtBot, journey: Journey, watch: Watch
) -> None:
    time = start().start().pass_by(6)
    time.hand.window.close()
    watch.at += timedelta(minutes=1)
    again = MeetingClock(Consensus(Keys(opened(qtbot, journey.path))), watch)
    assert (again.going, again.words) == (Going.RUNNING, "23 min. tilbage af 30 min.")
    watch.at += timedelta(minutes=50)
    again.keeper.note_sign()
    assert (again.going, again.line.face.face.figure) == (Going.STILL, "Uret står stille")
    again.pause().pass_by(4)
    assert again.words == "20 min. tilbage af 30 min."


def test_over_time_is_amber_and_says_by_how_much(start: Start) -> None:
    time = start().start().pass_by(32)
    assert (time.words, time.line.face.face.tone) == ("2 min. over af 30 min.", "amber")
    assert time.line.face.face.share == 1.0


def test_late_is_told_in_fives_and_not_before_it_matters(start: Start) -> None:
    time = start().start()
    assert "late" not in seen(time)
    found = time.keeper.time.forecast
    assert found is not None
    assert late(found, Translator("da")) == ("", "")
    behind = replace(found, behind=72)
    assert late(behind, Translator("da")) == ("1 t. 10 min. bagud", "+1 t. 10 min.")
    assert [in_fives(minutes) for minutes in (2, 3, 7, 8, -3)] == [0, 5, 5, 10, -5]


class Painted(QObject):
    """Notes who is painted or laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.who: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.LayoutRequest):
            self.who.add(watched)
        return False


def test_a_second_paints_the_face_alone_and_lays_out_nothing(start: Start, qtbot: QtBot) -> None:
    time = start().start().pass_by(1.5)
    window = time.hand.window
    qtbot.wait(50)
    painted = Painted()
    for widget in window.findChildren(QWidget):
        widget.installEventFilter(painted)
    name = time.words
    face = time.line.face
    face.show_face(
        face_of(time.keeper.time.at(time.keeper.time.moment + timedelta(seconds=7)), Translator("da")),
        face.face,
    )
    QApplication.sendPostedEvents()
    window.repaint(face.geometry().translated(face.mapTo(window, face.rect().topLeft())))
    inside = {
        each for each in painted.who if isinstance(each, QWidget) and time.meeting.page.isAncestorOf(each)
    }
    assert inside == set()
    assert time.words == name, "a screen reader is not told each second"


def test_the_room_is_told_whole_minutes_and_the_break(start: Start) -> None:
    time = start().start().pass_by(7)
    page = time.meeting.page
    assert page.time_left is not None
    assert (page.time_left.said, page.time_left.over) == ("23 min.", False)
    time.pass_by(25)
    assert (page.time_left.said, page.time_left.over) == ("2 min. over", True)
    time.keeper.hold_break()
    assert isinstance(page.pause, Pause)
    time.keeper.go_on()
    assert page.pause is None


def test_what_is_told_of_the_clock_follows_the_language(start: Start) -> None:
    time = start().start()
    moment = time.keeper.time.moment.astimezone().replace(hour=9, minute=58, second=0)
    assert about(moment, Translator("da")) == "10.00"
    assert about(moment, Translator("en")) == "10:00"


def test_the_clock_goes_on_in_another_language_and_look(start: Start) -> None:
    """The old line outlives its page for a moment, and must not ask it anything."""
    time = start().start().pass_by(3)
    window = time.hand.window
    window.change_look(replace(window.settings, language="en", theme="dark"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (time.going, seen(time)) == (Going.RUNNING, ["face", "pause"])
    assert time.line.face.face.figure == "27:00"
