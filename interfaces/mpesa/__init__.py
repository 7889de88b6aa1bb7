"""M-Pesa: prompts through Safaricom's Daraja, and what it calls back."""
