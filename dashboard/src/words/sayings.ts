import type { components } from '@/api/schema'
import { inWords } from './clothes'

type Told = components['schemas']['Told']

/** What is the matter with a number, a till or a brain, and what to do. `{{at}}` is the neighbour, `{{what}}` what is particular. */
const SAYINGS: Record<Told['saying'], readonly [en: string, sw: string]> = {
  'number-ready': ['{{what}} is ready: customers can write to it.', '{{what}} iko tayari: wateja wanaweza kuiandikia.'],
  'app-known': ['{{at}} knows the app: you can be paid.', '{{at}} inaitambua programu: unaweza kulipwa.'],
  'server-answers': ['Your PayLink server answers and can ask for money.', 'Seva yako ya PayLink inajibu na inaweza kuomba malipo.'],
  'live-key': ['Paystack knows the key: cards can pay.', 'Paystack inautambua ufunguo: kadi zinaweza kulipa.'],
  'test-key': ['Paystack knows the key, but it is a test key: no real money moves. For real payments enter the live key, which begins with sk_live.', 'Paystack inautambua ufunguo, lakini ni wa majaribio: hakuna pesa halisi inayohama. Kwa malipo halisi weka ufunguo unaoanza na sk_live.'],
  'offline-brain': ['The offline brain is always there and costs nothing.', 'Ubongo wa ndani upo daima na haugharimu kitu.'],
  'model-there': ['{{at}} takes the key and has the model {{what}}.', '{{at}} inakubali ufunguo na ina modeli {{what}}.'],
  'name-in-review': ['Meta is still looking at the display name. Until then customers see the number alone; you need do nothing.', 'Meta bado inakagua jina la kuonyeshwa. Kwa sasa wateja wanaona namba tu; huhitaji kufanya kitu.'],
  'name-declined': ['Meta declined the display name. Choose another one in WhatsApp Manager.', 'Meta imekataa jina la kuonyeshwa. Chagua jingine kwenye WhatsApp Manager.'],
  'name-expired': ['The approval of the display name ran out. Ask for it anew in WhatsApp Manager.', 'Idhini ya jina la kuonyeshwa imeisha muda. Iombe upya kwenye WhatsApp Manager.'],
  'not-registered': ['The number is not registered yet. Enter its six-digit PIN here.', 'Namba bado haijasajiliwa. Weka hapa PIN yake ya tarakimu sita.'],
  'code-awaited': ['Meta waits for the code that it sent to this number. Enter it in WhatsApp Manager.', 'Meta inasubiri msimbo iliyotuma kwa namba hii. Uweke kwenye WhatsApp Manager.'],
  'app-away': ['Open the WhatsApp Business app on the phone of this number: it was away too long.', 'Fungua programu ya WhatsApp Business kwenye simu ya namba hii: haijafunguliwa kwa muda mrefu mno.'],
  'cut-off-at-meta': ['The number was disconnected at Meta. Connect it there again.', 'Namba ilitenganishwa huko Meta. Iunganishe tena huko.'],
  banned: ['Meta has banned this number. Look in WhatsApp Manager for the reason.', 'Meta imeifungia namba hii. Angalia sababu kwenye WhatsApp Manager.'],
  restricted: ['Meta lets this number send only a few messages. Look in WhatsApp Manager for the reason.', 'Meta inaruhusu namba hii kutuma ujumbe mchache tu. Angalia sababu kwenye WhatsApp Manager.'],
  'complained-about': ['Customers complained about this number: Meta may soon let it send less. Write only to who wants to hear from you.', 'Wateja wamelalamikia namba hii: huenda Meta ikaipunguzia ujumbe. Mwandikie tu anayetaka kusikia kutoka kwako.'],
  unreachable: ['{{at}} cannot be reached right now. Try again in a few minutes.', '{{at}} haipatikani kwa sasa. Jaribu tena baada ya dakika chache.'],
  'meta-says-no': ['Meta says no. Look at the token and the number’s ID, then try again.', 'Meta imekataa. Angalia tokeni na kitambulisho cha namba, kisha ujaribu tena.'],
  'pin-is-another': ['That is not the number’s PIN. Enter the PIN that it has already, of its two-step verification.', 'Hiyo si PIN ya namba. Weka PIN iliyo nayo tayari, ya uthibitishaji wa hatua mbili.'],
  'pin-tried-too-often': ['The PIN was tried too often. Wait three days, then try again.', 'PIN imejaribiwa mara nyingi mno. Subiri siku tatu, kisha ujaribu tena.'],
  'number-refused': ['{{at}} says no to this number ({{what}}). Connect it anew with a fresh token.', '{{at}} imekataa namba hii ({{what}}). Iunganishe upya kwa tokeni mpya.'],
  'token-missing': ['The token is missing. Copy it from {{at}}’s console and enter it here.', 'Tokeni haipo. Inakili kutoka ukurasa wa {{at}} na uiweke hapa.'],
  'token-refused': ['{{at}} does not take the token. Copy the account SID and the token again from its console.', '{{at}} haikubali tokeni. Nakili tena SID ya akaunti na tokeni kutoka ukurasa wake.'],
  'account-inactive': ['The account at {{at}} is not active ({{what}}). Look in its console for the reason.', 'Akaunti ya {{at}} haifanyi kazi ({{what}}). Angalia sababu kwenye ukurasa wake.'],
  'app-missing': ['This installation has no app at Safaricom. Enter the key, secret and passkey of your own, or ask whoever runs Dukani for you.', 'Mfumo huu hauna programu huko Safaricom. Weka key, secret na passkey zako, au muulize anayekuendeshea Dukani.'],
  'mpesa-app-refused': ['Safaricom does not know this app ({{what}}). Compare key and secret with the app at developer.safaricom.co.ke.', 'Safaricom haiitambui programu hii ({{what}}). Linganisha key na secret na zile za developer.safaricom.co.ke.'],
  'airtel-app-refused': ['Airtel does not know this app ({{what}}). Compare ID and secret with the app at developers.airtel.africa.', 'Airtel haiitambui programu hii ({{what}}). Linganisha ID na secret na zile za developers.airtel.africa.'],
  'key-missing': ['The key is missing. Copy it from {{at}}’s page and enter it here.', 'Ufunguo haupo. Unakili kutoka ukurasa wa {{at}} na uuweke hapa.'],
  'key-refused': ['{{at}} does not take the key. Copy it again from its page, or make a new one there.', '{{at}} haikubali ufunguo. Unakili tena kutoka ukurasa wake, au tengeneza mpya huko.'],
  'model-unknown': ['{{at}} has no model {{what}}. Look at the name, or leave it empty.', '{{at}} haina modeli {{what}}. Angalia jina, au liache tupu.'],
  'server-unknown': ['There is no server {{what}}. Look at the address again.', 'Hakuna seva {{what}}. Angalia anwani tena.'],
  'server-inside': ['This address lies inside a private network, so we do not call it. Give the server’s public address, or ask whoever runs Dukani for you.', 'Anwani hii iko ndani ya mtandao wa binafsi, kwa hiyo hatuiiti. Weka anwani ya umma ya seva, au muulize anayekuendeshea Dukani.'],
  'server-silent': ['{{what}} does not answer. See that the server is running, then try again.', '{{what}} haijibu. Hakikisha seva inafanya kazi, kisha ujaribu tena.'],
  'no-paylink-there': ['{{what}} answers, but it is no PayLink server. Look at the address again.', '{{what}} inajibu, lakini si seva ya PayLink. Angalia anwani tena.'],
  'address-unsafe': ['Your M-Pesa secrets go to this address, so it must be safe: it begins with https:// and has no name or password in it.', 'Siri zako za M-Pesa zinatumwa kwa anwani hii, kwa hiyo lazima iwe salama: ianze na https:// bila jina wala nenosiri ndani yake.'],
  'number-taken': ['This number belongs to another shop here. Disconnect it there first.', 'Namba hii ni ya duka jingine hapa. Itenganishe huko kwanza.'],
  'till-taken': ['This till takes money for another shop here, and one payment could count twice. Connect a till of this shop’s own, or disconnect it there first.', 'Till hii inapokea pesa za duka jingine hapa, na malipo moja yangehesabiwa mara mbili. Unganisha till ya duka hili, au itenganishe huko kwanza.'],
  'nothing-connected': ['Nothing is connected here any more. Connect it first.', 'Hakuna kilichounganishwa hapa tena. Unganisha kwanza.'],
  'till-not-shown-to-be-hers': ['Without your own app nothing shows that the till is yours. Enter the app’s key, secret and passkey, or ask whoever runs Dukani for you.', 'Bila programu yako hakuna kinachoonyesha till ni yako. Weka ufunguo, siri na passkey ya programu, au muulize anayekuendeshea Dukani.'],
  'not-shown-to-be-hers': ['Without a token nothing shows that the number is yours. Enter the token, or ask whoever runs Dukani for you.', 'Bila tokeni hakuna kinachoonyesha namba ni yako. Weka tokeni, au muulize anayekuendeshea Dukani.'],
  'no-built-in-phones': ['There are no built-in phones here. Connect a real number and a real till.', 'Hapa hakuna simu za majaribio. Unganisha namba halisi na till halisi.'],
  'another-window': ['This did not begin in your window here, or too long ago. Press the button again.', 'Hili halikuanzia kwenye dirisha lako hapa, au muda umepita. Bonyeza kitufe tena.'],
  'own-phone-unknown': ['We do not know your own phone number. Ask whoever runs Dukani for you to add it.', 'Hatujui namba ya simu yako mwenyewe. Mwombe anayekuendeshea Dukani aiongeze.'],
  'tried-often': ['That was tried often enough for now. Try again in an hour.', 'Imejaribiwa mara za kutosha kwa sasa. Jaribu tena baada ya saa moja.'],
  'prompt-not-sent': ['The prompt was not sent. Look at the till’s numbers, then try again.', 'Ombi halikutumwa. Angalia namba za till, kisha ujaribu tena.'],
  'outcome-untold': ['Nobody can tell what became of it. Look at the till’s numbers, then try again.', 'Haijulikani ilikuwaje. Angalia namba za till, kisha ujaribu tena.'],
}

const CALLED: Record<string, string> = { whatsapp: 'WhatsApp', twilio: 'Twilio', mpesa: 'M-Pesa', paylink: 'PayLink', airtel: 'Airtel Money', paystack: 'Paystack', gemini: 'Gemini', claude: 'Claude' }

/** A neighbour by its own name. */
export const calledSo = (neighbour: string): string => CALLED[neighbour] ?? neighbour

/** What is the matter, in the page's language. */
export const sayingWords = ({ neighbour, saying, what }: Omit<Told, 'quote'>, language: string): string =>
  inWords(SAYINGS[saying], language).replace('{{at}}', calledSo(neighbour)).replaceAll('{{what}}', what)
