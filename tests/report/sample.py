"""Reports to look at and to test with: full, empty, short on 0-5 and fine, with texts as people write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache

import msgspec

from kvik_desktop.action_plan.model import Quadrant, Status
from kvik_desktop.evaluation.model import EvidenceStatus, Level
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Language
from kvik_desktop.model_package.model import PHASES, Block, Method, ModelPackage, Sector
from kvik_desktop.model_package.model import Subcriterion as Asked
from kvik_desktop.model_package.scoring import Rating, ScoreSheet, score
from kvik_desktop.model_package.standards import shipped_crosswalks, touched
from kvik_desktop.report.content import (
    Action,
    Approval,
    Content,
    Criterion,
    LogLine,
    Measurement,
    ModelEdition,
    Origin,
    PhaseScore,
    RoleCount,
    RoundShown,
    Standard,
    StandardSet,
    Statement,
    Step,
    Subcriterion,
    Unit,
    shown_round,
)
from kvik_desktop.workshop.model import Outcome, RoundResult, Spread, Tolerance

CREATED = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
UNIT = Unit("Plejecenter Engblomme", Level.INSTITUTION, Sector.ELDERLY, "Fjordby", "48 boliger, 61 ansatte")
TOLERANCE = Tolerance(50, 3, 20, 2, 20)

STRENGTHS = (
    "Alle kan sætte punkter på tavlemødet, også vikarer og nattevagter",
    "Nye kolleger har en fast makker de første tre måneder",
    "Vi har en fast gang for utilsigtede hændelser, og den bliver brugt. Hver anden torsdag går teamet "
    "hændelserne igennem, og det, vi bliver enige om, står på tavlen ugen efter, så også dem der ikke var "
    "på arbejde kan se det. Det har vi gjort siden foråret, og tallet for fald er gået fra 14 til 9 i "
    "kvartalet.",
    "beboerne siger de føler sig hørt.. (samtaler i maj)",
    "Łukasz og Erdős fra rengøringen er med i trivselsgruppen 👍",
)
AREAS = (
    "Aften- og nattevagter er sjældent med, når vi beslutter noget",
    "Vi taler ikke om trivselstallene bagefter",
    "Dokumentationsvejledningen, sygeplejeprocedurebeskrivelserne og kvalitetsovervågningsskemaerne ligger "
    "tre forskellige steder (se "
    "https://intranet.fjordby.dk/omraader/aeldre/dokumentation/2026/vejledninger_samlet.pdf), så ingen "
    "ved, hvilken udgave der gælder",
    "\uf0b7 Vikarer ved ikke, hvem de kan spørge",
    "mangler overblik",
)
EVIDENCE = (
    "Referater fra tavlemøder, marts-september",
    "Trivselsmåling 2026",
    "APV og handleplan, MED-referat af 12.05.2026",
)
EVERYWHERE = "Łódź ő ż ș 😀👩‍🏫🇩🇰 \ufeff\0\x07\uf0b7 \u202e中文 עברית \ud800 ﬁ ½ ² ₂ → ☎️ 1️⃣ a\u0336 \U0001f9ff"
REASON = (
    "Dagvagten er godt med, men aften og nat er ikke. Vi måler trivslen uden at bruge tallene, så vi er "
    "ikke nået til Evalueret."
)


@cache
def package(name: str = "kvik") -> ModelPackage:
    """A shipped model package."""
    return msgspec.json.decode(Resources().read("modelpakker", f"{name}.json"), type=ModelPackage)


def full(language: Language = "da", method: Method = Method.CLASSICAL, model: str = "kvik") -> Content:
    """Nine people, all subcriteria settled but two, a plan of twelve actions."""
    asked = [sub.id for sub in package(model).subcriteria()]
    parked = asked[8:9]
    blank = asked[-3:-2]
    ratings = {
        name: _rating(package(model).block_of(name), method, 37 + place * 13)
        for place, name in enumerate(asked)
        if name not in (*parked, *blank)
    }
    sheet = score(package(model), method, ratings)
    return _content(package(model), language, method, sheet, ratings, parked, people=9)


def fine(language: Language = "da") -> Content:
    """The fine-tuned method."""
    return full(language, Method.FINE)


def short(language: Language = "da") -> Content:
    """The short edition on the scale 0-5, four people."""
    model = package("kvik-kort")
    names = [sub.id for sub in model.subcriteria()]
    ratings = {
        name: Rating(score=place * 7 % 6) for place, name in enumerate(names) if not name.startswith("k8")
    }
    sheet = score(model, Method.SCALE5, ratings)
    return _content(model, language, Method.SCALE5, sheet, ratings, [], people=4)


def social(language: Language = "da") -> Content:
    """A social service, with the standards of its sector and a note to two of them."""
    base = full(language)
    (crosswalk,) = shipped_crosswalks(Resources())
    notes = {
        "ledelse": (EvidenceStatus.DOCUMENTED, "Årsplan og MED-referater, mappe 3"),
        "magtanvendelse": (EvidenceStatus.PARTLY, ""),
    }
    groups = {group.id: group.name.in_language(language) for group in crosswalk.groups}
    standards = tuple(
        Standard(
            each.id,
            each.name.in_language(language),
            groups[each.group],
            touched(each, package()),
            *notes.get(each.id, (None, "")),
        )
        for each in crosswalk.standards
    )
    name, source = crosswalk.name.in_language(language), crosswalk.source.in_language(language)
    unit = Unit("Bostedet Åbrinken", Level.INSTITUTION, Sector.SOCIAL, "Fjordby")
    told = StandardSet(name, crosswalk.version, source, standards)
    return replace(base, unit=unit, standards=(told,))


def stubborn(language: Language = "da") -> Content:
    """Long names everywhere, words without end and signs from everywhere."""
    endless = "Specialbørnehaveafdelingslederstedfortræderuddannelsesplanlægningsudvalgsmøde"
    words = f"{endless} {'x' * 130} " + STRENGTHS[2] + f" *fed* _kursiv_ $x$ #let {EVERYWHERE}"
    told = (Statement(words, 12),) * 2

    def longer(sub: Subcriterion) -> Subcriterion:
        return replace(
            sub,
            name=f"{sub.name} {endless}",
            reason=words,
            note=words,
            strengths=told,
            areas=told,
            evidence=told,
        )

    base = full(language)
    criteria = tuple(
        replace(each, name=f"{each.name} og {endless}", subcriteria=(longer(each.subcriteria[0]),))
        for each in base.criteria
    )
    actions = tuple(
        replace(each, title=words, responsible=endless, theme=endless, success=words, phase="w" * 70)
        for each in base.actions[:3]
    )
    unit = replace(base.unit, name=f"Den selvejende institution {endless} ved {'Fjordby ' * 9}", size=words)
    roles = (RoleCount(endless * 3, 100), *base.roles)
    return replace(
        base, title=f"Selvevaluering {endless}", unit=unit, criteria=criteria, actions=actions, roles=roles
    )


def empty(language: Language = "da") -> Content:
    """Revealed, nothing scored, nothing settled, no plan, nobody's role known."""
    model = package()
    sheet = score(model, Method.CLASSICAL, {})
    criteria = tuple(
        Criterion(
            each.id,
            each.name.in_language(language),
            each.block,
            sheet.criteria[each.id].figure,
            0,
            tuple(
                Subcriterion(
                    sub.id,
                    sub.name.in_language(language),
                    sub.question.in_language(language),
                    sheet.subcriteria[sub.id],
                )
                for sub in each.subcriteria
            ),
        )
        for each in model.criteria
    )
    return Content(
        language=language,
        title="Selvevaluering 2026",
        unit=Unit("Børnehuset", Level.INSTITUTION, Sector.DAYCARE),
        model=_edition(model, language),
        method=Method.CLASSICAL,
        enabler_steps=_steps(model, Block.ENABLER, language),
        result_steps=_steps(model, Block.RESULT, language),
        tolerance=TOLERANCE,
        smallest_group=5,
        begun=date(2026, 9, 1),
        enablers=sheet.enablers,
        results=sheet.results,
        criteria=criteria,
        participants=5,
    )


