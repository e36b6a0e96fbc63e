"""Every slide on the screens that projectors have: all of it is there, in both languages and every method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.foundation.tokens import THEMES
from kvik_desktop.model_package.model import Block, Method, ModelPackage
from kvik_desktop.model_package.reading import load
from kvik_desktop.model_package.scoring import Figure, band_range
from kvik_desktop.shell.look.theme import Theme
from kvik_desktop.shell.projector.enlarging import enlarged
from kvik_desktop.shell.projector.projector_window import ProjectorWindow
from kvik_desktop.shell.ui import Ui
from kvik_desktop.workshop.projected import (
    Agreed,
    Answers,
    CriterionMean,
    HandIn,
    OpenRound,
    Pause,
    Question,
    Result,
    Said,
    Spread,
    Step,
    Texts,
    TimeLeft,
    Together,
    Underway,
    What,
)
from kvik_desktop.workshop.screens.consensus_words import EMPTY
from kvik_desktop.workshop.screens.projected.answers_slide import AnswersSlide
from kvik_desktop.workshop.screens.projected.lists_slide import TextsSlide
from kvik_desktop.workshop.screens.projected.slides import SLIDES, projection_of
from tests import access

SIZES = ((1366, 768), (1920, 1080), (1024, 768), (2560, 1080))
MANY = tuple(sorted((n * 37) % 101 for n in range(30)))
REASON = (
    "MED og TRIO fungerer, men teammøderne handler mest om driften. Vi måler trivslen hvert andet år uden at "
    "bruge tallene, og aften- og nattevagterne er sjældent med. "
)
LONG = (
    "Hvordan sikrer ledelsen, at medarbejderne, lederne og deres repræsentanter får indflydelse, og "
    "hvordan følger vi systematisk op på trivslen, sygefraværet og arbejdsmiljøet i alle afdelinger, også om "
    "aftenen, om natten og i weekenden, og hvad gør vi ved det, vi finder?"
)


@pytest.fixture
def ui(qtbot: QtBot) -> Ui:
    return in_language("da")


def in_language(language: Language) -> Ui:
    return Ui(Translator(language, Resources()), Theme.read(Resources(), motion=False))


def question(package: ModelPackage, sub: str, language: Language) -> Question:
    of, criterion = package.subcriterion(sub), package.criterion_of(sub)
    return Question(
        sub, of.name.in_language(language), of.question.in_language(language),
        criterion.name.in_language(language),
    )  # fmt: skip


def steps(package: ModelPackage, block: Block, method: Method, language: Language) -> tuple[Step, ...]:
    words = package.scale.steps(block)
    return tuple(
        Step(*band_range(band, method), step.name.in_language(language), step.sentence.in_language(language))
        for band, step in enumerate(words)
    )


def slides_of(language: Language) -> Iterator[What]:
    """Every subcriterion of both models with long reasons, and the slides that have none."""
    for name, method, top in (("kvik", Method.CLASSICAL, 100), ("kvik-kort", Method.SCALE5, 5)):
        package = load(name, Resources())
        values = MANY if top == 100 else tuple(sorted(value % 6 for value in MANY))
        for sub in package.subcriteria():
            asked = question(package, sub.id, language)
            stair = steps(package, package.block_of(sub.id), method, language)
            agreed = Agreed(values[9], (), REASON)
            before = Answers(1, 28, 4, values[:28], median=values[13])
            yield Spread(asked, stair, Answers(2, 30, 2, values, median=values[15]), agreed, before)
    yield from few(language)


def few(language: Language) -> Iterator[What]:
    package = load("kvik", Resources())
    asked = question(package, "3.3", language)
    stair = steps(package, Block.ENABLER, Method.CLASSICAL, language)
    phases = (("Planlægge", 50), ("Udføre", 40), ("Evaluere", 30), ("Justere", 20))
    yield Spread(replace(asked, words=LONG), stair, Answers(1, 12, 0, MANY[:12], median=45))
    yield Spread(asked, stair, Answers(1, 10, 0, MANY[:10], median=45), Agreed(35, phases, REASON))
    yield Spread(asked, stair, Answers(1, 4, 0, reach=(20, 78), median=45), Agreed(45))
    yield Spread(asked, stair, Answers(1, 3, 1, steps=(1, 4), median=45), Agreed(None))
    yield Spread(asked, stair, Answers(1, 2, 4), Agreed(None, parked=True))
    yield Spread(asked, stair, Answers(1, 0, 6))
    yield Spread(asked, stair, Answers(1, 12, 0, bands=(0, 2, 5, 4, 1, 0)))
    yield OpenRound(replace(asked, words=LONG), stair, 2, 5, 12)
    said = tuple(Said(REASON if n % 3 == 0 else "Vi hører hinanden", n) for n in range(12))
    kinds = (StatementKind.STRENGTH, StatementKind.AREA, StatementKind.IDEA)
    yield Texts(replace(asked, words=LONG), True, ((StatementKind.EVIDENCE, said),))
    yield Texts(asked, False, tuple((kind, said) for kind in kinds))
    yield Texts(asked, True, ((StatementKind.EVIDENCE, ()),))
    yield HandIn(6, 7)
    yield HandIn(0, 12)
    names = [question(package, sub.id, language).title for sub in package.subcriteria()]
    yield Underway(4, 28)
    yield Together(tuple((name, 40) for name in names))
    yield Together((("1.1 Retning", None),))
    means = [Figure(None), Figure(None)]
    rows = tuple(
        CriterionMean(each.block, f"{each.id} {each.name.in_language(language)}", means[0], 0, 4)
        for each in package.criteria
    )
    yield Result(Method.CLASSICAL, False, rows)
    yield Pause("13.00")
    yield Pause()


def shown(qtbot: QtBot, ui: Ui, what: What, size: tuple[int, int]) -> ProjectorWindow:
    """A projector of this size with one slide, with time left of the point."""
    window = ProjectorWindow(ui, projection_of(what, TimeLeft("12.40", 0.6)))
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    return window


def outside(window: QWidget) -> Iterator[str]:
    """What has less room than it needs, or lies over the edge or over something else."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and each.text()]
    places = {each: QRect(each.mapTo(window, QPoint(0, 0)), each.size()) for each in labels}
    for label, place in places.items():
        if not window.rect().contains(place):
            yield f"{label.text()[:30]!r} lies at {place.getRect()}"
        if label.hasHeightForWidth() and label.heightForWidth(label.width()) > label.height():
            yield f"{label.text()[:30]!r} has {label.height()} of {label.heightForWidth(label.width())}"
    above = sorted(places.items(), key=lambda each: each[1].top())
    for number, (label, one) in enumerate(above):
        for other, two in above[number + 1 :]:
            if one.intersects(two):
                yield f"{label.text()[:30]!r} lies over {other.text()[:30]!r}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_all_of_it_is_there(qtbot: QtBot, language: Language, size: tuple[int, int]) -> None:
    ui, found = in_language(language), []
    window = shown(qtbot, ui, HandIn(1, 2), size)
    for what in slides_of(language):
        window.show_projection(ui, projection_of(what, TimeLeft("12.40", 0.6)))
        qtbot.waitExposed(window)
        window.grab()
        found += [f"{type(what).__name__}: {fault}" for fault in outside(window)]
    assert found == []


