"""What became of each finding: what was left alone longest first, and themes that come back marked as stubborn."""

from __future__ import annotations

from datetime import date

import pytest

from reflect.domain.actions.action import Level, Status
from reflect.domain.banks import Bank, Document, Finding, Handling, Polarity, Review
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.learning import ListedLearning, learning_view
from reflect.domain.figures.log_rows import LogRow
from reflect.domain.figures.mark import Mark
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.stubborn import stubborn_themes, year_of
from reflect.domain.figures.team_figures import FigureCell, ListedCounts, TeamFigures

TODAY = date(2026, 3, 6)
MONDAY = date(2026, 3, 2)
THEMES = CHALLENGE, FATHERS, NEGLECT = "escalation-challenge", "fathers-and-partners", "neglect"


def bank(
    id_: str, published: str | None, *themes: str, polarity: Polarity = Polarity.STRENGTHEN, review: str = "r"
) -> Bank:
    """A bank of one review with a finding for each of these themes, named after it."""
    return Bank(
        id=id_, title=id_.title(), version=1, language="en-GB", handling=Handling.PUBLIC, content_note=None,
        document=Document(None, f"The briefing {id_}", published, "briefing"),
        reviews=(Review("r", "scr", f"Review {id_}", None),), summary="", panes=(),
        findings=tuple(Finding(one, f"On {one}", polarity, review or None, (one,), "1") for one in themes),
        facts=(), questions=(), resources=(), hash="",
    )  # fmt: skip


def mark(
    theme: str = CHALLENGE,
    *,
    moved: date = TODAY,
    agreed: date = MONDAY,
    status: Status = Status.AGREED,
    stage: int = 0,
    keep: bool = False,
    next_day: date | None = None,
) -> LogRow:
    """A listed action that came from the finding on a theme."""
    known = Mark(
        id="one", person="somebody", themes=(theme,), level=Level.TEAM, findings=(f"old/{theme}",), status=status,
        agreed=agreed, due=None, done=None, ended=None, updated=moved, stage=stage, keep=keep,
    )  # fmt: skip
    return LogRow(known, next_day)


def shown(value: int | None, week: date, theme: str = CHALLENGE) -> FigureCell:
    """How many actions on a theme were agreed, as shown in a week."""
    return FigureCell(Cell(Measure.AGREED, By.THEME, theme), value, week)


def figures(*cells: FigureCell, week: date | None = MONDAY) -> TeamFigures:
    return TeamFigures("North", TODAY, week, 5, date.min, TODAY, cells, ())


def test_what_never_moved_comes_first_then_what_moved_longest_ago() -> None:
    marks = [mark(FATHERS, moved=date(2026, 2, 1)), mark(CHALLENGE, moved=date(2025, 6, 1))]
    view = learning_view(
        [bank("old", None, FATHERS, CHALLENGE, NEGLECT)], figures(), ListedLearning.of(marks, TODAY)
    )
    moved = [(line.finding, line.last_moved) for line in view.lines]
    assert moved == [(NEGLECT, None), (CHALLENGE, date(2025, 6, 1)), (FATHERS, date(2026, 2, 1))]


@pytest.mark.parametrize("over", [Status.EMBEDDED, Status.NOT_ACHIEVED, Status.WITHDRAWN])
def test_what_nothing_is_left_to_do_of_comes_last_however_long_ago_it_moved(over: Status) -> None:
    rows = [
        mark(FATHERS, moved=date(2024, 7, 22), status=over),
        mark(CHALLENGE, moved=date(2026, 2, 1), status=Status.CONFIRMED),
        mark(CHALLENGE, moved=date(2025, 2, 1), status=over),
    ]
    view = learning_view(
        [bank("old", None, FATHERS, CHALLENGE, NEGLECT)], figures(), ListedLearning.of(rows, TODAY)
    )
    told = [(line.finding, line.nothing_left, line.unfinished) for line in view.lines]
    assert told == [(NEGLECT, False, 0), (CHALLENGE, False, 1), (FATHERS, True, 0)]


def test_re_checks_that_have_come_are_counted_of_each_finding() -> None:
    rows = [
        mark(status=Status.CONFIRMED, next_day=date(2026, 3, 5)),
        mark(status=Status.CONFIRMED, next_day=date(2026, 3, 7)),
        mark(status=Status.DONE, next_day=date(2026, 3, 5)),
        mark(FATHERS, status=Status.CONFIRMED, next_day=date(2026, 3, 5)),
        mark(FATHERS, status=Status.CONFIRMED, next_day=date(2026, 3, 1)),
    ]
    banks = [bank("old", None, *THEMES)]
    lines = learning_view(banks, figures(), ListedLearning.of(rows, TODAY)).lines
    assert {line.finding: (line.rechecks, line.rechecks_words) for line in lines} == {
        CHALLENGE: (1, "1 re-check is due"),
        FATHERS: (2, "2 re-checks are due"),
        NEGLECT: (0, ""),
    }
    assert [line.rechecks for line in learning_view(banks, figures(), None).lines] == [None] * 3


