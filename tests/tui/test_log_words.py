"""What the pages of the log and of findings say: what became of a finding, and how many there are, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hostile import MARKUP
from reflect.domain.actions.rag import Rag
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogGroup
from reflect.domain.figures.team_figures import (
    FindingLine,
    LearningView,
    ListedCounts,
)
from reflect.tui.log import words as log_words
from reflect.tui.log.log_list import ids_in, row_near, rows_of

WEEK, AS_AT = date(2026, 11, 16), date(2026, 11, 21)
FINDING = FindingLine(
    bank="child-m",
    bank_title="Learning from Child M",
    review="Child M",
    finding="father-left-out",
    text="The father was not spoken to.",
    themes=("fathers", "neglect"),
    reflected=12,
    agreed=7,
    done=0,
    confirmed=3,
    embedded=2,
    escalated=0,
    stuck=1,
    listed=None,
    last_moved=None,
)


def view(*lines: FindingLine, people: int = 5, frozen: bool = True) -> LearningView:
    return LearningView("North", AS_AT, people, lines, frozen=frozen, week=WEEK if frozen else None)


def test_what_became_of_a_finding_is_said_in_words() -> None:
    def became(line: FindingLine, people: int = 5) -> str:
        return log_words.became_words(line, view(line, people=people))

    reflected = "12 reflected on the briefing"
    assert became(FINDING) == f"{reflected} · 7 agreed · 3 confirmed · 2 embedded · 1 stuck"
    none = replace(FINDING, reflected=0, agreed=0)
    assert became(none) == "nobody reflected on the briefing · none agreed"
    few = replace(FINDING, reflected=None, agreed=None, confirmed=None)
    assert became(few, 8) == "not shown: reflected on the briefing, agreed"
    parts = replace(FINDING, confirmed=None, stuck=None)
    assert became(parts) == f"{reflected} · 7 agreed · 2 embedded · not shown: confirmed, stuck"


def test_a_number_than_which_more_is_on_the_log_is_not_said_as_if_it_were_so() -> None:
    def became(line: FindingLine) -> str:
        return log_words.became_words(line, view(line))

    listed = ListedCounts(agreed=4, confirmed=1, embedded=3)
    none = replace(FINDING, reflected=5, agreed=0, confirmed=0, embedded=0, stuck=0, listed=listed)
    assert became(none) == "5 reflected on the briefing · not frozen yet: agreed, confirmed, embedded"
    some = replace(FINDING, listed=listed, weeks=(("embedded", WEEK - timedelta(weeks=25)), ("agreed", WEEK)))
    assert (
        became(some)
        == "12 reflected on the briefing · 7 agreed · 3 confirmed · 1 stuck · not frozen yet: embedded"
    )
    assert became(replace(some, agreed=None)) == "12 reflected on the briefing · not shown: agreed"
    assert "none agreed" in became(replace(none, listed=None))
    why = log_words.rule_words(view(FINDING, some), leads=True)
    assert why.endswith("The log is exact: “not frozen yet” stands where it has more.")


def test_before_the_first_frozen_week_nothing_is_said_of_everything_agreed() -> None:
    never = replace(FINDING, reflected=None, agreed=None)
    assert log_words.became_words(never, view(never, frozen=False)) == "No figures are shown yet."


def test_numbers_of_a_finding_say_of_which_week_they_are() -> None:
    earlier = WEEK - timedelta(weeks=25)
    weeks = dict.fromkeys(("reflected", "agreed", "confirmed"), earlier) | {"embedded": WEEK}
    line = replace(FINDING, stuck=0, weeks=tuple(weeks.items()))
    assert log_words.became_words(line, view(line)) == (
        "12 reflected on the briefing · 7 agreed · 3 confirmed · 2 embedded (16 Nov 2026), as frozen on 25 May 2026"
    )
    assert "A day is the Monday" in log_words.rule_words(view(line), leads=False)
    rows = log_words.finding_row(line, view(line), 74).plain.splitlines()
    assert len(rows) == 4
    assert all(len(row) <= 74 for row in rows)


def test_only_a_lead_reads_of_the_log_beside_a_finding() -> None:
    assert log_words.finding_row(FINDING, view(FINDING), 90).plain.splitlines()[2] == "  Child M"
    listed = replace(
        FINDING, listed=ListedCounts(agreed=3, embedded=1), last_moved=date(2026, 3, 3), stubborn=True
    )
    rows = log_words.finding_row(listed, view(listed), 90).plain.splitlines()
    assert rows[2:] == ["  On the log: 3 agreed · 1 embedded", "  Child M · last moved 3 Mar 2026 · stubborn"]
    over = replace(listed, unfinished=0)
    assert rows_in(over)[-1] == "  Child M · nothing left to do · stubborn"
    due = replace(listed, unfinished=2, rechecks=2)
    assert rows_in(due)[-1] == "  Child M · last moved 3 Mar 2026 · 2 re-checks are due · stubborn"
    for line, said in ((over, "nothing left to do"), (due, "2 re-checks are due")):
        assert f"Moved: 3 Mar 2026, {said}" in log_words.finding_words(line, view(line), str).plain
    assert "log" not in log_words.rule_words(view(), leads=False)
    assert "The log is exact each day." in log_words.rule_words(view(), leads=True)


def rows_in(line: FindingLine) -> list[str]:
    return log_words.finding_row(line, view(line), 90).plain.splitlines()


def test_stubborn_themes_are_named_or_counted() -> None:
    assert log_words.stubborn_words((), str) == ""
    assert log_words.stubborn_words(("a", "b"), str.upper).endswith("year after year: A, B.")
    assert log_words.stubborn_words(tuple("abcd"), str.upper) == (
        "4 themes are stubborn: half of the reviews found them, in different years, and they are agreed on year after "
        "year. In most years: A, B, C."
    )


def test_the_page_of_a_finding_says_in_how_many_years_a_stubborn_theme_was_agreed_on_and_why() -> None:
    known = replace(view(), stubborn=("neglect", "consent"), years=(("neglect", 3), ("consent", 2)))
    stubborn = log_words.finding_words(replace(FINDING, stubborn=True), known, str.capitalize).plain
    assert "Themes: Fathers, Neglect (stubborn: agreed on in 3 years)" in stubborn
    assert "Stubborn: A theme is stubborn where at least half of the reviews" in stubborn
    assert "tubborn" not in log_words.finding_words(FINDING, known, str.capitalize).plain


def test_words_of_a_finding_are_never_markup() -> None:
    for words in MARKUP:
        line = replace(FINDING, text=words, review=words, bank_title=words)
        assert log_words.finding_row(line, view(line), 74).plain.startswith(words)
        assert words in log_words.finding_words(line, view(line), str).plain


def test_a_log_is_counted_by_letter_and_what_has_none() -> None:
    log = ListedLog(("North",), AS_AT, LogBy.DAY, (), 7, ((Rag.RED, 2), (Rag.GREY, 1)))
    assert log_words.log_counts(log).plain == "7 listed: R red 2 · - grey 1 · good practice 4"
    rechecks = replace(log, groups=(LogGroup("re-check due", "Re-check due", ("a", "b")),))
    assert log_words.log_counts(rechecks).plain.endswith("good practice 4. Re-check due: 2")
    assert log_words.teams_words(("North",)) == "North"
    assert log_words.teams_words(("North", "South")) == "North and South"
    assert log_words.teams_words(tuple("abcd")) == "4 teams"


def test_rows_of_a_log_are_found_by_slices_and_near_where_one_was() -> None:
    groups = (LogGroup("a", "A", ("1", "2")), LogGroup("b", "B", ()), LogGroup("c", "C", ("3", "1", "4")))
    rows = rows_of(ListedLog(("North",), AS_AT, LogBy.THEME, groups, 4))
    assert len(rows) == 2 + 3 + 3
    assert ids_in(rows, range(len(rows))) == {1: "1", 2: "2", 5: "3", 6: "1", 7: "4"}
    assert row_near(rows, "1", 6) == 6
    assert row_near(rows, "1", 2) == 1
    assert row_near(rows, "gone", 5) == 5
    assert row_near(rows, "gone", 4) == 1
    assert row_near(rows_of(ListedLog(("North",), AS_AT, LogBy.DAY, (), 0)), "1", 6) == 0
