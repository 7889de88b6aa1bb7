"""A photo becomes a paid order."""

from tests.support.house import OpenHouse, photo_of


def test_a_photo_becomes_a_paid_order_in_english(house: OpenHouse) -> None:
    with house.customer() as phone:
        phone.says("Hi")
        shown = phone.shows(photo_of("AM-102-RED"), caption="Do you have this dress?")
        assert "1. Wambui wrap midi dress, red" in shown.text
        assert "in stock" in phone.says("the first one").text.casefold()
        assert "KSh 2,400" in phone.says("M").text
        phone.taps("Check out")
        assert "KSh 2,650" in phone.says("Kilimani, near Yaya Centre, gate 4").text
        phone.taps("Pay now")
        phone.enters_pin()
        phone.hears("Payment received")
