"""What the sums cost a step of a listed action: the same step with its mark and all indexes but without sums, in turn,
with a million marks of 500 people there already. Ratios of medians of one run.

    python bench/figure_writes.py [MARKS]
"""

from __future__ import annotations

import random
import statistics
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from reflect.domain.actions.action import Action, Evidence, EvidenceKind, Level, Status
from reflect.domain.figures.mark import Mark
from reflect.domain.people import CircleKind
from reflect.services.practice import Practice
from reflect.storage.bulk import BulkFile
from reflect.storage.figures import Figures, StoredMark
from reflect.storage.many_marks import ManyMarks
from reflect.storage.store import FILE_NAME
from reflect.vault import door
from reflect.workspace import Workspace

MARKS, PEOPLE, TEAMS, ROUNDS, AT_ONCE = 1_000_000, 500, 20, 100, 20_000
LIMIT = 2.0
PASSPHRASE = "a lantern by the canal"
STATES = (Status.EMBEDDED,) * 7 + (Status.CONFIRMED, Status.DONE, Status.IN_PROGRESS, Status.NOT_ACHIEVED)
MOMENT = "2026-01-01 00:00:00.000000"


def made_up(number: int, teams: list[str], circle: str, today: date) -> Iterator[StoredMark]:
    """So many marks of ten years, the same every time."""
    luck = random.Random(1)
    people = [(f"person {one}", teams[one % len(teams)]) for one in range(PEOPLE)]
    for _ in range(number):
        person, team = luck.choice(people)
        agreed = today - timedelta(days=luck.randrange(1, 3650))
        mark = Mark(
            id=str(uuid.UUID(int=luck.getrandbits(128), version=4)),
            person=person,
            themes=tuple(f"theme-{luck.randrange(40)}" for _ in range(2)),
            level=luck.choice(tuple(Level)),
            findings=(f"bank-{luck.randrange(10)}/finding-{luck.randrange(8)}",),
            status=luck.choice(STATES),
            agreed=agreed,
            due=agreed + timedelta(days=60),
            done=agreed + timedelta(days=50),
            ended=None,
            updated=agreed + timedelta(days=50),
            carried=luck.randrange(2),
            stage=int(luck.random() < 0.05),
            impact=luck.random() < 0.5,
        )
        yield StoredMark(mark, team, circle, luck.random() < 0.5, mark.due)


def put_in(workspace: Workspace, number: int, team: str) -> None:
    """The marks of the others into the file of Ann's workspace; every twentieth is of her team."""
    entered = door.enter(workspace.folder, name="Ann", passphrase=PASSPHRASE, clock=workspace.clock)
    sums = ManyMarks()
    with BulkFile(workspace.folder / FILE_NAME, entered.workspace_key) as file:
        (circle,) = file.execute("SELECT id FROM circle LIMIT 1", ()).fetchone()
        teams = [team, *(f"team {number}" for number in range(1, TEAMS))]
        people = ((f"person {one}", "", "", "inactive", 0, MOMENT) for one in range(PEOPLE))
        file.put("person", ("id", "name", "profession", "standing", "administrator", "since"), people)
        others = ((one, one, "person 0", MOMENT) for one in teams[1:])
        file.put("team", ("id", "name", "lead_id", "made"), others)
        marks = made_up(number, teams, circle, workspace.clock.today())
        while some := [stored for stored, _ in zip(marks, range(AT_ONCE), strict=False)]:
            part = ManyMarks.of(some)
            part.put_rows(file)
            sums.add_sums(part)
        sums.put_sums(file)


def without_sums() -> ExitStack:
    """The marks alone, with all their indexes."""
    stack = ExitStack()
    for name in ("_add", "_moved"):
        stack.enter_context(patch.object(Figures, name, lambda *_: None))
    return stack


def in_turn(acts: Sequence[Callable[[], object]]) -> tuple[list[float], list[float]]:
    """The seconds of each act, every other one without sums."""
    took: tuple[list[float], list[float]] = ([], [])
    for place, act in enumerate(acts):
        with without_sums() if place % 2 else ExitStack():
            began = time.perf_counter()
            act()
            took[place % 2].append(time.perf_counter() - began)
    return took


def kinds(practice: Practice, link: str) -> Iterator[tuple[str, list[Callable[[], object]]]]:
    """What is measured: steps as people take them, and the mark of a step with nothing else."""
    due = practice.acting._record.today() + timedelta(days=30)
    seen = Evidence(EvidenceKind.AUDIT, "Six of ten", practice.acting._record.today())

    def agree(place: int) -> Action:
        return practice.acting.propose(
            what=f"Ask both parents {place}",
            due=due,
            agree=True,
            pair=link,
            origin="child-s/fathers-left-out",
        )

    yield "an action is agreed", [partial(agree, place) for place in range(2 * ROUNDS)]
    ids = [practice.acting.show_to(agree(place).id, CircleKind.TEAM).id for place in range(2 * ROUNDS)]
    yield "a listed action is done", [partial(practice.acting.done, id_, evidence=seen) for id_ in ids]

    def confirmed(stored: StoredMark) -> None:
        mark = replace(stored.mark, status=Status.CONFIRMED)
        with practice._store.writing() as transaction:
            transaction.figures.put(replace(stored, mark=mark))

    with practice._store.reading() as transaction:
        marks = [stored for id_ in ids if (stored := transaction.figures.mark(id_)) is not None]
    yield "of it the mark alone", [partial(confirmed, stored) for stored in marks]


def main() -> int:
    """Prints the medians and their ratios; 1 if one is above the limit."""
    number = int(sys.argv[1].replace(",", "")) if sys.argv[1:] else MARKS
    worst = 0.0
    with TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder) / "w")
        practice, _ = workspace.create(name="Ann", profession="Nurse", passphrase=PASSPHRASE, demo=True)
        workspace.join(code=practice.people.invite("Ben"), passphrase=PASSPHRASE)[0].close()
        link = practice.links.add("Ben", "Ann").id
        practice.links.settle()
        team = practice.teams.add("North", "Ben", ["Ann"]).id
        practice.close()
        began = time.perf_counter()
        put_in(workspace, number, team)
        print(
            f"{number:,} marks put in within {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True
        )
        practice = workspace.sign_in("Ann", PASSPHRASE)
        print("| step | without sums | with sums | ratio |\n|---|---|---|---|")
        for name, acts in kinds(practice, link):
            with_sums, without = (statistics.median(took) * 1000 for took in in_turn(acts))
            worst = max(worst, with_sums / without)
            print(
                f"| {name} | {without:.2f} ms | {with_sums:.2f} ms | {with_sums / without:.2f} |", flush=True
            )
        practice.close()
    print(f"\nAt most {LIMIT}: {'kept' if worst <= LIMIT else 'not kept'}.")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
