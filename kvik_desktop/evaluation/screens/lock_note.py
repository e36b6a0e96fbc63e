"""Why answers cannot be changed, and the way on."""

from __future__ import annotations

from typing import Literal

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.screens.answering_foot import Acts
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.ui import Ui
from kvik_desktop.shell.widgets.note import Note

Lock = Literal["", "read_only", "revealed", "submitted"]


def lock_of(sheet: Sheet) -> Lock:
    """Why a sheet cannot be changed now; empty where it can."""
    if sheet.evaluation.revealed is not None:
        return "revealed"
    return "submitted" if sheet.own is not None and sheet.own.submitted is not None else ""


def lock_note(ui: Ui, lock: Lock, acts: Acts) -> Note | None:
    """What is said over the question; a file that can only be read says so itself."""
    tr = ui.tr
    if lock == "revealed":
        late = say(
            "Har du noget at tilføje, så sig det på mødet. I kan åbne en ny runde for et delkriterium."
        )
        title = tr(say("Svarene er åbnet, så de kan ikke ændres længere"))
        return Note(ui, "info", title, tr(late), [(tr(say("Gå til Konsensus")), acts.on)])
    if lock == "submitted":
        back = tr(say("Tag svarene tilbage for at ændre i dem, og aflevér dem igen."))
        return Note(ui, "info", tr(say("Du har afleveret")), back)
    return None
