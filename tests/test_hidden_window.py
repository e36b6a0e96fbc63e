"""Before the reveal the window shows nobody what another has answered: every page, dialog and word of it.

The same file twice, but for what others have answered: what is shown must not tell the two apart.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.bundle.screens.delivery_page import REPORT, REVIEW, SENDER, WHOLE
from kvik_desktop.compose import open_file
from kvik_desktop.desktop import institution
from kvik_desktop.evaluation.collecting.answer_page import usecases as answer_pages
from kvik_desktop.evaluation.own_code.usecases import Seat
from kvik_desktop.evaluation.preparing.path import Part
from kvik_desktop.evaluation.screens.answering_page import AnsweringPage
from kvik_desktop.evaluation.screens.entering_fields import Key
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.evaluation.screens.who_answers import WhoAnswers
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.report.screens.privacy_page import DELETE, EVERYTHING, KEY, NOTICE, PERSON
from kvik_desktop.shell.crash import CrashDialog, report
from kvik_desktop.shell.find_panel import FindPanel
from kvik_desktop.shell.help_dialog import HelpDialog
from kvik_desktop.shell.page import Page
from kvik_desktop.shell.window import RECOVERY, Window
from tests.drivers.answering import Answering
from tests.drivers.hand import Mouse
from tests.journey import PEOPLE, Journey
from tests.looking import Seen, look
from tests.planted import VARIANTS, answer_table, plant, seen_in, words_of
from tests.window import window

VIEWER, OTHER = "Anna", "Bo"
NOBODYS = "2"
"""A score that the last, whose sheet is typed in, has in neither variant."""
MAY_DIFFER = {"start: recovery"}
"""Its picture has the time of day in it; its words are compared without."""


@pytest.fixture(autouse=True)
def _still_caret(qapp: QApplication) -> Iterator[None]:
    """A caret that blinks would be a difference."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@dataclass(frozen=True)
class Files:
    """Where the file lies, its variants, and who is in it."""

    path: Path
    variants: tuple[bytes, ...]
    people: Mapping[str, str]
    """The ids by name."""
    table: Path
    """Where another has answered otherwise than in either variant."""
    own_table: Path
    """The viewer's."""


@pytest.fixture
def files(tmp_path: Path, clock: FixedClock) -> Files:
    """The same evaluation twice: the viewer has answered the same in both, the others have not."""
    journey = Journey(tmp_path, clock).gather_people()
    journey.file.do(answer_pages.prepare, journey.id)
    journey.file.close()
    bare, made = journey.path.read_bytes(), []
    for variant in range(len(VARIANTS)):
        journey.path.write_bytes(bare)
        journey.file = open_file(journey.path)
        plant(journey, variant, same=[VIEWER])
        journey.file.close()
        made.append(journey.path.read_bytes())
    tables = [answer_table(journey, tmp_path / f"{name}.csv", name) for name in (OTHER, VIEWER)]
    return Files(journey.path, tuple(made), journey.people, *tables)


