"""The customer: what happens to it, and what it decides."""
