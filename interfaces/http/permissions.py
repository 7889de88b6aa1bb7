"""Who may what: the one table of roles and routes. A route that is not in it serves nobody."""

from collections.abc import Mapping
from typing import Final

from domain.staff.events import Role

ALL: Final = frozenset(Role)
SELLERS: Final = frozenset({Role.OWNER, Role.STAFF})
OWNERS: Final = frozenset({Role.OWNER})

OPEN: Final = frozenset(
    {"sign_up", "sign_in", "sign_in_by_token", "ask_passkey", "sign_in_by_passkey", "set_password"}
)
"""The front door itself, at which nobody is known yet."""

OPERATORS: Final = frozenset(
    {
        "read_operator",
        "sign_out_operator",
        "read_platform_figures",
        "read_platform_uptime",
        "read_boutique_health",
    }
)
"""The operator's routes. She has no role in any boutique, and no role of a boutique has these."""

OPERATORS_DOOR: Final = frozenset({"offer_operator_factor", "join_operators", "sign_in_operator"})
"""The operators' own front door."""

ROUTES: Final[Mapping[str, frozenset[Role]]] = {
    "read_me": ALL,
    "sign_out": ALL,
    "offer_second_factor": ALL,
    "keep_second_factor": ALL,
    "list_passkeys": ALL,
    "offer_passkey": ALL,
    "keep_passkey": ALL,
    "drop_passkey": ALL,
    "read_alerts": SELLERS,
    "choose_alerts": SELLERS,
    "keep_device": SELLERS,
    "drop_device": SELLERS,
    "read_today": ALL,
    "read_needs": ALL,
    "search": ALL,
    "list_conversations": ALL,
    "read_conversation": ALL,
    "read_unread": ALL,
    "mark_read": SELLERS,
    "read_reasons": ALL,
    "take_chat_over": SELLERS,
    "write_in_chat": SELLERS,
    "read_templates": SELLERS,
    "send_template": SELLERS,
    "show_photo": SELLERS,
    "offer_pieces": SELLERS,
    "give_chat_back": SELLERS,
    "write_note": SELLERS,
    "remove_note": SELLERS,
    "put_label": SELLERS,
    "take_label": SELLERS,
    "list_labels": ALL,
    "name_label": OWNERS,
    "retire_label": OWNERS,
    "list_customers": ALL,
    "export_customers": ALL,
    "read_customer": ALL,
    "read_customer_history": ALL,
    "read_shop_history": OWNERS,
    "undo_setting": OWNERS,
    "export_customer": OWNERS,
    "join_customers": OWNERS,
    "forget_customer": OWNERS,
    "list_orders": ALL,
    "export_orders": ALL,
    "print_slips": SELLERS,
    "print_slip": SELLERS,
    "print_receipt": ALL,
    "list_views": ALL,
    "save_view": SELLERS,
    "forget_view": SELLERS,
    "read_order": ALL,
    "read_history": ALL,
    "pack_order": SELLERS,
    "hand_order_to_courier": SELLERS,
    "deliver_order": SELLERS,
    "cancel_order": SELLERS,
    "read_money": ALL,
    "claim_deposit": SELLERS,
    "return_deposit": OWNERS,
    "request_refund": SELLERS,
    "approve_refund": OWNERS,
    "decline_refund": OWNERS,
    "record_refund": OWNERS,
    "list_products": ALL,
    "read_product": ALL,
    "read_product_history": ALL,
    "export_products": ALL,
    "keep_photo": SELLERS,
    "read_template": ALL,
    "list_imports": ALL,
    "read_import": ALL,
    "send_list": SELLERS,
    "send_photos": SELLERS,
    "confirm_import": SELLERS,
    "list_product": SELLERS,
    "undo_step": SELLERS,
    "change_product": SELLERS,
    "arrange_photos": SELLERS,
    "archive_product": SELLERS,
    "restore_product": SELLERS,
    "add_size": SELLERS,
    "receive_stock": SELLERS,
    "correct_stock": SELLERS,
    "take_stock": SELLERS,
    "change_products": SELLERS,
    "undo_change": SELLERS,
    "read_picture": ALL,
    "read_sales": ALL,
    "read_top_products": ALL,
    "read_funnel": ALL,
    "read_response_time": ALL,
    "read_top_sizes": ALL,
    "read_stock_turns": ALL,
    "read_missed": ALL,
    "read_hands": ALL,
    "read_buyers": ALL,
    "read_costs": ALL,
    "read_satisfaction": ALL,
    "read_lag": ALL,
    "follow": ALL,
    "read_opening": OWNERS,
    "describe_shop": OWNERS,
    "set_limits": OWNERS,
    "read_agent": OWNERS,
    "publish_voice": OWNERS,
    "restore_voice": OWNERS,
    "rehearse": OWNERS,
    "read_subscription": OWNERS,
    "choose_plan": OWNERS,
    "export_ledger": OWNERS,
    "print_invoice": OWNERS,
    "list_connections": OWNERS,
    "connect": OWNERS,
    "read_signup": OWNERS,
    "sign_number_up": OWNERS,
    "read_connection_health": OWNERS,
    "disconnect": OWNERS,
    "try_till": OWNERS,
    "read_tried_till": OWNERS,
    "list_exports": OWNERS,
    "ask_export": OWNERS,
    "read_export": OWNERS,
    "list_staff": OWNERS,
    "list_reads": OWNERS,
    "invite_person": OWNERS,
    "dismiss_person": OWNERS,
}


def may(role: Role, route: str) -> bool:
    """Whether this role may use the route of this name."""
    return role in ROUTES.get(route, frozenset())
