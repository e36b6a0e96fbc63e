"""An Excel workbook of typed tables: real numbers and dates, and text that can never become a formula.

Text that a spreadsheet could take for a formula gets an apostrophe in front, in the cell itself: Excel would
not run it anyway, since it is stored as text, but saved as CSV and opened again it would be run.
"""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.format import Format

from kvik_desktop.foundation.text import Language
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.pasted import fit
from kvik_desktop.report.steady_zip import steady

Kind = Literal["text", "strong", "whole", "mean", "amount", "money", "date"]
Value = str | int | Fraction | Decimal | date | None

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""What a cell may not begin with: a spreadsheet reading CSV takes it, also after spaces, for a formula."""

LONGEST_TEXT = 32_767
"""UTF-16 units that Excel can hold in a cell."""

LONGEST_NAME = 31
"""Characters in the name of a sheet."""

LONGEST_PROPERTY = 255
"""Characters in a title or an author."""

FIRST_YEAR = 1900
"""Excel knows no earlier dates."""

ROOM_IN_MARGIN = 80
"""A longer title would run into the page number beside it."""

LINE, HIGHEST_ROW = 15, 409
"""The height of a line of text and the greatest height of a row, in points."""

CHARACTERS_A_PAGE = 190
"""The width that still can be read when it is fitted to a page of A4."""

_HELD_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
"""A row with this keeps its height when somebody writes more in it."""

_NUMBERS = {"whole": "0", "mean": "0.0", "amount": "General", "money": "#,##0.00"}
_TALL = {"title": 28, "heading": 19}
"""The height of a line in larger type."""

_WRAPPED = ("text", "strong", "head", "head-right")
_DATES: dict[Language, str] = {"da": "dd.mm.yyyy", "en": "d mmm yyyy"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, its width in characters and what its cells hold."""

    head: str
    width: float
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Cover:
    """What the workbook says about itself; ``cut`` ends a text that is too long for a cell."""

    language: Language
    title: str
    author: str
    created: datetime
    page_of: str
    cut: str


class Book:
    """A workbook in the making."""

    def __init__(self, cover: Cover, palette: Palette) -> None:
        self.cover = cover
        self.palette = palette
        self._bytes = BytesIO()
        self.workbook = xlsxwriter.Workbook(self._bytes, {"in_memory": True})
        named = {"title": cover.title, "author": cover.author}
        held = {name: fit(text)[:LONGEST_PROPERTY] for name, text in named.items()}
        self.workbook.set_properties({**held, "created": cover.created.astimezone(UTC)})
        self._formats: dict[str, Format] = {}

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """A new sheet; a name Excel would refuse is cut, and widths are in characters."""
        sheet = self.workbook.add_worksheet(sheet_name(name))
        _set_up_print(sheet, self.cover)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        return Sheet(self, sheet, widths)

    def format(self, kind: str) -> Format:
        """The format of cells of a kind, or of ``title``, ``heading``, ``head`` and ``quiet``."""
        if kind not in self._formats:
            self._formats[kind] = self.workbook.add_format(self._look(kind))
        return self._formats[kind]

    def save(self) -> bytes:
        """The finished file: the same bytes for the same cells."""
        self.workbook.close()
        return steady(self._bytes.getvalue(), _let_rows_grow)

    def _look(self, kind: str) -> dict[str, object]:
        base: dict[str, object] = {
            "font_name": "Calibri",
            "font_size": 11,
            "font_color": self.palette.tokens["text"],
        }
        if kind in _NUMBERS:
            return base | {"num_format": _NUMBERS[kind], "valign": "top"}
        return base | {"align": "left", "indent": 1, "valign": "top"} | self._text_look(kind)

    def _text_look(self, kind: str) -> dict[str, object]:
        tokens = self.palette.tokens
        head: dict[str, object] = {
            "bold": True, "text_wrap": True,
            "bg_color": tokens["selected"], "font_color": tokens["text-selected"],
        }  # fmt: skip
        looks: dict[str, dict[str, object]] = {
            "text": {"text_wrap": True},
            "strong": {"text_wrap": True, "bold": True},
            "date": {"num_format": _DATES[self.cover.language]},
            "title": {"text_wrap": True, "bold": True, "font_size": 20},
            "heading": {"text_wrap": True, "bold": True, "font_size": 13},
            "quiet": {"text_wrap": True, "font_color": tokens["text-2"]},
            "head": head,
            "head-right": head | {"align": "right", "indent": 0},
        }
        return looks.get(kind, {})


