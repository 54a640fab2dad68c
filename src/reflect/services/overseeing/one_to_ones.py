"""How many one-to-ones of a team's people were due, held, cancelled and planned, as it stood at the end of a day: read
from what stands in clear, with no key."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from reflect.domain.dates import day_of
from reflect.domain.figures.team_figures import OneToOneCounts
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.domain.supervision.rhythm import Rhythm, due_days
from reflect.errors import DamagedFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from reflect.domain.links import Link, Team
    from reflect.storage.store import Transaction


def counted(transaction: Transaction, team: Team, *, since: date, until: date, as_at: date) -> OneToOneCounts:
    """Of whoever was in the team at the end of the day `as_at`, by all their links as supervisees: planned for a day
    from `since` to `until`, and due on one of them, as far as it had come. Raises DamagedFile."""
    people = {stay.person for stay in transaction.teams.stays(team.id) if stay.goes_on_after(as_at)}
    links = [link.as_at(as_at) for link in transaction.links.of_supervisees(people)]
    circles = {link.circle for link in links if link.circle is not None}
    agreed = _agreed(transaction, circles, as_at)
    stood = transaction.one_to_one_days.stood(circles, since, until, as_at)
    supervised = {link.supervisee for link in links if link.is_current(as_at)}
    return OneToOneCounts(
        planned=sum(stood.values()),
        held=stood.get(MeetingStatus.HELD, 0),
        cancelled=stood.get(MeetingStatus.CANCELLED, 0),
        due=sum(
            len(due_days(agreed.get(link.circle, ()), since, min(until, link.last_day or as_at, as_at)))
            for link in links
        ),
        without_agreement=len(supervised - _with_agreement(links, agreed.keys(), as_at)),
        without_supervisor=len(people - supervised),
    )


def _agreed(
    transaction: Transaction, circles: Collection[str], as_at: date
) -> dict[str | None, list[Rhythm]]:
    """By the circle of a pair what both had signed by the end of a day, as far as it is known how often it says."""
    found: dict[str | None, list[Rhythm]] = defaultdict(list)
    for one in transaction.one_to_one_days.agreements(circles):
        if one.rhythm is not None and day_of(one.signed) <= as_at:
            found[one.circle].append(_rhythm(one.start, one.rhythm))
    return found


# Most agreements say the same, and each is read at every reading of figures.
@lru_cache(maxsize=5_000)
def _rhythm(start: date, written: str) -> Rhythm:
    try:
        return Rhythm.read(start, written)
    except ValueError:
        raise DamagedFile(
            "An agreement does not say how often a one-to-one is due: it was changed from outside.",
            "Nothing of it was counted. Tell whoever looks after the workspace.",
        ) from None


def _with_agreement(links: Iterable[Link], agreed: Collection[str | None], day: date) -> set[str]:
    """Who is supervised by a link that held on a day, with an agreement."""
    return {link.supervisee for link in links if link.is_current(day) and link.circle in agreed}
