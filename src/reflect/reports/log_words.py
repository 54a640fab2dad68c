"""The words of a report on the log: what numbers, measures and what they are told apart by are called, and what each
of them means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reflect.domain.banks import review_named
from reflect.domain.dates import MONTHS, said
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.log_report import LogReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import (
    NEAREST,
    NOT_SHOWN,
    OF_WEEK,
    Weeks,
    age_words,
    as_shown,
    how_long_a_nought_stays,
    quarter_words,
    why_not_shown,
)
from reflect.domain.figures.team_figures import FindingLine, TeamFigures
from reflect.reports.pages import label_words

SHORT = {
    Measure.AWAITING: "Awaiting",
    Measure.ENDED: "Ended otherwise",
    Measure.IMPACT: "With impact",
    Measure.GOOD_PRACTICE: "Good practice",
}
"""Measures over a narrow column."""
NONE = "none"
GOOD = "good practice"
RULES = "Which numbers are shown"
_LONGEST_TITLE = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """Says what stands in one report."""

    report: LogReport

    def number(self, value: int | None, measure: Measure = Measure.AGREED) -> int | str:
        """A number over everything agreed as this report gives it. Days count nothing: they are never rounded."""
        return as_shown(value, rounded=self.report.rounded and not is_days(measure))

    def said(self, value: int | None, measure: Measure = Measure.AGREED) -> str:
        """The same in a line of words."""
        return str(self.number(value, measure))

    def number_of(self, figures: TeamFigures, cell: Cell, weeks: Weeks) -> str:
        """A number of a team in a table, with its week where that is not the one of the table."""
        number = self.said(figures.value(*cell), cell.measure)
        return f"{number}{weeks.behind(figures.week_of(*cell))}"

    def drawn(self, value: int | None) -> int | None:
        """How long a bar is: as the number that stands beside it says, so that rounding hides what it is to hide."""
        shown = self.number(value)
        return shown if isinstance(shown, int) else None

    def key(self, cell: Cell) -> str:
        """What a cell is told apart by, in words; empty for the whole."""
        match cell.by:
            case By.WHOLE:
                return ""
            case By.THEME:
                return self.theme(cell.key)
            case By.QUARTER:
                return quarter_words(cell.key)
            case By.AGE:
                return age_words(cell.key)
            case By.STAGE:
                return self.stage(cell.key)
            case By.BANK:
                return self.bank(cell.key)
            case By.LEVEL | By.FINDING | By.STATUS:
                return cell.key

    def theme(self, code: str) -> str:
        """A theme by its label."""
        return self.report.themes.get(code, code)

    def themes(self, codes: Sequence[str]) -> str:
        """Several themes in a line."""
        return "; ".join(map(self.theme, codes))

    def stage(self, key: str) -> str:
        """A stage of the ladder by its number and its name."""
        ladder = self.report.rules.ladder
        named = key.isdecimal() and 0 < int(key) <= len(ladder)
        return f"Stage {key}: {ladder[int(key) - 1].name}" if named else f"Stage {key}"

    def bank(self, bank: str) -> str:
        """A bank by its title."""
        lines = (line for team in self.report.teams for line in team.learning.lines)
        return next((line.bank_title for line in lines if line.bank == bank), bank)

    def person(self, id_: str) -> str:
        """A person by their name."""
        return self.report.names.get(id_, "somebody")


def heading(measure: Measure) -> str:
    """A measure as a heading."""
    return measure.words.capitalize()


def short(measure: Measure) -> str:
    """A measure over a narrow column."""
    return SHORT.get(measure, heading(measure))


def is_days(measure: Measure) -> bool:
    """Whether it is a number of days, and not of actions or people."""
    return measure is Measure.DAYS_TO_DONE


def is_nought(measure: Measure) -> bool:
    """Whether a cell of the whole that is not there is 0: of days there is then no number."""
    return not is_days(measure)


def title(report: LogReport) -> str:
    """What the report is of."""
    names = [team.figures.team for team in report.teams]
    several = len(names) > _LONGEST_TITLE
    return f"What the learning has changed: {f'{len(names)} teams' if several else ' and '.join(names) or 'no team'}"


def period(report: LogReport) -> str:
    """From when to when."""
    return f"{said(report.since)} to {said(report.until)}"


def month_words(day: date) -> str:
    """The month of a day, short: `Nov 2026`."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def named(line: FindingLine) -> str:
    """The review that a finding comes from, as somebody reads it who does not see its bank."""
    return review_named(line.review, line.bank_title)


