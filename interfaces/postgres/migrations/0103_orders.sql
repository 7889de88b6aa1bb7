-- The orders of a boutique; address and paying number stay sealed.
CREATE TABLE dukani.orders (
  boutique_id uuid NOT NULL,
  order_id uuid NOT NULL,
  number text NOT NULL,
  customer uuid NOT NULL,
  conversation uuid NOT NULL,
  payment uuid NOT NULL,
  status text NOT NULL,
  lines jsonb NOT NULL,
  pieces bigint NOT NULL,
  delivery_area text NOT NULL,
  delivery_fee bigint NOT NULL,
  total bigint NOT NULL,
  currency text NOT NULL,
  address jsonb,
  paying_number jsonb,
  placed_at timestamptz NOT NULL,
  pay_until timestamptz NOT NULL,
  paid_at timestamptz,
  packed_at timestamptz,
  handed_over_at timestamptz,
  delivered_at timestamptz,
  closed_at timestamptz,
  receipt text,
  courier text,
  tracking text,
  cancel_reason text,
  refund_due bigint NOT NULL,
  refunded bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, order_id)
);
CREATE INDEX orders_latest ON dukani.orders (boutique_id, placed_at DESC, order_id DESC);
CREATE INDEX orders_by_status ON dukani.orders (boutique_id, status, placed_at DESC, order_id DESC);
CREATE INDEX orders_of_customer ON dukani.orders (boutique_id, customer, placed_at DESC);
CREATE INDEX orders_paid ON dukani.orders (boutique_id, paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX orders_by_number ON dukani.orders (boutique_id, number);
SELECT dukani.guard('dukani.orders');
