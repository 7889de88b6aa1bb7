"""A small API that answers the dashboard from examples, so that its screens can be tried without a shop."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.responses import FileResponse
from sse_starlette import EventSourceResponse, ServerSentEvent

from interfaces.http.problems import ProblemFound, answer_problems
from interfaces.http.routes.saved_views import NewView, SavedView
from interfaces.http.routes.subscription import ChosenPlan
from interfaces.http.schemas import (
    ChatStep,
    Conversation,
    ConversationRow,
    CourierHandover,
    CustomerFound,
    Found,
    History,
    Lag,
    LivePosition,
    Me,
    ModelLag,
    Need,
    NeedKind,
    Needs,
    Order,
    OrderRow,
    OrderStatus,
    Page,
    PieceFound,
    ProductRow,
    ReadUpTo,
    ReceiptFound,
    StepDone,
    Today,
    Unread,
)  # fmt: skip
from interfaces.http.schemas.notebook import LabelChip
from interfaces.http.schemas.search import MoneyFound
from interfaces.http.schemas.subscription import SubscriptionCard
from interfaces.http.schemas.templates import FilledTemplate, TemplateList
from interfaces.playground import DemoBoutique, SignIn
from tests.browser import bills, chats, examples, figures, operating
from tests.browser.shelf import SHELF, drawing, example_id, picture_path, product_row, shillings

DIST = Path(__file__).parents[2] / "dashboard" / "dist"
_MOVES = {
    "pack": OrderStatus.PACKED, "courier": OrderStatus.WITH_COURIER, "deliver": OrderStatus.DELIVERED,
    "cancel": OrderStatus.CANCELLED,
}  # fmt: skip


class Shop:
    """What changes while a test runs."""

    def __init__(self) -> None:
        self.moved: dict[UUID, OrderStatus] = {}
        self.head = 4_219
        self.empty = False
        self.refusal: str | None = None
        self.closing = False
        self.views: list[tuple[str, SavedView]] = []
        self.plan: str | None = None

    def placed(self, order: UUID) -> examples.Placed:
        """The example order of this id. Raises: HTTPException 404."""
        for placed in examples.PLACED:
            if example_id(placed.number) == order:
                return placed
        raise HTTPException(404)

    def row(self, placed: examples.Placed) -> OrderRow:
        """The order's row, in the status it has now."""
        row = examples.order_row(placed)
        return row.model_copy(update={"status": self.moved.get(row.id, row.status)})

    def move(self, order: UUID, status: OrderStatus) -> StepDone:
        """Moves an order on."""
        self.placed(order)
        if self.refusal:
            raise ProblemFound(409, self.refusal, "A sentence for programs")
        self.moved[order] = status
        self.head += 1
        return StepDone(order=order, status=status)


def _page(items: list[OrderRow] | list[ConversationRow] | list[ProductRow]) -> dict[str, object]:
    return {"items": items, "next_cursor": None}


def _people(router: APIRouter, shop: Shop) -> None:
    @router.get("/me")
    def me(request: Request) -> Me:
        if "stub-session" not in request.cookies:
            raise HTTPException(401)
        return examples.me()

    @router.post("/sign-out", status_code=204)
    def sign_out(response: Response) -> None:
        response.delete_cookie("stub-session")


def _chats(router: APIRouter, shop: Shop) -> None:
    @router.get("/conversations", response_model=Page[ConversationRow])
    def conversations(needs_person: bool | None = None) -> dict[str, object]:
        rows = [] if shop.empty else [chats.chat_row(chat) for chat in chats.CHATS]
        return _page([row for row in rows if needs_person is None or row.needs_person == needs_person])

    @router.get("/labels")
    def labels() -> list[LabelChip]:
        return [] if shop.empty else list(chats.LABELS)

    @router.get("/conversations/unread")
    def unread() -> Unread:
        return Unread(chats=0 if shop.empty else sum(chat.unread > 0 for chat in chats.CHATS))

    @router.post("/conversations/{conversation}/read", status_code=204)
    def read(conversation: UUID, seen: ReadUpTo) -> None:
        """Nobody here counts."""

    @router.get("/conversations/{conversation}/templates")
    def templates(conversation: UUID) -> TemplateList:
        return chats.TEMPLATES

    @router.post("/conversations/{conversation}/templates")
    def send(conversation: UUID, said: FilledTemplate) -> ChatStep:
        return ChatStep(conversation=conversation, needs_person=True)

    @router.get("/conversations/{conversation}")
    def conversation(conversation: UUID) -> Conversation:
        for chat in chats.CHATS:
            if example_id(f"chat {chat.customer}") == conversation:
                return chats.conversation(chat)
        raise HTTPException(404)


