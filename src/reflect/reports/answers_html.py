"""A person's own answers as one HTML file."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.going_out import GoingOut
from reflect.reports.pages import HOW_OFTEN, PUT_ASIDE, Entry, Pages, Passage, pages_of
from reflect.reports.web_page import handled, in_line, label_line, listed, passage, web_page


def answers_html(going_out: GoingOut) -> str:
    """The whole file."""
    pages = pages_of(going_out)
    entries = (
        line for number, entry in enumerate(pages.entries, 1) for line in _entry(entry, f"answer-{number}")
    )
    return web_page(pages.title, handled(pages.label), _front(pages), entries)


def _front(pages: Pages) -> Iterator[str]:
    for paragraph in pages.front:
        yield f"<p>{in_line(paragraph)}</p>"
    if pages.label:
        yield label_line(pages.label)
        yield from listed(pages.banks)


def _entry(entry: Entry, id_: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{id_}">'
    yield f'<p class="label">{in_line(entry.label)}</p>'
    yield f'<h2 id="{id_}">{in_line(entry.heading)}</h2>'
    if entry.question is None:
        yield f"<p>{in_line(entry.instead)}</p>"
    else:
        yield f'<p class="question">{in_line(entry.question)}</p>'
    yield from listed(entry.parts)
    if entry.how_often:
        yield f"<p>{HOW_OFTEN}: {in_line(entry.how_often.casefold())}</p>"
    if entry.model:
        yield f"<p>Model: {in_line(entry.model)}</p>"
    yield from _passages(entry.passages, "h3")
    for model, passages in entry.aside:
        yield f"<h3>{PUT_ASIDE}: {in_line(model)}</h3>"
        yield from _passages(passages, "h4")
    yield f'<p class="source">{in_line(entry.source)}</p>'
    yield "</section>"


def _passages(passages: tuple[Passage, ...], heading: str) -> Iterator[str]:
    for one in passages:
        yield from passage(one.heading, one.words, heading)