def _content(
    model: ModelPackage,
    language: Language,
    method: Method,
    sheet: ScoreSheet,
    ratings: dict[str, Rating],
    parked: Sequence[str],
    people: int,
) -> Content:
    place = 0
    criteria = []
    for each in model.criteria:
        subcriteria = []
        for sub in each.subcriteria:
            place += 1
            subcriteria.append(_sub(sub, each.block, language, method, sheet, ratings, parked, people, place))
        criteria.append(
            Criterion(
                each.id,
                each.name.in_language(language),
                each.block,
                sheet.criteria[each.id].figure,
                sheet.criteria[each.id].scored,
                tuple(subcriteria),
            )
        )
    return Content(
        language=language,
        title="Selvevaluering 2026",
        unit=UNIT,
        model=_edition(model, language),
        method=method,
        enabler_steps=_steps(model, Block.ENABLER, language),
        result_steps=_steps(model, Block.RESULT, language),
        tolerance=TOLERANCE,
        smallest_group=5,
        begun=date(2026, 8, 31),
        enablers=sheet.enablers,
        results=sheet.results,
        criteria=tuple(criteria),
        participants=people,
        answered=people,
        roles=(
            RoleCount("Social- og sundhedsassistent", 2),
            RoleCount("Social- og sundhedshjælper", 2),
            RoleCount("Aktivitetsmedarbejder", 1),
            RoleCount("Centerleder", 1),
            RoleCount("Køkkenleder", 1),
            RoleCount("Pårørende", 1),
            RoleCount("Sygeplejerske, dokumentationsansvarlig og praktikvejleder", 1),
        ),
        revealed=date(2026, 9, 22),
        accepted=Approval("centerleder Birgit Wiśniewska", date(2026, 10, 6)),
        plan_approved=Approval("centerleder Birgit Wiśniewska", date(2026, 11, 3)),
        edition=1,
        actions=_actions([sub.id for sub in model.subcriteria()], sheet),
    )


