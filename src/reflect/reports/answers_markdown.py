"""A person's own answers as Markdown, to read and to print."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.going_out import GoingOut
from reflect.reports.markdown import escaped, escaped_line
from reflect.reports.pages import HOW_OFTEN, PUT_ASIDE, Entry, Passage, pages_of


def answers_markdown(going_out: GoingOut) -> str:
    """One Markdown document: a front, and a section for each answer with its handling label on top."""
    pages = pages_of(going_out)
    lines = [f"# {escaped_line(pages.title)}", ""]
    for paragraph in pages.front:
        lines += [escaped_line(paragraph), ""]
    if pages.label:
        lines += [f"**Handling: {pages.label}.** The strictest label holds for the whole.", ""]
        lines += [*(f"- {escaped_line(bank)}" for bank in pages.banks), ""]
    for entry in pages.entries:
        lines += _entry(entry)
    return "\n".join(lines)


def _entry(entry: Entry) -> Iterator[str]:
    yield from (f"## {escaped_line(entry.heading)}", "")
    yield from (f"*{entry.label}*", "")
    yield from (f"**{escaped_line(entry.question)}**" if entry.question else f"*{entry.instead}*", "")
    if entry.parts:
        yield from (*(f"- {escaped_line(part)}" for part in entry.parts), "")
    if entry.how_often:
        yield from (f"{HOW_OFTEN}: {entry.how_often.casefold()}", "")
    if entry.model:
        yield from (f"Model: {escaped_line(entry.model)}", "")
    yield from _passages(entry.passages, "###")
    for model, passages in entry.aside:
        yield from (f"### {PUT_ASIDE}: {escaped_line(model)}", "")
        yield from _passages(passages, "####")
    yield from (f"*{escaped_line(entry.source)}*", "")


def _passages(passages: tuple[Passage, ...], level: str) -> Iterator[str]:
    for passage in passages:
        if passage.heading:
            yield from (f"{level} {escaped_line(passage.heading)}", "")
        if passage.words.strip():
            yield from (escaped(passage.words), "")
