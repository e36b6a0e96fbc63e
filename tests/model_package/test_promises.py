"""A version that has been used keeps its content; a draft may change as often as its author likes."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.model_package.promises import Promises
from tests.model_package.material import KORT, PACKAGES

OWN = msgspec.structs.replace(KORT, id="egen", version="1.0")
CHANGED = msgspec.structs.replace(OWN, criteria=OWN.criteria[:-1])
NEXT = msgspec.structs.replace(CHANGED, version="1.1")


@pytest.fixture
def promises(tmp_path: Path) -> Promises:
    return Promises(tmp_path / "modeller", PACKAGES)


def test_a_version_that_has_been_used_is_refused_with_other_content(promises: Promises) -> None:
    promises.require(OWN)
    promises.require(CHANGED)
    promises.keep(OWN)
    promises.require(OWN)
    promises.require(NEXT)
    with pytest.raises(Problem, match="E_MODEL"):
        promises.require(CHANGED)


def test_the_shipped_packages_are_nobodys_own(promises: Promises, tmp_path: Path) -> None:
    promises.keep(KORT)
    assert not (tmp_path / "modeller").exists()


def test_where_nothing_can_be_kept_one_can_work_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    promises = Promises(tmp_path / "fil" / "modeller", PACKAGES)
    promises.keep(OWN)
    promises.require(CHANGED)
