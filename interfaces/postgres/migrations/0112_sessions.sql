-- Who is signed in to a dashboard. Only a token's SHA-256 stands here.
CREATE TABLE dukani.sessions (
  boutique_id uuid NOT NULL,
  token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  role text NOT NULL CHECK (role IN ('owner', 'staff', 'auditor')),
  opened timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, token_hash)
);
CREATE UNIQUE INDEX sessions_by_token ON dukani.sessions (token_hash);
SELECT dukani.guard('dukani.sessions', app_writes => true, auditor_reads => false);
CREATE POLICY resolved ON dukani.sessions FOR SELECT TO dukani_owner USING (true);

-- Asked before any boutique is known; whoever holds the token may know whose session it opens.
CREATE FUNCTION dukani.session_of(wanted text, at timestamptz)
RETURNS TABLE (boutique_id uuid, role text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.boutique_id, s.role FROM dukani.sessions s WHERE s.token_hash = wanted AND s.expires > at
$$;
GRANT EXECUTE ON FUNCTION dukani.session_of TO dukani_app;
