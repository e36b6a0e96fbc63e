"""The report of one evaluation: from its content to the document that is typeset."""

from __future__ import annotations

from kvik_desktop.foundation.text import Translator, say, say_n
from kvik_desktop.model_package.scoring import Figure
from kvik_desktop.report import action_pages, standard_pages, subcriterion_pages, trend_pages, words
from kvik_desktop.report.content import Content, Criterion, Step
from kvik_desktop.report.figures.axis import BANDS, range_words
from kvik_desktop.report.figures.pen import Pen
from kvik_desktop.report.figures.radar import RadarWords, Spoke, radar
from kvik_desktop.report.figures.spread import Marks, strip
from kvik_desktop.report.palette import Palette
from kvik_desktop.report.typeset import Document, Typesetter
from kvik_desktop.report.writing import NOTHING, Data, Writer
from kvik_desktop.workshop.model import Flag, Outcome

TEMPLATE = "evaluering.typ"


def document(content: Content, typesetter: Typesetter) -> Document:
    """The report, ready to be typeset."""
    pen = Pen(Palette.read(typesetter.resources), typesetter.characters)
    writer = Writer(Translator(content.language, typesetter.resources), pen)
    rules = words.flag_rules(content.tolerance, content.method)
    data: Data = {
        "words": {name: writer.words(text) for name, text in words.LABELS.items()},
        "flags": {flag.value: writer.words(text) for flag, text in words.FLAGS.items()},
        "flags-short": {flag.value: writer.words(text) for flag, text in words.FLAGS_SHORT.items()},
        "flag-rules": [[flag.value, writer.words(rule)] for flag, rule in rules.items()],
        "statuses": {status.value: writer.words(text) for status, text in words.STATUSES.items()},
        "unit": content.unit.name,
        "running": content.title,
        "footer": _version(content, writer),
        "cover": _cover(content, writer),
        "steps": [_step(band, content) for band in BANDS],
        "overview": _overview(content, writer),
        "criteria": [
            subcriterion_pages.chapter(criterion, content, writer) for criterion in content.criteria
        ],
        "trend": trend_pages.trend_page(content.trend, writer),
        "plan": action_pages.plan(content, writer),
        "standards": standard_pages.standard_sets(content, writer),
        "about": _about(content, writer),
    }
    title = f"{content.unit.name}: {content.title}"
    return Document(TEMPLATE, content.language, title, data, writer.pictures)


def _cover(content: Content, writer: Writer) -> Data:
    unit = content.unit
    kind = f"{writer.words(words.LEVELS[unit.level])}, {writer.words(words.SECTORS[unit.sector])}"
    facts = [
        ("municipality", unit.municipality),
        ("unit", kind),
        ("model", _version(content, writer)),
        ("method", writer.words(words.METHODS[content.method])),
        ("participants", _participants(content, writer)),
        ("period", _period(content, writer)),
        ("edition", str(content.edition) if content.edition else ""),
    ]
    return {
        "title": content.title,
        "facts": [[writer.label(name), value] for name, value in facts if value],
        "approvals": _approvals(content, writer),
    }


def _version(content: Content, writer: Writer) -> str:
    model = content.model
    return writer.words(say("{model}, version {version}", model=model.name, version=model.version))


def _participants(content: Content, writer: Writer) -> str:
    return writer.words(
        say("{n} deltagere, {answered} har svaret", n=content.participants, answered=content.answered)
    )


def _period(content: Content, writer: Writer) -> str:
    end = content.accepted.day if content.accepted else content.revealed
    days = dict.fromkeys((writer.day(content.begun), writer.day(end)))
    return f" {NOTHING} ".join(day for day in days if day)


def _approvals(content: Content, writer: Writer) -> list[str]:
    """What the leader has approved; a report without is a draft and says so."""
    if content.accepted is None:
        return [writer.label("draft")]
    lines = [words.accepted(content.accepted.by, content.accepted.day)]
    if content.validation is not None:
        lines.append(words.validated(content.validation))
    if content.plan_approved is not None:
        lines.append(words.plan_approved(content.plan_approved.by, content.plan_approved.day))
    return [writer.words(line) for line in lines]


