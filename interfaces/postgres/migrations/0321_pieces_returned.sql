-- A part of an order may be given back: what is left still speaks for her size.
ALTER TABLE dukani.size_profile_returns
  ADD COLUMN garment text NOT NULL DEFAULT '',
  ADD COLUMN size_system text NOT NULL DEFAULT '',
  ADD COLUMN size_value text NOT NULL DEFAULT '',
  DROP CONSTRAINT size_profile_returns_pkey,
  ADD PRIMARY KEY (boutique_id, customer, source, garment, size_system, size_value);
