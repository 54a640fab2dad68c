"""The lines of Today: what was left off, what may come back, and the banks."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from reflect.domain.banks import Bank
from reflect.domain.reflection import Reflection
from reflect.domain.returning import Seen
from reflect.tui.labels import day_words, handling_words
from reflect.tui.returning_words import day_said
from reflect.tui.words import columns, counted, plain


def heading(words: str) -> Option:
    """The title of a part of the list; without words, the line below it."""
    return Option(Content.styled(words, "bold $primary"), disabled=True)


def sitting_row(sitting: Reflection, width: int, today: date) -> Option:
    """An unfinished sitting: where it was left, and when."""
    total = len(sitting.questions)
    at = "at the end" if sitting.at_end else f"question {sitting.position + 1} of {total}"
    return Option(
        columns(width, plain(sitting.bank_title), (at, 20), (day_words(sitting.updated, today), 18)),
        id=f"sitting:{sitting.id}",
    )


def returning_row(seen: Seen, wording: str, width: int, today: date) -> Option:
    """A question that may come back, and when it was last answered."""
    answered = f"last answered {day_said(seen.last, today)}"
    return Option(
        columns(width, plain(wording), (answered, len(answered) + 1)),
        id=f"question:{seen.bank}/{seen.question}",
    )


def bank_row(bank: Bank, width: int) -> Option:
    """A bank, how many questions it has, and its label."""
    return Option(
        columns(
            width,
            plain(bank.title),
            (counted(len(bank.questions), "question"), 15),
            (handling_words(bank.handling), 19),
        ),
        id=f"bank:{bank.id}",
    )
