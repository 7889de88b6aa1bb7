-- Where a customer can follow her parcel.
ALTER TABLE dukani.orders ADD COLUMN tracking_link text;
CREATE TABLE dukani.saved_views (
  boutique_id uuid NOT NULL,
  view uuid NOT NULL,
  page text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, view)
);
SELECT dukani.guard('dukani.saved_views', app_writes => true);
