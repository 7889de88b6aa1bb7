"""A customer's chat with a boutique of the dashboard under test, as it begins and goes on."""

from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid4

from domain.conversation.conversation import Conversation
from domain.conversation.events import MessageKind
from domain.customer.customer import Customer
from domain.customer.events import IdentifierKind
from domain.fact import Fact
from domain.identity import BoutiqueId, ConversationId, CustomerId, MessageId, stream_of
from domain.staff.events import Role
from tests.interfaces.http.conftest import Dashboard

F = TypeVar("F", bound=Fact)


class Chat:
    """One chat. She has written in it once, a while ago if told so."""

    def __init__(
        self,
        dashboard: Dashboard,
        boutique: BoutiqueId | None = None,
        words: str = "Is it there in blue?",
        ago: timedelta = timedelta(minutes=5),
        phone: str | None = None,
        name: str = "Njeri",
    ) -> None:
        self.dashboard, self.boutique = dashboard, boutique or dashboard.mine.boutique
        self.customer, self.id = CustomerId(uuid4()), ConversationId(uuid4())
        at = dashboard.clock.now() - ago
        self._tell(Customer, self.customer, lambda her: her.meet("whatsapp", "1"))
        called = dashboard.deps.vault.seal(self.boutique, self.customer, name)
        self._tell(Customer, self.customer, lambda her: her.learn_name(called))
        if phone:
            number = dashboard.deps.vault.seal(self.boutique, self.customer, phone)
            learn = {"kind": IdentifierKind.PHONE, "value": number, "same": False}
            self._tell(Customer, self.customer, lambda her: her.learn_identifier(**learn))
        self._tell(Customer, self.customer, lambda her: her.open_window(self.id, at))
        self._tell(
            Conversation,
            self.id,
            lambda talk: talk.open(customer=self.customer, channel="whatsapp", account="1"),
        )
        self.hears_from_her(words, ago)

    def hears_from_her(self, words: str, ago: timedelta = timedelta()) -> UUID:
        """She writes."""
        message, at = MessageId(uuid4()), self.dashboard.clock.now() - ago
        content = self.dashboard.deps.vault.seal(self.boutique, self.customer, words)
        self._tell(
            Conversation,
            self.id,
            lambda talk: talk.receive(
                message=message,
                provider_id=f"wamid.{message}",
                kind=MessageKind.TEXT,
                sent_at=at,
                content=content,
            ),
        )
        self.dashboard.catches_up()
        return message

    def posts(self, step: str, role: Role = Role.OWNER, **body: Any) -> Any:
        """Somebody of the shop does something in it."""
        browser = self.dashboard.signed_in(self.boutique, role)
        answer = browser.post(f"/api/conversations/{self.id}/{step}", json=body or None)
        self.dashboard.catches_up()
        return answer

    def shows(self, photo: bytes, role: Role = Role.OWNER, **form: str) -> Any:
        """Somebody of the shop shows a photo in it."""
        browser = self.dashboard.signed_in(self.boutique, role)
        path = f"/api/conversations/{self.id}/photos"
        answer = browser.post(path, data=form, files={"photo": photo})
        self.dashboard.catches_up()
        return answer

    def seen(self, role: Role = Role.OWNER) -> dict[str, Any]:
        """The chat as the dashboard shows it."""
        browser = self.dashboard.signed_in(self.boutique, role)
        read: dict[str, Any] = browser.get(f"/api/conversations/{self.id}").json()
        return read

    def row(self) -> dict[str, Any]:
        """Its line in the list."""
        rows = self.dashboard.signed_in(self.boutique).get("/api/conversations").json()["items"]
        found: dict[str, Any] = next(row for row in rows if row["id"] == str(self.id))
        return found

    def told(self, *kinds: type[F]) -> list[F]:
        """What is recorded of it, of these kinds."""
        stream = stream_of(self.boutique, Conversation.KIND, self.id)
        return [each.fact for each in self.dashboard.deps.log.read(stream) if isinstance(each.fact, kinds)]

    def _tell(self, kind: Any, identity: UUID, decide: Any) -> None:
        self.dashboard.shop.tell(self.boutique, identity, kind, identity, decide)
