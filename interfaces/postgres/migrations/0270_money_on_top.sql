-- Money on top of an order goes back and the order stands; rows are written anew from the log at the next start.
ALTER TABLE dukani.orders ADD COLUMN beside_due bigint NOT NULL DEFAULT 0;
TRUNCATE dukani.orders;
CREATE POLICY begun_anew ON dukani.positions TO dukani_owner USING (true);
UPDATE dukani.positions SET position = 0 WHERE projection = 'orders';
DROP POLICY begun_anew ON dukani.positions;
