"""What leaves this machine: what goes, what stays, the texts to look at first, and how it will look."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.bundle import choosing
from kvik_desktop.bundle.choosing import Review
from kvik_desktop.bundle.finds import FindKind
from kvik_desktop.bundle.handing_in import HandingIn
from kvik_desktop.bundle.privacy import Part, part_of
from kvik_desktop.bundle.screens.find_list import FindList
from kvik_desktop.bundle.screens.part_row import PartRow
from kvik_desktop.bundle.screens.review_words import PARTS, READ_ONLY, goes, part_caution, part_second
from kvik_desktop.bundle.screens.sample import Sample
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.report.screens.sides import Sides
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.choice import Choice
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import problem_note
from kvik_desktop.shell.widgets.reading_text import ReadingText


class ReviewView(QWidget):
    """Every switch and answer is done at once, kept in the file, and can be undone."""

    foot_changed = Signal()
    wanted = Signal(str)
    """Another place of the page: ``rapport``, ``afsender``, ``pakken`` or ``gem``."""

    def __init__(self, ui: Ui, desk: Desk[Any]) -> None:
        super().__init__()
        self.ui, self._desk = ui, desk
        self._evaluation = ""
        self._review: Review | None = None
        self._has_key = self._is_set_up = False
        tr = ui.tr
        self.title = Heading(ui, tr(say("Det her forlader maskinen")), "large")
        self.addressee = ReadingText(ui, "", ink="text-2")
        self.change = LinkButton(ui, tr(say("Afsender og modtager")))
        self.change.clicked.connect(lambda: self.wanted.emit("afsender"))
        self.always = PartRow(ui, "", always=tr(say("altid med")))
        self.rows = {key: PartRow(ui, tr(words.name)) for key, words in PARTS.items()}
        for key, row in self.rows.items():
            row.switched.connect(partial(self._include, key))
        self._stays = QVBoxLayout()
        self._count = Heading(ui, "")
        self._left = ReadingText(ui, "", "small", ink="text-2")
        self._nothing = ReadingText(ui, "", ink="text-2")
        self.finds = FindList(ui)
        self.chosen = Choice(ui, [], name=tr(say("Delkriterium, der vises")))
        self.chosen.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chosen.chosen.connect(lambda _key: self._show_sample())
        self.whole = LinkButton(ui, tr(say("Se hele pakken")), "document")
        self.whole.clicked.connect(lambda: self.wanted.emit("pakken"))
        self._sample_title = Heading(ui, "")
        self._sample_place = QVBoxLayout()
        self._lay_out()
        self._connect()

    # How it lies

    def _lay_out(self) -> None:
        self._sides = Sides(self.ui, self._left_half(), self._right_half(), fold=900, left_width=464)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sides)

    def _half(self) -> tuple[QWidget, QVBoxLayout]:
        half, edge = QWidget(), self.ui.theme.px(24)
        column = QVBoxLayout(half)
        column.setContentsMargins(edge, edge, self.ui.theme.px(32), self.ui.theme.px(12))
        column.setSpacing(0)
        return half, column

    def _left_half(self) -> QWidget:
        px, tr = self.ui.theme.px, self.ui.tr
        half, column = self._half()
        column.addWidget(self.title)
        column.addWidget(self.addressee)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self._notes = QVBoxLayout()
        column.addLayout(self._notes)
        column.addSpacing(px(12))
        column.addWidget(Heading(self.ui, tr(say("Med i pakken"))))
        column.addWidget(self.always)
        for row in self.rows.values():
            column.addWidget(row)
        column.addSpacing(px(24))
        column.addWidget(Heading(self.ui, tr(say("Bliver her"))))
        column.addSpacing(px(4))
        column.addLayout(self._stays)
        column.addStretch(1)
        return half

    def _right_half(self) -> QWidget:
        px = self.ui.theme.px
        half, column = self._half()
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self._left, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.finds)
        column.addSpacing(px(24))
        named = QHBoxLayout()
        named.setSpacing(px(16))
        named.addWidget(self._sample_title, 1)
        named.addWidget(self.whole)
        column.addLayout(named)
        column.addSpacing(px(8))
        column.addWidget(self.chosen)
        column.addSpacing(px(12))
        column.addLayout(self._sample_place)
        column.addStretch(1)
        return half

    def _connect(self) -> None:
        finds = self.finds
        finds.rewritten.connect(self._rewrite)
        finds.left_out.connect(lambda place: self._do(choosing.leave_out, place))
        finds.kept.connect(self._keep)
        finds.reconsidered.connect(lambda place: self._do(choosing.reconsider, place))
        finds.moved.connect(self._sides.scroll_to)
        finds.shown.connect(self._show_about)

    # What is shown

    def show_handing_in(self, found: HandingIn) -> None:
        """Show what would leave now."""
        review = found.review
        assert review is not None, "shown once the result is accepted"
        self._evaluation = found.standing.evaluation.id
        self._has_key = found.key is not None
        self._is_set_up = self._has_key and not found.needs_campaign
        before, self._review = self._review, review
        self._show_addressee(found)
        self._show_parts(review)
        self._show_finds(review)
        if before is None or before.package.sha256 != review.package.sha256:
            self._show_choices(review)
        self._show_sample()
        self.foot_changed.emit()

    def _show_addressee(self, found: HandingIn) -> None:
        review = found.review
        who = review.coordinator if review else None
        told = (
            say("Pakken er til {who}. Den bliver underskrevet, men ikke krypteret.", who=who)
            if who
            else say("Pakken bliver underskrevet, men ikke krypteret.")
        )
        self.addressee.setText(self.ui.tr(told))

    def _show_parts(self, review: Review) -> None:
        tr, shown = self.ui.tr, review.preview
        asleep = tr(READ_ONLY) if self._desk.read_only else ""
        for key, row in self.rows.items():
            second, caution = tr(part_second(key, review)), tr(part_caution(key, review))
            row.show_state(on=goes(key, review), second=second, caution=caution, asleep=asleep)
        named = say_n(
            "Jeres fælles vurdering af {n} delkriterium",
            "Jeres fælles vurdering af {n} delkriterier",
            shown.subcriteria,
        )
        self.always.set_name(tr(named))
        self.always.show_state(on=True, second=tr(say("Tal, og hvor mange der svarede")))
        refill(self._stays, [_Staying(self.ui, tr(text)) for text in shown.stays])

    def _show_finds(self, review: Review) -> None:
        tr = self.ui.tr
        count, left = len(review.texts), review.open_texts
        self._count.setText(
            tr(say_n("{n} tekst at se på, før du gemmer", "{n} tekster at se på, før du gemmer", count))
            if count
            else tr(say("Ingen tekster at se på"))
        )
        self._left.setText(tr(say_n("{n} tilbage", "{n} tilbage", left)) if count else "")
        self._nothing.setText(
            tr(say("Vi har søgt efter CPR-numre, e-mail, telefonnumre og navne fra deltagerlisten."))
        )
        self._nothing.setVisible(not count)
        self.finds.set_texts(review.texts, asleep=tr(READ_ONLY) if self._desk.read_only else "")

    def _show_choices(self, review: Review) -> None:
        language = self.ui.tr.language
        subcriteria = [
            (sub.id, f"{sub.id} {sub.name.in_language(language)}") for sub in review.package.subcriteria()
        ]
        about = next((text.place.partition("/")[0] for text in review.texts if text.is_open), "")
        self.chosen.set_choices(subcriteria, about or subcriteria[0][0])

    def _show_about(self, place: str) -> None:
        """Show the subcriterion that a text belongs to."""
        if part_of(place) not in (None, Part.PLAN):
            self.chosen.set_key(place.partition("/")[0])
            self._show_sample()

    def _show_sample(self) -> None:
        review = self._review
        if review is None:
            return
        key = str(self.chosen.key)
        who = review.coordinator or self.ui.tr(say("kommunen"))
        self._sample_title.setText(self.ui.tr(say("Sådan ser {id} ud hos {who}", id=key, who=who)))
        sample = Sample(self.ui, review.preview.sent, key, review.package, review.method)
        refill(self._sample_place, [sample])

    @property
    def review(self) -> Review | None:
        """What is shown; None until it is asked for."""
        return self._review

    # What is done

    def _do(self, usecase: Any, *args: Any) -> None:
        self._desk.do(usecase, self._evaluation, *args)

    def _include(self, key: str, wanted: bool) -> None:
        self._desk.do(choosing.include, self._evaluation, PARTS[key].parts, wanted=wanted)

    def _rewrite(self, place: str, wording: str) -> None:
        self._do(choosing.rewrite, place, wording)

    def _keep(self, place: str, kind: FindKind) -> None:
        self._do(choosing.keep, place, kind)

    def first_focus(self) -> QWidget:
        """The first text that waits, where it is seen; else what stands first."""
        waits = None if self._sides.is_folded else self.finds.focus_first()
        return waits or self.change

    def flush(self) -> None:
        """Use what has been written."""
        self.finds.flush()

    def show_problem(self, problem: Problem | None) -> None:
        """Why the package was not saved; None takes it away."""
        notes = [] if problem is None else [problem_note(self.ui, problem, closable=True)]
        refill(self._notes, notes)
        self._notes.setContentsMargins(0, self.ui.theme.px(12) if notes else 0, 0, 0)
        if notes:
            self._sides.scroll_to_top()

    # The foot

    @property
    def foot(self) -> Foot:
        """Back to the report, and on to the package."""
        tr = self.ui.tr
        back = Act(tr(say("Rapport")), lambda: self.wanted.emit("rapport"), icon="chevron-left")
        if self._is_set_up:
            on = Act(tr(say("Gem pakken…")), lambda: self.wanted.emit("gem"), asleep=self.asleep)
        else:
            words = tr(say("Næste: Vælg kampagne") if self._has_key else say("Næste: Jeres nøgle"))
            on = Act(words, lambda: self.wanted.emit("afsender"), icon="chevron-right", asleep=self.asleep)
        return Foot(primary=on, secondary=(back,))

    @property
    def asleep(self) -> str:
        """Why no package can be made now."""
        if self._review is None:
            return ""
        if self._desk.read_only:
            return self.ui.tr(READ_ONLY)
        left = self._review.open_texts
        if not left:
            return ""
        return self.ui.tr(
            say_n("Tag stilling til {n} tekst først", "Tag stilling til {n} tekster først", left)
        )


class _Staying(QWidget):
    """Something that stays: a lock and its name."""

    def __init__(self, ui: Ui, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, ui.theme.px(5), 0, ui.theme.px(5))
        row.setSpacing(ui.theme.px(8))
        picture = QLabel()
        picture.setPixmap(pixmap(ui.theme, "lock", "text-2", 16))
        picture.setFixedHeight(ui.theme.line())
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(ReadingText(ui, text), 1)
