"""Charges: what a channel takes for a number's messages, as it states them itself."""
