"""The parts of the pages: the five facts in their order, marks where they belong, halves that fold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kvik_desktop.bundle.screens.facts import FactList, fact_lines
from kvik_desktop.bundle.screens.histogram import Histogram
from kvik_desktop.bundle.screens.marked_text import AROUND, MarkedText, excerpt
from kvik_desktop.bundle.screens.saved_view import WAITS
from kvik_desktop.envelope.verdict import Fact, Facts
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language, Translator, say
from kvik_desktop.report.screens.sides import Sides
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.axis import Step
from tests.drivers.hand import wait_until


@pytest.fixture
def ui() -> Ui:
    return Ui(Translator(), Theme.read(Resources()))


def test_facts_stand_in_one_order_with_their_answers(qtbot: QtBot, ui: Ui) -> None:
    facts = Facts(Fact.YES, Fact.YES, Fact.UNKNOWN, Fact.NO, Fact.UNKNOWN)
    shown = FactList(ui, fact_lines(facts, {"intact": say("Filen er hel")}, WAITS))
    qtbot.addWidget(shown)
    assert [row.accessibleName() for row in shown.rows] == [
        "Hel: Ja. Filen er hel",
        "Underskrevet: Ja. ",
        "Godkendt nøgle: Venter. ",
        "Nyeste udgave: Nej. ",
        "Komplet: Ikke prøvet. ",
    ]
    shown.set_lines(())
    assert shown.rows == []


def test_every_fact_has_a_mark_with_its_word(qtbot: QtBot, ui: Ui) -> None:
    shown = FactList(ui, fact_lines(Facts(), {}))
    qtbot.addWidget(shown)
    marks = [label for row in shown.rows for label in row.findChildren(QLabel) if not label.pixmap().isNull()]
    assert [label.accessibleName() for label in marks] == ["Ikke prøvet"] * 5


LONG = "Sætning et. Sætning to om 010203-0000 og mere. Sætning tre. " + "Ord " * 200


def test_only_the_sentence_is_shown() -> None:
    shown, [(start, end)] = excerpt(LONG, [(26, 37)])
    assert shown == "… Sætning to om 010203-0000 og mere. …"
    assert shown[start:end] == "010203-0000"


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("Ring til Bo", [(9, 11)]) == ("Ring til Bo", [(9, 11)])


def test_a_sentence_without_end_is_cut() -> None:
    text = "a" * 1_000 + "010203-0000" + "b" * 1_000
    shown, [(start, end)] = excerpt(text, [(1_000, 1_011)])
    assert shown[start:end] == "010203-0000"
    assert len(shown) < 2 * AROUND + 40


def test_several_finds_are_shown_from_the_first_to_the_last() -> None:
    text = "Anna ringede. Så kom Bo. Og så skrev hun ned."
    shown, stretches = excerpt(text, [(0, 4), (21, 23)])
    assert [shown[start:end] for start, end in stretches] == ["Anna", "Bo"]


@pytest.mark.parametrize("width", [120, 300, 900])
def test_a_mark_is_painted_on_every_line_it_stands_on(qtbot: QtBot, ui: Ui, width: int) -> None:
    text = "Klage fra beboer med et meget langt navn der går over flere linjer i den smalle rude"
    shown = MarkedText(ui, text, [(0, len(text))])
    qtbot.addWidget(shown)
    shown.resize(width, shown.heightForWidth(width))
    lines = shown.places()
    assert len(lines) == shown.line_count()
    assert all(place.width() > 0 for place in lines)
    assert shown.grab().width() == width


def test_a_find_after_a_line_break_is_marked_where_it_is(qtbot: QtBot, ui: Ui) -> None:
    shown = MarkedText(ui, "Første linje\nRing til Bo", [(22, 24)])
    qtbot.addWidget(shown)
    shown.resize(400, shown.heightForWidth(400))
    [place] = shown.places()
    assert place.top() > shown.height() / 2
    assert 0 < place.width() < 40


@pytest.mark.parametrize(("language", "told"), [("da", "Markeret: »Bo«"), ("en", "Marked: “Bo”")])
def test_what_is_marked_is_told_with_the_quotes_of_the_language(
    qtbot: QtBot, language: Language, told: str
) -> None:
    shown = MarkedText(Ui(Translator(language), Theme.read(Resources())), "Ring til Bo", [(9, 11)])
    qtbot.addWidget(shown)
    assert shown.accessibleDescription() == told


def test_a_distribution_says_its_figures(qtbot: QtBot, ui: Ui) -> None:
    steps = [Step(low, high, "", "") for low, high in ((0, 10), (11, 30), (31, 50))]
    shown = Histogram(ui, steps, (0, 3, 2))
    qtbot.addWidget(shown)
    assert shown.accessibleName() == "Sådan fordelte svarene sig: 0-10: 0, 11-30: 3, 31-50: 2"


def test_halves_fold_and_unfold_and_keep_what_they_hold(qtbot: QtBot, ui: Ui) -> None:
    left, right = QLabel("Venstre"), QLabel("Højre")
    sides = Sides(ui, left, right, fold=800, left_width=300)
    qtbot.addWidget(sides)
    sides.resize(1_000, 400)
    sides.show()

    def right_begins() -> int:
        return right.mapTo(sides, QPoint(0, 0)).x()

    for width, begins in ((1_000, 301), (700, 0), (900, 301), (500, 0)):
        sides.resize(width, 400)
        assert sides.is_folded is (begins == 0)
        wait_until(lambda: abs(right_begins() - begins) <= 2, f"the right half begins at {right_begins()}")  # noqa: B023  (asked at once)
        assert left.isVisible() and right.isVisible()
