-- Who is invited into a boutique and has an account already: she comes in once she says so herself.
CREATE TABLE dukani.staff_invitations (
  boutique_id uuid NOT NULL,
  person uuid NOT NULL,
  token_hash text NOT NULL,
  role text NOT NULL,
  until timestamptz,
  expires timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, person)
);
SELECT dukani.guard('dukani.staff_invitations', app_writes => true);
