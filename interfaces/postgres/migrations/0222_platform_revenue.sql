-- What each boutique pays the installation in a month, without VAT, as things stand. Units: cents.
ALTER TABLE dukani.platform_boutiques
  ADD COLUMN fee bigint NOT NULL DEFAULT 0,
  ADD COLUMN commission bigint NOT NULL DEFAULT 0;
