"""Which tables each read model fills: all that a rebuild must bring back."""

from typing import Final

TABLES: Final = {
    "accounts": ("boutiques", "boutique_accounts"),
    "customers": ("customers",),
    "effects": ("conversation_customers", "scheduled_effects", "due_work"),
    "inbox": ("inbox_chats", "inbox_messages"),
    "journal": ("journal",),
    "ledger": ("billed_accounts", "billed_orders", "ledger_entries", "ledger_postings"),
    "message_costs": ("message_costs",),
    "model_costs": ("model_calls",),
    "notebooks": ("notebooks", "chat_labels"),
    "orders": ("orders", "buyers"),
    "deposits": ("deposits",),
    "payments": ("payments", "payment_receipts", "unallocated_money"),
    "product_index": ("shelf_products", "shelf_variants"),
    "ratings": ("ratings",),
    "refunds": ("refunds",),
    "size_profiles": ("size_witnesses", "size_profile_returns", "size_profile_merges"),
    "staff": ("staff",),
    "stock": ("stock_levels",),
}
