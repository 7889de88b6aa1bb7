import { GARMENTS, inWords } from './clothes'
import { RESULT } from './results'
import { wantedWord } from './wanted'

type Said = readonly [en: string, sw: string, ...rest: string[]]

const PERSON: Record<string, Said> = {
  owner: ['the owner', 'mwenye duka'], staff: ['the staff', 'mhudumu'], dukani: ['Dukani', 'Dukani'], agent: ['the agent', 'wakala'], 'the boutique\'s limit': ['the shop’s own limit', 'kikomo cha duka'],
}

const NOTICE: Record<string, Said> = {
  'prompt-sent': ['The prompt was sent', 'Ombi la malipo limetumwa'], 'prompt-failed': ['The prompt brought no money', 'Ombi halikuleta pesa'], 'order-paid': ['The order is paid', 'Oda imelipwa'],
  'order-expired': ['The time to pay is over', 'Muda wa kulipa umeisha'], 'order-packed': ['The order is packed', 'Oda imefungwa'], 'order-on-its-way': ['The order is on its way', 'Oda iko njiani'],
  'order-delivered': ['The order has arrived', 'Oda imefika'], 'refund-due': ['Her money goes back', 'Pesa zake zinarudi'], refunded: ['Her money is back', 'Pesa zake zimerudi'], 'order-cancelled': ['The order was cancelled', 'Oda imeghairiwa'],
}

const INTENT: Record<string, Said> = {
  ...NOTICE,
  greet: ['A greeting', 'Salamu'], ask_identity: ['Who are you?', 'Wewe ni nani?'], search: ['Looking for a piece', 'Anatafuta nguo'], more: ['More pieces', 'Nguo nyingine'], pick: ['This piece', 'Kipande hiki'],
  ask_price: ['The price', 'Bei'], ask_size_advice: ['Which size fits', 'Saizi ipi inamfaa'], tell_size: ['Her size', 'Saizi yake'], tell_measurements: ['Her measurements', 'Vipimo vyake'],
  add_to_cart: ['Into the cart', 'Kuweka kikapuni'], change_quantity: ['Another number', 'Idadi nyingine'], change_size: ['Another size', 'Saizi nyingine'], remove_from_cart: ['Out of the cart', 'Kutoa kikapuni'],
  empty_cart: ['Empty the cart', 'Kumwaga kikapu'], show_cart: ['What is in the cart', 'Kilichomo kikapuni'], checkout: ['To order', 'Kuagiza'], give_address: ['Her address', 'Anwani yake'], give_phone: ['Her number', 'Namba yake'],
  confirm: ['Yes', 'Ndiyo'], decline: ['No', 'Hapana'], pay: ['To pay', 'Kulipa'], pay_again: ['To pay once more', 'Kulipa tena'], pay_on_delivery: ['To pay on delivery', 'Kulipa mzigo ukifika'],
  ask_piece: ['A question about a piece', 'Swali kuhusu nguo'], pick_up: ['To pick it up', 'Kuchukua mwenyewe'], wholesale: ['Wholesale', 'Jumla'], extra_wish: ['A wish beside it', 'Ombi la ziada'], my_data: ['Her data', 'Data zake'],
  claim_paid: ['“I have paid”', '“Nimelipa”'], order_status: ['Where her order is', 'Oda yake iko wapi'], cancel_order: ['To cancel the order', 'Kughairi oda'], delivery_question: ['Delivery', 'Kupelekewa'],
  opening_hours: ['Opening hours', 'Saa za kufungua'], location_question: ['Where the shop is', 'Duka liko wapi'], return_policy: ['Returns', 'Kurudisha nguo'], haggle: ['A lower price', 'Kupunguziwa bei'], human: ['A person', 'Kuongea na mtu'],
  thanks: ['Thanks', 'Shukrani'], goodbye: ['Goodbye', 'Kwaheri'], complain: ['A complaint', 'Malalamiko'], abuse: ['Rude words', 'Maneno mabaya'], stop_marketing: ['No more offers', 'Hataki matangazo'], erase_me: ['To be forgotten', 'Kusahauliwa'],
  injection: ['A trick on the agent', 'Hila kwa wakala'], off_topic: ['Something else', 'Jambo lingine'], unknown: ['Not understood', 'Haikueleweka'], past: ['Before Dukani came', 'Kabla ya Dukani'], announcement: ['Who answers now', 'Anayejibu sasa'], repetition: ['The same once more', 'Kurudia yale yale'],
}

