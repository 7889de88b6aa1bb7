import type { shop as Words } from './shop-en'

/** Kufungua duka, na kuamua kuhusu duka. */
export const shop: typeof Words = {
  welcome: 'Fungua duka lako', welcomeText: 'Kila hatua inahifadhiwa. Ondoka wakati wowote, kisha endelea ulipoishia.', progress: '{{done}} kati ya {{steps}} tayari',
  done: 'Tayari', open: 'Bado', save: 'Hifadhi', saveNext: 'Hifadhi na uendelee', saved: 'Imehifadhiwa', change: 'Badilisha', next: 'Endelea', failed: 'Haikufaulu. Hakuna kilichobadilika.',
  banner: 'Duka lako bado halijafunguliwa', bannerText: 'Hatua chache zimebaki kabla wateja kununua.', bannerGo: 'Endelea kufungua',
  step: { profile: 'Duka lako', whatsapp: 'Namba ya WhatsApp', catalogue: 'Nguo', payments: 'Malipo', agent: 'Wakala wako', live: 'Fungua milango' },
  stepText: {
    profile: 'Wateja huuliza haya kwanza: wapi, lini, na usafirishaji ni bei gani.', whatsapp: 'Namba ambayo wateja huandikia.', catalogue: 'Angalau nguo moja yenye bei na saizi iliyopo.',
    payments: 'Pesa zinakwenda wapi: moja kwa moja kwako.', agent: 'Jina lake, adabu zake, na asichoruhusiwa kusema.', live: 'Kuangalia mara ya mwisho kabla wateja kuja.',
  },
  name: 'Jina la duka', town: 'Mji', street: 'Mtaa na jengo', streetHint: 'Kama unavyomwelekeza boda', hours: 'Saa za kufungua', hoursHint: 'Kwa mfano: Jtatu–Jmosi 9:00–18:00', returns: 'Kurudisha', returnsHint: 'Kwa maneno yako; wakala husema hivyo hivyo',
  kra: 'PIN ya KRA (si lazima)', kraHint: 'Herufi, tarakimu tisa, herufi. Iko kwenye risiti.', areas: 'Maeneo ya kupeleka', areasText: 'Wakala hupeleka pale tu ulipotaja bei.', area: 'Eneo', fee: 'Bei (KSh)', areaWords: 'Majina mengine, yatenganishwe kwa koma',
  addArea: 'Ongeza eneo', removeArea: 'Ondoa {{area}}',
  number: 'Namba', connect: 'Unganisha', connecting: 'Inauliza…', disconnect: 'Tenganisha', disconnectTitle: 'Utenganishe {{what}}?', disconnectText: 'Yanayofika hapo hayatajibiwa tena, hadi uunganishe tena.',
  works: 'Inafanya kazi', broken: 'Inakuhitaji', looking: 'Inaangalia…', lookAgain: 'Angalia tena', none: 'Bado hakuna kilichounganishwa', another: 'Unganisha nyingine', way: 'Vipi',
  free: 'Chukua namba ya bure', freeText: 'Namba ya WhatsApp kati ya simu za onyesho hili. Hakuna kinachotumwa nje.', freeTill: 'Chukua paybill ya bure', freeTillText: 'Paybill ya M-Pesa ya onyesho hili. Hakuna pesa halisi.',
  numberWay: { sandbox: 'Onyesho', fresh: 'Namba mpya', app: 'Ya simu yangu', twilio: 'Kwa Twilio' },
  numberText: {
    fresh: 'Namba isiyo kwenye programu yoyote ya WhatsApp. Meta huituma msimbo; wewe huchagua tarakimu sita kuwa PIN.', app: 'Namba ya WhatsApp Business yako. Unaendelea kuandika kwenye simu; wakala hujibu kando na hunyamaza unapoandika.',
    twilio: 'Namba ambayo tayari unayo Twilio.',
  },
  phoneNumberId: 'Kitambulisho cha namba (Phone number ID)', phoneNumberIdHint: 'Kwenye WhatsApp Manager ya Meta, chini ya namba', waba: 'Kitambulisho cha akaunti ya WhatsApp Business', token: 'Tokeni ya kuingia', tokenHint: 'Ya mtumiaji wa mfumo. Inafungwa na haionyeshwi tena.', pin: 'PIN ya tarakimu sita', pinHint: 'Kwa namba ambayo bado haijasajiliwa tu',
  sid: 'SID ya akaunti', authToken: 'Tokeni ya uthibitisho', phone: 'Namba ya simu',
  tillText: {
    paybill: 'Wateja hupata ombi la M-Pesa; pesa huenda kwenye paybill yako.', till: 'Wateja hupata ombi la M-Pesa; pesa huenda kwenye till yako.', paylink: 'M-Pesa kwa seva yako ya PayLink.', airtel: 'Wateja wa Airtel hupata ombi kwenye simu.', card: 'Wateja hupata ukurasa wa kulipa kwa kadi.',
  },
  inTheirWords: 'Wanasema: “{{quote}}”', shortcode: 'Namba ya paybill', till: 'Namba ya till', store: 'Namba ya duka (Store number)', storeHint: 'Safaricom iliitoa pamoja na till', consumerKey: 'Ufunguo (Consumer key)', consumerSecret: 'Siri (Consumer secret)', passkey: 'Passkey ya M-Pesa', ownApp: 'Programu inaonyesha kuwa namba ni yako. Kama huna, mwombe anayeendesha mfumo huu aiunganishe.',
  address: 'Anwani ya seva', apiKey: 'Ufunguo wa API', project: 'Mradi', clientId: 'Kitambulisho (Client ID)', clientSecret: 'Siri (Client secret)', callbackKey: 'Ufunguo wa majibu yaliyosainiwa (si lazima)', secretKey: 'Ufunguo wa siri', paybill: 'Kwa paybill', tillWay: 'Kwa till',
  tryTill: 'Jaribu na shilingi 1', tryText: 'Tunaomba simu yako shilingi moja, kwenda akaunti yako mwenyewe.', ringing: 'Simu yako inalia: weka PIN yako.', came: 'Shilingi imefika. Pesa zinapata njia.', notCame: 'Shilingi haikufika: {{why}}', openPage: 'Fungua ukurasa wa malipo',
  pieces_one: 'Nguo {{count}} ipo', pieces_other: 'Nguo {{count}} zipo', byHand: 'Ongeza nguo kwa kamera', byFile: 'Ingiza orodha', seePieces: 'Ona nguo zote',
  agentName: 'Jina la wakala', greetingEn: 'Salamu kwa Kiingereza', greetingSw: 'Salamu kwa Kiswahili', tone: 'Namna', tones: { warm: 'Ya ukarimu', brief: 'Fupi', formal: 'Rasmi' }, toneText: 'Ubongo wa mtandaoni huongea hivi. Ubongo wa ndani una maneno yake.',
  languages: 'Lugha za kujibu', languagesText: 'Mteja hujibiwa kwa lugha yake ukichagua zote mbili.', both: 'Zote mbili', english: 'Kiingereza', swahili: 'Kiswahili', forbidden: 'Hasemi kamwe', forbiddenHint: 'Msemo mmoja kwa mstari. Sentensi ya ubongo wa mtandaoni inayousema haitumwi.',
  discount: 'Punguzo hadi (%)', discountHint: 'Anayeomba bei nafuu hupewa kama nusu yake, kisha lote kama neno la mwisho, kamwe si zaidi. Kwa 0, bei ni moja kwa wote',
  limit: 'Niulize zaidi ya (shilingi)', limitHint: 'Oda inayozidi hukungoja: rudisha gumzo kwa wakala, naye huendelea',
  rehearsal: 'Ongea naye', rehearsalText: 'Hakuna kinachotumwa wala kuhifadhiwa. Ubongo wa ndani hujibu hapa.', say: 'Andika kama mteja', send: 'Sema', anew: 'Kuanzia mwanzo', silent: 'Andika kitu: salamu, au “gauni jekundu”.', you: 'Wewe',
  ready: 'Kila kitu kipo', notReady: 'Bado vinakosekana', firstOrder: 'Sasa nunua kitu mwenyewe', firstOrderDemo: 'Fungua simu, chagua mtu, mwandikie {{name}} na ulipe kwa PIN 1234. Oda inafika kwenye Leo.', firstOrderReal: 'Andikia namba yako kutoka simu nyingine, na ununue nguo.',
  phones: 'Fungua simu', chat: 'Fungua gumzo', toToday: 'Nenda ukurasa wa Leo',
  settings: 'Duka', settingsText: 'Maelezo, usafirishaji, namba na malipo', channels: 'Namba za WhatsApp', payments: 'Njia za malipo',
  agent: 'Wakala', agentText: 'Anavyoongea, anachoruhusiwa, na anachofikiri nacho', versions: 'Matoleo', version: 'Toleo {{version}}', current: 'Huongea hivi sasa', restore: 'Ongea hivi tena', compare: 'Ukilinganisha na la kabla', publish: 'Chapisha', same: 'Hakuna tofauti', before: 'Kabla', after: 'Baada',
  brain: 'Ubongo', brainText: 'Ubongo wa ndani hauhitaji ufunguo wala gharama. Wa mtandaoni husoma na kusema kwa uhuru zaidi; bei, stoki na jumla hubaki zetu.', brains: { offline: 'Wa ndani', gemini: 'Gemini ya Google', claude: 'Claude ya Anthropic' }, key: 'Ufunguo', keyHint: 'Wazi: ufunguo ambao tayari upo', model: 'Modeli', modelHint: 'Wazi: chaguo la mfumo huu',
  budget: 'Kwa siku si zaidi ya, dola', tokens: 'Tokeni kwa ujumbe si zaidi ya', spent: 'Leo hadi sasa: {{amount}}', limits: 'Mipaka', set: 'Weka', voice: 'Sauti', voiceText: 'Ibadilishe, ijaribu kando, kisha uichapishe. Hakuna kinachopotea: kila toleo hubaki.',
}
