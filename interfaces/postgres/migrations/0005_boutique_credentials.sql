-- What neighbours gave a boutique: keys and tokens, sealed under the boutique's own key.
CREATE TABLE dukani.boutique_credentials (
  boutique_id uuid NOT NULL,
  neighbour text NOT NULL,
  account text NOT NULL,
  box text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (boutique_id, neighbour, account)
);
SELECT dukani.guard('dukani.boutique_credentials', app_writes => true, auditor_reads => false);
