"""Fifty buyers, one handbag: exactly one of them holds it, however often it is tried."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from application.commands import AddToCart, CancelOrder, Command, PlaceOrder
from application.customers import meet
from application.delivery import DeliveryAddress
from application.inbound import Inbound, Sender, customer_of
from application.ports import StreamMoved
from application.talking import conversation_of
from application.unit import Units
from domain.channel import Channel
from domain.conversation.events import MessageKind
from domain.fact import Actor, Cause, fold
from domain.identity import ConversationId, CustomerId, MessageId, OrderId, derive, stream_of
from domain.order.events import CancelReason
from domain.order.order import Order
from domain.stock.refusals import NotEnoughInStock
from domain.stock.stock import Stock
from interfaces.composition import House
from interfaces.demo.ids import product_of, variant_of
from interfaces.postgres.chain import verify
from tests.support.house import AMANI, account_of, empty_house, id_of
from tests.support.postgres import TestServer

BUYERS, ROUNDS = 50, 20
BOUTIQUE = id_of(AMANI)
BAG = product_of(BOUTIQUE, "AM-408-BLK")
LAST = variant_of(BOUTIQUE, "AM-408-BLK", "ONE")
Buyer = tuple[CustomerId, ConversationId]


@pytest.fixture
def home(postgres: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house in which nobody works; the test is alone with the commands."""
    with empty_house(postgres, tmp_path_factory.getbasetemp(), connections=BUYERS) as house:
        yield house


def test_of_fifty_buyers_one_holds_the_last_piece_in_every_round(home: House) -> None:
    buyers = [_buyer(home, number) for number in range(BUYERS)]
    for buyer in buyers:
        _do(home, buyer, "add", AddToCart(buyer[0], BAG, LAST, 1))
    with ThreadPoolExecutor(BUYERS) as crowd:
        for number in range(ROUNDS):
            winner = _one_round(home, buyers, crowd, number)
            _gives_it_back(home, winner, number)
    assert verify(home.database, BOUTIQUE) is None


def _one_round(home: House, buyers: Sequence[Buyer], crowd: ThreadPoolExecutor, number: int) -> Buyer:
    start = Barrier(BUYERS)
    held = list(crowd.map(lambda buyer: _orders(home, buyer, number, start), buyers))
    assert held.count(True) == 1
    stock = _stock(home)
    assert (stock.on_hand, stock.available, len(stock.reservations)) == (1, 0, 1)
    winner = buyers[held.index(True)]
    assert set(stock.reservations) == {_order(winner, number)}
    placed = [b for b in buyers if home.shop.open(BOUTIQUE, b[0]).get(Order, _order(b, number)).is_placed]
    assert placed == [winner]
    return winner


def _orders(home: House, buyer: Buyer, number: int, start: Barrier) -> bool:
    """All say it at once; who is told that others recorded first says it again."""
    command = PlaceOrder(
        order=_order(buyer, number),
        customer=buyer[0],
        conversation=buyer[1],
        address=DeliveryAddress(words="Yaya Centre", area="Kilimani"),
        paying_number="+254712000000",
        pay_until=home.clock.now() + timedelta(minutes=30),
    )
    start.wait()
    while True:
        try:
            _do(home, buyer, f"order/{number}", command)
        except NotEnoughInStock:
            return False
        except StreamMoved:
            continue
        return True


def _gives_it_back(home: House, winner: Buyer, number: int) -> None:
    cancel = CancelOrder(_order(winner, number), CancelReason.CUSTOMER)
    _do(home, winner, f"back/{number}", cancel, AddToCart(winner[0], BAG, LAST, 1))
    assert _stock(home).available == 1


def _buyer(home: House, number: int) -> Buyer:
    account, sender = account_of(AMANI), Sender(f"KE.{number:017d}", f"+2547120{number:05d}", None, None)
    customer = customer_of(home.secret("lanes"), BOUTIQUE, "whatsapp", sender)
    inbound = Inbound(
        message=MessageId(derive(customer, "hello")),
        provider_id=f"wamid.hello.{number}",
        channel=Channel.CLOUD_API,
        account=account,
        sender=sender,
        kind=MessageKind.TEXT,
        sent_at=home.clock.now(),
        text="hello",
    )
    unit = Units(home.log, home.vault, home.clock).open(BOUTIQUE, _cause(customer, "hello"))
    meet(customer, inbound, unit)
    talk = conversation_of(customer, (inbound,), unit)
    assert talk
    unit.commit()
    return customer, talk


def _do(home: House, buyer: Buyer, about: str, *commands: Command) -> None:
    home.shop.do(BOUTIQUE, _cause(buyer[0], about), *commands)


def _cause(customer: CustomerId, about: str) -> Cause:
    return Cause(Actor.CUSTOMER, derive(customer, about), derive(customer, about))


def _order(buyer: Buyer, number: int) -> OrderId:
    return OrderId(derive(buyer[0], "order", number))


def _stock(home: House) -> Stock:
    stream = home.log.read(stream_of(BOUTIQUE, Stock.KIND, LAST))
    stock = Stock()
    for recorded in stream:
        stock = fold(stock, (recorded.fact,))
        assert 0 <= stock.available <= stock.on_hand <= 1
    return stock
