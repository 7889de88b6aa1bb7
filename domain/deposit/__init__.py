"""A deposit: what happens to it, and what it decides."""
