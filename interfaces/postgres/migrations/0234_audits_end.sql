-- An auditor's session ends with her time, also where it was opened before that.
CREATE OR REPLACE FUNCTION dukani.session_of(wanted text, at timestamptz)
RETURNS TABLE (boutique_id uuid, role text, person uuid) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.boutique_id, s.role, s.person FROM dukani.sessions s
   WHERE s.token_hash = wanted AND s.expires > at
     AND NOT EXISTS (SELECT FROM dukani.staff m WHERE m.boutique_id = s.boutique_id AND m.person = s.person
                        AND m.until <= at)
$$;
