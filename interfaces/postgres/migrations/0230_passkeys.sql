-- Passkeys: the public half of keys by which people sign in. A person is no tenant's, and so no role reads these
-- tables: as with dukani.people, the functions below answer what a door must ask.
CREATE TABLE dukani.passkeys (
  passkey uuid PRIMARY KEY,
  person uuid NOT NULL REFERENCES dukani.people ON DELETE CASCADE,
  credential bytea NOT NULL UNIQUE CHECK (length(credential) BETWEEN 1 AND 1023),
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  added_at timestamptz NOT NULL,
  used_at timestamptz
);
COMMENT ON COLUMN dukani.passkeys.counter IS 'how often it signed, as it says itself; 0 where it does not count';
CREATE INDEX passkeys_by_person ON dukani.passkeys (person, added_at);
CREATE TABLE dukani.passkey_challenges (
  challenge_hash text PRIMARY KEY CHECK (challenge_hash ~ '^[0-9a-f]{64}$'),
  person uuid REFERENCES dukani.people ON DELETE CASCADE,
  expires timestamptz NOT NULL
);
COMMENT ON COLUMN dukani.passkey_challenges.person IS 'who adds a passkey; NULL where somebody signs in';
CREATE INDEX passkey_challenges_old ON dukani.passkey_challenges (expires);
ALTER TABLE dukani.passkeys ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.passkeys FORCE ROW LEVEL SECURITY;
ALTER TABLE dukani.passkey_challenges ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.passkey_challenges FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON dukani.passkeys TO dukani_owner USING (true);
CREATE POLICY kept ON dukani.passkey_challenges TO dukani_owner USING (true);

CREATE FUNCTION dukani.passkey_is_asked(challenge text, who uuid, at timestamptz, until timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM dukani.passkey_challenges c WHERE c.expires <= at;
  INSERT INTO dukani.passkey_challenges (challenge_hash, person, expires) VALUES (challenge, who, until);
$$;

-- A challenge is spent by whoever shows it, also where it was not hers.
CREATE FUNCTION dukani.passkey_answers(challenge text, who uuid, at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hers boolean;
BEGIN
  DELETE FROM dukani.passkey_challenges c WHERE c.challenge_hash = challenge
    RETURNING c.person IS NOT DISTINCT FROM who AND c.expires > at INTO hers;
  RETURN coalesce(hers, false);
END$$;

CREATE FUNCTION dukani.passkey_is_kept(
  named uuid, who uuid, cred bytea, key bytea, count bigint, called text, at timestamptz, most bigint
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO dukani.passkeys (passkey, person, credential, public_key, counter, name, added_at)
    SELECT named, who, cred, key, count, called, at
     WHERE (SELECT count(*) FROM dukani.passkeys p WHERE p.person = who) < most
    ON CONFLICT DO NOTHING;
  RETURN FOUND;
END$$;

CREATE FUNCTION dukani.passkey_called(cred bytea)
RETURNS TABLE (person uuid, public_key bytea, counter bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT k.person, k.public_key, k.counter FROM dukani.passkeys k JOIN dukani.people p USING (person)
   WHERE k.credential = cred AND p.disabled_at IS NULL
$$;

-- A counter that does not go up tells of a copy.
CREATE FUNCTION dukani.passkey_is_used(cred bytea, count bigint, at timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE dukani.passkeys k SET counter = count, used_at = at
   WHERE k.credential = cred AND (k.counter < count OR (k.counter = 0 AND count = 0));
  RETURN FOUND;
END$$;

CREATE FUNCTION dukani.passkeys_of(who uuid)
RETURNS TABLE (passkey uuid, credential bytea, name text, added_at timestamptz, used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT k.passkey, k.credential, k.name, k.added_at, k.used_at FROM dukani.passkeys k
   WHERE k.person = who ORDER BY k.added_at, k.passkey
$$;

-- What she has open elsewhere ends too: the key was perhaps taken from her together with the phone it is in.
CREATE FUNCTION dukani.passkey_is_dropped(named uuid, who uuid, here text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM dukani.passkeys k WHERE k.passkey = named AND k.person = who;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM dukani.sessions s WHERE s.person = who AND s.token_hash <> here;
  RETURN true;
END$$;

CREATE FUNCTION dukani.address_of(who uuid)
RETURNS TABLE (name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.name, p.email FROM dukani.people p WHERE p.person = who
$$;

GRANT EXECUTE ON FUNCTION dukani.passkey_is_asked, dukani.passkey_answers, dukani.passkey_is_kept,
  dukani.passkey_called, dukani.passkey_is_used, dukani.passkeys_of, dukani.passkey_is_dropped,
  dukani.address_of TO dukani_app;
