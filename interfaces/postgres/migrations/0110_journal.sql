-- Where every fact stands, so that an order's whole history is found.
CREATE TABLE dukani.journal (
  boutique_id uuid NOT NULL,
  position bigint NOT NULL,
  stream text NOT NULL,
  version bigint NOT NULL,
  topic text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  command uuid NOT NULL,
  correlation uuid NOT NULL,
  order_id uuid,
  PRIMARY KEY (boutique_id, position)
);
CREATE INDEX journal_of_order ON dukani.journal (boutique_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX journal_of_stream ON dukani.journal (boutique_id, stream);
CREATE INDEX journal_of_cause ON dukani.journal (boutique_id, correlation);
SELECT dukani.guard('dukani.journal');
