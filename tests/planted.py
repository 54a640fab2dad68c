"""The six with more phrases planted where no lead may look."""

from __future__ import annotations

from pathlib import Path

from rights import CURRENT, OWNER, TEAM_ACTIONS, THINGS
from six_people import WORDS, SixPeople

LISTED = {thing for thing, (row, _) in THINGS.items() if row == TEAM_ACTIONS}
COMMENT, NOTE, UNLISTED, WHY = "corncrakeham", "dippervale", "nightjarstead", "waxwingford"
PLANTED = {word for thing, word in WORDS.items() if thing not in LISTED} | {COMMENT, NOTE, UNLISTED, WHY}
"""Every phrase that is in something that is not listed."""


def planted(folder: Path) -> SixPeople:
    """A comment on a share, a note of an action that is not listed, the words of another and why it is blocked."""
    six = SixPeople(folder)
    ann, sam = six.sign_in(OWNER), six.sign_in(CURRENT)
    sam.sharing.comment(six.ids["share"], f"a {COMMENT}")
    ann.acting.note(six.ids["pair action"], f"a {NOTE}")
    action = ann.acting.propose(
        what=f"an {UNLISTED}", due=six.today, agree=True, pair=six.link, origin="child-s/what-probably-means"
    )
    sam.acting.block(action.id, f"an {WHY}")
    for practice in (ann, sam):
        practice.close()
    return six
