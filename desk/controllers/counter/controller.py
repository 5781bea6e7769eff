"""The counter: what is typed becomes a complaint under a number, or stays as a draft.

One form at a time, under an id that it has from the beginning, so that saving it twice gives the
same number. The view shows and reports; what follows from it is decided here.
"""

from __future__ import annotations

from msgspec.structs import replace

from desk import phones
from desk.app.desk import Desk
from desk.controllers.counter import lookup
from desk.controllers.counter.form import Typed, as_draft, from_draft, intake_of
from desk.controllers.counter.lookup import SolvedBefore, Suggestion, similar
from desk.controllers.counter.saving import Saving, preview_of, with_receiver
from desk.controllers.counter.screen import CounterScreen, Question
from desk.journal import customers, drafts
from desk.journal.customers import Customer, Sale
from desk.journal.drafts import Draft
from desk.journal.queue import QueueRow
from desk.rules.chain import new_id
from desk.rules.deciding import short_way
from desk.rules.errors import DeskError
from desk.rules.number import parse_branch, parse_nota
from desk.words import say

PLACE = "counter"
"""What drafts of this form are kept under."""

_LOOK = {
    "phone": lookup.by_phone,
    "name": lookup.by_name,
    "nota": lookup.by_nota,
    "find_words": lookup.by_anything,
}


