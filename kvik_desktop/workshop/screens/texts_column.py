"""The group's texts of one kind: gathered, merged, rewritten, taken apart, written anew and deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kvik_desktop.evaluation.model import StatementKind
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.look.icons import pixmap
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.button import LinkButton
from kvik_desktop.shell.widgets.heading import Heading
from kvik_desktop.shell.widgets.new_line import NewLine
from kvik_desktop.shell.widgets.note import Note
from kvik_desktop.shell.widgets.statement_delegate import Statement
from kvik_desktop.shell.widgets.statement_list import SHOWN, StatementList
from kvik_desktop.workshop import statements
from kvik_desktop.workshop.board import Board, Line
from kvik_desktop.workshop.gathered import GatheredStatement
from kvik_desktop.workshop.screens.consensus_words import EMPTY, HEADINGS, ICONS
from kvik_desktop.workshop.screens.text_editor import TextEditor

ALL = 1000
"""More texts than anybody writes: none are folded away while they are what one talks about."""

NEW = {
    StatementKind.EVIDENCE: say("Tilføj noget, I kan vise frem"),
    StatementKind.STRENGTH: say("Tilføj en styrke"),
    StatementKind.AREA: say("Tilføj et område"),
    StatementKind.IDEA: say("Tilføj en idé"),
}


class TextsColumn(QWidget):
    """``whole`` shows everything and asks for more; else the first ones, which can still be changed."""

    def __init__(self, ui: Ui, desk: Desk[Any], kind: StatementKind, *, whole: bool) -> None:
        super().__init__()
        self.ui = ui
        self.kind = kind
        self._desk = desk
        self._board: Board | None = None
        self._line: Line | None = None
        self._read_only = False
        self._opened = ""
        self.tells_counts = True
        """Says what the numbers are; once is enough of two beside each other."""
        tr = ui.tr
        self.list = StatementList(ui, tr(HEADINGS[kind]), tr(EMPTY[kind]), shown=ALL if whole else SHOWN)
        self.editor = TextEditor(ui, self)
        self.header = TextEditor(ui, self, may_be_empty=True)
        self.header.setPlaceholderText(tr(say("Overskrift, fx Tid")))
        self.header.setAccessibleName(tr(say("Overskrift over teksten")))
        self._last_heading = ""
        self.new = NewLine()
        self.new.setPlaceholderText(tr(NEW[kind]))
        self.new.setAccessibleName(tr(NEW[kind]))
        self._whole = whole
        self._acts = self._act_line()
        self.note: Note | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self.ui.theme.px
        icon = QLabel()
        icon.setPixmap(pixmap(self.ui.theme, ICONS[self.kind], "text-2", 16))
        said = QLabel(self.ui.tr(say("så mange skrev det")))
        said.setProperty("look", "small")
        self._said = said
        heading = QHBoxLayout()
        heading.setSpacing(px(8))
        heading.addWidget(icon)
        heading.addWidget(Heading(self.ui, self.ui.tr(HEADINGS[self.kind])), 1)
        heading.addWidget(said)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._column.addLayout(heading)
        self._column.addWidget(self.list)
        self._column.addWidget(self._acts)
        self._column.addWidget(self.new)
        self._column.addStretch(1)

    def _act_line(self) -> QWidget:
        """What can be done with the text one is at, for those who have not learnt the keys."""
        tr, line = self.ui.tr, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.ui.theme.px(16))
        acts: tuple[tuple[Text, str, Callable[[], None]], ...] = (
            (say("Ret"), "E", self.edit),
            (say("Saml"), "M", self._pick),
            (say("Overskrift"), "O", self.head),
            (say("Slet"), "Del", self.delete),
        )
        for text, key, act in acts:
            button = LinkButton(self.ui, tr(text))
            button.setToolTip(key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the list where it was
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return line

    def _connect(self) -> None:
        view = self.list.view
        view.installEventFilter(self)
        view.doubleClicked.connect(self.edit)
        view.selectionModel().currentChanged.connect(self._show_acts)
        self.list.merged.connect(self._merge)
        self.list.moved.connect(self._move)
        self.list.opened.connect(self._open)
        self.editor.kept.connect(self._rewrite)
        self.editor.left.connect(view.setFocus)
        self.header.kept.connect(self._put_under)
        self.header.left.connect(view.setFocus)
        self.new.returnPressed.connect(self._add)

    # What is shown

    def show_line(self, board: Board, line: Line, *, read_only: bool) -> None:
        """Show a subcriterion's texts; what is being written stays."""
        if self._line is None or self._line.id != line.id:
            self.flush()
            self._open("")
        self._board, self._line, self._read_only = board, line, read_only
        texts = line.statements[self.kind]
        self.list.set_statements(self._statements(texts))
        self.list.set_read_only(read_only)
        self._said.setVisible(bool(texts) and self.tells_counts)
        self.new.setVisible(self._whole and not read_only)
        self._show_acts()
        if self._opened and self._opened not in [each.id for each in texts]:
            self._open("")

    def _statements(self, texts: Sequence[GatheredStatement]) -> list[Statement]:
        """The texts as the list shows them, a heading over the first under it."""
        assert self._board is not None
        shown, before = [], ""
        for text in texts:
            under = self._board.originals.get(text.id, ())
            heads = self._heads(text.heading, texts) if text.heading != before else ""
            before = text.heading
            made = Statement(text.id, text.text, text.sources, max(len(under), 1), heads, text.heading)
            shown.append(made)
        return shown

    def _heads(self, heading: str, texts: Sequence[GatheredStatement]) -> str:
        """As *Tid · 5 har skrevet det*; what comes under none after others have their own word."""
        if not heading:
            return self.ui.tr(say("Uden overskrift"))
        wrote = sum(each.sources for each in texts if each.heading == heading)
        told = self.ui.tr(say_n("{n} har skrevet det", "{n} har skrevet det", wrote))
        return f"{heading} · {told}" if wrote else heading

    def _show_acts(self) -> None:
        self._acts.setVisible(self._whole and not self._read_only and bool(self._here))

    @property
    def _here(self) -> str:
        """The key of the text one is at."""
        item = self.list.view.statements.item(self.list.view.currentIndex())
        return item.key if item else ""

    def flush(self) -> None:
        """Save what is being written."""
        self.editor.finish()
        self.header.finish()
        if self.new.text().strip():
            self._add()

    # What the user does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """E, O and Delete in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self._read_only:
            if event.key() == Qt.Key.Key_E and not event.modifiers() and self._here:
                self.edit()
                return True
            if event.key() == Qt.Key.Key_O and not event.modifiers() and self._here:
                self.head()
                return True
            if event.key() == Qt.Key.Key_Delete and self._here:
                self.delete()
                return True
        return super().eventFilter(watched, event)

    def edit(self) -> None:
        """Rewrite the text one is at."""
        view = self.list.view
        item = view.statements.item(view.currentIndex())
        if item is not None and not self._read_only:
            row = view.visualRect(view.currentIndex())
            row.moveTopLeft(view.viewport().mapTo(self, row.topLeft()))
            self.editor.begin(item.key, item.text, row)

    def head(self) -> None:
        """Write the heading the text one is at comes under; the one used last is there already."""
        view = self.list.view
        item = view.statements.item(view.currentIndex())
        if item is not None and not self._read_only:
            row = view.visualRect(view.currentIndex())
            row.moveTopLeft(view.viewport().mapTo(self, row.topLeft()))
            self.header.begin(item.key, item.under, row)
            if not item.under and self._last_heading:
                self.header.setPlainText(self._last_heading)
                self.header.selectAll()

    def _put_under(self, key: str, word: str) -> None:
        self._last_heading = word or self._last_heading
        self._do(statements.put_under, key, word)

    def delete(self) -> None:
        """Take the text one is at off the list; it can be undone."""
        if self._here and not self._read_only:
            self._do(statements.remove, self._here, said=say("Teksten er slettet"))

    def _pick(self) -> None:
        """Begin to merge, as M does."""
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.view.press_m()

    def _merge(self, what: str, into: str) -> None:
        self._do(statements.merge, into, [what], said=say("Teksterne er samlet"))

    def _move(self, key: str, place: int) -> None:
        self._do(statements.move, key, self.kind, place)

    def _rewrite(self, key: str, words: str) -> None:
        self._do(statements.rewrite, key, words)

    def _add(self) -> None:
        words = self.new.text().strip()
        self.new.clear()
        if words and self._line is not None:
            self._do(statements.add, self._line.id, self.kind, words)

    def _split(self) -> None:
        key = self._opened
        self._open("")
        self._do(statements.split, key, said=say("Teksterne står hver for sig igen"))

    def _do(self, usecase: Callable[..., Any], *args: object, said: Text | None = None) -> None:
        assert self._board is not None
        done = self._desk.do(usecase, self._board.evaluation.id, *args)
        if said is not None:
            sentence = self.ui.tr(said)
            done.then(lambda _: self._desk.say(sentence, undoable=True))

    def _open(self, key: str) -> None:
        """Show what a text is merged from, or close that again."""
        if self.note is not None:
            self._column.removeWidget(self.note)
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        self._opened = "" if key == self._opened else key
        if not self._opened or self._board is None:
            return
        tr, under = self.ui.tr, self._board.originals.get(key, ())
        actions = () if self._read_only else ((tr(say("Skil dem ad igen")), self._split),)
        lines = [f"{each.text} ({each.sources})" for each in under]
        title = tr(say("Samlet af {n}", n=len(under)))
        self.note = Note(self.ui, "info", title, "", actions, lines=lines, closable=True)
        self.note.closed.connect(lambda: self._open(""))
        self._column.insertWidget(2, self.note)
