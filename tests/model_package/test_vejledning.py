"""The guide for authors says the limits and counts that the check goes by."""

from __future__ import annotations

import re

from kvik_desktop.model_package import lengths
from kvik_desktop.model_package.guidance import DEMANDS, Range
from kvik_desktop.model_package.links import runs
from kvik_desktop.model_package.model import Guidance
from kvik_desktop.model_package.overlay import Addition, Overlay
from kvik_desktop.model_package.wording import GUIDANCE_LIX, QUESTION_LIX
from tests.model_package.material import RESOURCES

GUIDE = RESOURCES.read("modelpakker", "VEJLEDNING.md").decode()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in GUIDE.splitlines() if line[:1] == "|"
]


def told(wanted: Range) -> str:
    if wanted.most is None:
        return f"mindst {wanted.least}"
    return str(wanted.least) if wanted.least == wanted.most else f"{wanted.least}-{wanted.most}"


def test_the_counts_are_those_of_the_check() -> None:
    full, short = DEMANDS[Guidance.FULL], DEMANDS[Guidance.SHORT]
    counts = [row[1:] for row in ROWS if len(row) == 3 and re.match("mindst|[0-9]", row[1])]
    assert counts == [[told(getattr(each, field)) for each in (full, short)] for field in full.__slots__]


def test_the_limits_are_those_of_the_check() -> None:
    rows = dict(row for row in ROWS if len(row) == 2)
    assert rows["spørgsmål"] == f"{lengths.QUESTION} tegn og lixtal {QUESTION_LIX}"
    assert rows["dokumentation, indikatorens navn og kilde"] == f"{lengths.EVIDENCE} tegn"
    assert lengths.EVIDENCE == lengths.INDICATOR
    assert rows["mål"] == f"{lengths.GOAL} tegn"
    assert rows["forklaring (`about`)"] == f"{lengths.ABOUT} tegn"
    assert rows["misforståelse · eksempel"] == f"{lengths.MISUNDERSTANDING} · {lengths.EXAMPLE} tegn"
    assert rows["alle sætninger, der forklarer"] == f"lixtal {GUIDANCE_LIX}"


def test_every_field_of_an_overlay_is_described() -> None:
    fields = set(re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE))
    assert fields == set(Overlay.__struct_fields__) - {"format"}
    assert all(f"`{field}`" in GUIDE for field in Addition.__struct_fields__)


def test_its_example_of_a_link_is_one() -> None:
    [example] = re.findall(r"`(\[\[.*?\]\])`", GUIDE)
    assert len(runs(example)) == 1
    assert not isinstance(runs(example)[0], str)
