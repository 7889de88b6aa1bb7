"""Cards by Paystack: a hosted page whose link she gets in the chat, and the signed word of its end."""
