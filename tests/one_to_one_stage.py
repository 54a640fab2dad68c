"""Two people in supervision for the tests of their pages, and what the keys of a one-to-one do, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from datetime import timedelta

from textual.pilot import Pilot
from textual.widgets import Input

from acting_stage import QUESTION, feedback, in_days
from reflect.domain.actions.action import Action
from reflect.domain.people import CircleKind
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.services.practice import Practice
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.record import RecordPage
from reflect.tui.screens.with_person import WithPersonPage
from reflect.tui.start import Opening
from reflect.tui.widgets.progress_strip import ProgressStrip
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for

SAM, BO = "Sam Supervisor", "Bo [b]Practitioner[/b]"
LEE, CLEO, ALEX = "Lee [/]Lead", "Cleo Colleague", "Alex Elsewhere"
LISTED = "Ask for both parents"
RING, LEAFLET = "Ring the school nurse", "Bring a leaflet"
FORGOTTEN = "I forget"
SHARED = "I rang on Monday.\nHe was not told."


class Two:
    """Sam supervises Bo. Both have the passphrase of the stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        sam = stage.workspace.set_up(SAM)
        stage.workspace.join(code=sam.people.invite(BO, "Nurse"), passphrase=PASSPHRASE)[0].close()
        self.link = sam.links.add(SAM, BO).id
        sam.close()
        for name in (BO, SAM):
            with self.signed_in(name) as practice:
                practice.telling.told([notice.id for notice in practice.telling.waiting()])

    def with_a_log(self) -> Two:
        """Bo is in Lee's team with Cleo, and one action is on its log; Alex is in no team."""
        with self.signed_in(SAM) as sam:
            for name in (LEE, CLEO, ALEX):
                code = sam.people.invite(name, "Nurse")
                self.stage.workspace.join(code=code, passphrase=PASSPHRASE)[0].close()
            sam.teams.add("North", lead=LEE, members=[BO, CLEO])
        with self.signed_in(BO) as bo:
            bo.acting.show_to(self.agreed_action(what=LISTED).id, CircleKind.TEAM)
        for name in (BO, CLEO, LEE):
            with self.signed_in(name) as practice:
                practice.telling.told([notice.id for notice in practice.telling.waiting()])
        return self

    @contextmanager
    def signed_in(self, name: str) -> Iterator[Practice]:
        """Somebody's practice, for a moment."""
        practice = self.stage.workspace.sign_in(name, PASSPHRASE)
        try:
            yield practice
        finally:
            practice.close()

    def at(self, name: str, size: tuple[int, int] = (80, 24)) -> AbstractAsyncContextManager[Pilot[None]]:
        """The app of one of the two, at the one-to-one with the other."""
        other = BO if name == SAM else SAM
        return self.stage.open(size, Opening(person=other), name=name)

    def planned(self, days: int = 7) -> str:
        """The id of one that is planned."""
        with self.signed_in(SAM) as sam:
            return sam.one_to_ones.plan(BO, self.stage.workspace.clock.today() + timedelta(days=days)).id

    def begun(self) -> str:
        """The id of one that has begun, with a topic of each."""
        meeting = self.planned()
        with self.signed_in(SAM) as sam, self.signed_in(BO) as bo:
            sam.one_to_ones.add(meeting, Section.AGENDA, "The visit on the 3rd")
            bo.one_to_ones.add(meeting, Section.AGENDA, "My caseload [/]")
            sam.one_to_ones.begin(meeting, "Room 2")
        return meeting

    def agreed_action(self, what: str = RING, days: int = 20) -> Action:
        """An action that the two agreed before."""
        with self.signed_in(BO) as bo:
            due = self.stage.workspace.clock.today() + timedelta(days=days)
            return bo.acting.propose(what=what, due=due, agree=True, pair=self.link)

    def confirmed_action(self) -> str:
        """The id of one that came from a question which Bo had answered; it is to be looked at again today."""
        bank, question = QUESTION.split("/")
        with self.signed_in(BO) as bo:
            bo.reflecting.add_answer(bank, question, text=FORGOTTEN, scale=None)
            due = in_days(self.stage, 9)
            made = bo.acting.propose(what="Ask", due=due, origin=QUESTION, agree=True, pair=self.link).id
            bo.acting.done(made, evidence=feedback(self.stage))
        with self.signed_in(SAM) as sam:
            sam.acting.confirm(made)
        self.stage.workspace.clock.go_on(days=90)
        return made

    def shared(self) -> str:
        """The id of something that Bo shared."""
        with self.signed_in(BO) as bo:
            answer = bo.reflecting.add_answer("child-m", "ask-about-a-day", text=SHARED, scale=None)
            return bo.sharing.share(bo.sharing.preview(answer.id))[0].id

    def signed(self) -> str:
        """The id of one that both have signed."""
        meeting = self.begun()
        with self.signed_in(SAM) as sam, self.signed_in(BO) as bo:
            sam.one_to_ones.sign(meeting)
            bo.one_to_ones.sign(meeting)
        return meeting

    def record(self, name: str = SAM) -> OneToOne:
        """The latest one-to-one, as one of the two reads it."""
        with self.signed_in(name) as practice:
            return practice.one_to_ones.all()[0]

    def said(self, person: str, section: Section, about: str | None = None) -> list[str]:
        """What somebody wrote in a part of it, as the other one reads it."""
        record = self.record(BO if person == SAM else SAM)
        author = record.supervisor if person == SAM else record.supervisee
        return [entry.text for entry in record.by(author, section, about)]


