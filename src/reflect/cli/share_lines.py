"""Shares as lines that fit a page, and what a person sees before one goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reflect.cli.echo import in_columns, safe, tell, tell_to_copy
from reflect.cli.layout import cut, padded
from reflect.domain.banks import Handling
from reflect.domain.dates import said
from reflect.domain.sharing import ELLIPSIS
from reflect.errors import WrongUse
from reflect.reports.pages import label_words

if TYPE_CHECKING:
    from reflect.domain.reflection import Asked, Scale
    from reflect.domain.sharing import Line, Preview

_MARGIN = "     "


def lines_meant(answer_ids: Sequence[str], given: Iterable[str]) -> dict[str, str | None]:
    """For each of some answers, by what was typed of its id, the lines that go along, None for all: `1,3-5` of a single
    one, `ANSWER-ID=1,3-5` of one of several. Raises WrongUse where it is not said of which, or said twice."""
    wanted: dict[str, str | None] = dict.fromkeys(answer_ids)
    for words in given:
        beginning, is_named, lines = words.rpartition("=")
        named = [id_ for id_ in answer_ids if _begin_alike(id_, beginning)] if is_named else list(answer_ids)
        if len(named) != 1 or wanted[named[0]] is not None:
            raise WrongUse(
                "With --lines it is to be said once of which answer they are.",
                f"Nothing was shared. Say it so: --lines {answer_ids[0][:8]}=1,3-5",
            )
        wanted[named[0]] = lines
    return wanted


def _begin_alike(one: str, other: str) -> bool:
    a, b = one.strip().casefold(), other.strip().casefold()
    return bool(b) and (a.startswith(b) or b.startswith(a))


def tell_preview(preview: Preview) -> None:
    """Show exactly what goes, line by line, who will read it, and who else could."""
    cover = f", who covers up to and including {said(preview.cover_until)}," if preview.cover_until else ""
    tell(f"{preview.supervisor_name}{cover} would read this, and nobody else could:")
    tell(preview.going.asked.wording, indent=_MARGIN)
    for part in preview.going.asked.parts:
        tell(f"- {part}", indent=_MARGIN)
    if preview.going.scale:
        tell(preview.going.scale.words, indent=_MARGIN)
    staying = False
    for line in preview.lines:
        if line.goes:
            for row in _numbered(line):
                tell_to_copy(row)
        elif line.number is not None and not staying:
            tell_to_copy(f"{_MARGIN}{ELLIPSIS}")
        staying = not line.goes and (staying or line.number is not None)
    if not preview.whole:
        tell("The other lines stay with you; an ellipsis stands where they were.")
    tell(f"The bank: {label_words(preview.handling)}.")
    if preview.handling is Handling.LOCAL_ONLY:
        tell("What you share stays in this workspace, so its questions do too.")


def share_lines(id_: str, asked: Asked, standing: str, day: str) -> Iterator[str]:
    """Two lines for a list: what became of it, and the question."""
    yield safe(f"{id_[:8]}  {padded(day, 11)}  {cut(standing, 57)}")
    yield safe("          " + cut(f"{asked.bank}: {asked.wording}", 70))


def shown_lines(asked: Asked, scale: Scale | None, text: str) -> Iterator[str]:
    """The question as it was asked, and the words that were shared."""
    yield from in_columns(f"{asked.bank_title} ({asked.bank}, version {asked.bank_version})")
    yield ""
    yield from in_columns(asked.wording)
    for part in asked.parts:
        yield from in_columns(f"- {part}", indent="  ")
    yield ""
    if scale:
        yield from in_columns(scale.words)
    if text:
        yield from in_columns(text)


def _numbered(line: Line) -> Iterator[str]:
    number = f"{line.number:>3}" if line.number is not None else "   "
    for at, row in enumerate(in_columns(line.words, indent=_MARGIN)):
        yield f"{number}  {row.removeprefix(_MARGIN)}" if at == 0 else row
