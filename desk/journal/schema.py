"""The tables: the journal, the views computed from it; what is local is in `local_tables`.

Everything but `entry` and the local tables can be dropped and rebuilt. Definitions are Peewee
models; they are bound to a database only while its tables are made, so that two desks can be open
in one program.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BlobField,
    BooleanField,
    CompositeKey,
    Index,
    IntegerField,
    Model,
    NodeList,
    Table,
    TextField,
    fn,
)

VERSION = 3
"""Of the schema; raised with every change of a table, with a step in `upgrade.py`."""


def table_of(model: type[Model]) -> str:
    """The name of a model's table."""
    return str(model._meta.table_name)


class AnyCase(TextField):
    """A text that is asked for whatever the case of A to Z (`asking.same`): SQLite compares it so,
    a server its small letters."""

    def ddl(self, ctx: Any) -> Any:
        """Called by Peewee."""
        column = super().ddl(ctx)
        return column if ctx.state.on_server else NodeList((column, SQL("COLLATE NOCASE")))


class _WholeText(Index):
    """Serves the question whether a text is another. On a server by its hash: a text out of a list
    may be longer than the 2,704 bytes that an index by order takes there."""

    def __init__(self, field: Any) -> None:
        table, name = table_of(field.model), field.column_name
        asked = fn.lower(field) if isinstance(field, AnyCase) else field
        super().__init__(f"{table}_{name}", table, (field,))
        self._in_file = Index(f"{table}_{name}", table, (field,))
        self._on_server = Index(f"{table}_{name}", table, (asked,), using="hash")

    def __sql__(self, ctx: Any) -> Any:
        """Called by Peewee."""
        return ctx.sql(self._on_server if ctx.state.on_server else self._in_file)


class Entry(Model):
    """The journal (design.md, section 3): the only truth."""

    node = TextField()
    seq = BigIntegerField()
    tick = BigIntegerField(index=True)
    seen = BlobField(null=True)
    at = TextField()
    actor = TextField()
    kind = TextField()
    subject = TextField()
    body = TextField()
    personal = TextField(null=True)
    salt = BlobField(null=True)
    personal_digest = BlobField(null=True)
    prev = BlobField()
    hash = BlobField()

    class Meta:
        table_name = "entry"
        primary_key = CompositeKey("node", "seq")
        indexes = ((("subject", "tick"), False), (("kind", "tick"), False))


class Complaint(Model):
    """A view: one row a complaint. Times are UTC, ISO 8601; `burns` orders the queue."""

    row = IntegerField(primary_key=True)
    id = TextField(unique=True)
    number = TextField(index=True)  # not unique: desks that never met may have given the same
    stem = TextField(index=True)
    branch = TextField()
    node = TextField()
    nota = IntegerField(index=True)
    no_nota = BooleanField()
    state = TextField()
    is_open = BooleanField()
    customer = TextField(index=True)
    name = TextField()
    phone = TextField()
    email = TextField()
    address = TextField()
    product = TextField()
    safety = BooleanField()
    received_at = TextField()
    due_at = TextField()
    next_contact_at = TextField(null=True)
    promise_at = TextField(null=True)
    aftercare_at = TextField(null=True)
    closed_at = TextField(null=True)
    at_branch = TextField(index=True)
    holder = TextField()
    offered_to = TextField()
    offered_branch = TextField()
    waits_for = TextField()
    extensions = IntegerField()
    was_late = BooleanField()
    escalated = BooleanField()
    fault = TextField()
    score = IntegerField()
    conflicts = IntegerField()
    receipts = IntegerField()
    burns = BigIntegerField()
    head = BlobField()
    tick = BigIntegerField()

    class Meta:
        table_name = "complaint"
        indexes = (
            (("burns", "row"), False),
            (("is_open", "burns", "row", "due_at", "safety", "receipts"), False),
            (("branch", "no_nota", "nota"), False),
            (("state", "aftercare_at"), False),
        )


