"""Results made with a model of one's own: told while it is unknown, checked and compared once it is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from kvik_desktop.central import store
from kvik_desktop.central.own_models.usecases import own_models
from kvik_desktop.central.published.model import Breakdown, RowKind
from kvik_desktop.central.published.usecases import figures
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.envelope.verdict import Fact
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.model_package.files import package_in
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.storage.work import Transaction
from tests.central.material import MODELS, Office, codes

KVIK, KORT = MODELS
FJORDBY = package_in(Resources().path("modelpakker", "eksempel", "fjordby-tillaeg.json"), MODELS)
SHORT = msgspec.structs.replace(KORT, id="kort-fjordby", version="1.0")
WITHOUT_THE_LAST = msgspec.structs.replace(FJORDBY, criteria=FJORDBY.criteria[:-1])
"""Calls itself the same edition, but has other subcriteria."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path, own=FJORDBY)
    yield made
    made.database.close()


def bases(work: Transaction) -> set[str]:
    return set(work.execute(select(store.CRITERION_MEAN.c.basis)).scalars())


def test_a_result_with_an_unknown_model_counts_and_says_that_it_was_not_checked(office: Office) -> None:
    [verdict] = office.take([office.package(0)[0]]).files
    assert (verdict.outcome.value, verdict.code) == ("accepted", "W_MODEL")
    assert verdict.facts.complete is Fact.UNKNOWN
    assert "egne spørgsmål er ikke kontrolleret" in verdict.message.message
    assert "--model" in verdict.action.message
    assert office.database.ask(bases) == {"kvik-fjordby"}


def test_a_result_is_checked_and_compared_by_the_model_that_was_handed_in(office: Office) -> None:
    report = office.take([office.package(0)[0]], own=[FJORDBY])
    [verdict] = report.files
    assert (verdict.code, verdict.facts.complete) == (None, Fact.YES)
    assert report.models == (FJORDBY,)
    assert office.database.ask(bases) == {"kvik"}


def test_the_model_is_remembered(office: Office) -> None:
    office.take([], own=[FJORDBY, FJORDBY])
    assert office.database.ask(own_models) == (FJORDBY,)
    report = office.take([office.package(0)[0]], own=[FJORDBY])
    assert (codes(report), report.models) == ([None], ())


def test_a_shipped_model_is_nobodys_own(office: Office) -> None:
    assert office.take([], own=[KVIK]).models == ()
    assert office.database.ask(own_models) == ()


def test_other_content_under_the_same_version_is_refused_before_anything_is_taken_in(office: Office) -> None:
    office.take([], own=[FJORDBY])
    with pytest.raises(Problem, match="E_MODEL"):
        office.take([office.package(0)[0]], own=[WITHOUT_THE_LAST])
    assert office.database.ask(store.receipts.all) == ()


def test_a_result_with_other_content_of_the_model_is_refused(tmp_path: Path) -> None:
    office = Office(tmp_path, own=WITHOUT_THE_LAST)
    with office.database:
        assert codes(office.take([office.package(0)[0]], own=[FJORDBY])) == ["E_SEMANTIC"]


def test_what_came_before_the_model_is_checked_when_it_comes(office: Office) -> None:
    office.take([office.package(0)[0], office.package(1)[0]])
    report = office.take([], own=[FJORDBY])
    assert (report.checked, report.unfit) == (2, 0)
    receipts = office.database.ask(store.receipts.all)
    assert {(each.code, each.facts.complete) for each in receipts} == {(None, Fact.YES)}
    assert office.database.ask(bases) == {"kvik"}
    again = office.take([], own=[FJORDBY])
    assert (again.checked, again.unfit) == (0, 0)


def test_what_does_not_fit_its_model_counts_no_longer(tmp_path: Path) -> None:
    office = Office(tmp_path, own=WITHOUT_THE_LAST)
    with office.database:
        office.take([office.package(0)[0]])
        report = office.take([], own=[FJORDBY])
        assert (report.checked, report.unfit) == (1, 1)
        assert [each.code for each in office.database.ask(store.receipts.all)] == ["E_SEMANTIC"]
        assert office.database.ask(store.packages.all) == ()
        assert office.database.ask(bases) == set()


def test_a_gap_is_told_when_the_model_is_known(office: Office) -> None:
    _, second = office.chain(0, 2)
    assert codes(office.take([second])) == ["W_MODEL"]
    office.take([], own=[FJORDBY])
    assert [each.code for each in office.database.ask(store.receipts.all)] == ["W_GAP"]


def test_a_fork_weighs_more_than_an_unknown_model_and_less_when_it_is_settled(office: Office) -> None:
    first, identity = office.package(0)
    rival, _ = office.package(0, variant=7)
    assert codes(office.take([first, rival])) == ["E_FORK", "E_FORK"]
    second, _ = office.package(0, 2, identity)
    assert codes(office.take([second])) == ["W_MODEL"]
    assert {each.code for each in office.database.ask(store.receipts.all)} == {"W_MODEL", "E_FORK"}


@pytest.mark.parametrize("own", [FJORDBY, SHORT], ids=["overlay", "short"])
def test_an_own_model_has_a_table_of_its_own_with_the_criteria_of_kvik(
    tmp_path: Path, own: ModelPackage
) -> None:
    office = Office(tmp_path, size=12, own=own)
    with office.database:
        office.take([office.package(number)[0] for number in range(6)])
        office.take([office.package(number)[0] for number in range(6, 12)], own=[own])
        [table] = office.database.ask(figures, CAMPAIGN, Breakdown.NONE).tables
    assert (table.stratum.model, table.basis, table.n) == (own.id, "kvik", 12)
    rows = {row.name: row.row.all for row in table.rows if row.kind is RowKind.CRITERION}
    assert rows.keys() <= {criterion.id for criterion in KVIK.criteria}
    assert {cell.n for cell in rows.values() if cell} == {12}


def test_an_older_version_is_known_by_its_own_content(tmp_path: Path) -> None:
    older = msgspec.structs.replace(SHORT, criteria=KORT.criteria[:-1])
    newer = msgspec.structs.replace(SHORT, version="1.1")
    office = Office(tmp_path, own=older)
    with office.database:
        assert codes(office.take([office.package(0)[0]], own=[newer, older])) == [None]
        assert {each.id for each in office.database.ask(own_models)} == {"kort-fjordby"}


def test_a_withdrawal_has_no_model_to_be_unknown(office: Office) -> None:
    first, identity = office.package(0)
    report = office.take([first, office.withdrawal(0, 2, identity)])
    assert codes(report) == ["W_MODEL", None]
