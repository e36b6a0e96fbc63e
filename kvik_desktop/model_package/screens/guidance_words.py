"""What the guidance beside a question says: plain text under headings, with links to words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kvik_desktop.foundation.text import Language, Translator, say
from kvik_desktop.model_package.links import plain
from kvik_desktop.model_package.model import Bilingual, Indicator, Sector, SectorGuidance, Subcriterion
from kvik_desktop.model_package.screens.sector_words import QUESTIONS


@dataclass(frozen=True)
class Passage:
    """One sentence or a few; links stand in it as ``[[id|the word]]``. ``label`` stands before it in bold."""

    text: str
    label: str = ""

    @property
    def plain(self) -> str:
        """The sentence as it is read where links cannot be followed."""
        return plain(self.text)


@dataclass(frozen=True)
class Section:
    """Passages under a heading that folds; ``key`` is the same whatever the language."""

    key: str
    title: str
    passages: tuple[Passage, ...]
    dotted: bool = True
    unfolded: bool = True
    """Whether it is open until the user says otherwise."""


def sections(sub: Subcriterion, sector: Sector, tr: Translator) -> tuple[Section, ...]:
    """Everything the model says about a question, the most needed first; it may be silent about some."""
    return tuple(section for section in _sections(sub, sector, tr) if section.passages)


def _sections(sub: Subcriterion, sector: Sector, tr: Translator) -> Iterator[Section]:
    language = tr.language
    own = sub.sectors.get(sector, SectorGuidance())
    about = (sub.about,) if sub.about else ()
    yield Section("about", tr(say("Kort om spørgsmålet")), _passages(about, language), dotted=False)
    yield Section("questions", tr(say("Spørgsmål at tænke over")), _passages(sub.questions, language))
    yield Section("sector", tr(QUESTIONS[sector]), _passages(own.questions, language))
    yield Section(
        "evidence",
        tr(say("Det kan I vise frem")),
        _passages((*own.evidence, *sub.evidence), language),
        unfolded=False,
    )
    figures = _indicators((*own.indicators, *sub.indicators), tr)
    yield Section("indicators", tr(say("Tal, der kan vise det")), figures, unfolded=False)
    yield Section(
        "examples", tr(say("Sådan kan det se ud")), _examples(sub, tr), dotted=False, unfolded=False
    )
    yield Section(
        "misunderstandings",
        tr(say("Ofte misforstået")),
        _passages(sub.misunderstandings, language),
        unfolded=False,
    )


def _passages(texts: Iterable[Bilingual], language: Language) -> tuple[Passage, ...]:
    return tuple(Passage(text.in_language(language)) for text in texts)


def _indicators(indicators: Iterable[Indicator], tr: Translator) -> tuple[Passage, ...]:
    language = tr.language
    return tuple(
        Passage(
            tr(
                say(
                    "{name} ({unit}). Findes her: {source}",
                    name=each.name.in_language(language),
                    unit=each.unit.in_language(language),
                    source=each.source.in_language(language),
                )
            )
        )
        for each in indicators
    )


def _examples(sub: Subcriterion, tr: Translator) -> tuple[Passage, ...]:
    if sub.examples is None:
        return ()
    found = (
        (say("Lavt"), sub.examples.low),
        (say("Midt på"), sub.examples.middle),
        (say("Højt"), sub.examples.high),
    )
    return tuple(Passage(text.in_language(tr.language), tr(label)) for label, text in found)
