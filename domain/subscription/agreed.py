"""Which of all agreements holds in a month."""

from collections.abc import Sequence
from datetime import date

from domain.subscription.events import TermsAgreed
from domain.subscription.terms import TRIAL, Terms


def terms_in(month: date, agreed: Sequence[TermsAgreed]) -> Terms:
    """What a month costs: by the newest agreement that had begun; a trial before there was one.

    Shape: `agreed` stands in the order in which it was recorded.
    """
    begun = (each.terms for each in reversed(agreed) if each.starts <= month)
    return next(begun, TRIAL)
