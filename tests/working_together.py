"""A small team in the app: an administrator, a supervisor, a practitioner, and somebody who is in nothing with them."""

from __future__ import annotations

from contextlib import closing

from textual.pilot import Pilot

from reflect.services.practice import Practice
from reflect.tui.widgets.choices import Choices
from stage import PASSPHRASE, Stage, fill, submit
from waiting import settle, wait_for

ADMIN, SUPERVISOR, PRACTITIONER, OTHER = (
    "Ada Administrator",
    "Sam [b]Supervisor[/b]",
    "Robin Example",
    "Alex Another",
)


class Together:
    """Sam leads the team North and supervises Robin, who is in it. Everybody knows of that already."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        with closing(stage.workspace.set_up(ADMIN)) as admin:
            for name in (SUPERVISOR, PRACTITIONER, OTHER):
                code = admin.people.invite(name, "Nurse")
                stage.workspace.join(code=code, passphrase=PASSPHRASE)[0].close()
            self.link = admin.links.add(SUPERVISOR, PRACTITIONER).id
            admin.teams.add("North", SUPERVISOR, [PRACTITIONER])
        for name in (PRACTITIONER, SUPERVISOR):
            with closing(self.sign_in(name)) as practice:
                practice.telling.told([notice.id for notice in practice.telling.waiting()])

    def sign_in(self, name: str) -> Practice:
        """Another window of somebody."""
        return self.stage.workspace.sign_in(name, PASSPHRASE)

    def told(self, name: str) -> list[str]:
        """What somebody is to be told, in words."""
        with closing(self.sign_in(name)) as practice:
            return [notice.words for notice in practice.telling.waiting()]


async def come_in(pilot: Pilot[None], name: str) -> None:
    """From the lock page to Today."""
    await fill(pilot, who=name, passphrase=PASSPHRASE)
    await submit(pilot, "passphrase")
    await wait_for(pilot, lambda: bool(pilot.app.screen.query(Choices)), "Today")
    await settle(pilot)