class Counter:
    """One form at the counter."""

    def __init__(self, desk: Desk, view: CounterScreen) -> None:
        self._desk = desk
        self._view = view
        self._id = ""
        self._owner = ""
        self._customer_id = ""
        self._kept = Typed()
        self._saving = Saving(desk, view, again=self.save, keep=self.keep, begin=self._begin)

    @property
    def typed(self) -> Typed:
        """The form, with whom it was chosen to be about."""
        return replace(self._view.typed(), customer_id=self._customer_id)

    def start(self) -> None:
        """What they half wrote last is there again; what belongs to nobody is only offered."""
        own = self._own()
        if own:
            self._take_up(own[0])
            self._view.tell(say("counter", "What was half written is here again."))
            return
        self._begin()
        if self._nobodys():
            self._view.tell(
                say("counter", "A draft waits here that belongs to nobody. F7 shows it.")
            )

    def change_over(self, owner: str) -> None:
        """Somebody else is at work (a staff id): the form of the one before waits for its owner."""
        if owner != self._owner:
            self._owner = owner
            self.start()

    @property
    def _place(self) -> str:
        return f"{PLACE}/{self._owner}" if self._owner else PLACE

    def _own(self) -> list[Draft]:
        """The drafts of whoever is at work, newest first."""
        return drafts.kept(self._desk.journal.store, self._place)

    def _nobodys(self) -> list[Draft]:
        """The drafts from a time when nobody was known to be at work, newest first."""
        return drafts.kept(self._desk.journal.store, PLACE) if self._owner else []

    def _begin(self, typed: Typed | None = None) -> None:
        """A new form, under an id of its own."""
        self._id = new_id(self._desk.now())
        self._show(typed or Typed(channel=self._view.usual_channel()))
        self._kept = Typed()

    def _take_up(self, draft: Draft) -> None:
        """It is in the form, and belongs to whoever is at work from now on."""
        self._id = draft.id
        self._show(from_draft(draft.values))
        if draft.place == self._place:
            self._kept = self.typed
        else:
            self._kept = Typed()
            self.keep()
        self._count_drafts()

    def _show(self, typed: Typed) -> None:
        self._customer_id = typed.customer_id
        self._saving.forget()
        self._view.settle()
        self.look_again()
        self._view.put(typed)
        self._view.offer_products([])
        self._recognise(typed)
        self._count_drafts()
        self.paper()
        self.look_for_similar()

    def keep(self) -> bool:
        """Keeps what is typed as a draft; an emptied form leaves none. Whether it is safe."""
        typed = self.typed
        if typed == self._kept or (typed.blank and self._kept.blank):
            return True
        store = self._desk.journal.store
        try:
            if typed.blank:
                drafts.throw_away(store, self._id)
            else:
                drafts.keep(store, self._draft(typed))
        except DeskError as fault:
            self._view.ask(Question(fault.text, tone="late"), at_once=False)
            return False
        self._kept = typed
        return True

    def _draft(self, typed: Typed) -> Draft:
        values = as_draft(typed)
        return Draft(id=self._id, place=self._place, values=values, changed_at=self._desk.now())

    def look_again(self) -> None:
        """Somebody else is at work, or somebody's roles changed: how far they may go."""
        self._view.show_short_way(short_way(self._desk.circle))

    def look_for_similar(self) -> None:
        """Solved cases like the one that is being told."""
        try:
            self._view.show_similar(similar(self._desk, self.typed))
        except DeskError:  # a look-up is a convenience; saving says what is wrong
            self._view.show_similar([])

    def use_similar(self, case: SolvedBefore) -> None:
        """What helped then goes into an open panel; else the case itself is shown."""
        solution = self.typed.solution
        if not solution.now:
            self.keep()
            self._view.show_case(case.number)
            return
        filled = replace(
            solution,
            cause=solution.cause if solution.cause.strip() else case.cause,
            remedy=solution.remedy if solution.remedy.strip() else case.remedy,
        )
        self._view.show_solving(filled)
        self.keep()
        told = say("counter", "What helped in {number} is copied where nothing stood yet.")
        self._view.tell(told(number=case.grouped))

    def solve_now(self) -> None:
        """Opens the panel of “Solve now”, or goes back from it; nothing typed is lost."""
        self._saving.put_away()
        typed = self.typed
        if typed.solution.now:
            self.solve_later()
            return
        way = short_way(self._desk.circle)
        self._view.show_short_way(way)
        self._view.show_solving(with_receiver(replace(typed.solution, now=True), way))
        self._view.go_to("cause")

    def solve_later(self) -> bool:
        """Back to the form; False where it is there already."""
        solution = self.typed.solution
        if not solution.now:
            return False
        self._view.show_solving(replace(solution, now=False))
        self._view.go_to("understood")
        return True

    def touched(self) -> None:
        """Somebody types: the number of the last complaint makes room."""
        self._saving.put_away()

    def back(self) -> bool:
        """One step back without loss; False where there is none."""
        return self._saving.put_away() or self.park()

    def paper(self) -> None:
        """The receipt as it would print now."""
        typed = self.typed
        try:
            self._view.show_paper(None if typed.blank else preview_of(self._desk, typed))
        except DeskError:  # saving, which needs the same, says why
            self._view.show_paper(None)

    def look_up(self, field: str, typed: str) -> None:
        """What is known about what stands in `field`."""
        try:
            self._view.suggest(field, _LOOK[field](self._desk, typed))
        except DeskError:  # a look-up is a convenience; saving says what is wrong
            self._view.suggest(field, [])

    def leave(self, field: str) -> None:
        """Somebody went on to the next field: what is odd is said, without being in the way."""
        typed = self.typed
        if field in {"phone", "name", "email"}:
            self._recognise(typed)
        if field == "phone" and typed.phone.strip() and phones.normal(typed.phone) is None:
            odd = say("counter", "This does not look like a phone number. It is kept as typed.")
            self._view.hint("phone", odd, "soon")
        if field in {"nota", "received_at"}:
            self._look_at_nota(typed)

    def _look_at_nota(self, typed: Typed) -> None:
        intake = intake_of(typed, self._id, self._desk.now())
        if intake.nota and not intake.no_nota and intake.channel != "marketplace":
            try:
                parse_nota(intake.nota)
            except DeskError as fault:
                self._view.hint("nota", fault.text, "late")
        self._saving.same_matter(typed, self._id)

    def _recognise(self, typed: Typed) -> Customer | None:
        customer = lookup.recognised(self._desk, typed)
        self._customer_id = customer.id if customer else ""
        self._view.tell_history(lookup.history(customer))
        return customer

    def earlier(self) -> None:
        """The complaints of whoever stands here."""
        customer = self._recognise(self.typed)
        self._view.suggest("history", lookup.cases_of(self._desk, customer) if customer else [])

    def choose(self, suggestion: Suggestion) -> None:
        """Fills in what was chosen, or goes to it."""
        match suggestion.found:
            case Customer() as customer:
                self._fill_customer(customer)
            case Sale() as sale:
                self._fill_sale(sale)
            case QueueRow() as row:
                self.keep()
                self._view.show_case(row.number)
            case SolvedBefore() as case:
                self.use_similar(case)
            case Draft() as draft:
                if self.keep():
                    self._take_up(draft)
                    self._view.go_to("phone")

    def _fill_customer(self, customer: Customer) -> None:
        typed = self.typed
        filled = replace(
            typed,
            name=customer.name,
            phone=phones.shown(customer.phone) or typed.phone,
            email=customer.email or typed.email,
            address=customer.address or typed.address,
            customer_id=customer.id,
        )
        self._put(filled)
        self._view.go_to("nota")
        if not typed.nota.strip():
            self._view.suggest("nota", lookup.bought_by(self._desk, customer))

    def _fill_sale(self, sale: Sale) -> None:
        typed, digits = self.typed, sale.digits
        filled = replace(
            typed,
            name=typed.name if typed.name.strip() else sale.customer,
            phone=typed.phone if typed.phone.strip() else phones.shown(sale.phone),
            email=typed.email if typed.email.strip() else sale.email,
            nota=sale.nota if digits is None else str(digits),
            no_nota=digits is None,
            product=sale.product,
            serial=sale.serial or typed.serial,
            bought_at=lookup.sold_day(sale) or typed.bought_at,
            sold_branch=_branch_code(sale.branch) or typed.sold_branch,
        )
        self._put(filled)
        lines = customers.by_nota(self._desk.journal.store, sale.nota)
        self._view.offer_products(list(dict.fromkeys(line.product for line in lines)))
        self._view.go_to("what_happened" if filled.name.strip() else "name")
        self._look_at_nota(filled)

    def _put(self, typed: Typed) -> None:
        """Shows what was filled in for the person; it counts as typed."""
        self._customer_id = typed.customer_id
        self._view.put(typed)
        self._recognise(typed)
        self.paper()

    def park(self) -> bool:
        """Keeps the form as a draft and empties it; False where there was nothing to keep."""
        if self.typed.blank:
            return False
        if not self.keep():  # the disk did not take it: what is typed stays where it is
            return True
        self._begin()
        self._view.go_to("phone")
        self._view.tell(say("counter", "Kept as a draft. F7 brings it back."))
        return True

    def list_drafts(self) -> None:
        """The drafts that wait, to take one up."""
        self.keep()
        found = lookup.drafts_as(self._others(), self._desk.now())
        self._view.suggest("drafts", found)

    def discard(self, draft: Draft) -> None:
        """Throws a draft away, with a way back."""
        store = self._desk.journal.store
        try:
            drafts.throw_away(store, draft.id)
        except DeskError as fault:
            self._view.tell(fault.text)
            return
        self._count_drafts()

        def bring_back() -> None:
            drafts.keep(store, draft)
            self._count_drafts()

        self._view.tell(say("counter", "The draft is thrown away."), bring_back)

    def _others(self) -> list[Draft]:
        waiting = [*self._own(), *self._nobodys()]
        return [draft for draft in waiting if draft.id != self._id]

    def _count_drafts(self) -> None:
        self._view.count_drafts(len(self._others()))

    def save(self) -> None:
        """Registers the complaint; whatever is in the way is said, and the form stays."""
        if self.typed.blank and self._saving.showing:
            return  # the key was pressed twice
        self._recognise(self.typed)
        self._saving.save(self.typed, self._id)

    def print_again(self) -> None:
        """The receipt of the last complaint once more."""
        self._saving.print_again()

    def undo(self) -> None:
        """Takes the last complaint back as entered by mistake."""
        self._saving.undo()


def _branch_code(branch: str) -> str:
    """The branch of a sale where it is a code; a name is left to the clerk."""
    try:
        return parse_branch(branch)
    except DeskError:
        return ""
