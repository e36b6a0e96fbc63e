"""The catalogues of translation: collected from the source, brought up to date and compiled.

Run by ``sh pakning/sprog.sh`` after texts have changed. The files are the same for the same source, so
they carry no dates and no line numbers.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CHECKOUT = Path(__file__).resolve().parent.parent
SPROG = CHECKOUT / "ressourcer" / "sprog"
KEYWORDS = {"say": None, "say_n": (1, 2)}
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def collected(checkout: Path = CHECKOUT) -> Catalog:
    """Every text of the package, in the order of the files."""
    catalogue = _empty(None)
    found = extract_from_dir(
        checkout / "kvik_desktop", [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Oversætter:",)
    )
    for file, line, message, comments, context in found:
        catalogue.add(
            message, None, [(f"kvik_desktop/{file}", line)], auto_comments=comments, context=context
        )
    return catalogue


def brought_up_to_date(catalogue: Catalog, template: Catalog) -> Catalog:
    """The texts of ``template`` with the translations that ``catalogue`` has; the rest is dropped."""
    fresh = _empty(str(catalogue.locale))
    for message in template:
        if message.id:
            old = catalogue.get(message.id, message.context)
            fresh.add(
                message.id,
                old.string if old else None,
                message.locations,
                old.flags - {"python-brace-format"} if old else (),
                message.auto_comments,
                old.user_comments if old else (),
                context=message.context,
            )
    return fresh


def read(path: Path) -> Catalog:
    """A catalogue as it lies in a .po file; an empty one where there is none."""
    if not path.exists():
        return _empty(path.parent.parent.name)
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as a .po (or .pot) file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, include_lineno=False, sort_by_file=True)
    return out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue compiled, as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def untranslated(catalogue: Catalog) -> list[Message]:
    """The texts that have no finished translation."""
    return [message for message in catalogue if message.id and (message.fuzzy or not _is_whole(message))]


def _is_whole(message: Message) -> bool:
    strings = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(strings)


def _empty(locale: str | None) -> Catalog:
    return Catalog(
        locale,
        project="KVIK Desktop",
        version="1",
        copyright_holder="KVIK Desktop",
        msgid_bugs_address="CONTRIBUTING.md",
        header_comment="# Tekster i KVIK Desktop. Dansk er kildesproget. Laves af sh pakning/sprog.sh.",
        creation_date=NO_DATE,
        revision_date=NO_DATE,
        last_translator="KVIK Desktop",
        language_team="KVIK Desktop",
        fuzzy=False,
    )


def main(languages: Iterable[str]) -> int:
    """Write the template, the catalogues and their compiled form; 1 when something is not translated."""
    template = collected()
    SPROG.mkdir(parents=True, exist_ok=True)
    (SPROG / "kvik.pot").write_bytes(as_po(template))
    missing: list[Message] = []
    for language in languages:
        path = SPROG / language / "LC_MESSAGES" / "kvik.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = brought_up_to_date(read(path), template)
        path.write_bytes(as_po(catalogue))
        path.with_suffix(".mo").write_bytes(as_mo(catalogue))
        missing += untranslated(catalogue)
    for message in missing:
        sys.stderr.write(f"Mangler oversættelse: {message.id!r}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(["en"]))
