"""How a link ends: by an administrator, on its last day, or because one of the two has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.people import CircleKind, Standing
from reflect.domain.telling import Notice, NoticeKind
from reflect.services.drawer import new_id
from reflect.services.links.pair_circles import ACTIONS

if TYPE_CHECKING:
    from datetime import date, datetime

    from reflect.clock import Clock
    from reflect.domain.links import Link, Team
    from reflect.storage.store import Store, Transaction


def settle(store: Store, clock: Clock) -> None:
    """Writes down what is over: links past their last day or of somebody who has left, and the teams' places of
    those who have left. Raises NotSaved."""
    today = clock.today()
    with store.reading() as transaction:
        anything = _over(transaction, today) or _left_teams(transaction)
    if not anything:
        return
    now = clock.now()
    with store.writing() as transaction:
        for link, kind in _over(transaction, today):
            end(transaction, link, kind, at=now)
        for team, person_id in _left_teams(transaction):
            transaction.teams.dismiss(team.id, person_id, now)
            tell(transaction, team.lead, NoticeKind.TEAM_LEFT, at=now, team=team.id, about=person_id)


def end(transaction: Transaction, link: Link, kind: NoticeKind, *, at: datetime, by: str = "") -> None:
    """The link is over: its circles take no new words, and what was the supervisor's way into what was shared is taken
    away. Their actions, and those of theirs on the log of a team, can be read as they stood. Both are told, but for
    who did it."""
    transaction.links.end(link.id, at)
    if link.circle is not None:
        transaction.circles.close(link.circle, at)
        transaction.circles.dismiss(link.circle, link.supervisor)
    if (actions := transaction.links.circle_for(link.id, ACTIONS)) is not None:
        transaction.circles.close(actions[0], at)
    transaction.circles.close_between(CircleKind.TEAM, link.supervisor, link.supervisee, at)
    for person_id in (link.supervisee, link.supervisor):
        if person_id != by:
            tell(transaction, person_id, kind, at=at, link=link.id)


def tell(
    transaction: Transaction,
    person_id: str,
    kind: NoticeKind,
    *,
    at: datetime,
    link: str | None = None,
    team: str | None = None,
    about: str | None = None,
) -> None:
    """Leaves word for somebody, unless they have left themself."""
    holder = transaction.people.one(person_id)
    if holder is not None and holder.person.standing is not Standing.INACTIVE:
        transaction.notices.add(Notice(new_id(), person_id, at, kind, link=link, team=team, about=about))


def tell_once(transaction: Transaction, person_id: str, kind: NoticeKind, *, at: datetime, link: str) -> None:
    """Leaves word about a link, unless the same word waits for them already: however often it happens before they have
    been told."""
    waiting = transaction.notices.waiting_for(person_id)
    if not any((one.kind, one.link) == (kind, link) for one in waiting):
        tell(transaction, person_id, kind, at=at, link=link)


def _over(transaction: Transaction, today: date) -> list[tuple[Link, NoticeKind]]:
    links = transaction.links.not_ended()
    if not links:
        return []
    gone = _gone(transaction)
    return [
        (link, NoticeKind.LINK_LEFT if left else NoticeKind.LINK_OVER)
        for link in links
        if (left := link.supervisor in gone or link.supervisee in gone) or link.is_over(today)
    ]


def _left_teams(transaction: Transaction) -> list[tuple[Team, str]]:
    teams = transaction.teams.all()
    if not teams:
        return []
    gone = _gone(transaction)
    return [(team, person_id) for team in teams for person_id in team.members if person_id in gone]


def _gone(transaction: Transaction) -> set[str]:
    return {
        holder.person.id for holder in transaction.people.all() if holder.person.standing is Standing.INACTIVE
    }
