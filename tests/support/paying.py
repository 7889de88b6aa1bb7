"""A payment from the prompt to its end in one process: a little shop, our own callback door, and Safaricom's
books, which alone say what money moved. PayLink is the same money asked for through another hand: our adapter
before a server that passes on what it is told, and knows no more.
"""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from uuid import UUID

import anyio
import httpx
from fastapi import FastAPI
from mcp_types import CallToolResult, TextContent
from pydantic import SecretStr

from application.commands import AddToCart, PlaceOrder, ReceiveDeposit
from application.delivery import DeliveryAddress
from application.ordering import payment_of
from application.ports import (
    Evidence,
    MobileMoney,
    NeighbourFailed,
    PayeeAccount,
    PromptRequest,
    PromptTicket,
)
from application.reactors.prompt_payment import PromptPayment
from application.work import Work, WorkKind
from domain.boutique.boutique import Boutique
from domain.customer.customer import Customer
from domain.deposit.deposit import Deposit
from domain.fact import fold
from domain.identity import BoutiqueId, ConversationId, OrderId, PaymentId, StreamId, kind_of, subject_of
from domain.money import Money
from domain.order.order import Order
from domain.payment.payment import Payment
from domain.stock.stock import Stock
from interfaces.callbacks import AttemptRef, Callback
from interfaces.ingress.readings import READERS
from interfaces.mpesa.callback import mpesa_callbacks
from interfaces.mpesa.result_codes import kind_of as meaning_of
from interfaces.mpesa.token import issue
from interfaces.paylink.credentials import PayLinkCredentials
from interfaces.paylink.paylink import PayLink, PayLinkSettings, Progress, ToolCall
from interfaces.paylink.reach import Reach
from interfaces.tills import Tills
from tests.application.little_shop import AMANI, BLUE, BLUE_M, LittleShop, React
from tests.application.little_shop import Customer as Visitor

SECRET = b"callbacks"
SHORTCODE = "174379"
PAY_WITHIN = timedelta(minutes=30)
MONEY_WORK = (WorkKind.PROMPT_PAYMENT, WorkKind.WEIGH_EVIDENCE, WorkKind.QUERY_PAYMENT)


@dataclass
class Prompt:
    """A prompt as Safaricom has it. `code` None rings."""

    request: PromptRequest
    checkout: str
    code: str | None = None
    receipt: str | None = None
    amount: Money = field(default_factory=Money.zero)


@dataclass
class Safaricom:
    """MobileMoney over books that never lie. `while_asking` happens before the prompt is answered."""

    prompts: dict[str, Prompt] = field(default_factory=dict)
    moved: list[tuple[str, Money, str]] = field(default_factory=list)
    while_asking: Callable[[Prompt], None] | None = None
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def own_name(self, payee: PayeeAccount, payment: PaymentId, attempt: int) -> str | None:
        """None: Safaricom names its prompts."""
        return None

    def prompt(self, request: PromptRequest) -> PromptTicket:
        """The phone rings."""
        made = Prompt(request, f"ws_CO_{next(self._numbers)}")
        self.prompts[made.checkout] = made
        if self.while_asking:
            self.while_asking(made)
        return PromptTicket(made.checkout, f"merchant-{made.checkout}")

    def query(self, payee: PayeeAccount, checkout_id: str) -> Evidence:
        """The truth, without receipt or amount; and nothing of what another short code asked for."""
        known = self.prompts.get(checkout_id)
        if known is None or known.request.payee.shortcode != payee.shortcode:
            raise NeighbourFailed("mpesa", "400.002.02", "Invalid CheckoutRequestID", retryable=True)
        code = known.code or "4999"
        return Evidence(meaning_of(code), code, "as it is", checkout_id, f"merchant-{checkout_id}")

    def pays(self, prompt: Prompt, amount: Money | None = None) -> bytes:
        """She enters her PIN; the callback that tells it."""
        receipt, paid = f"RKT{next(self._numbers):07d}", amount or prompt.request.amount
        prompt.code, prompt.receipt, prompt.amount = "0", receipt, paid
        self.moved.append((receipt, paid, prompt.request.reference))
        return told(prompt)

    def pays_by_hand(self, amount: Money, reference: str) -> str:
        """She goes to M-Pesa's own menu; the receipt."""
        receipt = f"HND{next(self._numbers):07d}"
        self.moved.append((receipt, amount, reference))
        return receipt


