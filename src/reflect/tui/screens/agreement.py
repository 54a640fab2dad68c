"""The supervision agreement with somebody: read, drawn up, changed while it is not signed by both, signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.cadence import Cadence
from reflect.domain.supervision.entry import Section
from reflect.errors import NotFound, NotPermitted
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.export_record import ExportRecordDialog
from reflect.tui.dialogs.sign_record import SignDialog
from reflect.tui.dialogs.terms import TermsDialog, anew
from reflect.tui.one_to_ones import agreement_words as words
from reflect.tui.one_to_ones import commands
from reflect.tui.screen import Page
from reflect.tui.screens.agreement_words import AgreementWordsPage
from reflect.tui.words import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from reflect.services.practice import Practice

_WORDS_A_MINUTE = 200
_NONE_YET = (
    "There is no supervision agreement with {name} yet. An agreement says how often and how long you meet, what each "
    "of you wants and brings, who may read the records, and what you do when you see something differently. Both of "
    "you sign it; after a year you look at it again."
)


@dataclass(frozen=True, slots=True)
class _Read:
    """All agreements with somebody, the newest first."""

    agreements: tuple[Agreement, ...]
    cadences: tuple[Cadence, ...]


class AgreementPage(Page):
    """The newest agreement, or one before it; only what can be done with it now is offered."""

    PLACE = "Agreement"
    CSS_PATH = "agreement.tcss"
    PAGE_COMMANDS = (
        commands.DrawUp,
        commands.ChangeTerms,
        commands.WriteWants,
        commands.WriteOffers,
        commands.SignAgreement,
        commands.EarlierAgreement,
        commands.ExportThis,
        GoBack,
    )

    def __init__(self, name: str) -> None:
        super().__init__()
        self._other = name
        self._read: _Read | None = None
        self._at = 0

    def compose_body(self) -> ComposeResult:
        """How it stands, and what it says."""
        yield Static("Reading…", id="stands")
        with VerticalScroll(id="agreement"):
            yield Static(id="agreement-words")

    def on_mount(self) -> None:
        """With whom."""
        self.head(mark=self._other)

    async def read_again(self) -> None:
        """As it stands now: the other one may have written or signed."""

        def read(practice: Practice) -> _Read:
            found = sorted(practice.agreements.all(self._other), key=_made, reverse=True)
            if not found:
                practice.one_to_ones.next_day(self._other)  # says why, where the two are linked no longer
            return _Read(tuple(found), practice.cadences)

        try:
            self._read = await self.desk.read(read)
        except (NotFound, NotPermitted) as error:
            self.house.say_fault(error)
            self.dismiss()
            return
        self._at = min(self._at, max(len(self._read.agreements) - 1, 0))
        self._show()

    def _show(self) -> None:
        shown, read = self._shown, self._read
        if shown is None or read is None:
            self.query_one("#stands", Static).update(plain(_NONE_YET.format(name=self._other)))
            self.query_one("#agreement-words", Static).update("")
        else:
            me, today = self.desk.practice.person.id, self.house.workspace.clock.today()
            stands = words.stands(shown, me, today)
            if self._at:
                stands = plain("An earlier agreement. ").append(stands)
            self.query_one("#stands", Static).update(stands)
            self.query_one("#agreement-words", Static).update(words.in_words(shown, read.cadences))
        self.refresh_bindings()

    @property
    def _shown(self) -> Agreement | None:
        return self._read.agreements[self._at] if self._read and self._read.agreements else None

    @property
    def _open(self) -> Agreement | None:
        """The agreement that is shown, if it can still be changed."""
        shown = self._shown
        return shown if shown and not shown.agreed and not shown.copy and not self._at else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with what is shown."""
        shown, me = self._shown, self.desk.practice.person.id
        if action == commands.DrawUp.action():
            return self._read is not None and (
                shown is None or (shown.agreed and not shown.copy and not self._at)
            )
        if action in (
            commands.ChangeTerms.action(),
            commands.WriteWants.action(),
            commands.WriteOffers.action(),
        ):
            return self._open is not None
        if action == commands.SignAgreement.action():
            return self._open is not None and me not in self._open.signed_by
        if action == commands.EarlierAgreement.action():
            return self._read is not None and len(self._read.agreements) > 1
        if action == commands.ExportThis.action():
            return shown is not None and self.house.documents is not None
        return super().check_action(action, parameters)

    def reading_minutes(self) -> float:
        """It is read before it is signed."""
        shown, read = self._shown, self._read
        if shown is None or read is None:
            return 0.0
        return len(words.in_words(shown, read.cadences).plain.split()) / _WORDS_A_MINUTE

    # Drawing up and changing

    def action_draw_up(self) -> None:
        """A first one, or a new one from the old."""
        if self._read is None:
            return
        name, old, today = self._other, self._shown, self.house.workspace.clock.today()

        async def put(terms: Terms) -> Agreement:
            return await self.desk.write(lambda practice: practice.agreements.draw_up(name, terms))

        before = anew(old.terms, today, self._read.cadences) if old else None
        title = "A new agreement, from the one before" if old else f"An agreement with {name}"
        self.app.push_screen(
            TermsDialog(title, before, self._read.cadences, today, put),
            self._told("It is drawn up. Now each of you says what you want and bring, and both sign."),
        )

    def action_change_terms(self) -> None:
        """What both set down."""
        self._before_changing(self._change_terms)

    def _change_terms(self) -> None:
        agreement, read = self._open, self._read
        if agreement is None or read is None:
            return

        async def put(terms: Terms) -> Agreement:
            return await self.desk.write(
                lambda practice: practice.agreements.set_terms(agreement.id, agreement.terms, terms)
            )

        today = self.house.workspace.clock.today()
        self.app.push_screen(
            TermsDialog("What the agreement says", agreement.terms, read.cadences, today, put),
            self._told("Kept."),
        )

    def action_write_wants(self) -> None:
        """One's own words."""
        self._before_changing(lambda: self._write(Section.WANTS))

    def action_write_offers(self) -> None:
        """One's own words."""
        self._before_changing(lambda: self._write(Section.OFFERS))

    def _write(self, section: Section) -> None:
        if self._open is not None:
            self.app.push_screen(AgreementWordsPage(self._open, section))

    def _before_changing(self, go_on: Callable[[], None]) -> None:
        """Somebody has signed: a change voids that, so it is said before."""
        agreement = self._open
        if agreement is None:
            return
        if not agreement.signatures:
            go_on()
            return

        def answered(goes: bool | None) -> None:
            if goes:
                go_on()

        signed = " and ".join(agreement.name(person) for person in agreement.signed_by)
        self.app.push_screen(
            ConfirmDialog(
                "Change a signed agreement?",
                f"{signed} signed it as it stands now. Once you change something, that signature no longer counts, "
                "and both of you see that.",
                keep="Leave it as it is",
                go_ahead="Change it",
            ),
            answered,
        )

    def _told(self, said: str) -> Callable[[Agreement | None], None]:
        def kept(agreement: Agreement | None) -> None:
            if agreement is not None:
                self.say(said)

        return kept

    # Signing, looking, taking out

    def action_sign_agreement(self) -> None:
        """As it stands, with one's passphrase."""
        agreement = self._open
        if agreement is None:
            return

        def act(practice: Practice, passphrase: str) -> Agreement:
            practice.confirm_passphrase(passphrase)
            return practice.agreements.sign(agreement.id)

        async def sign(passphrase: str) -> Agreement:
            return await self.desk.write(lambda practice: act(practice, passphrase))

        def signed(agreement: Agreement | None) -> None:
            if agreement is not None:
                self.say(
                    "Signed by both, and locked." if agreement.agreed else "Signed. The other one signs too."
                )

        dialog: SignDialog[Agreement] = SignDialog(
            self.desk.practice.person.name, words.signing(agreement), sign
        )
        self.app.push_screen(dialog, signed)

    def action_earlier_agreement(self) -> None:
        """The one before; after the first, the newest again."""
        if self._read is not None and self._read.agreements:
            self._at = (self._at + 1) % len(self._read.agreements)
            self._show()
            self.query_one("#agreement", VerticalScroll).scroll_home(animate=False)

    def action_export_this(self) -> None:
        """To a file."""
        self.begin(self._export(), group="opening", only=True)

    async def _export(self) -> None:
        if (shown := self._shown) is not None:
            out = await self.desk.read(lambda practice: practice.taking_records_out.agreement(shown.id))
            await self.app.push_screen(ExportRecordDialog(out))


def _made(agreement: Agreement) -> datetime:
    return agreement.made or datetime.min.replace(tzinfo=UTC)
