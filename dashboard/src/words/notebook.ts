/** Words of what the shop keeps for itself about a customer: notes, labels, and what is read. */
const en = {
  note: 'Private note', writeNote: 'Write a note', notes: 'Notes', notesText: 'Only the shop sees them. They are in the file of her data, and gone when she is forgotten.', noNotes: 'Nothing noted yet.',
  text: 'What should the shop remember?', keep: 'Keep the note', remove: 'Remove the note', failed: 'That did not work. Please try again.',
  labels: 'Labels', labelsTitle: 'Labels of this chat', labelsText: 'Your own words, to find chats again. She does not see them.', noLabels: 'There are no labels yet.', onlyOwner: 'The owner makes them.',
  newLabel: 'New label', colour: 'Colour', addLabel: 'Add the label', retire: 'Use “{{name}}” no longer',
  tone: { plain: 'Grey', clay: 'Clay', leaf: 'Green', gold: 'Gold', berry: 'Red', sky: 'Blue' },
  unread: 'Unread', newMessages_one: '{{count}} new message', newMessages_other: '{{count}} new messages', unreadChats_one: '{{count}} unread chat', unreadChats_other: '{{count}} unread chats',
  saidAt: 'said on {{day}}', noChats: 'No chat is like this', noChatsText: 'Choose another chip to see the rest.',
}

const sw: typeof en = {
  note: 'Dokezo la siri', writeNote: 'Andika dokezo', notes: 'Madokezo', notesText: 'Duka tu ndilo linayaona. Yamo katika faili la data yake, na huondoka akisahauliwa.', noNotes: 'Hakuna dokezo bado.',
  text: 'Duka likumbuke nini?', keep: 'Weka dokezo', remove: 'Ondoa dokezo', failed: 'Haikuwezekana. Tafadhali jaribu tena.',
  labels: 'Lebo', labelsTitle: 'Lebo za gumzo hili', labelsText: 'Maneno yako mwenyewe, ya kupata gumzo tena. Mteja hayaoni.', noLabels: 'Hakuna lebo bado.', onlyOwner: 'Mwenye duka huziunda.',
  newLabel: 'Lebo mpya', colour: 'Rangi', addLabel: 'Ongeza lebo', retire: 'Acha kutumia “{{name}}”',
  tone: { plain: 'Kijivu', clay: 'Udongo', leaf: 'Kijani', gold: 'Dhahabu', berry: 'Nyekundu', sky: 'Buluu' },
  unread: 'Hazijasomwa', newMessages_one: 'Ujumbe mpya {{count}}', newMessages_other: 'Ujumbe mpya {{count}}', unreadChats_one: 'Gumzo {{count}} halijasomwa', unreadChats_other: 'Gumzo {{count}} hazijasomwa',
  saidAt: 'alisema {{day}}', noChats: 'Hakuna gumzo la namna hii', noChatsText: 'Chagua kichujio kingine uone mengine.',
}

export const notebook = { en, sw }