def told(prompt: Prompt, code: str | None = None) -> bytes:
    """What is called back about a prompt, in Safaricom's form."""
    answer = {
        "MerchantRequestID": f"merchant-{prompt.checkout}",
        "CheckoutRequestID": prompt.checkout,
        "ResultCode": int(code or prompt.code or 0),
        "ResultDesc": "as it is",
    }
    if code in (None, "0"):
        values = {"Amount": prompt.amount.cents // 100, "MpesaReceiptNumber": prompt.receipt}
        answer["CallbackMetadata"] = {"Item": [{"Name": n, "Value": v} for n, v in values.items()]}
    return json.dumps({"Body": {"stkCallback": answer}}).encode()


@dataclass
class PayLinkServer:
    """PayLink's server before these books: it knows of a prompt what the call's headers and arguments say."""

    books: Safaricom

    async def __call__(self, call: ToolCall, progress: Progress) -> None:
        """Pass the prompt on, and tell the answer as text."""
        told, asked, progress.called = call.headers, call.arguments, True
        payee = PayeeAccount(AMANI, "paylink", told["MPESA_BUSINESS_SHORTCODE"], is_till=False)
        request = PromptRequest(
            AMANI,
            PaymentId(UUID(int=0)),
            0,
            payee,
            Money.shillings(int(asked["amount"])),
            f"+{asked['phone_number']}",
            asked["account_reference"],
            told["MPESA_CALLBACK_URL"].rpartition("/cb/")[2],
        )
        ticket = await anyio.to_thread.run_sync(self.books.prompt, request)
        answer = {
            "status": "success",
            "merchant_request_id": ticket.merchant_request_id,
            "checkout_request_id": ticket.checkout_id,
        }
        progress.result = CallToolResult(content=[TextContent(type="text", text=json.dumps(answer))])


def paylink_before(books: Safaricom) -> PayLink:
    """Our adapter before such a server."""
    secret = SecretStr("secret")
    own = PayLinkCredentials(
        address="https://paylink.shop/mcp",
        api_key=secret,
        project="demo",
        consumer_key=secret,
        consumer_secret=secret,
        passkey=secret,
    )
    where = PayLinkSettings("https://safaricom", "https://shop", reach=Reach(("paylink.shop",)))
    return PayLink(where, lambda _: own, books.query, _refusal, PayLinkServer(books))


def _refusal(status: int, body: str) -> NeighbourFailed:
    return NeighbourFailed("mpesa", str(status), body, retryable=False)


class PayingShop(LittleShop):
    """The little shop with its till at Safaricom's books, asked for by this provider's hand."""

    def __init__(self, provider: str) -> None:
        super().__init__()
        self.books = Safaricom()
        asked = paylink_before(self.books) if provider == "paylink" else self.books
        self.till: MobileMoney = Tills({provider: asked})
        self.aside: list[Callback] = []
        self.door = FastAPI()
        self.door.include_router(mpesa_callbacks(self, SECRET))
        self.tell(Boutique, AMANI, lambda shop: shop.disconnect_payment_account("mpesa"))
        self.tell(
            Boutique,
            AMANI,
            lambda shop: shop.connect_payment_account(provider=provider, shortcode=SHORTCODE, is_till=False),
        )

    def reactors(self) -> dict[WorkKind, React]:
        """As in the little shop; all money's work by the till."""
        self.money = self.till  # type: ignore[assignment]  # this shop asks the till itself
        prompting = PromptPayment(self.shop, self.till, self.token_of)
        return {**super().reactors(), WorkKind.PROMPT_PAYMENT: prompting}

    def token_of(self, boutique: BoutiqueId, payment: PaymentId, attempt: int) -> str:
        """The attempt's address."""
        return issue(SECRET, AttemptRef(boutique, payment, attempt))

    async def accept(self, callback: Callback) -> None:
        """As a CallbackIngress: each body once, and the weighing of it due."""
        if callback.unreadable:
            self.aside.append(callback)
        elif callback.fingerprint not in self.inbox.callbacks:
            about = callback.about
            self.inbox.callbacks[callback.fingerprint] = READERS[callback.channel](callback.body)
            key = f"{about.payment}/{callback.fingerprint}"
            lane, now, number = about.payment, self.clock.now(), str(about.attempt)
            self.due.append(
                Work(about.boutique, WorkKind.WEIGH_EVIDENCE, key, lane, now, about.payment, number)
            )

    def called(self, token: str, body: bytes) -> int:
        """Somebody calls the door back; how it answers."""

        async def post() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.door)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop") as http:
                return await http.post(f"/cb/{token}", content=body)

        return asyncio.run(post()).status_code

    def orders(self, who: Visitor) -> OrderId:
        """She orders the only blue dress; the prompt is due."""
        order = OrderId(self.new_id("order"))
        self.tell(Customer, who.id, lambda she: she.meet(channel="whatsapp", account="amani-number"))
        self.do(
            AddToCart(who.id, BLUE, BLUE_M),
            PlaceOrder(
                order=order,
                customer=who.id,
                conversation=ConversationId(self.new_id("talk")),
                address=DeliveryAddress(words="Sarit", area="Westlands"),
                paying_number=str(who.phone),
                pay_until=self.clock.now() + PAY_WITHIN,
            ),
        )
        return order

    def passes(self, seconds: float) -> None:
        """Let time pass, a second after another as far as something is due, and the money's work be done."""
        until = self.clock.now() + timedelta(seconds=seconds)
        self.works(*MONEY_WORK)
        while soon := [w.due for w in self.due if w.kind in MONEY_WORK and w.due <= until]:
            self.clock.set(max(min(soon), self.clock.now()))
            self.works(*MONEY_WORK)
        self.clock.set(until)

    def reconciles(self) -> None:
        """All that moved is told once more, as Safaricom's own list has it."""
        for receipt, amount, reference in self.books.moved:
            self.receives(receipt, amount, reference)

    def receives(self, receipt: str, amount: Money, reference: str, shortcode: str = SHORTCODE) -> None:
        """Safaricom's own word that money came under a reference."""
        now = self.clock.now()
        named = next((p for p in self.all(Payment) if self._asks(p, reference)), None)
        payment = PaymentId(named) if named else None
        self.do(ReceiveDeposit("mpesa", shortcode, receipt, amount, reference, "2547****678", now, payment))

    def all(self, kind: type[Payment | Order | Deposit | Stock]) -> dict[UUID, object]:
        """Amani's aggregates of a kind, as they stand."""
        streams = dict.fromkeys(StreamId(each.originator_id) for each in self.log.facts)
        own = [s for s in streams if s.startswith(str(AMANI)) and kind_of(s) == kind.KIND]
        return {subject_of(s): fold(kind(), (r.fact for r in self.log.read(s))) for s in own}

    def payment(self, order: OrderId) -> Payment:
        """The payment of an order."""
        found: Payment = self.get(Payment, payment_of(order))
        return found

    def _asks(self, payment: UUID, reference: str) -> bool:
        asked = self.get(Payment, payment).asked
        return asked is not None and asked.reference == reference


def accounted(shop: PayingShop) -> Money:
    """All money that the boutique's books know: counted, held, or waiting for a person."""
    payments = [each for each in shop.all(Payment).values() if isinstance(each, Payment) and each.asked]
    counted = sum((p.received + p.takings.held for p in payments), Money.zero())
    waiting = [each for each in shop.all(Deposit).values() if isinstance(each, Deposit)]
    loose = [each.received.amount for each in waiting if each.is_unallocated and each.received]
    return sum(loose, counted)


def neighbour_customer(shop: PayingShop) -> Visitor:
    """Somebody else who wants the same dress."""
    return Visitor(shop, "achieng", "+254722000001")
