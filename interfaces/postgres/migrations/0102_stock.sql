-- How many pieces there are of each size.
CREATE TABLE dukani.stock_levels (
  boutique_id uuid NOT NULL,
  variant uuid NOT NULL,
  product uuid,
  on_hand bigint NOT NULL,
  reserved bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, variant)
);
CREATE INDEX stock_levels_scarce ON dukani.stock_levels (boutique_id, (on_hand - reserved), variant);
SELECT dukani.guard('dukani.stock_levels');
