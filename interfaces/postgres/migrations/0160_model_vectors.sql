-- What hosted models made of the catalogue: of a picture, or of a listing's words. A space is a model and the size
-- of its vectors, as in "gemini-embedding-2@768"; vectors of two spaces are never compared. What a model can make
-- nothing of has no vector, and is not asked about again.
CREATE TABLE dukani.model_vectors (
  boutique_id uuid NOT NULL,
  space text NOT NULL,
  content text NOT NULL,
  vector halfvec,
  PRIMARY KEY (boutique_id, space, content),
  CHECK (vector IS NULL OR vector_dims(vector) = split_part(space, '@', 2)::integer)
);
ALTER TABLE dukani.model_vectors ALTER COLUMN vector SET STORAGE PLAIN;
SELECT dukani.guard('dukani.model_vectors', app_writes => true);
