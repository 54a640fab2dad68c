"""Charts as inline pictures of a web page: drawn in the colour of the words around them, so that they print and can be
read on a dark ground; lines are told apart by their dashes and their names, never by colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from reflect.reports.chart import Bars, Chart, Curve, Curves
from reflect.reports.web_page import in_line
from reflect.text import shorten

_WIDTH = 700
_NAMES, _NUMBERS = 284, 136
_STEP, _THICK = 26, 16
_LONGEST = 40
_HIGH, _TOP, _LEFT, _RIGHT, _FOOT = 260, 14, 46, 196, 30
_DASHES = ("", "9 5", "2 4", "12 4 2 4", "5 2 1 2", "1 6")
_APART, _KEY = 15, 22
_MOST_LABELS = 8


def chart_html(chart: Chart) -> Iterator[str]:
    """The picture with its title above; a reader that does not show it says in words what it shows."""
    title, words = in_line(chart.title), in_line(f"{chart.title} ({chart.unit}). {chart.in_words}.")
    height, inside = _bars(chart) if isinstance(chart, Bars) else _curves(chart)
    yield f"<figure><figcaption>{title} ({in_line(chart.unit)})</figcaption>"
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{words}">'
    yield f"<title>{title}</title>"
    yield f"<desc>{words}</desc>"
    yield from inside
    yield "</svg>"
    yield "</figure>"


def _bars(chart: Bars) -> tuple[int, list[str]]:
    longest = max((one.value or 0 for one in chart.bars), default=0) or 1
    room = _WIDTH - _NAMES - _NUMBERS
    drawn = []
    for row, one in enumerate(chart.bars):
        top, line = row * _STEP + 4, row * _STEP + 4 + _THICK - 4
        drawn.append(_text(_NAMES - 8, line, shorten(one.name, _LONGEST), anchor="end"))
        length = room * (one.value or 0) // longest
        if length:
            drawn.append(
                f'<rect x="{_NAMES}" y="{top}" width="{length}" height="{_THICK}" fill="currentColor"/>'
            )
        drawn.append(_text(_NAMES + length + 6, line, one.said))
    drawn.append(_line(_NAMES, 0, _NAMES, len(chart.bars) * _STEP + 2))
    return len(chart.bars) * _STEP + 4, drawn


def _curves(chart: Curves) -> tuple[int, list[str]]:
    most = max((value or 0 for one in chart.curves for value in one.values), default=0) or 1
    drawn = [
        _line(_LEFT, _TOP, _LEFT, _HIGH - _FOOT),
        _line(_LEFT, _HIGH - _FOOT, _WIDTH - _RIGHT, _HIGH - _FOOT),
        _text(_LEFT - 6, _TOP + 5, str(most), anchor="end"),
        _text(_LEFT - 6, _HIGH - _FOOT + 4, "0", anchor="end"),
    ]
    every = -(-len(chart.points) // _MOST_LABELS) or 1
    for at, point in enumerate(chart.points):
        if (len(chart.points) - 1 - at) % every == 0:
            drawn.append(_text(_across(at, len(chart.points)), _HIGH - 8, point, anchor="middle"))
    for number, one in enumerate(chart.curves):
        drawn += _drawn(one, _DASHES[number % len(_DASHES)], most)
    drawn += _named(chart.curves, most)
    return _HIGH, drawn


def _drawn(one: Curve, dashes: str, most: int) -> Iterator[str]:
    """The line in as many pieces as there are gaps, and a mark at each point that is shown."""
    places: list[tuple[int, int]] = []
    for at, value in enumerate((*one.values, None)):
        if value is not None:
            places.append((_across(at, len(one.values)), _up(value, most)))
            continue
        if len(places) > 1:
            points = " ".join(f"{x},{y}" for x, y in places)
            dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
            yield f'<polyline points="{points}" fill="none" stroke="currentColor" stroke-width="2"{dashed}/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="2.5" fill="currentColor"/>' for x, y in places)
        places = []


def _named(curves: Sequence[Curve], most: int) -> Iterator[str]:
    """Each name beside the end of its line with a piece of it, none over another."""
    ends = []
    for number, one in enumerate(curves):
        last = next((value for value in reversed(one.values) if value is not None), None)
        ends.append((_HIGH - _FOOT if last is None else _up(last, most), number, _key(one)))
    left, below = _WIDTH - _RIGHT + 8, 0
    to_come = sum(len(words) for _, _, words in ends)
    for wanted, number, words in sorted(ends):
        y = max(min(wanted, _HIGH - _FOOT - _APART * (to_come - 1)), below)
        below, to_come = y + _APART * len(words), to_come - len(words)
        yield _line(left, y, left + 26, y, _DASHES[number % len(_DASHES)], wide=True)
        yield from (_text(left + 31, y + 4 + _APART * row, line) for row, line in enumerate(words))


def _key(curve: Curve) -> list[str]:
    """A name and its last number, in one line where they fit; a number is never cut; only its day may go below."""
    number = curve.said[-1] if curve.said else ""
    if len(curve.name) + len(number) + 2 <= _KEY:
        return [f"{curve.name}: {number}"]
    return [*wrap(f"{curve.name}:", _KEY, max_lines=2, placeholder="…"), *_number(number)]


def _number(said: str) -> list[str]:
    return [said] if len(said) <= _KEY else said.replace(" (", "\n(").split("\n")


def _across(at: int, points: int) -> int:
    room = _WIDTH - _LEFT - _RIGHT - 12
    return _LEFT + 6 + (room * at // (points - 1) if points > 1 else room // 2)


def _up(value: int, most: int) -> int:
    return _HIGH - _FOOT - (_HIGH - _FOOT - _TOP) * value // most


def _line(x1: int, y1: int, x2: int, y2: int, dashes: str = "", *, wide: bool = False) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    width = ' stroke-width="2"' if wide else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="currentColor"{width}{dashed}/>'


def _text(x: int, y: int, words: str, *, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{in_line(words)}</text>'
