"""Packages from the program, from files and from evaluations."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.model import Method
from kvik_desktop.model_package.reading import decode, from_content, load, require_method, shipped
from tests.model_package.material import KORT, KVIK, PACKAGES, RESOURCES, source


def refused(act: object) -> Problem:
    assert callable(act)
    with pytest.raises(Problem) as caught:
        act()
    return caught.value


def test_the_program_carries_both_models() -> None:
    assert [package.id for package in shipped(RESOURCES)] == ["kvik", "kvik-kort"]


def test_a_model_is_named_by_id_or_by_file(tmp_path: Path) -> None:
    assert load("kvik-kort", RESOURCES) == KORT
    own = json.loads(source(KORT)) | {"id": "egen", "version": "2026.1"}
    path = tmp_path / "egen.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(own, ensure_ascii=False).encode())
    assert load(str(path), RESOURCES).id == "egen"
    assert load(str(path), RESOURCES).scale == KORT.scale


def test_an_unknown_model_is_told_with_the_known_ones() -> None:
    problem = refused(lambda: load("kvick", RESOURCES))
    assert problem.code == "E_MODEL"
    assert "kvik, kvik-kort" in Translator()(problem.action)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refused(lambda: load(str(tmp_path / "væk.json"), RESOURCES)).code == "E_FILE"
    assert refused(lambda: load(str(tmp_path), RESOURCES)).code == "E_MODEL"


def test_a_changed_file_under_a_shipped_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kvik.json"
    path.write_bytes(source(KVIK).replace(b"Lederskab", b"Ledelse"))
    problem = refused(lambda: load(str(path), RESOURCES))
    assert problem.code == "E_MODEL"
    assert [detail.column for detail in problem.details] == ["version"]


def test_a_file_with_faults_is_refused_with_all_of_them() -> None:
    raw = json.loads(source(KVIK))
    del raw["name"]["en"], raw["criteria"][0]["name"]["da"]
    problem = refused(lambda: decode(json.dumps(raw).encode(), PACKAGES))
    assert problem.code == "E_MODEL"
    assert [detail.column for detail in problem.details] == ["name", "criteria[0].name"]


def test_frozen_content_comes_back_as_it_was() -> None:
    for package in PACKAGES:
        again = from_content(package.content, package.sha256)
        assert again == package
        assert again.sha256 == package.sha256


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        KVIK.content[:-1],
        KVIK.content + b"\n",
        KVIK.content.replace(b'"plan":{', b'"plam":{', 1),
        KVIK.content.replace(b'"id":"1.2"', b'"id":"1.1"', 1),
        KVIK.content.replace(b'{"format"', b'{"format":"x","format"', 1),
        source(KVIK),
        b"[" * 1_000_000,
    ],
)
def test_frozen_content_is_those_bytes_or_nothing(damaged: bytes) -> None:
    sha256 = hashlib.sha256(damaged).hexdigest()
    assert refused(lambda: from_content(damaged, sha256)).code == "E_MODEL"


def test_frozen_content_with_another_word_in_it_is_not_what_was_frozen() -> None:
    changed = KVIK.content.replace(b"Lederskab", b"Lederskib", 1)
    assert from_content(changed, hashlib.sha256(changed).hexdigest()).id == KVIK.id
    assert refused(lambda: from_content(changed, KVIK.sha256)).code == "E_MODEL"


def test_a_method_must_be_offered() -> None:
    require_method(KVIK, Method.FINE)
    raw = json.loads(KORT.content) | {"id": "egen", "methods": ["scale5"]}
    own = decode(json.dumps(raw).encode(), PACKAGES)
    require_method(own, Method.SCALE5)
    assert refused(lambda: require_method(own, Method.FINE)).code == "E_METHOD"
