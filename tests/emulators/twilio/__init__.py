"""Twilio, as its own process: strict as the real one, and wrong on command."""