def _search(router: APIRouter, shop: Shop) -> None:
    @router.get("/search")
    def search(q: str) -> Found:
        words = q.lower()
        rows = [shop.row(placed) for placed in examples.PLACED]
        people = {row.customer.id: row for row in map(chats.chat_row, chats.CHATS)}
        return Found(
            customers=[
                CustomerFound(customer=row.customer, conversation=row.id)
                for row in people.values() if (row.customer.name or "").lower().startswith(words)
            ],
            orders=[row for row in rows if row.number.lower().startswith(words)],
            pieces=[
                PieceFound(product=row.id, title=row.title, sku=row.sku, picture=row.picture)
                for row in map(product_row, SHELF) if words in f"{row.title} {row.sku}".lower()
            ],
            receipts=[ReceiptFound(receipt="SKR4X2M9QT", order=rows[0])] if words[:4] == "skr4" else [],
            money=[MoneyFound(receipt="TLM7Q2X9PA", amount=shillings(1_250))] if words[:4] == "tlm7" else [],
        )  # fmt: skip


def _orders(router: APIRouter, shop: Shop) -> None:
    @router.get("/orders", response_model=Page[OrderRow])
    def orders(status: OrderStatus | None = None, q: str = "", area: str = "") -> dict[str, object]:
        rows = [] if shop.empty else [shop.row(placed) for placed in examples.PLACED]
        asked = (row for row in rows if q.upper() in row.number and area in ("", row.delivery_area))
        return _page([row for row in asked if status is None or row.status is status])

    @router.get("/views")
    def views(page: str) -> list[SavedView]:
        return [view for kept, view in shop.views if kept == page]

    @router.post("/views")
    def save_view(asked: NewView) -> SavedView:
        view = SavedView(id=example_id(asked.name), name=asked.name, query=asked.query)
        shop.views.append((asked.page, view))
        return view

    @router.get("/orders/{order}")
    def order(order: UUID) -> Order:
        return examples.order(shop.placed(order), shop.moved.get(order))

    @router.get("/orders/{order}/history")
    def history(order: UUID) -> History:
        return examples.history(shop.placed(order))

    @router.post("/orders/{order}/courier")
    def courier(order: UUID, taken_by: CourierHandover) -> StepDone:
        return shop.move(order, OrderStatus.WITH_COURIER)

    @router.post("/orders/{order}/{step}")
    def step(order: UUID, step: str) -> StepDone:
        return shop.move(order, _MOVES[step])


def _goods(router: APIRouter, shop: Shop) -> None:
    @router.get("/products", response_model=Page[ProductRow])
    def products(q: str = "", stock: str = "") -> dict[str, object]:
        rows = [] if shop.empty else [product_row(piece) for piece in SHELF]
        rows = [row for row in rows if stock != "gone" or row.available == 0]
        return _page([row for row in rows if q.lower() in f"{row.title} {row.title_sw} {row.sku}".lower()])

    @router.get("/pictures/{name}")
    def picture(name: str) -> Response:
        for piece in SHELF:
            if picture_path(piece).endswith(name):
                return Response(drawing(piece), media_type="image/svg+xml")
        raise HTTPException(404)


