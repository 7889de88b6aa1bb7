-- A session says who it is; the demo's doors let in nobody in particular.
ALTER TABLE dukani.sessions ADD COLUMN person uuid;
CREATE POLICY ended ON dukani.sessions FOR DELETE TO dukani_owner USING (true);

DROP FUNCTION dukani.session_of;
CREATE FUNCTION dukani.session_of(wanted text, at timestamptz)
RETURNS TABLE (boutique_id uuid, role text, person uuid) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.boutique_id, s.role, s.person FROM dukani.sessions s WHERE s.token_hash = wanted AND s.expires > at
$$;

-- The questions of the door. Each is asked before any boutique is known.
CREATE FUNCTION dukani.person_joins(who uuid, mail text, called text, hash text, at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO dukani.people (person, email, name, password_hash, joined_at)
    VALUES (who, lower(mail), called, hash, at) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END$$;

CREATE FUNCTION dukani.person_called(mail text)
RETURNS TABLE (person uuid, name text, password_hash text, totp_box bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.person, p.name, p.password_hash, p.totp_box FROM dukani.people p
   WHERE p.email = lower(mail) AND p.disabled_at IS NULL
$$;

CREATE FUNCTION dukani.boutiques_of(who uuid, at timestamptz)
RETURNS TABLE (boutique_id uuid, role text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.boutique_id, s.role FROM dukani.staff s
   WHERE s.person = who AND s.role IS NOT NULL AND (s.until IS NULL OR s.until > at) ORDER BY s.since
$$;

-- Names of those who are, or were, of the boutique that is set; of nobody else.
CREATE FUNCTION dukani.names_of_staff()
RETURNS TABLE (person uuid, name text, email text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.person, p.name, p.email FROM dukani.people p JOIN dukani.staff s USING (person)
   WHERE s.boutique_id = nullif(current_setting('app.boutique_id', true), '')::uuid
$$;

CREATE FUNCTION dukani.reset_is_asked(who uuid, token text, until timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM dukani.password_resets WHERE person = who;
  INSERT INTO dukani.password_resets (token_hash, person, expires) VALUES (token, who, until);
$$;

-- A new password ends every session, in whatever boutique. The token opens once.
CREATE FUNCTION dukani.reset_is_done(token text, hash text, at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who uuid;
BEGIN
  DELETE FROM dukani.password_resets r WHERE r.token_hash = token AND r.expires > at RETURNING r.person INTO who;
  IF who IS NULL THEN RETURN false; END IF;
  UPDATE dukani.people p SET password_hash = hash WHERE p.person = who;
  DELETE FROM dukani.sessions s WHERE s.person = who;
  RETURN true;
END$$;

CREATE FUNCTION dukani.second_factor_is_kept(who uuid, box bytea)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE dukani.people SET totp_box = box WHERE person = who
$$;

-- A code of this step, or of a later one, was not taken before.
CREATE FUNCTION dukani.second_factor_is_taken(who uuid, step bigint)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE dukani.people p SET totp_step = step WHERE p.person = who AND p.totp_step < step;
  RETURN FOUND;
END$$;

GRANT EXECUTE ON FUNCTION dukani.session_of, dukani.person_joins, dukani.person_called, dukani.boutiques_of,
  dukani.names_of_staff, dukani.reset_is_asked, dukani.reset_is_done, dukani.second_factor_is_kept,
  dukani.second_factor_is_taken TO dukani_app;
