/** The words of searching everything, in both languages. */
export const searchEn = {
  title: 'Search everything', bar: 'Search', hint: 'Customer, order, piece, M-Pesa code', keys: 'Ctrl K', none: 'Nothing fits “{{words}}”', noneText: 'Try a name, the begin of an order number, a code of a piece, or an M-Pesa receipt.',
  customers: 'Customers', orders: 'Orders', pieces: 'Products', receipts: 'M-Pesa codes', actions: 'Go to', found_one: '{{count}} found', found_other: '{{count}} found', failed: 'The search did not answer. Try again.',
  today: 'Today', chats: 'Chats', chatsWaiting: 'Chats that need you', allOrders: 'Orders', toPack: 'Orders to pack', toHandOver: 'Orders to hand over', unpaid: 'Orders awaiting payment', products: 'Products', low: 'Running out', insights: 'Insights', year: 'Insights of a year',
  stockTake: 'Stock take: count the whole shop', noOrder: 'No order yet', allCustomers: 'Customers', money: 'Money that waits', agent: 'The agent', staff: 'Staff', shop: 'My shop', subscription: 'Subscription and invoices',
}

export const searchSw: typeof searchEn = {
  title: 'Tafuta kila kitu', bar: 'Tafuta', hint: 'Mteja, oda, nguo, msimbo wa M-Pesa', keys: 'Ctrl-K', none: 'Hakuna kinachofanana na “{{words}}”', noneText: 'Jaribu jina, mwanzo wa nambari ya oda, msimbo wa nguo, au risiti ya M-Pesa.',
  customers: 'Wateja', orders: 'Oda', pieces: 'Bidhaa', receipts: 'Misimbo ya M-Pesa', actions: 'Nenda', found_one: '{{count}} kimepatikana', found_other: '{{count}} zimepatikana', failed: 'Utafutaji haukujibu. Jaribu tena.',
  today: 'Leo', chats: 'Gumzo', chatsWaiting: 'Gumzo zinazokuhitaji', allOrders: 'Oda zote', toPack: 'Oda za kufunga', toHandOver: 'Oda za kukabidhi', unpaid: 'Oda zinazosubiri malipo', products: 'Bidhaa zote', low: 'Zinazoisha', insights: 'Takwimu', year: 'Takwimu za mwaka',
  stockTake: 'Hesabu stoki ya duka zima', noOrder: 'Bado haina oda', allCustomers: 'Wateja wote', money: 'Pesa zinazosubiri', agent: 'Wakala', staff: 'Wafanyakazi', shop: 'Duka langu', subscription: 'Mpango na ankara',
}
