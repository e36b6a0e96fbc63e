"""Publishing: a snapshot that stays, one breakdown, and a new one only where nobody can be found out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from kvik_desktop.bundle.payload import ResultPayload
from kvik_desktop.central.published import usecases as published
from kvik_desktop.central.published.comparison import SMALLEST_GROUP, differences
from kvik_desktop.central.published.model import Breakdown, Publication, RowKind, published_sets
from kvik_desktop.cli.benchmarks.packages import CAMPAIGN
from kvik_desktop.envelope import container
from kvik_desktop.envelope.kinds import RESULT_PATH
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.rounding import whole
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.scoring import quantile
from tests.central.material import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path, size=48)
    yield made
    made.database.close()


def publish(
    office: Office, breakdown: Breakdown | None = None, *, renew: bool = False, campaign: str = CAMPAIGN
) -> Publication:
    return office.database.do(published.publish, campaign, breakdown, renew=renew).value


def deliver(office: Office, numbers: Sequence[int]) -> list[bytes]:
    packages = [office.package(number)[0] for number in numbers]
    office.take(packages)
    return packages


def means(packages: Sequence[bytes], criterion: int) -> list[Fraction]:
    """The exact means of one criterion, taken straight from the packages."""
    found = []
    for data in packages:
        result = msgspec.json.decode(container.unpack(data).content[RESULT_PATH], type=ResultPayload)
        scores = [sub.score for sub in result.criteria[criterion].subcriteria if sub.score is not None]
        found.append(Fraction(sum(scores), len(scores)))
    return found


def test_the_figures_are_those_of_the_packages(office: Office) -> None:
    packages = deliver(office, range(44))
    [table] = publish(office).tables
    assert (table.n, table.groups) == (44, ("dagtilbud", "skole", "aeldre", "social"))
    rows = {row.name: row.row for row in table.rows if row.kind is RowKind.CRITERION}
    assert list(rows) == [str(number) for number in range(1, 10)]
    for number in range(9):
        row = rows[str(number + 1)]
        everybody, schools = means(packages, number), means(packages[1::4], number)
        for cell, values in ((row.all, everybody), (row.groups["skole"], schools)):
            assert cell is not None
            wanted = [quantile(values, Fraction(quarter, 4)) for quarter in (1, 2, 3)]
            assert [cell.q1, cell.median, cell.q3] == [whole(value) for value in wanted if value is not None]
            assert cell.n == len(values)


def test_every_subcriterion_has_its_row_in_the_models_order(office: Office) -> None:
    deliver(office, range(5))
    [table] = publish(office).tables
    names = [row.name for row in table.rows if row.kind is RowKind.SUBCRITERION]
    assert names == [sub.id for sub in office.world.model.subcriteria()]


def test_fewer_than_five_show_nothing(office: Office) -> None:
    deliver(office, range(4))
    [table] = publish(office).tables
    assert (table.n, table.rows) == (4, ())


def test_only_what_counts_is_counted(office: Office) -> None:
    deliver(office, range(6))
    first, sha256 = office.package(0)
    office.take([first, office.withdrawal(0, 2, sha256)])
    assert publish(office).tables[0].n == 5


def test_a_snapshot_stays_as_it_is(office: Office) -> None:
    deliver(office, range(20))
    first = publish(office)
    deliver(office, range(20, 30))
    assert publish(office) == first
    assert office.database.ask(published.newer_than, first) == 10


def test_the_breakdown_is_frozen_with_it(office: Office) -> None:
    deliver(office, range(20))
    publish(office, Breakdown.SECTOR)
    with pytest.raises(Problem, match="E_FROZEN"):
        publish(office, Breakdown.LEVEL)
    with pytest.raises(Problem, match="E_FROZEN"):
        publish(office, Breakdown.NONE, renew=True)


@pytest.mark.parametrize(
    ("breakdown", "groups"),
    [(Breakdown.NONE, ("",)), (Breakdown.LEVEL, ("institution",)), (Breakdown.PARENT, ("",))],
)
def test_other_breakdowns(office: Office, breakdown: Breakdown, groups: tuple[str, ...]) -> None:
    deliver(office, range(6))
    [table] = publish(office, breakdown).tables
    assert table.groups == groups
    assert table.rows[0].row.groups[groups[0]] == table.rows[0].row.all


def test_a_new_snapshot_is_taken_when_enough_have_come(office: Office) -> None:
    deliver(office, range(20))
    publish(office)
    deliver(office, range(20, 48))
    assert publish(office, renew=True).tables[0].n == 48
    assert publish(office).tables[0].n == 48


@pytest.mark.parametrize("more", [1, 4])
def test_a_new_snapshot_that_would_show_the_newcomers_is_refused(office: Office, more: int) -> None:
    deliver(office, range(20))
    first = publish(office)
    deliver(office, range(20, 20 + more))
    with pytest.raises(Problem, match="E_TOO_FEW_NEW"):
        publish(office, renew=True)
    assert publish(office) == first


def test_a_corrected_package_alone_takes_no_new_snapshot(office: Office) -> None:
    deliver(office, range(20))
    publish(office)
    office.take([office.package(0, 2, office.package(0)[1], variant=2)[0]])
    with pytest.raises(Problem, match="E_TOO_FEW_NEW"):
        publish(office, renew=True)


def test_a_new_snapshot_is_held_against_all_the_earlier_ones(office: Office) -> None:
    """Five more, then those five gone and one other come: beside the first, that one would stand alone."""
    deliver(office, [number for number in range(40) if number % 4 == 0])
    publish(office)
    more = [number for number in range(48) if number % 4 == 1][:6]
    deliver(office, more)
    publish(office, renew=True)
    office.take([office.withdrawal(number, 2, office.package(number)[1]) for number in more])
    deliver(office, [44])
    with pytest.raises(Problem, match="E_TOO_FEW_NEW"):
        publish(office, renew=True)


def test_an_unknown_campaign_is_told(office: Office) -> None:
    with pytest.raises(Problem, match="E_CAMPAIGN"):
        publish(office, campaign="findes-ikke")


def test_methods_and_models_never_meet_in_one_figure(tmp_path: Path) -> None:
    folder = tmp_path
    for model, method in (("kvik", Method.CLASSICAL), ("kvik", Method.FINE), ("kvik-kort", Method.SCALE5)):
        part = folder / f"{model}-{method.value}"
        part.mkdir()
        office = Office(part, size=8, model=model, method=method)
        deliver(office, range(8))
        [table] = publish(office).tables
        assert (table.stratum.model, table.stratum.method) == (model, method)
        assert table.basis == "kvik"
        criteria = [row for row in table.rows if row.kind is RowKind.CRITERION]
        assert [row.name for row in criteria] == [str(number) for number in range(1, 10)]
        office.database.close()


def test_the_short_edition_compares_by_shares_of_steps(tmp_path: Path) -> None:
    office = Office(tmp_path, size=40, model="kvik-kort", method=Method.SCALE5)
    deliver(office, range(40))
    [table] = publish(office).tables
    for row in table.rows:
        assert row.row.shares[0].low == 0
        assert row.row.shares[-1].high == 5
        assert row.row.all is not None
        assert 0 <= row.row.all.median <= 5
    office.database.close()


def test_no_two_published_sets_differ_by_fewer_than_five() -> None:
    """Whoever has all tables, old and new, can subtract any set from any that holds it."""
    members = [(f"p{n}", "kvik/classical/2026", "abc"[n % 3] if n < 12 else "d") for n in range(15)]
    scored = {package: [(RowKind.CRITERION, "1")] for package, _, _ in members}
    [sets] = published_sets(members, scored).values()
    assert all(number >= SMALLEST_GROUP for number in differences(sets.values()))


def test_the_day_it_was_taken_is_told(office: Office) -> None:
    deliver(office, range(5))
    assert datetime.fromisoformat(publish(office).taken) == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_looking_keeps_nothing(office: Office) -> None:
    deliver(office, range(20))
    looked = office.database.ask(published.look, CAMPAIGN, Breakdown.LEVEL)
    assert not looked.is_kept
    assert looked.publication.tables[0].groups == ("institution",)
    assert publish(office).breakdown is Breakdown.SECTOR


def test_the_snapshot_is_looked_at_once_there_is_one(office: Office) -> None:
    deliver(office, range(20))
    first = publish(office)
    deliver(office, range(20, 23))
    looked = office.database.ask(published.look, CAMPAIGN, Breakdown.LEVEL)
    assert (looked.publication, looked.is_kept, looked.newer) == (first, True, 3)


def test_why_a_new_snapshot_is_not_taken(office: Office) -> None:
    deliver(office, range(20))
    assert office.database.ask(published.why_not_renew, CAMPAIGN) is None, "the first one can be"
    publish(office)
    deliver(office, range(20, 23))
    problem = office.database.ask(published.why_not_renew, CAMPAIGN)
    assert problem is not None
    assert problem.code == "E_TOO_FEW_NEW"
    deliver(office, range(23, 48))
    assert office.database.ask(published.why_not_renew, CAMPAIGN) is None


def test_campaigns_in_which_something_counts_are_told_by_their_titles(office: Office) -> None:
    assert office.database.ask(published.titles) == ()
    deliver(office, range(2))
    assert office.database.ask(published.titles) == ((CAMPAIGN, "Selvevaluering 2026"),)
