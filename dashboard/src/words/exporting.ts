/** Words of a copy of all that a boutique has, and of who read what. */
const en = {
  title: 'All your data', text: 'Pieces, orders, customers, chats, pictures and the whole log, in files that other programs read. Fetching it is written down.',
  ask: 'Make a copy of everything', making: 'It is being made: {{done}} of {{total}} parts. You may go on working.', ready: 'Ready. It is kept until', fetch: 'Download ({{size}} MB)',
  gone: 'The last copy was deleted after its day. Make a new one when you need it.', failed: 'The copy could not be made. Please try again; if it fails once more, tell the operator.',
  reads: 'Who looked', readsText: 'What auditors read, and who took a copy of everything.', noReads: 'Nobody yet.', somebody: 'The demo', tookAll: 'took a copy of everything',
}

const sw: typeof en = {
  title: 'Data yako yote', text: 'Bidhaa, oda, wateja, gumzo, picha na kumbukumbu yote, kwenye faili ambazo programu nyingine husoma. Kuipakua kunaandikwa.',
  ask: 'Tengeneza nakala ya kila kitu', making: 'Inatengenezwa: sehemu {{done}} kati ya {{total}}. Unaweza kuendelea na kazi.', ready: 'Iko tayari. Inawekwa hadi', fetch: 'Pakua (MB {{size}})',
  gone: 'Nakala ya mwisho ilifutwa baada ya siku yake. Tengeneza nyingine ukiihitaji.', failed: 'Nakala haikuweza kutengenezwa. Tafadhali jaribu tena; ikishindikana tena, mwambie msimamizi wa mfumo.',
  reads: 'Nani ameangalia', readsText: 'Walichosoma wakaguzi, na nani alichukua nakala ya kila kitu.', noReads: 'Bado hakuna.', somebody: 'Onyesho', tookAll: 'alichukua nakala ya kila kitu',
}

export const exporting = { en, sw }
