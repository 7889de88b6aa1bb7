/** Words of standing in for the agent in a chat. */
const en = {
  unanswered: 'Not answered', wanted: 'She wanted: {{intent}}', wasAsked: 'The agent asked: {{question}}', inCart: 'In her cart: {{pieces}}', sumOff: '{{total}} instead of {{listed}} ({{percent}}% off)', offNext: 'She gets {{percent}}% off what she chooses.', agentHas: 'The agent answers here.', takeOver: 'Take over', takenHint: 'She is told that a person answers; the agent keeps silent.',
  youHave: 'You answer here; the agent keeps silent.', giveBack: 'Give back to the agent', write: 'Write to her', send: 'Send',
  closed: 'WhatsApp lets a shop write for 24 hours after her last message. They are over; you can write as soon as she does.',
  late: 'Her 24 hours are over: only an approved template reaches her.',
  discount: 'Give a discount', discountText: 'For all that is in her cart and all that she still puts in, until she orders. She is told on WhatsApp at once, and it is not taken back.', percent: 'Percent', percentHint: 'From {{least}} to {{most}}', give: 'Give it and tell her', tooHigh: 'That is more than you may give. Ask the owner, who may give more.',
  refused: 'Not sent. {{why}}', failed: 'Not sent: the line is weak. Your words are kept here; send again.',
}

const sw: typeof en = {
  unanswered: 'Hazijajibiwa', wanted: 'Alitaka: {{intent}}', wasAsked: 'Wakala aliuliza: {{question}}', inCart: 'Kikapuni mwake: {{pieces}}', sumOff: '{{total}} badala ya {{listed}} (punguzo {{percent}}%)', offNext: 'Atapata punguzo la {{percent}}% kwa atakachochagua.', agentHas: 'Wakala anajibu hapa.', takeOver: 'Jibu mwenyewe', takenHint: 'Anaambiwa kuwa mtu anajibu; wakala ananyamaza.',
  youHave: 'Wewe unajibu hapa; wakala amenyamaza.', giveBack: 'Mrudishie wakala', write: 'Mwandikie', send: 'Tuma',
  closed: 'WhatsApp huruhusu duka kuandika kwa saa 24 baada ya ujumbe wake wa mwisho. Zimeisha; utaweza kuandika akishaandika.',
  late: 'Saa zake 24 zimeisha: kiolezo kilichoidhinishwa tu ndicho humfikia.',
  discount: 'Toa punguzo', discountText: 'Ni kwa vyote vilivyo kikapuni mwake na atakavyoongeza, hadi aagize. Anaambiwa papo hapo kwenye WhatsApp, na halirudishwi.', percent: 'Asilimia', percentHint: 'Kuanzia {{least}} hadi {{most}}', give: 'Toa na umwambie', tooHigh: 'Hilo ni zaidi ya unaloweza kutoa. Mwulize mwenye duka, anayeweza kutoa zaidi.',
  refused: 'Haikutumwa. {{why}}', failed: 'Haikutumwa: mtandao ni hafifu. Maneno yako yako hapa; tuma tena.',
}

export const steppingIn = { en, sw }
