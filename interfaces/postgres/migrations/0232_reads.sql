-- Who looked: what an auditor read, and whoever took a copy of all.
CREATE TABLE dukani.reads (
  boutique_id uuid NOT NULL,
  read uuid NOT NULL,
  at timestamptz NOT NULL,
  person uuid,
  role text NOT NULL,
  route text NOT NULL,
  path text NOT NULL CHECK (length(path) <= 300),
  PRIMARY KEY (boutique_id, read)
);
CREATE INDEX reads_latest ON dukani.reads (boutique_id, at DESC);
SELECT dukani.guard('dukani.reads', app_writes => true, auditor_reads => false);
REVOKE UPDATE, DELETE ON dukani.reads FROM dukani_app;
