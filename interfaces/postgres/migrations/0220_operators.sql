-- Who runs the installation: accounts of their own kind, apart from every boutique's people. Nobody is one
-- before she has shown a code of her authenticator app, so the second factor is never missing.
-- No role reads these tables: the functions below answer the few questions of her door, and nothing else.
CREATE TABLE dukani.operators (
  person uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
  password_hash text NOT NULL,
  totp_box bytea NOT NULL,
  totp_step bigint NOT NULL,
  joined_at timestamptz NOT NULL
);
CREATE TABLE dukani.operator_invitations (
  token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  email text NOT NULL UNIQUE,
  expires timestamptz NOT NULL
);
CREATE TABLE dukani.operator_sessions (
  token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  person uuid NOT NULL REFERENCES dukani.operators ON DELETE CASCADE,
  opened timestamptz NOT NULL,
  expires timestamptz NOT NULL
);
ALTER TABLE dukani.operators ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.operators FORCE ROW LEVEL SECURITY;
ALTER TABLE dukani.operator_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.operator_invitations FORCE ROW LEVEL SECURITY;
ALTER TABLE dukani.operator_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.operator_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON dukani.operators TO dukani_owner USING (true);
CREATE POLICY kept ON dukani.operator_invitations TO dukani_owner USING (true);
CREATE POLICY kept ON dukani.operator_sessions TO dukani_owner USING (true);

CREATE FUNCTION dukani.operator_invited(token text, at timestamptz)
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.email FROM dukani.operator_invitations i WHERE i.token_hash = token AND i.expires > at
$$;

-- She joins, or joins anew after she has lost her phone: what was open before ends. The token opens once.
CREATE FUNCTION dukani.operator_joins(token text, who uuid, hash text, box bytea, step bigint, at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mail text;
BEGIN
  DELETE FROM dukani.operator_invitations i WHERE i.token_hash = token AND i.expires > at
    RETURNING i.email INTO mail;
  IF mail IS NULL THEN RETURN false; END IF;
  DELETE FROM dukani.operators o WHERE o.email = mail;
  INSERT INTO dukani.operators (person, email, password_hash, totp_box, totp_step, joined_at)
    VALUES (who, mail, hash, box, step, at);
  RETURN true;
END$$;

CREATE FUNCTION dukani.operator_called(mail text)
RETURNS TABLE (person uuid, password_hash text, totp_box bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT o.person, o.password_hash, o.totp_box FROM dukani.operators o WHERE o.email = lower(mail)
$$;

-- A code of this step, or of a later one, was not taken before.
CREATE FUNCTION dukani.operator_code_is_taken(who uuid, step bigint)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE dukani.operators o SET totp_step = step WHERE o.person = who AND o.totp_step < step;
  RETURN FOUND;
END$$;

CREATE FUNCTION dukani.operator_session_opens(token text, who uuid, at timestamptz, until timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM dukani.operator_sessions WHERE expires <= at;
  INSERT INTO dukani.operator_sessions (token_hash, person, opened, expires) VALUES (token, who, at, until);
$$;

CREATE FUNCTION dukani.operator_session_of(token text, at timestamptz)
RETURNS TABLE (person uuid, email text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT o.person, o.email FROM dukani.operator_sessions s JOIN dukani.operators o USING (person)
   WHERE s.token_hash = token AND s.expires > at
$$;

CREATE FUNCTION dukani.operator_session_closes(token text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM dukani.operator_sessions WHERE token_hash = token
$$;

-- Inviting and dismissing are no function: whoever may do so has the owner's password, on the machine itself.
GRANT EXECUTE ON FUNCTION dukani.operator_invited, dukani.operator_joins, dukani.operator_called,
  dukani.operator_code_is_taken, dukani.operator_session_opens, dukani.operator_session_of,
  dukani.operator_session_closes TO dukani_app;
