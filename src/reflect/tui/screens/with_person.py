"""Before a one-to-one: all that the two of them have before them, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from reflect.domain.dates import said
from reflect.domain.supervision.entry import Entry
from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.tui import places
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.begin_one_to_one import BeginDialog
from reflect.tui.dialogs.cancel_one_to_one import CancelDialog
from reflect.tui.dialogs.export_record import ExportRecordDialog
from reflect.tui.dialogs.plan_day import PlanDayDialog
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.dialogs.topic import TopicDialog
from reflect.tui.one_to_ones.commands import ExportThis, ShowAgreement, ShowWorkingNotes
from reflect.tui.screen import Page
from reflect.tui.sharing.steps import offer_to_share
from reflect.tui.supervision import commands, preparing
from reflect.tui.supervision.preparing import Preparing
from reflect.tui.widgets.choices import Choices
from reflect.tui.widgets.question_card import question_words
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.domain.sharing import Share

_SAYS = {
    "action": "Enter opens this action: its history, and every step that it can take.",
    "share": "Enter reads what was shared.",
    "answer": "Enter asks what of this answer is to be shared.",
    "topic": "Enter reads this topic.",
    "record": "Enter opens this record, to be read and signed.",
    "agreement": "Enter opens the agreement.",
    "notes": "Enter shows what you may know of these notes.",
}


class WithPersonPage(Page):
    """Previous actions first, then what is shared, the topics of both, and what is due between them."""

    PLACE = "One-to-one"
    CSS_PATH = "with_person.tcss"
    PAGE_COMMANDS = (
        commands.BeginOneToOne,
        commands.GoOnWithOneToOne,
        commands.BeginAnother,
        commands.AddTopic,
        commands.PlanDay,
        commands.ShareSomething,
        commands.CancelOneToOne,
        ShowAgreement,
        ShowWorkingNotes,
        ExportThis,
        GoBack,
    )

    def __init__(self, name: str) -> None:
        super().__init__()
        self._with = name
        self._found: Preparing | None = None

    def compose_body(self) -> ComposeResult:
        """How it stands, what comes next, and the list."""
        yield Static("Reading…", id="meeting")
        yield Choices(id="prepared")
        yield Static(id="next-step")

    def on_mount(self) -> None:
        """Whose page it is."""
        self.head(mark=self.desk.practice.person.name)

    async def read_again(self) -> None:
        """As it stands now; it closes where the two are not linked."""
        try:
            self._found = await self.desk.read(lambda practice: preparing.read(practice, self._with))
        except (NotFound, NotPermitted, WrongUse) as error:
            self.house.say_fault(error)
            self.dismiss()
            return
        if self.is_attached:
            self._show()

    def on_resize(self) -> None:
        """Lines are as long as the page is wide."""
        self._show()

    def _show(self) -> None:
        if (found := self._found) is None:
            return
        today, choices = self.house.workspace.clock.today(), self.query_one(Choices)
        self.head(place=f"One-to-one with {found.prepared.name}")
        self.query_one("#meeting", Static).update(preparing.meeting_words(found.prepared, today))
        choices.fill(preparing.rows(found, choices.scrollable_content_region.width - 2, today))
        self._say_next_step()

    @property
    def _meeting(self) -> OneToOne | None:
        return self._found.prepared.meeting if self._found else None

    @property
    def _topic(self) -> Entry | None:
        """The topic that is marked."""
        kind, _, wanted = (self.query_one(Choices).chosen or "").partition(":")
        meeting = self._meeting
        if kind != "topic" or meeting is None:
            return None
        return next((topic for topic in meeting.topics if topic.id == wanted), None)

    @on(OptionList.OptionHighlighted)
    def _say_next_step(self) -> None:
        kind = (self.query_one(Choices).chosen or "").partition(":")[0]
        says = _SAYS.get(kind, "")
        topic = self._topic
        if topic is not None and topic.author == self.desk.practice.person.id:
            says = "Enter changes this topic of yours, or takes it away."
        self.query_one("#next-step", Static).update(Content(says))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        found = self._found
        if found is None:
            own = {command.action() for command in self.PAGE_COMMANDS if command is not GoBack}
            return action not in own and super().check_action(action, parameters)
        meeting = found.prepared.meeting
        is_planned = meeting is not None and meeting.status is MeetingStatus.PLANNED
        begins = meeting is None or is_planned or found.prepared.later_held
        possible = {
            commands.BeginOneToOne: begins,
            commands.GoOnWithOneToOne: not begins,
            commands.BeginAnother: found.prepared.is_over and not begins,
            commands.AddTopic: meeting is not None and not found.prepared.is_over,
            commands.PlanDay: meeting is None or is_planned or found.prepared.is_over,
            commands.CancelOneToOne: is_planned,
            ExportThis: self.house.documents is not None,
            commands.ShareSomething: found.prepared.supervises_me,
        }
        for command, can_be_done in possible.items():
            if action == command.action():
                return can_be_done and (found.prepared.ended is None or command is ExportThis)
        return super().check_action(action, parameters)

    # What Enter does

    @on(OptionList.OptionSelected)
    async def _open(self, event: OptionList.OptionSelected) -> None:
        kind, _, wanted = (event.option.id or "").partition(":")
        if kind == "action":
            await self.app.push_screen(places.action(wanted))
        elif kind == "share":
            self.begin(self._read_share(wanted), group="opening", only=True)
        elif kind == "answer":
            self.begin(offer_to_share(self, wanted), group="opening", only=True)
        elif kind == "topic":
            self._open_topic()
        elif kind == "record":
            await self.app.push_screen(places.record(wanted))
        elif kind == "agreement":
            self.action_show_agreement()
        elif kind == "notes":
            self.action_show_working_notes()

    async def _read_share(self, share_id: str) -> None:
        if self._found is None:
            return
        if not self._found.prepared.supervises_me:
            await self.app.push_screen(places.shared(share_id))
            return
        share: Share = await self.desk.read(lambda practice: practice.sharing.one(share_id))
        asked = share.card.asked
        scale = plain(share.scale.words, "$text-accent") if share.scale else Content("")
        opened = f"Opened on {said(share.opened.astimezone().date())}." if share.opened else "Not opened yet."
        await self.app.push_screen(
            ReadDialog(
                f"Shared with {self._found.prepared.name}",
                lines(
                    question_words(asked.wording, asked.parts),
                    scale,
                    plain(share.text),
                    plain(f"\n{opened}", "$text-muted"),
                ),
            )
        )

    def _open_topic(self) -> None:
        meeting, topic = self._meeting, self._topic
        if meeting is None or topic is None:
            return
        if topic.author == self.desk.practice.person.id and not meeting.agreed:
            self.app.push_screen(TopicDialog(meeting.id, self._other, topic))
        else:
            self.app.push_screen(ReadDialog(f"A topic of {meeting.name(topic.author)}", plain(topic.text)))

    @property
    def _other(self) -> str:
        return self._found.prepared.name if self._found else self._with

    # What can be done

    def action_add_topic(self) -> None:
        """On the agenda."""
        if (meeting := self._meeting) is not None:
            self.app.push_screen(TopicDialog(meeting.id, self._other))

    def action_plan_day(self) -> None:
        """Planned, or planned for another day."""
        if (found := self._found) is not None:
            today, prepared = self.house.workspace.clock.today(), found.prepared
            dialog = PlanDayDialog(
                self._other,
                None if prepared.is_over else self._meeting,
                prepared.next_day,
                today,
                is_said=prepared.next_is_said,
            )
            self.app.push_screen(dialog, self._planned)

    def _planned(self, meeting: OneToOne | None) -> None:
        if meeting is not None:
            self.say(f"Planned for {said(meeting.facts.planned)}.")

    def action_cancel_one_to_one(self) -> None:
        """Why, and when instead."""
        if (meeting := self._meeting) is not None:

            def cancelled(done: OneToOne | None) -> None:
                if done is not None:
                    self.say("Cancelled, and planned anew; its agenda moved with it.")

            self.app.push_screen(CancelDialog(meeting, self.house.workspace.clock.today()), cancelled)

    def action_begin_one_to_one(self) -> None:
        """From now on it is held."""

        def begun(meeting: OneToOne | None) -> None:
            if meeting is not None:
                self.app.push_screen(places.one_to_one(meeting.id))

        today = self.house.workspace.clock.today()
        self.app.push_screen(BeginDialog(self._other, self._meeting, today), begun)

    def action_begin_another(self) -> None:
        """Ad hoc, beside the one that waits for a signature."""
        self.action_begin_one_to_one()

    def action_go_on_with_one_to_one(self) -> None:
        """Where it was left."""
        if (meeting := self._meeting) is not None:
            self.app.push_screen(places.one_to_one(meeting.id))

    def action_share_something(self) -> None:
        """Which answers, which of their lines; this supervisor is meant."""
        if (found := self._found) is not None:
            self.app.push_screen(places.share_several(to=found.prepared.link))

    def action_export_this(self) -> None:
        """The agenda, to a file that can be printed."""
        self.begin(self._export(), group="opening", only=True)

    async def _export(self) -> None:
        out = await self.desk.read(lambda practice: practice.taking_records_out.agenda(self._other))
        await self.app.push_screen(ExportRecordDialog(out))

    def action_show_agreement(self) -> None:
        """What the two have agreed."""
        self.app.push_screen(places.agreement(self._other))

    def action_show_working_notes(self) -> None:
        """The supervisor's own, or what one may know of them."""
        self.app.push_screen(places.working_notes(self._other))
