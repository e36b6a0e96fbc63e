"""The guidance: what the model says, folded as the user wants it, with words one can have explained."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.links import linked_ids, plain
from kvik_desktop.model_package.model import Block, Method, ModelPackage, Sector
from kvik_desktop.model_package.screens.explanation import Explanation
from kvik_desktop.model_package.screens.guidance_panel import GuidancePanel
from kvik_desktop.model_package.screens.guidance_section import PassageSection
from kvik_desktop.model_package.screens.guidance_words import Passage, Section, sections
from kvik_desktop.model_package.screens.linked_text import LinkedText
from kvik_desktop.model_package.screens.score_words import panels
from kvik_desktop.model_package.screens.step_words import StepWords
from kvik_desktop.shell.ui import Ui

WORD = "Hvad blev der af den seneste [[apv|APV]] og jeres [[med-udvalg|MED-udvalg]]?"


@pytest.fixture
def panel(ui: Ui, qtbot: QtBot) -> GuidancePanel:
    made = GuidancePanel(ui)
    qtbot.addWidget(made)
    made.resize(272, 700)
    made.show()
    return made


def shown(panel: GuidancePanel) -> dict[str, list[str]]:
    """By heading what is read under it."""
    found = {}
    for section in panel.findChildren(PassageSection):
        if section.isVisible():
            found[section.heading.text()] = [line.text() for line in section.lines() if line.isVisible()]
    return found


def explanation(panel: GuidancePanel) -> Explanation:
    (found,) = panel.findChildren(Explanation)
    return found


def test_a_question_has_everything_the_model_says_of_it(package: ModelPackage) -> None:
    sub = package.subcriterion("6.1")
    found = {section.key: section for section in sections(sub, Sector.SCHOOL, Translator())}
    assert list(found) == [
        "about", "questions", "sector", "evidence", "indicators", "examples", "misunderstandings",
    ]  # fmt: skip
    assert [passage.text for passage in found["questions"].passages] == [text.da for text in sub.questions]
    own = sub.sectors[Sector.SCHOOL]
    assert [passage.text for passage in found["sector"].passages] == [text.da for text in own.questions]
    assert found["sector"].title == "Særligt på skoler"
    evidence = [passage.text for passage in found["evidence"].passages]
    assert evidence == [text.da for text in (*own.evidence, *sub.evidence)]
    assert [passage.label for passage in found["examples"].passages] == ["Lavt", "Midt på", "Højt"]
    assert {section.unfolded for section in found.values()} == {True, False}


def test_what_a_package_is_silent_about_has_no_heading(package: ModelPackage) -> None:
    bare = package.subcriterion("1.1").__class__(
        "1.1", package.subcriterion("1.1").name, package.subcriterion("1.1").question
    )
    assert sections(bare, Sector.SOCIAL, Translator()) == ()


def test_what_was_folded_stays_folded_from_question_to_question(
    panel: GuidancePanel, package: ModelPackage, ui: Ui
) -> None:
    first = sections(package.subcriterion("1.1"), Sector.ELDERLY, ui.tr)
    panel.show_sections(first)
    assert shown(panel)["Det kan I vise frem"] == []
    for section in panel.findChildren(PassageSection):
        section.heading.click()
    second = package.subcriterion("1.2")
    panel.show_sections(sections(second, Sector.ELDERLY, ui.tr))
    found = shown(panel)
    assert found["Spørgsmål at tænke over"] == []
    own = second.sectors[Sector.ELDERLY]
    assert len(found["Det kan I vise frem"]) == len(second.evidence) + len(own.evidence)


def test_the_step_one_has_chosen_is_marked(panel: GuidancePanel, package: ModelPackage) -> None:
    stairs = panels(package, Block.ENABLER, Method.CLASSICAL, "da")
    panel.show_sections([], stairs)
    panel.mark({"score": 45})
    (words,) = panel.findChildren(StepWords)
    assert [line[0].ink for line in words.lines] == [
        "text-2", "text-2", "accent", "text-2", "text-2", "text-2",
    ]  # fmt: skip
    assert words.lines[2][1].text() == package.scale.enabler[2].sentence.da
    panel.mark({"score": None})
    assert {line[0].ink for line in words.lines} == {"text-2"}


def test_the_fine_method_has_the_steps_of_every_phase(panel: GuidancePanel, package: ModelPackage) -> None:
    panel.show_sections([], panels(package, Block.ENABLER, Method.FINE, "da"))
    headings = [words.heading.text() for words in panel.findChildren(StepWords)]
    assert headings == ["Planlægge", "Udføre", "Evaluere", "Justere"]
    panel.show_sections([], panels(package, Block.RESULT, Method.FINE, "da"))
    visible = [words for words in panel.findChildren(StepWords) if words.isVisible()]
    assert len(visible) == 2


@pytest.fixture
def line(panel: GuidancePanel) -> LinkedText:
    panel.show_sections([Section("questions", "Spørgsmål", (Passage(WORD),))])
    return panel.findChildren(LinkedText)[-1]


def test_a_link_is_read_as_its_word(line: LinkedText) -> None:
    assert line.text() == plain(WORD)
    assert [word.entry.id for word in line.words] == list(linked_ids(WORD))
    assert line.words[0].accessibleName() == "APV: hvad betyder det?"
    assert line.words[0].accessibleDescription() == line.words[0].entry.explanation.da


def test_a_word_lies_over_its_letters(line: LinkedText, qtbot: QtBot) -> None:
    first, second = (word.geometry() for word in line.words)
    assert line.rect().contains(first)
    assert line.rect().contains(second)
    assert not first.intersects(second)
    assert first.width() == pytest.approx(line.fontMetrics().horizontalAdvance("APV"), abs=3)


def test_a_word_is_explained_by_keyboard_and_escape_closes_it(panel: GuidancePanel, line: LinkedText) -> None:
    panel.activateWindow()
    assert QTest.qWaitForWindowActive(panel)
    word = line.words[0]
    word.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(word, Qt.Key.Key_Space)
    note = explanation(panel)
    assert note.isVisible()
    assert note.entry is word.entry
    QTest.keyClick(word, Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert QApplication.focusWidget() is word


def test_a_word_pressed_again_closes_and_another_takes_its_place(
    panel: GuidancePanel, line: LinkedText
) -> None:
    note = explanation(panel)
    line.words[0].click()
    line.words[1].click()
    assert note.entry is line.words[1].entry
    assert note.isVisible()
    line.words[1].click()
    assert not note.isVisible()
    line.words[0].click()
    note.close_button.click()
    assert not note.isVisible()


def test_an_explanation_leads_on_to_the_next_word(panel: GuidancePanel, line: LinkedText) -> None:
    line.words[0].click()
    note = explanation(panel)
    assert note.entry is not None
    following = note.entry.see[0]
    note.see.words[0].click()
    assert note.entry.id == following
    panel.show_sections([])
    assert not note.isVisible()


def test_an_unknown_word_is_plain_text(ui: Ui, qtbot: QtBot) -> None:
    made = LinkedText(ui, {}, "Se [[ukendt|ordet her]] nu")
    qtbot.addWidget(made)
    assert made.words == ()
    assert made.text().replace("\N{NO-BREAK SPACE}", " ") == "Se ordet her nu"


def test_markup_in_a_models_text_is_shown_as_it_is_written(ui: Ui, qtbot: QtBot) -> None:
    made = LinkedText(ui, {}, "<b>Fed</b> & <img src=x>")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>Fed</b> & <img src=x>"


def test_the_steps_of_the_phase_one_scores_are_unfolded(panel: GuidancePanel, package: ModelPackage) -> None:
    panel.show_sections([], panels(package, Block.ENABLER, Method.FINE, "da"))
    scores: dict[str, int | None] = dict.fromkeys(("plan", "do", "check", "act"))
    panel.mark({**scores, "plan": 20, "do": 30})
    unfolded = [words.heading.isChecked() for words in panel.findChildren(StepWords)]
    assert unfolded == [True, False, False, False]
    panel.mark({**scores, "plan": 20, "do": 30, "act": 80})
    unfolded = [words.heading.isChecked() for words in panel.findChildren(StepWords)]
    assert unfolded == [False, False, False, True]
