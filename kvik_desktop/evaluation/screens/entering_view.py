"""One sheet of paper being typed in: the sheet at the left, the number one is at in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kvik_desktop.evaluation.collecting.paper.entering import Entering
from kvik_desktop.evaluation.collecting.sheets.content import SCORE
from kvik_desktop.evaluation.screens import entering_rows
from kvik_desktop.evaluation.screens.answer_lists import Texts
from kvik_desktop.evaluation.screens.entering_fields import LARGE, EntryFields
from kvik_desktop.evaluation.screens.entering_summary import EnteringSummary
from kvik_desktop.evaluation.screens.entering_texts import EnteringTexts
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.model_package.model import STEPS
from kvik_desktop.model_package.scoring import band_range
from kvik_desktop.shell.announcer import speak
from kvik_desktop.shell.keys import bind_all
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.choice_list import ChoiceList
from kvik_desktop.shell.widgets.column import ScrollColumn
from kvik_desktop.shell.widgets.hairline import Hairline
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.reading_text import ReadingText

SHEET, SHEET_LARGE = 272, 248
"""The width of the sheet at the left, at 100 %; and where the type is large."""

TEXTS = "Ctrl+T"

HOW = (
    say("To cifre går videre af sig selv. Efter ét ciffer, og efter 10, trykker du Enter."),
    say("K eller minus: kan ikke vurdere. Enter uden et tal springer over."),
    say("Tilbage: ↑ eller ←. Tøm feltet: Delete. Fortryd: Ctrl+Z."),
)
HOW_SHORT = (
    say("Ét ciffer går videre af sig selv."),
    *HOW[1:],
)
"""From 0 to 5."""


class EnteringView(QWidget):
    """Shows where one is; every key and click is told, and nothing happens here by itself."""

    signed = Signal(str)
    acted = Signal(object)
    gone_to = Signal(str, str)
    """A question, and the key of a number, empty for the first."""
    written = Signal()
    """Words were changed; it may be in the middle of a sentence."""
    left = Signal()
    """Focus has left a list of words."""

    def __init__(self, ui: Ui, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui
        tr = ui.tr
        self._entering: Entering | None = None
        self.sheet = ChoiceList(ui, say("Skemaet, som det står på papiret"))
        self.sheet.chosen.connect(lambda key: self.gone_to.emit(key, ""))
        self._whose = ReadingText(ui, "", ink="text-2")
        self._title = Heading(ui, "", "large")
        self.fields = EntryFields(ui)
        self.fields.signed.connect(self.signed)
        self.fields.acted.connect(self.acted)
        self.fields.pointed.connect(self._point)
        self._echo = ReadingText(ui, "")
        self.refusal = QLabel()
        self.refusal.setProperty("look", "problem")
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.texts = LinkButton(ui, tr(say("Tast også ordene (T)")), "pencil")
        self.texts.clicked.connect(self.open_texts)
        self.lists = EnteringTexts(ui)
        self.lists.edited.connect(self.written)
        self.lists.committed.connect(self.left)
        self.lists.hide()
        self._how = ReadingText(ui, "", "small", ink="text-2")
        self.summary = EnteringSummary(ui)
        self.summary.acted.connect(self.acted)
        self.summary.chosen.connect(lambda key: self.gone_to.emit(key, ""))
        self._stack = QStackedWidget()
        self._lay_out()
        bind_all(self, {TEXTS: self._toggle_texts})

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        question = ScrollColumn(self.ui, centred=False)
        is_large = self.ui.theme.percent >= LARGE
        question.column.set_padding(8 if is_large else 24, 16)
        body = question.body
        body.setSpacing(px(8))
        parts: tuple[QWidget, ...] = (self._whose, self._title, self.fields, self.refusal, self._echo)
        for widget in parts:
            body.addWidget(widget)
        body.addSpacing(px(8))
        body.addWidget(self.texts, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.lists)
        body.addStretch(1)
        body.addWidget(self._how)
        self._question = question
        self._stack.addWidget(question)
        self._stack.addWidget(self.summary)
        left = QWidget()
        left.setFixedWidth(px(SHEET_LARGE if is_large else SHEET))
        column = QVBoxLayout(left)
        column.setContentsMargins(px(8), px(16), px(8), 0)
        column.addWidget(self.sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(Hairline(self.ui, vertical=True))
        row.addWidget(self._stack, 1)

    # What it shows

    def show_entering(self, name: str, entering: Entering, texts: Texts) -> None:
        """Show a sheet as it is now; focus follows, unless one is writing words."""
        before, self._entering = self._entering, entering
        was_at = before.at.subcriterion if before is not None and before.at is not None else ""
        at = entering.at.subcriterion if entering.at is not None else ""
        self._show_sheet(entering, at)
        if entering.at is None:
            self.summary.show_entering(name, entering)
            self._stack.setCurrentWidget(self.summary)
        else:
            self._show_question(name, entering, texts, is_new=at != was_at)
            self._stack.setCurrentWidget(self._question)
        if not self.lists.has_caret or at != was_at:
            self.take_focus()

    def _show_sheet(self, entering: Entering, at: str) -> None:
        self.sheet.set_items(entering_rows.items(entering, self.ui.tr.language))
        if self.sheet.chosen_key != at:
            self.sheet.set_chosen(at)

    def _show_question(self, person: str, entering: Entering, texts: Texts, *, is_new: bool) -> None:
        assert entering.at is not None, "a question is shown while one is at one"
        tr, sub = self.ui.tr, entering.package.subcriterion(entering.at.subcriterion)
        of = sum(1 for _ in entering.package.subcriteria())
        said = say("Skemaet fra {name}: {n} af {of} tastet", name=person, n=of - len(entering.missing), of=of)
        self._whose.setText(tr(said))
        self._title.setText(f"{sub.id} {sub.name.in_language(tr.language)}")
        self._how.setText(" ".join(map(tr, HOW if entering.method.top > 9 else HOW_SHORT)))
        self.fields.show_question(entering)
        self._tell(entering.refused)
        self._echo.setText(self._last_kept(entering))
        if is_new or not self.lists.has_caret:
            self.lists.set_texts(texts)
            self.lists.setVisible(any(texts.values()) or self.lists.has_caret)
            self.texts.setVisible(self.lists.isHidden())

    def _tell(self, refused: Text | None) -> None:
        words = self.ui.tr(refused) if refused is not None else ""
        if words and words != self.refusal.text():
            speak(self.refusal, words)
        self.refusal.setText(words)

    def _last_kept(self, entering: Entering) -> str:
        """The number before this one, with the name of its step: what one has just typed is heard back."""
        if not entering.place:
            return ""
        cell = entering.cells[entering.place - 1]
        shown = entering.shown(cell)
        if not shown.isdigit():
            return ""
        number, place, tr = int(shown), cell.subcriterion, self.ui.tr
        if cell.key != SCORE:  # the steps of a phase have no names
            return tr(say("Du tastede {number} ved {place}", number=number, place=place))
        steps = entering.package.scale.steps(entering.package.block_of(place))
        band = next(band for band in range(STEPS) if number <= band_range(band, entering.method)[1])
        name = steps[band].name.in_language(tr.language)
        return tr(say("Du tastede {number} ved {place}: {step}", number=number, place=place, step=name))

    # Focus

    def take_focus(self) -> None:
        """The keyboard is where the next key belongs."""
        if self._entering is None or not self.isVisible():
            return
        if self._entering.at is None:
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.set_focus(self._entering)
            self._question.ensureWidgetVisible(self.fields.entries[self._entering.at.key])

    def open_texts(self) -> None:
        """To the words of this question."""
        if self._entering is not None and self._entering.at is not None:
            self.lists.show()
            self.texts.hide()
            self.lists.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggle_texts(self) -> None:
        if self.lists.has_caret:
            self.left.emit()
            self.take_focus()
        else:
            self.open_texts()

    def _point(self, key: str) -> None:
        if self._entering is not None and self._entering.at is not None:
            self.gone_to.emit(self._entering.at.subcriterion, key)
