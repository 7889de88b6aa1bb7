-- Whose a number of a channel is, taken before the fact is recorded: nobody can take another's.
CREATE TABLE dukani.number_claims (
  boutique_id uuid NOT NULL,
  channel text NOT NULL,
  account text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (boutique_id, channel, account),
  UNIQUE (channel, account)
);
SELECT dukani.guard('dukani.number_claims', app_writes => true);
