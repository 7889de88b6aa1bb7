/** The words of what waits for a person, in both languages. */
export const needsEn = {
  title: 'Needs you', none: 'Nothing waits for you', noneText: 'Orders to pack, chats that want a person and money that wants a look appear here.',
  'answer': 'Answer', 'check-payment': 'Look at it', 'pack': 'Mark as packed', 'refund': 'Give back', 'approve-refund': 'Decide', 'check-refund': 'Find out', 'claim-money': 'Whose is it?', 'hand-over': 'Hand over', 'pay-invoice': 'See the invoice',
  answerText: '{{name}} wants a person', 'claim-moneyText': '{{amount}} came and names no order', callText: 'WhatsApp lets nobody write to {{name}}: call her', 'check-paymentText': '{{number}}: is it paid?', packText: 'Pack {{number}} for {{name}}', refundText: '{{number}}: {{amount}} to give back', 'approve-refundText': '{{number}}: may {{amount}} go back?', 'check-refundText': '{{number}}: did {{amount}} go back? Look into your statement', 'hand-overText': '{{number}} waits for a courier', 'pay-invoiceText': 'Dukani’s invoice: {{amount}} by {{day}}', kept: 'Kept. It is done as soon as the line is back.', list: 'What waits for you',
}

export const needsSw: typeof needsEn = {
  title: 'Yanakuhitaji', none: 'Hakuna kinachokusubiri', noneText: 'Oda za kufunga, gumzo zinazotaka mtu na pesa za kuangalia huonekana hapa.',
  'answer': 'Jibu', 'check-payment': 'Angalia', 'pack': 'Imefungwa', 'refund': 'Rudisha', 'approve-refund': 'Amua', 'check-refund': 'Tafuta', 'claim-money': 'Ni ya nani?', 'hand-over': 'Kabidhi', 'pay-invoice': 'Ona ankara',
  answerText: '{{name}} anataka mtu', 'claim-moneyText': '{{amount}} zimekuja bila kutaja oda', callText: 'WhatsApp hairuhusu kumwandikia {{name}}: mpigie simu', 'check-paymentText': '{{number}}: imelipwa?', packText: 'Funga {{number}} ya {{name}}', refundText: '{{number}}: {{amount}} za kurudisha', 'approve-refundText': '{{number}}: {{amount}} zirudi?', 'check-refundText': '{{number}}: je, {{amount}} zilirudi? Angalia taarifa yako', 'hand-overText': '{{number}} inasubiri msafirishaji', 'pay-invoiceText': 'Ankara ya Dukani: {{amount}} kufikia {{day}}', kept: 'Imehifadhiwa. Itafanyika mtandao ukirudi.', list: 'Yanayokusubiri',
}
