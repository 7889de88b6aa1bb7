-- Order numbers and receipts are looked for by how they begin.
CREATE INDEX orders_number_begins ON dukani.orders (boutique_id, number text_pattern_ops);
CREATE INDEX payment_receipts_begin ON dukani.payment_receipts (boutique_id, receipt text_pattern_ops);
CREATE INDEX inbox_chats_of_customer ON dukani.inbox_chats (boutique_id, customer) WHERE NOT superseded;
