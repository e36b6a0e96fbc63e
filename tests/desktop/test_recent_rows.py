"""A row says what was known the last time, in the reader's words, and the day as one says it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kvik_desktop.desktop.recent_rows import Facts, gone, remembered, retold, shortened
from kvik_desktop.foundation.text import Language, Translator, say
from kvik_desktop.shell.settings import Recent

NOW = datetime(2026, 11, 22, 13, 40, tzinfo=UTC).astimezone()
TR = Translator("da")
TOLD = Recent(
    "/filer/skolen.kvikdb",
    title="Skolen",
    subtitle="Selvevaluering 2026",
    mark="missing",
    missing="7 delkriterier mangler enighed",
    step="3 Konsensus",
    language="da",
)


def test_what_a_file_said_the_last_time_is_shown_at_once() -> None:
    row = remembered(TOLD, TR, NOW)
    assert (row.title, row.mark, row.missing, row.step) == (
        "Skolen", "missing", "7 delkriterier mangler enighed", "3 Konsensus",
    )  # fmt: skip


def test_words_of_another_language_wait_until_they_are_read_anew() -> None:
    row = remembered(TOLD, Translator("en"), NOW)
    assert (row.title, row.mark, row.missing, row.step) == ("Skolen", "", "", "")


def test_a_file_that_has_said_nothing_is_called_by_its_name() -> None:
    assert remembered(Recent("/filer/Børnehuset 2026.kvikdb"), TR, NOW).title == "Børnehuset 2026"


@pytest.mark.parametrize(
    ("opened", "language", "day"),
    [
        (NOW.replace(hour=13, minute=18), "da", "I dag 13.18"),
        (NOW.replace(day=21, hour=23), "da", "I går"),
        (NOW.replace(month=3, day=14), "da", "14.03.2026"),
        (NOW.replace(month=3, day=14), "en", "14 March 2026"),
    ],
)
def test_the_day_is_said_as_one_says_it(opened: datetime, language: Language, day: str) -> None:
    recent = Recent("/a.kvikdb", opened=opened.isoformat())
    assert remembered(recent, Translator(language), NOW).day == day


@pytest.mark.parametrize("opened", ["", "i går", "2026-13-40T00:00"])
def test_a_day_nobody_can_read_is_none(opened: str) -> None:
    assert remembered(Recent("/a.kvikdb", opened=opened), TR, NOW).day == ""


def test_new_words_take_the_place_of_the_old_but_a_name_is_kept() -> None:
    told = retold(TOLD, Facts(mark="problem", missing=say("Filen kan ikke læses")), TR)
    assert (told.title, told.subtitle, told.missing, told.step) == (
        "Skolen", "Selvevaluering 2026", "Filen kan ikke læses", "",
    )  # fmt: skip


def test_a_file_that_is_gone_keeps_what_is_remembered_of_it() -> None:
    assert retold(TOLD, Facts(gone=True), TR) == TOLD
    row = gone(remembered(TOLD, TR, NOW), TR)
    assert (row.missing, row.mark, row.gone) == ("Filen er flyttet. Find den…", "", True)


def test_a_long_path_is_cut_in_the_middle() -> None:
    path = "/home/anna/Dokumenter/KVIK/" + "meget " * 20 + "lang/Børnehuset 2026.kvikdb"
    cut = shortened(path, 40)
    assert len(cut) == 40
    assert cut.startswith("/home/anna")
    assert cut.endswith("Børnehuset 2026.kvikdb")
    assert shortened("/kort.kvikdb", 40) == "/kort.kvikdb"
