"""Papers print whatever customers and owners are called, with the time of East Africa."""

import re
import zlib
from datetime import UTC, date, datetime

import pytest

from domain.money import Money
from domain.subscription.events import InvoiceIssued, InvoiceLine, InvoicePaymentRecorded, LineKind, Party
from domain.subscription.state import Invoice
from interfaces.papers.invoice import invoice_paper
from interfaces.papers.order_papers import Sender, eat, packing_slips, receipt
from interfaces.papers.sheet import MISSING, printable
from tests.browser.examples import PLACED, order

NOW = datetime(2026, 11, 28, 21, 30, tzinfo=UTC)
SHOP = Sender("Amani Styles", "Kimathi Street, Nairobi", "+254 700 000 101", "Seven days.")


def words_on(paper: bytes) -> str:
    """All that stands on the pages, letters as they are printed."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", paper, re.S)
    pages = b"".join(_unpacked(stream) for stream in streams)
    said = re.findall(rb"\(((?:[^()\\]|\\.)*)\) Tj", pages)
    return "\n".join(re.sub(rb"\\(.)", rb"\1", each).decode("latin-1") for each in said)


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Wanjirũ Mũthoni", "Wanjiru Muthoni"),
        ("Zoë Ñandú", "Zoë Ñandú"),
        ("“Mama’s” – 5★", f'"Mama\'s" - 5{MISSING}'),
        ("ሰላም", MISSING * 3),
        ("Asha \U0001f60a\u200d", f"Asha {MISSING}"),
    ],
)
def test_a_letter_that_cannot_be_printed_is_the_nearest_one_or_a_box(written: str, printed: str) -> None:
    assert printable(written) == printed


def test_a_time_is_told_as_clocks_in_nairobi_show_it() -> None:
    assert eat(NOW) == "29 Nov 2026, 00:30 EAT"


def test_a_receipt_says_what_was_paid_and_that_it_is_no_tax_invoice() -> None:
    told = order(next(placed for placed in PLACED if order(placed).paid_at))
    said = words_on(receipt(SHOP, told, NOW))
    assert {told.number in said, told.total.text in said, "not a tax invoice" in said} == {True}
    assert told.payment
    assert told.payment.receipt
    assert told.payment.receipt in said


def test_a_receipt_shows_the_list_price_and_what_was_taken_off() -> None:
    told = next(each for each in map(order, PLACED) if each.discount and each.paid_at)
    said = words_on(receipt(SHOP, told, NOW)).split("\n")
    (line, *_) = told.lines
    assert any(line.list_price.text in each for each in said)
    assert line.unit_price.text not in said
    assert said[said.index("Discount") + 1] == f"-{told.discount.text}" if told.discount else None
    assert "Discount" not in words_on(receipt(SHOP, order(PLACED[1]), NOW))


def test_a_slip_says_what_to_pack_and_where_to_but_no_price() -> None:
    odd = order(PLACED[0])
    customer = odd.customer.model_copy(update={"name": "Wanjirũ ሰላም (VIP)"})
    long = odd.lines[0].model_copy(update={"title": "Gauni " * 30})
    odd = odd.model_copy(update={"customer": customer, "lines": [long] * 30, "address": "x" * 400})
    slips = packing_slips(SHOP, [odd, order(PLACED[1])], NOW)
    said = words_on(slips)
    assert "Wanjiru" in said
    assert order(PLACED[1]).number in said
    assert "KSh" not in said
    assert slips.startswith(b"%PDF")


KES = Money.shillings
BILLED = InvoiceIssued(
    number="INV-7F3K9Q-0002",
    month=date(2026, 11, 1),
    lines=(
        InvoiceLine(
            kind=LineKind.SALES, basis_points=250, entries=3, goods=KES(9_000), net=KES(225), vat=KES(36)
        ),
        InvoiceLine(
            kind=LineKind.REFUNDS,
            basis_points=250,
            entries=1,
            goods=KES(-10),
            net=Money(cents=-25),
            vat=KES(0),
        ),
    ),
    net=Money(cents=22_475),
    vat=KES(36),
    total=Money(cents=26_075),
    credit=KES(40),
    issued=date(2026, 12, 1),
    due=date(2026, 12, 15),
    up_to=9,
    seller=Party(name="Dukani Ltd", pin="P051234567X", place="Ngong Road, Nairobi"),
    buyer=Party(name="Amani Styles", pin="A012345678B", place="Kimathi Street, Nairobi"),
)


def test_an_invoice_says_who_bills_whom_for_what_and_how_to_pay_in_whole_shillings() -> None:
    said = words_on(invoice_paper(Invoice(BILLED), "522533", NOW))
    for words in (
        "INV-7F3K9Q-0002", "November 2026", "15 Dec 2026", "P051234567X", "A012345678B", "KSh 260.75",
        "2.5 % of goods sold for KSh 9,000 (3)",
        "taken back for KSh 10 ", "-KSh 0.25", "-KSh 40", "KSh 221",
        "paybill 522533, account INV-7F3K9Q-0002", "Not transmitted to KRA",
    ):  # fmt: skip
        assert words in said, words


def test_an_invoice_tells_what_was_paid_and_a_control_number_once_there_is_one() -> None:
    number = BILLED.number
    part = InvoicePaymentRecorded(number=number, code="SKR4X2M9QT", amount=KES(100), beyond=KES(0))
    open_one = words_on(invoice_paper(Invoice(BILLED, (part,)), None, NOW))
    assert "SKR4X2M9QT" in open_one
    assert "Ask Dukani Ltd how to pay" in open_one
    rest = part.model_copy(update={"code": "SKR4X2M9QU", "amount": KES(121), "beyond": Money(cents=25)})
    sent = BILLED.model_copy(update={"control_number": "KRACU0100000001/1"})
    paid = words_on(invoice_paper(Invoice(sent, (part, rest)), None, NOW))
    assert "Asante" in paid
    assert "KRA control number KRACU0100000001/1" in paid
