-- Whose conversation it is, and up to which fact work has been written.
CREATE TABLE dukani.conversation_customers (
  boutique_id uuid NOT NULL,
  conversation uuid NOT NULL,
  customer uuid NOT NULL,
  PRIMARY KEY (boutique_id, conversation)
);
CREATE TABLE dukani.scheduled_effects (
  boutique_id uuid NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (boutique_id)
);
SELECT dukani.guard('dukani.conversation_customers');
SELECT dukani.guard('dukani.scheduled_effects');
