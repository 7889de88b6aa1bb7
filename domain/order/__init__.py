"""The order: what happens to it, and what it decides."""
