"""A report as a Word document that can be worked on: real headings, lists and tables, figures as pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from kvik_desktop.report import word_parts as parts
from kvik_desktop.report import word_styles as styles
from kvik_desktop.report.figure_pictures import png
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.pasted import fit
from kvik_desktop.report.steady_zip import steady
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.typeset import Typesetter

SHAPES: Mapping[str, tuple[str, str]] = {
    "red": ("▲", "red"), "amber": ("◆", "amber"), "green": ("○", "green"), "grey": ("⊖", "text-3"),
    "planned": ("○", "edge"), "in_progress": ("◐", "accent"),
    "done": ("●", "green"), "dropped": ("✕", "text-3"),
}  # fmt: skip
"""The mark of each flag and status as a character, and its colour."""

NO_BREAK = "\u00a0"

UNUSED_PARTS = ("/thumbnail", "/stylesWithEffects")
"""How the kinds of parts end that are left out."""

LONGEST_PROPERTY = 255
"""The file format allows no longer title or author."""


def docx_file(story: b.Story, typesetter: Typesetter, created: datetime) -> bytes:
    """The story as a .docx, dated ``created``: the same bytes for the same story and time."""
    writer = _Writer(story, typesetter)
    writer.write()
    _properties(writer.document, story, created)
    made = BytesIO()
    writer.document.save(made)
    return steady(made.getvalue())


class _Writer:
    """Writes one story into one new document."""

    def __init__(self, story: b.Story, typesetter: Typesetter) -> None:
        self.document = docx.Document()
        self._story = story
        self._palette = Palette.read(typesetter.resources)
        self._pictures = png(story.pictures, typesetter)
        self._bookmarks = 0
        styles.prepare(self.document, self._palette, story.language)

    def write(self) -> None:
        """The cover, the contents and everything after them."""
        self._cover()
        self._header_and_footer()
        if self._story.chapters:
            self._contents()
        for block in self._story.blocks:
            self._block(block)

    def _cover(self) -> None:
        cover = self._story.cover
        self._inline(self._paragraph("Title"), b.Own(cover.title))
        self._inline(self._paragraph("Subtitle"), b.Own(cover.subtitle))
        self._facts(cover.facts)
        for note in cover.notes:
            self._add(self._paragraph(), note).bold = True
        self._add(self._paragraph(styles.QUIET), cover.foot)

    def _header_and_footer(self) -> None:
        cover, section = self._story.cover, self.document.sections[0]
        for paragraph in (section.header.paragraphs[0], section.footer.paragraphs[0]):
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(styles.TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        self._add(section.header.paragraphs[0], f"{cover.title}\t{cover.subtitle}")
        foot = section.footer.paragraphs[0]
        self._add(foot, f"{cover.edition}\t")
        before, _, rest = self._story.page_of.partition("{page}")
        between, _, after = rest.partition("{pages}")
        self._add(foot, before)
        parts.add_field(foot, "PAGE", "2")
        self._add(foot, between)
        parts.add_field(foot, "NUMPAGES", "2")
        self._add(foot, after)

    def _contents(self) -> None:
        title = self._paragraph(styles.CONTENTS)
        self._add(title, self._story.contents)
        chapters = self._story.chapters
        lines = [self._paragraph("toc 1") for _ in chapters]
        parts.add_contents(lines, chapters, [fit(_words(chapter.text)) for chapter in chapters])

    def _block(self, block: b.Block) -> None:
        tell: Mapping[type[b.Block], Callable[[Any], None]] = {
            b.Heading: self._heading,
            b.Paragraph: self._running_text,
            b.Bullets: self._bullets,
            b.Facts: self._facts,
            b.Table: self._table,
            b.KeyFigures: self._key_figures,
            b.Verdict: self._verdict,
            b.Caution: self._caution,
            b.Field: self._field,
            b.Picture: self._figure,
        }
        tell[type(block)](block)

    def _heading(self, heading: b.Heading) -> None:
        paragraph = self._paragraph(f"Heading {heading.level}")
        paragraph.paragraph_format.page_break_before = heading.new_page or None
        self._inline(paragraph, heading.text)
        self._bookmarks += 1
        parts.bookmark(paragraph, heading.anchor, self._bookmarks)

    def _running_text(self, told: b.Paragraph) -> None:
        self._inline(self._paragraph(styles.QUIET if told.quiet else None), told.text)

    def _caution(self, caution: b.Caution) -> None:
        self._add(self._paragraph(styles.CAUTION), caution.title).bold = True
        self._add(self._paragraph(styles.CAUTION), caution.text)

    def _field(self, field: b.Field) -> None:
        self._add(self._paragraph(f"Heading {field.level}"), field.label)
        for part in field.body:
            self._block(part)

    def _figure(self, picture: b.Picture) -> None:
        self._picture(self._paragraph(), picture, styles.TEXT_WIDTH)

    def _bullets(self, bullets: b.Bullets) -> None:
        for own, note in bullets.items:
            paragraph = self._paragraph("List Bullet")
            self._inline(paragraph, own)
            if note:
                self._quiet(paragraph, f" · {note}".replace(" ", NO_BREAK))

    def _facts(self, facts: b.Facts) -> None:
        table = self.document.add_table(len(facts.pairs), 2, self.document.styles[styles.PLAIN_TABLE])
        for row, (label, value) in zip(table.rows, facts.pairs, strict=True):
            name, shown = row.cells
            self._quiet(self._cell(name), label)
            self._inline(self._cell(shown), value)
            parts.keep_whole(row)
        parts.set_widths(table, styles.shares([1, 3]))
        self._after_table()

    def _table(self, told: b.Table) -> None:
        columns = told.columns
        table = self.document.add_table(1 + len(told.rows), len(columns), self.document.styles[styles.TABLE])
        widths = styles.shares([column.room for column in columns])
        heads = tuple(column.head for column in columns)
        for row, cells in zip(table.rows, (heads, *told.rows), strict=True):
            parts.keep_whole(row)
            for cell, told_cell, column, width in zip(row.cells, cells, columns, widths, strict=True):
                self._fill(self._cell(cell), told_cell, column, width, heading=cells is heads)
        parts.repeat(table.rows[0])
        parts.set_widths(table, widths)
        parts.describe_table(table, fit(told.caption))
        self._after_table()

    def _fill(
        self,
        paragraph: Paragraph,
        cell: b.Inline | b.Picture,
        column: b.Column,
        width: Length,
        *,
        heading: bool,
    ) -> None:
        paragraph.paragraph_format.keep_with_next = heading or None
        if column.number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if isinstance(cell, b.Picture):
            self._picture(paragraph, cell, Length(width - Pt(7)))
            return
        for run in self._inline(paragraph, cell):
            run.bold = True if column.strong and not heading else None

    def _key_figures(self, told: b.KeyFigures) -> None:
        table = self.document.add_table(1, len(told.figures), self.document.styles[styles.PLAIN_TABLE])
        for cell, figure in zip(table.rows[0].cells, told.figures, strict=True):
            self._quiet(self._cell(cell), figure.label)
            self._large(cell.add_paragraph(style=styles.CELL), figure.value)
            self._quiet(cell.add_paragraph(style=styles.CELL), figure.detail)
        parts.set_widths(table, styles.shares([1] * len(told.figures)))
        self._after_table()

    def _verdict(self, verdict: b.Verdict) -> None:
        self._inline(self._paragraph(styles.QUIET), verdict.question)
        line = self._paragraph(styles.FIGURE)
        self._quiet(line, f"{verdict.score.label}  ")
        self._large(line, verdict.score.value)
        self._add(line, f"  {verdict.score.detail}").bold = True
        if verdict.flag is not None:
            self._add(line, "     ")
            self._inline(line, verdict.flag)
        # In the same paragraph: not every program keeps a picture on the page of the paragraph before.
        line.add_run().add_break()
        self._picture(line, verdict.stair, styles.TEXT_WIDTH)
        if verdict.sentence:
            self._add(self._paragraph(styles.QUIET), verdict.sentence)

    def _picture(self, paragraph: Paragraph, picture: b.Picture, room: Length) -> None:
        run = paragraph.add_run()
        run.add_picture(BytesIO(self._pictures[picture.file]), width=min(Pt(picture.width), room))
        parts.describe(run, fit(picture.alt))

    def _inline(self, paragraph: Paragraph, told: b.Inline) -> Sequence[Run]:
        match told:
            case str():
                return [self._add(paragraph, told)]
            case b.Own():
                return [self._own(paragraph, told)]
            case b.Link():
                return [parts.add_link(paragraph, fit(told.text), told.anchor)]
            case b.Mark():
                shape, colour = SHAPES[told.shape]
                mark = self._add(paragraph, shape)
                mark.font.color.rgb = styles.ink(self._palette, colour)
                return [mark, self._add(paragraph, f" {told.word}")]
            case b.Lines():
                return self._lines(paragraph, told)

    def _lines(self, paragraph: Paragraph, told: b.Lines) -> Sequence[Run]:
        name = self._inline(paragraph, told.name)
        for run in name:
            run.bold = True
        if _words(told.below):
            paragraph.add_run().add_break()
            self._inline(paragraph, told.below)
        return []

    def _own(self, paragraph: Paragraph, own: b.Own) -> Run:
        run = self._add(paragraph, own.text)
        if self._story.language != "da":
            parts.set_language(run, styles.LOCALES["da"])
        return run

    def _quiet(self, paragraph: Paragraph, text: str) -> None:
        self._add(paragraph, text).font.color.rgb = styles.ink(self._palette, "text-2")

    def _large(self, paragraph: Paragraph, text: str) -> None:
        run = self._add(paragraph, text)
        run.bold, run.font.size = True, Pt(20)
        run.font.color.rgb = styles.ink(self._palette, "accent")

    def _add(self, paragraph: Paragraph, text: str) -> Run:
        return paragraph.add_run(fit(text))

    def _paragraph(self, style: str | None = None) -> Paragraph:
        return self.document.add_paragraph(style=style)

    def _cell(self, cell: _Cell) -> Paragraph:
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph.style = styles.CELL
        return paragraph

    def _after_table(self) -> None:
        """Two tables in a row would become one in Word, and need air between them anyway."""
        self._paragraph(styles.AIR)


def _properties(document: Document, story: b.Story, created: datetime) -> None:
    properties = document.core_properties
    title = fit(f"{story.cover.title}: {story.cover.subtitle}")
    properties.title = title[:LONGEST_PROPERTY]
    properties.author = fit(story.cover.title)[:LONGEST_PROPERTY]
    properties.language = styles.LOCALES[story.language]
    properties.created = properties.modified = created.astimezone(UTC)
    properties.comments = properties.last_modified_by = properties.keywords = ""
    properties.revision = 1
    _forget_the_template(document)


def _forget_the_template(document: Document) -> None:
    """Drops the picture of an empty page and the second set of styles that the library's template brings."""
    part = document.part
    assert part.package is not None
    for relations in (part.package.rels, part.rels):
        for name in [name for name, each in relations.items() if each.reltype.endswith(UNUSED_PARTS)]:
            relations.pop(name)


def _words(text: str | b.Own) -> str:
    return text if isinstance(text, str) else text.text
