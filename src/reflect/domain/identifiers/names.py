"""Names, known by the words beside them: a title, a relation, "called"; and common given names by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reflect.domain.identifiers.given_names import FAMILY_ENDINGS, NAMES_BY_CAPITAL
from reflect.domain.identifiers.kinds import IdentifierKind, Mark
from reflect.domain.identifiers.name_places import (
    BELONGING,
    FAMILY_CORE,
    KNOWN,
    NO_NAMES,
    ORDINARY,
    PARTICLES,
    PERSONAL,
    PLACES,
    RELATIONS,
    SPOKEN_TITLES,
    TITLES,
)
from reflect.domain.identifiers.word_set import word_set
from reflect.domain.identifiers.written import SPACE, Stretch, Written

_INTRODUCED = re.compile(r"(?:,| -{1,2}|:)? ?\(? ?['\"]?")
_AFTER_AN_ASIDE = re.compile(r"'s\b|[,.;)]|\s{1,3}-|\s*\Z|\n| (?:who|is|was|and)\b")
_SENTENCE_END = re.compile(r"[.!?:;\n\"]")
_DETERMINERS = word_set("a an the my our his her their your this that another each every no any some")
_DOCTORS = word_set("dr prof professor")
_NAMES_LIKE_WORDS = word_set("young long may day best last still read real less least more")
_POLICE = word_set("pc dc ds di dci dcs wpc pcso ps sgt insp constable sergeant inspector")
_CALLED = word_set("called named nicknamed")
_ONE_WHO_IS_CALLED = RELATIONS | word_set("he she they one someone somebody person")
_A_YOUNG_ONE = word_set("boy girl baby child toddler infant son daughter lad pupil")
_CALLED_ALSO = word_set(
    "round ahead names ambulance nobody worthless stupid naughty bad difficult useless thick"
)
_WHOSE = word_set("his her their whose child baby boy girl")
_SAID_OF_PEOPLE = word_set(
    "was is has had said says told rang came went did does asked wanted left would could"
)
_BESIDE_A_RELATION = word_set(
    """
    tongue figure figures alone upstairs downstairs outside inside though meanwhile clean sober drunk twice wise
    violence abuse
    """
)
_FAMILIES = word_set("family household siblings children boys girls sisters brothers twins")
_BEFORE_A_NAME = {"is": "name", "as": "known", "by": "goes"}
_OLDER = word_set("older younger elder big little new own step")
_SAINTS_AND_PLACES = word_set("st saint lake mount port")
_MAY_BEGIN_A_NAME = frozenset().union(
    TITLES, SPOKEN_TITLES, RELATIONS, _CALLED, _BEFORE_A_NAME, ("old",), KNOWN, NAMES_BY_CAPITAL
)


def names(plain: str) -> Iterator[Mark]:
    """Every name in folded text, without the title or relation beside it; a name found once is found again."""
    text = Written.read(plain)
    words = text.words
    found = _Reader(text).read()
    taken = {at for first, to in found for at in range(first, to)}
    again = {words[at].said for at in taken if len(words[at].text) > 2} - NO_NAMES - PARTICLES
    for first, to in found:
        yield IdentifierKind.NAME, words[first].start, words[to - 1].end
    for at, word in enumerate(words):
        if word.said in again and at not in taken and (word.has_capital or word.said in KNOWN):
            yield IdentifierKind.NAME, word.start, word.end


@dataclass(frozen=True, slots=True)
class _Reader:
    text: Written

    def read(self) -> list[Stretch]:
        """The names in order and without overlaps."""
        found: list[Stretch] = []
        at, words = 0, self.text.words
        while at < len(words):
            word = words[at]
            worth_a_look = word.said in _MAY_BEGIN_A_NAME or word.owns or "-" in word.said
            worth_a_look = worth_a_look or (at > 0 and words[at - 1].said == "the" and word.has_capital)
            name = self._name_at(at) if worth_a_look else None
            if name is None:
                at += 1
                continue
            found.append(name)
            while (further := self.text.next_in_list(found[-1])) is not None:
                found.append(further)
            at = found[-1][1]
        return found

    def _name_at(self, at: int) -> Stretch | None:
        """The name that this word introduces, or is."""
        word = self.text.words[at]
        introduced = None
        if not word.owns and at + 1 < len(self.text.words):
            if word.said in TITLES:
                introduced = self._after_title(at)
            elif word.said in SPOKEN_TITLES:
                introduced = self._after_spoken_title(at)
            if introduced is None and (word.said in RELATIONS or self._tells_an_age(at)):
                introduced = self._after_relation(at)
            if introduced is None and self._says_called(at):
                introduced = self._after_called(at)
        if introduced is not None:
            return introduced
        is_one = self._owns_a_relation(at) or self._is_a_family(at)
        return (at, at + 1) if is_one else self._by_itself(at)

    def _after_title(self, at: int) -> Stretch | None:
        gap = self.text.gap(at)
        if gap not in (*SPACE, ". ", "."):
            return None
        title, following = self.text.words[at], self.text.words[at + 1]
        if following.has_capital:
            is_word = following.said in ORDINARY and following.said not in _NAMES_LIKE_WORDS
            new_sentence = gap == ". " and following.said in NO_NAMES
            if is_word or new_sentence or following.said in RELATIONS or following.said in TITLES:
                return None
        elif following.said not in PARTICLES and not following.is_common_name:
            spoken_of = at > 0 and self.text.words[at - 1].said in _DETERMINERS
            does = title.said in _DOCTORS and following.said.endswith(("ed", "ing", "ly"))
            if following.said in NO_NAMES or spoken_of or does:
                return None
        return self.text.whole_name(at + 1)

    def _after_spoken_title(self, at: int) -> Stretch | None:
        gap, title, following = self.text.gap(at), self.text.words[at], self.text.words[at + 1]
        if gap not in SPACE and not (gap == ". " and title.said in ("sgt", "insp")):
            return None
        if following.is_initial or following.said in PARTICLES:
            return self.text.whole_name(at + 1)
        if following.said in NO_NAMES:
            return None
        if following.shouts:
            long_enough = len(following.text) > 5 and title.said in _POLICE
            is_name = following.is_common_name or long_enough
        else:
            like_one = following.is_common_name or following.said.endswith(FAMILY_ENDINGS)
            is_name = following.has_capital or like_one
        return self.text.whole_name(at + 1) if is_name else None

    def _after_relation(self, at: int) -> Stretch | None:
        gap, relation, following = self.text.gap(at), self.text.words[at], self.text.words[at + 1]
        if gap in SPACE:
            unsure = relation.has_capital and relation.said not in FAMILY_CORE
            name = self.text.name_from(at + 1, known=unsure or relation.shouts)
            if name is None and relation.said in PERSONAL and self._does_something(at + 1):
                return at + 1, at + 2
            return name
        if not gap or not _INTRODUCED.fullmatch(gap):
            return None
        name = self.text.name_from(at + 1, known=":" in gap)
        if name is None or following.is_given_name:
            return name
        closes = _AFTER_AN_ASIDE.match(self.text.plain, self.text.words[name[1] - 1].end)
        return name if closes and relation.said not in ("child", "children") else None

    def _tells_an_age(self, at: int) -> bool:
        """Whether this is "six-year-old", or the end of "six year old"."""
        word = self.text.words[at].said
        if word == "old":
            return at > 0 and self.text.words[at - 1].said in ("year", "years", "yr")
        return word.endswith("year-old")

    def _says_called(self, at: int) -> bool:
        """Whether a name must follow: "a girl called", "his name is", "known as"."""
        if self.text.gap(at) not in (*SPACE, " '", ' "'):
            return False
        word = self.text.words[at].said
        if word in _BEFORE_A_NAME:
            return at > 0 and self.text.words[at - 1].said == _BEFORE_A_NAME[word]
        before = self.text.words[max(0, at - 4) : at]
        if word not in _CALLED or not any(other.said in _ONE_WHO_IS_CALLED for other in before):
            return False
        return not _SENTENCE_END.search(self.text.plain, before[-2:][0].end, self.text.words[at].start)

    def _after_called(self, at: int) -> Stretch | None:
        """The name of somebody "called" so; an uncommon one in small letters where nothing else can be meant."""
        name = self.text.name_from(at + 1, known=False, word_too=True)
        if name is not None or not at:
            return name
        word, before = self.text.words[at + 1], self.text.words[at - 1].said
        if self.text.words[at].said in _CALLED:
            unmistakable = before in _A_YOUNG_ONE and word.said not in _CALLED_ALSO
        else:
            unmistakable = before == "name" and at > 1 and self.text.words[at - 2].said in _WHOSE
        return (at + 1, at + 2) if unmistakable and self._could_be_a_small_name(at + 1) else None

    def _does_something(self, at: int) -> bool:
        """Whether this word is an uncommon name in small letters: "dad kev was", "his sister shaniqua had"."""
        if at + 1 >= len(self.text.words) or self.text.gap(at) != " ":
            return False
        verb, word = self.text.words[at + 1].said, self.text.words[at].said
        return verb in _SAID_OF_PEOPLE and word not in _BESIDE_A_RELATION and self._could_be_a_small_name(at)

    def _could_be_a_small_name(self, at: int) -> bool:
        word = self.text.words[at]
        plain_word = word.said in NO_NAMES or word.said.endswith(("ly", "ed", "ing", "self", "wards"))
        return not word.has_capital and not plain_word and len(word.said) > 2

    def _is_a_family(self, at: int) -> bool:
        """Whether this is the family name in "the Okafor family"."""
        words = self.text.words
        if at + 1 >= len(words) or not words[at].has_capital or words[at].shouts or words[at].is_initial:
            return False
        if not at or words[at - 1].said != "the" or words[at + 1].text not in _FAMILIES:
            return False
        return words[at].said not in NO_NAMES and not words[at].said.endswith(("ese", "ish", "ian", "ic"))

    def _owns_a_relation(self, at: int) -> bool:
        """Whether this is the owner in "Jayden's older brother"."""
        word = self.text.words[at]
        if not (word.owns and word.has_capital) or word.said in NO_NAMES or len(word.text) < 2 or word.shouts:
            return False
        following = [other.said for other in self.text.words[at + 1 : at + 3]]
        if following[:1] and following[0] in _OLDER:
            following.pop(0)
        return bool(following) and following[0] in BELONGING

    def _by_itself(self, at: int) -> Stretch | None:
        """A common given name that stands alone, unless it is a place: "Victoria Park", "St Thomas"."""
        words, word = self.text.words, self.text.words[at]
        if word.is_given_name:
            certain = word.has_capital or len(word.said) > 3
        else:
            certain = word.said in NAMES_BY_CAPITAL and word.has_capital and not self._begins_sentence(at)
        if not certain or word.said in NO_NAMES:
            return None
        if at and words[at - 1].said in _SAINTS_AND_PLACES and self.text.gap(at - 1) in (" ", ". "):
            return None
        name = self.text.whole_name(at) if word.has_capital else (at, at + 1)
        if name is None or name[1] >= len(words):
            return name
        after = words[name[1]]
        is_place = (
            after.has_capital and after.said in PLACES and self.text.plain[words[name[1] - 1].end] in " '"
        )
        return None if is_place else name

    def _begins_sentence(self, at: int) -> bool:
        start = self.text.words[at].start
        before = self.text.plain[max(0, start - 4) : start].rstrip(" '\"(")
        return at == 0 or not before or bool(_SENTENCE_END.fullmatch(before[-1]))
