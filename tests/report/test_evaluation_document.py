"""The report of an evaluation: every score, text and action of its content stands on the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations, groupby
from typing import Any

import pytest

from kvik_desktop.foundation.text import LANGUAGES, Language, Translator
from kvik_desktop.report.content import Content, Subcriterion
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.subcriterion_pages import unbulleted
from kvik_desktop.report.writing import NOTHING, Writer
from tests.report import sample
from tests.report.printed import TYPESETTER, reader, report, squeezed, text, words
from tests.report.sample import CREATED

KINDS = ("full", "fine", "short", "empty")


def writer(language: Language) -> Writer:
    """A writer as the report has it."""
    return Writer(Translator(language), Pen(Palette.read(TYPESETTER.resources), TYPESETTER.characters))


def missing(wanted: list[str], pdf: bytes) -> list[str]:
    """What does not stand in the text, however lines are broken."""
    there = squeezed(text(pdf))
    shown = [TYPESETTER.characters.safe(words) for words in wanted if words]
    return [words for words in shown if squeezed(words) not in there]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_score_stands_beside_its_subcriterion(kind: str, language: Language) -> None:
    content: Content = getattr(sample, kind)(language)
    write = writer(language)
    rows = [f"{sub.id} {sub.name} {write.score(sub.agreed.value)}" for sub in content.subcriteria]
    rows += [f"{each.id} {each.name} {write.mean(each.mean.value)}" for each in content.criteria]
    assert missing(rows, report(kind, language)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_the_group_stands_on_the_pages(kind: str) -> None:
    content: Content = getattr(sample, kind)("da")
    wanted = [words for sub in content.subcriteria for words in _texts(sub)]
    assert missing(wanted, report(kind, "da")) == []


def _texts(sub: Subcriterion) -> list[str]:
    told = (*sub.strengths, *sub.areas, *sub.ideas, *sub.evidence)
    return [sub.question, sub.reason, sub.note, *(unbulleted(each.text) for each in told)]


def test_the_spread_of_every_round_stands_on_the_pages() -> None:
    write = writer("da")
    rows = [
        " ".join(
            [
                f"{each.number} {each.n} {each.cannot_judge}",
                *(
                    write.score(value)
                    for value in (
                        (each.spread.lowest, each.spread.median, each.spread.highest)
                        if each.spread
                        else (None, None, None)
                    )
                ),
                " · ".join(map(str, each.bands)) if each.bands else NOTHING,
            ]
        )
        for sub in sample.full().subcriteria
        for each in sub.rounds
    ]
    assert len(rows) == 29
    assert missing(rows, report("full", "da")) == []


def test_every_phase_of_the_fine_method_stands_on_the_pages() -> None:
    rows = [" ".join(str(phase.score) for phase in sub.phases) for sub in sample.fine().subcriteria]
    assert missing(rows, report("fine", "da")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_filled_field_of_every_action_stands_on_the_pages(language: Language) -> None:
    write = writer(language)
    wanted: list[str] = []
    for action in sample.full(language).actions:
        wanted += [f"{action.number} {action.title}", action.theme, action.description, action.responsible]
        wanted += [action.success, action.indicator, action.phase, action.goal, action.effect_served]
        wanted += [action.dropped_reason, *action.participants, *action.prerequisites, *action.areas]
        wanted += [write.day(day) for day in (action.start, action.deadline, action.follow_up)]
        wanted += [write.amount(action.hours), write.money(action.money)]
        wanted += [write.amount(amount, action.unit) for amount in (action.baseline, action.target)]
        wanted += [origin.subcriterion for origin in action.origins]
        wanted += [f"{line.text} · {write.day(line.day)}" for line in action.log]
        for each in action.measurements:
            wanted.append(f"{write.day(each.day)} {write.amount(each.value, action.unit)} {each.note}")
    assert missing(wanted, report("full", language)) == []


def test_overview_roles_and_approvals_stand_on_the_pages() -> None:
    content = sample.full()
    wanted = [f"{each.role} {each.count}" for each in content.roles]
    wanted += [
        "Indsatser 52,4",
        "Resultater 50,5",
        "27 af 28 delkriterier 1 er parkeret",
        "Resultatet er godkendt den 06.10.2026 af centerleder Birgit Wiśniewska.",
        "Handlingsplanen er godkendt den 03.11.2026",
        "Det er ikke et officielt statsligt værktøj",
        "CAF advarer mod",
        "9 deltagere, 9 har svaret",
        content.model.sha256,
        "Udskrevet 22.11.2026",
        *(f"{content.flags[flag]} {word}" for flag, word in _flag_words()),
    ]
    assert missing(wanted, report("full", "da")) == []


def _flag_words() -> list[tuple[Any, str]]:
    write = writer("da")
    from_words = document(sample.full(), TYPESETTER).data["flags"]
    assert isinstance(from_words, dict)
    assert write.label("disagreement") == "Uenighed"
    return list(from_words.items())


def test_an_unaccepted_report_says_that_it_is_a_draft() -> None:
    draft = "Udkast: resultatet er ikke godkendt endnu."
    assert draft in text(report("empty", "da"))
    assert draft not in text(report("full", "da"))


def test_without_scores_nothing_is_zero() -> None:
    printed = text(report("empty", "da"))
    assert f"Indsatser\n{NOTHING}" in printed
    assert f"1.1 Retning: mission, vision og værdier {NOTHING}" in printed
    assert "Der er ingen tiltag i planen endnu." in printed


def test_every_page_but_the_cover_says_which_of_how_many() -> None:
    pdf = report("full", "da")
    *pages, _ = text(pdf, whole=True).split("\f")
    assert len(pages) == len(reader(pdf).pages)
    assert [f"Side {n} af {len(pages)}" in page for n, page in enumerate(pages, start=1)] == [
        False,
        *[True] * (len(pages) - 1),
    ]


def test_a_table_that_goes_on_has_its_heading_again() -> None:
    base = sample.empty()
    many = tuple(replace(sample.full().actions[1], number=number) for number in range(1, 80))
    printed = text(TYPESETTER.pdf(document(replace(base, actions=many), TYPESETTER), CREATED))
    assert sum("Nr. Tiltag" in page for page in printed.split("\f")) >= 5


@pytest.mark.parametrize("kind", ["stubborn", *KINDS])
def test_no_word_is_drawn_outside_the_margins(kind: str) -> None:
    printed = words(report(kind, "da"))
    assert len(printed) > 800
    assert [word for word in printed if word.right > 595.3 - 58 or word.low > 841.9 - 34] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["stubborn", *KINDS])
def test_no_word_is_drawn_on_top_of_another(kind: str, language: Language) -> None:
    # A word that was broken inside is one word with the room of all its lines.
    whole = [
        word
        for word in words(report(kind, language))
        if "\u200b" not in word.text and "\u00ad" not in word.text
    ]
    by_page = groupby(whole, key=lambda word: word.page)
    assert [(a, b) for _, page in by_page for a, b in combinations(page, 2) if a.covers(b)] == []


def test_deleted_answers_are_told() -> None:
    deleted = replace(sample.empty(), answers_deleted=date(2027, 1, 31))
    pdf = TYPESETTER.pdf(document(deleted, TYPESETTER), CREATED)
    assert missing(["De enkelte svar er slettet den 31.01.2027."], pdf) == []
    assert missing(["er slettet"], report("empty", "da")) != []


def test_amounts_are_written_as_the_language_does() -> None:
    danish, english = writer("da"), writer("en")
    assert [danish.money(Decimal(n)) for n in ("12500.5", "1000000", "0")] == ["12.500,50", "1.000.000", "0"]
    assert english.money(Decimal("12500.5")) == "12,500.50"
    amounts = [danish.amount(Decimal(n), "%") for n in ("3.50", "1200", "1E+3")]
    assert amounts == ["3,5\u00a0%", "1200\u00a0%", "1000\u00a0%"]
    assert danish.amount(None, "%") == ""


def test_pasted_bullets_are_not_doubled() -> None:
    assert unbulleted("\uf0b7\tVikarer") == "Vikarer"
    assert unbulleted("• Vikarer\n• Nye") == "Vikarer\n• Nye"
    assert unbulleted("-5 % fravær") == "-5 % fravær"


def test_no_name_of_a_subcriterion_is_left_at_the_foot_of_a_page() -> None:
    content = sample.full("da")
    bare = [
        replace(sub, reason="", note="", evidence=(), strengths=(), areas=(), ideas=())
        for sub in content.subcriteria
    ]
    own = {sub.id: sub for sub in bare}
    criteria = tuple(
        replace(each, subcriteria=tuple(own[sub.id] for sub in each.subcriteria)) for each in content.criteria
    )
    pages = text(TYPESETTER.pdf(document(replace(content, criteria=criteria), TYPESETTER), CREATED)).split(
        "\f"
    )
    last = [page.strip().splitlines()[-1] for page in pages if page.strip()]
    names = {f"{sub.id} {sub.name}" for sub in bare}
    assert not names.intersection(last)
