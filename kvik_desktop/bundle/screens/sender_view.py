"""Who hands in, and to whom: the unit's key and the coordinator it is known by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kvik_desktop.bundle import choosing, handing_in
from kvik_desktop.bundle.handing_in import HandingIn
from kvik_desktop.bundle.own_keys import Offered, OwnKeys
from kvik_desktop.bundle.screens.key_part import KeyPart
from kvik_desktop.bundle.screens.receiver_part import ReceiverPart
from kvik_desktop.bundle.screens.review_words import READ_ONLY
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.page import Act, Foot
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import problem_note

KEYS = say("Nøgler (*.key);;Alle filer (*)")
LISTS = say("Invitationer og tillidslister (*.kvik)")


class SenderView(QWidget):
    """One page to set up once; after that it is only looked at."""

    foot_changed = Signal()
    wanted = Signal(str)
    """``gennemse`` or ``gem``."""
    enrolling = Signal()
    """An enrolment is to be saved by itself."""

    def __init__(self, ui: Ui, desk: Desk[Any], keys: OwnKeys) -> None:
        super().__init__()
        self.ui, self._keys = ui, keys
        self._desk = desk.telling(self.show_problem)
        self._found: HandingIn | None = None
        self._to_show: QWidget | None = None
        px, tr = ui.theme.px, ui.tr
        self.title = Heading(ui, tr(say("Hvem afleverer, og til hvem?")), "large")
        self.key = KeyPart(ui)
        self.key.taking.connect(self._take_key)
        self.receiver = ReceiverPart(ui)
        self.receiver.fetching.connect(self._fetch)
        self.receiver.accepted.connect(self._accept)
        self.receiver.campaign_chosen.connect(self._join)
        self.receiver.compared.connect(self._show_part)
        self._notes = QVBoxLayout()
        scroll = ScrollColumn(ui, centred=False, margin=24)
        scroll.column.set_padding(24, 24)
        self._scroll = scroll
        scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._follow())
        body = scroll.body
        body.addWidget(self.title)
        body.addLayout(self._notes)
        body.addWidget(self.key)
        body.addSpacing(px(8))
        body.addWidget(Hairline(ui))
        body.addSpacing(px(8))
        body.addWidget(self.receiver)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_handing_in(self, found: HandingIn) -> None:
        """Show who it is now; what is being typed stays."""
        self._found = found
        self.key.show_key(found)
        self.receiver.show_receiver(found)
        if found.problem is not None:
            self.show_problem(found.problem)
        self.foot_changed.emit()

    def passphrase(self) -> str | None:
        """The passphrase of a key that is to be made; None where the fields have to be looked at again."""
        return self.key.passphrase()

    def first_focus(self) -> QWidget:
        """The passphrase of a key that is to be made; else what stands first."""
        has_key = self._found is not None and self._found.key is not None
        return self.key.take if has_key else self.key.first.control

    # What is done

    def _take_key(self) -> None:
        path = self._desk.choose.file(self.ui.tr(say("Vælg jeres nøgle")), self.ui.tr(KEYS))
        if path is not None:
            self._run(partial(handing_in.take_key, keys=self._keys, path=path))

    def _fetch(self) -> None:
        path = self._desk.choose.file(
            self.ui.tr(say("Vælg invitationen eller tillidslisten")), self.ui.tr(LISTS)
        )
        if path is not None:
            self.examine(path)

    def drop(self, paths: Sequence[Path]) -> bool:
        """A list that was dropped on the window."""
        lists = [path for path in paths if path.suffix.lower() == ".kvik"]
        if lists:
            self.examine(lists[0])
        return bool(lists)

    def examine(self, path: Path) -> None:
        """Look at a list before it is used."""
        self.show_problem(None)
        self._desk.run(lambda _file: self._keys.examine(path)).then(self.receiver.offer)

    def _show_part(self, part: QWidget) -> None:
        """Scroll to something that has just come, as soon as it has got its room."""
        self._to_show = part

    def _follow(self) -> None:
        part, self._to_show = self._to_show, None
        if part is not None:
            self._scroll.ensureWidgetVisible(part, 0, self.ui.theme.px(24))

    def _accept(self, offered: Offered) -> None:
        self.receiver.stop_comparing()
        self._run(partial(handing_in.accept_list, keys=self._keys, offered=offered))

    def _join(self, campaign: object) -> None:
        assert self._found is not None, "chosen on a page that is shown"
        evaluation = self._found.standing.evaluation.id
        self._desk.do(choosing.join_campaign, evaluation, None if campaign is None else str(campaign))

    def _run(self, job: Any) -> None:
        self.show_problem(None)
        self._desk.run(job, Kind.TRUST)

    def show_problem(self, problem: Problem | None) -> None:
        """What went wrong; None takes it away."""
        notes = [] if problem is None else [problem_note(self.ui, problem, closable=True)]
        refill(self._notes, notes)
        if notes:
            self._scroll.verticalScrollBar().setValue(0)

    # The foot

    @property
    def foot(self) -> Foot:
        """Back to the review, an enrolment by itself, and on to the package."""
        tr, found = self.ui.tr, self._found
        has_key = found is not None and found.key is not None
        back = Act(tr(say("Gennemse")), lambda: self.wanted.emit("gennemse"), icon="chevron-left")
        enrol = Act(tr(say("Gem en tilmelding…")), self.enrolling.emit)
        act = say("Gem pakken…") if has_key else say("Lav nøglen, og gem pakken…")
        return Foot(
            primary=Act(tr(act), lambda: self.wanted.emit("gem"), asleep=self._asleep(found)),
            secondary=(back, enrol) if has_key else (back,),
        )

    def _asleep(self, found: HandingIn | None) -> str:
        if found is None or found.review is None:
            return ""
        if self._desk.read_only:
            return self.ui.tr(READ_ONLY)
        if not found.is_ready:
            return self.ui.tr(say("Gennemse teksterne først"))
        return self.ui.tr(say("Vælg kampagnen først")) if found.needs_campaign else ""
