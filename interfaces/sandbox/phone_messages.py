"""What leaves a person's phone, in Meta's words."""

from collections.abc import Mapping
from typing import Any

from fastapi import HTTPException, UploadFile

from interfaces.sandbox.bubbles import bubble_of
from interfaces.sandbox.chats import Chats
from interfaces.sandbox.screens import Choose, Say
from interfaces.sandbox.world import Person, Shop

_LARGEST_PHOTO = 8 * 1024 * 1024


def text_message(words: Say) -> Mapping[str, Any]:
    """Words as they leave a phone. Raises: HTTPException 422."""
    if not words.text.strip() or len(words.text) > 65_536:
        raise HTTPException(422, "a message has 1 to 65,536 characters")
    context = {"context": {"id": words.replies_to}} if words.replies_to else {}
    return {"type": "text", "text": {"body": words.text}, **context}


def read_photo(file: UploadFile) -> tuple[str, bytes]:
    """Type and bytes of a picture. Raises: HTTPException 422."""
    content = file.file.read(_LARGEST_PHOTO + 1)
    if len(content) > _LARGEST_PHOTO or not (file.content_type or "").startswith("image/"):
        raise HTTPException(422, "a picture of at most 8 MB")
    return file.content_type or "image/jpeg", content


def photo_messages(
    chats: Chats, shop: Shop, pictures: list[tuple[str, bytes]], caption: str
) -> list[Mapping[str, Any]]:
    """An album: every picture is a message of its own, and the caption is on the first."""
    messages: list[Mapping[str, Any]] = []
    for index, (mime, content) in enumerate(pictures):
        kept = chats.keep_media(shop.account, mime, content)
        image = {"id": kept.id, "mime_type": mime, "sha256": kept.sha256}
        words = {"caption": caption} if caption and index == 0 else {}
        messages.append({"type": "image", "image": {**image, **words}})
    return messages


def choice_message(chats: Chats, shop: Shop, chosen: Choose) -> Mapping[str, Any]:
    """The tap on a button or row that the message really has. Raises: HTTPException 404."""
    row = chats.message(chosen.message)
    if row is None or row["account"] != shop.account or not row["from_shop"]:
        raise HTTPException(404, "there is no such message")
    bubble = bubble_of(row)
    for kind, taps in (("button_reply", bubble.buttons), ("list_reply", bubble.rows)):
        for tap in taps:
            if tap.id == chosen.choice:
                told = {"id": tap.id, "title": tap.title}
                told |= {"description": tap.description} if tap.description else {}
                context = {"from": shop.phone.removeprefix("+"), "id": chosen.message}
                return {"type": "interactive", "context": context, "interactive": {"type": kind, kind: told}}
    raise HTTPException(404, "this message has no such choice")


def contact_message(person: Person) -> Mapping[str, Any]:
    """Her own number, shared."""
    name = {"formatted_name": person.name, "first_name": person.name.split()[0]}
    phone = {"phone": person.phone, "wa_id": person.digits, "type": "CELL"}
    return {"type": "contacts", "contacts": [{"name": name, "phones": [phone]}]}
