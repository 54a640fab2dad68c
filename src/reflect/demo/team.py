"""The demo made: a workspace with a team in it, and what each of them wrote on their days."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from pathlib import Path
from typing import TYPE_CHECKING

from reflect.demo.days import begun_at, days_of_work
from reflect.demo.following_up import mean_something
from reflect.demo.luck import Luck
from reflect.demo.people import EVERYBODY_SAYS, TEAM, Character, characters
from reflect.demo.plan import MadeUpClock, Plan
from reflect.demo.supervision import their_year
from reflect.demo.whole_service import make_service
from reflect.demo.words import answer_words, how_often, take_away
from reflect.errors import WorkspaceError
from reflect.settings import Settings, save_settings
from reflect.workspace import Workspace

if TYPE_CHECKING:
    from reflect.domain.banks import Bank
    from reflect.services.practice import Practice

_PROCEDURE = (
    "Made up for this demo: ring the duty desk of the Example Team; the steps are on its notice board."
)
_COUNTED = 0.85


def make_team(folder: Path, plan: Plan) -> tuple[Character, ...]:
    """Make the workspace in `folder`, which must be new or empty, and give its people. Nothing is left there if
    it does not succeed. Raises WorkspaceError, UnsafeFolder and NotSaved."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkspaceError(
            f"There is something in {folder} already.",
            "It was left as it is. Name a new folder for the demo.",
        )
    was_there = folder.exists()
    try:
        return _made(folder, plan)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        if was_there:
            folder.mkdir(mode=0o700, exist_ok=True)
        raise


def _made(folder: Path, plan: Plan) -> tuple[Character, ...]:
    start = _years_before(plan.until, plan.years)
    clock = MadeUpClock(datetime.combine(start, time(9), UTC))
    if plan.actions:
        everybody = make_service(folder, plan, start, clock)
        save_settings(folder, Settings(local_procedure=_PROCEDURE))
        return everybody
    team = characters(plan.people)
    with ExitStack() as signed_in:
        people: dict[Character, Practice] = {}
        days: list[Iterator[date]] = []
        for character, arrived in _arriving(Workspace(folder, clock), team, clock, plan):
            people[character] = signed_in.enter_context(closing(arrived))
            luck = Luck(plan.seed, character.name)
            days.append(_their_years(arrived, clock, luck, clock.today(), plan))
            if Luck(plan.seed, f"{character.name} is counted").chance(_COUNTED):
                arrived.coming_back.be_counted(wanted=True)
        if plan.supervised_days:
            first = max(start + timedelta(days=14), plan.until - timedelta(days=plan.supervised_days))
            days.append(their_year(people, clock, plan, first))
        # Each gives a day before what happens on it: so everything happens in the order of its days.
        for _ in merge(*days):
            pass
    save_settings(folder, Settings(local_procedure=_PROCEDURE))
    return team


def _arriving(
    workspace: Workspace, team: tuple[Character, ...], clock: MadeUpClock, plan: Plan
) -> Iterator[tuple[Character, Practice]]:
    """Each of the team, signed in for the first time; the lead invites the others in the first weeks."""
    first, *others = team
    began = clock.now()
    lead, _ = workspace.create(
        name=first.name, profession=first.profession, passphrase=EVERYBODY_SAYS, demo=True
    )
    codes = []
    for number, character in enumerate(others, 1):
        clock.moment = began + timedelta(minutes=10 * number)
        codes.append((character, lead.people.invite(character.name, character.profession)))
    clock.moment = began + timedelta(days=1)
    if plan.supervised_days:
        lead.teams.add(TEAM, lead=first.name, members=[character.name for character in team])
    yield first, lead
    for number, (character, code) in enumerate(codes, 1):
        clock.moment = began + timedelta(days=2 + number % 7, minutes=13 * number)
        practice, _ = workspace.join(code=code, passphrase=EVERYBODY_SAYS)
        yield character, practice


def _their_years(
    practice: Practice, clock: MadeUpClock, luck: Luck, first_day: date, plan: Plan
) -> Iterator[date]:
    banks = practice.banks.banks()
    favourites = luck.some_of(banks, 3)
    for day in days_of_work(luck, first_day, plan.until):
        yield day
        clock.moment = begun_at(luck, day)
        bank = luck.one_of(favourites if luck.chance(0.7) else banks)
        _one_sitting(practice, clock, luck, bank)


def _one_sitting(practice: Practice, clock: MadeUpClock, luck: Luck, bank: Bank) -> None:
    """Some questions of a bank answered, others left for another time; about one in six stays unfinished."""
    reflecting = practice.reflecting
    sitting = reflecting.begin(bank.id).reflection
    waiting = [id_ for id_ in sitting.questions if id_ not in sitting.answered]
    chosen = sorted(luck.some_of(waiting, luck.number(1, 4)), key=waiting.index)
    for id_ in chosen:
        question = bank.question(id_)
        if question is None:
            continue
        clock.moment += timedelta(minutes=luck.number(2, 11), seconds=luck.number(0, 59))
        scale = how_often(luck, question)
        answer = reflecting.save_answer(
            sitting.id, id_, text=answer_words(luck, question, scale), scale=scale, revision=0
        )
        if luck.chance(1 / 12):
            mean_something(practice, answer.id, question.themes[0], luck, clock.today())
    clock.moment += timedelta(minutes=luck.number(1, 4))
    if luck.chance(1 / 6):
        reflecting.go_to(sitting.id, sitting.questions.index(chosen[-1]) + 1 if chosen else 0)
    else:
        reflecting.finish(sitting.id, take_away(luck))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
