-- Why a refund was declined, and what of an order's money was kept: nothing told so before.
ALTER TABLE dukani.refunds ADD COLUMN declined_for text;
ALTER TABLE dukani.orders ADD COLUMN kept bigint NOT NULL DEFAULT 0;
