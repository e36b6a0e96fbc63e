"""`kvik doctor`: whether an evaluation file is sound, its backups, and the way back to one of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import click

from kvik_desktop.cli.console import PATH, Console, Json, WrongUsage, spoken
from kvik_desktop.cli.opening import FILE
from kvik_desktop.compose import cabinet
from kvik_desktop.foundation.clock import stamp
from kvik_desktop.foundation.files import is_there
from kvik_desktop.foundation.text import Text, say, say_n
from kvik_desktop.storage.backups import Backup
from kvik_desktop.storage.cabinet import Cabinet
from kvik_desktop.storage.examination import Examination, examine
from kvik_desktop.storage.inspection import OK
from kvik_desktop.storage.restoring import restore


@click.command("doctor", help="Kontrollér en evalueringsfil, eller hent en sikkerhedskopi tilbage.")
@FILE
@click.argument("backup", metavar="[KOPI]", required=False, type=PATH)
@click.option(
    "--restore",
    "restoring",
    is_flag=True,
    help="Hent den nyeste sikkerhedskopi tilbage, eller KOPI, hvis den er nævnt. "
    "Filen, som den var, bliver liggende ved siden af.",
)
@click.option("--backup", "backing_up", is_flag=True, help="Lav en sikkerhedskopi nu.")
@spoken
def doctor_command(
    console: Console, file: Path, backup: Path | None, restoring: bool, backing_up: bool
) -> int:
    """Restore or back up if asked, then tell how the file is; 1 if it is not sound."""
    if backup is not None and not restoring:
        raise WrongUsage(say("En kopi nævnes kun sammen med --restore."))
    kept = cabinet(console.clock)
    done: Json = {}
    said: list[Text | str] = []
    if restoring:
        aside = restore(file, kept, _chosen(file, backup, kept))
        done["kept"] = aside and str(aside)
        said += [say("{name} er hentet tilbage fra en sikkerhedskopi.", name=file.name)]
        said += [say("Filen, som den var, ligger nu som {name}.", name=aside.name)] if aside else []
    found = examine(file, kept)
    if backing_up and found.problem is None and found.inspection.file_id is not None:
        made = kept.backups.make(file, found.inspection.file_id)
        done["backup"] = str(made.path)
        said.append(say("Sikkerhedskopien er gemt og kontrolleret: {path}", path=made.path))
        found = examine(file, kept)
    return _tell(console, _document(file, found, kept) | done, [*said, *_lines(file, found)], found)


def _chosen(file: Path, backup: Path | None, kept: Cabinet) -> Path | None:
    """The backup that is meant: a path, or the bare name of one from the list."""
    if backup is None or is_there(backup):
        return backup
    return next((known.path for known in kept.backups.of(file) if known.path.name == str(backup)), backup)


def _tell(console: Console, document: Json, lines: list[Text | str], found: Examination) -> int:
    if found.problem is None:
        console.result(document, lines)
        return 0
    console.result(document | {"problem": console.texts(found.problem)}, lines)
    console.say(found.problem.message)
    console.say(found.problem.action)
    return 1


def _document(file: Path, found: Examination, kept: Cabinet) -> Json:
    holder = found.taken and found.taken.holder
    return {
        "file": str(file),
        "integrity": found.inspection.integrity,
        "schema_version": found.inspection.version,
        "program_schema_version": kept.schema.version,
        "application_id_ok": found.inspection.mark == kept.schema.mark,
        "size": found.size,
        "free_bytes": found.free,
        "locked_by": holder and {"who": holder.who, "since": stamp(holder.since)},
        "backups": [_backup(backup) for backup in found.backups],
    }


def _backup(backup: Backup) -> Json:
    return {"path": str(backup.path), "created": stamp(backup.created), "size": backup.size}


def _lines(file: Path, found: Examination) -> list[Text | str]:
    lines: list[Text | str] = [
        say("{name} er i orden.", name=file.name)
        if found.problem is None
        else say("{name} er ikke i orden.", name=file.name),
        say("Størrelse: {size} MB. Ledig plads: {free} MB.", size=_mb(found.size), free=_mb(found.free)),
    ]
    if found.inspection.integrity != OK:
        lines.append(say("Kontrollen fandt: {fault}", fault=found.inspection.integrity))
    if found.taken is not None:
        who: Text | str = found.taken.holder.who if found.taken.holder else say("en anden")
        lines.append(say("Filen er åben hos {who}.", who=who))
    n = len(found.backups)
    lines.append(say_n("Der er én sikkerhedskopi:", "Der er {n} sikkerhedskopier:", n) if n else _NONE)
    lines += [say("{moment}  {path}", moment=b.created.astimezone(), path=b.path) for b in found.backups]
    return lines


def _mb(size: int) -> Decimal:
    return (Decimal(size) / 2**20).quantize(Decimal("0.1"))


_NONE = say("Der er ingen sikkerhedskopier på denne computer.")
