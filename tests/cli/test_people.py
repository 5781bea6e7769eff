"""The people of the desk, by command."""

from __future__ import annotations

from tests.cli.running import Shop


def test_people_come_are_listed_and_leave(shop: Shop) -> None:
    sari = shop("staff", "add", "--name", " Sari ", "--roles", "staff, cro", "--json").document
    assert (sari["name"], sari["roles"], sari["active"]) == ("Sari", ["staff", "cro"], True)
    as_admin = {"DESK_USER": "admin"}
    gone = shop("staff", "off", "SARI", "--json", **as_admin).document
    assert (gone["id"], gone["active"]) == (sari["id"], False)
    listed = shop("staff", "list", "--json").documents
    assert [(one["name"], one["active"]) for one in listed] == [("Admin", True), ("Sari", False)]
    assert "switched off" in shop("staff", "list").out
    back = shop("staff", "add", "--name", "Sari", "--roles", "staff", "--json").document
    assert back["id"] != sari["id"]


def test_a_wrong_entry_about_people_is_named(shop: Shop) -> None:
    add = ("staff", "add", "--json", "--name")
    assert shop(*add, "  ", "--roles", "staff", code=1).document["field"] == "name"
    assert shop(*add, "Budi", "--roles", "boss", code=1).document["field"] == "roles"
    assert shop(*add, "Budi", "--roles", "staff", "--pin", "12a4", code=1).document["field"] == (
        "pin"
    )
    assert "works here already" in shop(*add, "admin", "--roles", "staff", code=1).sentence
    assert "Nobody called Budi" in shop("staff", "off", "Budi", code=1).sentence
    assert "Nobody switches themselves off" in shop("staff", "off", "Admin", code=1).sentence
    assert len(shop("staff", "list", "--json").documents) == 1