class Walk:
    """Goes everywhere in a window, as the facilitator or in somebody's turn."""

    def __init__(self, made: Window, files: Files) -> None:
        self.window, self.path, self.people = made, files.path, files.people
        self.table, self.own_table = files.table, files.own_table
        made.open(files.path)

    @property
    def page(self) -> Page:
        """The page that is seen."""
        assert self.window.room is not None
        assert self.window.room.page is not None
        return self.window.room.page

    def everything(self) -> Iterator[Seen]:
        """All of it, the turn last, since who has it sees their own."""
        yield from self.pages()
        yield from self.projector()
        yield from self.ways()
        yield from self.dialogs()
        yield from self.start()

    def pages(self) -> Iterator[Seen]:
        """Every page of every stop."""
        about = [f"{kind}/{self.people[OTHER]}" for kind in (PERSON, DELETE)]
        places = {
            "1": [part.value for part in Part],
            "6": [REPORT, REVIEW, SENDER, WHOLE],
            KEY: [NOTICE, EVERYTHING, *about],
        }
        assert self.window.room is not None
        for stop in institution.INSTITUTION.pages:
            for place in ("", *places.get(stop.key, [])):
                self.window.room.go(stop.key, place)
                yield look(f"{stop.key} {place}", self.window)

    def projector(self) -> Iterator[Seen]:
        """What the room sees while the facilitator goes to every stop."""
        room = self.window.room
        assert room is not None
        room.projector.toggle()
        for stop in institution.INSTITUTION.pages:
            room.go(stop.key)
            assert room.projector.window is not None
            yield look(f"projector {stop.key}", room.projector.window)
        room.projector.leave()

    def ways(self) -> Iterator[Seen]:
        """Where the facilitator has others' answers in hand: out, back, typed in, and asked for."""
        page = Answering(Mouse(self.window)).page
        page.collecting.open_hand_out()
        for way, button in page.collecting.hand_out.ways.buttons.items():
            button.click()
            yield look(f"hand out {way.value}", self.window)
        page.collecting.open_take_in()
        page.collecting.take([self.table])
        assert [card.look for card in page.collecting.take_in.cards], "there is a choice to be made"
        yield look("taken in", self.window)
        page.go_to("")
        yield look("names that wait for a choice", self.window)
        yield from self.paper(page)
        page.reminding.begin()
        yield look("reminder", self.window)

    def paper(self, page: AnsweringPage) -> Iterator[Seen]:
        """The sheet of one who has answered already, to the end; and the names before and after."""
        typing = page.collecting.paper
        page.collecting.open_type_in()
        yield look("sheets", self.window)
        assert typing.people is not None
        typing.people.rows[PEOPLE.index(OTHER)].click()
        yield look("a sheet that is handed in", self.window)
        typing.people.rows[-1].click()
        assert typing.view is not None
        assert typing.entering is not None
        yield look("a sheet in hand", self.window)
        for place in ("k1.1", "k1.2", "k2.1"):
            typing.view.gone_to.emit(place, "")
            yield look(f"sheet {place}", self.window)
        typing.view.gone_to.emit("k1.1", "")
        typing.view.signed.emit(NOBODYS)
        yield look("a number that was another", self.window)
        typing.view.open_texts()
        yield look("words of a sheet", self.window)
        while typing.entering.at is not None:
            typing.view.acted.emit(Key.ENTER)
        yield look("the sheet before it is handed in", self.window)
        page.go_to("")

    def names(self) -> Iterator[Seen]:
        """Only where one chooses a name."""
        assert self.window.room is not None
        self.window.room.go("2")
        yield look("names", self.window)

    def choice(self) -> Iterator[Seen]:
        """The viewer's two answers, when both somebody else's file and their own have come back."""
        page = Answering(Mouse(self.window)).page
        page.collecting.take([self.table, self.own_table])
        yield look("both taken in", self.window)
        page.take(self.people[VIEWER])
        assert page.collecting.choice is not None
        yield look("the choice", self.window)
        page.leave()

    def turn(self) -> Iterator[Seen]:
        """Everything in the viewer's own turn."""
        answering = Answering(Mouse(self.window)).take(VIEWER)
        page: AnsweringPage = answering.page
        for place in ("k1.1", "k1.2", "k2.1", FINISH):
            page.show_place(place)
            yield look(f"turn {place}", self.window)
        page.show_place("k1.1")
        page.index.search_wanted.emit()
        assert page.index.search is not None
        for wanted in ("PLANTET", OTHER, "skrev mere"):
            page.index.search.field.clear()
            QTest.keyClicks(page.index.search.field, wanted)
            yield look(f"turn search {wanted}", self.window)
        page.index.close_search()
        page.turn.lock_wanted.emit()
        yield look("turn lock", self.window)
        page.door.closed.emit()
        yield from self.dialogs("turn ")

    def dialogs(self, prefix: str = "") -> Iterator[Seen]:
        """Those that are shown over any page."""
        made = self.window
        fault = report(ValueError(words_of(OTHER, "idea")))
        dialogs: tuple[QWidget, ...] = (
            HelpDialog(made, made.ui, self.page.help, self.page.keys),
            CrashDialog(made, made.ui, fault),
        )
        for dialog in dialogs:
            yield look(f"{prefix}{type(dialog).__name__}", dialog)
            dialog.deleteLater()
        yield from self.search(prefix)

    def search(self, prefix: str) -> Iterator[Seen]:
        """The search through the whole file, which any page leads to."""
        assert self.window.room is not None
        self.window.room.find()
        panel = QApplication.activeModalWidget()
        assert isinstance(panel, FindPanel)
        for wanted in ("PLANTET", OTHER, "skrev mere", "e"):
            panel.field.setText(wanted)
            yield look(f"{prefix}find {wanted}", panel)
        panel.reject()

    def start(self) -> Iterator[Seen]:
        """The start page and those behind it."""
        self.window.leave()
        yield look("start", self.window)
        for name, given in ((RECOVERY, self.path), ("facilitator", self.path.parent)):
            self.window.start.go(name, given)
            yield look(f"start: {name}", self.window)
        self.window.start.back()


