"""A team with a log for the tests of its pages: Lee leads North, six work there, three months have passed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from clocks import StoppedClock
from reflect.domain.actions.action import Evidence, EvidenceKind, Level
from reflect.domain.people import CircleKind
from reflect.paths import shipped_banks
from reflect.services.practice import Practice
from stage import PASSPHRASE, Stage, StagedWorkspace
from waiting import settle

LEE, MORGAN = "Lee [/]Lead", "Morgan Manager"
ANN, BEA, CAL, DOT, EVE, FAY = TEAM = ("Ann [b]A[/b]", "Bea B", "Cal C", "Dot D", "Eve E", "Fay F")
RING, VISITS, PLAN = "Ring the father [/] first", "Write down missed visits", "Read the plan with the team"
ASK, NURSE, IMPACT = (
    "Ask about a day",
    "Keep asking as our nurse did",
    "Two [b]families[/b] were rung sooner.",
)
BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@cache
def _founded() -> tuple[TemporaryDirectory[str], datetime]:
    """A folder with all of it, made once in a process, and the moment at which it was left."""
    kept = TemporaryDirectory(prefix="log-")
    banks = Path(kept.name) / "banks"
    shutil.copytree(Path(__file__).parent / "tui" / "banks", banks)
    for name in ("themes.yaml", "models.yaml", "cadences.yaml"):
        shutil.copy(shipped_banks() / name, banks / name)
    clock = StoppedClock(BEGAN)
    workspace = StagedWorkspace(Path(kept.name) / "workspace", clock, banks)
    with closing(workspace.set_up(LEE)) as lee:
        for name in (*TEAM, MORGAN):
            workspace.join(code=lee.people.invite(name, "Nurse"), passphrase=PASSPHRASE)[0].close()
        lee.teams.add("North", LEE, TEAM)
        links = {name: lee.links.add(LEE, name).id for name in TEAM}
    agreed = [_agree(workspace, name, links[name], days) for days, name in enumerate(TEAM)]
    clock.go_on(days=8)
    with closing(workspace.sign_in(LEE, PASSPHRASE)) as lee:
        for done in agreed:
            lee.acting.confirm(done)
            clock.go_on(days=1)
    clock.go_on(days=74)
    for name in (*TEAM, LEE, MORGAN):
        with closing(workspace.sign_in(name, PASSPHRASE)) as practice:
            practice.telling.told([notice.id for notice in practice.telling.waiting()])
    return kept, clock.now()


def _agree(workspace: StagedWorkspace, name: str, link: str, days: int) -> str:
    """What somebody agreed with Lee, some of it listed: one that is under way, and one that is done (its id)."""
    today = workspace.clock.today()
    with closing(workspace.sign_in(name, PASSPHRASE)) as somebody:
        acting = somebody.acting
        ring = acting.propose(
            what=RING,
            due=today + timedelta(days=60 + days),
            origin="child-m/father-left-out",
            level=Level.TEAM if name == CAL else Level.PRACTITIONER,
            agree=True,
            pair=link,
        ).id
        done = acting.propose(
            what=VISITS,
            due=today + timedelta(days=30 + days),
            origin="child-m/missed-visits",
            agree=True,
            pair=link,
        ).id
        evidence = Evidence(EvidenceKind.FEEDBACK, "A mother told me so.", today)
        acting.done(done, evidence=evidence, impact=IMPACT)
        if name in (ANN, BEA, CAL):
            acting.show_to(ring, CircleKind.TEAM)
        if name in (ANN, DOT):
            acting.show_to(done, CircleKind.TEAM)
        if name == ANN:
            later = acting.propose(what=PLAN, due=today + timedelta(days=120), agree=True, pair=link).id
            acting.start(later)
            acting.show_to(later, CircleKind.TEAM)
    return done


@dataclass
class North:
    """The same as often as a test wants it. Morgan leads nothing and is in no team until a test says so."""

    stage: Stage

    def __post_init__(self) -> None:
        kept, moment = _founded()
        workspace = self.stage.workspace
        shutil.copytree(Path(kept.name) / "workspace", workspace.folder, dirs_exist_ok=True)
        assert isinstance(workspace.clock, StoppedClock)
        self.clock = workspace.clock
        self.clock.moment = moment

    @contextmanager
    def signed_in(self, name: str) -> Iterator[Practice]:
        """Somebody's practice, for a moment."""
        with closing(self.stage.workspace.sign_in(name, PASSPHRASE)) as practice:
            yield practice

    def at(self, name: str, size: tuple[int, int] = (80, 24)) -> AbstractAsyncContextManager[Pilot[None]]:
        """The app of somebody, at Today."""
        return self.stage.open(size, name=name)

    def add_south(self) -> None:
        """A second team of Lee's, with Morgan alone in it."""
        with self.signed_in(LEE) as lee:
            lee.teams.add("South [/]", LEE, [MORGAN])
        for name in (MORGAN, LEE):
            with self.signed_in(name) as practice:
                practice.telling.told([notice.id for notice in practice.telling.waiting()])


async def without_notes(pilot: Pilot[None]) -> None:
    """Nothing stands at the edge of the page in front of it."""
    pilot.app.clear_notifications()
    await settle(pilot)
