"""A person's own actions as Markdown, to read and to print."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.dates import said
from reflect.reports.action_history import Happened
from reflect.reports.action_pages import HISTORY, KEY, ActionEntry, action_pages
from reflect.reports.markdown import escaped, escaped_line


def actions_markdown(out: ActionsOut) -> str:
    """One Markdown document: a front, the key to the letters, and a section for each action."""
    pages = action_pages(out)
    lines = [f"# {escaped_line(pages.title)}", ""]
    for paragraph in pages.front:
        lines += [escaped_line(paragraph), ""]
    if pages.label:
        lines += [f"**Handling: {pages.label}.** The strictest label holds for the whole.", ""]
    lines += [f"{KEY}:", "", *(f"- {escaped_line(line)}" for line in pages.key), ""]
    for entry in pages.entries:
        lines += _entry(entry)
    return "\n".join(lines)


def _entry(entry: ActionEntry) -> Iterator[str]:
    yield from (f"## {escaped_line(entry.heading)}", "")
    if entry.label:
        yield from (f"*{entry.label}*", "")
    yield from (*(f"- {escaped_line(f'{name}: {words}')}" for name, words in entry.facts), "")
    for passage in entry.passages:
        yield from (f"### {escaped_line(passage.heading)}", "", escaped(passage.words), "")
    yield from (f"### {HISTORY}", "")
    for happened in entry.history:
        yield from _happened(happened)


def _happened(happened: Happened) -> Iterator[str]:
    yield from (f"**{said(happened.on)}, {escaped_line(happened.by)}**", "", escaped(happened.sentence), "")
    for passage in happened.more:
        yield from (f"*{passage.heading}:*", "", escaped(passage.words), "")
