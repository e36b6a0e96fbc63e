"""A visit in the middle of something, for pictures."""

from __future__ import annotations

from datetime import date

from kvik_desktop.report.screens.visit_page import VisitPage
from kvik_desktop.shell.page import Page
from kvik_desktop.workshop.visit import usecases as visits
from kvik_desktop.workshop.visit.model import Question, Seen

WORDS = (
    (
        "Bruger alle tre afdelinger årshjulet, når de planlægger?",
        "Årshjulet og to ugeplaner fra hver afdeling",
        "Afdelingslederne, mødelokalet",
        Seen.CONFIRMED,
    ),
    ("Kender de nyeste medarbejdere skolens værdier?", "", "To nyansatte, personalerummet", Seen.PARTLY),
    ("Følger ledelsen op på trivselsmålingen?", "Referat fra MED", "Tillidsrepræsentanten", Seen.NOT_SEEN),
)


def begun(page: Page) -> VisitPage:
    """Three questions in the first criterion, one in the second, and something noticed."""
    assert isinstance(page, VisitPage)
    assert page.found is not None
    here, desk = page.found, page.desk
    first, second = (each.id for each in here.package.criteria[:2])
    assert page.empty is not None
    page.empty.button.click()
    day = date(2026, 11, 19)
    desk.do(visits.amend, here.evaluation.id, day=day, role="konsulent fra kommunen", name="Ida Udefra")
    for criterion, rows in ((first, WORDS), (second, WORDS[:1])):
        for text, wanted, place, seen in rows:

            def write(
                question: Question,
                text: str = text,
                wanted: str = wanted,
                place: str = place,
                seen: Seen = seen,
            ) -> None:
                named = {"text": text, "wanted": wanted, "place": place}
                desk.do(visits.write, here.evaluation.id, question.id, **named)
                desk.do(visits.mark, here.evaluation.id, question.id, seen)

            desk.do(visits.ask, here.evaluation.id, criterion).then(write)
    desk.do(visits.observe, here.evaluation.id, first, "Tavlen i gangen bruges af alle. Den er ikke nævnt.")
    return page


def criterion(page: Page) -> None:
    """The first criterion."""
    seen = begun(page)
    seen.show_place(_first(seen))


def empty_criterion(page: Page) -> None:
    """A criterion nobody has asked about, and room for each of its subcriteria."""
    seen = begun(page)
    assert seen.found is not None
    seen.show_place(seen.found.package.criteria[2].id)
    assert seen.criterion is not None
    seen.criterion.all.click()


def finished(page: Page) -> None:
    """The visit is finished."""
    primary = begun(page).foot.primary
    assert primary is not None
    primary.do()


def _first(page: VisitPage) -> str:
    assert page.found is not None
    return page.found.package.criteria[0].id
