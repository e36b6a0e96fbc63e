"""Evidence files on their way in from a place on the computer, and out again to one the user chooses."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from kvik_desktop.evaluation.evidence import usecases
from kvik_desktop.evaluation.evidence.model import LARGEST, Attachment
from kvik_desktop.foundation.change import Change
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import read_limited, write_atomically

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile


def attach_file(
    file: EvaluationFile, evaluation: str, participant: str, subcriterion: str, path: Path
) -> Change[Attachment]:
    """Put a file beside an answer. Raises Problem E_FILE where it cannot be read, and as ``attach``."""
    data = read_limited(path, LARGEST, "E_ATTACHMENT")
    return file.do(usecases.attach, evaluation, participant, subcriterion, path.name, data)


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
