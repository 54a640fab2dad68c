"""`reflect action list`: what is to be done, the soonest first, now or as it stood on an earlier day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from reflect.cli.actions.lines import card_line, key_lines
from reflect.cli.actions.options import (
    AsAt,
    AsJson,
    Asked,
    DueBefore,
    Limit,
    Listed,
    Mine,
    OfLevel,
    OfRag,
    OfStatus,
    OfTheme,
    Overdue,
    Search,
    Supervisees,
)
from reflect.cli.door import door_of
from reflect.cli.echo import echo_json, echo_lines, tell
from reflect.cli.paging import page_of
from reflect.domain.actions.rag import rag
from reflect.domain.actions.wanted import Wanted

SOMEBODY = "somebody who has left"

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.rules import Rules
    from reflect.services.actions.glancing import Glance
    from reflect.services.actions.lists import ActionLists


def list_actions(
    context: typer.Context,
    overdue: Overdue = False,
    due_before: DueBefore = None,
    theme: OfTheme = None,
    status: OfStatus = None,
    rag: OfRag = None,
    level: OfLevel = None,
    mine: Mine = False,
    supervisees: Supervisees = False,
    listed: Listed = False,
    search: Search = None,
    as_at: AsAt = None,
    limit: Limit = None,
    json: AsJson = False,
) -> None:
    """List actions, the soonest first.

    Each line has the letter, the day on which something is expected (or on which it was done or ended), what is to be
    done, and the beginning of the id. What is over comes last, the latest first.
    """
    door = door_of(context)
    asked = Asked(
        overdue, due_before, theme, status, rag, level, mine, supervisees, listed, search, as_at, limit
    )
    wanted = asked.check(door)
    today = wanted.as_at or door.clock.today()
    with door.looking() as lists:
        rules = lists.rules_on(wanted.as_at)
        wanted = replace(
            wanted,
            theme=asked.theme_meant(lambda: door.workspace().catalogue().vocabulary),
            search=asked.words(),
        )
        actions = lists.listed(wanted)
        if json:
            echo_json(as_json(lists, actions, today, rules))
        elif actions:
            names = lists.names() if any(action.owner != lists.person for action in actions) else {}
            echo_lines(
                (
                    card_line(
                        action,
                        today,
                        rules,
                        owner="" if action.owner == lists.person else names.get(action.owner, SOMEBODY),
                    )
                    for action in actions
                ),
                page_of(door),
            )
        else:
            tell(_nothing(wanted, any_at_all=lists.how_many() > 0))
    if not json:
        _tell_after(actions, wanted, today, rules)


def as_json(
    lists: ActionLists | Glance, actions: Sequence[Action], today: date, rules: Rules
) -> list[dict[str, Any]]:
    """Actions as other programs read them, with what had happened to each by then."""
    from reflect.reports.actions_json import action_json

    ids = [action.id for action in actions]
    histories, behind, names = lists.histories(ids), lists.answers_behind(ids), lists.names()

    return [
        action_json(
            action,
            # As it stood on an earlier day it counts only what had happened by then.
            histories[action.id][: action.events],
            names=names,
            today=today,
            rules=rules,
            answer=behind.get(action.id),
        )
        for action in actions
    ]


def _tell_after(actions: Sequence[Action], wanted: Wanted, today: date, rules: Rules) -> None:
    if wanted.limit is not None and len(actions) == wanted.limit:
        tell(f"No more than {wanted.limit} {'was' if wanted.limit == 1 else 'were'} asked for.")
    for line in key_lines((rag(action, today, rules) for action in actions), rules):
        tell(line)


def _nothing(wanted: Wanted, *, any_at_all: bool) -> str:
    if not any_at_all:
        return "No actions yet. Write one with: reflect action add"
    if replace(wanted, as_at=None, limit=None) == Wanted():
        return "There were no actions on that day."
    return "No action is like this. See all of them with: reflect action list"
