"""Shared: what was prepared, what was shared and who opened it, and what is shared with a supervisor."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.dates import day_of, said, said_short
from reflect.domain.reflection import AnswerCard
from reflect.domain.sharing import Share
from reflect.tui import places
from reflect.tui.commands import GoBack, GoToShares
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.screen import Page
from reflect.tui.sharing import commands, exchange
from reflect.tui.sharing.exchange import Exchange
from reflect.tui.sharing.steps import offer_to_share
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import columns, lines, plain

_RIGHT = 21
_NOTHING = (
    "Nothing is prepared or shared. What you write stays yours alone until you share it: in a reflection, or here with "
    "{key}, which chooses among all your answers."
)


class SharesPage(Page):
    """One list. Enter reads what is marked; what was prepared can be shared at once."""

    PLACE = "Shared"
    CSS_PATH = "shares.tcss"
    OWN_COMMAND = GoToShares
    PAGE_COMMANDS = (
        commands.SharePrepared,
        commands.ShareFromAll,
        commands.WithdrawShare,
        GoBack,
    )

    def __init__(self) -> None:
        super().__init__()
        self._known: Exchange | None = None

    def compose_body(self) -> ComposeResult:
        """What is marked, and the list."""
        yield Static("Reading…", id="about")
        yield Choices(id="shares")

    def on_mount(self) -> None:
        """Whose page it is."""
        self.head(mark=self.desk.practice.person.name)

    async def read_again(self) -> None:
        """As it stands now: something may have been opened, commented on or withdrawn."""
        self._known = await self.desk.read(exchange.exchange)
        if self._known.fault:
            self.say(self._known.fault)
        self._show()

    def on_resize(self) -> None:
        """Lines are as long as the page is wide."""
        self._show()

    def _show(self) -> None:
        if self._known is not None:
            choices = self.query_one(Choices)
            choices.fill(list(_options(self._known, choices.scrollable_content_region.width - 2)))
            self._say_what_is_marked()

    @property
    def _marked(self) -> tuple[str, str]:
        kind, _, wanted = (self.query_one(Choices).chosen or "").partition(":")
        return kind, wanted

    @property
    def _share(self) -> Share | None:
        kind, wanted = self._marked
        return self._known.share(wanted) if self._known is not None and kind == "mine" else None

    @property
    def _answer(self) -> AnswerCard | None:
        kind, wanted = self._marked
        return self._known.answer(wanted) if self._known is not None and kind == "prepared" else None

    @on(OptionList.OptionHighlighted)
    def _say_what_is_marked(self) -> None:
        if (known := self._known) is None:
            return
        kind, wanted = self._marked
        about = _NOTHING.format(key=self.app.get_key_display(commands.ShareFromAll.binding()))
        if (share := self._share) is not None:
            about = exchange.share_about(share, known)
        elif self._answer is not None:
            about = "Prepared for your next one-to-one. Only you see that. Enter says more, and shares it."
        elif kind == "received" and (card := known.card(wanted)) is not None:
            about = exchange.received_about(card, known)
        self.query_one("#about", Static).update(plain(about))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        known = self._known
        if action == commands.SharePrepared.action():
            return known is not None and bool(known.prepared)
        if action == commands.WithdrawShare.action():
            share = self._share if known is not None else None
            is_open = share is not None and share.withdrawn is None and share.discussed_in is None
            return is_open or (known is not None and self._answer is not None)
        return super().check_action(action, parameters)

    @on(OptionList.OptionSelected)
    async def _open(self) -> None:
        kind, wanted = self._marked
        if kind == "received":
            await self.app.push_screen(places.shared(wanted))
        elif (share := self._share) is not None:
            self.begin(self._read(share), group="opening", only=True)
        elif (answer := self._answer) is not None:
            self.begin(offer_to_share(self, answer.id), group="opening", only=True)

    async def _read(self, share: Share) -> None:
        if (known := self._known) is None:
            return
        comments = await self.desk.read(lambda practice: practice.sharing.comments(share.id))
        me = self.desk.practice.person.id
        await self.app.push_screen(
            ReadDialog(
                f"Shared with {known.names.get(share.card.supervisor, '')}",
                lines(
                    plain(exchange.share_about(share, known), "$text-muted"),
                    Content(" "),
                    exchange.copy_words(share.card.asked, share.scale, share.text),
                    Content(" " if comments else ""),
                    exchange.comment_words(comments, known.names, me),
                ),
            )
        )

    def action_share_prepared(self) -> None:
        """All that is prepared, to be looked through."""
        if self._known is not None:
            ids = [card.id for card in self._known.prepared]
            self.app.push_screen(places.share_several(ids, are_marked=True))

    def action_share_from_all(self) -> None:
        """Any of one's answers."""
        self.app.push_screen(places.share_several())

    def action_withdraw_share(self) -> None:
        """A share after asking; what was only prepared, at once."""
        if (answer := self._answer) is not None:
            self.begin(self._unprepare(answer), group="sharing")
        elif (share := self._share) is not None and self._known is not None:
            self._ask(share, self._known.names.get(share.card.supervisor, ""))

    def _ask(self, share: Share, name: str) -> None:
        opened = (
            f"They opened it on {said(day_of(share.opened))}, and may remember it."
            if share.opened
            else "They have not opened it."
        )

        def answered(is_sure: bool | None) -> None:
            if is_sure:
                self.begin(self._withdraw(share), group="sharing")

        self.app.push_screen(
            ConfirmDialog(
                f"Take this back from {name}?",
                f"The copy is gone then, with the comments on it. Your answer stays yours. {opened}",
                keep="Leave it shared",
                go_ahead="Take it back",
            ),
            answered,
        )

    async def _withdraw(self, share: Share) -> None:
        await self.desk.write(lambda practice: practice.sharing.withdraw(share.id))
        self.say("Withdrawn: the copy is gone.")
        await self.read_again()

    async def _unprepare(self, answer: AnswerCard) -> None:
        await self.desk.write(lambda practice: practice.sharing.unprepare(answer.id))
        self.say("No longer prepared. It never left you.")
        await self.read_again()


def _options(known: Exchange, width: int) -> Iterable[Option]:
    sections: list[tuple[str, list[Option]]] = [
        (
            "Shared with you",
            [_row(f"received:{one.id}", exchange.received_row(one, known), width) for one in known.received],
        ),
        (
            "Prepared; only you see it",
            [
                _row(f"prepared:{one.id}", (one.asked.wording, said_short(day_of(one.created))), width)
                for one in known.prepared
            ],
        ),
        (
            "You shared",
            [_row(f"mine:{one.id}", exchange.share_row(one, known), width) for one in known.current],
        ),
        (
            "Withdrawn",
            [_row(f"mine:{one.id}", exchange.share_row(one, known), width) for one in known.withdrawn],
        ),
    ]
    shown = [(title, rows) for title, rows in sections if rows]
    for at, (title, rows) in enumerate(shown):
        if at:
            yield _heading("")
        yield _heading(title)
        yield from rows


def _row(id_: str, told: tuple[str, str], width: int) -> Option:
    left, right = told
    return Option(columns(width, plain(" ".join(left.split())), (right, _RIGHT)), id=id_)


def _heading(title: str) -> Option:
    return Option(Content.styled(title, "bold $primary"), disabled=True)
