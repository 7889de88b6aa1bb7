"""The cart: what happens to it, and what it decides."""
