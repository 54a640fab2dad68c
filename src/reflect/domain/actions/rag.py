"""The letter of an action: computed, never set, and shown as a letter and a word, not by colour alone."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.rules import RED_AFTER_CARRIES, USUAL, Rules
from reflect.domain.dates import half_way


class Rag(StrEnum):
    """Blue lasted, green on the way, amber needs a look, red is stuck, grey is not (or no longer) agreed."""

    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"

    @property
    def letter(self) -> str:
        """One letter for a narrow column; grey is a dash, since G is green."""
        return "-" if self is Rag.GREY else self.value[0].upper()

    @property
    def words(self) -> str:
        """The letter with its word: `R red`."""
        return f"{self.letter} {self.value}"


def rag(action: Action, today: date, rules: Rules = USUAL) -> Rag | None:
    """The letter of `action` on the day `today`; None for good practice, which has none."""
    return letter_of(
        action.status,
        keep=action.keep,
        due=action.due,
        agreed=action.agreed,
        done=action.done,
        updated_on=action.updated_on,
        carried=action.carried,
        today=today,
        rules=rules,
    )


def letter_of(
    status: Status,
    *,
    keep: bool,
    due: date | None,
    agreed: date | None,
    done: date | None,
    updated_on: date,
    carried: int,
    today: date,
    rules: Rules = USUAL,
) -> Rag | None:
    """The letter from no more than it takes. First match wins: grey, blue, green if confirmed, red, amber, green."""
    if keep:
        return None
    if status in (Status.PROPOSED, Status.WITHDRAWN, Status.NOT_ACHIEVED):
        return Rag.GREY
    if status is Status.EMBEDDED:
        return Rag.BLUE
    if status is Status.CONFIRMED:
        return Rag.GREEN
    if carried >= RED_AFTER_CARRIES:
        return Rag.RED
    if status is Status.DONE:
        waited = (today - done).days if done else 0
        return Rag.AMBER if waited > rules.unconfirmed_days or carried else Rag.GREEN
    late_start = status is Status.AGREED and agreed and due and today > half_time(agreed, due)
    overdue = due is not None and due < today
    if overdue or status is Status.BLOCKED or late_start:
        return Rag.RED
    near = due is not None and (due - today).days < rules.due_soon_days
    quiet = (today - updated_on).days > rules.quiet_days
    return Rag.AMBER if near or quiet or carried else Rag.GREEN


def half_time(agreed: date, due: date) -> date:
    """The day in the middle between agreeing and being due, the earlier one of two."""
    return half_way(agreed, max(agreed, due))


def key_words(rules: Rules = USUAL) -> tuple[tuple[Rag, str], ...]:
    """What each letter means with these numbers, to be printed wherever letters are."""
    return (
        (Rag.BLUE, "embedded: a re-check found that it lasted"),
        (
            Rag.GREEN,
            f"confirmed, done for up to {rules.unconfirmed_days} days, or on the way with {rules.due_soon_days} days "
            f"or more left and an update in the last {rules.quiet_days}",
        ),
        (
            Rag.AMBER,
            f"due in less than {rules.due_soon_days} days, no update for more than {rules.quiet_days}, carried forward "
            f"once, or done and not confirmed for more than {rules.unconfirmed_days}",
        ),
        (Rag.RED, "overdue, not started by half-time, carried forward twice or more, or blocked"),
        (Rag.GREY, "proposed, withdrawn or not achieved"),
    )
