"""`reflect ask`: a sitting as plain prompts, at a terminal or through a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from reflect.cli.choosing import BankId, MaybeQuestionId, question_of, scale_point
from reflect.cli.door import door_of
from reflect.cli.echo import tell
from reflect.cli.lines import Lines, Stop
from reflect.domain.banks import Shape, review_named
from reflect.domain.reflection import Answer, Asked, Scale
from reflect.errors import WrongUse
from reflect.text import clean

if TYPE_CHECKING:
    from reflect.domain.banks import Bank
    from reflect.domain.reflection import Sitting
    from reflect.services.practice import Practice
    from reflect.services.reflecting import Reflecting

HOW = (
    "An empty line ends an answer; an empty answer leaves the question for now. On a line of their own: "
    ".skip goes on, .back goes back, .not-in-my-role says just that, .stop ends here and keeps your place. "
    "This is no referral and no case record: for a current concern use your local procedure."
)
SKIP, BACK, STOP, NOT_MINE = ".skip", ".back", ".stop", ".not-in-my-role"
COMMANDS = (SKIP, BACK, STOP, NOT_MINE)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.command("ask", help="Reflect through plain prompts, also from a pipe.")(ask)


def ask(context: typer.Context, bank_id: BankId, question_id: MaybeQuestionId = None) -> None:
    """Ask the questions of a bank one after the other; what is answered is saved at once."""
    door = door_of(context)
    bank = door.workspace().catalogue().bank(bank_id)
    if question_id is not None:
        question_of(bank, question_id)
    lines = Lines.of_standard_input(may_ask=not door.no_input)
    with door.signed_in() as practice:
        sitting = practice.reflecting.begin(bank_id, question_id)
        try:
            Asking(practice, bank, sitting, lines).to_the_end()
        except Stop:
            tell("Stopped. Your answers are saved, and next time you go on from here.")


class Asking:
    """One run through a sitting, from where it was left."""

    def __init__(self, practice: Practice, bank: Bank, sitting: Sitting, lines: Lines) -> None:
        self._reflecting: Reflecting = practice.reflecting
        self._procedure = practice.settings.local_procedure
        self._bank = bank
        self._lines = lines
        self._sitting = sitting.reflection
        self._answers = dict(sitting.answers)
        self._gone = len(sitting.gone)

    def to_the_end(self) -> None:
        """Ask until all questions are behind and the sitting is finished. Raises Stop where the person stops."""
        tell(f"{self._bank.title}. Handling: {self._bank.handling.value}.")
        if self._bank.content_note:
            tell(self._bank.content_note)
        tell(HOW)
        if self._gone:
            tell(
                f"No longer in the bank, and so left out: {self._gone} of the questions that this began with."
            )
        if self._procedure:
            tell(f"Local procedure: {self._procedure}")
        while True:
            if self._sitting.question is None:
                if self._take_away():
                    return
                continue
            asked = self._asked(self._sitting.question)
            if asked is None:  # the bank was changed by another program just now
                self._sitting = self._reflecting.skip(self._sitting.id, self._sitting.question)
            else:
                self._one(asked)

    def _asked(self, question_id: str) -> Asked | None:
        """A question as it was asked when it was answered, or as the bank asks it now."""
        if question_id in self._answers:
            return self._answers[question_id].asked
        question = self._bank.question(question_id)
        return Asked.of(self._bank, question) if question else None

    def _one(self, question: Asked) -> None:
        """Ask one question, keep what is said, and go where the person wants. Raises Stop."""
        before = self._answers.get(question.question)
        self._say(question, before)
        scale, command = before.scale if before else None, ""
        if question.shape is Shape.SELF_AUDIT:
            scale, command = self._how_often(scale)
            before, _ = self._keep(question, before, "", scale)
            if scale is Scale.NOT_IN_MY_ROLE:
                command = command or NOT_MINE
            elif not command:
                tell("How it was:" if scale is Scale.ALWAYS else "The last time I did not, and why:")
        text = ""
        while not command:
            line = self._lines.next()
            if line is None or line.strip() in COMMANDS:
                command = STOP if line is None else line.strip()
            elif not line.strip():
                break
            else:
                text = f"{text}\n{line}" if text else line
                if self._lines.somebody_types:
                    before, text = self._keep(question, before, text, scale)
        self._keep(question, before, text, Scale.NOT_IN_MY_ROLE if command == NOT_MINE else scale)
        self._move(question, command)

    def _say(self, asked: Asked, before: Answer | None) -> None:
        number = self._sitting.position + 1
        tell()
        tell(f"{number} of {len(self._sitting.questions)}. {asked.wording}")
        for part in asked.parts:
            tell(f"- {part}", indent="   ")
        self._say_why(asked)
        if before and not before.is_empty:
            tell("You have answered this; an empty line keeps it, and what you write now is added:")
            if before.scale:
                tell(before.scale.words, indent="   ")
            if before.text:
                tell(before.text, indent="   ")

    def _say_why(self, asked: Asked) -> None:
        question = self._bank.question(asked.question)
        if question is None or (question.text, question.parts) != (asked.wording, asked.parts):
            tell("This is how it was asked when you answered; the bank has changed since.", indent="   ")
            return
        tell(f"Why: {question.why}", indent="   ")
        for finding in self._bank.findings_of(question):
            review = self._bank.review(finding.review)
            named = review_named(review.name, self._bank.title) if review else self._bank.title
            tell(f"{named}: {finding.text}", indent="   ")
        for hint in question.prompts:
            tell(f"To think on: {hint}", indent="   ")

    def _how_often(self, before: Scale | None) -> tuple[Scale | None, str]:
        """A point of the scale, or the command that was typed instead. Raises Stop, and WrongUse where a pipe
        gives something else: then the words after it would be taken for the wrong thing."""
        while True:
            tell("How often? 1 always, 2 usually, 3 sometimes, 4 rarely, 5 not in my role.")
            line = self._lines.next()
            if line is None:
                raise Stop
            said = line.strip()
            if not said or said in COMMANDS:
                return before, said
            point = scale_point(said)
            if point is not None:
                return point, ""
            if not self._lines.somebody_types:
                raise WrongUse(
                    f"A point of the scale was expected for question {self._sitting.position + 1}.",
                    "The answers before it are saved. Send 1 to 5 or the words, and then your answer.",
                )
            tell("That is no point of the scale: type a number from 1 to 5, or the words.")

    def _keep(
        self, question: Asked, before: Answer | None, text: str, scale: Scale | None
    ) -> tuple[Answer | None, str]:
        """Save what was typed so far below what was there before; nothing at all is not saved. Gives back what
        was there before and what is typed since: as it was, unless another window has saved meanwhile."""
        words = clean("\n".join(part for part in (before.text if before else "", text) if part.strip()))
        now = self._answers.get(question.question)
        if now is None and not words and scale is None:
            return before, text
        if now is not None and now.text == words and now.scale == scale:
            return before, text
        kept = self._reflecting.save_answer(
            self._sitting.id,
            question.question,
            text=words,
            scale=scale,
            revision=now.revision if now else 0,
            based_on=now,
        )
        self._answers[question.question] = kept
        if kept.text == words:
            return before, text
        tell("Another window saved this answer meanwhile; both texts are kept:")
        tell(kept.text, indent="   ")
        return kept, ""

    def _move(self, question: Asked, command: str) -> None:
        """Go on, back or away. Raises Stop."""
        if command == STOP:
            raise Stop
        if command == BACK:
            self._sitting = self._reflecting.go_to(self._sitting.id, max(self._sitting.position - 1, 0))
        elif question.question in self._answers and not self._answers[question.question].is_empty:
            self._sitting = self._reflecting.go_to(self._sitting.id, self._sitting.position + 1)
        else:
            self._sitting = self._reflecting.skip(self._sitting.id, question.question)

    def _take_away(self) -> bool:
        """The end of a sitting: whether it is finished now, or the person went back. Raises Stop."""
        answered, asked = len(self._sitting.answered), len(self._sitting.questions)
        tell()
        tell(f"All questions are behind you; {answered} of {asked} are answered. What do you take away?")
        if self._sitting.take_away:
            tell(self._sitting.take_away, indent="   ")
        text, has_said = "", False
        while True:
            line = self._lines.next()
            command = line.strip() if line is not None else STOP
            if command == STOP and (line is not None or not has_said):
                self._keep_take_away(text)
                raise Stop
            if command == BACK:
                self._keep_take_away(text)
                self._sitting = self._reflecting.go_to(self._sitting.id, len(self._sitting.questions) - 1)
                return False
            if line is None or not command or command == SKIP:
                break
            text, has_said = f"{text}\n{line}" if text else line, True
            if self._lines.somebody_types:
                self._keep_take_away(text)
                text = ""
        before = self._sitting.take_away
        self._sitting = self._reflecting.finish(self._sitting.id, self._together(text), based_on=before)
        tell("Finished. Only you can read what you wrote: reflect answer list")
        return True

    def _keep_take_away(self, text: str) -> None:
        if text:
            before = self._sitting.take_away
            self._sitting = self._reflecting.save_take_away(
                self._sitting.id, self._together(text), based_on=before
            )

    def _together(self, text: str) -> str:
        return "\n".join(part for part in (self._sitting.take_away, text) if part)
