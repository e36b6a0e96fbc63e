"""Several hundred hostile packages, each refused with the code and at the layer meant for it."""

from __future__ import annotations

from collections import Counter

import pytest

from kvik_desktop.envelope.trust import NO_TRUST
from kvik_desktop.envelope.verdict import RULINGS, Outcome
from tests.envelope import hostile_containers, hostile_forms, hostile_senders
from tests.envelope.hostile import Case, Layer
from tests.forge import judge

CASES = [*hostile_containers.cases(), *hostile_forms.cases(), *hostile_senders.cases()]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_hostile_package_is_refused_where_it_must_be(case: Case) -> None:
    verdict = judge(case.data)
    assert (verdict.code, Layer.reached(verdict)) == (case.code, case.layer)
    assert verdict.outcome is RULINGS[case.code].outcome
    assert verdict.outcome is not Outcome.ACCEPTED


def test_there_are_several_hundred_different_ones() -> None:
    names = Counter(case.name for case in CASES)
    assert [name for name, count in names.items() if count > 1] == []
    different = {case.data for case in CASES}
    assert len(different) >= 400
    assert len(different) > 0.98 * len(CASES)


def test_nothing_hostile_is_accepted_by_one_who_knows_nobody() -> None:
    outcomes = {judge(case.data, NO_TRUST).outcome for case in CASES}
    assert Outcome.ACCEPTED not in outcomes
