"""What a report says in short holds together, also where few people stand behind its numbers; and what says nothing
takes no room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from log_reader import rows_of, seen
from log_reported import WHOLE, cells, finding, log_report, team_figures, team_report
from reflect.domain.actions.rag import Rag
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.log_report import TeamReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import FigureCell, ListedCounts
from reflect.reports.log_documents import written

LONG_AGO = date(2025, 12, 22)


def beginning(team: TeamReport) -> str:
    words = seen(written(log_report(team), "html"), "html")
    return words[words.index("In short") : words.index("Team: North")]


def with_whole(measure: Measure, value: int | None, week: date) -> TeamReport:
    """A team in which one number of the whole is another, of another week."""
    others = tuple(one for one in cells() if one.cell != Cell(measure))
    return team_report(figures=team_figures(cells=(*others, FigureCell(Cell(measure), value, week))))


def test_a_whole_of_an_earlier_week_than_its_parts_is_left_out_and_it_is_said_why() -> None:
    said = beginning(with_whole(Measure.AGREED, 10, LONG_AGO))
    assert "Agreed so far" not in said
    assert "found to have lasted: 22." in said
    assert (
        "How many were agreed was last shown in the week of Monday 22 December 2025. It would not fit what stands "
        "beside it, which is of other weeks: only the table below has it." in said
    )
    assert "10 (22 Dec 2025)" in seen(
        written(log_report(with_whole(Measure.AGREED, 10, LONG_AGO)), "html"), "html"
    )


def test_a_whole_that_is_smaller_than_what_is_listed_is_left_out_too() -> None:
    said = beginning(with_whole(Measure.OPEN, 0, date(2026, 11, 16)))
    assert "Still open" not in said
    assert "Overdue: 12. Stuck: not shown." in said


def test_no_number_is_said_that_is_smaller_than_what_can_be_counted_on_the_log() -> None:
    week = date(2026, 11, 16)
    for measure, words, left_out in (
        (Measure.OVERDUE, "Overdue:", "are overdue"),
        (Measure.EMBEDDED, "found to have lasted:", "have lasted"),
        (Measure.IMPACT, "is written down for", "say what difference they made"),
    ):
        assert words in beginning(team_report())
        said = beginning(with_whole(measure, 0, week))
        assert words not in said
        assert f"How many {left_out} was last shown in the week of Monday 16 November 2026." in said


def test_several_numbers_that_do_not_fit_are_named_together_by_their_week() -> None:
    gone = (Measure.OVERDUE, Measure.EMBEDDED, Measure.IMPACT)
    left = tuple(one for one in cells() if one.cell not in [Cell(measure) for measure in gone])
    said = beginning(team_report(figures=team_figures(cells=left, first=LONG_AGO)))
    assert (
        "How many are overdue, have lasted and say what difference they made was last shown in the week of Monday "
        "22 December 2025." in said
    )


def test_a_whole_that_is_not_shown_is_not_said_to_be_of_few_beside_parts_that_are() -> None:
    said = beginning(with_whole(Measure.OPEN, None, date(2026, 11, 16)))
    assert "Still open: not shown. Overdue: 12." in said
    assert "fewer than" not in said


def test_numbers_that_hold_together_are_all_said() -> None:
    said = beginning(team_report())
    assert f"Agreed so far: {WHOLE[Measure.AGREED]} actions" in said
    assert "would not fit" not in said


def test_letters_and_good_practice_add_up_to_all_that_is_listed() -> None:
    report = log_report(team_report())
    said = seen(written(report, "html"), "html")
    assert "so far: 4 actions (1 blue, 2 red, 1 good practice)." in said
    assert ", good practice 1." in said
    rows = rows_of(written(report, "csv"), "csv", "letter", "")
    assert sum(int(row["count"]) for row in rows) == 4
    assert {"letter_code": "none", "word": "good practice", "count": "1"}.items() <= rows[-1].items()


def test_grey_has_no_sign_for_a_letter_that_a_spreadsheet_could_take_for_a_formula() -> None:
    team = replace(team_report(), letters=((Rag.RED, 3), (Rag.GREY, 0)))
    rows = rows_of(written(log_report(team), "xlsx"), "xlsx", "", "Letters")
    assert [(row["Letter"], row["Word"]) for row in rows[:2]] == [("R", "red"), ("none", "grey")]


def test_it_says_which_numbers_the_period_does_not_narrow() -> None:
    assert "These numbers count all so far, up to the end of Friday 20 November 2026." in beginning(
        team_report()
    )


def test_a_theme_that_comes_back_is_explained_once_and_its_findings_have_one_word() -> None:
    words = seen(written(log_report(team_report()), "html"), "html")
    assert words.count("A theme is stubborn where") == 1
    assert "Fathers and partners: 1\n" in words
    assert words.count("(stubborn)") == 1


def test_left_alone_longest_is_only_where_something_is_left_to_do() -> None:
    team = team_report()
    lines = (finding(1, last_moved=date(2024, 7, 22), unfinished=0), finding(2, unfinished=1))
    said = seen(
        written(log_report(replace(team, learning=replace(team.learning, lines=lines))), "html"), "html"
    )
    assert "Left alone longest of those that were taken up: “Fathers were not asked, the 2th time”" in said
    assert "22 Jul 2024 (all over)" in said
    over = replace(team, learning=replace(team.learning, lines=lines[:1]))
    assert "Left alone longest" not in beginning(over)


def test_a_review_that_is_a_letter_is_named_with_its_bank() -> None:
    team = team_report()
    lines = (finding(1, review="S", bank_title="West Sussex 2017/18: seven reviews"),)
    report = log_report(replace(team, learning=replace(team.learning, lines=lines)))
    assert "the 1th time (Review S, West Sussex 2017/18)" in seen(written(report, "html"), "html")


def test_findings_of_which_nothing_is_shown_or_listed_are_counted_and_left_to_the_sheets() -> None:
    team = team_report()
    none = dict.fromkeys(("agreed", "done", "confirmed", "embedded", "escalated", "stuck"), None)
    hidden = [finding(number, **none, listed=ListedCounts()) for number in (7, 8)]
    report = log_report(replace(team, learning=replace(team.learning, lines=(finding(1), *hidden))))
    words = seen(written(report, "html"), "html")
    assert "Of 2 findings no number is shown, and nothing is listed: left out here." in words
    assert words.count("the 7th time") == 1  # in full, at the end
    assert b"finding-7" in written(report, "csv")


def test_no_chart_ranks_themes_of_which_nothing_is_shown() -> None:
    codes = [f"theme-{number}" for number in range(6)]
    hidden = tuple(
        FigureCell(Cell(measure, By.THEME, code), None, LONG_AGO)
        for code in codes
        for measure in (Measure.AGREED, Measure.OPEN)
    )
    shown = hidden[1]._replace(value=9)

    def charts(*history: FigureCell) -> str:
        figures = team_figures(cells=(*cells(), *hidden), history=history, first=LONG_AGO)
        words = seen(written(log_report(team_report(figures=figures)), "html"), "html")
        assert "Open by theme over time: all themes" in words
        return words

    assert "most open now" not in charts(*hidden)
    assert "the 1 theme with most open now of those that are shown" in charts(shown, *hidden[2:])
