"""Every kind of file an author can have checked: what the checker lets through can be read."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kvik_desktop.model_package.checking import examine
from kvik_desktop.model_package.files import PACKAGE, Known, check_file, format_of, lix_of
from kvik_desktop.model_package.glossary import Glossary, shipped_glossary
from kvik_desktop.model_package.model import Guidance
from kvik_desktop.model_package.overlay import Overlay
from kvik_desktop.model_package.process import Guide, Programmes
from kvik_desktop.model_package.standards import Crosswalk
from tests.model_package.material import KORT, KVIK, PACKAGES, RESOURCES, source
from tests.model_package.test_checking import damage, places, scraps

WORDS = shipped_glossary(RESOURCES).by_id
KNOWN = Known(PACKAGES, WORDS)
FILES: dict[str, tuple[bytes, type[msgspec.Struct]]] = {
    "kvik-tillaeg/1": (RESOURCES.read("modelpakker", "eksempel", "fjordby-tillaeg.json"), Overlay),
    "kvik-ordliste/1": (RESOURCES.read("ordliste.json"), Glossary),
    "kvik-standarder/1": (RESOURCES.read("standarder", "dansk-kvalitetsmodel-social.json"), Crosswalk),
    "kvik-forloeb/1": (RESOURCES.read("forloeb", "ti-trin.json"), Guide),
    "kvik-dagsprogrammer/1": (RESOURCES.read("forloeb", "dagsprogrammer.json"), Programmes),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_known_by_its_format(name: str) -> None:
    data, kind = FILES[name]
    assert format_of(data) == name
    assert check_file(data, KNOWN).faults == ()
    assert msgspec.json.decode(data, type=kind)
    # The standards' names and sources are not ours to write plainly; every other kind has texts to read.
    assert bool(lix_of(data)) is (name != "kvik-standarder/1")


@pytest.mark.parametrize("data", [b"", b"[]", b'{"format": 7}', b'{"format": "x"}', b"\xff", b"{" * 99])
def test_what_says_nothing_we_know_is_taken_for_a_package(data: bytes) -> None:
    assert format_of(data) == PACKAGE
    assert check_file(data, KNOWN).faults
    assert lix_of(data) == ()


def test_the_shipped_packages_keep_what_they_promise() -> None:
    assert [package.guidance for package in (KVIK, KORT)] == [Guidance.FULL, Guidance.SHORT]
    for package in PACKAGES:
        findings = examine(source(package), PACKAGES, WORDS)
        assert (findings.faults, findings.remarks) == ((), ())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(FILES)), places, st.sampled_from(["replace", "remove", "add", "rename"]), scraps)
def test_what_the_checker_lets_through_is_what_can_be_decoded(
    name: str, place: int, act: str, scrap: object
) -> None:
    data, kind = FILES[name]
    raw = json.loads(data)
    damage(raw, place, act, scrap)
    damaged = json.dumps(raw).encode()
    try:
        msgspec.json.decode(damaged, type=kind)
        accepted = True
    except (msgspec.MsgspecError, UnicodeError):
        accepted = False
    assert accepted or check_file(damaged, KNOWN).faults
