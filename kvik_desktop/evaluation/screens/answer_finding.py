"""Finds words in the questions, in the guidance to them, and in what one participant has written oneself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kvik_desktop.evaluation.answering import Sheet
from kvik_desktop.evaluation.screens.answer_lists import LISTS
from kvik_desktop.foundation.searching import excerpt, folded, wanted
from kvik_desktop.foundation.text import Translator, say
from kvik_desktop.model_package.model import ModelPackage, Sector
from kvik_desktop.model_package.screens import guidance_words


@dataclass(frozen=True)
class Found:
    """A question in which the words stand, and the first text of it that has them."""

    subcriterion: str
    where: str
    """What kind of text it is, in the reader's language; empty for the question itself."""
    excerpt: str


@dataclass(frozen=True)
class _Piece:
    where: str
    text: str

    @property
    def folded(self) -> str:
        return folded(self.text)


class Finder:
    """Reads the model once; what the participant has written is asked for at every search and never kept."""

    def __init__(self, package: ModelPackage, sector: Sector, tr: Translator) -> None:
        self._tr = tr
        self._pieces = {
            sub.id: tuple(_of_model(package, sub.id, sector, tr)) for sub in package.subcriteria()
        }

    def find(self, words: str, sheet: Sheet) -> tuple[Found, ...]:
        """The questions where every word stands, in the model's order; own words are shown first."""
        looked_for = wanted(words)
        if not looked_for:
            return ()
        found = (self._in(name, looked_for, sheet) for name in sheet.order)
        return tuple(each for each in found if each is not None)

    def _in(self, name: str, words: list[str], sheet: Sheet) -> Found | None:
        question, *guidance = self._pieces[name]
        pieces = [*self._own(name, sheet), question, *guidance]
        everything = "\n".join(piece.folded for piece in pieces)
        if not all(word in everything for word in words):
            return None
        best = max(pieces, key=lambda piece: sum(word in piece.folded for word in words))
        return Found(name, best.where, excerpt(best.text, words))

    def _own(self, name: str, sheet: Sheet) -> Iterator[_Piece]:
        for kind, lines in sheet.of(name).texts.items():
            title = self._tr(say("Du skrev: {title}", title=LISTS[kind].title))
            yield from (_Piece(title, line) for line in lines)
        attached = self._tr(say("Du vedlagde"))
        yield from (_Piece(attached, file.name) for file in sheet.files_of(name))


def _of_model(package: ModelPackage, name: str, sector: Sector, tr: Translator) -> Iterator[_Piece]:
    sub = package.subcriterion(name)
    language = tr.language
    title = f"{sub.id} {sub.name.in_language(language)}"
    yield _Piece("", f"{title}. {sub.question.in_language(language)}")
    for section in guidance_words.sections(sub, sector, tr):
        for passage in section.passages:
            yield _Piece(section.title, passage.plain)
