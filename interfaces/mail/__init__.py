"""Mail over SMTP, where an operator has named a server for it."""
