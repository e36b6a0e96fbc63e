"""A report as one web page: no scripts, nothing fetched, to read on a screen of any size and to print."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.report.markup import Child, Html, tag, together
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.story import blocks as b
from kvik_desktop.report.themed import themed

STYLE = "rapport.css"
WIDE = 5
"""A table of this many columns may be wider than a narrow screen and is scrolled by itself."""

_RING = '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>'
SHAPES: Mapping[str, str] = {
    "red": '<path d="M8 2l7 12H1z" fill="currentColor"/>',
    "amber": '<path d="M8 1v14L1 8z" fill="currentColor"/>'
    '<path d="M8 2l6 6-6 6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
    "green": _RING,
    "grey": f'{_RING}<path d="M5 8h6" stroke="currentColor" stroke-width="2"/>',
    "planned": _RING,
    "in_progress": f'{_RING}<path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/>',
    "done": '<circle cx="8" cy="8" r="7" fill="currentColor"/>'
    '<path class="tick" d="M4.5 8.2l2.4 2.4 4.6-5" fill="none" stroke-width="1.8"/>',
    "dropped": f'{_RING}<path d="M5.5 5.5l5 5m0-5l-5 5" stroke="currentColor" stroke-width="1.8"/>',
}
"""The mark of each flag and status; its word always stands beside it."""


def html_file(story: b.Story, resources: Resources, created: datetime) -> bytes:
    """The story as one .html file, dated ``created``: the same bytes for the same story and time."""
    page = _Page(story, Palette.read(resources))
    style = _style(resources)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="dcterms.created", content=stamp(created)),
        tag("title", f"{story.cover.title}: {story.cover.subtitle}".replace("\n", " ")),
        tag("style", style),
    )
    body = tag("body", page.cover(), page.contents(), page.main(), page.foot())
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang=story.language)}\n".encode()


def _style(resources: Resources) -> Html:
    """The style sheet with the colours of both themes in front; none of it is anybody's text."""

    def tokens(theme: Palette) -> str:
        return "".join(f"--{name}:{colour};" for name, colour in theme.tokens.items())

    light = tokens(Palette.read(resources))
    dark = tokens(Palette.read(resources, "dark"))
    sheet = resources.read("skabeloner", STYLE).decode()
    return Html(
        f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{sheet}"
    )


