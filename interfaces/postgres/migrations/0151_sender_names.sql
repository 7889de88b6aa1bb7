-- By which names WhatsApp knows a customer. A name is a hash: it tells nothing of her without our secret.
CREATE TABLE dukani.sender_names (
  boutique_id uuid NOT NULL,
  name uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('bsuid', 'phone')),
  customer uuid NOT NULL,
  PRIMARY KEY (boutique_id, name)
);
CREATE INDEX sender_names_of_customer ON dukani.sender_names (boutique_id, customer);

-- Until now a customer's id was the hash of her one name. The owner sees these rows for this statement only.
ALTER TABLE dukani.customers NO FORCE ROW LEVEL SECURITY;
INSERT INTO dukani.sender_names (boutique_id, name, kind, customer)
SELECT c.boutique_id, c.customer, CASE WHEN c.bsuid IS NULL THEN 'phone' ELSE 'bsuid' END, c.customer
  FROM dukani.customers c WHERE c.forgotten_at IS NULL;
ALTER TABLE dukani.customers FORCE ROW LEVEL SECURITY;
SELECT dukani.guard('dukani.sender_names', app_writes => true, auditor_reads => false);

-- Whose names these are. Two names in one message are one person's: the one that is new is hers from now on, and
-- where both were known apart, WhatsApp's own id decides. A number whose customer has another id of WhatsApp's is
-- not hers any more: numbers are given to others.
CREATE FUNCTION dukani.customer_named(boutique uuid, bsuid uuid, phone uuid)
RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  by_bsuid uuid;
  by_phone uuid;
  hers uuid;
BEGIN
  SELECT n.customer INTO by_bsuid FROM dukani.sender_names n WHERE n.boutique_id = boutique AND n.name = bsuid;
  SELECT n.customer INTO by_phone FROM dukani.sender_names n WHERE n.boutique_id = boutique AND n.name = phone;
  IF by_bsuid = by_phone OR bsuid IS NULL AND by_phone IS NOT NULL OR phone IS NULL AND by_bsuid IS NOT NULL THEN
    RETURN coalesce(by_bsuid, by_phone);
  END IF;
  IF by_bsuid IS NULL AND EXISTS (
    SELECT FROM dukani.sender_names n WHERE n.boutique_id = boutique AND n.customer = by_phone AND n.kind = 'bsuid'
  ) THEN
    by_phone := NULL;
  END IF;
  hers := coalesce(by_bsuid, by_phone, bsuid, phone);
  PERFORM dukani.name_customer(boutique, hers, bsuid, phone);
  RETURN hers;
END$$;

-- These names are hers from now on, whoever had them before.
CREATE FUNCTION dukani.name_customer(boutique uuid, hers uuid, bsuid uuid, phone uuid)
RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO dukani.sender_names AS n (boutique_id, name, kind, customer)
  SELECT boutique, g.name, g.kind, hers FROM (VALUES (bsuid, 'bsuid'), (phone, 'phone')) AS g (name, kind)
   WHERE g.name IS NOT NULL ORDER BY g.name
  ON CONFLICT (boutique_id, name) DO UPDATE SET customer = excluded.customer WHERE n.customer <> excluded.customer
$$;
GRANT EXECUTE ON FUNCTION dukani.customer_named, dukani.name_customer TO dukani_app;
