"""What is remembered of the user: kept, read again, and nothing odd believed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kvik_desktop.shell.settings import MOST_RECENT, Recent, Settings, SettingsFile

FULL = Settings(
    "en",
    "dark",
    150,
    guidance=False,
    folder="/home",
    place="01d9",
    recent=(Recent("/a.kvikdb", title="Børnehuset", looks={"plan": "board when"}),),
)


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "ny" / "indstillinger.json")
    assert file.read() == Settings()
    file.write(FULL)
    assert file.read() == FULL


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("language", "tysk"), ("language", 3), ("theme", None), ("percent", 101), ("percent", 100.0),
        ("percent", True), ("percent", []), ("folder", 7), ("place", []),
        ("recent", {"path": "x"}), ("recent", [7, {}]),
    ],
)  # fmt: skip
def test_an_odd_value_is_the_default_and_the_others_stay(tmp_path: Path, name: str, odd: object) -> None:
    file = SettingsFile(tmp_path / "i.json")
    file.write(FULL)
    raw = json.loads((tmp_path / "i.json").read_bytes()) | {name: odd}
    (tmp_path / "i.json").write_text(json.dumps(raw), encoding="utf-8")
    assert file.read() == replace(FULL, **{name: getattr(Settings(), name)})


@pytest.mark.parametrize("odd", [7, ["plan"], {"plan": 7}, {"plan": "x" * 500}])
def test_an_odd_look_is_left_out_and_the_file_stays_on_the_list(tmp_path: Path, odd: object) -> None:
    row = {"path": "/a.kvikdb", "kind": "institution", "looks": odd}
    (tmp_path / "i.json").write_text(json.dumps({"recent": [row]}))
    assert SettingsFile(tmp_path / "i.json").read().recent == (Recent("/a.kvikdb"),)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_a_fault(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    path = tmp_path_factory.mktemp("i") / "i.json"
    path.write_bytes(junk)
    assert isinstance(SettingsFile(path).read(), Settings)


def test_deep_nesting_and_a_huge_file_are_the_defaults(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "i.json")
    for content in (b"[" * 100_000, b" " * 1_000_001, b"[]", b"null"):
        (tmp_path / "i.json").write_bytes(content)
        assert file.read() == Settings()


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    SettingsFile(tmp_path / "fil" / "i.json").write(FULL)
    assert (tmp_path / "fil").read_text(encoding="utf-8") == ""


def test_an_opened_file_is_first_once_and_the_oldest_fall_out() -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 5):
        settings = settings.opened(Recent(f"/{number}"))
    settings = settings.opened(Recent("/20", title="igen"))
    assert settings.recent[0] == Recent("/20", title="igen")
    assert len(settings.recent) == MOST_RECENT == len({recent.path for recent in settings.recent})
    assert settings.without("/20").recent_of("/20") is None
