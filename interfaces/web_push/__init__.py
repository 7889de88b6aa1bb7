"""Web Push: how browsers are buzzed by their makers' push services (RFC 8030, 8188, 8291 and 8292)."""
