"""Quiet questions beside or below a text, in a place that is always kept for them: nothing moves when one comes."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widgets import Static

from reflect.tui.remarks import Cited
from reflect.tui.words import lines, plain
from reflect.tui.writing_commands import ConsiderQuestion

_HEADING = "bold $primary"
_QUIET = "$text-muted"
_ROOM_FOR_TWO = 6


class QuietQuestions(Static):
    """One line, two lines or a column, as its style gives it room. Where there are one or two lines, `resting` holds
    the hint that stands there while there is nothing to ask."""

    DEFAULT_CSS = """
    QuietQuestions {
        width: 100%;
        height: 2;
        padding: 0 1;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.resting = {1: "", 2: ""}
        self._questions: tuple[Cited, ...] = ()

    def show(self, questions: tuple[Cited, ...]) -> None:
        """Ask these from now on."""
        if questions != self._questions:
            self._questions = questions
            self.draw()

    def on_resize(self) -> None:
        """As much as the new room holds."""
        self.draw()

    async def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        event.stop()
        await self.run_action(f"screen.{ConsiderQuestion.action()}")

    def draw(self) -> None:
        """Lays the words out anew."""
        width, height = self.content_size
        if not self._questions:
            self.update(plain(self.resting.get(height, ""), _QUIET))
            return
        key = self.app.get_key_display(ConsiderQuestion.binding())
        if height == 1:
            more = f" +{len(self._questions) - 1}" if len(self._questions) > 1 else ""
            room = max(width - len(key) - len(more) - 1, 8)
            words = plain(self._questions[0].prompt.words).truncate(room, ellipsis=True)
            self.update(Content.assemble((key, _HEADING), " ", words, (more, _QUIET)))
        elif height < _ROOM_FOR_TWO:
            words = plain(self._questions[0].prompt.words).truncate(width, ellipsis=True)
            more = f" · {len(self._questions)} questions" if len(self._questions) > 1 else ""
            self.update(
                lines(words, _source(self._questions[0], f"{key} {ConsiderQuestion.label}{more}", width))
            )
        else:
            self.update(_column(self._questions, key, width, height))


def _source(one: Cited, way: str, width: int) -> Content:
    room = max(width - len(way) - 3, 8)
    title = plain(one.bank.title).truncate(room, ellipsis=True)
    return Content.assemble(title, f" · {way}").stylize(_QUIET)


def _column(questions: tuple[Cited, ...], key: str, width: int, height: int) -> Content:
    told = [plain(f"A quiet question · {key} {ConsiderQuestion.label}", _HEADING)]
    room = height - 1
    for one in questions:
        words = plain(one.prompt.words).wrap(width)
        if len(words) + 1 > room:
            break
        told += [*words, plain(f"From {one.bank.title}", _QUIET).truncate(width, ellipsis=True)]
        room -= len(words) + 1
    return Content("\n").join(told)
