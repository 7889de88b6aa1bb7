"""The subscription: what a boutique pays for Dukani, and how that is reckoned, billed and paid."""
