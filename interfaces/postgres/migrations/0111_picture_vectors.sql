-- What eyes made of pictures: one table for each space, so that vectors of two are never compared.
CREATE TABLE dukani.picture_vectors (
  boutique_id uuid NOT NULL,
  model text NOT NULL,
  picture text NOT NULL,
  vector vector(144) NOT NULL,
  PRIMARY KEY (boutique_id, model, picture)
);
ALTER TABLE dukani.picture_vectors ALTER COLUMN vector SET STORAGE PLAIN;
SELECT dukani.guard('dukani.picture_vectors', app_writes => true);
