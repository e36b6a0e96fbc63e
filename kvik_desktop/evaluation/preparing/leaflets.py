"""What stands on the papers a team prints before it begins: plain content, set in type elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kvik_desktop.evaluation.model import Milestone
from kvik_desktop.evaluation.preparing.model import Leaflet, LeafletPart, Look
from kvik_desktop.evaluation.preparing.papers import Paper
from kvik_desktop.evaluation.preparing.preparation import Preparation
from kvik_desktop.evaluation.preparing.programme import chosen_programme, points
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.model_package.model import Block, Method, Step
from kvik_desktop.model_package.process import Guide, Programme, day_programmes, ten_steps
from kvik_desktop.model_package.scoring import band_range


@dataclass(frozen=True)
class Material:
    """What the papers are made from beside the evaluation."""

    programmes: Sequence[Programme]
    note: str
    """What is said of the times of a programme."""
    guide: Guide


def material(tr: Translator) -> Material:
    """What comes with the program, in the reader's language."""
    programmes = day_programmes(tr.resources)
    note = programmes.note.in_language(tr.language)
    return Material(programmes.programmes, note, ten_steps(tr.resources))


def leaflet(paper: Paper, found: Preparation, given: Material, tr: Translator) -> Leaflet:
    """What stands on a paper that is no notice, in the reader's language."""
    made = _MAKERS[paper](found, given, tr)
    return replace(made, sender=found.unit.name)


def _staff(found: Preparation, given: Material, tr: Translator) -> Leaflet:
    programme = chosen_programme(found.intention, found.package.id, given.programmes)
    days = [(tr(name), found.days.get(milestone)) for milestone, name in DAYS_TOLD.items()]
    set_days = [f"{name}: {tr.date(day)}." for name, day in days if day]
    count = len(found.people)
    who = say_n("{n} af os svarer på spørgsmålene. ", "{n} af os svarer hver for sig. ", count)
    model = found.package.name.in_language(tr.language)
    what = say("Vi ser på os selv med {name}: hvad gør vi godt, og hvad vil vi gøre bedre?", name=model)
    parts = (
        LeafletPart(tr(say("Hvad gør vi?")), (tr(what), f"{tr(who) if count else ''}{tr(_TOGETHER)}")),
        LeafletPart(tr(say("Hvad gør vi ikke?")), (tr(_NOT),)),
        LeafletPart(
            tr(say("Hvornår?")), (*set_days, f"{programme.name.in_language(tr.language)}."), Look.LIST
        ),
        LeafletPart(tr(say("Hvem kan se hvad?")), tuple(who_sees_what(found, tr)), Look.LIST),
    )
    lead = say("Vi laver en selvevaluering. Spørg endelig, hvis du er i tvivl om noget.")
    return Leaflet(found.evaluation.title, "", tr(lead), parts, large=True)


_TOGETHER = say(
    "Vi mødes, åbner svarene sammen og bliver enige om, hvor vi står, og hvad vi vil gøre ved det."
)
_NOT = say(
    "Ingen bliver vurderet som person, og stedet bliver ikke kontrolleret. Lave tal er ikke en fejl: de "
    "viser, hvor der er noget at hente."
)

DAYS_TOLD: Mapping[Milestone, Text] = {
    Milestone.ANSWERS: say("Deltagerne har svaret"),
    Milestone.MEETING: say("Vi mødes"),
    Milestone.PLAN: say("Handlingsplanen er færdig"),
}


def who_sees_what(found: Preparation, tr: Translator) -> Iterator[str]:
    """Said plainly, also what cannot be promised."""
    yield tr(say("Ingen kan se andres svar i programmet, før gruppen åbner dem sammen."))
    yield tr(say("Man kan se, hvem der har afleveret, men ikke hvad de har svaret."))
    yield tr(say("Bagefter ser gruppen, hvordan svarene fordeler sig, og det, der er skrevet, uden navne."))
    few = found.circumstances.people
    if few is not None and few < found.evaluation.smallest_group:
        yield tr(
            say(
                "Vi er så få, at man ofte kan regne ud, hvem der har svaret hvad. Skriv kun det, du kan stå "
                "ved."
            )
        )
    else:
        yield tr(say("I en lille gruppe kan man nogle gange gætte, hvem der har svaret hvad."))
    yield tr(
        say(
            "Filen ligger på institutionens computer. Alle, der har filen og ved, hvordan man gør, kan "
            "læse alt."
        )
    )
    yield tr(say("Kommunen får hverken navne eller enkelte svar."))
    retention = found.evaluation.retention
    if retention is not None:
        yield tr(say("De enkelte svar bliver slettet senest den {day}.", day=retention))
    else:
        yield tr(say("De enkelte svar kan slettes, når resultatet er godkendt."))


