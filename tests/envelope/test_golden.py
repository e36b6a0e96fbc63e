"""Packages of every released version, kept as files: they stay readable, byte for byte, for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from kvik_desktop.envelope import container
from kvik_desktop.envelope.manifest import decode, encode
from kvik_desktop.envelope.verdict import Outcome
from tests.forge import judge

GOLDEN = sorted((Path(__file__).parent.parent / "golden" / "envelope").glob("*.kvik"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_a_package_of_old_is_accepted_and_would_be_written_the_same(path: Path) -> None:
    data = path.read_bytes()
    verdict = judge(data)
    assert verdict.outcome is Outcome.ACCEPTED
    assert verdict.kind is not None
    opened = container.unpack(data)
    assert encode(decode(opened.manifest, verdict.kind)) == opened.manifest
    assert container.pack(opened.members) == data


def test_every_kind_is_kept() -> None:
    kinds = {judge(path.read_bytes()).kind for path in GOLDEN}
    assert len(kinds) == len(GOLDEN) == 5
