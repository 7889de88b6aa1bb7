"""The product: what happens to it, and what it decides."""
