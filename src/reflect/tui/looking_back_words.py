"""A season in words, and a small heat map beside them that says the same."""

from __future__ import annotations

from textual.content import Content

from reflect.domain.dates import NUMBERS
from reflect.domain.season import Period, Season, Span, TakenAway, Touched
from reflect.domain.themes import Vocabulary
from reflect.text import shorten
from reflect.tui.widgets.progress_strip import day
from reflect.tui.words import plain

_LOUD, _QUIET = "bold $primary", "$text-muted"
_MOST_TAKEN_AWAY = 12
_LABEL = 26
_SHADES = ((0, "·"), (1, "░"), (2, "▒"), (4, "▓"))
_MOST = "█"
KEY = "· none  ░ one  ▒ two  ▓ three or four  █ five or more"


def spelled(number: int) -> str:
    """A number as it is written in a sentence: in letters up to twelve."""
    if number == 0:
        return "no"
    return NUMBERS[number - 1] if number <= len(NUMBERS) else str(number)


def counted_in_words(number: int, one: str) -> str:
    """`one answer`, `three answers`, `15 answers`."""
    return f"{spelled(number)} {one}{'' if number == 1 else 's'}"


def times_in_words(number: int) -> str:
    """`once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(number, f"{spelled(number)} times")


def period_words(period: Period) -> Content:
    """`Autumn 2026, September to November`."""
    names = period.month_names
    months = "" if period.span is Span.YEAR else f", {names[0]} to {names[-1]}"
    return Content.assemble(Content.styled(period.name, "bold"), months)


def sittings_words(season: Season) -> str:
    """How often somebody sat down, in a sentence."""
    number, finished = len(season.sittings), season.finished
    if not number:
        return (
            "You wrote nothing here in this time. Nothing is expected: look at another one whenever you like."
        )
    words = f"You sat down to reflect {times_in_words(number)}"
    if finished == number:
        return f"{words}, and came to the end{' each time' if number > 1 else ''}."
    return f"{words}, and came to the end {times_in_words(finished)}." if finished else f"{words}."


def season_words(season: Season, taken_away: tuple[TakenAway, ...], vocabulary: Vocabulary) -> Content:
    """Everything that is said of a season: sittings, themes, what was taken away."""
    parts = [Content(sittings_words(season))]
    if not season.sittings:
        return parts[0]
    if season.touched:
        told = (
            f"{vocabulary.label(one.theme)} ({counted_in_words(one.answers, 'answer')})"
            for one in season.touched
        )
        parts.append(_under("Themes that you touched", plain(", ".join(told))))
    if season.untouched:
        told = (vocabulary.label(theme) for theme in season.untouched)
        parts.append(_under("Themes that you did not touch", plain(", ".join(told))))
    parts.append(_under("What I take away", *_taken_away(taken_away)))
    return Content("\n\n").join(parts)


def _taken_away(taken_away: tuple[TakenAway, ...]) -> list[Content]:
    if not taken_away:
        return [plain("Nothing was written down at the end of a sitting in this time.", _QUIET)]
    told = []
    for one in taken_away[:_MOST_TAKEN_AWAY]:
        when = plain(f"{day(one.day)} · {shorten(one.bank_title, 60)}", _QUIET)
        told.append(Content.assemble(when, "\n", plain(one.words.strip())))
    if len(taken_away) > _MOST_TAKEN_AWAY:
        more = counted_in_words(len(taken_away) - _MOST_TAKEN_AWAY, "more")
        told.append(plain(f"And {more.removesuffix('s')}; all of them are under My reflections.", _QUIET))
    return [Content("\n\n").join(told)]


def heat_map(season: Season, vocabulary: Vocabulary) -> Content:
    """Themes by month in blocks of four densities, each row with its number in words."""
    if not season.touched:
        return Content("")
    months = " ".join(name[0] for name in season.period.month_names)
    rows = [
        Content.styled("Answers by theme and month", _LOUD),
        plain(f"{'':<{_LABEL}} {months}", _QUIET),
        *(_row(one, vocabulary) for one in season.touched),
        plain(KEY, _QUIET),
    ]
    return Content("\n").join(rows)


def _row(one: Touched, vocabulary: Vocabulary) -> Content:
    label = shorten(vocabulary.label(one.theme), _LABEL)
    blocks = " ".join(block(number) for number in one.by_month)
    return Content.assemble(
        plain(f"{label:<{_LABEL}} "),
        Content.styled(blocks, "$primary"),
        f"  {counted_in_words(one.answers, 'answer')}",
    )


def block(number: int) -> str:
    """How dense a number is drawn; densities differ without colour."""
    return next((shade for most, shade in _SHADES if number <= most), _MOST)


def _under(heading: str, *told: Content) -> Content:
    return Content("\n").join([Content.styled(heading, _LOUD), *told])
