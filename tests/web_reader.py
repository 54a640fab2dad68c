"""A web page as a careful reader takes it: a tree of elements and the words in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Piece:
    """An element: its name, its attributes, the words and elements in it."""

    name: str
    attributes: dict[str, str | None]
    inside: list[Piece | str] = field(default_factory=list)

    def texts(self, name: str, class_: str = "") -> list[str]:
        """The words of every element with this name (and class) below."""
        found: list[str] = []
        for one in self.inside:
            if isinstance(one, Piece):
                if one.name == name and class_ in (one.attributes.get("class") or ""):
                    found.append("".join(part for part in one.inside if isinstance(part, str)))
                found += one.texts(name, class_)
        return found

    def all(self) -> list[Piece]:
        """This element and all below it."""
        below = [one for one in self.inside if isinstance(one, Piece)]
        return [self, *(deeper for one in below for deeper in one.all())]


class Reader(HTMLParser):
    """Builds the tree, and takes nothing that a careful writer would not write."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Piece("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        piece = Piece(tag, dict(attrs))
        self.open[-1].inside.append(piece)
        if tag != "meta":
            self.open.append(piece)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        inside = self.open[-1].inside
        if inside and isinstance(inside[-1], str):
            inside[-1] += data
        else:
            inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(page: bytes) -> Piece:
    """The tree of a page; anything unclosed, or a comment, fails."""
    reader = Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert len(reader.open) == 1
    return reader.root
