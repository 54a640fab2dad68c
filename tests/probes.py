"""How each thing is got at on the command line, by verbs; `{id}`, `{word}`, `{other}` and so on stand for what
is meant."""

from __future__ import annotations

_ANSWER = {
    "list": "answer list --json",
    "show": "answer show {id} --json",
    "history": "answer history {id} --json",
    "search": "answer search {word} --json",
    "export": "answer export --format json",
    "set-aside": "share add {id} --prepare",
    "share": "share add {id} --yes",
    "delete": "answer delete {id} --yes",
}
_SHARE = {
    "list": "share list --json",
    "show": "share show {id} --json",
    "comments": "share comments {id} --json",
    "comment": "share comment {id}",
    "withdraw": "share withdraw {id}",
}
_RECORD = {
    "prepare": "supervision prepare {other}",
    "list": "supervision list --json",
    "show": "supervision show {id} --json",
    "export": "supervision export {id} --format json",
    "note": "supervision note {id} --section other",
    "change": "supervision change {id} {entry}",
    "discuss": "supervision discuss {id} {share}",
    "leave-out": "supervision leave-out {id} {share}",
    "action": "supervision action {id} --due tomorrow",
    "put": "supervision put {id} --place here",
    "end": "supervision end {id}",
    "replan": "supervision replan {id} --on tomorrow",
    "cancel": "supervision cancel {id} --reason leave --new tomorrow",
    "sign": "supervision sign {id}",
    "addendum": "supervision addendum {id}",
    "audit": "supervision audit {other} --json",
}
_AGENDA = {
    **_RECORD,
    "begin": "supervision begin {id}",
    "topic": "supervision topic {other}",
    "next": "supervision next --json",
}
_AGREEMENT = {
    "list": "agreement list --json",
    "show": "agreement show {other} --json",
    "export": "agreement export {other} --format json",
    "write": "agreement write {other} --wants",
    "change": "agreement change {other} --minutes 45",
    "sign": "agreement sign {other}",
    "draw-up": "agreement draw-up {other} --stage our-own",
}
_NOTE = {
    "number": "supervision working about-me --json",
    "ask": "supervision working ask {other}",
    "add": "supervision working add {other}",
    "list": "supervision working list --json",
    "show": "supervision working show {id} --json",
    "change": "supervision working change {id}",
    "keep": "supervision working keep {id}",
    "hand-over": "supervision working hand-over {id}",
    "delete": "supervision working delete {id} --yes",
}
_ACTION = {
    "list": "action list --json",
    "supervisees": "action list --supervisees --json",
    "listed": "action list --listed --json",
    "show": "action show {id} --json",
    "trace": "action trace {id} --json",
    "search": "action list --search {word} --json",
    "export": "action export --format json",
    "export-supervisees": "action export --supervisees --format json",
    "export-listed": "action export --listed --format json",
    "log": "log actions --json",
    "log-search": "log actions --search {word} --json",
    "log-as-at": "log actions --as-at yesterday --json",
    "start": "action start {id}",
    "block": "action block {id}",
    "recheck": "action recheck {id} --result sustained",
    "note": "action note {id}",
    "carry": "action carry {id} --due 2027-03-01",
    "escalate": "action escalate {id}",
    "edit": "action edit {id} --know better",
    "done": "action done {id}",
    "confirm": "action confirm {id}",
    "undo": "action undo {id}",
    "withdraw": "action withdraw {id}",
    "show-to-pair": "action show-to {id} pair --yes",
    "show-to-team": "action show-to {id} team --yes",
    "hand-over": "action hand-over {id} {colleague}",
}

PROBES = {
    "answer": _ANSWER,
    "draft": _ANSWER,
    "prepared": {**_ANSWER, "shares": "share list --json", "unprepare": "share withdraw {id}"},
    "share": _SHARE,
    "share with the former": _SHARE,
    "record": _RECORD,
    "agenda": _AGENDA,
    "locked record": _RECORD,
    "record signed with the former": _RECORD,
    "record not signed with the former": _RECORD,
    "agreement": _AGREEMENT,
    "agreement signed with the former": _AGREEMENT,
    "working note": _NOTE,
    "working note of the former": _NOTE,
    "own action": _ACTION,
    "pair action": _ACTION,
    "done action": _ACTION,
    "confirmed action": _ACTION,
    "listed action": _ACTION,
    "action agreed with the former": _ACTION,
    "action listed with the former": _ACTION,
}
LOOKING = frozenset(
    {"list", "show", "history", "search", "export", "comments", "shares", "prepare", "next", "trace",
     "supervisees", "listed", "number", "log", "log-search", "log-as-at",
     "audit", "export-supervisees", "export-listed"}
)  # fmt: skip
"""The verbs that only look."""

ENDING = frozenset(
    {
        "delete",
        "share",
        "block",
        "carry",
        "confirm",
        "recheck",
        "withdraw",
        "cancel",
        "begin",
        "sign",
        "done",
        "undo",
        "unprepare",
        "hand-over",
        "show-to-pair",
    }
)
"""The verbs after which a thing is not what it was: others are not tried on it any more."""
