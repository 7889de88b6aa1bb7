-- Who may see what: one boutique each, forced on every table.
REVOKE ALL ON SCHEMA dukani FROM PUBLIC;
GRANT USAGE ON SCHEMA dukani TO dukani_app, dukani_follower, dukani_auditor;
ALTER DEFAULT PRIVILEGES IN SCHEMA dukani REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Closes a table with a column boutique_id: every role sees the rows of its own boutique only.
CREATE FUNCTION dukani.guard(
  guarded regclass, app_writes boolean DEFAULT false, auditor_reads boolean DEFAULT true
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  mine constant text := '(boutique_id = (SELECT nullif(pg_catalog.current_setting(''app.boutique_id'', true), '''')::uuid))';
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY own_boutique ON %s TO dukani_app, dukani_follower USING %s WITH CHECK %s', guarded, mine, mine);
  EXECUTE format('GRANT SELECT ON %s TO dukani_app', guarded);
  IF app_writes THEN
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %s TO dukani_app', guarded);
  ELSE
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO dukani_follower', guarded);
  END IF;
  IF auditor_reads THEN
    EXECUTE format('CREATE POLICY audited ON %s FOR SELECT TO dukani_auditor USING %s', guarded, mine);
    EXECUTE format('GRANT SELECT ON %s TO dukani_auditor', guarded);
  END IF;
END$$;
