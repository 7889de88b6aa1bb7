import type { waitingMoney as Words } from './waiting-money-en'

/** Pesa inayomsubiri mtu. */
export const waitingMoney: typeof Words = {
  title: 'Pesa', text: 'Inayokusubiri: ni ya nani, na kama irudi.', none: 'Hakuna pesa inayosubiri', noneText: 'Zote zilizokuja ziko na oda zake, na hakuna ya kurudisha.',
  search: 'Risiti, oda au kiasi', noneSuch: 'Hakuna pesa kama hizo zinazosubiri', noneSuchText: 'Chagua kichujio kingine au maneno mengine uone zilizobaki.',
  refunds: 'Za kurudishwa', refundsText: 'Iliyokubaliwa hurudi kwa njia ileile iliyokuja.', deposits: 'Ni ya nani?', depositsText: 'Iko kwenye akaunti yako, na haitaji oda inayolipa.', beside: 'Kando ya oda', besideText: 'Ilikuja kwa ajili ya oda lakini hailipi kitu.',
  approve: 'Irudishe', decline: 'Ibaki', declineText: 'Hakuna kinachotumwa. Oda inasema hivyo pamoja na sababu yako, na inaweza kuombwa tena pale.', declineWhy: 'Kwa nini ibaki', wentBack: 'Ilirudi', wentBackText: 'Ulipoituma mwenyewe, au ulipoona imefika.', proof: 'Risiti au maelezo', claim: 'Ni ya oda', claimText: 'Inahesabiwa kwa oda hiyo; inayozidi hurudi.', number: 'Namba ya oda',
  gaveBack: 'Nimeirudisha', gaveBackText: 'Dukani haitumi kitu hapa: andika ulivyoirudisha mwenyewe.', how: 'Vipi, na risiti yake', sendBack: 'Omba irudishwe', sure: 'Ndiyo',
  typed: 'Aliandika “{{text}}”', receipt: 'Risiti {{receipt}}', perhaps: 'Labda ya', noSuchOrder: 'Hakuna oda kama hiyo.', failed: 'Haikufaulu. Tafadhali jaribu tena.',
  kept: '{{amount}} hazikurudishwa', keptBy: 'Imekataliwa na {{who}}', keptWhy: 'Imekataliwa na {{who}}: “{{why}}”', askAgain: 'Omba tena',
  state: { requested: 'Inamsubiri mwenye duka', approved: 'Imekubaliwa', 'on-its-way': 'Iko njiani', uncertain: 'Hakuna ajuaye', failed: 'Haikuenda' },
  help: { uncertain: 'Itafute kwenye taarifa yako. Kama ilirudi, iandike hapa; kama haikurudi, itume mwenyewe kisha uiandike.', failed: 'Irudishe mwenyewe, kisha uiandike hapa pamoja na risiti yake.' },
  why: {
    'no-order': 'Haitaji oda', unconfirmed: 'M-Pesa haikuweza kuulizwa: angalia jumbe zako', 'wrong-amount': 'Kiasi si kinachodaiwa', 'wrong-shop': 'Ilikuja kwa akaunti nyingine', 'paid-twice': 'Imelipwa mara mbili', overpaid: 'Zaidi ya kinachodaiwa',
    'paid-too-late': 'Imelipwa kwa kuchelewa; kipande kimeisha', owner: 'Uliifuta oda', 'out-of-stock': 'Kipande hakikuwepo', returned: 'Amerudisha nguo', faulty: 'Nguo ilichanika au ina kasoro', missing: 'Nguo haikutumwa', goodwill: 'Kwa hisani',
  },
}
