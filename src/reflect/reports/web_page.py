"""One HTML file: nothing in it runs, and nothing is fetched from anywhere.

Words become text and nothing else: every one goes through `html.escape`, and a policy in the file forbids scripts,
pictures, frames and forms to any reader that keeps to it. Headings, lists and sections say to a screen reader what
they are. On paper what is `above` is the head of a table that goes over all pages: readers repeat it on every one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from reflect.text import UNSAFE

_STYLE = """
:root { color-scheme: light dark; }
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.05em/1.5 Georgia, serif; }
h1, h2, h3, h4 { line-height: 1.25; font-family: Verdana, sans-serif; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; } h3 { font-size: 1em; } h4 { font-size: 0.95em; }
section { margin-top: 2.5em; padding-top: 0.5em; border-top: 1px solid; }
.label { font-family: Verdana, sans-serif; font-size: 0.85em; font-weight: bold; }
.question { font-weight: bold; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.source { font-size: 0.85em; }
#every-page { display: none; }
@media print {
  @page {
    margin: 2.2cm 2cm;
    @bottom-center { content: "Page " counter(page) " of " counter(pages); font: 9pt Verdana, sans-serif; }
  }
  body { max-width: none; margin: 0; padding: 0; color: #000; background: #fff; font-size: 11pt; }
  h1, h2, h3, h4, .question, .label { break-after: avoid; }
  section { break-inside: auto; }
  .words { orphans: 3; widows: 3; }
  .source { break-before: avoid; }
  body { display: table; width: 100%; }
  header, main { display: table-row-group; }
  #every-page { display: table-header-group; break-inside: avoid; text-align: right; white-space: pre-line; }
  #every-page::after { content: ""; display: block; height: 1em; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def web_page(
    title: str, above: Sequence[str], front: Iterable[str], main: Iterable[str], *, style: str = ""
) -> str:
    """The whole file. `front` and `main` are lines of HTML, `above` those in words that go on every printed page, and
    `style` is what is laid out otherwise than usual."""
    return "\n".join(_page(title, above, front, main, style)) + "\n"


def _page(
    title: str, above: Sequence[str], front: Iterable[str], main: Iterable[str], style: str
) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{in_line(title)}</title>"
    yield f"<style>{_STYLE}{style}</style>"
    yield "</head>"
    yield "<body>"
    if above:
        # The page says it in words too: a screen reader is spared the copy that is only for paper.
        lines = "\n".join(in_line(one) for one in above)
        yield f'<p id="every-page" class="label" aria-hidden="true">{lines}</p>'
    yield "<header>"
    yield f"<h1>{in_line(title)}</h1>"
    yield from front
    yield "</header>"
    yield "<main>"
    yield from main
    yield "</main>"
    yield "</body>"
    yield "</html>"


def handled(label: str) -> tuple[str, ...]:
    """How everything in it is to be handled, for every page; nothing where there is no label."""
    return (f"Handling: {label}",) if label else ()


def label_line(label: str) -> str:
    """The strictest label, on the front."""
    return f'<p class="label">Handling: {in_line(label)}. The strictest label holds for the whole.</p>'


def listed(entries: Iterable[str]) -> Iterator[str]:
    """Words as a list, one line each; nothing where there are none."""
    inside = "".join(f"<li>{in_line(entry)}</li>" for entry in entries)
    if inside:
        yield f"<ul>{inside}</ul>"


def passage(heading: str, words: str, tag: str) -> Iterator[str]:
    """Words of several lines below their heading; either may be empty."""
    if heading:
        yield f"<{tag}>{in_line(heading)}</{tag}>"
    if words.strip():
        yield f'<p class="words">{in_words(words)}</p>'


def in_line(words: str) -> str:
    """Words for one line, as text."""
    return in_words(" ".join(words.split()))


def in_words(words: str) -> str:
    """Words with their lines, as text."""
    return escape(UNSAFE.sub("�", words), quote=True)
