type Said = readonly [en: string, sw: string]

const BUSY: Said = ['Another payment is under way on that phone', 'Malipo mengine yanaendelea kwenye simu hiyo']
const ENDED: Said = ['The prompt ran out', 'Muda wa ombi umeisha']
const LIMIT: Said = ['That is more than the phone’s M-Pesa may pay', 'Ni zaidi ya kiwango cha M-Pesa ya simu hiyo']
const APART: Said = ['M-Pesa had a fault of its own', 'M-Pesa ilikuwa na hitilafu yake']
const KIND: Said = ['Till and paybill were mixed up: look at the till’s numbers', 'Till na paybill zimechanganywa: angalia namba za till']
const OURS: Said = ['The till’s app does not fit: look at its key, secret and passkey', 'Programu ya till hailingani: angalia key, secret na passkey zake']
const HOURS: Said = ['Her 24 hours were over', 'Saa zake 24 zilikuwa zimeisha']
const NOT_HERS: Said = ['WhatsApp does not reach this number', 'WhatsApp haifikii namba hii']
const FEWER: Said = ['WhatsApp lets this customer get fewer messages for now', 'WhatsApp inampunguzia mteja huyu ujumbe kwa sasa']
const FAST: Said = ['Too many messages at once; it was tried again later', 'Ujumbe mwingi kwa pamoja; ulijaribiwa tena baadaye']
const META_DOWN: Said = ['WhatsApp had a fault of its own', 'WhatsApp ilikuwa na hitilafu yake']
const TOKEN: Said = ['The token counts no more: connect the number anew', 'Tokeni haifanyi kazi tena: unganisha namba upya']
const RIGHT: Said = ['The token may not write from this number: give it that permission at Meta', 'Tokeni hairuhusiwi kuandika kwa namba hii: ipe ruhusa hiyo huko Meta']
const LOCKED: Said = ['Meta has locked the account: look in WhatsApp Manager', 'Meta imefunga akaunti: angalia WhatsApp Manager']
const UNREGISTERED: Said = ['The number is not registered: register it in WhatsApp Manager', 'Namba haijasajiliwa: isajili kwenye WhatsApp Manager']
const TEMPLATE: Said = ['Meta does not send this template: look in WhatsApp Manager', 'Meta haitumi kiolezo hiki: angalia WhatsApp Manager']
const PICTURE: Said = ['The picture could not be sent', 'Picha haikuweza kutumwa']

