-- Copies of all that a boutique has, made by the worker and kept for a day; the file stands in the data directory.
CREATE TABLE dukani.boutique_exports (
  boutique_id uuid NOT NULL,
  export uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'gone')),
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  asked_at timestamptz NOT NULL,
  expires timestamptz,
  PRIMARY KEY (boutique_id, export)
);
SELECT dukani.guard('dukani.boutique_exports', app_writes => true, auditor_reads => false);
