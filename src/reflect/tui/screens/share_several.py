"""Sharing several answers at once: which of them, which lines, a last look at exactly what goes, and to whom."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.dates import said
from reflect.domain.links import Link
from reflect.domain.reflection import Answer, State
from reflect.domain.sharing import Preview
from reflect.errors import NotFound
from reflect.services.practice import Practice
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.choose_lines import ALL, ChooseLinesDialog
from reflect.tui.dialogs.share import NOBODY
from reflect.tui.screen import Page
from reflect.tui.sharing import commands, several
from reflect.tui.sharing.looking_through import look_through
from reflect.tui.sharing.several import Offered
from reflect.tui.widgets.long_list import LongList
from reflect.tui.words import counted, lines, plain


class ShareSeveralPage(Page):
    """The answers above, and below them how the marked one would go. Nothing goes before all of it was seen."""

    PLACE = "Share answers"
    CSS_PATH = "share_several.tcss"
    PAGE_COMMANDS = (
        commands.MarkAnswer,
        commands.ChooseLines,
        commands.ShareChosen,
        commands.PrepareChosen,
        commands.MarkAll,
        commands.AnotherSupervisor,
        GoBack,
    )

    def __init__(
        self, ids: Sequence[str] | None = None, *, are_marked: bool = False, to: str | None = None
    ) -> None:
        """`ids` are those of the answers to choose from, all of one's answers without them; with `are_marked`, those
        that are not shared yet are marked at first. `to` is the link of the supervisor who is meant at first."""
        super().__init__()
        self._link_at_first = to
        self._ids = ids
        self._are_marked = are_marked
        self._offered: Offered | None = None
        self._chosen: dict[str, str | None] = {}
        self._seen: Answer | None = None
        self._to = 0

    def compose_body(self) -> ComposeResult:
        """To whom, the answers, and the one where somebody is."""
        yield Static("Reading…", id="to-whom")
        yield LongList(self._row, id="answers")
        with VerticalScroll(id="as-it-goes", can_focus=False):
            yield Static(id="going")

    def on_mount(self) -> None:
        """The words of the answer where one is follow the mark."""
        self.head(mark=self.desk.practice.person.name)
        self.watch(self.query_one(LongList), "mark", self._read_marked, init=False)

    async def read_again(self) -> None:
        """The answers, and who could read them."""
        is_first = self._offered is None
        self._offered = await self.desk.read(lambda practice: several.offered(practice, self._ids))
        if is_first and self._are_marked:
            self._chosen = {
                one.id: kept
                for one in self._offered.answers
                if one.state is not State.SHARED and (kept := several.chosen_before(one)) != ""
            }
        if is_first:
            meant = [at for at, link in enumerate(self._offered.links) if link.id == self._link_at_first]
            self._to = next(iter(meant), 0)
        self._to = min(self._to, max(len(self._offered.links) - 1, 0))
        listed = self.query_one(LongList)
        listed.fill(range(len(self._offered.answers)), listed.mark)
        self._show()
        await self._read_answer()

    # What is shown

    def _show(self) -> None:
        self.query_one("#to-whom", Static).update(self._said())
        self.query_one(LongList).refresh()
        self._show_going()
        self.refresh_bindings()

    def _said(self) -> Content:
        if (known := self._offered) is None or not known.answers:
            return Content("There is no answer here to share.")
        of = f"{len(self._chosen)} of {counted(len(known.answers), 'answer')} marked."
        link = self._link
        if link is None:
            return lines(plain(NOBODY), plain(of))
        name = known.names.get(link.supervisor, "")
        cover = f" (cover up to {said(link.until)})" if link.until else ""
        return plain(f"{of} {name}{cover} would read what is marked, and nobody else could.")

    @property
    def _link(self) -> Link | None:
        return self._offered.links[self._to] if self._offered is not None and self._offered.links else None

    def _row(self, row: int, width: int) -> Content:
        if (known := self._offered) is None:
            return Content("")
        answer = known.answers[row]
        return several.row(
            answer, width, is_marked=answer.id in self._chosen, wanted=self._chosen.get(answer.id)
        )

    @property
    def _marked(self) -> str | None:
        row = self.query_one(LongList).mark
        known = self._offered
        return known.answers[row].id if known is not None and row < len(known.answers) else None

    def _read_marked(self) -> None:
        self.begin(self._read_answer(), group="answer", only=True)

    async def _read_answer(self) -> None:
        marked, seen = self._marked, None
        if marked is not None:
            try:
                seen = await self.desk.read(lambda practice: practice.reflecting.answer(marked))
            except NotFound:
                self._chosen.pop(marked, None)
        self._seen = seen
        self._show_going()

    def _show_going(self) -> None:
        seen, words = self._seen, Content("")
        if seen is not None:
            words = several.as_it_goes(seen, self._chosen.get(seen.id), is_marked=seen.id in self._chosen)
        self.query_one("#going", Static).update(words)

    # Choosing

    @property
    def _before(self) -> dict[str, str | None]:
        known = self._offered
        return {one.id: several.chosen_before(one) for one in known.answers} if known else {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with what is marked."""
        known = self._offered
        if action in (commands.MarkAnswer.action(), commands.MarkAll.action(), commands.ChooseLines.action()):
            return known is not None and bool(known.answers)
        if action == commands.ShareChosen.action():
            return bool(self._chosen) and self._link is not None
        if action == commands.PrepareChosen.action():
            return bool(self._to_prepare)
        if action == commands.AnotherSupervisor.action():
            return known is not None and len(known.links) > 1
        return super().check_action(action, parameters)

    def action_mark_answer(self) -> None:
        """It goes whole, or stays."""
        if (marked := self._marked) is not None:
            if marked in self._chosen:
                del self._chosen[marked]
            elif (kept := self._before.get(marked)) == "":
                self.action_choose_lines()
            else:
                self._chosen[marked] = kept
            self._show()

    def action_mark_all(self) -> None:
        """All of them, or none where all are marked."""
        if self._offered is not None:
            every = [id_ for id_, kept in self._before.items() if kept != ""]
            is_all = set(every) <= set(self._chosen)
            kept = self._before | self._chosen
            self._chosen = {} if is_all else {id_: kept[id_] for id_ in every}
            self._show()

    @on(LongList.Opened)
    def action_choose_lines(self) -> None:
        """Some lines of the marked one."""
        if (answer := self._seen) is not None and answer.id == self._marked:

            def chosen(wanted: str | None) -> None:
                self._chosen.pop(answer.id, None)
                if wanted is not None:
                    self._chosen[answer.id] = None if wanted == ALL else wanted
                self._show()

            self.app.push_screen(ChooseLinesDialog(answer, self._chosen.get(answer.id)), chosen)

    def action_another_supervisor(self) -> None:
        """The next of them."""
        if self._offered is not None and self._offered.links:
            self._to = (self._to + 1) % len(self._offered.links)
            self._show()

    # Preparing and sharing

    @property
    def _to_prepare(self) -> list[str]:
        known = self._offered
        if known is None:
            return []
        return [one.id for one in known.answers if one.id in self._chosen and one.state is State.PRIVATE]

    def action_prepare_chosen(self) -> None:
        """For the next one-to-one."""
        self.begin(self._prepare(self._to_prepare), group="sharing")

    async def _prepare(self, ids: list[str]) -> None:
        link, wanted = self._link.id if self._link else None, {id_: self._chosen.get(id_) for id_ in ids}
        await self.desk.write(lambda practice: practice.sharing.prepare(wanted, link))
        self.say(f"Prepared for your next one-to-one: {counted(len(ids), 'answer')}. Only you see that.")
        await self.read_again()

    def action_share_chosen(self) -> None:
        """Exactly what is marked, once it was looked through."""
        if (link := self._link) is not None and self._offered is not None:
            wanted = [
                (one.id, self._chosen[one.id]) for one in self._offered.answers if one.id in self._chosen
            ]
            self.begin(self._look_through(wanted, link), group="sharing")

    async def _look_through(self, wanted: list[tuple[str, str | None]], link: Link) -> None:
        def look(practice: Practice) -> tuple[Preview, ...]:
            return tuple(practice.sharing.preview(id_, which, link.id) for id_, which in wanted)

        previews = await self.desk.write(look)
        look_through(self, previews, self._share, was_seen=False)

    async def _share(self, previews: tuple[Preview, ...]) -> None:
        await self.desk.write(lambda practice: practice.sharing.share(*previews))
        how_many = counted(len(previews), "answer").capitalize()
        name = previews[0].supervisor_name
        self.house.notify(
            f"{how_many} shared with {name}. Under Shared you see who opened them.", markup=False
        )
        self.dismiss()
