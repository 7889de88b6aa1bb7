"""Airtel Money: prompts on Airtel phones, the enquiry of what became of them, and what it calls back."""
