"""The pages of one criterion: each subcriterion with score, spread, reason and what the group stands by."""

from __future__ import annotations

from kvik_desktop.foundation.text import say, say_n
from kvik_desktop.model_package.model import Block
from kvik_desktop.report import words
from kvik_desktop.report.content import Content, Criterion, RoundShown, Statement, Subcriterion
from kvik_desktop.report.figures.spread import Marks, Reach, SpreadWords, stair, strip
from kvik_desktop.report.writing import NOTHING, Data, Writer
from kvik_desktop.workshop.model import Outcome

BULLETS = " \t\u00b7\u2022\u25aa\u25cf\u25a0\u25e6\uf0b7\uf0a7\uf06e\uf076\uf0d8"
"""What Word and mail programs put before a line of a list."""


def chapter(criterion: Criterion, content: Content, writer: Writer) -> Data:
    """One criterion with its mean and all its subcriteria."""
    return {
        "id": criterion.id,
        "name": criterion.name,
        "block": writer.words(words.BLOCKS[criterion.block]),
        "mean": writer.mean(criterion.mean.value),
        "step": writer.step(criterion.mean, content.steps(criterion.block), content.method),
        "scored": scored(criterion, writer),
        "subcriteria": [
            _subcriterion(sub, criterion.block, content, writer) for sub in criterion.subcriteria
        ],
    }


def scored(criterion: Criterion, writer: Writer) -> str:
    """How many of a criterion's subcriteria its mean is taken over."""
    of = len(criterion.subcriteria)
    return writer.words(say("{scored} af {of}", scored=criterion.scored, of=of))


def _subcriterion(sub: Subcriterion, block: Block, content: Content, writer: Writer) -> Data:
    steps = content.steps(block)
    latest = sub.latest
    marks = _marks(sub)
    described = _described(sub, writer)
    large = stair(
        marks, content.method, _spread_words(latest, [step.name for step in steps], writer), writer.pen
    )
    small = strip(marks, content.method, writer.pen)
    return {
        "id": sub.id,
        "name": sub.name,
        "question": sub.question,
        "score": writer.score(sub.agreed.value),
        "step": "" if sub.agreed.band is None else steps[sub.agreed.band].name,
        "sentence": "" if sub.agreed.band is None else steps[sub.agreed.band].sentence,
        "outcome": _outcome(sub, writer),
        "flag": latest and latest.flag.value,
        "answers": NOTHING if latest is None else str(latest.n),
        "stair": writer.picture(f"stair-{sub.id}", large, f"{sub.id} {sub.name}", described),
        "strip": writer.picture(f"strip-{sub.id}", small, f"{sub.id} {sub.name}", described),
        "rounds": [_round(each, writer) for each in sub.rounds],
        "phases": [[phase.name, str(phase.score)] for phase in sub.phases],
        "fields": _fields(sub, writer),
    }


def _outcome(sub: Subcriterion, writer: Writer) -> str:
    """A word where there is no score to show: parked, cannot judge or not settled yet."""
    if sub.outcome is None:
        return writer.label("not_settled")
    if sub.outcome is Outcome.PARKED:
        return writer.label("parked")
    return writer.label("cannot_judge") if sub.agreed.value is None else ""


def _marks(sub: Subcriterion) -> Marks:
    latest = sub.latest
    if latest is None:
        return Marks(sub.agreed.rounded)
    spread = latest.spread
    reach = None if spread is None else Reach(spread.lowest, spread.median, spread.highest)
    return Marks(sub.agreed.rounded, reach, latest.bands)


def _spread_words(latest: RoundShown | None, steps: list[str], writer: Writer) -> SpreadWords:
    if latest is None or latest.spread is None:
        return SpreadWords(steps)
    spread = latest.spread
    median = writer.words(say("Median {median}", median=writer.score(spread.median)))
    return SpreadWords(steps, writer.score(spread.lowest), median, writer.score(spread.highest))


def _described(sub: Subcriterion, writer: Writer) -> str:
    """What a figure shows, in sentences for those who cannot see it."""
    parts = []
    if sub.agreed.value is not None:
        parts.append(say("Fastlagt til {score}.", score=writer.score(sub.agreed.value)))
    else:
        parts.append(say("Der er ikke fastlagt et tal."))
    latest = sub.latest
    if latest is not None:
        parts.append(say_n("{n} svar.", "{n} svar.", latest.n))
        if latest.spread is not None:
            spread = latest.spread
            parts.append(
                say(
                    "Fra {lowest} til {highest}, median {median}.",
                    lowest=writer.score(spread.lowest),
                    highest=writer.score(spread.highest),
                    median=writer.score(spread.median),
                )
            )
    return " ".join(writer.words(part) for part in parts)


def _round(each: RoundShown, writer: Writer) -> list[str]:
    """One row: round, answers, cannot judge, lowest, median, highest, answers on each step, disagreement."""
    spread = each.spread
    values = (spread.lowest, spread.median, spread.highest) if spread else (None, None, None)
    bands = NOTHING if each.bands is None else " · ".join(str(count) for count in each.bands)
    numbers = [str(each.number), str(each.n), str(each.cannot_judge)]
    return [*numbers, *(writer.score(value) for value in values), bands, each.flag.value]


def _fields(sub: Subcriterion, writer: Writer) -> list[Data]:
    texts = (("reason", sub.reason), ("parked", sub.note))
    lists = (
        ("strengths", sub.strengths),
        ("areas", sub.areas),
        ("ideas", sub.ideas),
        ("evidence", sub.evidence),
    )
    fields: list[Data] = [{"label": writer.label(name), "text": text} for name, text in texts if text]
    fields += [
        {"label": writer.label(name), "items": _statements(each, writer)} for name, each in lists if each
    ]
    return fields


def _statements(statements: tuple[Statement, ...], writer: Writer) -> list[list[str]]:
    def gathered(statement: Statement) -> str:
        return writer.words(say("samlet af {n}", n=statement.sources)) if statement.sources > 1 else ""

    return [[unbulleted(statement.text), gathered(statement)] for statement in statements]


def unbulleted(text: str) -> str:
    """A text without the bullet it was pasted with: in the report's own list it would have two."""
    return text.lstrip(BULLETS)
