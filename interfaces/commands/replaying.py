"""Replaying: an order's whole history, fact by fact, out of the log."""
