"""Sentry: errors told to the operator, with nothing in them that a customer said, and no secret."""