/** What a provider's code means: M-Pesa's, Airtel's and WhatsApp's own, and ours where no answer came. */
export const RESULT: Record<string, Said> = {
  1: ['Not enough money', 'Pesa hazitoshi'], 2: ['Less than M-Pesa takes', 'Ni chini ya kiwango cha M-Pesa'], 3: LIMIT, 4: LIMIT, 8: ['The account that is paid may hold no more', 'Akaunti inayolipwa haiwezi kupokea zaidi'], 17: ['The same amount was asked for a moment ago: wait two minutes', 'Kiasi kilekile kimeombwa sasa hivi: subiri dakika mbili'], 26: APART, 1001: BUSY, 1019: ENDED, 1025: APART, 1032: ['She cancelled the prompt', 'Amekatiza ombi'],
  1037: ['The phone could not be reached', 'Simu haikupatikana'], 2001: ['Wrong PIN', 'PIN si sahihi'], 2028: KIND, 9999: APART, SFC_IC0003: KIND,
  '400.002.02': OURS, '404.001.03': OURS, '400.003.01': OURS, '401.002.01': OURS, '400.008.01': OURS, '500.001.1001': APART, '500.003.02': APART, '500.003.03': APART,
  DP00800001002: ['Wrong PIN', 'PIN si sahihi'], DP00800001003: LIMIT, DP00800001005: ['No PIN was entered in time', 'PIN haikuwekwa kwa wakati'], DP00800001007: ['Not enough money', 'Pesa hazitoshi'], DP00800001008: ['She cancelled the prompt', 'Amekatiza ombi'], DP00800001029: ENDED,
  'card-failed': ['The bank refused the card', 'Benki imekataa kadi'], 'card-abandoned': ['She left the page without paying', 'Ameondoka ukurasani bila kulipa'], unresolved: ['No answer came in all that time', 'Hakuna jibu lililokuja muda wote huo'],
  TF: ['The payment failed at Airtel', 'Malipo yameshindwa kwa Airtel'], TE: ENDED,
  busy: ['Another prompt is still on that phone', 'Ombi lingine bado liko kwenye simu hiyo'], unreachable: ['The line was down', 'Mtandao ulikatika'], 'no-answer': ['No answer came', 'Hakuna jibu lililokuja'],
  forgotten: ['Her number is kept no longer', 'Namba yake haihifadhiwi tena'], 'page-left': ['She chose another way to pay', 'Amechagua njia nyingine ya kulipa'], 'no-receipt': ['The receipt is not known', 'Risiti haijulikani'],
  'no-initiator': ['The till names no operator, so the money goes back by hand', 'Till haina mwendeshaji, kwa hiyo pesa zinarudishwa kwa mkono'], 'no-refund': ['It cannot go back by this way: send it by hand', 'Haiwezi kurudi kwa njia hii: itume kwa mkono'],
  'not-connected': ['Nothing is connected', 'Hakuna kilichounganishwa'], 'not-set-up': ['Nothing is connected', 'Hakuna kilichounganishwa'], till: ['The till’s numbers do not fit', 'Namba za till hazilingani'], phone: ['That is no phone that can pay', 'Hiyo si simu inayoweza kulipa'], amount: ['Not an amount that can be paid so', 'Si kiasi kinachoweza kulipwa hivyo'],
  'receipt-used-elsewhere': ['The receipt is another payment’s', 'Risiti ni ya malipo mengine'], 'accepted-after-all': ['The prompt had been sent after all', 'Kumbe ombi lilikuwa limetumwa'],
  'window-closed': HOURS, 131047: HOURS, 63016: HOURS, 131026: NOT_HERS, 63024: NOT_HERS, 63003: NOT_HERS, 63014: ['She has blocked this number', 'Ameizuia namba hii'], 131021: NOT_HERS, 131030: NOT_HERS, 131049: FEWER, 131050: ['She wants no offers', 'Hataki matangazo'], 130472: FEWER, 130403: NOT_HERS, 63032: FEWER, 63049: FEWER,
  80007: FAST, 130429: FAST, 131056: FAST, 63018: FAST, 63012: META_DOWN, 131000: META_DOWN, 131016: META_DOWN, 131057: META_DOWN, 133004: META_DOWN, 190: TOKEN, 0: TOKEN, 10: RIGHT, 131005: RIGHT, 20003: TOKEN,
  368: LOCKED, 131031: LOCKED, 63051: LOCKED, 30002: ['Twilio has suspended the account: look in its console', 'Twilio imesimamisha akaunti: angalia ukurasa wake'],
  131037: ['The display name is not approved yet: look in WhatsApp Manager', 'Jina la kuonyeshwa bado halijaidhinishwa: angalia WhatsApp Manager'], 131042: ['Meta has no payment method that works: add one in WhatsApp Manager', 'Meta haina njia ya malipo inayofanya kazi: iongeze kwenye WhatsApp Manager'],
  131045: UNREGISTERED, 133010: UNREGISTERED, 63007: ['The number is not registered for WhatsApp at Twilio', 'Namba haijasajiliwa kwa WhatsApp huko Twilio'], 63020: ['Accept Twilio’s invitation in the Meta Business Manager', 'Kubali mwaliko wa Twilio kwenye Meta Business Manager'],
  131048: ['Customers marked messages as spam: Meta lets no more out for now', 'Wateja waliripoti ujumbe kuwa taka: Meta hairuhusu zaidi kwa sasa'], 131064: LOCKED, 130497: ['Meta does not let this number write to that country', 'Meta hairuhusu namba hii kuandikia nchi hiyo'],
  132001: TEMPLATE, 132007: TEMPLATE, 132015: TEMPLATE, 132016: TEMPLATE, 132068: TEMPLATE, 63013: LOCKED, 131052: PICTURE, 63019: PICTURE, 63034: PICTURE,
}
