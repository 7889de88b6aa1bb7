"""An address, without the words that lead to it or speak of another one."""

import re
from typing import Final

_PLACE: Final = r"(?:address|location|place|anwani|mahali|delivery)"
_LEAD: Final = re.compile(
    r"^(?:(?:no|hapana|la|yes|ndio|sawa|ok|okay|please|pls|tafadhali|actually|sorry|ni|iko|it'?s|its)\b[\s,.:]*)*"
    r"(?:(?:please )?(?:deliver(?:ed)? (?:it )?(?:to|at)|(?:send|bring) (?:it )?to|ship to|drop (?:it )?at|"
    rf"(?:my )?(?:new |delivery )*{_PLACE} is|{_PLACE}(?: yangu| mpya)* (?:is|ni|iko)|"
    r"i (?:stay|live)(?: in| at)?|i'?m (?:in|at)|i am (?:in|at)|niko|naishi|nakaa|nipo|niletee|mniletee|"
    r"nipelekee|mnipelekee|mpeleke|peleka)\b[\s,:]*)?",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r"^.{0,40}?\b(?:change|update|switch|edit|badili(?:sha|sheni)?|(?:ni|tu)badilishi?e|kubadilisha)\b"
    rf"(?:\s+(?:my|the|it|that|delivery|new|ya|yangu|yetu|hiyo|{_PLACE}))*\s+(?:to|iwe|ikuwe|kuwa|be|hadi|iende)\b"
    r"(?:\s+(?:to|ni|be))?[\s,:]*",
    re.IGNORECASE,
)
_NOT_THIS_FIRST: Final = re.compile(
    r"^(?:badala ya|instead of)\s+.{2,60}?[\s,]+(?=(?:ni|m|mni)?(?:pelek|let)e?[ae]|deliver|send|bring)",
    re.IGNORECASE,
)
_NOT_THIS_LAST: Final = re.compile(
    r"[\s,.]+(?:(?:badala ya|instead of|rather than|na sio|na si)\s.*|badala yake|instead)$", re.IGNORECASE
)
_PLEASE: Final = re.compile(r"[\s,.]+(?:please|pls|plz|tafadhali|tafadhalini)$", re.IGNORECASE)


def address_in(text: str) -> str:
    """The address without the words that lead to it.

    Example: address_in("Change delivery address to Ngong road") == "Ngong road".
    """
    told = _NOT_THIS_LAST.sub("", _NOT_THIS_FIRST.sub("", text, count=1))
    named = changed_to(told) or _LEAD.sub("", told, count=1).strip(" ,.:")
    return _PLEASE.sub("", named) or text


def changed_to(text: str) -> str:
    """What the address shall be instead; empty where she names none, as in "change my address"."""
    lead = _CHANGED.match(text)
    return text[lead.end() :].strip(" ,.:") if lead else ""
