"""Whether the sums that figures are read from are what the marks add up to, and the marks what the actions say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reflect.domain.people import CircleKind
from reflect.services.overseeing.marking import stored_as
from reflect.storage.figures import StoredMark, Sum, moves_of, sums_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reflect.domain.actions.action import Action
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.record import ActionRecord
    from reflect.storage.figures import Figures


def examine_figures(record: ActionRecord) -> tuple[str, ...]:
    """What is wrong, a line each, without a word and without a number of anybody: the sums of all teams, and the marks
    of the actions that this person can open."""
    with record.reading() as book:
        figures = book.transaction.figures
        return (*_faults_of_sums(figures), *_faults_of_marks(book))


def _faults_of_sums(figures: Figures) -> Iterator[str]:
    amounts: Counter[Sum] = Counter()
    moves: dict[tuple[str, str], date] = {}
    for stored in figures.every_mark():
        amounts.update(sums_of(stored))
        for which, day in moves_of([stored]).items():
            moves[which] = max(day, moves.get(which, day))
    kept = dict(figures.every_sum())
    names = figures.team_names()
    wrong = {which[0] for which in amounts.keys() | kept.keys() if amounts[which] != kept.get(which, 0)}
    for team in sorted(wrong):
        yield f"the figures of the team {names.get(team, team)} are not what its actions add up to"
    moved = figures.every_move()
    # An action may have moved last on a later day than it says now, where a clock was set back since.
    late = {team for (team, finding), day in moves.items() if moved.get((team, finding), day.min) < day}
    for team in sorted(late):
        yield f"the days on which findings of the team {names.get(team, team)} last moved are not those of its actions"


def _faults_of_marks(book: ActionBook) -> Iterator[str]:
    figures, me = book.transaction.figures, book.places.person
    for place, kept in sorted(book.shared(), key=lambda placed: placed[1].action.id):
        action = kept.action
        if place.kind is CircleKind.MINE or not (place.takes_words or action.owner == me):
            continue
        found, should_be = figures.mark(action.id), stored_as(book.transaction, action, place)
        if found is None and should_be is not None:
            yield f"the action {action.id} is not in the figures of its team"
        elif found is not None and should_be is None:
            yield f"the figures count the action {action.id}, which was not agreed"
        elif found is not None and should_be is not None and not _agree(found, should_be, action):
            yield f"the figures do not know the action {action.id} as it is"


def _agree(found: StoredMark, should_be: StoredMark, action: Action) -> bool:
    """In which team an unlisted action is counted depends on when it was last written to; so does whether the day of an
    answer that is waited for is known of it, or that on which it is due."""
    teams = found.team == should_be.team or not should_be.listed
    days = found.next_day == should_be.next_day or (action.awaits_answer and found.next_day == action.due)
    facts = (found.mark, found.circle, found.listed)
    return teams and days and facts == (should_be.mark, should_be.circle, should_be.listed)
