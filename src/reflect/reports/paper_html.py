"""A paper of two people as one HTML file: both voices side by side, one below the other where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator

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
from reflect.reports.web_page import in_line, in_words, web_page

_STYLE = """
h2 { margin-top: 2em; padding-top: 0.4em; border-top: 1px solid; }
h1, h2, h3, p, li, dd { overflow-wrap: anywhere; }
.above { font-family: Verdana, sans-serif; font-weight: bold; border: 2px solid; padding: 0.4em 0.7em; }
.confidential { font-weight: bold; }
.remark { font-style: italic; }
dl { display: grid; grid-template-columns: minmax(8em, 1fr) 3fr; gap: 0.25em 1em; }
dt { font-weight: bold; }
dd { margin: 0; }
.voices { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid; margin: 0.7em 0; }
.voices > div { padding: 0.5em 0.8em; min-width: 0; }
.voices > div + div { border-inline-start: 1px solid; }
.who { font-family: Verdana, sans-serif; font-size: 0.85em; font-weight: bold; margin: 0 0 0.4em; }
.voices .words { margin: 0 0 0.7em; }
table { width: 100%; border-collapse: collapse; margin: 0.7em 0; table-layout: fixed; }
th, td { border: 1px solid; padding: 0.35em 0.6em; text-align: start; vertical-align: top; }
th { font-family: Verdana, sans-serif; font-size: 0.85em; }
td { white-space: pre-wrap; overflow-wrap: anywhere; }
.pen { height: 3em; }
@media (max-width: 38em) {
  .voices, dl { grid-template-columns: 1fr; }
  .voices > div + div { border-inline-start: 0; border-top: 1px solid; }
  dd { margin-bottom: 0.5em; }
}
@media print {
  .voices { grid-template-columns: 1fr 1fr; }
  .voices > div + div { border-top: 0; border-inline-start: 1px solid; }
  h2, h3, .leads, dt, .who { break-after: avoid; }
  tr, .together { break-inside: avoid; }
}
"""


def paper_html(paper: Paper) -> str:
    """The whole file."""
    return web_page(paper.title, (*paper.above, paper.foot), _front(paper), _main(paper), style=_STYLE)


def _front(paper: Paper) -> Iterator[str]:
    for above in paper.above:
        yield f'<p class="above" dir="auto">{in_line(above)}</p>'
    for sentence in paper.front:
        yield f'<p dir="auto">{in_line(sentence)}</p>'
    yield f'<p class="confidential" dir="auto">{in_line(paper.confidential)}</p>'


def _main(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(words, level):
            yield f'<h{level} dir="auto">{in_line(words)}</h{level}>'
        case Lines(words):
            yield f'<p class="words" dir="auto">{in_words(words)}</p>'
        case Remark(words, leads):
            yield f'<p class="remark{" leads" if leads else ""}" dir="auto">{in_line(words)}</p>'
        case Facts(rows):
            yield "<dl>"
            for name, words in rows:
                yield f'<dt>{in_line(name)}</dt><dd dir="auto">{in_line(words)}</dd>'
            yield "</dl>"
        case Bullets(lines):
            yield "<ul>"
            for line in lines:
                yield f'<li dir="auto">{in_line(line)}</li>'
            yield "</ul>"
        case Voices(left, right):
            yield '<div class="voices">'
            yield from (*_voice(left), *_voice(right))
            yield "</div>"
        case Table():
            yield from _table(block)
        case Signatures(signatures):
            yield from _signatures(signatures)


def _voice(voice: Voice) -> Iterator[str]:
    yield f'<div><p class="who" dir="auto">{in_line(voice.who)}</p>'
    for text in voice.texts:
        yield f'<p class="words" dir="auto">{in_words(text)}</p>'
    yield "</div>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    yield from _columns(table.columns, table.widths)
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(_cell(words) for words in row)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _columns(names: tuple[str, ...], widths: tuple[int, ...]) -> Iterator[str]:
    heads = "".join(
        f'<th scope="col" style="width: {100 * width // sum(widths)}%">{in_line(name)}</th>'
        for name, width in zip(names, widths, strict=True)
    )
    yield f"<thead><tr>{heads}</tr></thead>"


def _cell(words: str) -> str:
    return f'<td dir="auto">{in_words(words)}</td>'


def _signatures(lines: tuple[SignatureLine, ...]) -> Iterator[str]:
    yield '<table class="together">'
    yield from _columns(("Name", "Signature", "Date"), (34, 40, 26))
    yield "<tbody>"
    for line in lines:
        who = _cell(f"{' '.join(line.name.split())}\n{line.role}")
        if line.signed:
            yield f'<tr>{who}<td colspan="2">{in_line(line.signed)}</td></tr>'
        else:
            yield f'<tr>{who}<td class="pen"></td><td class="pen"></td></tr>'
    yield "</tbody>"
    yield "</table>"