def test_no_slide_takes_focus_or_is_nameless(qtbot: QtBot, ui: Ui) -> None:
    kinds = set()
    for what in few("da"):
        window = shown(qtbot, ui, what, SIZES[0])
        view = access.seen(window)
        assert access.stops(view) == []
        assert list(access.unheard(view)) == []
        kinds.add(type(what))
    assert kinds == set(SLIDES)


def test_a_long_question_wraps_to_three_lines_and_the_plot_gives_way(qtbot: QtBot, ui: Ui) -> None:
    window = shown(qtbot, ui, next(few("da")), SIZES[0])
    slide = window.slide
    assert isinstance(slide, AnswersSlide)
    assert slide.question.height() == 3 * slide.question.leading
    assert slide.plot is not None
    assert slide.plot.height() >= slide.plot.minimumSizeHint().height()


def test_where_there_is_no_room_the_question_goes_before_the_reason_is_cut(qtbot: QtBot, ui: Ui) -> None:
    spread = next(few("da"))
    assert isinstance(spread, Spread)
    asked = replace(spread, agreed=Agreed(48, (), REASON))
    window = shown(qtbot, ui, asked, SIZES[0])
    slide = window.slide
    assert isinstance(slide, AnswersSlide)
    assert slide.question.isHidden()
    assert slide.agreed.why.text() == REASON
    too_much = replace(asked, agreed=Agreed(48, (), REASON * 8))
    window.show_projection(ui, projection_of(too_much))
    assert slide.agreed.why.text().endswith(" …")


