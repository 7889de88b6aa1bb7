-- The few customers who wait to be forgotten: their list reads nobody else.
CREATE INDEX customers_to_forget ON dukani.customers (boutique_id, met_at DESC, customer DESC)
  WHERE erasure_requested_at IS NOT NULL AND forgotten_at IS NULL;
