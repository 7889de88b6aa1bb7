"""News: what the shop tells its owner on her own phone, and what that costs."""
