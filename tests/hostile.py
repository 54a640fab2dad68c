"""Words that try to do something: as markup, as an escape sequence, by turning direction, by their length."""

from __future__ import annotations

MARKUP = (
    "[/]",
    "[@click=app.leave]x[/]",
    "[safeguarding] notes",
    "[bold",
    "\\[red]",
    "[link=https://example.org]y[/link]",
)
ESCAPES = (
    "\x1b]0;OWNED\x07title",
    "\x1b]52;c;T1dORUQ=\x07clipboard",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[31mred",
    "\x9b31mred \x9d0;OWNED\x9c",
    "bell\x07 back\x08\x08 null\x00 del\x7f return\r over",
)
DIRECTION = ("abc\u202edef\u202c", "\u2066hidden\u2069", "\u200fmark")
SCRIPTS = ("子どもの声", "صوت الطفل", "קול הילד", "e\u0301 a\u0300", "👩‍👧 family")
EVERYTHING = "  ".join((*MARKUP, *ESCAPES, *DIRECTION, *SCRIPTS))
LONG = "word " * 2_000
