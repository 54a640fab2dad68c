"""How often one-to-ones are held, read from `cadences.yaml` beside the banks, and from a workplace's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from reflect.banks.draft import Part
from reflect.banks.loader import draft_other, usable
from reflect.banks.reader import read_file
from reflect.banks.schema import FORMAT, SLUG, Exactly, Key, ListOf, Number, Pattern, Record, Words
from reflect.domain.supervision.cadence import Cadence, Step
from reflect.errors import BankError

_TITLE = Words(60)
_DAYS = Number(366)

STEP = Record(
    "step",
    {
        "every_days": Key(_DAYS, "Every so many days."),
        "minutes": Key(Number(480), "So many minutes."),
        "until_day": Key(
            Number(3660), "The last day of it, from the start of the agreement.", required=False
        ),
    },
)

SOURCE = Record(
    "source",
    {
        "title": Key(Words(200), "The page or document that says so."),
        "publisher": Key(Words(200), "Who published it."),
        "url": Key(
            Pattern(r"^https?://[^\s<>\"]+$", "a web address that begins with https://", limit=500),
            "Its web address.",
            required=False,
        ),
        "checked_on": Key(
            Pattern(r"^\d{4}-\d{2}-\d{2}$", "a day such as 2026-05-01", limit=10),
            "The day on which somebody read it there; leave out when nobody has.",
            required=False,
        ),
    },
)

CADENCE = Record(
    "cadence",
    {
        "id": Key(
            Pattern(rf"^{SLUG}$", "small letters, digits and single hyphens"), "Its id, kept for ever."
        ),
        "title": Key(_TITLE, "The career stage."),
        "source": Key(SOURCE, "Who says so; leave out for a workplace's own.", required=False),
        "note": Key(Words(400), "What a reader should know about it.", required=False),
        "steps": Key(ListOf(STEP, least=1, most=12), "How often and how long, one after another."),
    },
)

CADENCES = Record(
    "list of cadences",
    {
        "format": Key(Exactly(FORMAT), "The format of this file."),
        "cadences": Key(ListOf(CADENCE, least=1, most=100), "Cadences by career stage."),
    },
)


def load_cadences(path: Path) -> tuple[Cadence, ...]:
    """The cadences in the order of the file. Raises BankError where the file cannot be used."""
    part = usable(draft_other(read_file(path), CADENCES), path)
    cadences: dict[str, Cadence] = {}
    for found in part.parts("cadences"):
        cadence = _cadence(found, path)
        if cadence.id in cadences:
            raise _fault(path, found.line, f"the id `{cadence.id}` is given twice.")
        cadences[cadence.id] = cadence
    return tuple(cadences.values())


def together(shipped: Iterable[Cadence], own: Iterable[Cadence]) -> tuple[Cadence, ...]:
    """Those that come with reflect and a workplace's own, which stands in the place of one with its id."""
    cadences = {cadence.id: cadence for cadence in shipped}
    return tuple((cadences | {cadence.id: cadence for cadence in own}).values())


def _cadence(found: Part, path: Path) -> Cadence:
    source = found.part("source")
    return Cadence(
        id=found.words("id"),
        title=found.words("title"),
        steps=_steps(found, path),
        source=", ".join(words for words in (source.words("title"), source.words("publisher")) if words),
        checked_on=_checked_on(source, path),
        address=source.words("url"),
        note=found.words("note"),
    )


def _steps(found: Part, path: Path) -> tuple[Step, ...]:
    parts = found.parts("steps")
    steps = tuple(
        Step(
            int(part.words("every_days")),
            int(part.words("minutes")),
            int(part.words("until_day")) if part.words("until_day") else None,
        )
        for part in parts
    )
    before = 0
    for step, part in zip(steps[:-1], parts[:-1], strict=True):
        if step.until_day is None or step.until_day <= before:
            words = "each step but the last has an `until_day`, later than that of the one before."
            raise _fault(path, part.line, words)
        before = step.until_day
    if steps[-1].until_day is not None:
        raise _fault(path, parts[-1].line, "the last step holds from then on: it has no `until_day`.")
    return steps


def _checked_on(source: Part, path: Path) -> date | None:
    said = source.words("checked_on")
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise _fault(path, source.line_of("checked_on"), f"there is no day {said}.") from None


def _fault(path: Path, line: int, words: str) -> BankError:
    return BankError(f"{path.name}:{line}: {words}", "Nothing else is affected.")
