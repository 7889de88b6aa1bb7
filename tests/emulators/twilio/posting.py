"""What Twilio posts to us: signed forms of messages and of what became of ours, in any order on command."""

import asyncio
import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx

from tests.emulators.twilio.world import Kept, Number, Person, World, sid

Form = Mapping[str, str]
GIVES_UP_AFTER = 15.0


def signature(token: str, url: str, form: Form) -> str:
    """As Twilio signs: the address and the parameters by name. Written anew, not taken from our adapter."""
    text = url
    for name in sorted(form):
        text += name + form[name]
    mac = hmac.new(token.encode(), text.encode(), hashlib.sha1)
    return base64.b64encode(mac.digest()).decode()


@dataclass
class Callbacks:
    """Posts and remembers what came back. `order` says which statuses follow a message."""

    world: World
    order: list[str] = field(default_factory=lambda: ["sent", "delivered"])
    answers: list[tuple[str, int]] = field(default_factory=list)
    flying: int = 0

    async def post(self, url: str, account: str, form: Form) -> int:
        """Post a signed form; 0 when nobody answered within Twilio's 15 seconds."""
        headers = {
            "X-Twilio-Signature": signature(self.world.accounts[account][0], url, form),
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
        }
        try:
            async with httpx.AsyncClient(trust_env=False, timeout=GIVES_UP_AFTER) as client:
                answer = await client.post(url, content=urlencode(form), headers=headers)
        except httpx.HTTPError:
            self.answers.append((url, 0))
            return 0
        self.answers.append((url, answer.status_code))
        return answer.status_code

    async def message(self, number: Number, person: Person, told: Form, media: list[str]) -> Kept:
        """A person's message: kept, and posted to the number's webhook."""
        identity = sid("MM" if media else "SM")
        form = {
            "AccountSid": number.account,
            "ApiVersion": "2010-04-01",
            "Body": "",
            "ExternalUserId": f"whatsapp:{person.bsuid}",
            "From": person.address,
            "MessageSid": identity,
            "MessageType": "text",
            "NumMedia": str(len(media)),
            "NumSegments": "1",
            "ProfileName": person.name,
            "ReferralNumMedia": "0",
            "SmsMessageSid": identity,
            "SmsSid": identity,
            "SmsStatus": "received",
            "To": f"whatsapp:{number.number}",
        }
        if not person.hides_phone:
            form["WaId"] = person.phone.removeprefix("+")
        for place, one in enumerate(media):
            url = f"{self.world.own_url}/2010-04-01/Accounts/{number.account}/Messages/{identity}/Media/{one}"
            form |= {f"MediaUrl{place}": url, f"MediaContentType{place}": self.world.media[one][1]}
        form |= told
        kept = Kept(identity, number.account, form, person.name, False, "received", self.world.now(), media)
        self.world.messages.append(kept)
        await self.post(number.webhook, number.account, form)
        return kept

    async def follow(self, kept: Kept) -> None:
        """What becomes of a message of the shop's: fetch its pictures, deliver it or not, and tell."""
        self.flying += 1
        try:
            await self._follow(kept)
        finally:
            self.flying -= 1

    async def _follow(self, kept: Kept) -> None:
        for url in kept.media:
            await self._fetch(kept, url)
        person = self.world.people.get(kept.person)
        kept.error = kept.error or self._why_not(kept, person)
        kept.arrived = kept.error is None
        states = ["failed" if kept.error != 63003 else "undelivered"] if kept.error else self.order
        for state in [] if self.world.silent else states:
            await self.status(kept, state)

    async def status(self, kept: Kept, state: str) -> int:
        """Tell one status."""
        kept.status = state
        url = kept.form.get("StatusCallback")
        if not url:
            return 0
        form = {
            "AccountSid": kept.account,
            "ApiVersion": "2010-04-01",
            "ChannelInstallSid": sid("XE"),
            "ChannelPrefix": "whatsapp",
            "From": kept.form["From"],
            "MessageSid": kept.sid,
            "MessageStatus": state,
            "SmsSid": kept.sid,
            "SmsStatus": state,
            "To": kept.form["To"],
        }
        if state in ("failed", "undelivered"):
            form |= {"ErrorCode": str(kept.error), "ErrorMessage": f"error {kept.error}"}
            form["EventType"] = "UNDELIVERED"
        return await self.post(url.partition("#")[0], kept.account, form)

    async def _fetch(self, kept: Kept, url: str) -> None:
        """Twilio fetches a picture without credentials, and shows what it got."""
        try:
            async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
                answer = await client.get(url)
        except httpx.HTTPError:
            kept.error = 63019
            return
        kind = answer.headers.get("content-type", "")
        if answer.status_code != httpx.codes.OK or not kind.startswith("image/"):
            kept.error = 63019
        elif len(answer.content) > 5 * 1024 * 1024:
            kept.error = 63034
        else:
            self.world.media[url] = (kept.account, kind, answer.content, None)
        await asyncio.sleep(0)

    def _why_not(self, kept: Kept, person: Person | None) -> int | None:
        if person is None:
            return 63003
        if person.refuses:
            return person.refuses
        number = kept.form["From"].removeprefix("whatsapp:")
        is_template = self.world.is_approved(kept.form.get("ContentSid", ""))
        if not is_template and not self.world.is_open(number, person):
            return 63016
        return None
