"""What can be done on every page: go somewhere, find a command, get help, lock, leave."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen

from reflect.errors import ReflectError
from reflect.tui import commands, places
from reflect.tui.commands import command_of
from reflect.tui.desk import Desk
from reflect.tui.discreet import DiscreetApp
from reflect.tui.ending import Ending
from reflect.tui.log import commands as log_commands
from reflect.tui.screen import Page
from reflect.tui.themes import the_other
from reflect.tui.widgets.foot_line import label_on

APP_COMMANDS = (
    commands.GoToLibrary,
    commands.GoToMyReflections,
    commands.GoToActions,
    commands.GoToSearch,
    commands.GoToOneToOnes,
    commands.GoToday,
    commands.GoToLookingBack,
    commands.GoToPeople,
    commands.GoToShares,
    log_commands.GoToLog,
    log_commands.GoToLearning,
    log_commands.GoToFigures,
    commands.ShowHelp,
    commands.AllCommands,
    commands.ChangeSettings,
    commands.ChangeTheme,
    commands.LockNow,
    commands.Leave,
    commands.HowToLeave,
)
_FOR_THOSE_SIGNED_IN = {
    command.action()
    for command in (
        commands.GoToLibrary,
        commands.GoToMyReflections,
        commands.GoToActions,
        commands.GoToSearch,
        commands.GoToOneToOnes,
        commands.GoToday,
        commands.GoToLookingBack,
        commands.GoToPeople,
        commands.GoToShares,
        log_commands.GoToLog,
        log_commands.GoToLearning,
        log_commands.GoToFigures,
        commands.ChangeSettings,
        commands.LockNow,
    )
}
_LEADS_ELSEWHERE = _FOR_THOSE_SIGNED_IN - {commands.LockNow.action()}
_KEY_WORDS = {"escape": "esc", "question_mark": "?", "slash": "/", "comma": ",", "full_stop": "."}


class AppWithCommands(DiscreetApp, inherit_bindings=False):
    """The commands that belong to no page."""

    BINDINGS = [command.binding() for command in APP_COMMANDS]
    ENABLE_COMMAND_PALETTE = False
    desk: Desk
    leads: bool = False
    """Whether the person leads a team, as far as Today has read."""

    @property
    def is_signed_in(self) -> bool:
        """Whether somebody's pages are open."""
        raise NotImplementedError

    def say_fault(self, error: ReflectError) -> None:
        """What happened, what was not lost and what to do next."""
        raise NotImplementedError

    async def end(self, ending: Ending, return_code: int = 0) -> None:
        """Saves, closes and ends."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pages that need somebody signed in are not offered before; nor is the place where one is."""
        if action in _FOR_THOSE_SIGNED_IN and not self.is_signed_in:
            return False
        # That there is a log does not show for somebody who leads no team.
        if action == log_commands.GoToLog.action() and not self.leads:
            return False
        # What is one person's own stays closed while the other one writes at the same keyboard.
        if action in _LEADS_ELSEWHERE and self.desk.is_handed_over:
            return False
        if action.startswith("go_to") and isinstance(self.screen, Page):
            own = self.screen.OWN_COMMAND
            return not self.screen.STAYS and (own is None or own.action() != action)
        return super().check_action(action, parameters)

    def get_key_display(self, binding: Binding) -> str:
        """Keys in words: `enter`, `ctrl+n`, `esc`, `?`; of several keys the first."""
        key = binding.key.split(",")[0]
        return _KEY_WORDS.get(key, key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: the commands that can be given at this moment, and nothing of Textual's own."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            command = command_of(active)
            if command is None or not command.in_palette or not active.enabled or command.id() in seen:
                continue
            seen.add(command.id())

            async def do(action: str = active.binding.action, node: DOMNode = active.node) -> None:
                await self.run_action(action, default_namespace=node)

            yield SystemCommand(
                label_on(screen, command), f"{command.help}  ({self.get_key_display(active.binding)})", do
            )

    async def go_home(self) -> bool:
        """Back to Today, whatever stands before it, and whether that was done: what was typed is saved first, and
        if it cannot be saved, its page stays and says so."""
        if not await self.has_saved_everything():
            return False
        await self.show_only_first_page()
        return True

    async def has_saved_everything(self) -> bool:
        """Saves what was typed on any page, and says whether that was done; if not, why."""
        try:
            await self.save_everything()
        except ReflectError as error:
            self.say_fault(error)
            return False
        return True

    async def show_only_first_page(self) -> None:
        """Takes every page away but the frame, which is never seen again, and the page above it."""
        while len(self.screen_stack) > 2:
            await self.pop_screen()

    def start_with(self, page: Page) -> None:
        """Lets this page take the place of all others. The app does it, since a page that goes ends its own work."""
        self.call_later(self._replace_all, page)

    async def _replace_all(self, page: Page) -> None:
        await self.show_only_first_page()
        if len(self.screen_stack) == 1:
            await self.push_screen(page)
        else:
            await self.switch_screen(page)

    async def _go(self, page: Page) -> None:
        if await self.go_home():
            await self.push_screen(page)

    async def action_go_today(self) -> None:
        """To the first page."""
        await self.go_home()

    async def action_go_to_library(self) -> None:
        """To all banks."""
        await self._go(places.library())

    async def action_go_to_my_reflections(self) -> None:
        """To what the person has written."""
        await self._go(places.my_reflections())

    async def action_go_to_actions(self) -> None:
        """To what the person means to do."""
        await self._go(places.actions())

    async def action_go_to_one_to_ones(self) -> None:
        """To those with whom the person holds one-to-ones."""
        await self._go(places.one_to_ones())

    async def action_go_to_search(self) -> None:
        """To one's own words, in front of the page where one is; back to a search that is open already."""
        opened = next(
            (
                page
                for page in self.screen_stack
                if isinstance(page, Page) and page.OWN_COMMAND is commands.GoToSearch
            ),
            None,
        )
        if opened is None:
            await self.push_screen(places.search())
        elif await self.has_saved_everything():
            while self.screen is not opened:
                await self.pop_screen()

    async def action_go_to_looking_back(self) -> None:
        """To a season or a year."""
        await self._go(places.looking_back())

    async def action_go_to_people(self) -> None:
        """To who is here, and who supervises whom."""
        await self._go(places.people())

    async def action_go_to_shares(self) -> None:
        """To what is shared, by the person and with them."""
        await self._go(places.shares())

    async def action_go_to_log(self) -> None:
        """To the listed actions of the teams that the person leads."""
        await self._go(places.log())

    async def action_go_to_learning(self) -> None:
        """To what became of what reviews found."""
        await self._go(places.learning())

    async def action_go_to_figures(self) -> None:
        """To the figures of a team."""
        await self._go(places.figures())

    def action_show_help(self) -> None:
        """What can be done here."""
        from reflect.tui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog.of(self.screen))

    def action_all_commands(self) -> None:
        """The palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="What would you like to do?"))

    def action_change_settings(self) -> None:
        """Theme, lock, local procedure, support."""
        from reflect.tui.dialogs.settings import SettingsDialog

        self.push_screen(SettingsDialog())

    def action_change_theme(self) -> None:
        """Light to dark and back, until the app ends; the settings keep it."""
        self.theme = the_other(self.theme)

    async def action_lock_now(self) -> None:
        """Saves, closes the store and starts afresh at the lock page."""
        await self.end(Ending.LOCKED)

    async def action_leave(self) -> None:
        """Saves and ends."""
        await self.end(Ending.LEFT)

    def action_how_to_leave(self) -> None:
        """For those who press ctrl+c."""
        self.notify("Ctrl+q leaves; everything is saved first.", markup=False)
