-- The customers of a boutique; what is personal stays sealed.
CREATE TABLE dukani.customers (
  boutique_id uuid NOT NULL,
  customer uuid NOT NULL,
  channel text NOT NULL,
  account text NOT NULL,
  met_at timestamptz NOT NULL,
  name jsonb,
  phone jsonb,
  bsuid jsonb,
  username jsonb,
  language text,
  marketing boolean,
  purchases bigint NOT NULL,
  pieces_bought bigint NOT NULL,
  erasure_requested_at timestamptz,
  forgotten_at timestamptz,
  merged_from uuid[],
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, customer)
);
CREATE INDEX customers_latest ON dukani.customers (boutique_id, met_at DESC, customer DESC);
SELECT dukani.guard('dukani.customers');
