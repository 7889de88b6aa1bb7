"""The payment: what happens to it, and what it decides."""
