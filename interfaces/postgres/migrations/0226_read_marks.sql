-- How far each person of a boutique has read each customer's chat: the log position of the last message seen.
CREATE TABLE dukani.read_marks (
  boutique_id uuid NOT NULL,
  reader uuid NOT NULL,
  customer uuid NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (boutique_id, reader, customer)
);
SELECT dukani.guard('dukani.read_marks', app_writes => true);
