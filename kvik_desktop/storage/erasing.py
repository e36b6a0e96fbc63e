"""Deleting a whole evaluation file with everything that this computer keeps of it."""

from __future__ import annotations

from pathlib import Path

from kvik_desktop.foundation.files import cannot_write
from kvik_desktop.storage import faults, lock
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.header import read_header
from kvik_desktop.storage.inspection import file_id_of, journal_of, left_over


def erase(path: Path, cabinet: Cabinet) -> None:
    """Delete the file at ``path``, its backups here, and what a crash or restoring has left beside it.

    The file itself goes last: what is cut short is finished by asking again. Raises Problem E_FILE,
    E_NOT_OURS, E_LOCKED while somebody has it open, and E_FILE_WRITE where something cannot be deleted.
    """
    if read_header(path).mark != cabinet.schema.mark:
        raise faults.not_ours(path)
    file_id = file_id_of(path)
    try:
        held = lock.take(path, cabinet.clock)
        if isinstance(held, lock.Taken):
            raise faults.locked(path, held.holder)
        try:
            if file_id is not None:
                cabinet.backups.delete(file_id)
            for each in (*left_over(path.parent, f".{path.name}."), journal_of(path), path):
                each.unlink(missing_ok=True)
        finally:
            held.release()
    except OSError as error:
        raise cannot_write(path, error) from error
