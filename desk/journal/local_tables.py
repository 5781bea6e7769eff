"""The tables that are local to this desk: they are in its backups, but never travel."""

from __future__ import annotations

from peewee import (
    BigIntegerField,
    BlobField,
    CompositeKey,
    IntegerField,
    Model,
    TextField,
)


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
    nota = TextField(collation="NOCASE", index=True)
    digits = IntegerField(null=True, index=True)
    line = TextField()
    sold_on = TextField()
    customer = TextField(collation="NOCASE", index=True)
    phone = TextField(index=True)
    email = TextField(collation="NOCASE", index=True)
    product = TextField()
    serial = TextField(index=True)
    quantity = TextField()
    price = TextField()
    branch = TextField()
    salesperson = TextField()


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
