/** Money that waits for a person. */
export const waitingMoney = {
  title: 'Money', text: 'What waits for you: whose it is, and whether it goes back.', none: 'No money waits', noneText: 'All that came is with its order, and nothing has to go back.',
  search: 'Receipt, order or sum', noneSuch: 'No such money waits', noneSuchText: 'Choose another chip or other words to see the rest.',
  refunds: 'To go back', refundsText: 'Approved money is sent back by the way it came.', deposits: 'Whose is it?', depositsText: 'It is in your account, and names no order that it pays.', beside: 'Beside an order', besideText: 'It came for an order and settles nothing of it.',
  approve: 'Send it back', decline: 'Keep it', declineText: 'Nothing is sent. The order says so, with your reason, and it can be asked for again there.', declineWhy: 'Why it stays', wentBack: 'It went back', wentBackText: 'When you sent it by hand, or saw that it arrived.', proof: 'Receipt or note', claim: 'It is for an order', claimText: 'It is counted for that order; what is too much goes back.', number: 'Order number',
  gaveBack: 'I gave it back', gaveBackText: 'Dukani sends nothing here: note how you gave it back yourself.', how: 'How, and its receipt', sendBack: 'Ask to send it back', sure: 'Yes',
  typed: 'She wrote “{{text}}”', receipt: 'Receipt {{receipt}}', perhaps: 'Perhaps for', noSuchOrder: 'There is no such order.', failed: 'That did not work. Please try again.',
  kept: '{{amount}} was not sent back', keptBy: 'Declined by {{who}}', keptWhy: 'Declined by {{who}}: “{{why}}”', askAgain: 'Ask again',
  state: { requested: 'Waits for the owner', approved: 'Approved', 'on-its-way': 'On its way', uncertain: 'Nobody knows', failed: 'Did not go' },
  help: { uncertain: 'Look for it in your own statement. If it went back, record it here; if it did not, send it by hand and record that.', failed: 'Send it back by hand, and record it here with its receipt.' },
  why: {
    'no-order': 'Names no order', unconfirmed: 'M-Pesa could not be asked: look at your own messages', 'wrong-amount': 'Another amount than is due', 'wrong-shop': 'Came to another account', 'paid-twice': 'Paid twice', overpaid: 'More than was due',
    'paid-too-late': 'Paid too late; the piece is gone', owner: 'You gave the order up', 'out-of-stock': 'The piece was not there', returned: 'She gave pieces back', faulty: 'A piece was torn or faulty', missing: 'A piece was not sent', goodwill: 'Goodwill',
  },
}
