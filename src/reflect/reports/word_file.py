"""A Word file as all documents here start it: a page of A4 in British English with what stands on every page, and
nothing else of the template's own; and words in it that are read the right way.

`python-docx` is an extra: it is imported when somebody asks for such a document, and named where it is missing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from reflect.errors import ReflectError
from reflect.reports.direction import directed, is_right_to_left
from reflect.text import UNSAFE, shorten

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_A4_WIDTH_MM, _A4_HEIGHT_MM = 210, 297
# What the format takes as a title or a name.
_LONGEST_FACT = 255
AFTER_DIRECTION = tuple(
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
        *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
        *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
"""What may stand in the properties of a paragraph after its direction: the format has an order."""


def new_document(title: str, author: str, made: date) -> Document:
    """An empty page. Raises ReflectError, naming what to install, where python-docx is missing."""
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
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    facts = document.core_properties
    facts.title, facts.comments, facts.language = shorten(one_line(title), _LONGEST_FACT), "", "en-GB"
    facts.author = facts.last_modified_by = shorten(one_line(author), _LONGEST_FACT)
    facts.created = facts.modified = datetime.combine(made, time(), UTC)
    return document


def add_field(paragraph: Paragraph, name: str) -> None:
    """A number that the word processor works out: `PAGE` or `NUMPAGES`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), name)
    paragraph._p.append(number)


def beside_next(paragraph: Paragraph) -> Paragraph:
    """Its last line and the first of the next paragraph stand on one page."""
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def add_words(paragraph: Paragraph, words: str, *, bold: bool = False, theirs: bool = False) -> Paragraph:
    """Words of one line, whichever way their letters are read. A line of somebody's own (`theirs`) begins on the side
    on which its first letter is read; one of the program's begins on the left, whoever is named in it."""
    from docx.oxml import OxmlElement

    whole = theirs and is_right_to_left(words)
    if whole:
        paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *AFTER_DIRECTION)
    for piece, right_to_left in directed(UNSAFE.sub("�", words), whole=whole):
        run = paragraph.add_run(piece)
        if bold:
            run.bold = run.font.cs_bold = True
        if right_to_left:
            run.font.rtl = True
    return paragraph


def one_line(words: str) -> str:
    """White space made single, and what no file can hold marked."""
    return UNSAFE.sub("�", " ".join(words.split()))
