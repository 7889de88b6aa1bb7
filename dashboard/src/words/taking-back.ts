/** Pieces that come back, and money that goes back for them. */
const en = {
  step: 'Take back or refund', title: 'Take back or refund, {{number}}', text: 'Her money goes back the way it came, and she is told on WhatsApp. Above your limit the owner says yes first.',
  pieces: 'What comes back?', left: '{{size}} · {{count}} with her', fewer: 'One fewer: {{what}}', another: 'One more: {{what}}', refund: 'Money that goes back, in shillings', most: 'At most {{amount}}. Delivery goes back only if you add it.',
  reason: 'Why?', reasons: { returned: 'Not wanted or did not fit', faulty: 'Torn or faulty', missing: 'Not sent, or not in the parcel', goodwill: 'Goodwill' },
  shelf: 'It can be sold again: put it back on the shelf', send: 'Confirm', done: 'It is written down.', nothing: 'Choose what comes back, or a sum.', nothingLeft: 'Then nothing is left to send. Cancel the order instead: all of her money goes back.',
  changed: 'The order was changed meanwhile. Look at it again.', failed: 'That did not work. Please try again.', takenBack_one: '{{count}} came back', takenBack_other: '{{count}} came back', goingBack: 'Still goes back to her', goneBack: 'Went back to her',
}

const sw: typeof en = {
  step: 'Pokea tena au rudisha pesa', title: 'Pokea tena au rudisha pesa, {{number}}', text: 'Pesa zake hurudi kwa njia zilizokuja, naye huambiwa kwenye WhatsApp. Zikizidi kikomo chako, mwenye duka huidhinisha kwanza.',
  pieces: 'Nini kinarudi?', left: '{{size}} · {{count}} kwake', fewer: 'Punguza moja: {{what}}', another: 'Ongeza moja: {{what}}', refund: 'Pesa za kurudisha, kwa shilingi', most: 'Zisizidi {{amount}}. Nauli hurudi tu ukiiongeza.',
  reason: 'Kwa nini?', reasons: { returned: 'Hakuitaka au haikumtosha', faulty: 'Imechanika au ina kasoro', missing: 'Haikutumwa, au haikuwemo', goodwill: 'Kwa hisani' },
  shelf: 'Inaweza kuuzwa tena: irudishe dukani', send: 'Thibitisha', done: 'Imeandikwa.', nothing: 'Chagua kinachorudi, au kiasi cha pesa.', nothingLeft: 'Basi hakuna kinachobaki cha kutuma. Ghairi oda badala yake: pesa zake zote zitarudi.',
  changed: 'Oda imebadilishwa wakati huu. Iangalie tena.', failed: 'Haikufaulu. Tafadhali jaribu tena.', takenBack_one: '{{count}} imerudi', takenBack_other: '{{count}} zimerudi', goingBack: 'Bado zinarudi kwake', goneBack: 'Zilizorudi kwake',
}

export const takingBack = { en, sw }
