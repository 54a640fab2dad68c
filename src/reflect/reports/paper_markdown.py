"""A paper as Markdown: what stands above every printed page stands at the start, and charts are their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reflect.reports.markdown import escaped, escaped_line
from reflect.reports.paper import (
    Block,
    Bullets,
    Facts,
    Heading,
    Lines,
    Paper,
    Remark,
    SignatureLine,
    Signatures,
    Table,
    Voice,
    Voices,
)

_PEN = r"\_" * 30


def paper_markdown(paper: Paper) -> str:
    """One Markdown document."""
    lines = [f"# {escaped_line(paper.title)}", ""]
    for line in paper.above:
        lines += [f"**{escaped_line(line)}**", ""]
    for sentence in paper.front:
        lines += [escaped_line(sentence), ""]
    lines += [f"**{escaped_line(paper.confidential)}**", ""]
    for block in paper.blocks:
        lines += _block(block)
    return "\n".join(lines)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(words, level):
            yield from (f"{'#' * level} {escaped_line(words)}", "")
        case Lines(words):
            yield from (escaped(words), "")
        case Remark(words):
            yield from (f"*{escaped_line(words)}*", "")
        case Facts(rows):
            yield from (*(f"- {escaped_line(f'{name}: {words}')}" for name, words in rows), "")
        case Bullets(lines):
            yield from (*(f"- {escaped_line(line)}" for line in lines), "")
        case Voices(left, right):
            yield from (*_voice(left), *_voice(right))
        case Table():
            yield from _table(block)
        case Signatures(signatures):
            yield from (*map(_signature, signatures), "")


def _voice(voice: Voice) -> Iterator[str]:
    if voice.texts:
        yield from (f"**{escaped_line(voice.who)}:**", "")
    for text in voice.texts:
        yield from (escaped(text), "")


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from (f"**{escaped_line(table.caption)}**", "")
        yield from _grid(table)
        return
    for first, *others in table.rows:
        yield from (escaped(first), "")
        facts = [
            f"- {escaped_line(f'{name}: {words}')}"
            for name, words in zip(table.columns[1:], others, strict=True)
            if words
        ]
        if facts:
            yield from (*facts, "")


def _grid(table: Table) -> Iterator[str]:
    """Rows one below the other, numbers to the right; each cell in a line of its own words, whatever marks it has."""
    yield _row(table.columns)
    yield _row((":--", *("--:" if table.numbers else ":--" for _ in table.columns[1:])), plain=False)
    yield from (*map(_row, table.rows), "")


def _row(cells: Sequence[str], *, plain: bool = True) -> str:
    return f"| {' | '.join(escaped_line(one) if plain else one for one in cells)} |"


def _signature(line: SignatureLine) -> str:
    who = escaped_line(f"{line.name}, {line.role}")
    return f"- {who}: {escaped_line(line.signed) if line.signed else f'{_PEN} Date: {_PEN}'}"
