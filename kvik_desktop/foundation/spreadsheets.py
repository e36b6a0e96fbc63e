"""Tables written for people's spreadsheets: Danish Excel opens them with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def spreadsheet(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The table as CSV with semicolons and a BOM; None is an empty cell, and no cell is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(titles)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def copied(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as spreadsheets paste it: tabs and lines."""
    lines = ([" ".join(str(_harmless(cell)).split()) for cell in line] for line in (titles, *rows))
    return "".join("\t".join(line) + "\n" for line in lines)


def _harmless(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return "" if value is None else value
