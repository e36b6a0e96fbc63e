"""Tables as people's spreadsheets save them: `;`, `,` or tab, with or without BOM, quoted or not."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from kvik_desktop.foundation.files import read_limited
from kvik_desktop.foundation.problems import Detail, Problem
from kvik_desktop.foundation.text import Text, say

LIMIT = 16 * 2**20
"""A table larger than 16 MiB is not something a person filled in."""

_Record = tuple[int, list[str] | None]
"""The line a record begins on and its cells; None where the rest of the file cannot be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One filled row: the line it begins on (from 1) and its cells by column name, stripped of blanks.

    Every column of the table has its cell, also where the line ends before it.
    """

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def has(self, column: str) -> bool:
        """Whether the table has the column: an empty cell says something, a missing column nothing."""
        return column in self.cells


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns a table may have, those it must have, and other words for them (Danish, plural)."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)

    @property
    def known(self) -> Collection[str]:
        """Every column the reader understands."""
        return (*self.required, *self.optional)

    def name_of(self, title: str) -> str:
        """The column a title in the file stands for."""
        plain = title.strip().lower()
        return self.aliases.get(plain, plain)


@dataclass(frozen=True, slots=True)
class Table:
    """The filled rows that could be read, and a fault for each line that could not."""

    rows: tuple[Row, ...]
    faults: tuple[Detail, ...]


def read_table(path: Path, columns: Columns, code: str) -> tuple[Row, ...]:
    """The filled rows of a table file. Raises Problem ``code`` with every faulty line in its details."""
    return parse_table(read_limited(path, LIMIT), columns, code, path.name)


def parse_table(data: bytes, columns: Columns, code: str, name: str) -> tuple[Row, ...]:
    """The filled rows of a table in memory; see :func:`read_table`."""
    table = scan_table(data, columns, code, name)
    if table.faults:
        raise table_problem(code, name, table.faults)
    return table.rows


def scan_table(data: bytes, columns: Columns, code: str, name: str) -> Table:
    """Every row that can be read and every fault, for a reader that adds faults of its own.

    Raises Problem ``code`` where there is no header to read by.
    """
    text = _decode(data)
    if text is None:
        raise table_problem(code, name, [Detail(say("Filen kan ikke læses som tekst."), 1)])
    records = _records(text, _delimiter(text))
    header_line, header = next(records, (1, []))
    if header is None:
        raise table_problem(code, name, [_unreadable(header_line)])
    if not header:
        raise table_problem(code, name, [Detail(say("Filen er tom."), header_line)])
    titles = [columns.name_of(title) for title in header]
    faults = list(_header_faults(titles, columns, header_line))
    if faults:
        raise table_problem(code, name, faults)
    return _rows(records, titles)


def _rows(records: Iterator[_Record], titles: list[str]) -> Table:
    rows: list[Row] = []
    faults: list[Detail] = []
    for line, cells in records:
        if cells is None:
            faults.append(_unreadable(line))
            break
        if any(cell.strip() and not title for title, cell in zip_longest(titles, cells, fillvalue="")):
            faults.append(Detail(say("Linjen har flere felter, end der er overskrifter."), line))
        filled = {title: cell.strip() for title, cell in zip(titles, cells, strict=False)}
        values = dict.fromkeys(titles, "") | filled
        if any(values.values()):
            rows.append(Row(line, values))
    return Table(tuple(rows), tuple(faults))


def table_problem(code: str, name: str, details: Sequence[Detail]) -> Problem:
    """The problem that a table has faults; each is named with its line."""
    return Problem(
        code,
        say("{name} kan ikke bruges, som den er.", name=name),
        say("Ret de nævnte linjer, og prøv igen. Intet er gemt fra filen."),
        details,
    )


def _decode(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(data, "utf-16")
    # Danish Excel saves "CSV" as Windows-1252 and "CSV UTF-8" with a BOM.
    text = _try(data, "utf-8-sig")
    return _try(data, "cp1252") if text is None else text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return None
    return None if "\0" in text else text


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max((";", "\t", ","), key=first.count)


def _records(text: str, delimiter: str) -> Iterator[_Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                yield start, record
            start = reader.line_num + 1
    except csv.Error:
        yield start, None


def _unreadable(line: int) -> Detail:
    message = say("Tabellen kan ikke læses herfra: et anførselstegn mangler, eller et felt er for langt.")
    return Detail(message, line)


def _header_faults(titles: list[str], columns: Columns, line: int) -> Iterator[Detail]:
    for missing in columns.required:
        if missing not in titles:
            yield Detail(say("Kolonnen {column} mangler.", column=missing), line, missing)
    for title in dict.fromkeys(titles):
        if title and title not in columns.known:
            yield Detail(_unknown(title, columns), line, title)
        elif title and titles.count(title) > 1:
            yield Detail(say("Kolonnen {column} står der mere end én gang.", column=title), line, title)


def _unknown(title: str, columns: Columns) -> Text:
    return say(
        "Kolonnen {column} kendes ikke. Kendte kolonner: {known}.",
        column=title,
        known=", ".join(columns.known),
    )


def lines_of(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list, one a line, without blanks."""
    return tuple(line.strip() for line in cell.splitlines() if line.strip())


_YES = frozenset({"ja", "j", "yes", "y", "true", "sand", "1", "x"})
_NO = frozenset({"nej", "n", "no", "false", "falsk", "0", ""})


def yes_or_no(cell: str) -> bool | None:
    """Whether a cell says yes; an empty one says no, and None is neither."""
    plain = cell.casefold()
    return True if plain in _YES else False if plain in _NO else None
