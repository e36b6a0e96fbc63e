"""The report: seen page by page in either language, saved in any form, and printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.foundation.file_names import file_stem
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Language, Text, Translator, say, say_n
from kvik_desktop.report.producing import Pages, report_pages, write_report
from kvik_desktop.report.screens.printing import PPI, Printing, SystemPrinting, can_print, open_file
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.report.screens.sides import Sides
from kvik_desktop.report.usecases import Readiness
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.chip import Filter, FilterChips
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import Note, problem_note
from kvik_desktop.shell.widgets.page_preview import PagePreview
from kvik_desktop.shell.widgets.progress_line import ProgressLine
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.row import Row, RowList

SHARPNESS = 120
"""Points an inch of the pages on the screen: as wide as a page ever is seen."""

FORMS: dict[str, tuple[Text, Text, str, Text]] = {
    ".pdf": (
        say("Gem som PDF…"), say("Til at læse, sende og gemme"), "document", say("PDF-filer (*.pdf)")
    ),
    ".docx": (
        say("Gem som Word…"), say("Til at skrive videre i"), "pencil", say("Word-filer (*.docx)")
    ),
    ".xlsx": (
        say("Gem som Excel…"), say("Tal, tekster og plan i tabeller"), "chart", say("Excel-filer (*.xlsx)")
    ),
    ".html": (
        say("Gem som webside…"), say("Én fil, der kan åbnes i enhver browser"), "globe",
        say("Websider (*.html)"),
    ),
}  # fmt: skip
"""By ending: what one presses, what it is for, its icon, and what the file dialog calls it."""

LANGUAGE_NAMES: dict[Language, Text] = {"da": say("Dansk"), "en": say("Engelsk")}


class ReportView(QWidget):
    """Asks for its pages in the file's thread; an unchanged report is not made twice."""

    wanted = Signal(str)
    """Another step of the rail is wanted."""

    def __init__(
        self, ui: Ui, desk: Desk[Any], make_printing: Callable[[], Printing] = SystemPrinting
    ) -> None:
        super().__init__()
        self.ui, self._desk, self.make_printing = ui, desk, make_printing
        self._ready: Readiness | None = None
        self._pages: Pages | None = None
        tr = ui.tr
        self.title = Heading(ui, tr(say("Sådan ser jeres rapport ud")), "large")
        self._count = ReadingText(ui, "", ink="text-2")
        self._notes, self._problem = QVBoxLayout(), QVBoxLayout()
        self.language = FilterChips(
            ui,
            tr(say("Rapportens sprog")),
            [Filter(key, tr(name)) for key, name in LANGUAGE_NAMES.items()],
            ui.tr.language,
        )
        self.language.chosen.connect(lambda _key: self._make())
        self.save_rows = {ending: self._save_row(ending) for ending in FORMS}
        self.print_row = Row(
            ui, tr(say("Udskriv…")), tr(say("På papir, som den ses her")), icon="printer", leads=False
        )
        self.print_row.clicked.connect(self._print)
        self.progress = ProgressLine(ui, tr(say("Laver rapporten")), stoppable=False)
        self.progress.hide()
        self.preview = PagePreview(ui, say("Rapporten"))
        self._lay_out()

    def _save_row(self, ending: str) -> Row:
        name, what_for, icon, _ = FORMS[ending]
        row = Row(self.ui, self.ui.tr(name), self.ui.tr(what_for), icon=icon)
        row.clicked.connect(partial(self._save, ending))
        return row

    def _lay_out(self) -> None:
        px, tr = self.ui.theme.px, self.ui.tr
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(4))
        column.addWidget(self.title)
        column.addWidget(self._count)
        column.addLayout(self._problem)
        column.addLayout(self._notes)
        column.addSpacing(px(16))
        column.addWidget(Heading(self.ui, tr(say("Rapportens sprog"))))
        column.addWidget(self.language)
        column.addSpacing(px(16))
        column.addWidget(Heading(self.ui, tr(say("Gem eller udskriv"))))
        rows = [*self.save_rows.values(), self.print_row]
        column.addWidget(RowList(self.ui, tr(say("Gem eller udskriv")), rows))
        column.addStretch(1)
        right = QWidget()
        seen = QVBoxLayout(right)
        seen.setContentsMargins(px(24), px(16), px(24), px(16))
        seen.setSpacing(px(8))
        seen.addWidget(self.progress)
        seen.addWidget(self.preview, 1)
        self.preview.setMinimumHeight(px(320))
        self._sides = Sides(self.ui, left, right, fold=840, left_width=392, right_look="window")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sides)

    # What is shown

    def show_readiness(self, ready: Readiness) -> None:
        """Say what is missing, and make the pages anew where something has changed."""
        if ready != self._ready:
            self._ready = ready
            self._show_notes(ready)
        self._make()

    def _show_notes(self, ready: Readiness) -> None:
        note = self._missing(ready)
        refill(self._notes, [] if note is None else [note])
        self._notes.setContentsMargins(0, self.ui.theme.px(12) if note else 0, 0, 0)

    def _missing(self, ready: Readiness) -> Note | None:
        tr = self.ui.tr
        if not ready.is_accepted:
            missing = (
                say_n(
                    "{n} delkriterium mangler enighed.", "{n} delkriterier mangler enighed.", ready.unsettled
                )
                if ready.unsettled
                else say("Lederen mangler at godkende det.")
            )
            shown = say("Rapporten viser, hvad I er nået til.")
            return Note(
                self.ui,
                "caution",
                tr(say("Resultatet er ikke godkendt endnu")),
                f"{tr(missing)} {tr(shown)}",
                [(tr(say("Gå til Konsensus")), lambda: self.wanted.emit("3"))],
            )
        if not ready.is_plan_approved:
            return Note(
                self.ui,
                "info",
                tr(say("Handlingsplanen er ikke godkendt endnu")),
                tr(say("Rapporten viser den, som den er nu.")),
                [(tr(say("Gå til Handlingsplan")), lambda: self.wanted.emit("5"))],
            )
        return None

    @property
    def _translate(self) -> Translator:
        language: Language = "en" if self.language.key == "en" else "da"
        return Translator(language, self.ui.tr.resources)

    def _make(self) -> None:
        if self._ready is None:
            return
        self.progress.show()
        ratio = max(1.0, QGuiApplication.primaryScreen().devicePixelRatio())
        sharpness = SHARPNESS * ratio
        job = partial(
            report_pages,
            evaluation=self._ready.evaluation,
            translate=self._translate,
            ppi=sharpness,
            before=self._pages,
        )
        self._desk.telling(self._could_not).run(job).then(self._show_pages)

    def _show_pages(self, pages: Pages) -> None:
        if pages.content.language != self._translate.language:
            return  # another language has been asked for since
        self.progress.hide()
        if pages is not self._pages:
            self._pages = pages
            self.preview.set_pages(pages.pictures)
        self._count.setText(
            self.ui.tr(
                say_n(
                    "{n} side, lavet af det, der står i filen nu.",
                    "{n} sider, lavet af det, der står i filen nu.",
                    len(pages.pictures),
                )
            )
        )

    def _could_not(self, problem: Problem) -> None:
        self.progress.hide()
        self._show_problem(problem)

    def _show_problem(self, problem: Problem | None) -> None:
        refill(self._problem, [] if problem is None else [problem_note(self.ui, problem, closable=True)])
        self._problem.setContentsMargins(0, self.ui.theme.px(12) if problem else 0, 0, 0)
        if problem is not None:
            self._sides.scroll_to_top()

    def first_focus(self) -> QWidget:
        """The pages."""
        return self.preview.area

    def shown_pages(self) -> tuple[bytes, ...]:
        """The pages as pictures; none until they are made."""
        return self._pages.pictures if self._pages else ()

    # What is done

    def proposed(self, ending: str) -> str:
        """What a saved report is called where nobody says otherwise."""
        assert self._ready is not None, "rows are pressed on a page that is shown"
        words = f"{self._ready.unit} {self.ui.tr(say('rapport'))} {self._ready.title}"
        return f"{file_stem(words, 'rapport')}{ending}"

    def _save(self, ending: str) -> None:
        if self._ready is None:
            return
        name, _, _, kinds = FORMS[ending]
        path = self._desk.choose.save(self.ui.tr(name).rstrip("…"), self.proposed(ending), self.ui.tr(kinds))
        if path is None:
            return
        out = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        self._write(out, lambda: self._desk.say(self.ui.tr(say("{name} er gemt", name=out.name))))

    def _write(self, out: Path, then: Callable[[], None]) -> None:
        assert self._ready is not None, "asked for by a page that is shown"
        self._show_problem(None)
        self.progress.show()
        job = partial(write_report, evaluation=self._ready.evaluation, out=out, translate=self._translate)

        def done(_size: int) -> None:
            self.progress.hide()
            then()

        self._desk.telling(self._could_not).run(job).then(done)

    def _print(self) -> None:
        if self._ready is None:
            return
        if not can_print():
            self._open_pdf()
            return
        printing = self.make_printing()
        if not printing.ask(self, self.ui.tr(say("Udskriv rapporten"))):
            return
        self.progress.show()
        job = partial(report_pages, evaluation=self._ready.evaluation, translate=self._translate, ppi=PPI)

        def put(pages: Pages) -> None:
            self.progress.hide()
            printing.put(pages.pictures)

        self._desk.telling(self._could_not).run(job).then(put)

    def _open_pdf(self) -> None:
        """Save as PDF, and let the system's own reader print it."""
        out = self._desk.choose.save(
            self.ui.tr(say("Gem som PDF, og udskriv derfra")),
            self.proposed(".pdf"),
            self.ui.tr(FORMS[".pdf"][3]),
        )
        if out is not None:
            self._write(out, lambda: self._show_opened(out))

    def _show_opened(self, out: Path) -> None:
        if not open_file(out):
            self._desk.say(self.ui.tr(say("{name} er gemt. Åbn den, og udskriv den.", name=out.name)))
