"""The report on the page: seen, in either language, saved, printed, and what is missing before it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.report.screens import report_view
from kvik_desktop.report.screens.printing import SystemPrinting
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.window import Window
from tests.bundle.material import ready
from tests.drivers.hand import HANDS, Hand, Mouse
from tests.drivers.report import Reporting
from tests.journey import PEOPLE, Journey
from tests.window import opened


class ToldPrinting:
    """Remembers what was printed; answers as the test has laid out."""

    def __init__(self, *, wanted: bool = True) -> None:
        self.wanted = wanted
        self.printed: list[bytes] = []

    def ask(self, parent: QWidget, title: str) -> bool:
        return self.wanted

    def put(self, pages: Sequence[bytes]) -> None:
        self.printed += pages


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Hand:
    """One with only a mouse, one with only a keyboard, at an accepted evaluation."""
    journey = ready(tmp_path, clock)
    journey.file.close()
    make: Callable[[Window], Hand] = request.param
    return make(opened(qtbot, journey.path))


def at(qtbot: QtBot, journey: Journey) -> Reporting:
    """The page at an evaluation that is as far as the journey."""
    journey.file.close()
    return Reporting(Mouse(opened(qtbot, journey.path)))


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".html"])
def test_it_is_saved_in_the_form_of_the_row(hand: Hand, tmp_path: Path, ending: str) -> None:
    out = tmp_path / "ude" / f"rapport{ending}"
    out.parent.mkdir()
    Reporting(hand).save(ending, out)
    assert out.stat().st_size > 5_000
    assert list(out.parent.iterdir()) == [out]


def test_a_name_without_ending_gets_the_right_one(hand: Hand, tmp_path: Path) -> None:
    Reporting(hand).save(".pdf", tmp_path / "uden endelse")
    assert (tmp_path / "uden endelse.pdf").exists()


def test_nothing_is_saved_where_one_gives_up(hand: Hand, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    Reporting(hand).save(".pdf", None)
    assert sorted(tmp_path.iterdir()) == before


def test_the_other_language_is_another_report(hand: Hand, tmp_path: Path) -> None:
    report = Reporting(hand)
    assert report.pages > 5
    report.language("en").save(".html", tmp_path / "report.html")
    assert '<html lang="en"' in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_it_is_printed_as_it_is_seen(hand: Hand) -> None:
    report = Reporting(hand)
    told = ToldPrinting()
    report.view.make_printing = lambda: told
    report.print()
    assert len(told.printed) == report.pages


def test_nothing_is_printed_where_one_gives_up(hand: Hand) -> None:
    report = Reporting(hand)
    told = ToldPrinting(wanted=False)
    report.view.make_printing = lambda: told
    report.print()
    assert told.printed == []


def test_without_printing_the_pdf_is_handed_to_the_system(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []

    def remember(path: Path) -> bool:
        shown.append(path)
        return True

    monkeypatch.setattr(report_view, "can_print", lambda: False)
    monkeypatch.setattr(report_view, "open_file", remember)
    report = Reporting(hand)
    report.step.told(tmp_path / "til papir.pdf")
    report.print()
    assert shown == [tmp_path / "til papir.pdf"]
    assert shown[0].read_bytes().startswith(b"%PDF")


def test_what_went_wrong_is_told_beside_it_until_it_goes_well(hand: Hand, tmp_path: Path) -> None:
    reporting = Reporting(hand).save(".pdf", tmp_path / "væk" / "rapport.pdf")
    assert problems(reporting) == ["rapport.pdf kan ikke gemmes: mappen eller filen findes ikke."]
    assert not reporting.view.progress.isVisible()
    reporting.save(".pdf", tmp_path / "rapport.pdf")
    assert problems(reporting) == []


def problems(reporting: Reporting) -> list[str]:
    """What the view says has gone wrong."""
    notes = reporting.view.findChildren(Note)
    return [note.accessibleName() for note in notes if note.isVisible() and note.kind == "problem"]


def test_the_evaluation_file_is_never_replaced(hand: Hand, tmp_path: Path) -> None:
    room = hand.window.room
    assert room is not None
    file = room.desk.path
    link = tmp_path / "rapport.pdf"
    link.symlink_to(file)
    before = file.read_bytes()
    Reporting(hand).save(".pdf", link)
    assert file.read_bytes() == before
    assert link.is_symlink()


def test_before_acceptance_it_says_what_is_missing(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3)).reveal()
    report = at(qtbot, journey)
    note = report.missing()
    assert note is not None
    assert "20 delkriterier" in note.accessibleDescription()
    assert report.pages > 5
    assert report.step.asleep == "Resultatet skal godkendes først"
    report.hand.press(note.buttons[0])
    room = report.hand.window.room
    assert room is not None
    assert room.place.startswith("3")


def test_an_accepted_result_without_a_plan_is_said_too(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    report = at(qtbot, Journey(tmp_path, clock).accepted())
    note = report.missing()
    assert note is not None
    assert note.kind == "info"
    assert report.step.asleep == ""


def test_nothing_is_missing_from_an_approved_plan(hand: Hand) -> None:
    assert Reporting(hand).missing() is None


def test_pages_come_out_of_the_printer(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    journey = ready(tmp_path, clock)
    report = at(qtbot, journey)
    made = report.view.shown_pages()
    printing = SystemPrinting()
    printing.into_file(tmp_path / "papir.pdf")
    printing.put(made[:3])
    assert len(PdfReader(tmp_path / "papir.pdf").pages) == 3