def flat(pilot: Pilot[None]) -> str:
    """What the screen says as one line, without frames."""
    said = text_of(pilot)
    for frame in "│▌╭╮╰╯─":
        said = said.replace(frame, " ")
    return " ".join(said.split())


async def without_notes(pilot: Pilot[None]) -> str:
    """The same, with nothing at the edge of the page in front of it."""
    pilot.app.clear_notifications()
    await settle(pilot)
    return flat(pilot)


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Types, a key at a time."""
    await press(pilot, *words)


async def write(pilot: Pilot[None], words: str) -> None:
    """Types in the part where one is, and waits until the page says that it is saved."""
    await type_in(pilot, words)
    await wait_for(
        pilot,
        lambda: "Saved" in pilot.app.screen.query_one(ProgressStrip).saved_words,
        f"“{words}” to be saved",
    )


async def note_on_marked_action(pilot: Pilot[None], words: str) -> None:
    """Says something of the previous action that is marked, on its page, and comes back."""
    await press(pilot, "enter", "n")
    await type_in(pilot, words)
    await press(pilot, "ctrl+s", "escape")


async def agree(pilot: Pilot[None], what: str, by: str) -> None:
    """Agrees an action on the spot, by a day in words."""
    await press(pilot, "f11")
    await type_in(pilot, what)
    await press(pilot, "tab", "tab")
    await type_in(pilot, by)
    await press(pilot, "ctrl+s")


async def go_to_part(pilot: Pilot[None], section: Section) -> None:
    """On to a part, by its key."""
    while section.words not in flat(pilot):
        await press(pilot, "ctrl+n")
        assert isinstance(pilot.app.screen, OneToOnePage)


async def give_passphrase(pilot: Pilot[None], passphrase: str = PASSPHRASE) -> None:
    """Types a passphrase where it is asked for."""
    field = pilot.app.screen.query_one("#passphrase", Input)
    assert field.has_focus
    await type_in(pilot, passphrase)
    await press(pilot, "enter")


async def at_prepare(pilot: Pilot[None]) -> None:
    """The page on which it is prepared."""
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, WithPersonPage), "the page of the two")
    await settle(pilot)


async def plan(pilot: Pilot[None], day: str) -> None:
    """Plans one there for a day, in words."""
    await press(pilot, "d")
    await type_in(pilot, day)
    await press(pilot, "ctrl+s")


async def add_topic(pilot: Pilot[None], words: str) -> None:
    """Puts something on its agenda."""
    await press(pilot, "n")
    await type_in(pilot, words)
    await press(pilot, "ctrl+s")


async def begin(pilot: Pilot[None], place: str) -> None:
    """Begins it, and comes to its parts."""
    await press(pilot, "h")
    await type_in(pilot, place)
    await press(pilot, "ctrl+s")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, OneToOnePage), "the parts of the record")


async def at_parts(pilot: Pilot[None]) -> None:
    """From there to the parts of the one that has begun."""
    await at_prepare(pilot)
    await press(pilot, "h")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, OneToOnePage), "the parts of the record")
    await settle(pilot)


async def at_record(pilot: Pilot[None]) -> None:
    """From the parts to the whole record."""
    await press(pilot, "ctrl+f")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, RecordPage), "the whole record")
    await settle(pilot)


async def sign(pilot: Pilot[None], passphrase: str = PASSPHRASE) -> None:
    """Signs the record on the screen."""
    await press(pilot, "s")
    await give_passphrase(pilot, passphrase)


async def hand_over(pilot: Pilot[None], passphrase: str = PASSPHRASE) -> None:
    """The other one of the two comes in."""
    await press(pilot, "ctrl+o")
    await give_passphrase(pilot, passphrase)


async def hand_back(pilot: Pilot[None]) -> None:
    """Whoever came in goes out again."""
    await press(pilot, "ctrl+o")
    await until_handed_back(pilot)


async def until_handed_back(pilot: Pilot[None]) -> None:
    """Whoever came in is gone out, by whatever led to that."""
    await wait_for(pilot, lambda: not pilot.app.desk.is_handed_over, "the keyboard to be handed back")


async def see_anew(pilot: Pilot[None]) -> None:
    """What a page of a record does by itself every few seconds."""
    page = pilot.app.screen
    assert isinstance(page, OneToOnePage | RecordPage)
    page.look_again()
    await settle(pilot)
