-- What WhatsApp bills: one row for each message of the shop.
CREATE TABLE dukani.message_costs (
  boutique_id uuid NOT NULL,
  reply uuid NOT NULL,
  account text NOT NULL,
  category text NOT NULL,
  billing text NOT NULL,
  delivered_at timestamptz,
  PRIMARY KEY (boutique_id, reply)
);
CREATE INDEX message_costs_by_month ON dukani.message_costs (boutique_id, delivered_at);
SELECT dukani.guard('dukani.message_costs');
