"""Brings files beside an answer, takes copies out where the user chooses, and takes files away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.evidence.files import attach_files, export_own
from kvik_desktop.evaluation.evidence.model import ENDINGS, Attachment
from kvik_desktop.evaluation.screens.attached_files import AttachedFiles
from kvik_desktop.foundation.change import Kind
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import say
from kvik_desktop.shell.desk import Desk
from kvik_desktop.shell.ui import Ui

KINDS = say("Filer, der kan vedlægges ({endings})", endings=" ".join(f"*.{each}" for each in ENDINGS))


@dataclass(frozen=True)
class Place:
    """Whose answer to which question, in which evaluation."""

    evaluation: str
    participant: str
    subcriterion: str


class Attaching:
    """``place`` says where one is, None where nothing can be attached; what is typed is saved before."""

    def __init__(
        self, ui: Ui, desk: Desk[Any], place: Callable[[], Place | None], save: Callable[[], None]
    ) -> None:
        self._ui = ui
        self._desk = desk
        self._place = place
        self._save = save
        self._view: AttachedFiles | None = None

    def serve(self, view: AttachedFiles) -> None:
        """Do what this view asks for."""
        self._view = view
        view.wanted.connect(self._choose)
        view.copied.connect(self._copy)
        view.removed.connect(self._remove)

    def _choose(self) -> None:
        tr = self._ui.tr
        self.add(self._desk.choose.files(tr(say("Vedlæg filer som dokumentation")), tr(KINDS)))

    def add(self, paths: Sequence[Path]) -> bool:
        """Attach these; False where there is no answer that takes any."""
        place = self._place()
        if place is None or not paths:
            return False
        self._save()
        job = partial(
            attach_files,
            evaluation=place.evaluation,
            participant=place.participant,
            subcriterion=place.subcriterion,
            paths=list(paths),
        )
        self._desk.run(job, Kind.ANSWERS).then(partial(self._tell, place))
        return True

    def _tell(self, place: Place, problems: Sequence[Problem]) -> None:
        if self._view is not None and self._place() == place:  # else it is not theirs to read
            self._view.show_problems(problems)

    def _copy(self, attachment: str) -> None:
        place = self._place()
        folder = self._desk.choose.folder(self._ui.tr(say("Vælg, hvor kopien skal ligge")))
        if place is None or folder is None:
            return
        job = partial(
            export_own,
            evaluation=place.evaluation,
            participant=place.participant,
            attachment=attachment,
            folder=folder,
        )
        self._desk.run(job).then(partial(self._say_saved, place))

    def _say_saved(self, place: Place, path: Path) -> None:
        if self._place() == place:
            said = say("Kopien ligger i {folder} og hedder {name}", folder=path.parent, name=path.name)
            self._desk.say(self._ui.tr(said))

    def _remove(self, attachment: str) -> None:
        place = self._place()
        if place is not None:
            self._save()
            gone = self._desk.do(evidence.detach, place.evaluation, place.participant, attachment)
            gone.then(self._say_gone)

    def _say_gone(self, gone: Attachment) -> None:
        self._desk.say(self._ui.tr(say("{name} er fjernet", name=gone.name)), undoable=True)
