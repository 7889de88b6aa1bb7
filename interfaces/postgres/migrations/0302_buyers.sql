-- What each customer paid for and kept; written anew with the orders from the log at the next start.
CREATE TABLE dukani.buyers (
  boutique_id uuid NOT NULL,
  customer uuid NOT NULL,
  orders bigint NOT NULL,
  spent bigint NOT NULL,
  last_paid_at timestamptz,
  PRIMARY KEY (boutique_id, customer)
);
SELECT dukani.guard('dukani.buyers');
TRUNCATE dukani.orders;
CREATE POLICY begun_anew ON dukani.positions TO dukani_owner USING (true);
UPDATE dukani.positions SET position = 0 WHERE projection = 'orders';
DROP POLICY begun_anew ON dukani.positions;