def counted(number: int, one: str) -> str:
    """A number of things in words."""
    return f"{number} {one}{'' if number == 1 else 's'}"


def facts(report: LogReport) -> tuple[tuple[str, str], ...]:
    """What a reader must know to place the numbers."""
    frozen = {team.figures.team: team.figures.week for team in report.teams}
    weeks = [
        f"{team}: week of {said(week)}" if week else f"{team}: none yet" for team, week in frozen.items()
    ]
    return (
        ("Period", period(report)),
        ("As at", f"the end of {said(report.as_at)}"),
        ("Figures last frozen", "; ".join(weeks) or NONE),
        ("Shown from", f"{report.people} people behind a number"),
        ("Rounding", f"counts over everything agreed to the nearest {NEAREST}" if report.rounded else NONE),
        ("Handling", label_words(report.handling)),
        ("Made", f"{said(report.made)}, by {report.made_by}"),
    )


def rules_of_showing(report: LogReport) -> Iterator[str]:
    """Which numbers are shown, and how."""
    yield (
        "Listed actions are those that a practitioner and their supervisor placed on the team's log. Each of them can "
        "be seen, so that their counts are exact."
    )
    yield (
        "Figures over everything agreed also count actions that are not listed. They are frozen once a week, and a "
        f"number is “{NOT_SHOWN}” where {why_not_shown(report.people)}; "
        f"{how_long_a_nought_stays(report.people)}. Nothing is shown of a team before one number rests on as many."
    )
    yield (
        f"A number that is shown stays as it is until the part of at least {report.people} people in it has changed. "
        "So numbers of different rows need not be of the same week, and parts need not add up to their whole. "
        f"{OF_WEEK} A percentage is given only of two numbers of the same week."
    )
    for team in report.teams:
        if (lowered := team.figures.lowered) is not None and lowered.before > report.people:
            yield (
                f"{team.figures.team}: since the week of {said(lowered.week)} {lowered.people} people are enough; "
                f"before it took {lowered.before}."
            )
    if report.rounded:
        yield (
            f"Counts over everything agreed are rounded to the nearest {NEAREST}: a total is not the sum of what "
            "stands beside it. Percentages are of unrounded figures. Counts of listed actions and of one-to-ones are "
            "exact, and days are not rounded."
        )
    else:
        yield "No count is rounded. Percentages are given to the nearest whole."
    yield (
        "Who reflected is counted only of those who chose to be counted. What they wrote is not in here, and nobody "
        "who made this report has seen it."
    )


def meanings(report: LogReport) -> tuple[tuple[str, str], ...]:
    """What each word means."""
    rules = report.rules
    return (
        ("Agreed", "two people, or a team, agreed to do it"),
        ("Open", "agreed, and still to be done"),
        ("Due soon", f"open, and due within {rules.due_soon_days} days"),
        ("Overdue", "open, and its day has passed"),
        ("Stuck", f"open, and blocked or without any word for more than {rules.quiet_days} days"),
        ("Awaiting confirmation, or done", "its owner says that it is done; nobody has confirmed it yet"),
        ("Confirmed", "somebody else saw evidence that it was done"),
        ("Embedded", "looked at again later, it had lasted"),
        ("Ended otherwise", "not achieved, or withdrawn, with the reason"),
        ("Carried", "put off at least once, with the reason"),
        ("Escalated", "taken up the ladder to somebody who can decide it"),
        ("With impact", "it says what difference it made"),
        ("Median days to done", "half of what was done took no longer from the day on which it was agreed"),
        ("Good practice", "a strength to keep or to share; counted in none of the others"),
        ("Reflected", "people who reflected on a briefing and chose to be counted"),
        (
            "One-to-ones due",
            "one for each interval that two people agreed on, from the day on which it holds",
        ),
        (
            "People without an agreement",
            "nothing is due from them: none that both have signed says how often",
        ),
    )
