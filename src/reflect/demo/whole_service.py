"""A made-up service of many people: several teams, years of actions, written in bulk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reflect.demo.caseload import Caseload, Setting, write_caseload
from reflect.demo.counting import Counting
from reflect.demo.courses import Source
from reflect.demo.frozen_weeks import mondays
from reflect.demo.holding import Practised, SupervisedPair, write_pair
from reflect.demo.joining import Joined, join_all
from reflect.demo.luck import Luck
from reflect.demo.organisation import Organisation, organised
from reflect.demo.people import EVERYBODY_SAYS, Character
from reflect.demo.processes import worked
from reflect.demo.two_people import COLUMNS as COLUMNS_OF_TWO
from reflect.domain.actions.origin import from_question, origin_written
from reflect.services.actions import index
from reflect.storage.bulk import BulkFile
from reflect.storage.store import FILE_NAME, Store
from reflect.vault import door
from reflect.vault.sealing import unwrap_circle_key
from reflect.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from reflect.banks.catalogue import Catalogue
    from reflect.demo.plan import MadeUpClock, Plan
    from reflect.services.actions.entry import Entry

AT_ONCE = 2_000
ALONE = 20_000  # actions: below, other processes would cost more than they bring
FEW_PAIRS = 60  # the same of links
WEEKS = 26  # frozen before the end of the plan
_STUCK_THEMES = 2
_MOST_FINDINGS = 3  # behind one question: what comes from it is told with all of their words
_COLUMNS = {
    "circle": ("id", "kind", "opened", "closed"),
    "circle_member": ("circle_id", "person_id", "wrapped_key", "since"),
    "mine_action": ("circle_id", "id", "sealed"),
    "mine_action_event": ("circle_id", "action_id", "number", "sealed"),
    "mine_page": ("circle_id", "name", "sealed"),
    "pair_action": ("circle_id", "id", "sealed"),
    "pair_action_event": ("circle_id", "action_id", "number", "sealed"),
    "team_action": ("circle_id", "id", "team_id", "maker_id", "readers", "signature", "sealed"),
    "team_action_event": ("circle_id", "action_id", "number", "sealed"),
}


def make_service(folder: Path, plan: Plan, start: date, clock: MadeUpClock) -> tuple[Character, ...]:
    """The workspace in a new or empty folder, and its people. Raises WorkspaceError, UnsafeFolder and NotSaved."""
    service = organised(plan.people, plan.seed, start, plan.until)
    workspace = Workspace(folder, clock)
    first = service.colleagues[0].character
    made, _ = workspace.create(
        name=first.name, profession=first.profession, passphrase=EVERYBODY_SAYS, demo=True
    )
    made.close()
    entered = door.enter(folder, name=first.name, passphrase=EVERYBODY_SAYS, clock=clock)
    with closing(Store.open(folder, entered.workspace_key)) as store:
        joined = join_all(folder, store, entered, service)
    banks = workspace.catalogue()
    setting = _setting(plan, joined, banks)
    with BulkFile(folder / FILE_NAME, entered.workspace_key) as file:
        counting = Counting(setting, joined.teams, start)
        for number, one in enumerate(service.colleagues):
            if one.left is None:
                luck = Luck(plan.seed, f"counted {number}")
                counting.be_counted(file, joined.teams[one.team], joined.somebody[number], one.arrived, luck)
        _write(file, setting, _caseloads(service, joined, plan), counting)
        _supervise(file, Practised(plan.seed, plan.until, banks.cadences), joined.pairs)
    return tuple(one.character for one in service.colleagues)


def _write(file: BulkFile, setting: Setting, loads: Sequence[Caseload], counting: Counting) -> None:
    own: dict[str, list[Entry]] = {}
    made_of_each = worked(partial(write_caseload, setting), loads, alone=_few(loads))
    for load, made in zip(loads, made_of_each, strict=True):
        for table in _COLUMNS:
            if made.rows[table]:
                file.put(table, _COLUMNS[table], made.rows[table])
        own.setdefault(load.owner, []).extend(made.own)
        made.marks.put_rows(file)
        counting.add(load.team, made)
    for owner, entries in own.items():
        _list(file, setting, owner, entries)
    counting.put(file)
    counting.freeze(file, alone=_few(loads))


def _supervise(file: BulkFile, practised: Practised, pairs: Sequence[SupervisedPair]) -> None:
    for rows in worked(partial(write_pair, practised), pairs, alone=len(pairs) < FEW_PAIRS):
        for table, columns in COLUMNS_OF_TWO.items():
            if rows[table]:
                file.put(table, columns, rows[table])


def _few(loads: Sequence[Caseload]) -> bool:
    return sum(load.count for load in loads) < ALONE


def _list(file: BulkFile, setting: Setting, owner: str, entries: Sequence[Entry]) -> None:
    """The index of what somebody keeps to themself."""
    somebody = setting.everybody[owner]
    key = unwrap_circle_key(somebody.keys(), somebody.circle, somebody.wrapped)
    parts: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        parts[index.part_of(entry.id)].append(entry)
    rows = [
        (key.circle_id, index.page_of(some[0].id), index.seal_page(key, part, some))
        for part, some in sorted(parts.items())
    ]
    file.put("mine_page", _COLUMNS["mine_page"], rows)


def _setting(plan: Plan, joined: Joined, banks: Catalogue) -> Setting:
    sources = []
    for bank in banks.banks():
        for question in bank.questions:
            origin = origin_written(from_question(bank, question.id))
            if origin is not None and question.themes and len(origin["findings"]) <= _MOST_FINDINGS:
                sources.append(Source(origin, question.themes + question.context))
    themes = sorted({source.themes[0] for source in sources})
    stuck = {
        team: frozenset(Luck(plan.seed, f"stuck {number}").some_of(themes, _STUCK_THEMES))
        for number, team in enumerate(joined.teams)
    }
    everybody = {one.id: one for one in joined.somebody}
    weeks = mondays(plan.until, WEEKS)
    return Setting(plan.seed, plan.until, everybody, tuple(sources), stuck, weeks)


def _caseloads(service: Organisation, joined: Joined, plan: Plan) -> tuple[Caseload, ...]:
    """So many actions shared out among all by the days that they were there, in parts of a moderate size."""
    days = [((one.left or plan.until) - one.arrived).days for one in service.colleagues]
    so_far, shared, loads = 0, 0, []
    for number, one in enumerate(service.colleagues):
        so_far += days[number]
        count = plan.actions * so_far // sum(days) - shared
        shared += count
        whole = Caseload(
            owner=joined.somebody[number].id,
            team=joined.teams[one.team],
            lead=joined.somebody[service.teams[one.team].lead].id,
            links=joined.links.get(number, ()),
            arrived=one.arrived,
            left=one.left,
            count=count,
            place=0,
            of=0,
        )
        loads += [replace(whole, count=min(AT_ONCE, count - start)) for start in range(0, count, AT_ONCE)]
    return tuple(replace(load, place=place, of=len(loads)) for place, load in enumerate(loads))
