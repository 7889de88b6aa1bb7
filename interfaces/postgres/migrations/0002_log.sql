-- The log of facts: gapless and hash-chained for each boutique, append-only by privilege.
CREATE TABLE dukani.stored_events (
  boutique_id uuid NOT NULL GENERATED ALWAYS AS (pg_catalog.split_part(originator_id, '/', 1)::uuid) STORED,
  originator_id text NOT NULL CHECK (originator_id ~ '^[0-9a-f-]{36}/[a-z][a-z0-9_-]*/[0-9a-f-]{36}$'),
  originator_version bigint NOT NULL CHECK (originator_version > 0),
  topic text NOT NULL,
  state bytea NOT NULL,
  notification_id bigint NOT NULL,
  chain bytea NOT NULL,
  PRIMARY KEY (originator_id, originator_version),
  UNIQUE (boutique_id, notification_id)
);
COMMENT ON COLUMN dukani.stored_events.notification_id IS 'position in the boutique''s own log: 1, 2, 3 …';

CREATE TABLE dukani.log_heads (
  boutique_id uuid PRIMARY KEY,
  last bigint NOT NULL,
  head bytea NOT NULL
) WITH (fillfactor = 20);

CREATE TYPE dukani.stored_event_text AS (originator_id text, originator_version bigint, topic text, state bytea);

-- The next link of the chain. Every part of varying length is preceded by its length.
CREATE FUNCTION dukani.link(head bytea, place bigint, stream text, version bigint, topic text, state bytea)
RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT pg_catalog.sha256(head || pg_catalog.int8send(place)
    || pg_catalog.int4send(pg_catalog.octet_length(stream)) || pg_catalog.convert_to(stream, 'UTF8')
    || pg_catalog.int8send(version)
    || pg_catalog.int4send(pg_catalog.octet_length(topic)) || pg_catalog.convert_to(topic, 'UTF8')
    || pg_catalog.int4send(pg_catalog.octet_length(state)) || state)
$$;

-- What the first link hangs on: the boutique itself, so that no chain passes for another's.
CREATE FUNCTION dukani.first_link(boutique uuid) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT pg_catalog.sha256(pg_catalog.uuid_send(boutique))
$$;

-- Records facts of one boutique, all or none, and gives their positions. It names the boutique for the rest of
-- the transaction, so that row security binds the owner in whose name it runs. The boutique's head row is held
-- until the commit: position order is commit order, and a reader at the end of the log misses nothing.
CREATE FUNCTION dukani.record(boutique uuid, events dukani.stored_event_text[])
RETURNS SETOF bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  acting_for constant text := nullif(current_setting('app.boutique_id', true), '');
  prefix constant text := boutique::text || '/';
  place bigint;
  head_now bytea;
  event dukani.stored_event_text;
BEGIN
  IF boutique IS NULL OR acting_for <> boutique::text THEN
    RAISE EXCEPTION 'another boutique is set' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.boutique_id', boutique::text, true);
  SELECT h.last, h.head INTO place, head_now FROM dukani.log_heads h WHERE h.boutique_id = boutique FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO dukani.log_heads VALUES (boutique, 0, dukani.first_link(boutique)) ON CONFLICT DO NOTHING;
    SELECT h.last, h.head INTO place, head_now FROM dukani.log_heads h WHERE h.boutique_id = boutique FOR UPDATE;
  END IF;
  FOREACH event IN ARRAY events LOOP
    IF NOT starts_with(event.originator_id, prefix) THEN
      RAISE EXCEPTION 'a fact of another boutique' USING ERRCODE = 'insufficient_privilege';
    END IF;
    place := place + 1;
    head_now := dukani.link(
      head_now, place, event.originator_id, event.originator_version, event.topic, event.state);
    INSERT INTO dukani.stored_events
      (originator_id, originator_version, topic, state, notification_id, chain)
      VALUES (event.originator_id, event.originator_version, event.topic, event.state, place, head_now);
    RETURN NEXT place;
  END LOOP;
  UPDATE dukani.log_heads SET last = place, head = head_now WHERE boutique_id = boutique;
END$$;

