/** What a boutique pays for Dukani. */
export const subscription = {
  title: 'Subscription', text: 'What you pay for Dukani, and your invoices.', plan: 'Your plan', free: 'Free trial', perMonth: '{{fee}} a month', ofSales: '{{percent}}% of sales', both: '{{fee}} a month and {{percent}}% of sales', atLeast: 'at least {{amount}} a sale', atMost: 'at most {{amount}} a sale', plusVat: 'VAT is added. Sales are the pieces sold, after discounts and without delivery.',
  from: 'From {{day}}: {{plan}}', offered: 'Plans you can choose', choose: 'Choose', chosen: 'Your plan now', coming: 'From {{day}}', chooseTitle: 'Change to “{{plan}}”?', chooseText: 'It counts from {{day}}. Until then nothing changes, and no sale of before is charged anew.', sure: 'Change plan', failed: 'That did not work. Please try again.',
  soFar: '{{month}} so far', soFarText: 'The invoice comes on the first day of the next month.', line: { fee: 'Monthly fee', sales: '{{percent}}% of {{goods}} sold', refunds: '{{percent}}% of {{goods}} taken back' }, vat: 'VAT', total: 'Comes to', nothing: 'Nothing to pay so far.', entries: 'Every entry as CSV',
  invoices: 'Invoices', noInvoices: 'No invoice yet.', settled: 'Paid', open: 'Open', late: 'Overdue', toPay: '{{amount}} to pay by {{day}}', payAt: 'Pay by M-Pesa: paybill {{paybill}}, account {{number}}.', askHow: 'Ask who runs Dukani for you how to pay.', creditText: '{{amount}} was paid too much. It pays your next invoice.', pdf: 'Invoice {{number}} as PDF', print: 'PDF',
  etims: 'Invoices are not sent to KRA’s eTIMS yet; they say so.',
}
