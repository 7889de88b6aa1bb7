"""What the staff's rules say no to."""

from domain.refusal import Refusal


class LastOwnerStays(Refusal):
    """A boutique has an owner: the last one can neither leave nor become something else."""


class AuditEnds(Refusal):
    """An auditor is let in until a time, and that time is to come."""
