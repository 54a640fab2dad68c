"""Sharing as somebody: what they prepare and share, and what is shared with them as a supervisor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain import sharing
from reflect.domain.reflection import AnswerCard, State
from reflect.domain.sharing import Preview, Share, ShareCard, ShareComment, SharedWithMe
from reflect.domain.sharing_again import choice_kept
from reflect.errors import DamagedFile, NotFound, NotPermitted, WrongUse
from reflect.services.drawer import OpenDrawer, new_id
from reflect.services.own_answers import the_answer
from reflect.services.sharing import marks, words
from reflect.services.sharing.comments import ShareComments
from reflect.services.sharing.shelf import OwnShares
from reflect.services.sharing.words import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from reflect.banks.shelf import BankShelf
    from reflect.clock import Clock
    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.storage.store import Store, Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey


class Sharing:
    """What one person shares is a copy, sealed for the pair and signed; the answer itself stays theirs alone. Writes
    raise NotSaved when the disk refuses them."""

    def __init__(
        self,
        store: Store,
        own_key: CircleKey,
        keys: KeyPairs,
        links: Links,
        shelf: BankShelf,
        clock: Clock,
        local_words: Callable[[], Collection[str]],
    ) -> None:
        self._store = store
        self._own_key = own_key
        self._shares = OwnShares(own_key, keys, links)
        self._keys = keys
        self._links = links
        self._comments = ShareComments(store, self._shares, keys, links, clock)
        self._shelf = shelf
        self._clock = clock
        self._local_words = local_words

    def prepare(self, wanted: Mapping[str, str | None], to: str | None = None) -> None:
        """Marks answers (by id) as meant for the next one-to-one, all or none, each with the lines and with the
        supervisor that are chosen already, as `preview` takes them; nobody else can see that. Raises NotFound, and
        WrongUse for one that says nothing or is shared already, or that has no such lines."""
        supervisor = None if to is None else self._link_to(to).supervisor
        with self._store.writing() as transaction:
            drawer = self._drawer(transaction)
            for answer_id, lines in wanted.items():
                marks.prepare(drawer, answer_id, lines, supervisor)

    def unprepare(self, *answer_ids: str) -> None:
        """Takes the mark away again; other answers stay as they are. Raises NotFound."""
        with self._store.writing() as transaction:
            drawer = self._drawer(transaction)
            for answer_id in answer_ids:
                marks.unprepare(drawer, answer_id)

    def choice(self, answer_id: str) -> tuple[str | None, str | None]:
        """What was chosen when an answer was prepared, as `preview` takes it: lines, and the link to the supervisor
        who was named, while they supervise this person. Raises NotFound; WrongUse where none of the lines is left."""
        with self._store.reading() as transaction:
            answer = the_answer(self._drawer(transaction), answer_id)
        lines, meant = choice_kept(answer), answer.meant.supervisor if answer.meant else None
        if lines == "":
            raise WrongUse(
                "The lines that were chosen when this was prepared are not in the answer any more.",
                "Nothing was shared. Choose again, such as --lines 1,3-5.",
            )
        links = (link.id for link in self._links.my_supervisors() if link.supervisor == meant)
        return lines, next(links, None)

    def prepared(self) -> tuple[AnswerCard, ...]:
        """The answers that are prepared and not shared, newest first."""
        with self._store.reading() as transaction:
            cards = self._drawer(transaction).cards()
        found = (card for card in cards if card.state is State.PREPARED)
        return tuple(sorted(found, key=lambda card: (card.created, card.id), reverse=True))

    def preview(self, answer_id: str, lines: str | None = None, to: str | None = None) -> Preview:
        """Exactly what would go: the whole answer, or its `lines` (such as `1,3-5`). `to` is the name of a supervisor
        or the id of a link, and needed only where there are several. Nothing is shared by it. Raises NotFound,
        WrongUse, and NotPermitted with the reason where nothing can be shared."""
        link = self._link_to(to)
        self._links.pair_key(link.id, writing=True)
        with self._store.reading() as transaction:
            answer = the_answer(self._drawer(transaction), answer_id)
            names = _names(transaction)
        if answer.is_empty:
            raise marks.says_nothing()
        going, all_lines, whole = sharing.going(answer, lines)
        me, today = names.get(self._keys.person_id, ""), self._clock.today()
        return Preview(
            going=going,
            lines=all_lines,
            whole=whole,
            link=link.id,
            supervisor=link.supervisor,
            supervisor_name=names.get(link.supervisor, ""),
            cover_until=link.until,
            handling=self._shelf.labels([answer.asked.bank]).get(answer.asked.bank),
            doubtful=sharing.doubts(going, me, today, self._local_words()),
        )

    def share(self, *previews: Preview) -> tuple[Share, ...]:
        """Shares what was previewed, all or nothing: a copy of these words and no others. Raises NotPermitted where
        the link has ended meanwhile, and NotFound where the answer is gone."""
        now, made = self._clock.now(), []
        with self._store.writing() as transaction:
            for preview in previews:
                link = self._shares.own_link(transaction, preview.link)
                key = self._links.key_within(transaction, link.id, writing=True)
                drawer = self._drawer(transaction)
                answer = the_answer(drawer, preview.going.id)
                card = ShareCard(
                    id=new_id(),
                    link=link.id,
                    supervisee=link.supervisee,
                    supervisor=link.supervisor,
                    asked=preview.going.asked,
                    whole=preview.whole,
                    shared=now,
                )
                copy = SharedWithMe(card, preview.text, preview.going.scale)
                transaction.pair_shares(key.circle_id).add(
                    card.id,
                    words.seal_share(key, self._keys, copy),
                    words.seal_opened(key, card.id, None),
                )
                self._shares.keep(transaction, Kept(answer.id, card))
                marks.put_state(drawer, answer.id, State.SHARED)
                made.append(Share(card, copy.text, copy.scale, answer.id))
        return tuple(made)

    def mine(self) -> tuple[Share, ...]:
        """What this person shared, newest first, with when it was opened or withdrawn."""
        with self._store.reading() as transaction:
            known: dict[str, dict[str, str]] = {}
            found = [
                self._shares.as_owner(transaction, kept, known) for kept in self._shares.kept(transaction)
            ]
        return tuple(sorted(found, key=lambda share: (share.card.shared, share.id), reverse=True))

    def one(self, beginning: str) -> Share:
        """One of the same by its id or a beginning of it. Raises NotFound, WrongUse."""
        with self._store.reading() as transaction:
            return self._shares.as_owner(transaction, self._shares.one_kept(transaction, beginning))

    def of_answers(self, *answer_ids: str) -> tuple[Share, ...]:
        """The shares that were taken from these answers and not withdrawn: they stay where an answer is deleted."""
        with self._store.reading() as transaction:
            known: dict[str, dict[str, str]] = {}
            return tuple(
                self._shares.as_owner(transaction, kept, known)
                for kept in self._shares.kept(transaction)
                if kept.answer in answer_ids and kept.withdrawn is None
            )

    def withdraw(self, beginning: str) -> Share:
        """Takes a share back: its words are gone from the file and its log. Raises NotFound, WrongUse for one that was
        withdrawn, NotPermitted for one that was discussed."""
        now = self._clock.now()
        with self._store.writing() as transaction:
            kept = self._shares.one_kept(transaction, beginning)
            share = self._shares.as_owner(transaction, kept)
            if share.withdrawn is not None:
                raise WrongUse("This share was withdrawn already.", "Nothing was changed.")
            if share.discussed_in is not None:
                raise NotPermitted("This share belongs to a one-to-one that is signed.", "It stays with it.")
            link = self._shares.own_link(transaction, kept.card.link)
            self._shares.let_go(transaction, link, share.id, now)
            self._shares.keep(transaction, replace(kept, withdrawn=now, opened=share.opened))
            drawer = self._drawer(transaction)
            still = any(
                one.answer == kept.answer and not one.withdrawn for one in self._shares.kept(transaction)
            )
            if not still and drawer.answers([kept.answer]):
                marks.put_state(drawer, kept.answer, State.PRIVATE)
        self._store.forget_log()
        return replace(share, text="", scale=None, withdrawn=now)

    def received(self, link_id: str | None = None) -> tuple[ShareCard, ...]:
        """What is shared with this person now as a supervisor, newest first; of one link, or of all that hold."""
        today = self._clock.today()
        with self._store.reading() as transaction:
            found = [
                self._shares.as_reader(transaction, link, key, id_, sealed).card
                for link in self._shares.as_supervisor(transaction)
                if link.circle and link.is_current(today) and link_id in (None, link.id)
                for key in [self._links.key_within(transaction, link.id)]
                for id_, sealed, _ in transaction.pair_shares(link.circle).all()
            ]
        return tuple(sorted(found, key=lambda card: (card.shared, card.id), reverse=True))

    def open(self, beginning: str) -> SharedWithMe:
        """Reads what somebody shared with this person, by its id or a beginning of it; the first time is remembered,
        and its owner sees when it was. Raises NotPermitted with the reason where the link has ended, and NotFound for
        anybody else and for what was withdrawn."""
        with self._store.reading() as transaction:
            link, share_id = self._shares.found(transaction, beginning)
            share, opened = self._shares.read(transaction, link, share_id)
        if opened is None and not self._store.read_only:
            with self._store.writing() as transaction:
                share, opened = self._shares.read(transaction, link, share_id)
                if opened is None:
                    key = self._links.key_within(transaction, link.id, writing=True)
                    sealed = words.seal_opened(key, share_id, self._clock.now())
                    transaction.pair_shares(key.circle_id).open(share_id, sealed)
        return share

    def comment(self, beginning: str, text: str) -> ShareComment:
        """Writes on what was shared with this person; see `ShareComments.add`."""
        return self._comments.add(beginning, text)

    def comments(self, beginning: str) -> tuple[ShareComment, ...]:
        """The comments on one share, for the two of the pair; see `ShareComments.all`."""
        return self._comments.all(beginning)

    def examine(self) -> tuple[str, ...]:
        """What is wrong with what this person shared or was given to read, a line each."""
        faults = []
        today = self._clock.today()
        try:
            for share in self.mine():
                if share.card.supervisee != self._keys.person_id:
                    faults.append(f"the share {share.id} is not of this person")
                self.comments(share.id)
        except (DamagedFile, KeyError, ValueError, TypeError):
            faults.append(
                "something that you shared does not open, or is gone: it was changed outside reflect"
            )
        with self._store.reading() as transaction:
            reading = [link.id for link in self._shares.as_supervisor(transaction) if link.is_current(today)]
        for link_id in reading:
            try:
                for card in self.received(link_id):
                    self.comments(card.id)
            except (DamagedFile, KeyError, ValueError, TypeError):
                faults.append(f"something shared by the supervision link {link_id[:8]} does not open")
        return tuple(faults)

    def _drawer(self, transaction: Transaction) -> OpenDrawer:
        return OpenDrawer(transaction.mine(self._own_key.circle_id), self._own_key, transaction)

    def _link_to(self, to: str | None) -> Link:
        current = self._links.my_supervisors()
        with self._store.reading() as transaction:
            names = _names(transaction)
            me = self._keys.person_id
            over = [
                link
                for link in transaction.links.of(me)
                if link.supervisee == me and link.is_over(self._clock.today())
            ]
        wanted = "" if to is None else " ".join(to.split()).casefold()
        meant = [
            link
            for link in current
            if to is None or wanted in (link.id, names.get(link.supervisor, "").casefold())
        ]
        if len(meant) > 1:
            several = ", ".join(names.get(link.supervisor, "") for link in meant)
            raise WrongUse(
                f"{len(meant)} people supervise you, and it is not said who is meant: {several}.",
                "Nothing was shared. Name one of them, with --to.",
            )
        if meant:
            return meant[0]
        for link in reversed(over):
            if to is None or wanted in (link.id, names.get(link.supervisor, "").casefold()):
                self._links.pair_key(link.id, writing=True)  # refused, with the reason
        if to is None:
            raise NotPermitted(
                "Nobody supervises you in this workspace, so there is nobody to share with.",
                "You can prepare it for later: reflect share add ID --prepare",
            )
        raise NotFound("Nobody of this name supervises you.", "`reflect link list` shows who does.")


def _names(transaction: Transaction) -> dict[str, str]:
    return {holder.person.id: holder.person.name for holder in transaction.people.all()}
