"""Who may do what, copied by hand from the page on the field and independent of the program: the tests of contracts and
trials are generated from it."""

from __future__ import annotations

import re

OWNER, CURRENT, FORMER = "owner or author", "current supervisor", "former supervisor"
OTHER, LEAD, ADMINISTRATOR = "other practitioner", "team lead", "administrator"
ROLES = (OWNER, CURRENT, FORMER, OTHER, LEAD, ADMINISTRATOR)

TABLE = """
| thing | owner or author | current supervisor | former supervisor | other practitioner | team lead | administrator |
| draft, answer, reflection, versions, own search (*mine*) | all | – | – | – | – | – |
| prepared to share (*mine* until shared) | all | – | – | – | – | – |
| share (a copy, *pair*) | read, withdraw until signed | read, comment | – | – | – | – |
| one-to-one record, agreement, agenda (*pair*) | read, comment, sign | read, write, sign \
| read those that they signed | – | dates and state only | – |
| working note (*author's own*) | its number; its text on request | all (author) | own, until handed over | – | – | – |
| action, mine (*mine*) | all | – | – | – | – | – |
| action, agreed (*pair*) | all but confirm | all | read to the day the link ended | – | in figures only | – |
| action, listed (*team*) | as agreed | as agreed | as agreed | – | read, note, escalate, hand over | – |
| figures, learning view | read | read | read | read | read, report | – |
| people, teams, links, invitations | own | own | – | names | own team | all, each change told to those concerned |
| banks | read, add own | the same | the same | the same | the same, add for the team | add for all |
| who opened what I shared | read | – | – | – | – | – |
"""

ANSWERS = "draft, answer, reflection, versions, own search (*mine*)"
PREPARED = "prepared to share (*mine* until shared)"
SHARES = "share (a copy, *pair*)"
RECORDS = "one-to-one record, agreement, agenda (*pair*)"
NOTES = "working note (*author's own*)"
OWN_ACTIONS = "action, mine (*mine*)"
PAIR_ACTIONS = "action, agreed (*pair*)"
TEAM_ACTIONS = "action, listed (*team*)"
FIGURES = "figures, learning view"
PEOPLE = "people, teams, links, invitations"
BANKS = "banks"
OPENED = "who opened what I shared"


_MINE = "list show history search export delete share set-aside"
_HELD = "list show export prepare audit note discuss leave-out action put end sign"
_PLANNED = "list show export prepare audit topic next note discuss leave-out put begin replan cancel"
_UNSIGNED = "list show export write change sign"
_KEPT = "list show export"
_STEPS = "list show trace search start block note carry escalate edit done withdraw"
_ACTING = f"export {_STEPS}"
_THEIRS = f"supervisees export-supervisees {_STEPS}"
_LISTED = "listed export-listed"
_ON_THE_LOG = "log log-search log-as-at"
_DONE = "list show trace search note done carry show-to-team"
_CONFIRMED = "list show trace search note done recheck show-to-team"
_AS_IT_STOOD = "list show trace search"

THINGS: dict[str, tuple[str, dict[str, str]]] = {
    "answer": (ANSWERS, {OWNER: _MINE}),
    "draft": (ANSWERS, {OWNER: _MINE}),
    "prepared": (PREPARED, {OWNER: f"{_MINE} shares unprepare"}),
    "share": (SHARES, {OWNER: "list show comments withdraw", CURRENT: "list show comments comment"}),
    "share with the former": (SHARES, {OWNER: "list show comments withdraw"}),
    "record": (RECORDS, {OWNER: _HELD, CURRENT: f"change {_HELD}"}),
    "locked record": (RECORDS, {
        OWNER: f"prepare audit end addendum {_KEPT}", CURRENT: f"prepare audit end addendum {_KEPT}",
    }),
    "agenda": (RECORDS, {OWNER: f"change {_PLANNED}", CURRENT: _PLANNED}),
    "agreement": (RECORDS, {OWNER: _UNSIGNED, CURRENT: _UNSIGNED}),
    "record signed with the former": (RECORDS, {OWNER: f"prepare audit {_KEPT}", FORMER: _KEPT}),
    "record not signed with the former": (RECORDS, {OWNER: f"prepare audit {_KEPT}"}),
    "agreement signed with the former": (RECORDS, {OWNER: _KEPT, FORMER: _KEPT}),
    "working note": (NOTES, {OWNER: "number ask", CURRENT: "list show change keep hand-over delete add"}),
    "working note of the former": (NOTES, {OWNER: "number ask", FORMER: "list show keep hand-over delete"}),
    "own action": (OWN_ACTIONS, {OWNER: f"undo show-to-pair {_ACTING}"}),
    "pair action": (PAIR_ACTIONS, {OWNER: f"show-to-team {_ACTING}", CURRENT: f"show-to-team undo {_THEIRS}"}),
    "done action": (PAIR_ACTIONS, {
        OWNER: f"export undo {_DONE}", CURRENT: f"supervisees export-supervisees confirm {_DONE}",
    }),
    "confirmed action": (PAIR_ACTIONS, {
        OWNER: f"export {_CONFIRMED}", CURRENT: f"supervisees export-supervisees {_CONFIRMED}",
    }),
    "action agreed with the former": (PAIR_ACTIONS, {
        OWNER: f"show-to-team undo {_ACTING}", CURRENT: f"show-to-team {_THEIRS}", FORMER: _AS_IT_STOOD,
    }),
    "listed action": (TEAM_ACTIONS, {
        OWNER: f"{_LISTED} {_ACTING}", CURRENT: f"{_LISTED} {_THEIRS} hand-over",
        LEAD: f"{_LISTED} {_ON_THE_LOG} list show trace search note escalate hand-over",
    }),
    "action listed with the former": (TEAM_ACTIONS, {
        OWNER: f"{_LISTED} undo {_ACTING}", CURRENT: f"{_LISTED} {_THEIRS} hand-over",
        FORMER: f"{_LISTED} {_AS_IT_STOOD}",
        LEAD: f"{_LISTED} {_ON_THE_LOG} list show trace search note escalate hand-over",
    }),
}  # fmt: skip
"""Every thing of the workspace of six: its row of the table, and for each role the verbs by which it is got at, as they
are called in `probes`. Whoever is not named has nothing: not even that it exists."""