class Concern(Model):
    """A view: which branches a complaint concerns, and the entry that made it so."""

    complaint = TextField()
    branch = TextField()
    node = TextField()
    seq = BigIntegerField()

    class Meta:
        table_name = "concern"
        primary_key = CompositeKey("complaint", "branch")
        indexes = ((("branch", "complaint"), False),)


class Link(Model):
    """A view: complaints that belong together, or that somebody found to be different."""

    complaint = TextField()
    other = TextField()
    link = TextField()

    class Meta:
        table_name = "link"
        primary_key = CompositeKey("complaint", "other")


class Customer(Model):
    """A view: somebody who complained, as last written down."""

    id = TextField(primary_key=True)
    name = AnyCase()
    phone = TextField(index=True)
    email = AnyCase()
    address = TextField()
    complaints = IntegerField()
    open = IntegerField()
    last_at = TextField()


Customer.add_index(_WholeText(Customer.name))
Customer.add_index(_WholeText(Customer.email))


class Staff(Model):
    """A view: who works, or worked, somewhere. `roles` and `branches` are comma-separated.

    `branch` where head office added them for one; else they work at the desk of `node`. `branches`
    are those whose cases they see at head office, every one where it is empty.
    """

    id = TextField(primary_key=True)
    name = TextField()
    roles = TextField()
    branches = TextField()
    node = TextField()
    branch = TextField()
    active = BooleanField()


class Branch(Model):
    """A view: a branch as receipts show it."""

    code = TextField(primary_key=True)
    name = TextField()
    address = TextField()
    reach = TextField()


class Card(Model):
    """A view: a desk whose card was accepted, and `by` which desk. `revoked` where it counts no
    more, since `replaced_by` took its place, or for another reason."""

    node = TextField()
    by = TextField()
    company = TextField()
    name = TextField()
    branch = TextField()
    head_office = BooleanField()
    signing_key = TextField()
    recipient = TextField()
    revoked = IntegerField()
    replaced_by = TextField()
    tick = BigIntegerField()

    class Meta:
        table_name = "card"
        primary_key = CompositeKey("node", "by")


class Shipment(Model):
    """A view: a file that was written for another desk; `upto` is the last seq of `node` in it."""

    package = TextField(primary_key=True)
    node = TextField()
    at = TextField()
    receiver = TextField()
    sha256 = TextField()
    entries = IntegerField()
    upto = BigIntegerField()
    personal = BooleanField()


class Promise(Model):
    """A view: what was promised to customers, and what became of it. Times are UTC."""

    id = TextField()
    complaint = TextField()
    what = TextField()
    by = TextField()
    who = TextField()
    state = TextField()
    kept_late = BooleanField()

    class Meta:
        table_name = "promise"
        primary_key = CompositeKey("complaint", "id")
        indexes = ((("state", "by"), False),)


class Feedback(Model):
    """A view: suggestions, questions and praise. `received_at` is UTC."""

    id = TextField(primary_key=True)
    kind = TextField()
    branch = TextField(index=True)
    channel = TextField()
    received_at = TextField()
    text = TextField()
    name = TextField()
    phone = TextField()
    actor = TextField()


class ShopFact(Model):
    """A view: of each desk, behind its node: branch, letter, what it calls the company …"""

    class Meta:
        table_name = "fact"

    key = TextField(primary_key=True)
    value = TextField()


VIEWS: tuple[type[Model], ...] = (
    Complaint,
    Concern,
    Link,
    Customer,
    Promise,
    Feedback,
    Staff,
    Branch,
    Card,
    Shipment,
    ShopFact,
)


@dataclass(frozen=True)
class SearchIndex:
    """A full-text index: its columns of words; `keeps_text` where these can be read again."""

    name: str
    columns: tuple[str, ...]
    keeps_text: bool = True

    @cached_property
    def rows(self) -> Table:
        """Its rows, to be asked in a query of Peewee: `rowid` and a column each."""
        return Table(self.name)


