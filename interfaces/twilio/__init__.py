"""Twilio: WhatsApp as Twilio carries it, its webhooks, and how we speak to it."""
