/** Words about customers, and about why the agent said something. */
const en = {
  title: 'Customers', search: 'Name or number', empty: 'No customers yet', emptyText: 'Whoever writes to your WhatsApp number stands here, with her sizes and orders.', none: 'Nobody is called so', noneText: 'Try a part of her name, or the end of her number.', everybody: 'All', noneSuch: 'Nobody like that', noneSuchText: 'Nobody fits these filters. Take one away to see more.', group: { buyers: 'Bought', lookers: 'Not yet bought', offers: 'Want offers', erasure: 'Want to be forgotten' },
  orders_one: '{{count}} order', orders_other: '{{count}} orders', wantsErasure: 'Wants to be forgotten', since: 'Customer since', spent: 'Paid and kept', bought: 'Bought', chat: 'Open chat',
  offers: { yes: 'Wants offers', no: 'No offers, please', unsaid: 'Not asked about offers' }, speaks: { en: 'Writes English', sw: 'Writes Swahili' }, joined_one: '{{count}} other record joined', joined_other: '{{count}} other records joined',
  sizes: 'Her sizes', sizesText: 'and why we think so', noSizes: 'Not known yet. The agent asks when she chooses a piece.', allClothes: 'All clothes', told: 'She said so', boughtTimes_one: 'Bought and kept {{count}} time', boughtTimes_other: 'Bought and kept {{count}} times',
  herOrders: 'Her orders', noOrders: 'She has not ordered yet.', rights: 'Her data', asked: 'She asked to be forgotten.', export: 'Download her data', join: 'Same person as…', forget: 'Forget her', gone: 'Forgotten',
  forgetTitle: 'Forget {{name}}?', forgetText: 'Her name, number, address, messages and photos can never be read again, by nobody. Totals and the history of orders stay.', typeName: 'Type “{{name}}” to be sure', forgetNow: 'Forget her for ever',
  failed: 'That did not work. Nothing was changed; please try again.',
  forgotten: 'She is forgotten. The proof:', proofKey: 'The key to all that was sealed for her is destroyed', proofValues_one: '{{count}} name, number or address can be read no more', proofValues_other: '{{count}} names, numbers and addresses can be read no more', proofMessages_one: '{{count}} message as it came in is emptied', proofMessages_other: '{{count}} messages as they came in are emptied',
  proofPictures_one: '{{count}} photo of hers is deleted', proofPictures_other: '{{count}} photos of hers are deleted', proofLog: 'The chain of all facts still verifies', proofLogBroken: 'The chain of facts does not verify: call your operator', joinTitle: 'Who else is {{name}}?', joinText: 'For one person with two numbers: sizes, orders and chats are shown together. It cannot be undone.',
}

const sw: typeof en = {
  title: 'Wateja', search: 'Jina au namba', empty: 'Bado hakuna wateja', emptyText: 'Kila anayeandika kwa namba yako ya WhatsApp yuko hapa, na saizi na oda zake.', none: 'Hakuna mwenye jina hilo', noneText: 'Jaribu sehemu ya jina, au mwisho wa namba yake.', everybody: 'Wote', noneSuch: 'Hakuna kama huyo', noneSuchText: 'Hakuna anayelingana na vichujio hivi. Ondoa kimoja uone zaidi.', group: { buyers: 'Walionunua', lookers: 'Bado hawajanunua', offers: 'Wanataka matangazo', erasure: 'Wanataka kusahauliwa' },
  orders_one: 'Oda {{count}}', orders_other: 'Oda {{count}}', wantsErasure: 'Anataka kusahauliwa', since: 'Mteja tangu', spent: 'Amelipa na kubaki nazo', bought: 'Amenunua', chat: 'Fungua gumzo',
  offers: { yes: 'Anataka matangazo', no: 'Hataki matangazo', unsaid: 'Hajaulizwa kuhusu matangazo' }, speaks: { en: 'Anaandika Kiingereza', sw: 'Anaandika Kiswahili' }, joined_one: 'Rekodi {{count}} imeunganishwa', joined_other: 'Rekodi {{count}} zimeunganishwa',
  sizes: 'Saizi zake', sizesText: 'na kwa nini tunadhani hivyo', noSizes: 'Bado hazijulikani. Wakala huuliza akichagua nguo.', allClothes: 'Nguo zote', told: 'Alisema mwenyewe', boughtTimes_one: 'Alinunua mara {{count}}', boughtTimes_other: 'Alinunua mara {{count}}',
  herOrders: 'Oda zake', noOrders: 'Bado hajaagiza.', rights: 'Data yake', asked: 'Ameomba kusahauliwa.', export: 'Pakua data yake', join: 'Ni mtu yule yule na…', forget: 'Msahau', gone: 'Amesahauliwa',
  forgetTitle: 'Umsahau {{name}}?', forgetText: 'Jina, namba, anwani, ujumbe na picha zake hazitasomeka tena kamwe, na yeyote. Jumla na historia ya oda zinabaki.', typeName: 'Andika “{{name}}” kuthibitisha', forgetNow: 'Msahau kabisa',
  failed: 'Haikufaulu. Hakuna kilichobadilika; jaribu tena.',
  forgotten: 'Amesahauliwa. Uthibitisho:', proofKey: 'Ufunguo wa yote yaliyofichwa kwake umeharibiwa', proofValues_one: 'Jina, namba au anwani {{count}} haisomeki tena', proofValues_other: 'Majina, namba na anwani {{count}} hazisomeki tena', proofMessages_one: 'Ujumbe {{count}} umefutwa', proofMessages_other: 'Ujumbe {{count}} umefutwa wote',
  proofPictures_one: 'Picha {{count}} yake imefutwa', proofPictures_other: 'Picha {{count}} zake zimefutwa', proofLog: 'Mnyororo wa matukio yote bado ni kamili', proofLogBroken: 'Mnyororo wa matukio si kamili: mpigie msimamizi', joinTitle: 'Nani mwingine ni {{name}}?', joinText: 'Kwa mtu mmoja mwenye namba mbili: saizi, oda na gumzo huonyeshwa pamoja. Haiwezi kutenguliwa.',
}

export const customers = { en, sw }
