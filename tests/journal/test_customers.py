"""Somebody who came before is known while their name or phone is being typed."""

import pytest

from desk.journal import customers

HARI = {"phone": "0812-3456-7801", "email": "Hari@contoh.example", "address": "Jl. Merdeka 7"}


@pytest.fixture
def known(counter):
    """Hari came twice, Rita once."""
    counter.take_in("Bapak Hari", nota="1", **HARI)
    counter.clock.forward(hours=1)
    counter.take_in("Ibu Rita Hartati", nota="2", phone="0812-3456-7802")
    counter.clock.forward(hours=1)
    counter.take_in("bapak hari", nota="3", **HARI)
    return counter


def names(found: list[customers.Customer]) -> list[str]:
    """Who was found, in this order."""
    return [f"{one.name} {one.complaints}/{one.open}" for one in found]


@pytest.mark.parametrize("typed", ["bap", "Bapak H", " hari", "HARI"])
def test_a_customer_is_found_by_the_beginning_of_a_name(typed, known) -> None:
    assert names(customers.by_name(known.store, typed)) == ["bapak hari 2/2"]


def test_several_customers_are_listed_last_seen_first(known) -> None:
    assert names(customers.by_name(known.store, "ha")) == ["bapak hari 2/2", "Ibu Rita Hartati 1/1"]
    assert len(customers.by_name(known.store, "ha", limit=1)) == 1


@pytest.mark.parametrize("typed", ["ari", "%", "_", "b%", "\\", "'", "bapak hari x", "\0"])
def test_signs_of_a_database_mean_nothing_in_a_name(typed, known) -> None:
    assert customers.by_name(known.store, typed) == []


def test_a_name_with_such_signs_is_found_by_them(counter) -> None:
    counter.take_in("50%_\\ 'Toko'", nota="1")
    assert len(customers.by_name(counter.store, "50%_\\ 'T")) == 1


def test_a_customer_is_found_by_the_beginning_of_the_phone(known) -> None:
    assert names(customers.by_phone(known.store, "+6281234567801")) == ["bapak hari 2/2"]
    assert len(customers.by_phone(known.store, "+62812")) == 2
    assert customers.by_phone(known.store, "+62813") == []
    assert customers.by_phone(known.store, "%") == []


def test_a_customer_is_found_by_the_whole_email_in_any_case(known) -> None:
    assert names(customers.by_email(known.store, " hari@CONTOH.example ")) == ["bapak hari 2/2"]
    assert customers.by_email(known.store, "hari@contoh") == []


def test_a_customer_is_one_person_by_name_and_phone(known) -> None:
    found = customers.by_phone(known.store, "+6281234567801")[0]
    assert found.last_at == known.clock()
    assert (found.email, found.address) == (HARI["email"], HARI["address"])
    assert customers.by_id(known.store, found.id) == found
    assert customers.by_id(known.store, "nobody") is None


def test_another_name_at_the_same_phone_is_another_customer(known) -> None:
    known.clock.forward(hours=1)
    known.take_in("Ibu Hari", nota="4", **HARI)
    assert (
        names(customers.by_phone(known.store, "+6281234567801"))
        == [
            "Ibu Hari 1/1",
            "bapak hari 2/2",
        ]
        or len(customers.by_phone(known.store, "+6281234567801")) == 2
    )


def test_without_a_phone_the_email_tells_who_it_is(counter) -> None:
    for nota in ("1", "2"):
        counter.take_in("Hari", nota=nota, email="hari@contoh.example")
    counter.take_in("Hari", nota="3")
    assert names(customers.by_email(counter.store, "hari@contoh.example")) == ["Hari 2/2"]
    assert sorted(names(customers.by_name(counter.store, "Hari"))) == ["Hari 1/1", "Hari 2/2"]


def test_a_customer_who_was_chosen_from_the_list_stays_the_same_under_a_new_name(known) -> None:
    hari = customers.by_phone(known.store, "+6281234567801")[0]
    known.clock.forward(hours=1)
    known.take_in("Hari Santoso", nota="4", phone="0812-3456-7899", customer_id=hari.id)
    assert names(customers.by_phone(known.store, "+6281234567899")) == ["Hari Santoso 3/3"]
    assert customers.by_phone(known.store, "+6281234567801") == []
    known.take_in("Nobody", nota="5", customer_id="never seen")
    assert names(customers.by_name(known.store, "Nobody")) == ["Nobody 1/1"]


def test_a_note_on_an_old_complaint_does_not_bring_back_the_old_address(counter) -> None:
    old = counter.take_in("Hari", nota="1", phone="0812-3456-7801", address="Jl. Lama")
    counter.clock.forward(days=1)
    counter.take_in("Hari", nota="2", phone="0812-3456-7801", address="Jl. Baru")
    counter.note(old, "Sudah ditelepon")
    assert customers.by_name(counter.store, "Hari")[0].address == "Jl. Baru"
    assert counter.verdict().clean


def test_what_is_withdrawn_is_not_open_any_more(known) -> None:
    known.withdraw(known.take_in("Bapak Hari", nota="9", **HARI))
    assert names(customers.by_phone(known.store, "+6281234567801"))[0].endswith(" 3/2")
