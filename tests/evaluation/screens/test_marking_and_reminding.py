"""Answers that one wants to look at again, and reminders to those who have not handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.screens.index_rows import FINISH
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import Rating
from kvik_desktop.shell.window import Window
from tests.drivers.answering import Answering
from tests.drivers.hand import HANDS, Hand, Keys, Mouse, pick
from tests.evaluation.screens.answering_stage import begin, kept, words_on
from tests.journey import PEOPLE, Journey


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Journey:
    return Journey(tmp_path, clock, "kvik", Method.CLASSICAL).gather_people()


@pytest.mark.parametrize("hand", HANDS)
def test_a_marked_answer_counts_and_is_come_back_to(
    qtbot: QtBot, journey: Journey, hand: Callable[[Window], Hand]
) -> None:
    page = begin(qtbot, journey.answer_all({"Bo": 40}), hand).take("Bo").go_to("3.3").mark()
    own = kept(page, journey, "Bo")
    assert (own.marked, own.missing) == (("3.3",), ())
    assert own.of("3.3").rating == Rating(40)
    page.go_to("1.1")
    assert page.next_words == "Næste: 3.3 Inddragelse og trivsel"
    page.go_to(FINISH)
    assert "Det ville du se på igen" in words_on(page.page.finish)
    assert "Du har svaret på det hele." in words_on(page.page.finish)
    page.hand.press(page.page.finish.rows[0])
    assert page.question == "3.3"
    page.mark()
    assert kept(page, journey, "Bo").marked == ()


def test_only_a_whole_answer_can_be_marked(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").mark()
    assert kept(page, journey, "Bo").marked == ()
    page.score(40).mark()
    assert kept(page, journey, "Bo").marked == ("1.1",)
    page.stair().clear_score()
    own = kept(page, journey, "Bo")
    assert (own.marked, own.missing[0]) == ((), "1.1")


def test_the_list_says_what_is_marked(qtbot: QtBot, journey: Journey) -> None:
    page = begin(qtbot, journey).take("Bo").score(40).mark()
    model = page.page.index.view.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["1 Lederskab, 1/4", "1.1 Retning: mission, vision og værdier, I gang, Se på igen"]


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


def reminding(page: Answering) -> Answering:
    return page.other("Påmind…")


@pytest.mark.parametrize("hand", HANDS)
def test_a_reminder_is_text_for_a_mail(
    qtbot: QtBot, journey: Journey, clipboard: QClipboard, hand: Callable[[Window], Hand]
) -> None:
    journey.answer("Bo", "1.1", 87, strength=("Bos egne ord",)).answer_all({"Anna": 30})
    journey.file.do(evaluations.submit, journey.id, journey.people["Anna"])
    page = reminding(begin(qtbot, journey, hand)).next()
    assert "1 af 5 har afleveret svar til »Selvevaluering«." in clipboard.text()
    view = page.page.reminding.view
    assert view is not None
    choices = [view.to.control.itemText(place) for place in range(view.to.control.count())]
    assert choices == ["Alle, der mangler (4)", *PEOPLE[1:]]
    pick(page.hand, view.to.control, "Bo")
    page.next()
    assert clipboard.text().startswith("Hej Bo\n\nDu har besvaret 1 af 28 spørgsmål.")
    assert "87" not in clipboard.text()
    page.other("Kopiér emnet")
    assert clipboard.text() == "Dine svar til Selvevaluering"
    page.other("Tilbage til navnene")
    assert page.page.reminding.view is None
    assert page.people()["Anna"].startswith("Afleveret")


def test_where_one_is_missing_there_is_only_the_one_reminder(qtbot: QtBot, journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 30))
    for name in PEOPLE[:-1]:
        journey.file.do(evaluations.submit, journey.id, journey.people[name])
    view = reminding(begin(qtbot, journey, Mouse)).page.reminding.view
    assert view is not None
    assert view.to.control.count() == 1
    assert view.text.control.toPlainText().startswith("Hej Eva")


def test_where_all_have_handed_in_nobody_is_reminded(qtbot: QtBot, journey: Journey) -> None:
    journey.answer_all(dict.fromkeys(PEOPLE, 30))
    for name in PEOPLE:
        journey.file.do(evaluations.submit, journey.id, journey.people[name])
    page = begin(qtbot, journey)
    assert "Påmind…" not in [act.text for act in page.page.foot.secondary]


def test_a_name_is_taken_from_the_reminder_by_going_back(qtbot: QtBot, journey: Journey) -> None:
    page = reminding(begin(qtbot, journey))
    assert isinstance(page.hand, Keys)
    page.other("Tilbage til navnene").take("Bo")
    assert page.question == "1.1"
