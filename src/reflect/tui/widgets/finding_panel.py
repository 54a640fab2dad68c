"""Why a question is asked, and which finding of which review it comes from."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from reflect.domain.banks import Bank, Finding, Grade, Polarity, Question
from reflect.tui.labels import grade_words, review_words
from reflect.tui.widgets.hanging import POINT, Hanging
from reflect.tui.widgets.question_card import question_words
from reflect.tui.words import plain

_HEADING = "bold $primary"
_QUIET = "$text-muted"


class FindingPanel(VerticalScroll):
    """The finding beside a question. Focused, it scrolls with the arrows; opened on a small window, it begins with
    the whole question."""

    DEFAULT_CSS = """
    FindingPanel Hanging {
        padding-right: 1;
    }
    """

    def compose(self) -> ComposeResult:
        """The question (when there is no room for it elsewhere), then where it comes from."""
        yield Hanging(id="whole-question")
        yield Hanging(id="finding-words")

    def show(
        self, wording: str, parts: tuple[str, ...], bank: Bank | None, question: Question | None
    ) -> None:
        """Show what is known about a question; `bank` or `question` is None when they are there no more."""
        self.query_one("#whole-question", Hanging).update(question_words(wording, parts))
        self.query_one("#finding-words", Hanging).update(
            Content("\n\n").join([*_asked_otherwise(wording, parts, question), *_paragraphs(bank, question)])
        )
        self.scroll_home(animate=False)


def _asked_otherwise(wording: str, parts: tuple[str, ...], question: Question | None) -> list[Content]:
    if question is None or (question.text, question.parts) == (wording, parts):
        return []
    return [
        _under(
            "The bank asks this in other words now",
            question_words(question.text, question.parts),
            plain(
                "Your answer keeps the question as it was asked. What stands below goes with the new words.",
                _QUIET,
            ),
        )
    ]


def _paragraphs(bank: Bank | None, question: Question | None) -> list[Content]:
    if bank is None:
        return [
            plain(
                "The bank of this question is not here any more. Your answer keeps the question as it was asked."
            )
        ]
    if question is None:
        return [plain("This question is no longer in its bank. Your answer keeps it as it was asked.")]
    told = [_under("Why this is asked", plain(question.why))]
    told += [_finding(bank, finding) for finding in bank.findings_of(question)]
    if question.prompts:
        told.append(_under("To think on", *(plain(f"{POINT}{prompt}") for prompt in question.prompts)))
    asked_at = f" ({question.locator})" if question.grade is Grade.ADAPTED else ""
    told.append(plain(f"{grade_words(question.grade)}{asked_at}", _QUIET))
    if bank.content_note:
        told.append(_under("About this bank", plain(bank.content_note)))
    return told


def _finding(bank: Bank, finding: Finding) -> Content:
    is_good = finding.polarity is Polarity.GOOD_PRACTICE
    heading = "Good practice that was seen" if is_good else "What the review found"
    changes = (plain(f"What needs to change, for {change.who}: {change.text}") for change in finding.change)
    return _under(
        heading,
        plain(finding.text),
        *changes,
        plain(f"{review_words(bank, finding)} · {finding.locator}", _QUIET),
    )


def _under(heading: str, *told: Content) -> Content:
    return Content("\n").join([Content.styled(heading, _HEADING), *told])
