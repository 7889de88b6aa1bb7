"""PayLink: M-Pesa prompts through a server that speaks the Model Context Protocol."""