def _policy(style: Html) -> str:
    """Nothing may be fetched or run; the one style sheet is known by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


class _Page:
    """Writes the parts of one page."""

    def __init__(self, story: b.Story, palette: Palette) -> None:
        self._story = story
        self._palette = palette

    def cover(self) -> Html:
        """What the page is about."""
        cover = self._story.cover
        return tag(
            "header",
            tag("h1", self._inline(b.Own(cover.title))),
            tag("p", self._inline(b.Own(cover.subtitle)), class_="subtitle"),
            self._facts(cover.facts),
            *(tag("p", note, class_="approval") for note in cover.notes),
            tag("p", cover.foot, class_="quiet"),
        )

    def contents(self) -> Html:
        """The way to each chapter; nothing where there is none."""
        if not self._story.chapters:
            return Html("")
        items = (
            tag("li", tag("a", self._inline(chapter.text), href=f"#{chapter.anchor}"))
            for chapter in self._story.chapters
        )
        heading = tag("h2", self._story.contents, id="indhold")
        return tag("nav", heading, tag("ol", *items), aria_labelledby="indhold")

    def main(self) -> Html:
        """The chapters, each a section of its own."""
        return tag("main", *self._sections())

    def foot(self) -> Html:
        """Which model the page speaks of."""
        return tag("footer", tag("p", self._story.cover.edition))

    def _sections(self) -> Iterator[Html]:
        chapter: list[Html] = []
        for block in (*self._story.blocks, None):
            if chapter and (block is None or (isinstance(block, b.Heading) and block.level == 1)):
                yield tag("section", *chapter)
                chapter = []
            if block is not None:
                chapter.append(self._block(block))

    def _block(self, block: b.Block) -> Html:
        write: Mapping[type[b.Block], Callable[[Any], Html]] = {
            b.Heading: self._heading,
            b.Paragraph: self._paragraph,
            b.Bullets: self._bullets,
            b.Facts: self._facts,
            b.Table: self._table,
            b.KeyFigures: self._key_figures,
            b.Verdict: self._verdict,
            b.Caution: self._caution,
            b.Field: self._field,
            b.Picture: self._figure,
        }
        return write[type(block)](block)

    def _heading(self, heading: b.Heading) -> Html:
        kind = "new-page" if heading.new_page else None
        return tag(f"h{heading.level + 1}", self._inline(heading.text), id=heading.anchor, class_=kind)

    def _paragraph(self, paragraph: b.Paragraph) -> Html:
        return tag("p", self._inline(paragraph.text), class_="quiet" if paragraph.quiet else None)

    def _bullets(self, bullets: b.Bullets) -> Html:
        def item(own: b.Own, note: str) -> Html:
            after = together(" ", tag("span", f"· {note}", class_="note")) if note else None
            return tag("li", self._inline(own), after)

        return tag("ul", *(item(own, note) for own, note in bullets.items))

    def _facts(self, facts: b.Facts) -> Html:
        pairs = (tag("div", tag("dt", label), tag("dd", self._inline(value))) for label, value in facts.pairs)
        return tag("dl", *pairs, class_="facts")

    def _key_figures(self, told: b.KeyFigures) -> Html:
        def one(figure: b.KeyFigure) -> Html:
            value = tag("dd", figure.value, class_="large")
            return tag("div", tag("dt", figure.label), value, tag("dd", figure.detail, class_="note"))

        return tag("dl", *(one(figure) for figure in told.figures), class_="key-figures")

    def _verdict(self, verdict: b.Verdict) -> Html:
        score = tag(
            "p",
            tag("span", verdict.score.label, class_="note"),
            tag("span", verdict.score.value, class_="large"),
            tag("strong", verdict.score.detail),
            None if verdict.flag is None else self._inline(verdict.flag),
            class_="score",
        )
        sentence = tag("p", verdict.sentence, class_="quiet") if verdict.sentence else None
        question = tag("p", self._inline(verdict.question), class_="question")
        stair = self._figure(verdict.stair)
        return tag("div", score, tag("div", question, stair, sentence), class_="verdict")

    def _caution(self, caution: b.Caution) -> Html:
        return tag("aside", tag("strong", caution.title), tag("p", caution.text), class_="caution")

    def _field(self, field: b.Field) -> Html:
        body = tag("div", *(self._block(part) for part in field.body))
        return tag("div", tag(f"h{field.level + 1}", field.label), body, class_="field")

    def _figure(self, picture: b.Picture) -> Html:
        kind = picture.file.partition("-")[0].removesuffix(".svg")
        return tag("figure", self._drawing(picture), class_=kind)

    def _table(self, table: b.Table) -> Html:
        heads = (tag("th", column.head, scope="col", class_=_kind(column)) for column in table.columns)
        rows = (tag("tr", *self._cells(row, table)) for row in table.rows)
        made = tag(
            "table",
            tag("caption", table.caption),
            tag("thead", tag("tr", *heads)),
            tag("tbody", *rows),
        )
        if len(table.columns) < WIDE:
            return made
        return tag("div", made, class_="wide", role="group", tabindex="0", aria_label=table.caption)

    def _cells(self, row: tuple[b.Inline | b.Picture, ...], table: b.Table) -> Iterator[Html]:
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            if isinstance(cell, b.Picture):
                # The row says in words what the small figure shows.
                yield tag("td", self._drawing(cell), class_="drawn", aria_hidden="true")
            elif place == 0 and table.named_rows:
                yield tag("th", self._inline(cell), scope="row", class_=_kind(column))
            else:
                yield tag("td", self._inline(cell), class_=_kind(column))

    def _drawing(self, picture: b.Picture) -> Html:
        return themed(self._story.pictures[picture.file], self._palette)

    def _inline(self, told: b.Inline) -> Child:
        match told:
            case str():
                return told
            case b.Own():
                return told.text if self._story.language == "da" else tag("span", told.text, lang="da")
            case b.Link():
                return tag("a", told.text, href=f"#{told.anchor}")
            case b.Mark():
                shape = Html(f'<svg viewBox="0 0 16 16" aria-hidden="true">{SHAPES[told.shape]}</svg>')
                return tag("span", shape, told.word, class_=f"mark {told.shape}")
            case b.Lines():
                below = tag("span", self._inline(told.below), class_="note")
                return together(tag("strong", self._inline(told.name)), Html("<br/>"), below)


def _kind(column: b.Column) -> str | None:
    kinds = {"number": column.number, "strong": column.strong, "unbroken": column.unbroken}
    return " ".join(name for name, is_so in kinds.items() if is_so) or None
