"""A locked copy of an evaluation to carry on a stick, and the way back after a look at both editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kvik_desktop.bundle.own_keys import LEAST_LENGTH
from kvik_desktop.envelope import encryption
from kvik_desktop.foundation.files import is_there, read_limited, write_atomically
from kvik_desktop.foundation.problems import Problem
from kvik_desktop.foundation.text import Text, say
from kvik_desktop.storage import carrying
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.carrying import Edition, Relation
from kvik_desktop.storage.evaluation_file import EvaluationFile
from kvik_desktop.storage.inspection import file_id_of

ENDING = ".kvikdb.age"
"""How the name of a locked copy ends."""

LIMIT = 2**30
"""Bytes in a copy: more than any evaluation with its attachments."""

GOOD_LENGTH, GOOD_WORDS = 20, 4


@dataclass(frozen=True, slots=True)
class Opened:
    """A copy that has been unlocked and found sound; its content is in memory alone."""

    copy: Path
    image: bytes
    edition: Edition
    here: Path | None
    """The same file, where it lies on this computer."""
    relation: Relation
    """What the copy is to that file; ``OTHER`` where there is none."""
    here_edition: Edition | None = None

    @property
    def name(self) -> str:
        """What the file is called without a lock."""
        return unlocked_name(self.copy.name)


def take_along(file: EvaluationFile, out: Path, words: str) -> int:
    """Write a locked copy to ``out``, read it back, unlock it and compare; its size in bytes.

    Raises Problem E_PASSPHRASE for a passphrase that is too short, E_FILE_WRITE, and E_READ_BACK where the
    medium gives back something else than it was given.
    """
    if len(words) < LEAST_LENGTH:
        raise Problem(
            "E_PASSPHRASE",
            say("Adgangssætningen er for kort."),
            say("Vælg mindst {n} tegn, fx fire ord. Der er ikke lavet nogen kopi.", n=LEAST_LENGTH),
        )
    image = carrying.image_of(file.path)
    locked = encryption.lock(image, words)
    write_atomically(out, locked, mode=0o600)
    if encryption.unlock(read_limited(out, LIMIT), words) != image:
        raise Problem(
            "E_READ_BACK",
            say("Kopien kunne ikke læses fejlfrit tilbage."),
            say("Brug en anden USB-nøgle. Selve filen er ikke rørt."),
        )
    return len(locked)


def open_copy(copy: Path, words: str, known: Iterable[Path], cabinet: Cabinet) -> Opened:
    """Unlock a copy and find the same file among the ``known`` ones; nothing is written.

    Raises Problem E_FILE, E_SIZE, E_PASSPHRASE, E_DECRYPT, E_NOT_OURS, E_FILE_NEWER and E_BACKUP.
    """
    image = encryption.unlock(read_limited(copy, LIMIT), words)
    edition = carrying.edition_of(image, cabinet.schema)
    for path in known:
        if is_there(path) and file_id_of(path) == edition.file_id:
            here = carrying.edition_at(path, cabinet.schema)
            return Opened(copy, image, edition, path, carrying.relation(edition, here), here)
    return Opened(copy, image, edition, None, Relation.OTHER)


def bring_back(opened: Opened, path: Path, cabinet: Cabinet) -> Path | None:
    """Put the copy at ``path``; where what lay there is kept, None where nothing lay there.

    The file that lies there is set aside, never overwritten. Raises Problem E_FILE_EXISTS where another
    file lies there, E_LOCKED, E_FILE_WRITE.
    """
    if is_there(path) and file_id_of(path) != opened.edition.file_id:
        raise Problem(
            "E_FILE_EXISTS",
            say("Der ligger allerede en anden fil, der hedder {name}.", name=path.name),
            say("Vælg et andet navn eller en anden mappe. Den fil, der ligger der, er ikke rørt."),
        )
    return carrying.put_back(opened.image, path, cabinet)


def locked_name(path: Path) -> str:
    """What a locked copy of a file is called."""
    return f"{path.stem}{ENDING}"


def unlocked_name(name: str) -> str:
    """What a file is called when its copy is unlocked."""
    stem = name[: -len(ENDING)] if name.lower().endswith(ENDING) else Path(name).stem
    return f"{stem}.kvikdb"


def is_locked_copy(path: Path) -> bool:
    """Whether a file's name says that it is a locked copy."""
    return path.name.lower().endswith(".age")


def strength(words: str) -> Text | None:
    """How hard a passphrase is to guess, in plain words; None where nothing is written."""
    return next(_strength(words), None)


def _strength(words: str) -> Iterator[Text]:
    if not words:
        return
    if len(words) < LEAST_LENGTH:
        yield say("For kort: mindst {n} tegn.", n=LEAST_LENGTH)
    if len(set(words.casefold())) < LEAST_LENGTH // 2:
        yield say("Let at gætte: de samme tegn igen og igen.")
    if len(words) >= GOOD_LENGTH and len(set(words.casefold().split())) >= GOOD_WORDS:
        yield say("God: lang og sat sammen af flere ord.")
    yield say("Brugbar. Fire tilfældige ord er sværere at gætte og lettere at huske.")
