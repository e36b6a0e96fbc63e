"""The form that is right for the evaluation as it is now, made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from kvik_desktop.evaluation.model import Evaluation
from kvik_desktop.evaluation.screens.answer_form import AnswerForm
from kvik_desktop.evaluation.screens.answering_foot import Acts
from kvik_desktop.evaluation.screens.lock_note import Lock, lock_note
from kvik_desktop.model_package.model import ModelPackage
from kvik_desktop.shell.ui import Ui


class AnswerForms:
    """Model and method may change until somebody has answered; then another form takes its place."""

    def __init__(self, ui: Ui, stack: QStackedWidget, serve: Callable[[AnswerForm], None]) -> None:
        """``serve`` is told of every form that is made."""
        self._ui = ui
        self._stack = stack
        self._serve = serve
        self._made_for: object = None
        self.form: AnswerForm | None = None
        self.lock: Lock | None = None
        """Why the answer that is shown cannot be changed; None before that is known."""

    def right_for(self, package: ModelPackage, evaluation: Evaluation) -> AnswerForm:
        """The form for the evaluation's model and method."""
        wanted = (evaluation.model, evaluation.method)
        if self.form is not None and wanted == self._made_for:
            return self.form
        if self.form is not None:
            self._stack.removeWidget(self.form)
            self.form.deleteLater()
        form = self.form = AnswerForm(self._ui, package, evaluation.method)
        self._made_for, self.lock = wanted, None
        self._stack.addWidget(form)
        self._serve(form)
        return form

    def set_lock(self, form: AnswerForm, lock: Lock, acts: Acts) -> None:
        """Let the answer be changed or not, and say why."""
        if lock != self.lock:
            self.lock = lock
            form.set_read_only(bool(lock), lock_note(self._ui, lock, acts))

    def mark(self) -> None:
        """Mark the answer that is shown, or take the mark away; one that cannot be marked stays as it is."""
        if self.form is not None and self.form.again.isVisible():
            self.form.again.click()
