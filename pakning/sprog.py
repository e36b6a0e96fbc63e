"""The catalogues of translation: collected from the source, brought up to date and compiled.

Run by ``sh pakning/sprog.sh`` after texts have changed. The files are the same for the same source, so
they carry no dates and no line numbers.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CHECKOUT = Path(__file__).resolve().parent.parent
SPROG = CHECKOUT / "ressourcer" / "sprog"
SAYING = {"say": 1, "say_n": 2}
"""What a text is said with, and how many forms of it there are."""
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def collected(checkout: Path = CHECKOUT) -> Catalog:
    """Every text of the package, in the order of the files.

    Read from Python's own tree: Babel's reader passes over a text inside a call that is named ``say`` too,
    and such a text would stay Danish for who reads English.
    """
    catalogue = _empty(None)
    for path in sorted((checkout / "kvik_desktop").rglob("*.py")):
        name = path.relative_to(checkout).as_posix()
        for line, message in _texts_in(ast.parse(path.read_bytes())):
            catalogue.add(message, None, [(name, line)])
    return catalogue


def _texts_in(tree: ast.AST) -> Iterator[tuple[int, str | tuple[str, ...]]]:
    """The line and the literals of each ``say("…")`` and ``say_n("…", "…")``, as they stand in the file."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        count = SAYING.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        texts = tuple(
            each.value
            for each in call.args[:count]
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )
        if count and len(texts) == count:
            yield call.lineno, texts if count > 1 else texts[0]


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