_SPOKEN = "note topic write change action discuss leave-out put end begin replan cancel addendum"
_MEANS: dict[str, dict[str, str]] = {
    ANSWERS: {"all": _MINE},
    PREPARED: {"all": f"{_MINE} shares unprepare"},
    SHARES: {"read": "list show comments", "comment": "comment", "withdraw until signed": "withdraw"},
    RECORDS: {
        "read": "list show export prepare next audit", "comment": _SPOKEN, "write": _SPOKEN, "sign": "sign",
        "read those that they signed": "list show export", "dates and state only": "",
    },
    NOTES: {
        "its number": "number", "its text on request": "ask",
        "all (author)": "list show change keep hand-over delete add",
        "own": "list show keep delete", "until handed over": "hand-over",
    },
    OWN_ACTIONS: {"all": f"show-to-pair {_ACTING}"},
    PAIR_ACTIONS: {
        "all but confirm": f"recheck show-to-team {_ACTING}",
        "all": f"recheck show-to-team confirm {_THEIRS}",
        "read to the day the link ended": _AS_IT_STOOD, "in figures only": "",
    },
    TEAM_ACTIONS: {
        "read": f"{_LISTED} {_ON_THE_LOG} {_AS_IT_STOOD}", "note": "note", "escalate": "escalate",
        "hand over": "hand-over",
    },
}  # fmt: skip
"""What the words of each row mean on the command line. Where both look at the same record, each speaks in their own
name: to comment and to write are the same verbs there. What was done last is taken back by whoever did it: `undo` is
left out."""

WORDS_OF: dict[str, tuple[str, ...]] = {thing: tuple(may) for thing, (_, may) in THINGS.items()} | {
    "working note": (CURRENT,),
    "working note of the former": (FORMER,),
    "note after the end": (OWNER, CURRENT),
}
"""Who can read the words of each thing, in the program and by the keys in their hands."""


def may(thing: str, role: str) -> frozenset[str]:
    """The verbs by which somebody in this role gets at a thing."""
    return frozenset(THINGS[thing][1].get(role, "").split())


def cells() -> dict[str, dict[str, str]]:
    """The table as it stands: for each row what is written for each role."""
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in TABLE.strip().splitlines()]
    return {row[0]: dict(zip(ROLES, row[1:], strict=True)) for row in rows[1:]}


def said_in(row: str, role: str) -> list[str]:
    """The words of one cell, one by one."""
    return re.split("[,;] ", cells()[row][role])


def meant(row: str, words: str, role: str) -> frozenset[str]:
    """The verbs that some words in a row mean, for somebody in this role."""
    if words == "–":
        return frozenset()
    if words == "as agreed":
        # It is on the log, and neither done nor confirmed; who has all of it may also hand it over there.
        agreed = frozenset[str]().union(
            *(meant(PAIR_ACTIONS, one, role) for one in said_in(PAIR_ACTIONS, role))
        )
        there = {*_LISTED.split(), *(["hand-over"] if "confirm" in agreed else [])}
        return agreed - {"show-to-team", "confirm", "recheck"} | there
    return frozenset(_MEANS[row][words].split())