def _day(router: APIRouter, shop: Shop) -> None:
    @router.get("/today/needs")
    def needs() -> Needs:
        if shop.empty:
            return Needs(needs=[])
        rows = [shop.row(placed) for placed in examples.PLACED]
        told = [
            Need(kind=NeedKind.ANSWER, since=row.last_at, customer=row.customer, order=None,
                 conversation=row.id, reason=row.reason)
            for row in map(chats.chat_row, chats.CHATS) if row.needs_person
        ]  # fmt: skip
        for kind, status in ((NeedKind.PACK, OrderStatus.PAID), (NeedKind.HAND_OVER, OrderStatus.PACKED)):
            told += [
                Need(kind=kind, since=row.placed_at, customer=row.customer, order=row,
                     conversation=None, reason=None)
                for row in rows if row.status is status
            ]  # fmt: skip
        told.append(
            Need(kind=NeedKind.CLAIM_MONEY, since=rows[0].placed_at, customer=None, order=None,
                 conversation=None, reason="no-order", amount=shillings(1_250))
        )  # fmt: skip
        told += [
            Need(kind=kind, since=row.placed_at, customer=row.customer, order=row,
                 conversation=None, reason=None, amount=shillings(1_250))
            for row in rows if row.status is OrderStatus.REFUND_DUE
            for kind in (NeedKind.CHECK_REFUND, NeedKind.APPROVE_REFUND)
        ]  # fmt: skip
        return Needs(needs=told)

    @router.get("/today")
    def today() -> Today:
        day = examples.today()
        nothing = {"paid": shillings(0), "paid_orders": 0, "change_percent": None, "orders_to_pack": 0}
        quiet = nothing | {
            "orders_awaiting_payment": 0,
            "chats_waiting": 0,
            "low_stock": [],
            "low_stock_sizes": 0,
        }
        return day.model_copy(update=quiet) if shop.empty else day


def _bills(router: APIRouter, shop: Shop) -> None:
    @router.get("/subscription")
    def subscription() -> SubscriptionCard:
        return bills.subscription(empty=shop.empty, chosen=shop.plan)

    @router.put("/subscription/plan")
    def choose_plan(asked: ChosenPlan) -> SubscriptionCard:
        shop.plan = asked.plan
        return bills.subscription(empty=shop.empty, chosen=shop.plan)


def _live(router: APIRouter, shop: Shop) -> None:
    @router.get("/lag")
    def lag() -> Lag:
        names = ("inbox", "orders", "catalogue", "stock")
        models = [ModelLag(name=name, position=shop.head, behind=0, fault=None) for name in names]
        return Lag(head=shop.head, models=models)

    async def positions(request: Request) -> AsyncIterator[ServerSentEvent]:
        told = 0
        while not (shop.closing or await request.is_disconnected()):
            if told != shop.head:
                told = shop.head
                now = LivePosition(visible=told, head=told)
                yield ServerSentEvent(data=now.model_dump_json(), event="position")
            await asyncio.sleep(0.05)

    @router.get("/live")
    async def live(request: Request) -> EventSourceResponse:
        return EventSourceResponse(positions(request))


def _demo(app: FastAPI) -> None:
    @app.get("/sandbox/api/boutiques")
    def boutiques() -> list[DemoBoutique]:
        return [
            DemoBoutique(id="amani-styles", name="Amani Styles", town="Nairobi", number="+254 700 000 101",
                         about="Dresses and office wear from the heart of Nairobi."),
            DemoBoutique(id="pwani-chic", name="Pwani Chic", town="Mombasa", number="+254 700 000 202",
                         about="Dera, kanga and linen that loves the sea breeze."),
        ]  # fmt: skip

    @app.post("/sandbox/api/sign-in", status_code=204)
    def sign_in(asked: SignIn, response: Response) -> None:
        response.set_cookie("stub-session", asked.boutique, httponly=True)


def stub_app(shop: Shop) -> FastAPI:
    """The API and the built page on one origin."""
    app = FastAPI()
    answer_problems(app)
    router = APIRouter(prefix="/api")
    for part in (_people, _chats, _search, _orders, _goods, _day, _live):
        part(router, shop)
    figures.answer_figures(router)
    _bills(router, shop)
    operating.answer_operators(router)
    app.include_router(router)
    _demo(app)

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> FileResponse:
        asked = DIST / path
        return FileResponse(asked if path and asked.is_file() else DIST / "index.html")

    return app
