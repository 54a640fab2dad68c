"""What goes to whom: the lines of an answer, marked one by one, and what was shared of it before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.domain.banks import Handling
from reflect.domain.dates import day_of, said
from reflect.domain.links import Link
from reflect.domain.reflection import Answer, State
from reflect.domain.sharing import ELLIPSIS, Share
from reflect.domain.sharing_again import lines_meant, lines_shared
from reflect.tui.commands import CloseDialog
from reflect.tui.labels import handling_words
from reflect.tui.screen import Dialog
from reflect.tui.sharing import commands
from reflect.tui.widgets.line_marks import LineMarks
from reflect.tui.words import lines, plain

NOBODY = "Nobody supervises you here just now. You can prepare this for later; only you see that."


@dataclass(frozen=True, slots=True)
class Outlook:
    """An answer, by which links somebody supervises its owner, the names of people by id, what is shared of it, and
    the label of its bank (None where it is not known)."""

    answer: Answer
    links: tuple[Link, ...]
    names: dict[str, str]
    shares: tuple[Share, ...]
    handling: Handling | None

    @property
    def marked(self) -> frozenset[int] | None:
        """The lines that were chosen when it was prepared, or shared last, by their numbers; None for all, as where
        nothing was shared yet."""
        if self.answer.meant is not None:
            return lines_meant(self.answer)
        last = max(self.shares, key=lambda share: share.card.shared, default=None)
        return lines_shared(self.answer, last) if last else None

    @property
    def meant(self) -> int:
        """Which of the links is meant at first."""
        kept = self.answer.meant.supervisor if self.answer.meant else None
        return next((at for at, link in enumerate(self.links) if link.supervisor == kept), 0)


class Wish(StrEnum):
    """What is to be done with the answer."""

    SHARE = "share"
    PREPARE = "prepare"
    KEEP = "keep"
    TAKE_BACK = "take-back"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done; for a share, or what is prepared, which lines (None for all) go by which link."""

    wish: Wish
    lines: str | None = None
    link: str | None = None


class ShareDialog(Dialog[Wanted]):
    """Answers what is wanted, or None. What is marked here is exactly what goes."""

    TITLE = "Share this answer"
    CSS_PATH = "share.tcss"
    PAGE_COMMANDS = (
        commands.MarkLine,
        commands.ShareNow,
        commands.PrepareIt,
        commands.TakeBack,
        commands.AnotherSupervisor,
        CloseDialog,
    )

    def __init__(self, outlook: Outlook) -> None:
        super().__init__()
        self._outlook = outlook
        self._to = outlook.meant

    def compose_body(self) -> ComposeResult:
        """To whom, and every line."""
        yield Static(id="share-to")
        yield LineMarks(self._outlook.answer, self._outlook.marked, id="share-lines")

    def on_mount(self) -> None:
        """All lines are marked, or those that were shared last."""
        self._show()

    @on(LineMarks.Changed)
    def _show(self) -> None:
        self.query_one("#share-to", Static).update(self._said())
        self.refresh_bindings()

    def _said(self) -> Content:
        """To whom comes first: where there is little room, the end of this is cut."""
        outlook, told = self._outlook, []
        if outlook.links:
            link = outlook.links[self._to]
            cover = f" (cover up to {said(link.until)})" if link.until else ""
            name = outlook.names.get(link.supervisor, "")
            told.append(
                plain(f"{name}{cover} would read {self._which()}, and nobody else could.{self._others()}")
            )
        else:
            told.append(plain(NOBODY))
        for share in outlook.shares:
            name = outlook.names.get(share.card.supervisor, "")
            opened = f"opened on {said(day_of(share.opened))}" if share.opened else "not opened yet"
            told.append(plain(f"Shared with {name} on {said(day_of(share.card.shared))}, {opened}."))
        if outlook.answer.state is State.PREPARED:
            told.append(plain("Prepared for your next one-to-one. Only you see that."))
        if outlook.links:
            label = handling_words(outlook.handling) if outlook.handling else "no label known"
            told.append(plain(f"It stays in this workspace. The bank: {label}.", "$text-muted"))
        return lines(*told, plain(outlook.answer.asked.wording, "bold"))

    def _which(self) -> str:
        scale = self._outlook.answer.scale
        if self._lines.is_whole:
            return f"the whole answer{f' ({scale.words})' if scale else ''} with its question"
        return "the marked lines with the question"

    def _others(self) -> str:
        return "" if self._lines.is_whole else f" “{ELLIPSIS}” stands for the other lines."

    @property
    def _lines(self) -> LineMarks:
        return self.query_one(LineMarks)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with this answer now."""
        outlook = self._outlook
        if action == commands.ShareNow.action():
            return bool(outlook.links) and (self._lines.is_whole or bool(self._lines.chosen))
        if action == commands.PrepareIt.action():
            some = self._lines.is_whole or bool(self._lines.chosen)
            is_prepared = outlook.answer.state is State.PREPARED
            return is_prepared or (some and outlook.answer.state is not State.SHARED)
        if action == commands.TakeBack.action():
            return bool(outlook.shares)
        if action == commands.AnotherSupervisor.action():
            return len(outlook.links) > 1
        return super().check_action(action, parameters)

    def action_mark_line(self) -> None:
        """The line goes, or stays."""
        self._lines.mark()

    def action_share_now(self) -> None:
        """Exactly what is marked."""
        self.dismiss(Wanted(Wish.SHARE, self._lines.wanted, self._outlook.links[self._to].id))

    def action_prepare_it(self) -> None:
        """Prepared, or no longer."""
        is_prepared = self._outlook.answer.state is State.PREPARED
        link = self._outlook.links[self._to].id if self._outlook.links else None
        self.dismiss(Wanted(Wish.KEEP) if is_prepared else Wanted(Wish.PREPARE, self._lines.wanted, link))

    def action_take_back(self) -> None:
        """What was shared of it."""
        self.dismiss(Wanted(Wish.TAKE_BACK))

    def action_another_supervisor(self) -> None:
        """The next of them."""
        self._to = (self._to + 1) % len(self._outlook.links)
        self._show()

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
