-- How a boutique is called; its accounts stand in boutique_accounts.
CREATE TABLE dukani.boutiques (
  boutique_id uuid NOT NULL,
  boutique uuid NOT NULL,
  title text NOT NULL,
  town text NOT NULL,
  currency text NOT NULL,
  numbers text[] NOT NULL,
  open boolean NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, boutique)
);
SELECT dukani.guard('dukani.boutiques');
