"""The stock: what happens to it, and what it decides."""
