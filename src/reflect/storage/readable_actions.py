"""Which of the shared actions that somebody can read are whose and how they stand, as their marks tell it: so that not
all of them need be opened. What has no mark yet is among those that could be meant."""

from __future__ import annotations

from collections.abc import Collection

from reflect.storage.circle_actions import Execute
from reflect.storage.figures import LIVE

_TABLES = ("pair_action", "team_action")
_UNMARKED = """
SELECT ACTIONS.id FROM circle_member JOIN ACTIONS ON ACTIONS.circle_id = circle_member.circle_id
LEFT JOIN figure_mark ON figure_mark.action_id = ACTIONS.id
WHERE circle_member.person_id = ? AND figure_mark.action_id IS NULL AND EXISTS (
    SELECT 1 FROM circle_member AS other JOIN team_member ON team_member.person_id = other.person_id
    WHERE other.circle_id = ACTIONS.circle_id
)
"""
_UNFINISHED = """
SELECT id FROM pair_action LEFT JOIN figure_mark ON action_id = id WHERE pair_action.circle_id = ?
AND (action_id IS NULL OR (person_id = ? AND NOT listed AND LIVE))
""".replace("LIVE", LIVE)
_HAS_LISTED = """
SELECT EXISTS (SELECT 1 FROM circle_member JOIN team_action ON team_action.circle_id = circle_member.circle_id
               WHERE circle_member.person_id = ?)
"""
_OF_OWNERS = """
SELECT ACTIONS.circle_id, ACTIONS.id FROM circle_member JOIN ACTIONS ON ACTIONS.circle_id = circle_member.circle_id
LEFT JOIN figure_mark ON figure_mark.action_id = ACTIONS.id
WHERE circle_member.person_id = ? AND (figure_mark.person_id IS NULL OR figure_mark.person_id IN (OWNERS))
"""


class ReadableActions:
    """The actions of one person's pairs and of teams' logs that they were given, within one transaction."""

    def __init__(self, execute: Execute, person: str) -> None:
        self._execute = execute
        self._person = person

    def of_owners(self, owners: Collection[str]) -> dict[str, list[str]]:
        """Those of these owners, and those that have no mark, by the circle in which they stand."""
        several, found = sorted(owners), dict[str, list[str]]()
        for table in _TABLES:
            statement = _OF_OWNERS.replace("ACTIONS", table).replace("OWNERS", ", ".join("?" * len(several)))
            for circle, action in self._execute(statement, (self._person, *several)).fetchall():
                found.setdefault(circle, []).append(action)
        return found

    def has_listed(self) -> bool:
        """Whether any of them is on a team's log."""
        return bool(self._execute(_HAS_LISTED, (self._person,)).fetchone()[0])

    def unmarked(self) -> list[str]:
        """Those that have no mark, where one of the circle is in a team."""
        found = [
            action
            for table in _TABLES
            for (action,) in self._execute(_UNMARKED.replace("ACTIONS", table), (self._person,)).fetchall()
        ]
        return list(dict.fromkeys(found))

    def left_unfinished(self, circle: str) -> list[str]:
        """Those of two people in a circle of theirs that this person may still have to finish: their own that are
        between the two and not over, and those that have no mark."""
        return [action for (action,) in self._execute(_UNFINISHED, (circle, self._person)).fetchall()]
