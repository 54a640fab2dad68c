"""A person's own answers as a Word document: headings and paragraphs only, and no field (but the number
at the foot of each page), link, macro or picture."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reflect.domain.going_out import GoingOut
from reflect.reports.pages import HOW_OFTEN, PUT_ASIDE, Entry, Pages, Passage, pages_of
from reflect.reports.word_file import add_field, add_words, beside_next, new_document, one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def answers_docx(going_out: GoingOut) -> bytes:
    """The whole file. Raises ReflectError, naming what to install, where python-docx is missing."""
    pages = pages_of(going_out)
    document = _empty(going_out, pages)
    document.add_heading(one_line(pages.title), level=1)
    for paragraph in pages.front:
        document.add_paragraph(one_line(paragraph))
    if pages.label:
        words = f"Handling: {pages.label}. The strictest label holds for the whole."
        document.add_paragraph().add_run(one_line(words)).bold = True
        for bank in pages.banks:
            document.add_paragraph(one_line(bank), style="List Bullet")
    for entry in pages.entries:
        _add(document, entry)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _empty(going_out: GoingOut, pages: Pages) -> Document:
    """A page with the handling label above and its number below."""
    document = new_document(pages.title, going_out.owner, going_out.as_at)
    # The same part that `new_document` looked for.
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = document.sections[0]
    if pages.label:
        section.header.paragraphs[0].text = one_line(f"Handling: {pages.label}")
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Page ")
    add_field(foot, "PAGE")
    return document


def _add(document: Document, entry: Entry) -> None:
    document.add_heading(one_line(entry.heading), level=2)
    question = entry.question if entry.question is not None else entry.instead
    beside_next(document.add_paragraph()).add_run(one_line(entry.label)).bold = True
    beside_next(document.add_paragraph()).add_run(one_line(question)).bold = True
    for part in entry.parts:
        beside_next(document.add_paragraph(one_line(part), style="List Bullet"))
    if entry.how_often:
        beside_next(document.add_paragraph(f"{HOW_OFTEN}: {one_line(entry.how_often.casefold())}"))
    if entry.model:
        beside_next(document.add_paragraph(f"Model: {one_line(entry.model)}"))
    said = _add_passages(document, entry.passages, level=3)
    for model, passages in entry.aside:
        document.add_heading(f"{PUT_ASIDE}: {one_line(model)}", level=3)
        said += _add_passages(document, passages, level=4)
    for last in said[-1:]:
        beside_next(last)
    document.add_paragraph().add_run(one_line(entry.source)).italic = True


def _add_passages(document: Document, passages: tuple[Passage, ...], *, level: int) -> list[Paragraph]:
    said = []
    for passage in passages:
        if passage.heading:
            document.add_heading(one_line(passage.heading), level=level)
        if passage.words.strip():
            said.append(add_words(document.add_paragraph(), passage.words, theirs=True))
    return said
