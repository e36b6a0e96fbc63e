"""The coordinator's overview: from its content to the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kvik_desktop import __version__
from kvik_desktop.foundation.resources import Resources
from kvik_desktop.foundation.text import Text, Translator, say, say_n
from kvik_desktop.report.overview import CampaignShown, Comparison, HeatCell, HeatRow, Overview
from kvik_desktop.report.typeset import Document, Typesetter

TEMPLATE = "overblik.typ"

GROUPS_WIDE = 4
"""Groups that stand beside each other on a page, besides *all*."""

Data = dict[str, object]

_TITLE = say("Overblik over selvevalueringer")
_WORDS: dict[str, Text] = {
    "page_of": say("Side {page} af {pages}", page="{page}", pages="{pages}"),
    "printed": say("Lavet"),
    "criterion": say("Kriterium"),
    "subcriterion": say("Delkriterium"),
    "subcriteria": say("delkriterierne"),
    "middle": say("Midterste halvdel"),
    "under": say("under 5"),
    "too_few": say("Der skal mindst 5 til, før noget kan sammenlignes."),
    "legend": say("Median på trinnet"),
    "caution": say("Sammenlign med omtanke"),
    "cautions": say(
        "Tallene er institutionernes egne vurderinger. CAF 2020 advarer mod at sammenligne dem fra sted til "
        "sted, medmindre de er efterprøvet på samme måde. Derfor står hver metode og model for sig, og "
        "institutionerne er ikke rangordnet."
    ),
    "shares": say("Sådan fordeler alle sig"),
    "shares_note": say(
        "Så stor en del af institutionerne ligger på trinnene. Trin er lagt sammen, så hvert tal dækker "
        "mindst 5. Derfor kan tal på skalaen 0-5 også holdes op mod tal på skalaen 0-100."
    ),
    "institution": say("Institution"),
    "sector": say("Sektor"),
    "day": say("Modtaget"),
    "edition": say("Udgave"),
    "method": say("Metode"),
    "who": say("Hvem har afleveret"),
    "missing": say("ikke endnu"),
    "how": say("Sådan er tallene lavet"),
    "rules": say(
        "Tallene er medianer i hele tal. En gruppe vises kun, når mindst 5 institutioner har en vurdering, "
        "og den midterste halvdel og fordelingen først fra 10. Kan en gruppe under 5 regnes ud af Alle, er "
        "den også udeladt dér, og feltet viser sit eget antal. Laveste og højeste vises aldrig. Hver "
        "kampagnes opgørelse ligger fast: den ændrer sig ikke, når der kommer flere pakker."
    ),
}


def overview_pdf(overview: Overview, resources: Resources, created: datetime) -> bytes:
    """The overview as PDF/A-2a and PDF/UA-1: the same bytes for the same content and moment."""
    translate = Translator(overview.language, resources)
    title = f"{overview.coordinator}: {translate(_TITLE)}" if overview.coordinator else translate(_TITLE)
    document = Document(TEMPLATE, overview.language, title, _data(overview, translate, created))
    return Typesetter(resources).pdf(document, created)


def _data(overview: Overview, translate: Translator, created: datetime) -> Data:
    return {
        "unit": overview.coordinator or translate(say("Koordinator")),
        "running": translate(_TITLE),
        "title": translate(_TITLE),
        "footer": translate(say("KVIK Desktop {version}", version=__version__)),
        "about": translate(
            say(
                "Opbygningen er fra CAF 2020 og KVIK. Teksterne er vores egne. Det er ikke et officielt "
                "statsligt værktøj."
            )
        ),
        "words": {name: translate(text) for name, text in _WORDS.items()},
        "facts": [
            [translate(_WORDS["printed"]), translate.date(created.date())],
            *([each.title, _delivered(each, translate)] for each in overview.campaigns),
        ],
        "campaigns": [_campaign(each, translate) for each in overview.campaigns],
    }


def _delivered(campaign: CampaignShown, translate: Translator) -> str:
    return translate(say("{delivered} af {of} har afleveret", delivered=campaign.delivered, of=campaign.of))


def _campaign(campaign: CampaignShown, translate: Translator) -> Data:
    notes = [translate(say("Opgjort {day}.", day=campaign.taken))]
    if campaign.closes is not None:
        notes.append(translate(say("Frist {day}.", day=campaign.closes)))
    if campaign.newer:
        notes.append(
            translate(
                say_n(
                    "{n} pakke er kommet til siden og tæller ikke med her.",
                    "{n} pakker er kommet til siden og tæller ikke med her.",
                    campaign.newer,
                )
            )
        )
    return {
        "title": campaign.title,
        "delivered": _delivered(campaign, translate),
        "notes": " ".join(notes),
        "progress": [
            {
                "label": each.label,
                "share": 100 * each.delivered // each.of if each.of else 0,
                "text": translate(say("{delivered} af {of}", delivered=each.delivered, of=each.of)),
            }
            for each in campaign.progress
        ],
        "comparisons": [_comparison(each, translate) for each in campaign.comparisons],
        "deliverers": [
            [
                each.name,
                each.sector,
                translate.date(each.day) if each.day else translate(_WORDS["missing"]),
                str(each.edition or ""),
                each.method,
            ]
            for each in campaign.deliverers
        ],
    }


def _comparison(comparison: Comparison, translate: Translator) -> Data:
    return {
        "title": comparison.title,
        "details": " ".join(comparison.details),
        "criteria": _maps(comparison, comparison.criteria, translate),
        "subcriteria": _maps(comparison, comparison.subcriteria, translate),
        "shares": [
            [f"{row.id} {row.name}", [[range_, f"{per_cent} %"] for range_, per_cent in row.shares]]
            for row in comparison.criteria
            if row.shares
        ],
        "ranges": list(comparison.ranges),
    }


def _maps(comparison: Comparison, rows: Sequence[HeatRow], translate: Translator) -> list[Data]:
    """The rows as heat maps that fit a page's width, *all* in each of them."""
    if not rows:
        return []
    last = len(comparison.columns) - 1
    parts = [range(start, min(start + GROUPS_WIDE, last)) for start in range(0, max(last, 1), GROUPS_WIDE)]
    return [_map(comparison, rows, [*part, last], translate) for part in parts]


def _map(
    comparison: Comparison, rows: Sequence[HeatRow], places: Sequence[int], translate: Translator
) -> Data:
    columns = [comparison.columns[place] for place in places]
    return {
        "columns": [
            [column.label, f"n = {column.n}" if column.n is not None else translate(_WORDS["under"])]
            for column in columns
        ],
        "rows": [
            {
                "id": row.id,
                "name": row.name,
                "cells": [_cell(row.cells[place]) for place in places],
                "middle": row.middle,
            }
            for row in rows
        ],
    }


def _cell(cell: HeatCell | None) -> Data | None:
    if cell is None:
        return None
    return {
        "value": str(cell.value),
        "band": cell.band,
        "n": "" if cell.n is None else f"n {cell.n}",
    }
