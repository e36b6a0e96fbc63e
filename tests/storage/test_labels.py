"""The names of steps survive the file and can be shown in either language."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.storage.labels import label_from_json, label_to_json


def test_a_label_comes_back_with_all_its_values() -> None:
    label = say(
        "{a} {b} {c} {d} {e} {f} {g}",
        a="Å {b}",
        b=3,
        c=Decimal("2.50"),
        d=Fraction(1, 3),
        e=date(2026, 1, 2),
        f=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
        g=say("indeni {h}", h=say_n("ét svar", "{n} svar", 4)),
    )
    assert label_from_json(label_to_json(label)) == label


def test_a_label_holds_no_objects_of_ours() -> None:
    with pytest.raises(TypeError):
        label_to_json(say("{x}", x=object()))
