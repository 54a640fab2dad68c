"""`reflect log actions`: the listed actions of the teams that one leads, in groups and exactly counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from reflect.cli.actions.lines import card_line, key_lines
from reflect.cli.actions.listing import SOMEBODY
from reflect.cli.actions.options import (
    AsAt,
    AsJson,
    Asked,
    DueBefore,
    Limit,
    OfLevel,
    OfRag,
    OfStatus,
    OfTheme,
    Overdue,
    Search,
    meant,
)
from reflect.cli.choosing import known_finding
from reflect.cli.door import door_of
from reflect.cli.echo import echo_json, echo_lines, in_columns, tell
from reflect.cli.log.options import From, OfTeam, Period, To, period_meant
from reflect.cli.paging import page_of
from reflect.domain.actions.rag import rag as letter_on
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogOrder, LogWanted
from reflect.errors import NotFound

if TYPE_CHECKING:
    from datetime import date

    from reflect.domain.actions.action import Action
    from reflect.domain.actions.rag import Rag
    from reflect.domain.actions.rules import Rules
    from reflect.domain.actions.wanted import Wanted
    from reflect.services.practice import Practice

_AT_ONCE = 200


def actions(
    context: typer.Context,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="BY",
            help=f"In groups by {', '.join(one.value for one in LogBy)}; by day if not said.",
        ),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="SORT",
            help="In each group the soonest day first (day), the latest change (updated), or what was left alone "
            "longest (left-alone); by day if not said.",
        ),
    ] = None,
    overdue: Overdue = False,
    due_before: DueBefore = None,
    theme: OfTheme = None,
    status: OfStatus = None,
    rag: OfRag = None,
    level: OfLevel = None,
    finding: Annotated[
        str | None,
        typer.Option("--finding", metavar="BANK/FINDING", help="Only what came from this finding."),
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="NAME", help="Only those of this person.")
    ] = None,
    search: Search = None,
    team: OfTeam = None,
    since: From = None,
    until: To = None,
    as_at: AsAt = None,
    limit: Limit = None,
    json: AsJson = False,
) -> None:
    """List the actions on the log of your team.

    For who leads it. Each line has the letter, the day on which something is expected (or on which it was done or
    ended), whose it is, what is to be done, and the beginning of the id. With a period, only what was agreed in it.
    """
    door = door_of(context)
    asked = Asked(overdue, due_before, theme, status, rag, level, False, False, False, search, as_at, limit)
    period = period_meant(door, since, until, None)
    chosen, told_apart = asked.check(door), meant(LogBy, by, "--by") or LogBy.DAY
    order = meant(LogOrder, sort, "--sort") or LogOrder.DAY
    with door.signed_in() as practice:
        log = practice.overseeing.log(
            team,
            by=told_apart,
            order=order,
            wanted=_wanted(practice, asked, chosen, period, finding, owner),
            as_at=chosen.as_at,
        )
        if finding is not None and not log.count:
            known_finding(finding.strip(), practice.banks)
        if json:
            echo_json(_as_json(practice, log, limit))
            return
        letters: set[Rag | None] = set()
        echo_lines(_lines(practice, log, limit, letters), page_of(door))
        rules = practice.rules.on(log.as_at)
    _tell_after(log, limit)
    for line in key_lines(letters, rules):
        tell(line)


def _wanted(
    practice: Practice, asked: Asked, chosen: Wanted, period: Period, finding: str | None, owner: str | None
) -> LogWanted:
    return LogWanted(
        overdue=chosen.overdue,
        rag=chosen.rag,
        status=chosen.status,
        theme=asked.theme_meant(lambda: practice.banks.vocabulary),
        level=chosen.level,
        finding=None if finding is None else finding.strip(),
        owner=None if owner is None else _person(practice, owner),
        due_before=chosen.due_before,
        since=period.since,
        until=period.until,
        search=asked.words(),
    )


def _person(practice: Practice, name: str) -> str:
    wanted = " ".join(name.casefold().split())
    for id_, known in practice.overseeing.names().items():
        if known.casefold() == wanted:
            return id_
    raise NotFound("Nobody of this name is in the workspace.", "`reflect person list` shows who is.")


def _lines(practice: Practice, log: ListedLog, limit: int | None, letters: set[Rag | None]) -> Iterator[str]:
    """Each group with its count, and its actions opened as they come to be shown."""
    names, rules = practice.overseeing.owners(log), practice.rules.on(log.as_at)
    left = limit
    for group in log.groups:
        if left == 0:
            return
        if group is not log.groups[0]:
            yield ""
        yield from in_columns(f"{group.words} ({len(group.ids)})")
        for action in islice(_opened(practice, log, group.ids), left):
            left = None if left is None else left - 1
            letters.add(letter_on(action, log.as_at, rules))
            yield _line(action, names, log.as_at, rules)


def _opened(practice: Practice, log: ListedLog, ids: Sequence[str]) -> Iterator[Action]:
    for part in _parts(ids):
        yield from practice.overseeing.shown(log, part)


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _line(action: Action, names: Mapping[str, str], day: date, rules: Rules) -> str:
    return card_line(action, day, rules, owner=names.get(action.owner, SOMEBODY))


def _as_json(practice: Practice, log: ListedLog, limit: int | None) -> list[dict[str, object]]:
    from reflect.reports.log_json import log_json

    groups: dict[str, list[str]] = {}
    for group in log.groups:
        for id_ in group.ids:
            groups.setdefault(id_, []).append(group.key)
    ids = list(groups)[:limit]
    histories = {
        id_: events
        for part in _parts(ids)
        for id_, events in practice.overseeing.histories(log, part).items()
    }
    return log_json(
        list(_opened(practice, log, ids)),
        histories,
        groups=groups,
        names=practice.overseeing.names(),
        day=log.as_at,
        rules=practice.rules.on(log.as_at),
    )


def _tell_after(log: ListedLog, limit: int | None) -> None:
    teams = " and ".join(log.teams)
    if not log.count:
        tell(f"Nothing like this is on the log of {teams}.")
        tell("An action is listed by its owner or their supervisor: reflect action show-to ID team")
        return
    if limit is not None and limit < log.count:
        tell(f"No more than {limit} {'was' if limit == 1 else 'were'} asked for.")
    several = "action is" if log.count == 1 else "actions are"
    tell(f"{log.count} {several} on the log of {teams}: exact, since you see each of them.")
