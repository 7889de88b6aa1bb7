"""Phone numbers and receipts."""

import pytest

from application.brain.words.phones import is_payment_sms, phone_in, receipt_in

PHONES = [
    ("0712345678", "+254712345678"), ("0712 345 678", "+254712345678"), ("0712-345-678", "+254712345678"),
    ("712345678", "+254712345678"), ("+254712345678", "+254712345678"), ("254712345678", "+254712345678"),
    ("+254 (712) 345 678", "+254712345678"), ("0110123456", "+254110123456"), ("110123456", "+254110123456"),
    ("call me on 0722000111 please", "+254722000111"), ("+255754123456", "+255754123456"),
]  # fmt: skip
NO_PHONES = [
    "07123",
    "0201234567",
    "2500 1200",
    "1,200,000,000",
    "0712",
    "",
    "9" * 30,
    "QFT3X1AB9Z",
    "0999999999",
]
SMS = "QFT3X1AB9Z Confirmed. Ksh2,500.00 sent to MREMBO on 30/6/26 at 1:05 PM. New balance is Ksh10,300.00."


@pytest.mark.parametrize(("text", "e164"), PHONES)
def test_a_mobile_number_is_read_as_e164(text: str, e164: str) -> None:
    found = phone_in(text)
    assert found is not None
    assert found.e164 == e164


@pytest.mark.parametrize("text", NO_PHONES)
def test_digits_that_are_no_mobile_number_are_no_phone(text: str) -> None:
    assert phone_in(text) is None


def test_a_pasted_payment_message_is_known_with_its_receipt() -> None:
    assert is_payment_sms(SMS)
    assert receipt_in(SMS) == "QFT3X1AB9Z"


@pytest.mark.parametrize(
    "text", ["nimelipa", "HELLOTHERE", "qft3x1ab9z", "QFT3X1AB9", "0712345678", "ZZ12345678"]
)
def test_what_is_no_receipt_is_not_taken_for_one(text: str) -> None:
    assert receipt_in(text) is None
