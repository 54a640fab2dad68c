"""How the log of a team and what became of a finding read, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from textual.content import Content

from reflect.domain.actions.action import Action
from reflect.domain.actions.groups import Group
from reflect.domain.actions.rag import key_words
from reflect.domain.actions.rules import Rules
from reflect.domain.banks import review_named
from reflect.domain.dates import said, said_short
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogOrder, LogWanted
from reflect.domain.figures.saying import (
    NONE_YET,
    NOT_FROZEN,
    NOT_SHOWN,
    WHY_STUBBORN,
    when_they_begin,
    why_not_shown,
)
from reflect.domain.figures.team_figures import FindingLine, LearningView, ListedCounts
from reflect.domain.themes import Vocabulary
from reflect.tui.acting.letter import why_letter
from reflect.tui.acting.words import letter_words
from reflect.tui.log.drawn import wrapped
from reflect.tui.words import counted, lines, plain

GROUPED = {
    LogBy.DAY: "By what comes next",
    LogBy.RAG: "By letter",
    LogBy.STATUS: "By status",
    LogBy.THEME: "By theme (an action can stand under several)",
    LogBy.LEVEL: "By level: who has to change something",
    LogBy.REVIEW: "By review (an action can stand under several)",
    LogBy.OWNER: "By owner",
}
ORDERED = {
    LogOrder.DAY: "the soonest day first",
    LogOrder.UPDATED: "the latest change first",
    LogOrder.LEFT_ALONE: "what was left alone longest first",
}
NOTHING_LISTED = (
    "Nothing is on this log yet. An action comes here once practitioner and supervisor place it here together: on the "
    "page of an agreed action, “Who sees it”."
)
NONE_LIKE_THIS = "No listed action is like that."
NOTHING_LEFT = "nothing left to do"
_FEW_THEMES = 3
_COME_BACK = "half of the reviews found them, in different years, and they are agreed on year after year"
_NAMED = ("agreed", "done", "confirmed", "embedded", "escalated", "stuck")
_REFLECTED, _ON_BRIEFING = "reflected", "reflected on the briefing"
_INDENT, _MOST_LINES = "  ", 2


def teams_words(names: Sequence[str]) -> str:
    """Several teams in a breath: `North`, `North and South`, `4 teams`."""
    return " and ".join(names) if len(names) <= 2 else counted(len(names), "team")


# The log


def order_words(log: ListedLog) -> str:
    """How it is told apart, and what comes first: `By level: who has to change something, the soonest day first`."""
    return f"{GROUPED[log.by]}, {ORDERED[log.order]}"


def log_counts(log: ListedLog) -> Content:
    """How many there are, how many have each letter, and how many re-checks have come, where that is a group."""
    told = [f"{letter.words} {count}" for letter, count in log.letters]
    if kept := log.count - sum(count for _, count in log.letters):
        told.append(f"good practice {kept}")
    due = next((len(group.ids) for group in log.groups if group.key == Group.RECHECK.value), 0)
    rechecks = f". Re-check due: {due}" if due else ""
    return Content(f"{log.count} listed: {' · '.join(told)}{rechecks}")


def as_at_words(day: date) -> str:
    """That it stood so on another day."""
    return f"As at {said(day)}, as it stood then: not to be changed."


def why_words(action: Action, day: date, rules: Rules) -> Content:
    """The letter of an action and the rule that gave it."""
    return Content(f"{letter_words(action, day, rules)}: {why_letter(action, day, rules)}")


def key_in_words(rules: Rules) -> Content:
    """What each letter means with the numbers of the workplace."""
    return lines(
        *(Content.assemble((letter.words, "bold"), f": {words}") for letter, words in key_words(rules))
    )


def wanted_words(wanted: LogWanted, vocabulary: Vocabulary, names: Mapping[str, str]) -> Content:
    """What is asked for, such as `R red · theme: Fathers and partners`."""
    told: list[Content] = []
    if wanted.search:
        told.append(Content.assemble("words: ", plain(wanted.search)))
    if wanted.overdue:
        told.append(Content("overdue"))
    if wanted.due_before is not None:
        told.append(Content(f"due before {said_short(wanted.due_before)}"))
    if wanted.since is not None or wanted.until is not None:
        ends = (("from", wanted.since), ("until", wanted.until))
        told.append(Content(" ".join(["agreed", *(f"{end} {said_short(day)}" for end, day in ends if day)])))
    if wanted.rag is not None:
        told.append(Content(wanted.rag.words))
    if wanted.status is not None:
        told.append(Content(f"status: {wanted.status.words}"))
    if wanted.theme is not None:
        told.append(Content.assemble("theme: ", plain(vocabulary.label(wanted.theme))))
    if wanted.level is not None:
        told.append(Content(f"level: {wanted.level.value}"))
    if wanted.owner is not None:
        told.append(Content.assemble("owner: ", plain(names.get(wanted.owner, "somebody who has left"))))
    return Content(" · ").join(told)


# Findings


def became_words(line: FindingLine, view: LearningView) -> str:
    """What became of a finding, over everything agreed: `12 reflected on the briefing · 7 agreed · not shown:
    stuck`. Parts of a number that is not shown are not told apart, and one that the log has outrun is not said."""
    if not view.frozen:
        return NONE_YET
    weeks = view.weeks([line])

    def told(words: str, name: str) -> str:
        return words + weeks.behind(line.week_of(name))

    numbers = {name: getattr(line, name) for name in _NAMED}
    late = line.not_frozen if line.agreed is not None else ()
    parts, hidden = [], []
    if line.reflected is None:
        hidden.append(_ON_BRIEFING)
    else:
        parts.append(told(f"{line.reflected or 'nobody'} {_ON_BRIEFING}", _REFLECTED))
    if line.agreed is None:
        hidden.append("agreed")
    elif not line.agreed and not late:
        parts.append("none agreed")
    else:
        parts += [
            told(f"{value} {name}", name) for name, value in numbers.items() if value and name not in late
        ]
        hidden += [name for name, value in numbers.items() if value is None]
    if hidden:
        parts.append(f"{NOT_SHOWN}: {', '.join(hidden)}")
    if late:
        parts.append(f"{NOT_FROZEN}: {', '.join(late)}")
    return " · ".join(parts) + weeks.in_title


def listed_words(listed: ListedCounts) -> str:
    """The exact counts of what is listed: `3 agreed · 1 embedded`."""
    told = [f"{number} {name}" for name in _NAMED if (number := getattr(listed, name))]
    return " · ".join(told) or "nothing yet"


def moved_words(line: FindingLine) -> str:
    """When something of it last moved, or that nothing is left to do; for who does not see the log, nothing where
    nothing is known."""
    if line.nothing_left:
        return NOTHING_LEFT
    if line.last_moved is not None:
        return f"last moved {said_short(line.last_moved)}"
    return "not moved yet" if line.listed is not None else ""


def finding_row(line: FindingLine, view: LearningView, width: int) -> Content:
    """A finding in a few lines of this width: its words, what became of it, and where it comes from."""
    last = [
        review_named(line.review, line.bank_title),
        moved_words(line),
        line.rechecks_words,
        "stubborn" if line.stubborn else "",
    ]
    became = wrapped(Content(became_words(line, view)), width - len(_INDENT))
    told = [
        plain(" ".join(line.text.split()), "bold"),
        *(Content.assemble(_INDENT, part) for part in became[:_MOST_LINES]),
    ]
    if line.listed is not None:
        told.append(Content(f"  On the log: {listed_words(line.listed)}"))
    told.append(Content.assemble("  ", plain(" · ".join(part for part in last if part))))
    return Content("\n").join(told)


def stubborn_words(themes: Sequence[str], label: Callable[[str], str]) -> str:
    """Which themes come back; of many, how many there are and those that do so in most years."""
    if not themes:
        return ""
    named = ", ".join(map(label, themes[:_FEW_THEMES]))
    if len(themes) > _FEW_THEMES:
        return f"{len(themes)} themes are stubborn: {_COME_BACK}. In most years: {named}."
    return f"Stubborn, since {_COME_BACK}: {named}."


def finding_words(line: FindingLine, view: LearningView, label: Callable[[str], str]) -> Content:
    """All that is known of a finding: its text, where it stands, its themes, and its numbers."""
    stubborn = view.stubborn_of(line)
    themes = ", ".join(
        f"{label(theme)} (stubborn: {view.years_of(theme)})" if theme in stubborn else label(theme)
        for theme in line.themes
    )
    parts = [
        ("From", _from_words(line)),
        ("Themes", themes),
        ("Stubborn", WHY_STUBBORN if stubborn else ""),
        ("Over everything agreed", became_words(line, view)),
        ("On the log", listed_words(line.listed) if line.listed is not None else ""),
        ("Moved", _all_moved_words(line) if line.listed is not None else ""),
    ]
    told = [
        Content.assemble(Content.styled(f"{name}: ", "bold"), plain(words)) for name, words in parts if words
    ]
    return lines(plain(line.text, "bold"), *told)


def _all_moved_words(line: FindingLine) -> str:
    day = said_short(line.last_moved) if line.last_moved else "not moved yet"
    return ", ".join(
        part for part in (day, line.rechecks_words, NOTHING_LEFT if line.nothing_left else "") if part
    )


def _from_words(line: FindingLine) -> str:
    named = review_named(line.review, line.bank_title)
    return named if named != line.review else " in ".join(dict.fromkeys((line.review, line.bank_title)))


def listed_row(row: Content, action: Action, *, roomy: str = "        ") -> Content:
    """An action of a finding, with the difference that it made below it."""
    impact = " ".join(action.impact.split())
    below = plain(
        f"Impact: {impact}" if impact else "No impact is said yet.", "" if impact else "$text-muted"
    )
    return Content("\n").join([row, Content.assemble(roomy, below)])


def rule_words(view: LearningView, *, leads: bool) -> str:
    """Under which rule numbers over everything agreed are shown; for the lead also why those of the log can differ."""
    told = (
        f"Over everything agreed a number is frozen weekly, and not shown where {why_not_shown(view.people)}; "
        f"“none” stays until {view.people} do."
        if view.frozen
        else f"{NONE_YET} {when_they_begin(view.people)}"
    )
    if view.has_earlier:
        told = f"{told} A day is the Monday of the week from which a number is."
    if not leads:
        return told
    more = any(line.not_frozen for line in view.lines if line.agreed is not None)
    return f"{told} The log is exact{f': “{NOT_FROZEN}” stands where it has more' if more else ' each day'}."
