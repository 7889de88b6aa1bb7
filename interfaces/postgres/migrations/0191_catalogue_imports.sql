-- Lists of pieces that owners sent, with what was found in them; a finished one keeps its report alone.
CREATE TABLE dukani.catalogue_imports (
  boutique_id uuid NOT NULL,
  import uuid NOT NULL,
  name text NOT NULL,
  actor text NOT NULL,
  content bytea NOT NULL,
  photos jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL,
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  report jsonb NOT NULL DEFAULT '{}',
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, import)
);
CREATE INDEX catalogue_imports_latest ON dukani.catalogue_imports (boutique_id, sent_at DESC);
SELECT dukani.guard('dukani.catalogue_imports', app_writes => true);
