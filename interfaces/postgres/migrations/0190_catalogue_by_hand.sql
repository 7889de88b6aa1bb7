-- What the owner says of a piece beside its listing; rows are written anew from the log at the next start.
ALTER TABLE dukani.shelf_products
  ADD COLUMN description text NOT NULL DEFAULT '',
  ADD COLUMN low_level bigint NOT NULL DEFAULT 2,
  ADD COLUMN new_until timestamptz;
TRUNCATE dukani.shelf_products, dukani.shelf_variants;
CREATE POLICY begun_anew ON dukani.positions TO dukani_owner USING (true);
UPDATE dukani.positions SET position = 0 WHERE projection = 'product_index';
DROP POLICY begun_anew ON dukani.positions;
