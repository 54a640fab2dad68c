"""The way of one action: review, finding, question, action, evidence, impact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.banks import review_named
from reflect.domain.dates import day_of, said
from reflect.tui.acting.about import evidence_words, impact_words
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.widgets.written import said_words
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.services.actions.lists import Trace

_NOT_YET = "Not yet."
_BY_ITSELF = "From no question and no finding: it was written by itself."
_MOVED_ON = (
    "The bank words this question otherwise by now, or does not ask it any more; "
    "these are the words of that day."
)


class TraceDialog(Dialog[None]):
    """To read. The private answer stands there for its owner, whose page this is."""

    TITLE = "From the review to what changed"
    CSS_PATH = "trace.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, trace: Trace) -> None:
        super().__init__()
        self._trace = trace

    def compose_body(self) -> ComposeResult:
        """One part below the other."""
        with VerticalScroll(id="trace"):
            yield Static(trace_words(self._trace))

    def action_close_dialog(self) -> None:
        """Back to the action."""
        self.dismiss(None)


def trace_words(trace: Trace) -> Content:
    """All of it, each part under its heading."""
    action, origin = trace.action, trace.action.origin
    parts: list[tuple[str, Content]] = []
    if origin is None:
        words = trace.one_to_one.words if trace.one_to_one else _BY_ITSELF
        parts.append(("Where it comes from", plain(words)))
    else:
        reviews = dict.fromkeys(review_named(one.review, origin.bank_title) for one in origin.findings)
        parts.append(("Review", plain("\n".join(reviews) or origin.bank_title)))
        findings = [plain(finding.text) for finding in origin.findings]
        parts.append(("Finding", lines(*findings) if findings else plain("The question names none.")))
        if origin.question:
            moved = plain(_MOVED_ON, "$text-muted") if trace.bank_moved_on else Content("")
            parts.append(("Question", lines(plain(origin.wording), moved)))
    if trace.answer is not None:
        day = said(day_of(trace.answer.created))
        parts.append((f"Your own answer of {day}: only you can see it", said_words(trace.answer)))
    parts.append(("Action", plain(action.what)))
    evidence = [evidence_words(one) for one in action.evidence]
    parts.append(("Evidence", lines(*evidence) if evidence else plain(_NOT_YET)))
    parts.append(("Impact", plain(impact_words(action, trace.events, trace.names) or _NOT_YET)))
    return Content("\n\n").join(
        lines(Content.styled(title, "bold $primary"), words) for title, words in parts
    )
