-- What a boutique writes down about its customers, and the labels of its chats. Notes stay sealed.
CREATE TABLE dukani.notebooks (
  boutique_id uuid NOT NULL,
  customer uuid NOT NULL,
  notes jsonb NOT NULL,
  labels uuid[] NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, customer)
);
CREATE INDEX notebooks_by_label ON dukani.notebooks USING gin (labels);
CREATE TABLE dukani.chat_labels (
  boutique_id uuid NOT NULL,
  shop uuid NOT NULL,
  labels jsonb NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, shop)
);
SELECT dukani.guard('dukani.notebooks', auditor_reads => false);
SELECT dukani.guard('dukani.chat_labels');
