"""The labels: the few words by which a shop sorts its chats."""
