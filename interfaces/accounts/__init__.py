"""Accounts: who somebody is, proven by a password and a second factor."""
