"""The group's lists: what is rewritten, merged, taken apart, moved and deleted, and what is kept under it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kvik_desktop.compose import open_file
from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.clock import FixedClock
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.workshop import statements
from kvik_desktop.workshop import usecases as meeting
from kvik_desktop.workshop.deleting import delete_for_good
from kvik_desktop.workshop.gathered import GatheredOriginal, GatheredStatement, merged, taken_apart
from kvik_desktop.workshop.usecases import Agreed
from tests.journey import PEOPLE, Journey

AREA, STRENGTH, IDEA = StatementKind.AREA, StatementKind.STRENGTH, StatementKind.IDEA
WORDS = ("For lidt tid", "For få møder", "Uklare mål")


def text(name: str, sources: int = 1, position: int = 0) -> GatheredStatement:
    return GatheredStatement(name, "e", "k1.1", AREA, position, f"ord {name}", sources)


def test_merging_counts_everybody_and_taking_apart_gives_all_back() -> None:
    a, b, c = text("a", 2), text("b", 1, 1), text("c", 3, 2)
    one, kept = merged(a, [b], {})
    assert (one.sources, [each.id for each in kept]) == (3, ["a", "b"])
    both, all_kept = merged(c, [one], {"a": kept})
    assert (both.sources, [each.id for each in all_kept]) == (6, ["c", "a", "b"])
    assert {each.statement for each in all_kept} == {"c"}
    again = taken_apart(both, all_kept)
    assert [(each.id, each.text, each.sources) for each in again] == [
        ("c", "ord c", 3),
        ("a", "ord a", 2),
        ("b", "ord b", 1),
    ]


def test_an_original_keeps_the_words_and_the_number_of_sources() -> None:
    kept = GatheredOriginal.of(text("a", 2), "b", 4)
    assert kept == GatheredOriginal("a", "e", "b", AREA, 4, "ord a", 2)


@pytest.fixture
def journey(tmp_path: Path, clock: FixedClock) -> Iterator[Journey]:
    """Five who have answered everything; three texts about one subcriterion, one of them said by two."""
    journey = Journey(tmp_path, clock).gather_people().answer_all(dict.fromkeys(PEOPLE, 3))
    journey.answer("Bo", "k1.1", 3, area=WORDS).answer("Eva", "k1.1", 3, area=WORDS[:1])
    journey.answer("Bo", "k1.2", 3, area=("Et andet sted",)).reveal()
    yield journey
    journey.file.close()


def listed(journey: Journey, kind: StatementKind = AREA) -> list[tuple[str, int]]:
    found = journey.file.ask(meeting.items, journey.id)[0].statements[kind]
    assert [each.position for each in found] == list(range(len(found)))
    return [(each.text, each.sources) for each in found]


def id_of(journey: Journey, words: str) -> str:
    return next(each.id for each in journey.file.ask(statements.areas, journey.id) if each.text == words)


def undo_label(journey: Journey) -> str:
    label = journey.file.undo_label
    assert label is not None
    return Translator()(label)


def test_texts_are_merged_and_taken_apart_again(journey: Journey) -> None:
    one, two, three = (id_of(journey, words) for words in WORDS)
    before = listed(journey)
    journey.file.do(statements.merge, journey.id, one, [two, three], "Tid og mål")
    assert listed(journey) == [("Tid og mål", 4)]
    assert undo_label(journey) == "saml 3 tekster"
    kept = journey.file.ask(statements.originals, journey.id)
    assert [(each.text, each.sources) for each in kept[one]] == before
    pieces = journey.file.do(statements.split, journey.id, one).value
    assert [each.id for each in pieces] == [one, two, three]
    assert listed(journey) == before
    journey.file.undo()
    assert listed(journey) == [("Tid og mål", 4)]
    journey.file.undo()
    assert listed(journey) == before
    assert journey.file.ask(statements.originals, journey.id) == {}


def test_what_is_merged_twice_comes_apart_into_what_was_written(journey: Journey) -> None:
    one, two, three = (id_of(journey, words) for words in WORDS)
    journey.file.do(statements.merge, journey.id, three, [two])
    journey.file.do(statements.merge, journey.id, one, [three])
    assert listed(journey) == [(WORDS[0], 4)]
    journey.file.do(statements.split, journey.id, one)
    assert sorted(listed(journey)) == sorted([(WORDS[0], 2), (WORDS[1], 1), (WORDS[2], 1)])


def test_typing_is_one_step_and_the_first_words_come_back(journey: Journey) -> None:
    one = id_of(journey, WORDS[0])
    for words in ("For lidt tid til", "For lidt tid til planlægning"):
        journey.file.do(statements.rewrite, journey.id, one, words)
    assert listed(journey)[0] == ("For lidt tid til planlægning", 2)
    assert undo_label(journey) == "ret tekst til k1.1"
    journey.file.do(statements.split, journey.id, one)
    assert listed(journey)[0] == (WORDS[0], 2)
    journey.file.undo()
    journey.file.undo()
    assert listed(journey)[0] == (WORDS[0], 2)
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(statements.split, journey.id, one)


def test_a_text_moves_within_its_list_and_to_another(journey: Journey) -> None:
    one, two, three = (id_of(journey, words) for words in WORDS)
    journey.file.do(statements.move, journey.id, three, AREA, 0)
    assert [words for words, _ in listed(journey)] == [WORDS[2], WORDS[0], WORDS[1]]
    journey.file.do(statements.move, journey.id, one, IDEA)
    assert [words for words, _ in listed(journey)] == [WORDS[2], WORDS[1]]
    assert listed(journey, IDEA) == [(WORDS[0], 2)]
    journey.file.do(statements.merge, journey.id, one, [two])
    journey.file.do(statements.split, journey.id, one)
    assert (listed(journey, IDEA), listed(journey)) == ([(WORDS[0], 2)], [(WORDS[2], 1), (WORDS[1], 1)])


def test_the_group_writes_and_deletes_texts_of_its_own(journey: Journey) -> None:
    own = journey.file.do(statements.add, journey.id, "k1.1", STRENGTH, " Vi kan tale om det ").value
    assert listed(journey, STRENGTH) == [("Vi kan tale om det", 0)]
    journey.file.do(statements.rewrite, journey.id, own.id, "Vi taler om det")
    assert journey.file.ask(statements.originals, journey.id) == {}
    journey.file.do(statements.remove, journey.id, own.id)
    journey.file.do(statements.remove, journey.id, id_of(journey, WORDS[1]))
    assert [words for words, _ in listed(journey)] == [WORDS[0], WORDS[2]]
    assert listed(journey, STRENGTH) == []
    assert undo_label(journey) == "slet tekst til k1.1"
    journey.file.undo()
    assert [words for words, _ in listed(journey)] == list(WORDS)


def test_what_cannot_be_done_is_refused_with_a_sentence(journey: Journey) -> None:
    one, elsewhere = id_of(journey, WORDS[0]), id_of(journey, "Et andet sted")
    before = listed(journey)
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(statements.merge, journey.id, one, [elsewhere])
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(statements.merge, journey.id, one, [one])
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(statements.rewrite, journey.id, one, "  ")
    with pytest.raises(Problem, match="E_STATEMENT"):
        journey.file.do(statements.remove, journey.id, "væk")
    with pytest.raises(Problem, match="E_CONSENSUS"):
        journey.file.do(statements.add, journey.id, "9.9", AREA, "x")
    assert listed(journey) == before
    journey.settle_all().accept()
    with pytest.raises(Problem, match="E_STATE"):
        journey.file.do(statements.remove, journey.id, one)


def test_texts_of_the_group_also_replace_what_was_merged(journey: Journey) -> None:
    one, two, _ = (id_of(journey, words) for words in WORDS)
    journey.file.do(statements.merge, journey.id, one, [two])
    agreed = [Agreed("k1.1", journey.rating("k1.1", 3), texts={AREA: ("Vores egne ord",)})]
    journey.file.do(meeting.settle, journey.id, agreed)
    assert [words for words, _ in listed(journey)] == ["Vores egne ord"]
    assert journey.file.ask(statements.originals, journey.id) == {}


def test_deleting_the_answers_deletes_the_originals(journey: Journey) -> None:
    one, two, three = (id_of(journey, words) for words in WORDS)
    journey.file.do(statements.merge, journey.id, one, [two], "Fælles ord")
    journey.file.do(statements.rewrite, journey.id, three, "Mål, alle kan se")
    journey.settle_all().accept()
    delete_for_good(journey.file, journey.id, "Anna")
    assert [words for words, _ in listed(journey)] == ["Fælles ord", "Mål, alle kan se"]
    journey.file.close()
    kept = journey.path.read_bytes()
    assert [words for words in WORDS if words.encode() in kept] == []
    journey.file = open_file(journey.path)


def headed(journey: Journey) -> list[tuple[str, str]]:
    found = journey.file.ask(meeting.items, journey.id)[0].statements[AREA]
    return [(each.heading, each.text) for each in found]


def test_texts_come_under_a_heading_together_and_keep_their_sources(journey: Journey) -> None:
    for words, heading in (("For lidt tid", "Tid"), ("Uklare mål", "Retning"), ("For få møder", " tid ")):
        journey.file.do(statements.put_under, journey.id, id_of(journey, words), heading)
    assert headed(journey) == [("Tid", "For lidt tid"), ("Tid", "For få møder"), ("Retning", "Uklare mål")]
    assert [sources for _, sources in listed(journey)] == [2, 1, 1]
    journey.file.undo()
    assert headed(journey)[0] == ("", "For få møder")


def test_a_text_moved_among_those_of_a_heading_comes_under_it(journey: Journey) -> None:
    for words in ("For få møder", "Uklare mål"):
        journey.file.do(statements.put_under, journey.id, id_of(journey, words), "Tid")
    journey.file.do(statements.move, journey.id, id_of(journey, "For lidt tid"), AREA, 1)
    assert {heading for heading, _ in headed(journey)} == {"Tid"}
    journey.file.do(statements.put_under, journey.id, id_of(journey, "For lidt tid"), "")
    assert headed(journey)[0] == ("", "For lidt tid")


def test_new_and_merged_texts_keep_the_groups_whole(journey: Journey) -> None:
    for words in ("For få møder", "Uklare mål"):
        journey.file.do(statements.put_under, journey.id, id_of(journey, words), "Tid")
    journey.file.do(statements.add, journey.id, "k1.1", AREA, "Nyt")
    assert [heading for heading, _ in headed(journey)] == ["", "", "Tid", "Tid"]
    mål, møder = id_of(journey, "Uklare mål"), id_of(journey, "For få møder")
    journey.file.do(statements.merge, journey.id, mål, [møder])
    assert headed(journey)[-1] == ("Tid", "Uklare mål")
    journey.file.do(statements.split, journey.id, mål)
    assert [heading for heading, _ in headed(journey)] == ["", "", "Tid", "Tid"]


def test_a_heading_is_a_word_or_two(journey: Journey) -> None:
    with pytest.raises(Problem) as long:
        journey.file.do(statements.put_under, journey.id, id_of(journey, "Uklare mål"), "x" * 81)
    assert long.value.code == "E_STATEMENT"
