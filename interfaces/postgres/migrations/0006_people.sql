-- Who may sign in. A person is the same in every boutique, so this is no tenant's table, and no role reads it:
-- the functions below answer the few questions that a door must ask, and nothing else.
CREATE TABLE dukani.people (
  person uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  password_hash text NOT NULL,
  totp_box bytea,
  totp_step bigint NOT NULL DEFAULT 0,
  joined_at timestamptz NOT NULL,
  disabled_at timestamptz
);
COMMENT ON COLUMN dukani.people.totp_step IS 'the last step whose code was taken: a code opens once';
CREATE TABLE dukani.password_resets (
  token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  person uuid NOT NULL REFERENCES dukani.people ON DELETE CASCADE,
  expires timestamptz NOT NULL
);
ALTER TABLE dukani.people ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.people FORCE ROW LEVEL SECURITY;
ALTER TABLE dukani.password_resets ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.password_resets FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON dukani.people TO dukani_owner USING (true);
CREATE POLICY kept ON dukani.password_resets TO dukani_owner USING (true);

-- Who may enter a boutique, as the log says.
CREATE TABLE dukani.staff (
  boutique_id uuid NOT NULL,
  person uuid NOT NULL,
  role text CHECK (role IN ('owner', 'staff', 'auditor')),
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (boutique_id, person)
);
CREATE INDEX staff_by_person ON dukani.staff (person);
SELECT dukani.guard('dukani.staff');
CREATE POLICY resolved ON dukani.staff FOR SELECT TO dukani_owner USING (true);