-- The first thing wrong in a boutique's log, or no row. An anchor is a position and head kept outside.
CREATE FUNCTION dukani.verify_chain(
  boutique uuid, anchor_position bigint DEFAULT NULL, anchor_head bytea DEFAULT NULL
) RETURNS TABLE (bad_position bigint, fault text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  bad record;
  tail record;
  kept record;
BEGIN
  SELECT l.* INTO bad FROM (
    SELECT e.notification_id AS place, e.chain,
           lag(e.notification_id, 1, 0::bigint) OVER log AS place_before,
           lag(e.chain, 1, dukani.first_link(boutique)) OVER log AS head_before,
           e.originator_id, e.originator_version, e.topic, e.state
      FROM dukani.stored_events e WHERE e.boutique_id = boutique
    WINDOW log AS (ORDER BY e.notification_id)
  ) l
  WHERE l.place <> l.place_before + 1 OR l.chain <> dukani.link(
    l.head_before, l.place, l.originator_id, l.originator_version, l.topic, l.state)
  ORDER BY l.place LIMIT 1;
  IF FOUND THEN
    IF bad.place <> bad.place_before + 1 THEN
      RETURN QUERY SELECT bad.place_before + 1, 'missing';
    ELSIF EXISTS (
      SELECT FROM dukani.stored_events e WHERE e.boutique_id = boutique AND e.notification_id > bad.place
        AND dukani.link(bad.head_before, bad.place, e.originator_id, e.originator_version, e.topic, e.state)
            IN (bad.chain, e.chain)
    ) THEN
      RETURN QUERY SELECT bad.place, 'reordered';
    ELSE
      RETURN QUERY SELECT bad.place, 'altered';
    END IF;
    RETURN;
  END IF;
  SELECT e.notification_id AS place, e.chain INTO tail FROM dukani.stored_events e
    WHERE e.boutique_id = boutique ORDER BY e.notification_id DESC LIMIT 1;
  SELECT h.last, h.head INTO kept FROM dukani.log_heads h WHERE h.boutique_id = boutique;
  IF coalesce(kept.last, 0) <> coalesce(tail.place, 0) THEN
    RETURN QUERY SELECT least(coalesce(kept.last, 0), coalesce(tail.place, 0)) + 1,
      CASE WHEN coalesce(kept.last, 0) > coalesce(tail.place, 0) THEN 'cut' ELSE 'head altered' END;
  ELSIF kept.head <> coalesce(tail.chain, dukani.first_link(boutique)) THEN
    RETURN QUERY SELECT kept.last, 'head altered';
  ELSIF anchor_position > coalesce(tail.place, 0) THEN
    RETURN QUERY SELECT coalesce(tail.place, 0) + 1, 'cut';
  ELSIF anchor_head <> (
    SELECT e.chain FROM dukani.stored_events e
     WHERE e.boutique_id = boutique AND e.notification_id = anchor_position
  ) THEN
    RETURN QUERY SELECT anchor_position, 'rewritten';
  END IF;
END$$;

SELECT dukani.guard('dukani.stored_events');
SELECT dukani.guard('dukani.log_heads');
REVOKE INSERT, UPDATE, DELETE ON dukani.stored_events, dukani.log_heads FROM dukani_follower;

-- The appending function runs as the owner, who is bound to the boutique like everybody else.
CREATE POLICY appending ON dukani.stored_events TO dukani_owner
  USING (boutique_id = (SELECT nullif(pg_catalog.current_setting('app.boutique_id', true), '')::uuid));
CREATE POLICY appending ON dukani.log_heads TO dukani_owner
  USING (boutique_id = (SELECT nullif(pg_catalog.current_setting('app.boutique_id', true), '')::uuid));
CREATE POLICY followed ON dukani.stored_events FOR SELECT TO dukani_follower USING (true);
CREATE POLICY followed ON dukani.log_heads FOR SELECT TO dukani_follower USING (true);

GRANT EXECUTE ON FUNCTION dukani.record TO dukani_app;
GRANT EXECUTE ON FUNCTION dukani.link, dukani.first_link, dukani.verify_chain
  TO dukani_app, dukani_follower, dukani_auditor;
