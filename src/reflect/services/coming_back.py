"""Coming back: questions that return, and how somebody wants reflect to be for themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from reflect.domain.preferences import Preferences
from reflect.domain.returning import PUT_OFF_DAYS, Outlook, Seen, Wish, coming_back, returns_on
from reflect.errors import WrongUse
from reflect.services import own_pages
from reflect.services.being_counted import count_in, is_counted

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.services.drawer import Drawer, OpenDrawer

LONGEST_RHYTHM_DAYS = 730


class ComingBack:
    """What returns to a practitioner, by their own wishes. For the owner only."""

    def __init__(
        self, drawer: Drawer, person: str, banks: Catalogue, usual: Callable[[], bool] = lambda: True
    ) -> None:
        """`usual` tells whether questions return to somebody, by their id, who has not said so for themselves."""
        self._drawer = drawer
        self._person = person
        self._banks = banks
        self._usual = usual

    def preferences(self) -> Preferences:
        """What the person wants; where nothing was said, as it comes."""
        with self._drawer.reading() as drawer:
            return self._preferences(drawer)

    def questions(self) -> tuple[Seen, ...]:
        """The few questions that may come back today, by the rule in `domain.returning`; none when the person
        does not want it. Questions that their bank no longer asks stay away."""
        with self._drawer.reading() as drawer:
            wanted, seen = self._preferences(drawer), drawer.seen()
            open_sittings = [head.reflection for head in drawer.unfinished()]
        if not wanted.questions_return:
            return ()
        known = {bank.id: bank for bank in self._banks.banks()}
        asked = [one for one in seen.values() if one.bank in known and known[one.bank].question(one.question)]
        themes = {
            theme
            for sitting in open_sittings
            if sitting.bank in known and sitting.question
            for question in [known[sitting.bank].question(sitting.question)]
            if question is not None
            for theme in question.themes
        }
        return coming_back(asked, wanted.wishes, themes, self._drawer.today())

    def outlook(self, bank: str, question: str) -> Outlook:
        """Whether and when a question may come back."""
        with self._drawer.reading() as drawer:
            wanted, seen = self._preferences(drawer), drawer.seen().get((bank, question))
        wish = wanted.wishes.get((bank, question), Wish())
        known = {one.id: one for one in self._banks.banks()}
        return Outlook(
            day=returns_on(seen, wish) if seen else None,
            wish=wish,
            is_asked=bank in known and known[bank].question(question) is not None,
            all_return=wanted.questions_return,
        )

    def choose_rhythm(self, bank: str, question: str, days: int) -> Preferences:
        """A question returns after so many days from now on. Raises WrongUse outside 1 to 730."""
        if not 1 <= days <= LONGEST_RHYTHM_DAYS:
            raise WrongUse(
                f"A question can return after 1 to {LONGEST_RHYTHM_DAYS} days.", "Nothing was changed."
            )
        day = self._drawer.today() + timedelta(days=days)
        return self._wish(
            bank, question, lambda wish: replace(wish, every_days=days, not_before=day, stopped=False)
        )

    def put_off(self, bank: str, question: str) -> Preferences:
        """Not now: a question stays away for thirty days."""
        day = self._drawer.today() + timedelta(days=PUT_OFF_DAYS)
        return self._wish(bank, question, lambda wish: replace(wish, not_before=day))

    def stop(self, bank: str, question: str) -> Preferences:
        """A question does not come back by itself any more."""
        return self._wish(bank, question, lambda wish: replace(wish, stopped=True))

    def let_questions_return(self, wanted: bool) -> Preferences:
        """Whether any questions come back at all."""
        return self._change(lambda preferences: replace(preferences, questions_return=wanted), of_return=True)

    def wave_away(self, prompt: str) -> Preferences:
        """A prompt beside the text does not appear any more."""
        return self._change(
            lambda preferences: replace(preferences, waved_away=preferences.waved_away | {prompt})
        )

    def be_counted(self, wanted: bool) -> Preferences:
        """Whether finished sittings count in the team's learning, without words and scale: those of today and from now
        on. Whoever does not want it any more leaves no row of it; what was published stands."""
        was_counted = False
        with self._drawer.writing() as drawer:
            was_counted = is_counted(drawer)
            changed = self._changed(drawer, lambda preferences: replace(preferences, counted=wanted))
            if wanted:
                count_in(drawer, self._person, self._drawer.today())
            elif was_counted:
                drawer.publications.count_out(self._person)
        if was_counted and not wanted:
            self._drawer.forget_log()
        return changed

    def _wish(self, bank: str, question: str, step: Callable[[Wish], Wish]) -> Preferences:
        def change(preferences: Preferences) -> Preferences:
            wishes = dict(preferences.wishes)
            wishes[bank, question] = step(wishes.get((bank, question), Wish()))
            return replace(preferences, wishes=wishes)

        return self._change(change)

    def _change(self, step: Callable[[Preferences], Preferences], *, of_return: bool = False) -> Preferences:
        """Keeps what the person wants now; whether questions return only once they said so themselves."""
        with self._drawer.writing() as drawer:
            return self._changed(drawer, step, of_return=of_return)

    def _changed(
        self, drawer: OpenDrawer, step: Callable[[Preferences], Preferences], *, of_return: bool = False
    ) -> Preferences:
        said = drawer.page(own_pages.PREFERENCES)
        changed = step(self._preferences(drawer))
        written = own_pages.preferences_written(changed)
        if not of_return and (said is None or said["questions_return"] is None):
            written["questions_return"] = None
        drawer.put_page(own_pages.PREFERENCES, written)
        return changed

    def _preferences(self, drawer: OpenDrawer) -> Preferences:
        said = drawer.page(own_pages.PREFERENCES)
        kept = own_pages.preferences_read(said) if said else Preferences()
        if said is None or said["questions_return"] is None:
            return replace(kept, questions_return=self._usual())
        return kept
