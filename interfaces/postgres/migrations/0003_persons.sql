-- What belongs to persons: their keys, and their pictures sealed under them.
CREATE TABLE dukani.subject_keys (
  boutique_id uuid NOT NULL,
  subject uuid NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (boutique_id, subject)
);
CREATE TABLE dukani.customer_pictures (
  boutique_id uuid NOT NULL,
  name text NOT NULL,
  subject uuid NOT NULL,
  box text NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (boutique_id, name)
);
CREATE INDEX ON dukani.customer_pictures (boutique_id, subject);
ALTER TABLE dukani.customer_pictures ALTER COLUMN box SET STORAGE EXTERNAL;

SELECT dukani.guard('dukani.subject_keys', app_writes => true, auditor_reads => false);
SELECT dukani.guard('dukani.customer_pictures', app_writes => true, auditor_reads => false);
-- The projector opens sealed values for read models that the owner searches.
GRANT SELECT ON dukani.subject_keys TO dukani_follower;
