"""What two people keep together, or a team reports, as a paper in words, the same for every kind of document: what
stands on every page, and the blocks between. How they are set is for the writers of the kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from reflect.domain.dates import day_of, said
from reflect.reports.chart import Bars, Curves

NOTHING = "Nothing was written here."


@dataclass(frozen=True, slots=True)
class Heading:
    """One line over what follows it; `level` is 2 for a part and 3 for one thing in it. `theirs` are somebody's own
    words."""

    words: str
    level: int = 2
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Somebody's own words, with their lines."""

    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence of the program's own. One that `leads` belongs to what comes after it."""

    words: str
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with a few words each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one line each; one that is `together` stands on one page with what leads to it."""

    lines: tuple[str, ...]
    together: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """What one of the two wrote, oldest first; nothing where they wrote nothing."""

    who: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """Both voices, side by side: the supervisor's on the left."""

    left: Voice
    right: Voice


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below the names of their columns, the first of which says what a row is about; `widths` are shares of the
    whole. An empty cell is for a pen. `caption` says what the whole table is of; one of `numbers` has
    little else beside its first column."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One of the two, and when they signed in words; empty where there is a line for their pen."""

    name: str
    role: str
    signed: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Where both sign, or when they did."""

    lines: tuple[SignatureLine, ...]


Block = Heading | Lines | Remark | Facts | Bullets | Voices | Table | Signatures | Bars | Curves


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole document. `above` stands over every page, line by line: that it is not agreed, and how it is to be
    handled. `foot` stands below every page beside its number. `front` is what comes first, `confidential` who may read
    it."""

    title: str
    author: str
    made: date
    above: tuple[str, ...]
    foot: str
    front: tuple[str, ...]
    confidential: str
    blocks: tuple[Block, ...]


def moment_said(moment: datetime) -> str:
    """A moment in words, where the person is: `Friday 20 November 2026 at 14:02`."""
    return f"{said(day_of(moment))} at {time_said(moment)}"


def time_said(moment: datetime) -> str:
    """The time of a moment, where the person is: `14:02`."""
    return moment.astimezone().strftime("%H:%M")
