"""Papers print whatever customers and owners are called, with the time of East Africa."""

import re
import zlib
from datetime import UTC, datetime

import pytest

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
