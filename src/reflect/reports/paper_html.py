"""A paper as one HTML file: both voices side by side, one below the other where it is narrow; charts as pictures."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.reports.chart import Bars, Curves
from reflect.reports.chart_svg import chart_html
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
.above { font-family: Verdana, sans-serif; font-weight: bold; border: 2px solid; padding: 0.4em 0.7em; margin: 0; }
.above + .above { border-top: 0; }
.confidential { font-weight: bold; }
.remark { font-style: italic; }
dl { display: grid; grid-template-columns: minmax(8em, 1fr) 3fr; gap: 0.25em 1em; }
dt { font-weight: bold; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 0.7em 0; table-layout: fixed; }
th, td { border: 1px solid; padding: 0.35em 0.6em; text-align: start; vertical-align: top; }
th { font-family: Verdana, sans-serif; font-size: 0.85em; }
td { white-space: pre-wrap; overflow-wrap: anywhere; }
.voices td { white-space: normal; }
.voices .words { margin: 0 0 0.5em; }
.who { display: none; font-family: Verdana, sans-serif; font-size: 0.85em; font-weight: bold; margin: 0 0 0.4em; }
td[dir] { unicode-bidi: plaintext; }
.pen { height: 3em; }
caption { font-family: Verdana, sans-serif; font-size: 0.85em; font-weight: bold; text-align: start; padding: 0.4em 0; }
.numbers { font-variant-numeric: tabular-nums; font-size: 0.92em; }
.numbers th, .numbers td { padding: 0.3em 0.4em; hyphens: auto; }
.numbers thead th { font-size: 0.78em; }
.numbers thead th + th, .numbers td { text-align: end; }
tbody th { font-weight: normal; font-family: inherit; font-size: 1em; text-align: start; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
figure { margin: 1em 0 0; }
svg { display: block; width: 100%; max-width: 44em; height: auto; margin: 0.5em 0; }
svg { font: 12px Verdana, sans-serif; fill: currentColor; }
figcaption { font-family: Verdana, sans-serif; font-size: 0.85em; font-weight: bold; }
@media screen and (max-width: 38em) {
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: 0.5em; }
  .voices thead { display: none; }
  .voices tbody, .voices tr, .voices td { display: block; }
  .who { display: block; }
  .numbers { min-width: 38em; }
}
@media print {
  @page { size: A4; }
  body { font-size: 10.5pt; line-height: 1.35; }
  h2 { margin: 1.3em 0 0.5em; }
  h3 { margin: 0.9em 0 0.4em; }
  p, ul, dl, table { margin: 0.45em 0; }
  h2, h3, .leads { break-after: avoid; }
  .remark, .together, tr, figure { break-inside: avoid; }
  caption, figure { break-after: avoid; }
  .scroll { overflow: visible; }
  .named { font-size: 9pt; line-height: 1.25; }
  .named th, .named td { padding: 0.2em 0.4em; }
  .voices tr { break-inside: auto; }
  .voices th { break-inside: avoid; }
}
"""

# So many characters hold together on a printed page; longer voices may go on to the next.
_SHORT = 1_500
# A browser finds out which way somebody's words are read; the program's own are English.
_AUTO = ' dir="auto"'
_FOR_A_PEN = '<td class="pen"></td>'
# Many columns of numbers take more room than words to be read line by line.
_WIDE = "@media screen { body { max-width: 54em; } }"


def paper_html(paper: Paper) -> str:
    """The whole file."""
    has_numbers = any(isinstance(block, Table) and block.numbers for block in paper.blocks)
    style = _STYLE + _WIDE if has_numbers else _STYLE
    return web_page(paper.title, (*paper.above, paper.foot), _front(paper), _main(paper), style=style)


def _front(paper: Paper) -> Iterator[str]:
    for above in paper.above:
        yield f'<p class="above">{in_line(above)}</p>'
    for sentence in paper.front:
        yield f"<p>{in_line(sentence)}</p>"
    yield f'<p class="confidential">{in_line(paper.confidential)}</p>'


def _main(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(words, level, theirs):
            yield f"<h{level}{_AUTO if theirs else ''}>{in_line(words)}</h{level}>"
        case Lines(words):
            yield f'<p class="words"{_AUTO}>{in_words(words)}</p>'
        case Remark(words, leads):
            yield f'<p class="remark{" leads" if leads else ""}">{in_line(words)}</p>'
        case Facts(rows):
            yield "<dl>"
            for name, words in rows:
                yield f"<dt>{in_line(name)}</dt><dd>{in_line(words)}</dd>"
            yield "</dl>"
        case Bullets(lines, together):
            yield '<ul class="together">' if together else "<ul>"
            for line in lines:
                yield f"<li>{in_line(line)}</li>"
            yield "</ul>"
        case Voices(left, right):
            yield from _voices(left, right)
        case Table():
            yield from _table(block)
        case Signatures(signatures):
            yield from _signatures(signatures)
        case Bars() | Curves():
            yield from chart_html(block)


def _voices(left: Voice, right: Voice) -> Iterator[str]:
    """The names stand over the columns, which comes again on every printed page, and over each voice where it is
    narrow: one of the two is not displayed, nor read aloud."""
    short = sum(map(len, (*left.texts, *right.texts))) < _SHORT
    yield f'<table class="voices{" together" if short else ""}">'
    yield from _columns((left.who, right.who), (1, 1))
    yield "<tbody><tr>"
    for voice in (left, right):
        yield f'<td><p class="who">{in_line(voice.who)}</p>'
        for text in voice.texts:
            yield f'<p class="words"{_AUTO}>{in_words(text)}</p>'
        yield "</td>"
    yield "</tr></tbody>"
    yield "</table>"


def _table(table: Table) -> Iterator[str]:
    """A wide one can be moved to and fro on a narrow screen, by keys too."""
    caption = in_line(table.caption)
    if table.numbers:
        yield f'<div class="scroll" role="region" tabindex="0" aria-label="{caption}">'
    classes = [name for name, wanted in (("named", caption), ("numbers", table.numbers)) if wanted]
    yield f'<table class="{" ".join(classes)}">' if classes else "<table>"
    if caption:
        yield f"<caption>{caption}</caption>"
    yield from _columns(table.columns, table.widths)
    yield "<tbody>"
    for about, *others in table.rows:
        first = f'<th scope="row"{_AUTO}>{in_words(about)}</th>' if caption else _cell(about)
        yield f"<tr>{first}{''.join(_cell(words) for words in others)}</tr>"
    yield "</tbody>"
    yield "</table>"
    if table.numbers:
        yield "</div>"


def _columns(names: tuple[str, ...], widths: tuple[int, ...]) -> Iterator[str]:
    heads = "".join(
        f'<th scope="col" style="width: {100 * width // sum(widths)}%">{in_line(name)}</th>'
        for name, width in zip(names, widths, strict=True)
    )
    yield f"<thead><tr>{heads}</tr></thead>"


def _cell(words: str) -> str:
    return f"<td{_AUTO}>{in_words(words)}</td>" if words else '<td class="pen"></td>'


def _signatures(lines: tuple[SignatureLine, ...]) -> Iterator[str]:
    yield '<table class="together">'
    yield from _columns(("Name", "Signature", "Date"), (34, 40, 26))
    yield "<tbody>"
    for line in lines:
        who = f"<td>{in_line(line.name)}\n{line.role}</td>"
        if line.signed:
            yield f'<tr>{who}<td colspan="2">{in_line(line.signed)}</td></tr>'
        else:
            yield f"<tr>{who}{_FOR_A_PEN}{_FOR_A_PEN}</tr>"
    yield "</tbody>"
    yield "</table>"
