-- Why items were set aside, for the operator's health and doctor: counts and causes, never what was in them.
CREATE INDEX quarantine_received ON dukani.quarantine (received_at);

CREATE FUNCTION dukani.quarantine_causes(since timestamptz)
RETURNS TABLE (channel text, account text, reason text, items bigint, newest bigint, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT q.channel, q.account, q.reason, count(*), max(q.id), max(q.received_at)
    FROM dukani.quarantine q WHERE q.received_at >= since
   GROUP BY q.channel, q.account, q.reason ORDER BY max(q.id) DESC LIMIT 100
$$;
GRANT EXECUTE ON FUNCTION dukani.quarantine_causes TO dukani_follower;

-- Whoever sets an item aside learns by which number an operator finds it.
CREATE FUNCTION dukani.set_aside(channel text, account text, reason text, raw bytea)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO dukani.quarantine (channel, account, reason, raw) VALUES (channel, account, reason, raw) RETURNING id
$$;
GRANT EXECUTE ON FUNCTION dukani.set_aside TO dukani_app;
