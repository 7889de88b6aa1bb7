-- The money of a boutique: payments, the receipts that prove them, and money that settles nothing.
CREATE TABLE dukani.payments (
  boutique_id uuid NOT NULL,
  payment uuid NOT NULL,
  order_id uuid NOT NULL,
  customer uuid NOT NULL,
  provider text NOT NULL,
  shortcode text NOT NULL,
  reference text NOT NULL,
  currency text NOT NULL,
  requested bigint NOT NULL,
  received bigint NOT NULL,
  refunded bigint NOT NULL,
  state text NOT NULL,
  attempts jsonb NOT NULL,
  receipt text,
  contradicted boolean NOT NULL,
  requested_at timestamptz NOT NULL,
  completed_at timestamptz,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, payment)
);
CREATE INDEX payments_of_order ON dukani.payments (boutique_id, order_id);
CREATE INDEX payments_by_checkout ON dukani.payments USING gin (attempts jsonb_path_ops);
CREATE TABLE dukani.payment_receipts (
  boutique_id uuid NOT NULL,
  provider text NOT NULL,
  receipt text NOT NULL,
  payment uuid NOT NULL,
  at timestamptz NOT NULL,
  also_claimed_by uuid[] NOT NULL,
  PRIMARY KEY (boutique_id, provider, receipt)
);
CREATE INDEX payment_receipts_by_receipt ON dukani.payment_receipts (boutique_id, receipt);
CREATE TABLE dukani.unallocated_money (
  boutique_id uuid NOT NULL,
  payment uuid NOT NULL,
  version bigint NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  receipt text,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, payment, version)
);
SELECT dukani.guard('dukani.payments');
SELECT dukani.guard('dukani.payment_receipts');
SELECT dukani.guard('dukani.unallocated_money');