const SILENCE: Record<string, Said> = {
  'a person answers': ['A person answers', 'Mtu anajibu'], 'a notice of WhatsApp': ['A notice of WhatsApp’s own', 'Taarifa ya WhatsApp yenyewe'], 'a reaction': ['A reaction', 'Hisia tu'], 'a deletion': ['She deleted a message', 'Amefuta ujumbe'],
  'changed by her': ['She changed it', 'Ameubadilisha'], 'taken back by her': ['She took it back', 'Ameurudisha'], 'too old': ['It came too late', 'Ulichelewa mno'], 'window-closed': ['Her 24 hours were over', 'Saa zake 24 zilikuwa zimeisha'],
}

const GIVEN_UP: Record<string, Said> = {
  customer: ['The customer wished it', 'Mteja ametaka'], owner: ['The shop gave it up', 'Duka limeighairi'], 'out-of-stock': ['The piece was not there', 'Kipande hakikuwepo'], replaced: ['A newer order took its place', 'Oda mpya imechukua nafasi yake'],
  expired: ['Nobody paid in time', 'Hakuna aliyelipa kwa wakati'], cancelled: ['It was cancelled', 'Imeghairiwa'], changed: ['The order was changed', 'Oda imebadilishwa'],
}

/** What the words of the shop's own rules are called, by what they tell of. */
const CODES: Record<string, Record<string, Said>> = {
  adjusted: { 'taken back': ['taken back', 'imetenguliwa'] },
  brain: { offline: ['Offline brain', 'Ubongo wa ndani'], gemini: ['Gemini', 'Gemini'], claude: ['Claude', 'Claude'] },
  by: { picture: ['picture', 'picha'], words: ['words', 'maneno'] },
  channel: { whatsapp: ['WhatsApp', 'WhatsApp'], twilio: ['WhatsApp by Twilio', 'WhatsApp kupitia Twilio'] },
  fit: {
    bought: ['She bought this size', 'Alinunua saizi hii'], 'bought-other': ['By what she bought of other kinds', 'Kwa nguo nyingine alizonunua'], told: ['She said so', 'Amesema mwenyewe'], measured: ['By her measurements', 'Kwa vipimo vyake'],
    'one-size': ['It has one size', 'Ina saizi moja'], unknown: ['Nothing is known yet', 'Bado hakijulikani'],
  },
  garment: { ...GARMENTS, unsure: ['kind not sure', 'aina haina uhakika'] },
  given_up: GIVEN_UP,
  handed: {
    asked: ['She asked for a person', 'Ameomba kuongea na mtu'], 'not-understood': ['The agent did not understand', 'Wakala hakuelewa'], complaint: ['A complaint', 'Malalamiko'], abuse: ['Rude messages', 'Lugha mbaya'],
    payment: ['A payment needs a look', 'Malipo yanahitaji kuangaliwa'], privacy: ['A privacy request', 'Ombi la faragha'], limit: ['Above the agent’s limit', 'Zaidi ya kikomo cha wakala'],
    'owner-writes': ['The owner writes on her own phone', 'Mwenye duka anaandika kwa simu yake'], 'taken-over': ['A person answers', 'Mtu anajibu'], 'out-of-reach': ['WhatsApp lets nobody write', 'WhatsApp hairuhusu kumwandikia'],
  },
  intent: INTENT,
  language: { en: ['English', 'Kiingereza'], sw: ['Swahili', 'Kiswahili'], sheng: ['Sheng', 'Sheng'] },
  message: {
    text: ['Words', 'Maneno'], photo: ['A photo', 'Picha'], choice: ['A choice', 'Chaguo'], location: ['A place', 'Mahali'], contact: ['A contact', 'Namba ya mtu'], order: ['An order from the catalogue', 'Oda ya katalogi'],
    reaction: ['A reaction', 'Hisia'], voice: ['A voice note', 'Ujumbe wa sauti'], edit: ['A changed message', 'Ujumbe uliobadilishwa'], deletion: ['A deleted message', 'Ujumbe uliofutwa'], other: ['Something else', 'Kitu kingine'],
  },
  notice: NOTICE,
  outcome: {
    answered: ['answered', 'ilijibu'], blocked: ['blocked', 'ilizuiwa'], truncated: ['cut off', 'ilikatwa'], malformed: ['not readable', 'haikusomeka'], ungrounded: ['not true, so not sent', 'si kweli, haikutumwa'],
    unavailable: ['away', 'haikupatikana'], 'over-budget': ['above the budget', 'zaidi ya bajeti'],
  },
  person: PERSON,
  photo: {
    empty: ['It was empty', 'Haikuwa na kitu'], 'too-heavy': ['It was too heavy', 'Ilikuwa nzito mno'], 'not-a-photo': ['It was no photo', 'Haikuwa picha'], 'too-large': ['It was too large', 'Ilikuwa kubwa mno'],
    'too-small': ['It was too small', 'Ilikuwa ndogo mno'], damaged: ['It was damaged', 'Ilikuwa imeharibika'], 'it could not be fetched': ['It could not be fetched', 'Haikuweza kuchukuliwa'],
  },
  provider: { daraja: ['M-Pesa (Daraja)', 'M-Pesa (Daraja)'], mpesa: ['M-Pesa', 'M-Pesa'], paylink: ['PayLink', 'PayLink'], airtel: ['Airtel Money', 'Airtel Money'], paystack: ['Paystack', 'Paystack'] },
  purpose: { seeing: ['To see', 'Kutazama'], reading: ['To understand', 'Kuelewa'], wording: ['To choose words', 'Kuchagua maneno'], embedding: ['To compare', 'Kulinganisha'] },
  question: {
    nothing: ['Nothing', 'Hakuna'], which_piece: ['Which piece?', 'Kipande kipi?'], which_size: ['Which size?', 'Saizi gani?'], add_more_or_checkout: ['More, or order?', 'Uongeze, au uagize?'], which_address: ['Where to?', 'Tupeleke wapi?'],
    confirm_address: ['Is the address right?', 'Anwani ni sahihi?'], which_phone: ['Which number pays?', 'Namba gani italipa?'], confirm_phone: ['Is the number right?', 'Namba ni sahihi?'], confirm_order: ['Is the order right?', 'Oda ni sahihi?'],
    confirm_empty: ['Empty the cart?', 'Tumwage kikapu?'], confirm_cancel: ['Cancel the order?', 'Tughairi oda?'], pay_again: ['Pay once more?', 'Ulipe tena?'], which_meaning: ['What does she mean?', 'Anamaanisha nini?'], rating: ['How does she like it?', 'Anaipenda vipi?'],
  },
  relaxed: {
    garment: ['kind', 'aina'], colour: ['colour', 'rangi'], pattern: ['pattern', 'michoro'], occasion: ['occasion', 'hafla'], style: ['style', 'mtindo'], fabric: ['fabric', 'kitambaa'], size: ['size', 'saizi'], price: ['price', 'bei'],
  },
  released: GIVEN_UP,
  result: RESULT,
  silence: SILENCE,
  source: { callback: ['the provider', 'mtoa huduma'], query: ['the provider when asked', 'mtoa huduma alipoulizwa'], deposit: ['the account', 'akaunti'], person: ['a person', 'mtu'] },
  why: {
    ...GIVEN_UP,
    'no-order': ['Names no order', 'Haitaji oda'], unconfirmed: ['M-Pesa could not be asked', 'M-Pesa haikuweza kuulizwa'], 'wrong-amount': ['Another amount than is due', 'Kiasi tofauti na kinachodaiwa'], 'wrong-shop': ['Came to another account', 'Zimeingia akaunti nyingine'],
    'paid-twice': ['Paid twice', 'Zimelipwa mara mbili'], overpaid: ['More than was due', 'Zaidi ya zinazodaiwa'], 'paid-too-late': ['Paid too late', 'Zimechelewa kulipwa'], torn: ['The piece was torn', 'Kipande kilichanika'],
    returned: ['Not wanted or did not fit', 'Hakuitaka au haikumtosha'], faulty: ['Torn or faulty', 'Imechanika au ina kasoro'], missing: ['Not sent, or not in the parcel', 'Haikutumwa, au haikuwemo'], goodwill: ['Goodwill', 'Kwa hisani'],
  },
}

/** A rule's word in the page's language; one that is not worded yet is told as it is. */
export function codeWord(group: string, code: string, language: string): string | undefined {
  if (group === 'wanted') return wantedWord(code, language)
  const said = CODES[group]?.[code]
  return said === undefined ? undefined : inWords(said, language)
}

/** The word for a provider's code, or what the provider itself says of it. */
export const reasonWords = (group: string, code: string, quote: string | null, language: string): string =>
  codeWord(group, code, language) ?? (quote ? `“${quote}” (${code})` : code)
