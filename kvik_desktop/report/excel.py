"""The report of one evaluation as an Excel workbook: an overview with a radar, and lists to sort and edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kvik_desktop.foundation.clock import local_day
from kvik_desktop.foundation.text import Translator
from kvik_desktop.model_package.scoring import Figure
from kvik_desktop.report import words
from kvik_desktop.report.content import Content, Step
from kvik_desktop.report.evaluation_document import document
from kvik_desktop.report.excel_lists import Lists, Row
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.pasted import fit
from kvik_desktop.report.story.printed import Printed, printed
from kvik_desktop.report.typeset import Typesetter
from kvik_desktop.report.workbook import Book, Column, Cover, Sheet
from kvik_desktop.report.writing import Writer

CHART_ROWS = 24
"""How many rows the radar covers."""


def xlsx_file(content: Content, typesetter: Typesetter, created: datetime) -> bytes:
    """The report as .xlsx, dated ``created``: the same bytes for the same content and time."""
    palette = Palette.read(typesetter.resources)
    writer = Writer(Translator(content.language, typesetter.resources), Pen(palette, typesetter.characters))
    lists = Lists(content, writer)
    data = printed(document(content, typesetter))
    cover = Cover(
        content.language,
        f"{content.unit.name}: {content.title}",
        content.unit.name,
        created,
        lists.word("page_of"),
        lists.word("cut"),
    )
    book = Book(cover, palette)
    sheets = _Sheets(content, data, lists, book)
    sheets.overview()
    for name, (columns, rows) in (
        ("sheet_subcriteria", lists.subcriteria()),
        ("sheet_statements", lists.statements()),
        ("sheet_plan", lists.plan()),
        *([("sheet_trend", lists.trend(content.trend))] if data.trend and content.trend else []),
        *([("sheet_standards", lists.standards())] if content.standards else []),
    ):
        sheet = book.sheet(lists.word(name), [column.width for column in columns])
        sheet.list_of(columns, rows, frozen=2)
    sheets.about()
    return book.save()


@dataclass(frozen=True)
class _Sheets:
    """The first and the last sheet, which are read rather than sorted."""

    content: Content
    data: Printed
    lists: Lists
    book: Book

    def overview(self) -> None:
        """Who, when and how; the key figures; the criteria and their radar."""
        word = self.lists.word
        columns = self._criterion_columns()
        sheet = self.book.sheet(word("sheet_overview"), [column.width for column in columns])
        sheet.upright(pages_down=1)
        sheet.line(self.content.unit.name, "title")
        sheet.line(self.content.title, "heading")
        for approval in self.data.cover.approvals:
            sheet.line(approval, "quiet")
        sheet.gap()
        printed_on = (word("printed"), self.lists.writer.day(local_day(self.book.cover.created)))
        sheet.facts((*self.data.cover.facts, printed_on))
        sheet.gap()
        self._key_figures(sheet)
        sheet.line(word("criteria"), "heading")
        rows = sheet.table(columns, self._criterion_rows())
        sheet.gap()
        if len(self.content.criteria) > 2:
            self._radar(sheet, rows)
        sheet.line(word("disagreement"), "heading")
        flags = ((self.lists.said(text), self.content.flags[flag]) for flag, text in words.FLAGS.items())
        sheet.pairs(flags, "whole")

    def about(self) -> None:
        """How to read the figures, how they were made and how to find the very same model."""
        word, data = self.lists.word, self.data
        sheet = self.book.sheet(word("sheet_about"), (34, 68, 60))
        sheet.upright(pages_down=0)
        sheet.line(word("about"), "title")
        sheet.line(word("about_short"), "quiet")
        sheet.gap()
        sheet.pairs((*data.about.model, (word("source"), data.about.source), (word("size"), data.about.size)))
        sheet.gap()
        steps = ((step.range, ". ".join(step.enabler), ". ".join(step.result)) for step in data.steps)
        heads = (word("points"), word("enablers"), word("results"))
        sheet.table([Column(head, 0) for head in heads], steps)
        sheet.gap()
        sheet.table(
            (Column(word("disagreement"), 0), Column(word("meaning"), 0)),
            ((data.flags[flag], rule) for flag, rule in data.flag_rules),
        )
        sheet.gap()
        sheet.table((Column(word("role"), 0), Column(word("count"), 0, "whole")), self._roles())
        sheet.gap()
        notes = ((word("how") if first else "", note) for first, note in _first(data.about.notes))
        sheet.pairs((*notes, (word("compare"), data.about.caution)))

    def _key_figures(self, sheet: Sheet) -> None:
        content, word = self.content, self.lists.word
        sheet.line(word("mean"), "heading")
        for name, mean, steps in (
            ("enablers", content.enablers, content.enabler_steps),
            ("results", content.results, content.result_steps),
        ):
            sheet.figure(word(name), mean.value, _step(mean, steps))
        sheet.gap()

    def _criterion_columns(self) -> tuple[Column, ...]:
        word = self.lists.word
        return (
            Column(word("criterion"), 38, "strong"),
            Column(word("mean"), 12, "mean"),
            Column(word("step_name"), 20),
            Column(word("step_number"), 11, "whole"),
            Column(word("scored"), 11, "whole"),
            Column(word("of"), 9, "whole"),
            Column(word("block"), 14),
        )

    def _criterion_rows(self) -> Iterator[Row]:
        for criterion in self.content.criteria:
            yield (
                f"{criterion.id} {criterion.name}",
                criterion.mean.value,
                _step(criterion.mean, self.content.steps(criterion.block)),
                criterion.mean.band,
                criterion.scored,
                len(criterion.subcriteria),
                self.lists.said(words.BLOCKS[criterion.block]),
            )

    def _radar(self, sheet: Sheet, rows: range) -> None:
        """Excel's own radar over the table above, so that it follows when a figure is changed."""
        chart = self.book.workbook.add_chart({"type": "radar", "subtype": "with_markers"})
        colour = self.book.palette.tokens["accent"]
        name, first, last = sheet.sheet.get_name(), rows.start, rows.stop - 1
        chart.add_series(
            {
                "name": self.lists.word("mean"),
                "categories": [name, first, 0, last, 0],
                "values": [name, first, 1, last, 1],
                "line": {"color": colour, "width": 2},
                "marker": {"type": "circle", "size": 6, "fill": {"color": colour}},
            }
        )
        top = self.content.method.top
        grid = {"visible": True, "line": {"color": self.book.palette.tokens["line"]}}
        chart.set_y_axis({"min": 0, "max": top, "major_unit": top / 5, "major_gridlines": grid})
        chart.set_title({"name": self.lists.word("radar"), "name_font": {"size": 12}})
        chart.set_legend({"none": True})
        chart.set_size({"width": 760, "height": CHART_ROWS * 20 - 20})
        alt = self.data.overview.radar
        sheet.sheet.insert_chart(sheet.row, 0, chart, {"description": fit(alt.alt) if alt else ""})
        sheet.row += CHART_ROWS

    def _roles(self) -> Iterator[Row]:
        for role in self.content.roles:
            yield role.role, role.count


def _step(figure: Figure, steps: tuple[Step, ...]) -> str:
    return "" if figure.band is None else steps[figure.band].name


def _first(texts: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    """Each text, and whether it is the first."""
    return ((place == 0, text) for place, text in enumerate(texts))
