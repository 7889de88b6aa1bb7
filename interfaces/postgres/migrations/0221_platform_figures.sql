-- What the operator may know of the boutiques: sums and times, nobody's name, number, words or goods.
-- The worker counts them within each boutique; her role dukani_platform reads these tables and no other.
CREATE TABLE dukani.platform_boutiques (
  boutique_id uuid PRIMARY KEY,
  title text NOT NULL,
  town text NOT NULL,
  open boolean NOT NULL,
  since timestamptz,
  stopped integer NOT NULL,
  chats_waiting integer NOT NULL,
  work_failing integer NOT NULL,
  counted_at timestamptz NOT NULL
);
COMMENT ON COLUMN dukani.platform_boutiques.stopped IS 'read models that a fact has stopped';

-- Each number and till. `ending` is the end of the account's name, enough to tell two of one boutique apart.
CREATE TABLE dukani.platform_accounts (
  boutique_id uuid NOT NULL,
  connection uuid NOT NULL,
  neighbour text NOT NULL,
  ending text NOT NULL CHECK (length(ending) <= 4),
  last_in timestamptz,
  last_out timestamptz,
  sent integer NOT NULL,
  failed integer NOT NULL,
  prompted integer NOT NULL,
  succeeded integer NOT NULL,
  unknown integer NOT NULL,
  verdict text,
  checked_at timestamptz,
  PRIMARY KEY (boutique_id, connection)
);
COMMENT ON COLUMN dukani.platform_accounts.sent IS 'this and the counts after it are of 24 hours';

CREATE TABLE dukani.platform_ratings (
  boutique_id uuid NOT NULL,
  day date NOT NULL,
  delivered integer NOT NULL,
  rated integer NOT NULL,
  stars integer NOT NULL,
  PRIMARY KEY (boutique_id, day)
);
COMMENT ON COLUMN dukani.platform_ratings.day IS 'of the delivery, in East Africa';

SELECT dukani.guard('dukani.platform_boutiques', auditor_reads => false);
SELECT dukani.guard('dukani.platform_accounts', auditor_reads => false);
SELECT dukani.guard('dukani.platform_ratings', auditor_reads => false);

-- Which minutes of an hour a process was there and reached the database: a bit each.
CREATE TABLE dukani.heartbeats (
  process text NOT NULL CHECK (process IN ('api', 'worker')),
  hour timestamptz NOT NULL,
  minutes bigint NOT NULL,
  PRIMARY KEY (process, hour)
);
ALTER TABLE dukani.heartbeats ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.heartbeats FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON dukani.heartbeats TO dukani_owner USING (true);

CREATE FUNCTION dukani.beats(who text, at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO dukani.heartbeats (process, hour, minutes)
    VALUES (who, date_trunc('hour', at, 'UTC'), 1::bigint << extract(minute FROM at AT TIME ZONE 'UTC')::integer)
    ON CONFLICT (process, hour) DO UPDATE SET minutes = heartbeats.minutes | excluded.minutes
$$;
GRANT EXECUTE ON FUNCTION dukani.beats TO dukani_app;

GRANT USAGE ON SCHEMA dukani TO dukani_platform;
GRANT SELECT ON dukani.platform_boutiques, dukani.platform_accounts, dukani.platform_ratings, dukani.heartbeats
  TO dukani_platform;
CREATE POLICY operated ON dukani.platform_boutiques FOR SELECT TO dukani_platform USING (true);
CREATE POLICY operated ON dukani.platform_accounts FOR SELECT TO dukani_platform USING (true);
CREATE POLICY operated ON dukani.platform_ratings FOR SELECT TO dukani_platform USING (true);
CREATE POLICY operated ON dukani.heartbeats FOR SELECT TO dukani_platform USING (true);
