"""Carries out commands within one transaction: looks, lets the rules decide, writes the entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch

from msgspec import structs

from desk import phones
from desk.app import commands, signing_in
from desk.app.commands import RevokeCard, TrustCard
from desk.app.signing_in import AtWork
from desk.journal import customers, drafts, known, queue
from desk.journal.journal import Pen
from desk.journal.known import Trusted
from desk.rules import deciding, entries
from desk.rules.acts import Act, Correct, LinkTo
from desk.rules.chain import new_id
from desk.rules.choices import CHANNELS, FEEDBACK_KINDS, check_choice
from desk.rules.complaint import Complaint
from desk.rules.deciding import decide, decide_register
from desk.rules.details import check_length, clean
from desk.rules.entries import CardTrusted, CompanyNamed
from desk.rules.errors import Invalid, Refused
from desk.rules.intake import Intake, check, due_after
from desk.rules.number import parse_branch
from desk.rules.people import Action, may, parse_roles
from desk.telling.standing import grouped
from desk.words import say


@singledispatch
def carry_out(command: object, desk: AtWork, pen: Pen) -> object:
    """What `command` gives back; raises DeskError, and then nothing was written."""
    raise TypeError(type(command).__name__)


@carry_out.register(commands.Register)
def _register(command: commands.Register, desk: AtWork, pen: Pen) -> commands.Registered:
    circle = desk.circle
    deciding.check(Action.REGISTER, circle)
    store = desk.journal.store
    before = queue.by_id(store, command.intake.id)
    if before is not None:
        return replace(registered(desk.journal.complaint(before.id)), known=True)
    checked = check(command.intake, desk.now())
    shop = desk.shop
    received = checked.received_at
    number = queue.free_number(
        store,
        node=desk.journal.node,
        branch=shop.branch,
        letter=shop.letter,
        day=received.date(),
        nota=checked.nota,
    )
    phone = phones.normal(command.intake.phone) or command.intake.phone
    event = decide_register(
        checked,
        number=number,
        customer=_customer_of(desk, command.intake, phone),
        phone=phone,
        circle=circle,
    )
    pen.write(event, subject=command.intake.id)
    drafts.drop(store, command.intake.id)
    return commands.Registered(
        id=command.intake.id,
        number=event.number,
        grouped=number.grouped,
        received_at=received,
        due_at=due_after(received),
    )


@carry_out.register(commands.InOneSitting)
def _in_one_sitting(command: commands.InOneSitting, desk: AtWork, pen: Pen) -> commands.Registered:
    """Each act sees what the one before it wrote; where one is refused, nothing is kept."""
    taken_in = _register(commands.Register(intake=command.intake), desk, pen)
    if taken_in.known:
        return taken_in
    for act in command.acts:
        complaint = desk.journal.complaint(taken_in.id)
        event = decide(_normal(act, desk), complaint, desk.circle, pen.moment)
        pen.write(event, subject=taken_in.id, seen=complaint.head)
    return taken_in


def registered(complaint: Complaint) -> commands.Registered:
    """What registering gave, for a complaint that was registered before."""
    if complaint.received_at is None or complaint.due_at is None:
        raise Refused(
            say("doing", "Complaint {id} is known, but its registration is not here yet.")(
                id=complaint.id
            )
        )
    return commands.Registered(
        id=complaint.id,
        number=complaint.number,
        grouped=grouped(complaint.number),
        received_at=complaint.received_at,
        due_at=complaint.due_at,
    )


def _customer_of(desk: AtWork, intake: Intake, phone: str) -> str:
    """The id of somebody known with this name and phone or e-mail, else a new one."""
    store = desk.journal.store
    if intake.customer_id and customers.by_id(store, intake.customer_id):
        return intake.customer_id
    candidates = customers.by_phone(store, phone, 50) if phone else []
    if not phone and intake.email:
        candidates = customers.by_email(store, intake.email, 50)
    for candidate in candidates:
        same_phone = not phone or candidate.phone == phone
        if same_phone and candidate.name.casefold() == intake.name.casefold():
            return candidate.id
    return new_id(desk.now())


def _complaint(desk: AtWork, subject: str) -> Complaint:
    complaint = desk.journal.complaint(subject)
    if not complaint.timeline:
        raise Refused(say("doing", "There is no such complaint here. Nothing was changed."))
    return complaint


@carry_out.register(commands.OnCase)
def _on_case(command: commands.OnCase, desk: AtWork, pen: Pen) -> None:
    complaint = _complaint(desk, command.complaint)
    event = decide(_normal(command.act, desk), complaint, desk.circle, pen.moment)
    pen.write(event, subject=command.complaint, seen=command.seen)


def _normal(act: Act, desk: AtWork) -> Act:
    """A corrected phone is kept in the form in which a new one is; a number leads to its id."""
    if isinstance(act, LinkTo) and not act.other:
        row = desk.find_number(act.number)
        return structs.replace(act, other=row.id, number=row.number)
    if isinstance(act, Correct) and act.field == "phone":
        return structs.replace(act, value=phones.normal(act.value) or act.value)
    return act


@carry_out.register(commands.TakeFeedback)
def _take_feedback(command: commands.TakeFeedback, desk: AtWork, pen: Pen) -> str:
    deciding.check(Action.FEEDBACK, desk.circle)
    check_choice(command.kind, FEEDBACK_KINDS, "kind")
    check_choice(command.channel, CHANNELS, "channel")
    text = clean(command.text)
    if not text:
        raise Invalid(say("doing", "What did they say? Please write it down."), field="text")
    check_length(text, "text")
    subject = new_id(desk.now())
    event = entries.FeedbackTaken(
        kind=command.kind,
        branch=desk.shop.branch,
        channel=command.channel,
        received_at=desk.now().astimezone().isoformat(timespec="seconds"),
        text=text,
        name=clean(command.name),
        phone=phones.normal(command.phone) or clean(command.phone),
    )
    pen.write(event, subject=subject)
    return subject


@carry_out.register(commands.ChangeRoles)
def _change_roles(command: commands.ChangeRoles, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.STAFF, desk.circle)
    _check_works_here(desk, command.staff)
    _check_roles(command.roles)
    others = desk.circle.others_who_may(Action.STAFF, {command.staff})
    if not may(command.roles, Action.STAFF) and not others:
        raise Refused(
            say(
                "doing",
                "Then nobody could add or switch off people any more. Nothing was changed. Give "
                "somebody else that role first.",
            )
        )
    pen.write(entries.StaffRolesChanged(roles=command.roles), subject=command.staff)


@carry_out.register(commands.SetPin)
def _set_pin(command: commands.SetPin, desk: AtWork, pen: Pen) -> None:
    if desk.actor is None or command.staff != desk.actor.id:
        deciding.check(Action.STAFF, desk.circle)
    _check_works_here(desk, command.staff)
    known.set_pin_hash(desk.journal.store, command.staff, signing_in.hash_pin(command.pin))
    pen.write(entries.StaffPinSet(), subject=command.staff)


def _check_works_here(desk: AtWork, staff: str) -> None:
    """Head office also looks after the people of the branches."""
    circle = desk.circle
    elsewhere = circle.elsewhere if desk.shop.head_office else ()
    if all(one.id != staff for one in (*circle.colleagues, *elsewhere)):
        raise Refused(say("doing", "There is nobody like that here. Nothing was changed."))


def _check_roles(roles: tuple[str, ...]) -> None:
    """Raises Invalid for none, or for one that is not known."""
    parse_roles(",".join(roles))


@carry_out.register(commands.AddStaff)
def _add_staff(command: commands.AddStaff, desk: AtWork, pen: Pen) -> str:
    deciding.check(Action.STAFF, desk.circle)
    return add_staff(command, desk, pen)


def add_staff(command: commands.AddStaff, desk: AtWork, pen: Pen) -> str:
    """Adds somebody without asking for a right: set-up, when nobody is here yet, does so too."""
    name = clean(command.name)
    if not name:
        raise Invalid(say("doing", "The name is missing. Nobody was added."), field="name")
    _check_roles(command.roles)
    store = desk.journal.store
    branch = _elsewhere(desk, command.branch)
    there = [one for one in known.people(store) if (one.branch == branch if branch else one.here)]
    if any(one.active and one.name.casefold() == name.casefold() for one in there):
        raise Refused(
            say(
                "doing",
                "{name} works here already. Nobody was added. Give a second one another name, "
                "such as “{name} 2”.",
            )(name=name)
        )
    hashed = signing_in.hash_pin(command.pin) if command.pin else ""
    staff = new_id(desk.now())
    pen.write(entries.StaffAdded(name=name, roles=command.roles, branch=branch), subject=staff)
    if hashed:
        known.set_pin_hash(store, staff, hashed)
    return staff


def _elsewhere(desk: AtWork, typed: str) -> str:
    """The branch for which head office adds somebody; empty for its own people."""
    code = typed.strip()
    if not code or code == desk.shop.branch:
        return ""
    if not desk.shop.head_office:
        raise Refused(say("doing", "People of another branch are added there, or at head office."))
    return parse_branch(code)


@carry_out.register(commands.LimitToBranches)
def _limit(command: commands.LimitToBranches, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.STAFF, desk.circle)
    if not desk.shop.head_office:
        raise Refused(say("doing", "Whose cases somebody sees is set at head office."))
    _check_works_here(desk, command.staff)
    branches = tuple(dict.fromkeys(map(parse_branch, command.branches)))
    pen.write(entries.StaffBranchesSet(branches=branches), subject=command.staff)


@carry_out.register(commands.NameBranch)
def _name_branch(command: commands.NameBranch, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.SETTINGS, desk.circle)
    code = parse_branch(command.code)
    if not desk.shop.head_office and code != desk.shop.branch:
        raise Refused(say("doing", "Other branches are named at head office."))
    name = clean(command.name)
    if not name:
        raise Invalid(say("doing", "The name of the branch is missing."), field="name")
    pen.write(_named(name, command), subject=code)


def _named(name: str, told: commands.NameBranch | commands.DescribeShop) -> entries.BranchNamed:
    return entries.BranchNamed(name=name, address=clean(told.address), reach=clean(told.reach))


@carry_out.register(commands.SwitchOffStaff)
def _switch_off(command: commands.SwitchOffStaff, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.STAFF, desk.circle)
    if desk.actor is not None and command.staff == desk.actor.id:
        raise Refused(
            say("doing", "Nobody switches themselves off. Ask another administrator to do it.")
        )
    _check_works_here(desk, command.staff)
    pen.write(entries.StaffSwitchedOff(), subject=command.staff)


@carry_out.register(commands.DescribeShop)
def _describe_shop(command: commands.DescribeShop, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.SETTINGS, desk.circle)
    describe_shop(command, desk.shop.branch, pen, logo=desk.shop.logo)


def describe_shop(command: commands.DescribeShop, branch: str, pen: Pen, *, logo: str = "") -> None:
    """Names company and branch without asking for a right; set-up does so too."""
    company, branch_name = clean(command.company), clean(command.branch_name)
    if not company:
        raise Invalid(say("doing", "The name of the company is missing."), field="company")
    if not branch_name:
        raise Invalid(say("doing", "The name of the branch is missing."), field="branch_name")
    pen.write(entries.CompanyNamed(name=company, logo=logo), subject="company")
    pen.write(_named(branch_name, command), subject=branch)


@carry_out.register(commands.TrustCard)
def _trust(command: commands.TrustCard, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.TRUST, desk.circle)
    check_trust(command, known.trusted(desk.journal.store), desk.journal.node)
    pen.write(command.card, subject=command.node)
    if command.replaces:
        pen.write(entries.CardRevoked(replaced_by=command.node), subject=command.replaces)


@carry_out.register(commands.RevokeCard)
def _revoke(command: commands.RevokeCard, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.TRUST, desk.circle)
    check_revoke(command, known.trusted(desk.journal.store))
    why = clean(command.why)
    check_length(why, "why")
    pen.write(entries.CardRevoked(why=why, replaced_by=command.replaced_by), subject=command.node)


@carry_out.register(commands.NoteExported)
def _note_exported(command: commands.NoteExported, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.EXPORT, desk.circle)
    pen.write(command.written, subject=command.package)


@carry_out.register(commands.NoteSalesRead)
def _note_sales_read(command: commands.NoteSalesRead, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.READ_SALES, desk.circle)
    pen.write(command.read, subject=new_id(desk.now()))


def head_office(desk: AtWork) -> Trusted | None:
    """To whom files go: the head office whose card was accepted first and not revoked since."""
    cards = known.trusted(desk.journal.store)
    counting = {card.node: card for card in cards if card.head_office and _counts(card)}
    if len(counting) > 1:  # written before a second one was refused, or at two PCs at once
        trusted = (entry.subject for entry in desk.journal.of_kind(CardTrusted.KIND))
        return next(counting[node] for node in trusted if node in counting)
    return next(iter(counting.values()), None)


def check_trust(command: TrustCard, cards: Sequence[Trusted], own: str) -> None:
    """Raises Refused where this card may not be accepted; `cards` are those accepted so far."""
    if own in (command.node, command.replaces):
        raise Refused(
            say("doing", "This is the desk's own card. Choose the card of the other desk.")
        )
    if any(card.node == command.node and card.revoked for card in cards):
        raise Refused(
            say(
                "trusting",
                "The card of {name} ({node}) was revoked here and does not count any more. "
                "Nothing was changed. That desk can make a backup and restore it: then it is a "
                "new one, with a new card.",
            )(name=command.card.name, node=command.node)
        )
    if command.replaces:
        _check_replaces(command, _counting(command.replaces, cards))
    if command.card.head_office:
        _check_only_one(command, cards)


def check_revoke(command: RevokeCard, cards: Sequence[Trusted]) -> None:
    """Raises Refused where no card of this desk counts here."""
    _counting(command.node, cards)


def _counting(node: str, cards: Sequence[Trusted]) -> Trusted:
    for card in cards:
        if card.node == node and _counts(card):
            return card
    raise Refused(
        say(
            "trusting",
            "No card of a desk {node} counts here. Nothing was changed. Those that count: {known}.",
        )(node=node[:32], known=_listed(cards))
    )


def _listed(cards: Sequence[Trusted]) -> str:
    return ", ".join(f"{card.name} ({card.node})" for card in cards if _counts(card)) or "–"


def _counts(card: Trusted) -> bool:
    """Whether people here accepted it; what head office vouches for is not enough."""
    return card.direct and not card.revoked


def _check_replaces(command: TrustCard, old: Trusted) -> None:
    """A lost PC is replaced by one of the same place."""
    new = command.card
    same_place = new.head_office or old.branch == new.branch
    if old.node != command.node and old.head_office == new.head_office and same_place:
        return
    raise Refused(
        say(
            "trusting",
            "{new} (branch {new_branch}) cannot take the place of {old} (branch {old_branch}): it "
            "has to be another desk of the same branch, or of head office. Nothing was changed. "
            "Accept its card without replacing another.",
        )(new=new.name, new_branch=new.branch, old=old.name, old_branch=old.branch)
    )


def _check_only_one(command: TrustCard, cards: Sequence[Trusted]) -> None:
    for card in cards:
        another = card.node not in (command.node, command.replaces)
        if card.head_office and another and _counts(card):
            raise Refused(
                say(
                    "trusting",
                    "{old} ({node}) is head office for this desk, and files go there. Nothing was "
                    "changed. If {new} takes its place, accept the card in place of {node}; the "
                    "old card does not count any more then.",
                )(old=card.name, node=card.node, new=command.card.name)
            )


@carry_out.register(commands.SetLogo)
def _set_logo(command: commands.SetLogo, desk: AtWork, pen: Pen) -> None:
    deciding.check(Action.SETTINGS, desk.circle)
    pen.write(CompanyNamed(name=desk.shop.company, logo=command.digest), subject="company")
