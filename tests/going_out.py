"""Answers on their way out, as many tests need them: hostile, stepped, put aside, with a phrase that is theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from reflect.domain.banks import Handling, Shape
from reflect.domain.going_out import GoingOut, TakenAway
from reflect.domain.reflection import Answer, Asked, Scale

ASKED = Asked(
    bank="child-s",
    bank_title="Child S",
    bank_version=3,
    bank_hash="0" * 64,
    question="both-parents",
    wording="Do I always speak with both parents?",
    parts=("At the first visit?", "Later on?"),
    shape=Shape.SELF_AUDIT,
    themes=("fathers-and-partners",),
    context=(),
)
MOMENT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ANSWER = Answer(
    id="a1",
    reflection="r1",
    asked=ASKED,
    scale=Scale.NOT_IN_MY_ROLE,
    text="One line.\nAnother.",
    created=MOMENT,
    updated=MOMENT,
    revision=1,
)
STEPPED = replace(
    ANSWER,
    id="a2",
    scale=None,
    model="what",
    steps=(("What?", "It rained."), ("So what?", "")),
    text="It rained.",
    aside=(("free", (("", "Written freely first."),)), ("gibbs", (("Feelings", "Uneasy."),))),
)
TAKEN = TakenAway("r1", "child-s", "Child S", MOMENT, "Ring first.\nThen write.")
LABELS = {"child-s": Handling.PROFESSIONALS_ONLY}
MODELS = {"what": "What? So what? Now what?", "gibbs": "Gibbs' reflective cycle", "free": "Free writing"}
# Each of these means something to some reader: a browser, a word processor, a spreadsheet, a reader of Markdown.
EVIL = (
    "<script>alert(1)</script>",
    "</p></section><img src=x onerror=alert(2)>",
    '" onmouseover="alert(3)',
    "<a href='javascript:alert(4)'>x</a> http://example.org www.example.org robin@example.org",
    "<!-- &lt;b&gt; &amp; &#60; ]]> <![CDATA[x]]>",
    "=HYPERLINK(1) +1 @x {PAGE} { HYPERLINK 1 }",
    "<w:fldSimple w:instr='DATE'/> <w:hyperlink r:id='rId1'/>",
    "# x [a](b) ![c](d) `e` **f**",
    "Zażółć 孩子的声音 صوت الطفل 🧡\ttab  two spaces",
)


def going_out(*answers: Answer, owner: str = "Robin Example", **facts: object) -> GoingOut:
    """These answers as they would leave on 9 March 2026."""
    known = GoingOut(owner=owner, as_at=date(2026, 3, 9), answers=answers, handling=LABELS, models=MODELS)
    return replace(known, **facts)


def hostile() -> GoingOut:
    """Answers in which every word that somebody may have typed or named is hostile."""
    asked = replace(
        ASKED, wording=EVIL[0], bank_title=EVIL[1], parts=EVIL[2:4], bank=EVIL[4], question=EVIL[5]
    )
    text = "\n".join(EVIL)
    first = replace(ANSWER, asked=asked, text=text)
    steps = tuple((one, text) for one in EVIL)
    second = replace(
        ANSWER, id="a2", asked=asked, model=EVIL[6], steps=steps, text=text, aside=((EVIL[7], steps),)
    )
    taken = TakenAway("r1", EVIL[4], EVIL[1], MOMENT, text)
    return going_out(first, second, owner=EVIL[0], include_local=True, taken_away=(taken,))


def owned_words(*answers: Answer) -> set[str]:
    """Every word that stands in these answers, wherever it stands."""
    texts = [
        words
        for answer in answers
        for steps in (answer.steps or (), *(steps for _, steps in answer.aside))
        for step in steps
        for words in step
    ]
    return {word for text in (*texts, *(answer.text for answer in answers)) for word in text.split()}
