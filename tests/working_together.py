"""A small team in the app: an administrator, a supervisor, a practitioner, and somebody who is in nothing with them."""

from __future__ import annotations

from contextlib import closing

from textual.pilot import Pilot

from clocks import StoppedClock
from reflect.domain.reflection import Scale, State
from reflect.services.practice import Practice
from reflect.tui.screens.people import PeoplePage
from reflect.tui.screens.share_several import ShareSeveralPage
from reflect.tui.screens.sitting import SittingPage
from reflect.tui.widgets.choices import Choices
from stage import PASSPHRASE, Stage, come_in
from waiting import press, settle, wait_for

ADMIN, SUPERVISOR, PRACTITIONER, OTHER = (
    "Ada Administrator",
    "Sam [b]Supervisor[/b]",
    "Robin Example",
    "Alex Another",
)


QUESTIONS = ("ask-about-a-day", "speak-to-fathers")
FIRST = "We ring on Monday.\nI met Mrs Jones [/] there.\nNext time I ask first."
SECOND = "I write to fathers.\nNobody answered."


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


class Writing(Together):
    """Robin has finished a reflection with two answers, and written a third answer elsewhere."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        clock = stage.workspace.clock
        assert isinstance(clock, StoppedClock)
        with closing(self.sign_in(PRACTITIONER)) as robin:
            robin.reflecting.add_answer("child-m", "missed-visits", text="Later.", scale=None)
            clock.go_on(hours=1)
            sitting = robin.reflecting.begin_anew("child-m", questions=QUESTIONS).reflection.id
            for question, text, scale in (
                ("ask-about-a-day", FIRST, Scale.USUALLY),
                ("speak-to-fathers", SECOND, None),
            ):
                clock.go_on(minutes=1)
                robin.reflecting.save_answer(sitting, question, text=text, scale=scale, revision=0)
            robin.reflecting.finish(sitting, "")

    def received(self) -> set[str]:
        """The words that the supervisor can read, each opened by that."""
        with closing(self.sign_in(SUPERVISOR)) as sam:
            return {sam.sharing.open(card.id).text for card in sam.sharing.received()}

    def states(self) -> dict[str, State]:
        """How each answer stands, by its question."""
        with closing(self.sign_in(PRACTITIONER)) as robin:
            return {card.asked.question: card.state for card in robin.reflecting.answers()}

    def share(self, question: str) -> str:
        """Shares an answer in another window, and gives the id of the share."""
        with closing(self.sign_in(PRACTITIONER)) as robin:
            (card,) = robin.reflecting.answers(question=question)
            return robin.sharing.share(robin.sharing.preview(card.id))[0].id


async def at_reflection(pilot: Pilot[None]) -> None:
    """Robin, in front of the reflection with two answers."""
    await come_in(pilot, PRACTITIONER)
    await press(pilot, "m", "enter")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, SittingPage), "the reflection")
    await settle(pilot)


async def at_choice(pilot: Pilot[None]) -> None:
    """The same, with all of it marked to be shared."""
    await at_reflection(pilot)
    await press(pilot, "w")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, ShareSeveralPage), "the choice")
    await settle(pilot)


async def at_people(pilot: Pilot[None], name: str) -> None:
    """Signed in, on the page of people."""
    await come_in(pilot, name)
    await press(pilot, "p")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, PeoplePage), "the page of people")
    await settle(pilot)


async def mark(pilot: Pilot[None], words: str) -> None:
    """Goes down to the row that begins with these words."""
    choices = pilot.app.screen.query_one(Choices)
    for _ in range(choices.option_count):
        option = choices.highlighted_option
        if option is not None and str(option.prompt).startswith(words):
            return
        await press(pilot, "down")
    raise AssertionError(f"no row begins with {words}")