class Sheet:
    """A sheet filled from the top; ``row`` is the next free one, counted from 0."""

    def __init__(self, book: Book, sheet: Any, widths: Sequence[float]) -> None:
        self.book = book
        self.sheet = sheet
        self.row = 0
        self._widths = widths

    def line(self, text: str, kind: str = "text") -> None:
        """One text across the sheet."""
        self._across(0, text, kind)
        self.row += 1

    def gap(self) -> None:
        """An empty row."""
        self.row += 1

    def pairs(self, pairs: Iterable[tuple[str, Value]], kind: Kind = "text") -> None:
        """Labels with their values beside them."""
        for pair in pairs:
            self._cells(pair, ("quiet", kind))

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Labels with texts that have the rest of the row."""
        for label, text in pairs:
            self._write(self.row, 0, label, "quiet")
            self._across(1, text, "text")
            self.row += 1

    def figure(self, label: str, mean: Fraction | None, step: str) -> None:
        """A mean between its label and the step it lies on."""
        self._cells((label, mean, step), ("strong", "mean", "text"))

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> range:
        """A heading row and the rows under it; returns the rows the data got."""
        heads = ["head-right" if column.kind in _NUMBERS else "head" for column in columns]
        self._cells([column.head for column in columns], heads)
        first = self.row
        for row in rows:
            self._cells(row, [column.kind for column in columns])
        return range(first, self.row)

    def list_of(self, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, frozen: int) -> None:
        """One table as the whole sheet: filters, and the heading row and first columns always in sight."""
        data = self.table(columns, rows)
        self.sheet.autofilter(0, 0, data.stop - 1, len(columns) - 1)
        self.sheet.freeze_panes(1, frozen)
        self.sheet.repeat_rows(0)
        self.sheet.repeat_columns(0, frozen - 1)
        self.sheet.fit_to_pages(math.ceil(sum(self._widths) / CHARACTERS_A_PAGE), 0)

    def upright(self, *, pages_down: int) -> None:
        """Prints the sheet on A4 upright; 0 pages down is as many as it takes."""
        self.sheet.set_portrait()
        self.sheet.fit_to_pages(1, pages_down)

    def _cells(self, values: Sequence[Value], kinds: Sequence[str]) -> None:
        """One row, as high as its longest wrapped text: not every program measures it by itself."""
        lines = 1
        for place, (value, kind) in enumerate(zip(values, kinds, strict=True)):
            self._write(self.row, place, value, kind)
            if isinstance(value, str) and kind in _WRAPPED:
                lines = max(lines, _lines(value, self._widths[place]))
        if lines > 1:
            self.sheet.set_row(self.row, min(lines * LINE, HIGHEST_ROW))
        self.row += 1

    def _across(self, first: int, text: str, kind: str) -> None:
        """A text in one cell made of all from the column ``first`` on, as high as the text needs."""
        last = len(self._widths) - 1
        self.sheet.merge_range(self.row, first, self.row, last, "", self.book.format(kind))
        self._write(self.row, first, text, kind)
        line = _TALL.get(kind, LINE)
        lines = _lines(text, sum(self._widths[first:]) * LINE / line)
        self.sheet.set_row(self.row, min(lines * line, HIGHEST_ROW))

    def _write(self, row: int, column: int, value: Value, kind: str) -> None:
        look = self.book.format(kind)
        match value:
            case None | "":
                self.sheet.write_blank(row, column, None, look)
            case str():
                self.sheet.write_string(row, column, cell_text(value, self.book.cover.cut), look)
            case date() if value.year < FIRST_YEAR:
                self.sheet.write_string(row, column, value.isoformat(), look)
            case date():
                self.sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001 (a day in Excel has no zone)
            case _:
                self.sheet.write_number(row, column, float(value), look)


def cell_text(text: str, cut: str) -> str:
    """``text`` as a cell holds it: never the beginning of a formula, never longer than Excel can store."""
    text = fit(text)
    if text.startswith(FORMULA_SIGNS) or text.lstrip().startswith(FORMULA_SIGNS):
        text = f"'{text}"
    if _length(text) <= LONGEST_TEXT:
        return text
    room = text.encode("utf-16-le")[: 2 * (LONGEST_TEXT - _length(cut))]
    return room.decode("utf-16-le", "ignore") + cut


def sheet_name(name: str) -> str:
    """``name`` without what Excel refuses in the name of a sheet."""
    return "".join(char for char in name if char not in "[]:*?/\\")[:LONGEST_NAME].strip("' ")


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes in a column: more characters than its unit, a digit, says."""
    room = max(1, int((width - 1) * 1.25))
    return sum(_wrapped(line, room) for line in fit(text).split("\n"))


def _wrapped(line: str, room: int) -> int:
    """A word that is longer than the line, a web address say, begins on a line of its own."""
    pieces = textwrap.wrap(line, room, break_long_words=False, break_on_hyphens=False)
    return max(1, sum(math.ceil(len(piece) / room) for piece in pieces))


def _let_rows_grow(name: str, data: bytes) -> bytes:
    """Keeps the heights of rows but not their grip on them; texts lie in another member."""
    return _HELD_HEIGHT.sub(rb"\1", data) if name.startswith("xl/worksheets/") else data


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _set_up_print(sheet: Any, cover: Cover) -> None:
    """A4 across, as many pages down as it takes, with title and page number on each."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    title = fit(cover.title).replace("\n", " ")[:ROOM_IN_MARGIN].replace("&", "&&")
    sheet.set_header(f"&L&9{' ' if title[:1].isdigit() else ''}{title}")
    sheet.set_footer(f"&R&9{cover.page_of.format(page='&P', pages='&N')}")
