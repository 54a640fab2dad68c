"""An action shown to a supervisor by keys alone: all that goes is seen before it goes."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from acting_stage import without_notes
from reflect.domain.people import CircleKind
from reflect.services.practice import Practice
from stage import NAME, PASSPHRASE, Stage
from waiting import press, settle, unframed

SAM, ALEX = "Sam [b]Supervisor[/b]", "Alex Another"
WHAT = "Ask [/] both parents"


class Three:
    """Sam and Alex supervise Robin, who has one action of their own, agreed, with a note."""

    def __init__(self, stage: Stage, *supervisors: str) -> None:
        self.stage = stage
        admin = stage.workspace.set_up("Ada Lead")
        for name in (NAME, SAM, ALEX):
            stage.workspace.join(code=admin.people.invite(name), passphrase=PASSPHRASE)[0].close()
        for name in supervisors:
            admin.links.add(name, NAME)
        admin.close()
        robin = self.sign_in(NAME)
        due = stage.workspace.clock.today()
        self.action = robin.acting.propose(what=WHAT, due=due, agree=True).id
        robin.acting.note(self.action, "I hesitate")
        robin.telling.told([notice.id for notice in robin.telling.waiting()])
        robin.close()

    def sign_in(self, name: str) -> Practice:
        return self.stage.workspace.sign_in(name, PASSPHRASE)

    def seen_by(self, name: str) -> bool:
        practice = self.sign_in(name)
        try:
            return practice.actions.how_many() == 1
        finally:
            practice.close()


async def to_the_dialog(pilot: Pilot[None]) -> None:
    await press(pilot, "a", "home", "down", "enter", "p", "enter", "down", "enter")
    await settle(pilot)


@pytest.fixture
def two(stage: Stage) -> Three:
    return Three(stage, SAM)


async def test_who_would_read_what_is_seen_before_it_is_shown(two: Three) -> None:
    async with two.stage.open(name=NAME) as pilot:
        await to_the_dialog(pilot)
        seen = unframed(pilot)
        assert f"{SAM} would read it." in seen
        for words in (WHAT, "I hesitate", "every step is signed"):
            assert words in seen
        assert not two.seen_by(SAM)
        await press(pilot, "escape")
        assert not two.seen_by(SAM)
        await press(pilot, "p", "enter", "down", "enter", "ctrl+s")
        assert "It is shown to them now." in unframed(pilot)
        assert "Who can see it: its owner and their supervisor" in await without_notes(pilot)
        assert two.seen_by(SAM)
        await press(pilot, "p", "enter", "up", "enter", "ctrl+s")
        assert "others rely on it" in await without_notes(pilot)


async def test_one_of_several_supervisors_is_named(stage: Stage) -> None:
    three = Three(stage, SAM, ALEX)
    async with stage.open(name=NAME) as pilot:
        await to_the_dialog(pilot)
        assert "2 people supervise you" in unframed(pilot)
        assert pilot.app.screen.query_one("#name").display
        await press(pilot, "tab", *"alex another")
        assert f"{ALEX} would read it." in unframed(pilot)
        await press(pilot, "ctrl+s")
        await settle(pilot)
    assert [three.seen_by(name) for name in (SAM, ALEX)] == [False, True]
    robin = three.sign_in(NAME)
    assert robin.actions.action(three.action).circle is CircleKind.PAIR
    robin.close()