def test_listed_actions_are_counted_exactly_and_good_practice_is_not_among_them() -> None:
    marks = [
        mark(moved=date(2026, 1, 1)),
        mark(status=Status.BLOCKED, stage=1),
        mark(status=Status.DONE),
        mark(status=Status.CONFIRMED),
        mark(status=Status.EMBEDDED),
        mark(status=Status.WITHDRAWN),
        mark(keep=True),
    ]
    (line,) = learning_view([bank("old", None, CHALLENGE)], figures(), ListedLearning.of(marks, TODAY)).lines
    assert line.listed == ListedCounts(agreed=6, done=1, confirmed=1, embedded=1, escalated=1, stuck=2)


def test_who_does_not_lead_reads_figures_and_no_exact_count() -> None:
    finding = "old/" + CHALLENGE
    cells = [
        FigureCell(Cell(Measure.AGREED, By.FINDING, finding), 12, MONDAY),
        FigureCell(Cell(Measure.EMBEDDED, By.FINDING, finding), None, MONDAY),
        FigureCell(Cell(Measure.REFLECTED, By.BANK, "old"), 7, MONDAY),
    ]
    (line,) = learning_view([bank("old", None, CHALLENGE)], figures(*cells), None).lines
    assert (line.listed, line.last_moved) == (None, None)
    assert (line.reflected, line.agreed, line.done, line.embedded) == (7, 12, 0, None)
    assert (line.bank, line.review, line.text) == ("old", "Review old", f"On {CHALLENGE}")


def test_before_anything_was_frozen_nothing_is_known() -> None:
    view = learning_view([bank("old", None, CHALLENGE, review="")], figures(week=None), None)
    assert not view.frozen
    assert (view.lines[0].agreed, view.lines[0].reflected) == (None, None)
    assert view.lines[0].review == "The briefing old"


def test_each_review_says_its_year_and_how_many_of_its_findings_were_taken_up() -> None:
    banks = [
        bank("undated", None, NEGLECT),
        bank("old", "2016-09-06", CHALLENGE, FATHERS, NEGLECT),
        bank("new", "Winter 2017/2018", CHALLENGE),
    ]
    hidden = FigureCell(Cell(Measure.AGREED, By.FINDING, f"old/{FATHERS}"), None, MONDAY)
    view = learning_view(banks, figures(hidden), ListedLearning.of([mark()], TODAY))
    assert [review.words for review in view.reviews] == [
        "Review new (2018): 0 of 1 finding taken up",
        "Review old (2016): 2 of 3 findings taken up, 1 of them not on the log",
        "Review undated: 0 of 1 finding taken up",
    ]
    for everybody, taken_up in ((figures(hidden), [0, 1, 0]), (figures(week=None), [None] * 3)):
        read = learning_view(banks, everybody, None)
        assert [review.taken_up for review in read.reviews] == taken_up
    unknown = learning_view(banks, figures(week=None), None).reviews[1]
    assert unknown.words == "Review old (2016): 3 findings"


def test_who_does_not_lead_reads_no_more_of_what_was_taken_up_than_is_shown() -> None:
    banks = [
        bank("old", "2016-09-06", *THEMES),
        bank("new", "2018", FATHERS),
        bank("newer", "2020", CHALLENGE),
    ]
    seen = [
        FigureCell(Cell(Measure.AGREED, By.FINDING, one), 9, MONDAY)
        for one in (f"old/{NEGLECT}", f"new/{FATHERS}")
    ]
    assert [review.words for review in learning_view(banks, figures(*seen), None).reviews] == [
        "Review newer (2020): 1 finding; not shown yet what was taken up",
        "Review new (2018): 1 of 1 finding taken up",
        "Review old (2016): at least 1 of 3 findings taken up",
    ]


OLD, NEW = bank("old", "2016-09-06", *THEMES), bank("new", "Winter 2017/2018", CHALLENGE)


