"""A person's own answers as a Word document: headings and paragraphs only, and no field (but the number
at the foot of each page), link, macro or picture.

`python-docx` is an extra: it is imported when somebody asks for such a document, and named where it is missing.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from reflect.domain.going_out import GoingOut
from reflect.errors import ReflectError
from reflect.reports.pages import HOW_OFTEN, PUT_ASIDE, Entry, Pages, Passage, pages_of
from reflect.text import UNSAFE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_A4_WIDTH_MM, _A4_HEIGHT_MM = 210, 297


def answers_docx(going_out: GoingOut) -> bytes:
    """The whole file. Raises ReflectError, naming what to install, where python-docx is missing."""
    pages = pages_of(going_out)
    document = _empty(going_out, pages)
    document.add_heading(_line(pages.title), level=1)
    for paragraph in pages.front:
        document.add_paragraph(_line(paragraph))
    if pages.label:
        words = f"Handling: {pages.label}. The strictest label holds for the whole."
        document.add_paragraph().add_run(_line(words)).bold = True
        for bank in pages.banks:
            document.add_paragraph(_line(bank), style="List Bullet")
    for entry in pages.entries:
        _add(document, entry)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _empty(going_out: GoingOut, pages: Pages) -> Document:
    """A page of A4 with the handling label above, in British English, and nothing else of the template's own."""
    try:
        import docx
        from docx.oxml.ns import qn
        from docx.shared import Mm
    except ImportError:
        raise ReflectError(
            "Word documents need python-docx, which is not installed here.",
            "Install it with: pip install 'reflect-practice[documents]' (or take --format html, which word "
            "processors open too).",
        ) from None
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(_A4_WIDTH_MM), Mm(_A4_HEIGHT_MM)
    if pages.label:
        section.header.paragraphs[0].text = _line(f"Handling: {pages.label}")
    _number_pages(section.footer.paragraphs[0])
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    facts = document.core_properties
    facts.title, facts.author, facts.comments = _line(pages.title), _line(going_out.owner), ""
    facts.language, facts.last_modified_by = "en-GB", _line(going_out.owner)
    facts.created = facts.modified = datetime.combine(going_out.as_at, time(), UTC)
    return document


def _number_pages(foot: Paragraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("Page ")
    foot._p.append(number)


def _add(document: Document, entry: Entry) -> None:
    document.add_heading(_line(entry.heading), level=2)
    question = entry.question if entry.question is not None else entry.instead
    _beside_next(document.add_paragraph()).add_run(_line(entry.label)).bold = True
    _beside_next(document.add_paragraph()).add_run(_line(question)).bold = True
    for part in entry.parts:
        _beside_next(document.add_paragraph(_line(part), style="List Bullet"))
    if entry.how_often:
        _beside_next(document.add_paragraph(f"{HOW_OFTEN}: {_line(entry.how_often.casefold())}"))
    if entry.model:
        _beside_next(document.add_paragraph(f"Model: {_line(entry.model)}"))
    said = _add_passages(document, entry.passages, level=3)
    for model, passages in entry.aside:
        document.add_heading(f"{PUT_ASIDE}: {_line(model)}", level=3)
        said += _add_passages(document, passages, level=4)
    for last in said[-1:]:
        _beside_next(last)
    document.add_paragraph().add_run(_line(entry.source)).italic = True


def _beside_next(paragraph: Paragraph) -> Paragraph:
    """Its last line and the first of the next paragraph stand on one page."""
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _add_passages(document: Document, passages: tuple[Passage, ...], *, level: int) -> list[Paragraph]:
    said = []
    for passage in passages:
        if passage.heading:
            document.add_heading(_line(passage.heading), level=level)
        if passage.words.strip():
            said.append(document.add_paragraph(UNSAFE.sub("�", passage.words)))
    return said


def _line(words: str) -> str:
    return UNSAFE.sub("�", " ".join(words.split()))
