"""Deleting the individual answers for good: out of the file, its journal, its free pages and its backups."""

from __future__ import annotations

from kvik_desktop.foundation.change import Change
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.workshop import usecases


def delete_for_good(file: EvaluationFile, evaluation: str, by: str) -> Change[int]:
    """Delete every individual answer and all that may hold one; how many answer sets there were.

    Raises Problem E_STATE before the result is accepted; E_FILE_WRITE where backups cannot be deleted or
    there is no room to write the file anew. Then the answers are gone, and the rest is done by asking again.
    """
    change = file.do(usecases.delete_answers, evaluation, by)
    file.delete_backups()
    file.vacuum()
    return change
