"""Evidence files on their way in from a place on the computer, and out again to one the user chooses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from kvik_desktop.evaluation.evidence import usecases
from kvik_desktop.evaluation.evidence.model import LARGEST, Attachment
from kvik_desktop.foundation.change import Change
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


def attach_file(
    file: EvaluationFile, evaluation: str, participant: str, subcriterion: str, path: Path
) -> Change[Attachment]:
    """Put a file beside an answer. Raises Problem E_FILE where it cannot be read, and as ``attach``."""
    data = read_limited(path, LARGEST, "E_ATTACHMENT")
    return file.do(usecases.attach, evaluation, participant, subcriterion, path.name, data)


def attach_files(
    file: EvaluationFile, evaluation: str, participant: str, subcriterion: str, paths: Sequence[Path]
) -> tuple[Problem, ...]:
    """Put several files beside an answer, each a step of its own; what was wrong with those that were not."""
    refused: list[Problem] = []
    for path in paths:
        try:
            attach_file(file, evaluation, participant, subcriterion, path)
        except Problem as problem:
            refused.append(problem)
    return tuple(refused)


def export_own(
    file: EvaluationFile, evaluation: str, participant: str, attachment: str, folder: Path
) -> Path:
    """Save one's own file in a folder; the path it got. Raises Problem E_FILE_WRITE, E_ATTACHMENT."""
    return _saved(*file.ask(usecases.own_content, evaluation, participant, attachment), folder)


def export_revealed(file: EvaluationFile, evaluation: str, attachment: str, folder: Path) -> Path:
    """As :func:`export_own` for anybody's file. Raises Problem E_HIDDEN before the reveal."""
    return _saved(*file.ask(usecases.revealed_content, evaluation, attachment), folder)


def _saved(found: Attachment, data: bytes, folder: Path) -> Path:
    """Under its own name with the ending of its type, where nothing has that name; never written over."""
    path = free_path(folder, file_stem(PurePath(found.name).stem, "bilag"), f".{found.type.value}")
    write_atomically(path, data, replace=False)
    return path
