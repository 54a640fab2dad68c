"""The log as at a past day is what was shown on that day: the same groups, letters and actions, to the last number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from clocks import StoppedClock
from pairs import ALEX, BO, SignIn, Team
from reflect.domain.actions.action import CarryChoice, RecheckResult
from reflect.domain.figures.listed_log import LogBy
from reflect.domain.people import CircleKind
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.reports.log_json import learning_json, log_json
from reflect.services.practice import Practice
from reflect.settings import Settings, save_settings
from reflect.workspace import Workspace

DAYS = 14
STEPS = 5
ORIGINS = ("child-s/what-probably-means", "child-s/confidence-to-challenge", None)
Day = Any


def as_shown(lead: Practice, day: Day = None) -> dict[str, Any]:
    """All that a lead is shown of the log on a day."""
    overseeing = lead.overseeing
    logs = {by: overseeing.log(by=by, as_at=day) for by in LogBy}
    log = logs[LogBy.DAY]
    ids = sorted({id_ for group in log.groups for id_ in group.ids})
    report = overseeing.report(as_at=day, until=day)
    return {
        "groups": {
            by: [(group.key, group.words, list(group.ids)) for group in one.groups]
            for by, one in logs.items()
        },
        "counted": [(one.count, one.letters, one.as_at, one.teams) for one in logs.values()],
        "actions": log_json(
            overseeing.shown(log, ids),
            overseeing.histories(log, ids),
            groups={},
            names=overseeing.names(),
            day=log.as_at,
            rules=lead.rules.on(day),
        ),
        "learning": learning_json(overseeing.learning(as_at=day)),
        "report": [(one.listed, one.letters) for one in report.teams],
        "figures": [one.figures for one in report.teams],
    }


class Walk:
    """The people of a team do by chance what they may with what is listed, and now and then list something more."""

    def __init__(self, team: Team, seed: int) -> None:
        self.team, self.chance, self.ids = team, Random(seed), list[str]()
        self.done = 0

    def step(self) -> None:
        if len(self.ids) < 3 or self.chance.random() < 0.15:
            self._list()
            return
        id_, team = self.chance.choice(self.ids), self.team
        later = team.clock.today() + timedelta(days=self.chance.choice((5, 20, 60)))
        owner = {one.person.id: one for one in (team.bo, team.alex)}[team.sam.actions.action(id_).owner]
        steps: tuple[Callable[[], object], ...] = (
            lambda: owner.acting.show_to(id_, CircleKind.TEAM),
            lambda: owner.acting.start(id_),
            lambda: owner.acting.done(id_, evidence=team.seen(), impact="They ask sooner"),
            lambda: team.sam.acting.confirm(id_),
            lambda: team.sam.acting.confirm(id_),
            lambda: team.sam.acting.recheck(id_, RecheckResult.SUSTAINED),
            lambda: team.sam.acting.recheck(id_, RecheckResult.NOT, again=later),
            lambda: team.lena.acting.note(id_, "I will ask"),
            lambda: team.lena.acting.escalate(id_, "No answer"),
            lambda: team.lena.acting.undo(id_),
            lambda: team.lena.acting.hand_over(id_, self.chance.choice((ALEX, BO)), "Away"),
            lambda: owner.acting.block(id_, "No rota"),
            lambda: owner.acting.carry(id_, why="Late", due=later),
            lambda: owner.acting.carry(
                id_, why="Much", due=later, choice=CarryChoice.SPLIT, second="The rest"
            ),
            lambda: owner.acting.withdraw(id_, "Not needed"),
        )
        try:
            self.chance.choice(steps)()
        except (WrongUse, NotPermitted, NotFound):
            return
        self.done += 1

    def _list(self) -> None:
        team = self.team
        action = team.bo.acting.propose(
            what=f"Action {len(self.ids)}",
            due=team.clock.today() + timedelta(days=self.chance.choice((3, 20, 200))),
            agree=True,
            pair=team.link.id,
            origin=self.chance.choice(ORIGINS),
        )
        self.ids.append(action.id)
        if self.chance.random() < 0.8:
            team.listed(action)


@pytest.mark.parametrize("seed", [26])
def test_the_log_as_at_a_past_day_is_what_was_shown_on_it(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock, seed: int
) -> None:
    team = Team(signed_in, clock)
    team.admin.links.add(team.sam.person.name, ALEX)
    team.alex.links.settle()
    walk, shown = Walk(team, seed), dict[Day, Any]()
    for _ in range(DAYS):
        for _ in range(STEPS):
            walk.step()
            clock.go_on(minutes=3)
        few = walk.chance.choice((7, 14, 21))
        save_settings(workspace.folder, Settings(due_soon_days=few, quiet_days=2 * few))
        shown[clock.today()] = as_shown(team.lena)
        clock.go_on(days=walk.chance.choice((1, 2, 9, 35, 95)))
    assert walk.done > DAYS
    later = team.again(team.lena.person.name)
    for day, then in shown.items():
        now = as_shown(later, day)
        for part, what in then.items():
            assert now[part] == what, (day, part)
