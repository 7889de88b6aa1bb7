-- The few records that others were joined to: a list leaves those others out.
CREATE INDEX customers_joined ON dukani.customers (boutique_id) WHERE merged_from IS NOT NULL;
