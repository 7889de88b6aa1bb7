-- Phones and browsers of the people of a shop that can be buzzed: what their browsers gave out for that.
CREATE TABLE dukani.alert_devices (
  boutique_id uuid NOT NULL,
  device uuid NOT NULL,
  person uuid NOT NULL,
  endpoint text NOT NULL CHECK (length(endpoint) <= 2000),
  key text NOT NULL,
  secret text NOT NULL,
  language text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, device)
);
CREATE INDEX alert_devices_alone ON dukani.alert_devices (device);
SELECT dukani.guard('dukani.alert_devices', app_writes => true, auditor_reads => false);
CREATE POLICY moved ON dukani.alert_devices FOR DELETE TO dukani_owner USING (true);
CREATE POLICY sought ON dukani.alert_devices FOR SELECT TO dukani_owner USING (true);

-- What somebody wants to be buzzed for; without a row all of it, and nothing of a customer on the screen.
CREATE TABLE dukani.alert_choices (
  boutique_id uuid NOT NULL,
  person uuid NOT NULL,
  kinds text[] NOT NULL,
  private boolean NOT NULL,
  PRIMARY KEY (boutique_id, person)
);
SELECT dukani.guard('dukani.alert_choices', app_writes => true, auditor_reads => false);

-- Which alert was sent to which device: none is sent twice.
CREATE TABLE dukani.alerts_sent (
  boutique_id uuid NOT NULL,
  device uuid NOT NULL,
  alert text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (boutique_id, device, alert)
);
SELECT dukani.guard('dukani.alerts_sent', app_writes => true, auditor_reads => false);

-- A browser is one person's at a time: whoever had it before, in whatever boutique, is buzzed there no longer.
CREATE FUNCTION dukani.alert_device_is_free(named uuid)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM dukani.alert_devices WHERE device = named
$$;
GRANT EXECUTE ON FUNCTION dukani.alert_device_is_free TO dukani_app;