def _programme(found: Preparation, given: Material, tr: Translator) -> Leaflet:
    kept = found.intention
    programme = chosen_programme(kept, found.package.id, given.programmes)
    head = (tr(say("Kl.")), tr(say("Hvad")), tr(say("Hvem")))
    parts = []
    for day in programme.days:
        rows = [
            (
                f"{point.begins}-{point.ends}",
                f"{point.title.in_language(tr.language)}\n{point.what.in_language(tr.language)}",
                point.who.in_language(tr.language),
            )
            for point in points(day, kept.shift)
        ]
        parts.append(LeafletPart(day.name.in_language(tr.language), (), Look.TABLE, (head, *rows)))
    day_of = found.days.get(Milestone.MEETING)
    when = tr(say("{day}. {note}", day=day_of, note=given.note)) if day_of else given.note
    return Leaflet(programme.name.in_language(tr.language), "", when, tuple(parts))


def _stair(found: Preparation, _given: Material, tr: Translator) -> Leaflet:
    head = (tr(say("Trin")), tr(say("Hvad det betyder")))
    parts = []
    for block, name in _BLOCKS.items():
        steps = enumerate(found.package.scale.steps(block))
        rows = [(_place(number, found.evaluation.method), _step(step, tr)) for number, step in steps]
        parts.append(LeafletPart(tr(name), (), Look.TABLE, (head, *reversed(rows))))
    lead = say("Begynd nederst, og gå et trin op, så længe I kan vise, at trinet passer.")
    return Leaflet(tr(say("Trappen")), "", tr(lead), tuple(parts), large=True)


def _place(number: int, method: Method) -> str:
    """A step's number, or its points where the method has them."""
    low, high = band_range(number, method)
    return str(low) if low == high else f"{low}-{high}"


def _step(step: Step, tr: Translator) -> str:
    return f"{step.name.in_language(tr.language)}\n{step.sentence.in_language(tr.language)}"


_BLOCKS: Mapping[Block, Text] = {
    Block.ENABLER: say("Indsatser: det, vi gør"),
    Block.RESULT: say("Resultater: det, der kommer ud af det"),
}


def _questions(found: Preparation, _given: Material, tr: Translator) -> Leaflet:
    parts = tuple(
        LeafletPart(
            f"{criterion.id} {criterion.name.in_language(tr.language)}",
            tuple(
                f"{sub.id} {sub.name.in_language(tr.language)}: {sub.question.in_language(tr.language)}"
                for sub in criterion.subcriteria
            ),
            Look.LIST,
        )
        for criterion in found.package.criteria
    )
    lead = say(
        "Læs dem, før du svarer, og find noget frem, som andre også kan se: en plan, et tal, et referat."
    )
    return Leaflet(found.package.name.in_language(tr.language), "", tr(lead), parts)


def _checklist(_found: Preparation, given: Material, tr: Translator) -> Leaflet:
    language = tr.language
    parts = tuple(
        LeafletPart(
            f"{step.number} {step.name.in_language(language)}",
            tuple(check.text.in_language(language) for check in step.checklist),
            Look.BOXES,
        )
        for step in given.guide.steps
    )
    guide = given.guide
    return Leaflet(guide.name.in_language(language), "", guide.source.in_language(language), parts)


_MAKERS: Mapping[Paper, Callable[[Preparation, Material, Translator], Leaflet]] = {
    Paper.STAFF: _staff,
    Paper.PROGRAMME: _programme,
    Paper.STAIR: _stair,
    Paper.QUESTIONS: _questions,
    Paper.CHECKLIST: _checklist,
}
