"""The statements that make an item durable and its work due, in one round trip for a whole group.

An item already known inserts nothing and so makes nothing due; where it says other bytes than the one that is
kept, its place and the kept bytes are given back. A message makes its customer's turn wait for
more of the same, but no longer than the cap after the first; a status never prolongs the wait.
"""

from typing import Final

ACCEPT: Final = """
WITH arriving AS (
  SELECT * FROM unnest(%(channels)s::text[], %(accounts)s::text[], %(ids)s::text[], %(lanes)s::uuid[],
                       %(raws)s::bytea[], %(waits)s::float8[]) WITH ORDINALITY
    AS a (channel, account, provider_id, lane, raw, wait, place)
), new AS (
  INSERT INTO dukani.inbox (boutique_id, channel, account, provider_id, lane, raw, received_at)
  SELECT %(boutique)s, channel, account, provider_id, lane, raw,
         %(now)s::timestamptz + place * interval '1 microsecond'
    FROM arriving ORDER BY place
  ON CONFLICT DO NOTHING RETURNING channel, account, provider_id, lane
), due AS (
  SELECT new.lane, max(arriving.wait) AS wait
    FROM new JOIN arriving USING (channel, account, provider_id) GROUP BY new.lane ORDER BY new.lane
), scheduled AS (
  INSERT INTO dukani.due_work AS d (boutique_id, kind, key, lane, due_at, first_due_at, payload)
  SELECT %(boutique)s, %(kind)s, lane::text, lane, now() + wait * interval '1 second',
         now() + wait * interval '1 second', jsonb_build_object('subject', lane, 'detail', '', 'quiet', wait)
    FROM due
  ON CONFLICT (boutique_id, kind, key) DO UPDATE
     SET revision = d.revision + 1,
         due_at = CASE WHEN (excluded.payload->>'quiet')::float8 = 0 THEN d.due_at
                       WHEN d.started_at IS NOT NULL THEN excluded.due_at
                       ELSE least(greatest(d.due_at, excluded.due_at), greatest(now(), d.first_due_at
                              + interval '1 second' * (%(cap)s - coalesce((d.payload->>'quiet')::float8, 0))))
                  END
)
SELECT arriving.place, kept.raw
  FROM arriving JOIN dukani.inbox kept USING (channel, account, provider_id)
 WHERE kept.boutique_id = %(boutique)s AND kept.raw <> arriving.raw
"""

NAMED: Final = """
SELECT CASE WHEN by_bsuid.customer = by_phone.customer
              OR n.bsuid IS NULL AND by_phone.customer IS NOT NULL
              OR n.phone IS NULL AND by_bsuid.customer IS NOT NULL
            THEN coalesce(by_bsuid.customer, by_phone.customer)
            ELSE dukani.customer_named(%(boutique)s, n.bsuid, n.phone) END
  FROM unnest(%(bsuids)s::uuid[], %(phones)s::uuid[]) WITH ORDINALITY AS n (bsuid, phone, place)
  LEFT JOIN dukani.sender_names by_bsuid
         ON by_bsuid.boutique_id = %(boutique)s AND by_bsuid.name = n.bsuid
  LEFT JOIN dukani.sender_names by_phone
         ON by_phone.boutique_id = %(boutique)s AND by_phone.name = n.phone
 ORDER BY n.place
"""
"""Most senders are known by all that is told of them; only for the others is anything decided."""

MOVED: Final = "SELECT dukani.name_customer(%(boutique)s, %(hers)s, %(bsuid)s, %(phone)s)"

EVIDENCE: Final = """
WITH new AS (
  INSERT INTO dukani.inbox (boutique_id, channel, account, provider_id, lane, raw)
  VALUES (%(boutique)s, %(channel)s, %(account)s, %(provider_id)s, %(payment)s, %(raw)s)
  ON CONFLICT DO NOTHING RETURNING lane
)
INSERT INTO dukani.due_work (boutique_id, kind, key, lane, due_at, first_due_at, payload)
SELECT %(boutique)s, %(kind)s, %(key)s, lane, now(), now(),
       jsonb_build_object('subject', lane, 'detail', %(detail)s::text)
  FROM new
ON CONFLICT DO NOTHING
"""
