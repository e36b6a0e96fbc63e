"""One person's data in a folder of its own: a page to read, the same as data, and the files they attached."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from kvik_desktop.evaluation.evidence import usecases as evidence
from kvik_desktop.evaluation.privacy import usecases
from kvik_desktop.evaluation.privacy.model import Extract
from kvik_desktop.evaluation.privacy.page import data_of, page_of
from kvik_desktop.foundation.file_names import file_stem, free_path
from kvik_desktop.foundation.files import cannot_write, sync_folder, write_atomically
from kvik_desktop.foundation.text import Translator, say

if TYPE_CHECKING:
    from kvik_desktop.storage.evaluation_file import EvaluationFile

PAGE, DATA, ATTACHED = "uddrag.html", "uddrag.json", "bilag"


def write_extract(
    file: EvaluationFile,
    evaluation: str,
    participant: str,
    folder: Path,
    translate: Translator,
    code: str | None = None,
    *,
    is_opened: bool = False,
) -> Path:
    """Put all that the file holds on one participant in a new folder inside ``folder``; its path.

    It appears whole or not at all. Raises what ``usecases.extract`` raises, and Problem E_FILE_WRITE.
    """
    found = file.ask(usecases.extract, evaluation, participant, code, is_opened=is_opened)
    stem = file_stem(translate(say("Uddrag om {name}", name=found.participant.name)), "uddrag")
    temporary = None
    try:
        temporary = Path(tempfile.mkdtemp(prefix=".uddrag.", dir=folder))
        _fill(temporary, file, found, translate)
        place = free_path(folder, stem, "")
        temporary.rename(place)
        sync_folder(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
    return place


def _fill(folder: Path, file: EvaluationFile, found: Extract, translate: Translator) -> None:
    if found.attachments:
        (folder / ATTACHED).mkdir()
    names: dict[str, str] = {}
    for each in found.attachments:
        _, data = file.ask(evidence.own_content, found.evaluation.id, found.participant.id, each.id)
        ending = f".{each.type.value}"
        path = free_path(folder / ATTACHED, file_stem(PurePath(each.name).stem, "bilag"), ending)
        write_atomically(path, data)
        names[each.id] = quote(f"{ATTACHED}/{path.name}")
    write_atomically(folder / PAGE, page_of(found, translate, names))
    write_atomically(folder / DATA, data_of(found))