def test_every_text_is_on_one_of_the_pages(qtbot: QtBot, ui: Ui) -> None:
    said = tuple(Said(f"Nr. {n} {REASON if n % 2 else ''}", n) for n in range(15))
    what = Texts(Question("3.3", "Trivsel", LONG, "Medarbejdere"), True, ((StatementKind.EVIDENCE, said),))
    for size in SIZES:
        window = shown(qtbot, ui, what, size)
        slide = window.slide
        assert isinstance(slide, TextsSlide)
        told: list[str] = []
        for _ in range(slide.pages):
            rows = _texts(slide)
            assert len(rows) <= 7
            told += rows
            slide.turn(1)
        assert [int(text.split()[1]) for text in told] == list(range(15))
        slide.turn(1)
        assert slide.page == slide.pages - 1


def test_a_list_nobody_wrote_in_asks_as_the_board_does(qtbot: QtBot, ui: Ui) -> None:
    kinds = ((StatementKind.STRENGTH, ()), (StatementKind.AREA, ()))
    window = shown(qtbot, ui, Texts(Question("3.3", "Trivsel", LONG, "Medarbejdere"), False, kinds), SIZES[0])
    slide = window.slide
    assert slide is not None
    told = [each.text() for each in slide.findChildren(QLabel) if each.isVisibleTo(slide)]
    for kind, _ in kinds:
        assert ui.tr(EMPTY[kind]) in told


def test_an_empty_bottom_line_is_no_band_and_nothing_moves_when_it_comes(qtbot: QtBot, ui: Ui) -> None:
    question = Question("3.3", "Trivsel", LONG, "Medarbejdere")
    texts = Texts(question, False, ((StatementKind.STRENGTH, ()), (StatementKind.AREA, ())))
    window = shown(qtbot, ui, texts, SIZES[0])
    slide = window.slide
    assert isinstance(slide, TextsSlide)
    assert not slide.foot.isVisible()
    heights = [each.geometry() for each in (slide.title, slide.foot)]
    counted = ((StatementKind.STRENGTH, (Said("Vi har faste møder", 3),)), (StatementKind.AREA, ()))
    window.show_projection(ui, projection_of(replace(texts, lists=counted)))
    assert slide.foot.isVisible()
    assert [each.geometry() for each in (slide.title, slide.foot)] == heights


def _texts(slide: QWidget) -> Sequence[str]:
    labels = [each for each in slide.findChildren(QLabel) if each.isVisibleTo(slide)]
    return [each.text() for each in labels if each.text().startswith("Nr.")]


def test_the_dots_rise_together_once(qtbot: QtBot, ui: Ui) -> None:
    moving = Ui(ui.tr, replace(ui.theme, motion=True))
    what = next(few("da"))
    assert isinstance(what, Spread)
    for used, moves in ((moving, True), (ui, False)):
        window = shown(qtbot, used, HandIn(1, 2), SIZES[0])
        window.show_projection(used, projection_of(what))
        slide = window.slide
        assert isinstance(slide, AnswersSlide)
        assert slide.plot is not None
        assert (slide.plot._risen == 0.0) is moves
        assert slide.plot._rise.duration() <= 400
        slide.plot._rise.setCurrentTime(400)
        window.show_projection(used, projection_of(replace(what, agreed=Agreed(48))))
        assert slide.plot._risen == 1.0, "the next move lets them stand"
        window.show_projection(used, projection_of(replace(what, answers=replace(what.answers, number=2))))
        assert (slide.plot._risen == 0.0) is moves


@pytest.mark.parametrize("theme", THEMES)
def test_the_dots_are_as_large_as_the_screen_asks_for(qtbot: QtBot, theme: str) -> None:
    read = Theme.read(Resources(), theme, motion=False)  # type: ignore[arg-type]  # all of them
    sizes = [enlarged(Ui(Translator(), read), QSize(*size)).theme.px(14) for size in SIZES[:3]]
    assert sizes == [28, 39, 21]
