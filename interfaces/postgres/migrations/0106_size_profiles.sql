-- What speaks for a customer's sizes.
CREATE TABLE dukani.size_witnesses (
  boutique_id uuid NOT NULL,
  customer uuid NOT NULL,
  source text NOT NULL,
  place bigint NOT NULL,
  garment text NOT NULL,
  size_system text NOT NULL,
  size_value text NOT NULL,
  at timestamptz NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, customer, source, place, garment)
);
CREATE TABLE dukani.size_profile_returns (
  boutique_id uuid NOT NULL,
  customer uuid NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (boutique_id, customer, source)
);
CREATE TABLE dukani.size_profile_merges (
  boutique_id uuid NOT NULL,
  other uuid NOT NULL,
  customer uuid NOT NULL,
  PRIMARY KEY (boutique_id, other)
);
CREATE INDEX size_profile_merges_into ON dukani.size_profile_merges (boutique_id, customer);
SELECT dukani.guard('dukani.size_witnesses');
SELECT dukani.guard('dukani.size_profile_returns');
SELECT dukani.guard('dukani.size_profile_merges');
