"""How a question that comes back is spoken of, and what somebody may wish for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.returning import PUT_OFF_DAYS, RHYTHM, Outlook

if TYPE_CHECKING:
    from reflect.services.practice import Practice

NOT_NOW, STOP, NONE_RETURN, ALL_RETURN = "not-now", "stop", "none-return", "all-return"


def day_said(day: date, today: date) -> str:
    """A day as people say it: `12 March`, with its year if that is another one."""
    return f"{day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def outlook_words(outlook: Outlook, today: date) -> str:
    """Whether and when a question may come back, in a sentence."""
    if not outlook.is_asked:
        return "Its bank asks it no more, so it does not come back."
    if not outlook.all_return:
        return "No questions come back, as you chose."
    if outlook.wish.stopped:
        return "It does not come back by itself, as you chose."
    if outlook.day is None:
        return ""
    if outlook.day <= today:
        return "It may come back now."
    return f"It may come back from {day_said(outlook.day, today)}."


def wishes(outlook: Outlook, *, of_one: bool = True) -> tuple[tuple[str, str], ...]:
    """What can be wished, each with a name: for all questions, and first for one with `of_one`."""
    offered: list[tuple[str, str]] = []
    if of_one:
        now = outlook.wish
        for days in RHYTHM:
            chosen = " (as it is now)" if now.every_days == days and not now.stopped else ""
            offered.append((str(days), f"Another time: after {days} days{chosen}"))
        offered.append((NOT_NOW, f"Not now: stay away for {PUT_OFF_DAYS} days"))
        chosen = " (as it is now)" if now.stopped else ""
        offered.append((STOP, f"Stop: this question does not come back{chosen}"))
    if outlook.all_return:
        offered.append((NONE_RETURN, "Let no questions come back at all"))
    else:
        offered.append((ALL_RETURN, "Let questions come back"))
    return tuple(offered)


def fulfil(wish: str, bank: str, question: str) -> Callable[[Practice], str]:
    """Does what was wished, and says so."""

    def act(practice: Practice) -> str:
        returning = practice.coming_back
        if wish == NONE_RETURN:
            returning.let_questions_return(False)
            return "No questions come back now."
        if wish == ALL_RETURN:
            returning.let_questions_return(True)
            return "Questions may come back now."
        if wish == STOP:
            returning.stop(bank, question)
            return "This question does not come back by itself now."
        if wish == NOT_NOW:
            returning.put_off(bank, question)
            return f"It stays away for {PUT_OFF_DAYS} days."
        returning.choose_rhythm(bank, question, int(wish))
        return f"It comes back after {wish} days."

    return act
