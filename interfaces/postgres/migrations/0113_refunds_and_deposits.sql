-- Money that goes back, and money in the account by receipt with whose it is.
CREATE TABLE dukani.refunds (
  boutique_id uuid NOT NULL,
  payment uuid NOT NULL,
  refund bigint NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  reason text NOT NULL,
  receipt text,
  state text NOT NULL,
  requested_by text NOT NULL,
  decided_by text,
  trouble text,
  reference text,
  at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, payment, refund)
);
CREATE INDEX refunds_by_state ON dukani.refunds (boutique_id, state, at);
CREATE TABLE dukani.deposits (
  boutique_id uuid NOT NULL,
  deposit uuid NOT NULL,
  provider text NOT NULL,
  shortcode text NOT NULL,
  receipt text NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  reference jsonb,
  payer jsonb,
  state text NOT NULL,
  reason text,
  suggested uuid,
  payment uuid,
  paid_at timestamptz,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, deposit)
);
CREATE INDEX deposits_by_state ON dukani.deposits (boutique_id, state, paid_at);
CREATE INDEX payments_by_reference ON dukani.payments (boutique_id, upper(reference));
SELECT dukani.guard('dukani.refunds');
SELECT dukani.guard('dukani.deposits');
