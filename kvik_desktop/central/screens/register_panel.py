"""Beside the register: how one institution's key stands, what has happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.bundle.screens.digits import Digits
from kvik_desktop.central.register.model import KeyState, Registered, Stranger
from kvik_desktop.central.screens import register_words as words
from kvik_desktop.central.screens.key_check import KeyCheck
from kvik_desktop.central.screens.register_rows import Line, Seen
from kvik_desktop.central.screens.revoke_part import RevokePart
from kvik_desktop.central.screens.spoken import Spoken
from kvik_desktop.envelope.packages import OpenedEnrolment
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.report.screens.refill import refill
from kvik_desktop.shell.look.marks import mark
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton, SecondaryButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.note import problem_note
from kvik_desktop.shell.widgets.reading_text import ReadingText
from kvik_desktop.shell.widgets.scroll import Scroll

EDGE = 24


class RegisterPanel(Scroll):
    """Is built anew for each one, and left alone while the same one is shown."""

    approving = Signal(object)
    """The :class:`OpenedEnrolment` of a key whose digits were compared."""
    revoking = Signal(object, object, object)
    """The :class:`Registered`, the reason, and the day or None."""
    wants_cut = Signal(object)
    """The :class:`Registered` whose cut of the list is to be written."""
    wants_asking = Signal(str)
    """The fingerprint of a key whose enrolment is to be found among what it has signed."""

    def __init__(self, ui: Ui, *, asleep: str = "") -> None:
        """``asleep`` is why nothing can be done; empty where it can."""
        super().__init__()
        self.ui = ui
        self._asleep = asleep
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("look", "window")
        self.setAccessibleName(ui.tr(say("Om den valgte institution")))
        self.shown: object = None
        self.check: KeyCheck | None = None
        self.form: RevokePart | None = None
        self.cut: SecondaryButton | None = None
        self.revoke: LinkButton | None = None
        self.words: Spoken
        self._about_cut: ReadingText | None = None
        self._to_show: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._follow())
        self.show_nothing()

    # What is shown

    def show_nothing(self) -> None:
        """Nobody is chosen."""
        if self.shown != ():
            hint = say("Vælg en institution på listen for at se dens nøgle, og hvad du kan gøre.")
            self._begin((), [ReadingText(self.ui, self.ui.tr(hint), ink="text-2")])
            self._end()

    def show_line(self, line: Line, seen: Seen) -> None:
        """One of them; what was typed about it stays while it is the same."""
        if self.shown == line.found:
            return
        if isinstance(line.found, Stranger):
            self._show_stranger(line.found, has_list=seen.register.trust_list is not None)
        else:
            self._show_registered(line.found, seen)
        self._end()
        if self._asks:
            self.wants_asking.emit(self._asks)

    def _show_stranger(self, found: Stranger, *, has_list: bool) -> None:
        tr = self.ui.tr
        files = say_n("{n} fil venter på det.", "{n} filer venter på det.", len(found.files))
        told = say("Den vil kendes med en nøgle, du ikke har godkendt. {files}", files=files)
        self._begin(
            found,
            [
                _State(self.ui, words.WAITING_MARK, tr(words.WAITING)),
                Heading(self.ui, found.name),
                ReadingText(self.ui, tr(told)),
            ],
        )
        if has_list:
            self._show_todo(words.CALL)
            self._asks = found.signer
        else:
            self._show_todo(say("Lav tillidslisten først. Så kan du godkende nøglen her."))

    def _show_registered(self, found: Registered, seen: Seen) -> None:
        if found.other is None:
            self._show_known(found)
        else:
            self._show_other(found, found.other)
        self._offer(found, seen)
        if found.other is not None:
            self._add_heading(say("Den nøgle, du har godkendt"))
            self._after.addWidget(self._state_of(found))
            self._after.addWidget(Digits(self.ui, found.entry.newest.public.digits))
        self._add_heading(say("Hvad der er sket"))
        self._add_details(words.history(found))
        self._add_heading(say("Om institutionen"))
        self._add_details(words.details(found.entry.institution))

    def _show_known(self, found: Registered) -> None:
        tr, px = self.ui.tr, self.ui.theme.px
        parts = [
            self._state_of(found),
            Heading(self.ui, found.entry.institution.name),
            ReadingText(self.ui, tr(words.MEANINGS[found.state])),
        ]
        self._begin(found, parts)
        self.words.column.addSpacing(px(8))
        self.words.column.addWidget(Digits(self.ui, found.entry.newest.public.digits))

    def _state_of(self, found: Registered) -> _State:
        return _State(self.ui, words.MARKS[found.state], self.ui.tr(words.STATES[found.state]))

    def _show_other(self, found: Registered, other: Stranger) -> None:
        tr = self.ui.tr
        means, todo = words.other_key(found.state)
        parts = [
            _State(self.ui, words.WAITING_MARK, tr(words.WAITING)),
            Heading(self.ui, found.entry.institution.name),
            ReadingText(self.ui, tr(means)),
        ]
        self._begin(found, parts)
        self._show_todo(todo)
        if found.state in (KeyState.REVOKED, KeyState.EXPIRED):
            self._asks = other.signer

    def _show_todo(self, todo: Text) -> None:
        self.words.column.addSpacing(self.ui.theme.px(8))
        self.words.column.addWidget(Heading(self.ui, self.ui.tr(say("Det skal du gøre"))))
        self.words.column.addWidget(ReadingText(self.ui, self.ui.tr(todo)))

    def show_asking(self, signer: str, asking: OpenedEnrolment | None) -> None:
        """The enrolment of the key that waits; None where nothing it has signed carries one."""
        if self.signer != signer or self.check is not None:
            return
        if asking is None:
            told = say(
                "Der er ingen tilmelding med nøglen i. Bed institutionen om at gemme en tilmelding i "
                "trin 6 og sende den."
            )
            refill(self._check_place, [ReadingText(self.ui, self.ui.tr(told), ink="text-2")])
            return
        self.check = KeyCheck(self.ui, asking.key)
        self.check.set_asleep(self._asleep)
        self.check.same.connect(partial(self.approving.emit, asking))
        refill(self._check_place, [self.check])
        if isinstance(self.shown, Stranger):
            self._add_heading(say("Det siger den selv"))
            self._add_details(words.details(asking.institution))

    @property
    def signer(self) -> str:
        """The key that waits for the coordinator; empty where none does."""
        if isinstance(self.shown, Stranger):
            return self.shown.signer
        other = self.shown.other if isinstance(self.shown, Registered) else None
        return other.signer if other is not None else ""

    def show_problem(self, problem: Problem | None) -> None:
        """What went wrong with what was done here; None takes it away."""
        notes = [] if problem is None else [problem_note(self.ui, problem)]
        refill(self._notes, notes)
        if notes:
            self.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget:
        """Where one does something about it."""
        if self.check is not None:
            return self.check.fields[0]
        return self.cut or self.words

    # Revoking

    def _offer(self, found: Registered, seen: Seen) -> None:
        tr = self.ui.tr
        self.cut = SecondaryButton(self.ui, tr(say("Gem dens udsnit af listen…")), "download", small=True)
        self.cut.clicked.connect(partial(self.wants_cut.emit, found))
        is_revoked = found.state is KeyState.REVOKED
        act = say("Spær fra en tidligere dag…") if is_revoked else say("Spær nøglen…")
        self.revoke = LinkButton(self.ui, tr(act), "forbidden")
        self.revoke.clicked.connect(partial(self._ask_revoke, found, seen))
        why = say("Det fortæller institutionen om dine nøgler og kampagner. Send det, når noget er ændret.")
        self._about_cut = ReadingText(self.ui, tr(why), "small", ink="text-2")
        self.cut.setAccessibleDescription(tr(why))
        for button in (self.cut, self.revoke):
            button.set_asleep(self._asleep)
        self._acts.addWidget(self.cut, 0, Qt.AlignmentFlag.AlignLeft)
        self._acts.addWidget(self._about_cut)
        self._acts.addWidget(self.revoke, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask_revoke(self, found: Registered, seen: Seen) -> None:
        self._show_acts(shown=False)
        self.form = RevokePart(self.ui, seen.register.now.date())
        self.form.revoking.connect(partial(self.revoking.emit, found))
        self.form.given_up.connect(self._give_up)
        self.form.asking.connect(self._show_part)
        self._to_show = self.form.reasons
        refill(self._form_place, [self.form])
        self.form.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _give_up(self) -> None:
        self.form = None
        refill(self._form_place)
        self._show_acts(shown=True)
        if self.revoke is not None:
            self.revoke.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_part(self, part: QWidget) -> None:
        """Scroll to something now, and again when the words about it have got their room."""
        self._to_show = part
        self.ensureWidgetVisible(part, 0, self.ui.theme.px(16))

    def _follow(self) -> None:
        part, self._to_show = self._to_show, None
        if part is not None:
            self.ensureWidgetVisible(part, 0, self.ui.theme.px(16))

    def _show_acts(self, *, shown: bool) -> None:
        for part in (self.cut, self._about_cut, self.revoke):
            if part is not None:
                part.setVisible(shown)

    # Parts

    def _begin(self, shown: object, parts: Iterable[QWidget]) -> None:
        """What went wrong, what is said, the comparison, acts, and what is seldom asked for."""
        self.shown = shown
        self.check, self.form, self.cut, self.revoke = None, None, None, None
        self._asks, self._to_show = "", None
        px = self.ui.theme.px
        self._content = content = QFrame()
        content.setProperty("look", "window")
        column = QVBoxLayout(content)
        column.setContentsMargins(px(EDGE), px(16), px(EDGE), px(24))
        column.setSpacing(px(16))
        self.words = Spoken(self.ui)
        self._notes, self._check_place = QVBoxLayout(), QVBoxLayout()
        self._acts, self._form_place, self._after = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        column.addLayout(self._notes)
        column.addWidget(self.words)
        for place in (self._check_place, self._acts, self._form_place, self._after):
            column.addLayout(place)
        self._acts.setSpacing(px(8))
        self._after.setSpacing(px(4))
        for part in parts:
            self.words.column.addWidget(part)
        column.addStretch(1)

    def _end(self) -> None:
        """Everything is there, and is seen from the beginning; focus is not lost with what goes."""
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.words.name_it()
        self.setWidget(self._content)
        if has_focus:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_heading(self, text: Text) -> None:
        if self._after.count():
            self._after.addSpacing(self.ui.theme.px(12))
        self._after.addWidget(Heading(self.ui, self.ui.tr(text)))

    def _add_details(self, lines: Iterable[Text]) -> None:
        for line in lines:
            self._after.addWidget(ReadingText(self.ui, self.ui.tr(line), "small", ink="text-2"))


class _State(QWidget):
    """A mark and its word."""

    def __init__(self, ui: Ui, name: str, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ui.theme.px(8))
        sign, word = QLabel(), QLabel(text)
        sign.setPixmap(mark(ui.theme, name))
        word.setProperty("look", "label")
        row.addWidget(sign)
        row.addWidget(word, 1)
