"""Why an action has its letter: the rule that matched first, with its own days and numbers."""

from __future__ import annotations

from datetime import date

from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.rag import Rag, half_time, rag
from reflect.domain.actions.rules import RED_AFTER_CARRIES, Rules
from reflect.domain.dates import said
from reflect.tui.acting.words import carried_words
from reflect.tui.words import counted


def why_letter(action: Action, today: date, rules: Rules) -> str:
    """One sentence, or several where several rules hold."""
    letter = rag(action, today, rules)
    if letter is None:
        return "Good practice has no letter: it is kept, not chased."
    if letter is Rag.GREY:
        return f"It is {action.status.words}."
    if letter is Rag.BLUE:
        return "A re-check found that it lasted."
    if letter is Rag.RED:
        return " ".join(_red(action, today))
    if letter is Rag.AMBER:
        return " ".join(_amber(action, today, rules))
    return _green(action, today, rules)


def _red(action: Action, today: date) -> list[str]:
    reasons = []
    if action.is_overdue(today) and action.due:
        reasons.append(f"It was due {counted((today - action.due).days, 'day')} ago.")
    if action.status is Status.BLOCKED:
        reasons.append("Something is in the way.")
    if action.carried >= RED_AFTER_CARRIES:
        reasons.append(f"It was {carried_words(action.carried)}.")
    if action.status is Status.AGREED and action.agreed and action.due:
        half = half_time(action.agreed, action.due)
        if half < today <= action.due:
            reasons.append(f"It was not started by half-time, {said(half)}.")
    return reasons


def _amber(action: Action, today: date, rules: Rules) -> list[str]:
    reasons = []
    waited = (today - action.done).days if action.done else 0
    if waited > rules.unconfirmed_days:
        reasons.append(f"It was done {counted(waited, 'day')} ago and is not confirmed yet.")
    if action.is_open and action.due is not None and (action.due - today).days < rules.due_soon_days:
        left = (action.due - today).days
        reasons.append(f"It is due in {counted(left, 'day')}." if left else "It is due today.")
    quiet = (today - action.updated_on).days
    if action.is_open and quiet > rules.quiet_days:
        reasons.append(f"Nothing was said of it for {counted(quiet, 'day')}.")
    if action.carried:
        reasons.append(f"It was {carried_words(action.carried)}.")
    return reasons


def _green(action: Action, today: date, rules: Rules) -> str:
    if action.status is Status.CONFIRMED:
        return "It is confirmed."
    if action.status is Status.DONE:
        return f"It was done in the last {rules.unconfirmed_days} days."
    left = f"{counted((action.due - today).days, 'day')} left" if action.due else "no day by which it is due"
    return f"It is on its way, with {left} and an update in the last {rules.quiet_days} days."
