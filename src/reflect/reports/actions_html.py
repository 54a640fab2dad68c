"""A person's own actions as one HTML file, to read, to print and to be read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.dates import said
from reflect.reports.action_history import Happened
from reflect.reports.action_pages import HISTORY, KEY, ActionEntry, ActionPages, action_pages
from reflect.reports.web_page import handled, in_line, in_words, label_line, listed, passage, web_page


def actions_html(out: ActionsOut) -> str:
    """The whole file."""
    pages = action_pages(out)
    entries = (
        line for number, entry in enumerate(pages.entries, 1) for line in _entry(entry, f"action-{number}")
    )
    return web_page(pages.title, handled(pages.label), _front(pages), entries)


def _front(pages: ActionPages) -> Iterator[str]:
    for paragraph in pages.front:
        yield f"<p>{in_line(paragraph)}</p>"
    if pages.label:
        yield label_line(pages.label)
    yield f"<p>{KEY}:</p>"
    yield from listed(pages.key)


def _entry(entry: ActionEntry, id_: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{id_}">'
    if entry.label:
        yield f'<p class="label">{in_line(entry.label)}</p>'
    yield f'<h2 id="{id_}">{in_line(entry.heading)}</h2>'
    yield from listed(f"{name}: {words}" for name, words in entry.facts)
    for one in entry.passages:
        yield from passage(one.heading, one.words, "h3")
    yield f"<h3>{HISTORY}</h3>"
    yield "<ol>"
    for happened in entry.history:
        yield from _happened(happened)
    yield "</ol>"
    yield "</section>"


def _happened(happened: Happened) -> Iterator[str]:
    yield f'<li><p class="label">{said(happened.on)}, {in_line(happened.by)}</p>'
    yield f'<p class="words">{in_words(happened.sentence)}</p>'
    for one in happened.more:
        yield f'<p class="words">{in_words(f"{one.heading}: {one.words}")}</p>'
    yield "</li>"