def _step(band: int, content: Content) -> Data:
    enabler, result = content.enabler_steps[band], content.result_steps[band]
    return {
        "range": range_words(band, content.method),
        "enabler": [enabler.name, enabler.sentence],
        "result": [result.name, result.sentence],
    }


def _overview(content: Content, writer: Writer) -> Data:
    return {
        "means": [
            _key_figure("enablers", content.enablers, content.enabler_steps, content, writer),
            _key_figure("results", content.results, content.result_steps, content, writer),
        ],
        "agreed": str(content.outcomes(Outcome.AGREED)),
        "of": writer.words(say("af {n} delkriterier", n=len(content.subcriteria))),
        "parked": _parked(content, writer),
        "flags": [
            [flag.value, str(content.flags[flag])] for flag in (Flag.RED, Flag.AMBER, Flag.GREEN, Flag.GREY)
        ],
        "radar": _radar(content, writer),
        "criteria": [_criterion(criterion, content, writer) for criterion in content.criteria],
    }


def _key_figure(
    name: str, figure: Figure, steps: tuple[Step, ...], content: Content, writer: Writer
) -> list[str]:
    step = writer.step(figure, steps, content.method) or writer.label("not_scored")
    return [writer.label(name), writer.mean(figure.value), step]


def _parked(content: Content, writer: Writer) -> str:
    parked = content.outcomes(Outcome.PARKED)
    return writer.words(say_n("{n} er parkeret", "{n} er parkeret", parked)) if parked else ""


def _criterion(criterion: Criterion, content: Content, writer: Writer) -> Data:
    name = f"{criterion.id} {criterion.name}"
    mean = writer.mean(criterion.mean.value)
    drawing = strip(Marks(criterion.mean.rounded), content.method, writer.pen)
    described = say("Gennemsnit {mean}.", mean=mean) if criterion.scored else words.LABELS["not_scored"]
    return {
        "name": name,
        "mean": mean,
        "step": writer.step(criterion.mean, content.steps(criterion.block), content.method),
        "scored": subcriterion_pages.scored(criterion, writer),
        "strip": writer.picture(f"mean-{criterion.id}", drawing, name, writer.words(described)),
    }


def _radar(content: Content, writer: Writer) -> Data | None:
    """The radar with everything it shows in its description; with fewer than three criteria there is none."""
    if len(content.criteria) < 3:
        return None
    spokes = [
        Spoke(each.id, each.name, each.block, each.mean.value, _spoke_value(each, writer))
        for each in content.criteria
    ]
    blocks = RadarWords(writer.label("enablers"), writer.label("results"))
    drawing = radar(spokes, content.method, blocks, writer.pen)
    described = "; ".join(f"{spoke.id} {spoke.name}: {spoke.shown}" for spoke in spokes)
    return writer.picture("radar", drawing, writer.label("radar"), described)


def _spoke_value(criterion: Criterion, writer: Writer) -> str:
    return writer.mean(criterion.mean.value) if criterion.scored else writer.label("not_scored")


def _about(content: Content, writer: Writer) -> Data:
    notes = [words.METHOD_NOTES[content.method], *words.NOTES, words.privacy(content.smallest_group)]
    if content.answers_deleted is not None:
        notes.append(words.answers_deleted(content.answers_deleted))
    return {
        "participants": _participants(content, writer),
        "roles": [[role.role, str(role.count)] for role in content.roles],
        "size": content.unit.size,
        "notes": [writer.words(note) for note in notes],
        "caution": writer.words(words.caution(content.validation)),
        "source": content.model.source,
        "model": [
            [writer.label("model"), content.model.name],
            [writer.label("version"), f"{content.model.id} {content.model.version}"],
            [writer.label("fingerprint"), content.model.sha256],
        ],
    }
