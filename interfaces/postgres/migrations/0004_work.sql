-- What came in, what is due, and how far each read model has come.
CREATE TABLE dukani.inbox (
  boutique_id uuid NOT NULL,
  channel text NOT NULL,
  account text NOT NULL,
  provider_id text NOT NULL,
  lane uuid NOT NULL,
  raw bytea,
  received_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  outcome text,
  PRIMARY KEY (boutique_id, channel, account, provider_id),
  CHECK ((settled_at IS NULL) = (outcome IS NULL))
);
COMMENT ON COLUMN dukani.inbox.raw IS 'emptied when the item is settled and its retention is over';
CREATE INDEX inbox_waiting ON dukani.inbox (boutique_id, lane, received_at) WHERE settled_at IS NULL;
SELECT dukani.guard('dukani.inbox', app_writes => true, auditor_reads => false);

-- Work that is due at a time. The newest revision wins: finishing an older one leaves the newer standing.
CREATE TABLE dukani.due_work (
  boutique_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  lane uuid NOT NULL,
  due_at timestamptz NOT NULL,
  first_due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  started_at timestamptz,
  last_error text,
  payload jsonb NOT NULL DEFAULT '{}',
  revision bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (boutique_id, kind, key)
);
CREATE INDEX due_work_next ON dukani.due_work (due_at, kind);
SELECT dukani.guard('dukani.due_work', app_writes => true, auditor_reads => false);
CREATE POLICY worked_select ON dukani.due_work FOR SELECT TO dukani_follower USING (true);
CREATE POLICY worked_update ON dukani.due_work FOR UPDATE TO dukani_follower USING (true);
CREATE POLICY worked_delete ON dukani.due_work FOR DELETE TO dukani_follower USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON dukani.due_work TO dukani_follower;

CREATE FUNCTION dukani.lane_lock(boutique uuid, lane uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT pg_catalog.hashtextextended(boutique::text || '/' || lane::text, 7041)
$$;

-- The next due work of a free lane. The lane stays with this session until it finishes, postpones or ends.
-- One row is looked for at a time, past the lanes found busy: a crowded lane costs a look, not a sort.
CREATE FUNCTION dukani.claim_due(kinds text[], at timestamptz)
RETURNS SETOF dukani.due_work LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  candidate record;
  claimed dukani.due_work;
  busy bigint[] := '{}';
BEGIN
  -- A claim lost in a crash of the server is lost with its session: it need not wait for the disk.
  PERFORM set_config('synchronous_commit', 'off', true);
  LOOP
    SELECT d.boutique_id, d.kind, d.key, dukani.lane_lock(d.boutique_id, d.lane) AS lane_key INTO candidate
      FROM dukani.due_work d
     WHERE d.due_at <= at AND d.kind = ANY (kinds)
       AND (busy = '{}' OR dukani.lane_lock(d.boutique_id, d.lane) <> ALL (busy))
     ORDER BY d.due_at LIMIT 1;
    EXIT WHEN NOT FOUND;
    busy := busy || candidate.lane_key;
    CONTINUE WHEN NOT pg_try_advisory_lock(candidate.lane_key);
    -- Read again under the lock: the lane's last holder may have finished it meanwhile.
    SELECT d.* INTO claimed FROM dukani.due_work d
     WHERE d.boutique_id = candidate.boutique_id AND d.kind = candidate.kind AND d.key = candidate.key
       AND d.due_at <= at AND dukani.lane_lock(d.boutique_id, d.lane) = candidate.lane_key
       FOR UPDATE SKIP LOCKED;
    IF FOUND THEN
      RETURN NEXT claimed;
      RETURN;
    END IF;
    PERFORM pg_advisory_unlock(candidate.lane_key);
  END LOOP;
END$$;

-- Ends the claimed work and frees its lane, in this order. Newer work under the same key stays.
CREATE FUNCTION dukani.finish_due(boutique uuid, done_kind text, done_key text, done_lane uuid, done_revision bigint)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM dukani.due_work d
   WHERE d.boutique_id = boutique AND d.kind = done_kind AND d.key = done_key AND d.revision = done_revision;
  IF NOT FOUND THEN
    UPDATE dukani.due_work d
       SET first_due_at = d.due_at, attempts = 0, started_at = NULL, last_error = NULL
     WHERE d.boutique_id = boutique AND d.kind = done_kind AND d.key = done_key;
  END IF;
  PERFORM pg_advisory_unlock(dukani.lane_lock(boutique, done_lane));
END$$;

-- Puts the claimed work off and frees its lane. Newer work under the same key is due no later than it asked.
CREATE FUNCTION dukani.postpone_due(
  boutique uuid, done_kind text, done_key text, done_lane uuid, done_revision bigint, until timestamptz, why text
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE dukani.due_work d
     SET due_at = CASE WHEN d.revision = done_revision THEN until ELSE least(d.due_at, until) END,
         last_error = why
   WHERE d.boutique_id = boutique AND d.kind = done_kind AND d.key = done_key;
  PERFORM pg_advisory_unlock(dukani.lane_lock(boutique, done_lane));
END$$;
GRANT EXECUTE ON FUNCTION dukani.lane_lock, dukani.claim_due, dukani.finish_due, dukani.postpone_due
  TO dukani_follower;

CREATE TABLE dukani.positions (
  projection text NOT NULL,
  boutique_id uuid NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  error text,
  error_at timestamptz,
  failures integer NOT NULL DEFAULT 0,
  retry_at timestamptz,
  PRIMARY KEY (boutique_id, projection)
) WITH (fillfactor = 50);
SELECT dukani.guard('dukani.positions');
CREATE POLICY followed ON dukani.positions TO dukani_follower USING (true);

-- Which boutique a number or account of a channel belongs to. The first to claim it keeps it.
CREATE TABLE dukani.boutique_accounts (
  boutique_id uuid NOT NULL,
  channel text NOT NULL,
  account text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, channel, account)
);
CREATE INDEX ON dukani.boutique_accounts (channel, account, since);
SELECT dukani.guard('dukani.boutique_accounts');
CREATE POLICY resolved ON dukani.boutique_accounts FOR SELECT TO dukani_owner USING (true);

CREATE FUNCTION dukani.boutique_of_account(wanted_channel text, wanted_account text)
RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT a.boutique_id FROM dukani.boutique_accounts a
   WHERE a.channel = wanted_channel AND a.account = wanted_account ORDER BY a.since, a.boutique_id LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION dukani.boutique_of_account TO dukani_app, dukani_follower;

-- Authentic items that nobody could route. The application may only add; the operator alone reads.
CREATE TABLE dukani.quarantine (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text NOT NULL,
  account text NOT NULL,
  reason text NOT NULL,
  raw bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE dukani.quarantine ENABLE ROW LEVEL SECURITY;
ALTER TABLE dukani.quarantine FORCE ROW LEVEL SECURITY;
CREATE POLICY added ON dukani.quarantine FOR INSERT TO dukani_app WITH CHECK (true);
CREATE POLICY operated ON dukani.quarantine TO dukani_owner USING (true);
GRANT INSERT ON dukani.quarantine TO dukani_app;
