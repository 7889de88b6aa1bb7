-- What each boutique owes for Dukani, in double entry. Units: cents.
CREATE TABLE dukani.billed_accounts (
  boutique_id uuid NOT NULL,
  account uuid NOT NULL,
  agreed jsonb NOT NULL,
  invoices bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, account)
);
SELECT dukani.guard('dukani.billed_accounts');

CREATE TABLE dukani.billed_orders (
  boutique_id uuid NOT NULL,
  order_id uuid NOT NULL,
  number text NOT NULL,
  goods bigint NOT NULL,
  total bigint NOT NULL,
  entry uuid,
  basis_points bigint NOT NULL,
  rule bigint NOT NULL,
  net bigint NOT NULL,
  vat bigint NOT NULL,
  own_due bigint NOT NULL,
  own_back bigint NOT NULL,
  beside_due bigint NOT NULL,
  beside_back bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, order_id)
);
SELECT dukani.guard('dukani.billed_orders');

CREATE TABLE dukani.ledger_entries (
  boutique_id uuid NOT NULL,
  entry uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  position bigint NOT NULL,
  source uuid NOT NULL,
  version bigint NOT NULL,
  rule bigint NOT NULL,
  at timestamptz NOT NULL,
  month date NOT NULL,
  total bigint NOT NULL,
  order_id uuid,
  reverses uuid,
  goods bigint NOT NULL,
  basis_points bigint NOT NULL,
  net bigint NOT NULL,
  vat bigint NOT NULL,
  invoice text,
  PRIMARY KEY (boutique_id, entry),
  UNIQUE (boutique_id, source, version, rule)
);
CREATE INDEX ledger_entries_in_order ON dukani.ledger_entries (boutique_id, position);
CREATE INDEX ledger_entries_by_time ON dukani.ledger_entries (boutique_id, at);
CREATE INDEX ledger_entries_unbilled ON dukani.ledger_entries (boutique_id, month) WHERE invoice IS NULL;
SELECT dukani.guard('dukani.ledger_entries');

CREATE TABLE dukani.ledger_postings (
  boutique_id uuid NOT NULL,
  entry uuid NOT NULL,
  account text NOT NULL,
  debit bigint NOT NULL CHECK (debit >= 0),
  credit bigint NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (boutique_id, entry, account)
);
CREATE INDEX ledger_postings_by_account ON dukani.ledger_postings (boutique_id, account);
SELECT dukani.guard('dukani.ledger_postings');