@pytest.mark.parametrize(
    ("banks", "again"),
    [
        ((OLD, NEW), True),
        ((OLD,), False),
        ((OLD, bank("new", "2016-12-01", CHALLENGE)), False),
        ((OLD, bank("new", None, CHALLENGE)), False),
        ((OLD, bank("new", "2018", CHALLENGE, polarity=Polarity.GOOD_PRACTICE)), False),
    ],
)
def test_a_stubborn_theme_stands_in_reviews_of_different_years(banks: tuple[Bank, ...], again: bool) -> None:
    listed = {theme: {2024, 2026} for theme in THEMES}
    assert tuple(stubborn_themes(banks, [], listed, TODAY)) == ((CHALLENGE,) if again else ())


def test_and_in_at_least_half_of_the_reviews_that_say_their_year() -> None:
    listed = {theme: {2024, 2026} for theme in THEMES}
    banks = [OLD, NEW, bank("newer", "2020", NEGLECT), bank("undated", None, NEGLECT)]
    assert set(stubborn_themes(banks, [], listed, TODAY)) == {CHALLENGE, NEGLECT}
    banks.append(bank("newest", "2021", NEGLECT))
    assert set(stubborn_themes(banks, [], listed, TODAY)) == {CHALLENGE, NEGLECT}
    banks.append(bank("last", "2022", FATHERS, polarity=Polarity.GOOD_PRACTICE))
    assert set(stubborn_themes(banks, [], listed, TODAY)) == {CHALLENGE, NEGLECT}
    banks.append(bank("last", "2022", FATHERS))
    assert set(stubborn_themes(banks, [], listed, TODAY)) == {NEGLECT}


@pytest.mark.parametrize(
    ("history", "listed", "again"),
    [
        ([shown(6, date(2025, 3, 3)), shown(11, MONDAY)], set(), True),
        ([shown(6, date(2025, 3, 3)), shown(11, date(2025, 9, 1))], set(), False),
        ([shown(6, date(2025, 3, 3)), shown(6, MONDAY)], set(), False),
        ([shown(6, date(2025, 3, 3)), shown(None, MONDAY)], set(), False),
        ([shown(6, date(2025, 3, 3)), shown(9, MONDAY, FATHERS)], set(), False),
        ([], {2025, 2026}, True),
        ([], {2026}, False),
        ([shown(6, date(2025, 3, 3))], {2026}, True),
    ],
)
def test_and_something_was_agreed_on_it_in_different_years(
    history: list[FigureCell], listed: set[int], again: bool
) -> None:
    found = stubborn_themes([OLD, NEW], history, {CHALLENGE: listed}, TODAY)
    assert found == ({CHALLENGE: 2} if again else {})


@pytest.mark.parametrize(("year", "still"), [(2025, True), (2026, True), (2027, False)])
def test_and_lately_too_so_that_what_has_gone_away_is_not_stubborn(year: int, still: bool) -> None:
    day = TODAY.replace(year=year)
    assert stubborn_themes([OLD, NEW], [], {CHALLENGE: {2023, 2025}}, day) == (
        {CHALLENGE: 2} if still else {}
    )


def test_of_stubborn_themes_those_come_first_that_come_back_in_most_years_and_then_of_most_reviews() -> None:
    banks = [OLD, bank("new", "2018", *THEMES), bank("newer", "2020", NEGLECT)]
    listed = {CHALLENGE: {2024, 2026}, FATHERS: {2024, 2025, 2026}, NEGLECT: {2024, 2026}}
    assert list(stubborn_themes(banks, [], listed, TODAY).items()) == [
        (FATHERS, 3),
        (NEGLECT, 2),
        (CHALLENGE, 2),
    ]


def test_the_years_of_listed_actions_mark_the_lines_of_a_stubborn_theme_and_never_good_practice() -> None:
    marks = [
        mark(agreed=date(2024, 5, 1)),
        mark(),
        mark(FATHERS),
        mark(FATHERS, agreed=date(2024, 5, 1), keep=True),
    ]
    good = bank("good", "2018", CHALLENGE, polarity=Polarity.GOOD_PRACTICE)
    view = learning_view([OLD, NEW, good], figures(), ListedLearning.of(marks, TODAY))
    assert (view.stubborn, view.years_of(CHALLENGE)) == ((CHALLENGE,), "agreed on in 2 years")
    assert {(line.bank, view.stubborn_of(line)) for line in view.lines if line.stubborn} == {
        ("old", (CHALLENGE,)),
        ("new", (CHALLENGE,)),
    }


@pytest.mark.parametrize(
    ("published", "year"),
    [
        ("2016-09-06", 2016),
        ("Winter 2017/2018", 2018),
        (None, None),
        ("in spring", None),
        ("no. 12016", None),
    ],
)
def test_the_year_of_a_briefing_is_what_it_says_itself(published: str | None, year: int | None) -> None:
    assert year_of(bank("old", published)) == year
