"""The conversation: what happens to it, and what it decides."""