def _sub(
    sub: Asked,
    block: Block,
    language: Language,
    method: Method,
    sheet: ScoreSheet,
    ratings: dict[str, Rating],
    parked: Sequence[str],
    people: int,
    place: int,
) -> Subcriterion:
    rating = ratings.get(sub.id, Rating())
    phases = tuple(
        PhaseScore(package().scale.phase(phase).name.in_language(language), value)
        for phase, value in rating.phases.items()
    )
    is_parked = sub.id in parked
    outside = place % 5 == 0
    return Subcriterion(
        sub.id,
        sub.name.in_language(language),
        sub.question.in_language(language),
        sheet.subcriteria[sub.id],
        Outcome.PARKED if is_parked else Outcome.AGREED,
        phases,
        REASON if outside else "",
        "Vi venter på tallene fra økonomi, som kommer i december." if is_parked else "",
        _rounds(method, people, place),
        tuple(Statement(text) for text in EVIDENCE[: place % 4]),
        tuple(
            Statement(text, 1 + (place + n) % 4)
            for n, text in enumerate(STRENGTHS[place % 3 : 2 + place % 4])
        ),
        tuple(
            Statement(text, 1 + (place + n) % 3) for n, text in enumerate(AREAS[place % 4 : 3 + place % 3])
        ),
    )


def _rating(block: Block, method: Method, seed: int) -> Rating:
    if method is Method.FINE:
        phases = {phase.value: (seed * (n + 3)) % 101 for n, phase in enumerate(PHASES[block])}
        return Rating(**phases)
    return Rating(score=seed % 101)


