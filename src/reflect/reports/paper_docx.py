"""A paper as a Word document that two people can sign: what it must say stands above every page, its name and
number below; headings stay with what follows, voices stand side by side."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

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
from reflect.reports.paper_layout import (
    added_table,
    for_a_pen,
    in_style,
    keep_row,
    keep_whole,
    name_columns,
    set_out,
    set_small,
    shaded,
)
from reflect.reports.word_file import add_field, add_words, beside_next, new_document, one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell


def paper_docx(paper: Paper) -> bytes:
    """The whole file. Raises ReflectError, naming what to install, where python-docx is missing."""
    document = new_document(paper.title, paper.author, paper.made)
    set_out(document)
    _every_page(document, paper)
    add_words(document.add_heading(level=1), one_line(paper.title))
    for above in paper.above:
        shaded(add_words(document.add_paragraph(style="Above"), one_line(above), bold=True))
    for sentence in paper.front:
        add_words(document.add_paragraph(style="Front"), one_line(sentence))
    add_words(document.add_paragraph(), one_line(paper.confidential), bold=True)
    for block, after in zip(paper.blocks, (*paper.blocks[1:], None), strict=True):
        _add(document, block, after)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _every_page(document: Document, paper: Paper) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = document.sections[0]
    for number, above in enumerate(paper.above):
        head = section.header.add_paragraph(style="Header") if number else section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_words(head, one_line(above), bold=True)
    foot = section.footer.paragraphs[0]
    add_words(foot, one_line(paper.foot))
    number_line = section.footer.add_paragraph("Page ", "Footer")
    add_field(number_line, "PAGE")
    number_line.add_run(" of ")
    add_field(number_line, "NUMPAGES")
    for line in (foot, number_line):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add(document: Document, block: Block, after: Block | None) -> None:
    match block:
        case Heading(words, level, theirs):
            add_words(document.add_heading(level=level), one_line(words), theirs=theirs)
        case Lines(words):
            for line in words.strip("\n").split("\n"):
                add_words(document.add_paragraph(style="Own Words"), line, theirs=True)
        case Remark(words, leads):
            remark = add_words(document.add_paragraph(style="Remark"), one_line(words))
            remark.paragraph_format.keep_with_next = leads and after is not None
        case Facts(rows):
            _add_facts(document, rows)
        case Bullets(lines, together):
            for number, line in enumerate(lines, 1):
                bullet = add_words(document.add_paragraph(style="List Bullet"), one_line(line))
                bullet.paragraph_format.keep_with_next = together and number < len(lines)
        case Voices(left, right):
            _add_voices(document, left, right)
        case Table():
            _add_table(document, block)
        case Signatures(signatures):
            _add_signatures(document, signatures)


def _add_facts(document: Document, facts: tuple[tuple[str, str], ...]) -> None:
    rows = added_table(document, len(facts), (30, 70), lines=False)
    for row, (name, words) in zip(rows, facts, strict=True):
        keep_row(row)
        first, second = row.cells
        add_words(first.paragraphs[0], one_line(name), bold=True)
        add_words(second.paragraphs[0], one_line(words))
    _space(document)


def _add_voices(document: Document, left: Voice, right: Voice) -> None:
    heads, both = added_table(document, 2, (50, 50))
    name_columns(heads, (left.who, right.who))
    for cell, voice in zip(both.cells, (left, right), strict=True):
        _fill(cell, "\n\n".join(text.strip("\n") for text in voice.texts))
    _space(document)


def _add_table(document: Document, block: Table) -> None:
    if block.caption:
        beside_next(add_words(document.add_paragraph(), one_line(block.caption), bold=True))
    heads, *rows = added_table(document, 1 + len(block.rows), block.widths)
    name_columns(heads, block.columns)
    for row, words in zip(rows, block.rows, strict=True):
        keep_row(row)
        if "" in words:
            for_a_pen(row)
        for cell, one in zip(row.cells, words, strict=True):
            _fill(cell, one)
    if block.caption:
        set_small((heads, *rows), numbers=block.numbers)
    _space(document)


def _add_signatures(document: Document, lines: tuple[SignatureLine, ...]) -> None:
    heads, *rows = added_table(document, 1 + len(lines), (34, 40, 26))
    name_columns(heads, ("Name", "Signature", "Date"))
    for row, line in zip(rows, lines, strict=True):
        keep_row(row)
        name, signature, day = row.cells
        add_words(name.paragraphs[0], one_line(line.name))
        add_words(name.add_paragraph(style="Cell"), line.role)
        if line.signed:
            add_words(signature.merge(day).paragraphs[0], line.signed)
        else:
            for_a_pen(row)
    keep_whole([heads, *rows])
    _space(document)


def _fill(cell: _Cell, words: str) -> None:
    """Somebody's words with their lines, each a paragraph of its own: lines of one text may be read either way."""
    for number, line in enumerate(words.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        in_style(paragraph, "Cell")
        add_words(paragraph, line, theirs=True)


def _space(document: Document) -> None:
    """Tables that touch would be read as one."""
    document.add_paragraph(style="Gap")