def walked(
    qtbot: QtBot, clock: FixedClock, files: Files, variant: int, walk: Callable[[Walk], Iterator[Seen]]
) -> list[Seen]:
    """What is seen of one variant, by a user who has never opened it before."""
    shutil.rmtree(files.path.parent / "brugerdata", ignore_errors=True)
    files.path.write_bytes(files.variants[variant])
    made = window(qtbot, clock=clock)
    seen = list(walk(Walk(made, files)))
    made.close()
    return seen


def faults(first: list[Seen], second: list[Seen], may: frozenset[str]) -> Iterator[str]:
    """Whose words are seen that must not be, and where the two variants can be told apart."""
    assert [each.name for each in first] == [each.name for each in second]
    for one, other in zip(first, second, strict=True):
        whose = seen_in(one.words) | seen_in(other.words)
        if not whose <= may:
            yield f"{one.name}: words of {sorted(whose - may)}"
        differ = sorted(set(one.words) ^ set(other.words))
        if differ:
            yield f"{one.name}: tells them apart: {differ[:4]}"
        elif one.picture != other.picture and one.name not in MAY_DIFFER:
            yield f"{one.name}: looks otherwise"


def found(
    qtbot: QtBot,
    clock: FixedClock,
    files: Files,
    walk: Callable[[Walk], Iterator[Seen]],
    *may: str,
) -> list[str]:
    """The faults of a walk."""
    first, second = (walked(qtbot, clock, files, variant, walk) for variant in range(len(VARIANTS)))
    return list(faults(first, second, frozenset(may)))


def test_the_facilitator_is_told_nothing(qtbot: QtBot, clock: FixedClock, files: Files) -> None:
    assert found(qtbot, clock, files, Walk.everything) == []


def test_who_has_the_turn_is_told_nothing_of_others(qtbot: QtBot, clock: FixedClock, files: Files) -> None:
    assert found(qtbot, clock, files, Walk.turn, VIEWER) == []


def test_who_chooses_between_two_answers_is_told_nothing_of_others(
    qtbot: QtBot, clock: FixedClock, files: Files
) -> None:
    assert found(qtbot, clock, files, Walk.choice, VIEWER) == []


def test_when_the_turn_is_over_nothing_of_it_is_left(qtbot: QtBot, clock: FixedClock, files: Files) -> None:
    """What was written, copied and searched for in the turn is not there for the next."""

    def walk(walk: Walk) -> Iterator[Seen]:
        list(walk.turn())
        page = Answering(Mouse(walk.window)).page
        page.show_place("k1.1")
        QApplication.clipboard().setText(words_of(VIEWER, "idea"))
        page.leave()
        yield look("after the turn", walk.window)
        page.take(walk.people[OTHER])
        page.leave()
        yield look("after the next turn", walk.window)

    assert found(qtbot, clock, files, walk) == []


def _tip(page: WhoAnswers, figure: int) -> None:
    page.setToolTip(words_of(OTHER, "idea"))


def _heard(page: WhoAnswers, figure: int) -> None:
    page.setAccessibleDescription(str(figure))


def _painted(page: WhoAnswers, figure: int) -> None:
    bar = QWidget(page)
    bar.setStyleSheet("background: red")
    bar.setGeometry(0, 0, 10 + 10 * figure, 10)
    bar.show()


@pytest.mark.parametrize(
    ("leak", "told"), [(_tip, "words of ['Bo']"), (_heard, "tells them apart"), (_painted, "looks otherwise")]
)
def test_a_fault_is_found(
    qtbot: QtBot,
    clock: FixedClock,
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
    leak: Callable[[WhoAnswers, int], None],
    told: str,
) -> None:
    """Planted in the page of names: a tool tip, what a screen reader hears, a bar as long as a score."""
    before, shown = WhoAnswers.show_seat, list[WhoAnswers]()

    def show(page: WhoAnswers, seat: Seat) -> None:
        before(page, seat)
        if page not in shown:
            shown.append(page)
        leak(page, shown.index(page))

    monkeypatch.setattr(WhoAnswers, "show_seat", show)
    assert [told in each for each in found(qtbot, clock, files, Walk.names)] == [True]


def test_after_the_reveal_the_board_has_no_names(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people()
    for place, name in enumerate(PEOPLE):
        journey.answer(name, "k1.1", place, strength=(f"Udsagn {place}",), area=("Vi måler for lidt",))
    journey.reveal()
    journey.file.close()
    made = window(qtbot, clock=clock)
    made.open(journey.path)
    assert made.room is not None
    for move in range(1, 5):
        made.room.go("3", f"k1.1/{move}")
        assert made.room.page is not None
        told = " ".join(look("board", made.room.page).words)
        assert move == 1 or "Udsagn 1" in told, "the board is shown"
        assert [name for name in PEOPLE if name in told] == []
