"""Who has the turn takes all that the file holds about them, into a folder they choose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kvik_desktop.evaluation import usecases as evaluations
from kvik_desktop.evaluation.privacy.handing_out import write_extract
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


def take_own_extract(ui: Ui, desk: Desk[Any], participant: str) -> None:
    """Ask where, and write it there; called in the person's own turn, so an own code has been given."""
    folder = desk.choose.folder(ui.tr(say("Hvor skal dit uddrag ligge?")))
    if folder is None:
        return

    def write(file: EvaluationFile) -> Path:
        evaluation = file.ask(evaluations.current).id
        return write_extract(file, evaluation, participant, folder, ui.tr, is_opened=True)

    said = say("Uddraget er gemt. Alle, der åbner mappen, kan læse det, så pas på den.")
    desk.run(write).then(lambda _: desk.say(ui.tr(said)))
