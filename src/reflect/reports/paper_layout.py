"""How a paper looks in a word processor: its styles, its tables and what may not come apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reflect.reports.word_file import AFTER_DIRECTION, add_words, beside_next, one_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

_WIDTH_MM = 170
_SIDE_MM = 20
_FONT = "Arial"
_HEADINGS_PT = (17.0, 13.0, 11.0)
_BEFORE_PT = (0.0, 14.0, 9.0)
_SHADE = "EDEDED"
_AFTER_INDENT = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def set_out(document: Document) -> None:
    """Margins, and styles in black that hold on any printer."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(_SIDE_MM)
    section.top_margin = section.bottom_margin = Mm(24)
    section.header_distance = section.footer_distance = Mm(9)
    styles = document.styles
    _look(styles["Normal"], size=10.5, before=0, after=6)
    for level, size in enumerate(_HEADINGS_PT, 1):
        _look(styles[f"Heading {level}"], size=size, before=_BEFORE_PT[level - 1], after=4)
        styles[f"Heading {level}"].paragraph_format.keep_with_next = True
    _look(styles["List Bullet"], size=10.5, before=0, after=2)
    for name in ("Header", "Footer"):
        _look(styles[name], size=9, before=0, after=0)
    for name, size, after in (
        ("Own Words", 10.5, 3),
        ("Remark", 10, 6),
        ("Cell", 10, 2),
        ("Small", 8, 1),
        ("Small Name", 7, 1),
        ("Above", 10.5, 0),
        ("Front", 10.5, 6),
        ("Gap", 4, 0),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _look(style, size=size, before=0, after=after)
    styles["Front"].paragraph_format.space_before = Pt(6)
    styles["Cell"].paragraph_format.space_before = Pt(2)
    styles["Remark"].font.italic = styles["Remark"].font.cs_italic = True
    styles["Gap"].paragraph_format.line_spacing = Pt(4)


def added_table(document: Document, rows: int, shares: tuple[int, ...], *, lines: bool = True) -> list[_Row]:
    """The rows of a new table over the whole width, its columns wide by shares."""
    from docx.shared import Mm

    table = document.add_table(rows, len(shares), "Table Grid" if lines else None)
    table.autofit = False
    if lines:
        table._tbl.tblPr.insert_element_before(_indent(), *_AFTER_INDENT)
    widths = [Mm(_WIDTH_MM * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    found = list(table.rows)
    for row in found:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            in_style(cell.paragraphs[0], "Cell")
    return found


def name_columns(row: _Row, names: tuple[str, ...]) -> None:
    """The first row: it comes again on every page that the table goes on to, and stays with the second."""
    from docx.oxml import OxmlElement

    keep_row(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, name in zip(row.cells, names, strict=True):
        cell._tc.get_or_add_tcPr().append(_shade())
        beside_next(add_words(cell.paragraphs[0], one_line(name), bold=True))


def for_a_pen(row: _Row) -> None:
    """High enough to write in by hand."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    row.height, row.height_rule = Mm(15), WD_ROW_HEIGHT_RULE.AT_LEAST


def keep_row(row: _Row) -> None:
    """It does not come apart at the end of a page, unless it is longer than one."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def keep_whole(rows: list[_Row]) -> None:
    """All rows stand on one page."""
    for row in rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                beside_next(paragraph)


def in_style(paragraph: Paragraph, name: str) -> None:
    """One of the styles of a paper by its name; asked for by id, since each look-up by name goes through them all."""
    paragraph._p.style = name.replace(" ", "")


def set_small(rows: Sequence[_Row], *, numbers: bool) -> None:
    """Many columns: small, and those of `numbers` to the right but for the first."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for number, row in enumerate(rows):
        for place, cell in enumerate(row.cells):
            for paragraph in cell.paragraphs:
                in_style(paragraph, "Small" if number else "Small Name")
                if place and numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def shaded(paragraph: Paragraph) -> Paragraph:
    """A grey ground, to be seen at once."""
    paragraph._p.get_or_add_pPr().insert_element_before(_shade(), "w:tabs", "w:bidi", *AFTER_DIRECTION)
    return paragraph


def _shade() -> BaseOxmlElement:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), _SHADE)
    return shade


def _indent() -> BaseOxmlElement:
    """By as much as a cell keeps clear inside: its line then stands where the text beside the table does."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), "108")
    indent.set(qn("w:type"), "dxa")
    return indent


def _look(style: ParagraphStyle, *, size: float, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = _FONT, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), _FONT)
    form = style.paragraph_format
    form.space_before, form.space_after, form.widow_control = Pt(before), Pt(after), True
