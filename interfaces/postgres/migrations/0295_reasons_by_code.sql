-- Why a prompt, a refund or a reply failed is kept by its code too, so that a page says it in her language.
-- Rows of money are written anew from the log at the next start; older chats keep what the provider said.
ALTER TABLE dukani.refunds ADD COLUMN trouble_code text;
ALTER TABLE dukani.inbox_messages ADD COLUMN failure_code text;
TRUNCATE dukani.refunds, dukani.payments, dukani.payment_receipts, dukani.unallocated_money;
CREATE POLICY begun_anew ON dukani.positions TO dukani_owner USING (true);
UPDATE dukani.positions SET position = 0 WHERE projection IN ('refunds', 'payments');
DROP POLICY begun_anew ON dukani.positions;