def _rounds(method: Method, people: int, place: int) -> tuple[RoundShown, ...]:
    wide = (1, 1, 2, 1, 3, 1, 2, 5)[place % 8]
    blank = people if place == 7 else place % 3
    middle = (20 + place * 17) % 90
    top = method.top
    values = [
        Fraction(max(0, min(top, (middle + (n - people // 2) * wide * 3) * top // 100)))
        for n in range(people - blank)
    ]
    first = RoundResult.of(1, Spread(method, tuple(sorted(values)), blank), TOLERANCE)
    rounds = [first]
    if place == 3:
        near = tuple(sorted(values))[1:-1] * 2
        rounds.append(RoundResult.of(2, Spread(method, tuple(sorted(near))[:people], 0), TOLERANCE))
    return tuple(shown_round(each, 5) for each in rounds)


def _edition(model: ModelPackage, language: Language) -> ModelEdition:
    name, source = model.name.in_language(language), model.source.in_language(language)
    return ModelEdition(model.id, name, model.version, source, model.sha256)


def _steps(model: ModelPackage, block: Block, language: Language) -> tuple[Step, ...]:
    return tuple(
        Step(step.name.in_language(language), step.sentence.in_language(language))
        for step in model.scale.steps(block)
    )


def _actions(names: Sequence[str], sheet: ScoreSheet) -> tuple[Action, ...]:
    def origin(place: int) -> Origin:
        name = names[place % len(names)]
        return Origin(name, sheet.subcriteria[name].rounded)

    richest = Action(
        number=1,
        title="Trivselstal på tavlemødet hver måned, også for aften og nat",
        status=Status.IN_PROGRESS,
        theme="Medarbejdere med",
        description="Centerlederen lægger tre tal på tavlen den første mandag i måneden. Holdet taler om dem "
        "i ti minutter og skriver én ting op, der skal prøves.\nAftenvagten gør det samme om tirsdagen.",
        responsible="Centerleder",
        participants=("Arbejdsmiljørepræsentant", "en fra hver vagt", "TR"),
        start=date(2026, 11, 9),
        deadline=date(2027, 1, 15),
        follow_up=date(2027, 4, 12),
        prerequisites=("Tiltag 4: Ét sted at skrive om beboeren", "Tavlen skal flyttes til personalestuen"),
        hours=Decimal("40"),
        money=Decimal("12500.50"),
        success="Trivslen er steget, og alle vagter har talt om tallene mindst seks gange.",
        indicator="Trivsel, gennemsnit på skalaen 1-5",
        unit="point",
        baseline=Decimal("3.4"),
        target=Decimal("3.8"),
        measurements=(
            Measurement(date(2026, 6, 26), Decimal("3.4"), "Trivselsmåling 2026"),
            Measurement(date(2026, 10, 30), Decimal("3.55"), "Lille måling, 31 svar"),
        ),
        phase="Mobilisering",
        goal="B3: Flere bliver i faget",
        effect_served="Beboerne møder færre forskellige ansigter",
        effect=4,
        ease=4,
        quadrant=Quadrant.QUICK_WIN,
        origins=(origin(10), origin(21)),
        areas=(AREAS[0], AREAS[1]),
        log=(
            LogLine(date(2026, 11, 9), "Udkast er sendt til teamene"),
            LogLine(date(2026, 11, 16), "Nattevagten foreslår kl. 23.15 i stedet for 22.45"),
        ),
    )
    titles = (
        "Beboerråd hver anden måned",
        "Telefontid for pårørende til kl. 18",
        "Ét sted at skrive om beboeren",
        "Fast drøftelse af utilsigtede hændelser",
        "Fælles nøgle til alle skabe",
        "Måltiderne måles to gange om året med et skema, som beboerne selv har været med til at lave",
        "Kompetenceudviklingsplan for demensfaglighed og palliation",
        "Vikarmappe ved døren",
        "Frivilligkoordinator",
        "Energiregnskab",
        "Julekalender på Aula",
    )
    plain = [
        Action(
            number=number,
            title=title,
            status=(Status.PLANNED, Status.DONE, Status.DROPPED)[number % 3],
            theme=("Beboere og pårørende", "Hverdagens arbejdsgange", "")[number % 3],
            responsible=("Aktivitetsmedarbejder", "Social- og sundhedsassistent, natteholdet", "")[
                number % 3
            ],
            deadline=date(2027, number % 12 + 1, 1),
            success="Halvdelen af beboerne har været med mindst én gang." if number % 2 else "",
            dropped_reason="Gårdhaven blev valgt i stedet." if number % 3 == 2 else "",
            effect=number % 4 + 1 if number < 11 else None,
            ease=number * 3 % 4 + 1 if number < 11 else None,
            quadrant=_quadrant(number % 4 + 1, number * 3 % 4 + 1) if number < 11 else None,
            origins=(origin(number * 2),),
        )
        for number, title in enumerate(titles, start=2)
    ]
    return (richest, *plain)


def _quadrant(effect: int, ease: int) -> Quadrant:
    if effect > 2:
        return Quadrant.QUICK_WIN if ease > 2 else Quadrant.STRATEGIC
    return Quadrant.FILL_IN if ease > 2 else Quadrant.RECONSIDER
