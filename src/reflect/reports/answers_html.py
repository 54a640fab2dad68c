"""A person's own answers as one HTML file: nothing in it runs, and nothing is fetched from anywhere.

Words become text and nothing else: every one goes through `html.escape`, and a policy in the file forbids scripts,
pictures, frames and forms to any reader that keeps to it. Headings, lists and sections say to a screen reader what
they are. On paper the label is the head of a table that goes over all pages: readers repeat it on every one.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reflect.domain.going_out import GoingOut
from reflect.reports.pages import HOW_OFTEN, PUT_ASIDE, Entry, Pages, Passage, pages_of
from reflect.text import UNSAFE

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.5 Georgia, serif; }
h1, h2, h3, h4 { line-height: 1.25; font-family: Verdana, sans-serif; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; } h3 { font-size: 1em; } h4 { font-size: 0.95em; }
section { margin-top: 2.5em; padding-top: 0.5em; border-top: 1px solid; }
.label { font-family: Verdana, sans-serif; font-size: 0.85em; font-weight: bold; }
.question { font-weight: bold; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.source { font-size: 0.85em; }
#every-page { display: none; }
@media print {
  @page { margin: 2.2cm 2cm; @bottom-center { content: "Page " counter(page); font: 9pt Verdana, sans-serif; } }
  body { max-width: none; margin: 0; padding: 0; color: #000; background: #fff; font-size: 11pt; }
  h1, h2, h3, h4, .question, .label { break-after: avoid; }
  section { break-inside: auto; }
  .words { orphans: 3; widows: 3; }
  .source { break-before: avoid; }
  body { display: table; width: 100%; }
  header, main { display: table-row-group; }
  #every-page { display: table-header-group; break-inside: avoid; text-align: right; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def answers_html(going_out: GoingOut) -> str:
    """The whole file."""
    return "\n".join(_page(pages_of(going_out))) + "\n"


def _page(pages: Pages) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_line(pages.title)}</title>"
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    if pages.label:
        # Each entry says its label in words: a screen reader is spared the copy that is only for paper.
        yield f'<p id="every-page" class="label" aria-hidden="true">Handling: {_line(pages.label)}</p>'
    yield "<header>"
    yield f"<h1>{_line(pages.title)}</h1>"
    for paragraph in pages.front:
        yield f"<p>{_line(paragraph)}</p>"
    if pages.label:
        yield (
            f'<p class="label">Handling: {_line(pages.label)}. The strictest label holds for the whole.</p>'
        )
        yield from _list(pages.banks)
    yield "</header>"
    yield "<main>"
    for number, entry in enumerate(pages.entries, 1):
        yield from _entry(entry, f"answer-{number}")
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _entry(entry: Entry, id_: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{id_}">'
    yield f'<p class="label">{_line(entry.label)}</p>'
    yield f'<h2 id="{id_}">{_line(entry.heading)}</h2>'
    if entry.question is None:
        yield f"<p>{_line(entry.instead)}</p>"
    else:
        yield f'<p class="question">{_line(entry.question)}</p>'
    yield from _list(entry.parts)
    if entry.how_often:
        yield f"<p>{HOW_OFTEN}: {_line(entry.how_often.casefold())}</p>"
    if entry.model:
        yield f"<p>Model: {_line(entry.model)}</p>"
    yield from _passages(entry.passages, "h3")
    for model, passages in entry.aside:
        yield f"<h3>{PUT_ASIDE}: {_line(model)}</h3>"
        yield from _passages(passages, "h4")
    yield f'<p class="source">{_line(entry.source)}</p>'
    yield "</section>"


def _passages(passages: tuple[Passage, ...], heading: str) -> Iterator[str]:
    for passage in passages:
        if passage.heading:
            yield f"<{heading}>{_line(passage.heading)}</{heading}>"
        if passage.words.strip():
            yield f'<p class="words">{_words(passage.words)}</p>'


def _list(entries: tuple[str, ...]) -> Iterator[str]:
    if entries:
        yield f"<ul>{''.join(f'<li>{_line(entry)}</li>' for entry in entries)}</ul>"


def _line(words: str) -> str:
    return _words(" ".join(words.split()))


def _words(words: str) -> str:
    return escape(UNSAFE.sub("�", words), quote=True)
