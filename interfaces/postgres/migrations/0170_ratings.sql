-- How happy customers are with what was delivered to them.
CREATE TABLE dukani.ratings (
  boutique_id uuid NOT NULL,
  order_id uuid NOT NULL,
  delivered_at timestamptz NOT NULL,
  stars smallint,
  rated_at timestamptz,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, order_id)
);
CREATE INDEX ratings_by_delivery ON dukani.ratings (boutique_id, delivered_at);
SELECT dukani.guard('dukani.ratings');
