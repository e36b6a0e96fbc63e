"""Beside the inbox: the five facts of one file, what it means, what to do, and the one act in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.bundle.screens.facts import FactLine, FactList
from kvik_desktop.central.inbox.model import Received
from kvik_desktop.central.model import FileVerdict, Outcome
from kvik_desktop.central.screens import inbox_words
from kvik_desktop.central.screens.import_list import file_name
from kvik_desktop.central.screens.key_check import KeyCheck
from kvik_desktop.central.screens.spoken import Spoken
from kvik_desktop.central.screens.verdict_words import (
    KINDS,
    MARKS,
    OUTCOMES,
    facts_of,
    is_other_key,
    meaning,
    meaning_afar,
)
from kvik_desktop.envelope.packages import OpenedEnrolment
from kvik_desktop.envelope.verdict import Code
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import SecondaryButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll

EDGE = 24
NOT_SETTLED = (Outcome.QUARANTINED, Outcome.REJECTED, Outcome.STALE)


class VerdictPanel(Scroll):
    """Is built anew for each file, and left alone while the same one is shown."""

    approving = Signal(object)
    """The :class:`OpenedEnrolment` of a key whose digits were compared."""
    wants_model = Signal()
    wants_register = Signal(str)
    """A place in the register."""
    wants_fold = Signal(object)
    wants_received = Signal(str)
    """A file of an import is to be shown where it lies, by its checksum."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "window")
        self.setAccessibleName(ui.tr(say("Om den valgte fil")))
        self.shown: object = None
        self.check: KeyCheck | None = None
        self.act: SecondaryButton | None = None
        self.words: Spoken
        self.show_nothing()

    # What is shown

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        hint = say("Når du vælger en fil på listen, ser du her, hvad der er prøvet, og hvad du skal gøre.")
        self._begin(None, [ReadingText(self.ui, self.ui.tr(hint), ink="text-2")])

    def show_fold(self, key: object, count: int, *, is_open: bool) -> None:
        """The accepted files of an import, as one."""
        if self.shown == (key, is_open):
            return
        tr = self.ui.tr
        told = say_n(
            "Den er hel, ægte og fra en kendt afsender. Du behøver ikke at gøre mere.",
            "De er hele, ægte og fra kendte afsendere. Du behøver ikke at gøre mere.",
            count,
        )
        words = [
            _Verdict(self.ui, Outcome.ACCEPTED),
            Heading(self.ui, tr(say_n("{n} fil", "{n} filer", count))),
            ReadingText(self.ui, tr(told)),
        ]
        self._begin((key, is_open), words)
        act = say("Skjul dem igen") if is_open else say("Vis dem")
        self._add_act(act, "", partial(self.wants_fold.emit, key))

    def show_received(self, received: Received, *, has_list: bool) -> None:
        """One file; what was typed about it stays while it is the same."""
        if self.shown == (received, has_list):
            return
        tr, receipt = self.ui.tr, received.receipt
        replaced = inbox_words.is_replaced(received)
        means, todo = meaning(receipt.code, receipt.facts)
        if replaced:
            means = say("Pakken er i orden, men udgave {n} gælder i stedet.", n=received.replaced_by)
        facts = facts_of(receipt.code, receipt.facts, is_replaced=replaced)
        words = self._said(receipt.outcome, inbox_words.who(received), means, facts, todo)
        self._begin((received, has_list), words)
        self._offer(received, has_list=has_list)
        for line in _details(received):
            self._after.addWidget(ReadingText(self.ui, tr(line), "small", ink="text-2"))

    def show_verdict(self, verdict: object) -> None:
        """A :class:`FileVerdict`: what was found and what to do; it is done in the inbox."""
        if not isinstance(verdict, FileVerdict):
            self.show_nothing()
            return
        if self.shown is verdict:
            return
        means, todo = meaning_afar(verdict.code, verdict.facts)
        facts = facts_of(verdict.code, verdict.facts)
        name = verdict.institution_name or file_name(verdict)
        self._begin(verdict, self._said(verdict.outcome, name, means, facts, todo))
        if verdict.sha256 is not None and verdict.outcome in NOT_SETTLED:
            self._add_act(say("Vis i indbakken"), "inbox", partial(self.wants_received.emit, verdict.sha256))

    def _said(
        self, outcome: Outcome, name: str, means: Text, facts: Sequence[FactLine], todo: Text
    ) -> list[QWidget]:
        return [
            _Verdict(self.ui, outcome),
            Heading(self.ui, name),
            ReadingText(self.ui, self.ui.tr(means)),
            FactList(self.ui, facts, narrow=True),
            Heading(self.ui, self.ui.tr(say("Det skal du gøre"))),
            ReadingText(self.ui, self.ui.tr(todo)),
        ]

    def show_asking(self, signer: str, asking: OpenedEnrolment | None) -> None:
        """The enrolment of the key that waits, where the file that is shown brought one."""
        receipt = self.received.receipt if self.received else None
        if receipt is None or receipt.signer != signer or receipt.code is not Code.E_UNKNOWN_KEY:
            return
        if is_other_key(receipt.code, receipt.facts) or self.check is not None:
            return
        if asking is None:
            told = say(
                "Der er ingen tilmelding med nøglen i. Bed institutionen om at gemme en tilmelding i "
                "trin 6 og sende den."
            )
            self._act_place.addWidget(ReadingText(self.ui, self.ui.tr(told), ink="text-2"))
            return
        self.check = KeyCheck(self.ui, asking.key)
        self.check.same.connect(partial(self.approving.emit, asking))
        self._act_place.addWidget(self.check)

    @property
    def received(self) -> Received | None:
        """The file that is shown."""
        shown = self.shown[0] if isinstance(self.shown, tuple) else None
        return shown if isinstance(shown, Received) else None

    @property
    def wants_asking(self) -> str:
        """The key of the file that is shown, where it could be approved here; empty where not."""
        received = self.received
        if received is None or self.check is not None:
            return ""
        receipt = received.receipt
        can = receipt.code is Code.E_UNKNOWN_KEY and not is_other_key(receipt.code, receipt.facts)
        return (receipt.signer or "") if can else ""

    def first_focus(self) -> QWidget:
        """Where one does something about it."""
        if self.check is not None:
            return self.check.fields[0]
        return self.act or self.words

    # Parts

    def _begin(self, shown: object, words: Sequence[QWidget]) -> None:
        """What is said, then what can be done, then what is seldom asked for."""
        self.shown, self.check, self.act = shown, None, None
        px = self.ui.theme.px
        content = QFrame()
        content.setProperty("look", "window")
        column = QVBoxLayout(content)
        column.setContentsMargins(px(EDGE), px(16), px(EDGE), px(24))
        column.setSpacing(px(12))
        self.words = self._spoken(words)
        column.addWidget(self.words)
        self._act_place, self._after = QVBoxLayout(), QVBoxLayout()
        self._act_place.setSpacing(px(8))
        self._after.setSpacing(px(4))
        column.addLayout(self._act_place)
        column.addLayout(self._after)
        column.addStretch(1)
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.setWidget(content)
        if has_focus:  # it is not lost with what goes: the keyboard would be dead
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spoken(self, words: Sequence[QWidget]) -> Spoken:
        px, spoken = self.ui.theme.px, Spoken(self.ui)
        for part in words:
            if isinstance(part, FactList):
                spoken.column.addSpacing(px(4))
            spoken.column.addWidget(part)
            if isinstance(part, FactList):
                spoken.column.addSpacing(px(8))
        spoken.name_it()
        return spoken

    def _offer(self, received: Received, *, has_list: bool) -> None:
        receipt = received.receipt
        if receipt.code is Code.W_MODEL:
            self._add_act(say("Vælg modelpakken…"), "folder", self.wants_model.emit)
        elif receipt.code is Code.E_UNKNOWN_KEY and not has_list:
            self._add_act(say("Lav tillidslisten først"), "key", partial(self.wants_register.emit, ""))
        elif is_other_key(receipt.code, receipt.facts):
            to_it = partial(self.wants_register.emit, receipt.institution or "")
            self._add_act(say("Gå til Institutioner"), "building", to_it)

    def _add_act(self, words: Text, icon: str, act: Callable[[], None]) -> None:
        self.act = SecondaryButton(self.ui, self.ui.tr(words), icon)
        self.act.clicked.connect(lambda *_: act())
        self._act_place.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)


class _Verdict(QWidget):
    """The mark of an outcome and its word."""

    def __init__(self, ui: Ui, outcome: Outcome) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(8))
        sign, word = QLabel(), QLabel(ui.tr(OUTCOMES[outcome]))
        sign.setPixmap(mark(ui.theme, MARKS[outcome]))
        word.setProperty("look", "label")
        row.addWidget(sign)
        row.addWidget(word, 1)


def _details(received: Received) -> Iterator[Text]:
    receipt = received.receipt
    yield say("Fil: {name}", name=receipt.name)
    if receipt.kind is not None:
        yield say("Slags: {kind}", kind=KINDS[receipt.kind])
    yield say("Modtaget: {moment}", moment=receipt.received.astimezone())
    if receipt.title:
        yield say("Titel: {title}", title=receipt.title)
    yield say("Kontrolsum: {sum}", sum=receipt.sha256[:16])