VIEW_SEARCH = SearchIndex("search", ("number", "name", "phone", "product", "words", "notes"))
"""A view: the words of each complaint, by its row. FTS5 takes words out of its pages at once only
where it keeps the text itself; without it they would stay in the file until a merge."""

LOCAL_SEARCH = SearchIndex("sale_search", ("words",), keeps_text=False)
"""Local: the words of each line of a sale, by its row; the text is in `sale`."""


class Own(Model):
    """Local: what this database is, beside its entries.

    `node`: the desk that writes here; `local/…`: each desk that writes or wrote here.
    """

    key = TextField(primary_key=True)
    value = TextField()


class Mark(Model):
    """Local: up to where another desk's chain is here; `partial` where entries that are none of
    this desk's business were left out."""

    node = TextField(primary_key=True)
    seq = BigIntegerField()
    head_hash = BlobField()
    partial = IntegerField()


class Ack(Model):
    """Local: up to where another desk (`by`) said that it has a chain."""

    by = TextField()
    node = TextField()
    seq = BigIntegerField()

    class Meta:
        table_name = "ack"
        primary_key = CompositeKey("by", "node")


class Lacking(Model):
    """Local: a photo or document that an entry names and that has not come yet, by its SHA-256."""

    sha256 = TextField(primary_key=True)


class Wish(Model):
    """Local: a file that another desk (`by`) said it lacks."""

    by = TextField()
    sha256 = TextField()

    class Meta:
        table_name = "wish"
        primary_key = CompositeKey("by", "sha256")


class Parcel(Model):
    """Local: a file that came in, by its SHA-256, and what became of it. `at` is UTC.

    `reason` is JSON: why it waits or was refused.
    """

    sha256 = TextField(primary_key=True)
    name = TextField()
    package = TextField()
    sender = TextField()
    made_at = TextField()
    at = TextField(index=True)
    verdict = TextField()
    applied = IntegerField()
    known = IntegerField()
    doubtful = IntegerField()
    reason = TextField()


class Doubt(Model):
    """Local: an entry from elsewhere whose time lies in the future; it never moves our clock."""

    node = TextField()
    seq = BigIntegerField()
    tick = BigIntegerField()
    subject = TextField(index=True)

    class Meta:
        table_name = "doubt"
        primary_key = CompositeKey("node", "seq")


class Draft(Model):
    """Local: what is half written, by form; JSON."""

    id = TextField(primary_key=True)
    place = TextField()
    data = TextField()
    changed_at = TextField()


class Pin(Model):
    """Local: the Argon2id hash of somebody's PIN; it never travels."""

    staff = TextField(primary_key=True)
    hash = TextField()
    tries = IntegerField(default=0)
    tried_at = TextField(default="")


class Sale(Model):
    """Local: the lines of the sales lists that were read in."""

    row = IntegerField(primary_key=True)
    key = BlobField(unique=True)
    nota = AnyCase()
    digits = IntegerField(null=True, index=True)
    line = TextField()
    sold_on = TextField()
    customer = AnyCase()
    phone = TextField()
    email = AnyCase()
    product = TextField()
    serial = TextField()
    quantity = TextField()
    price = TextField()
    branch = TextField()
    salesperson = TextField()


for _asked in ("nota", "customer", "phone", "email", "serial"):
    Sale.add_index(_WholeText(getattr(Sale, _asked)))


LOCAL: tuple[type[Model], ...] = (
    Own,
    Mark,
    Ack,
    Lacking,
    Wish,
    Parcel,
    Doubt,
    Draft,
    Pin,
    Sale,
)


class State(Model):
    """On a server only, one row: the version of the schema, and a mark that every change moves."""

    version = BigIntegerField()
    mark = BigIntegerField()

    class Meta:
        table_name = "desk_state"
        primary_key = False


class Shelved(Model):
    """On a server only: the photos and documents themselves, by their SHA-256; each PC fetches what
    it needs."""

    sha256 = TextField(primary_key=True)
    content = BlobField()

    class Meta:
        table_name = "shelf"
