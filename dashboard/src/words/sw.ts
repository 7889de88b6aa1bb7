import { countingSw } from './counting'
import { account } from './account'
import { catalogue } from './catalogue-sw'
import { exporting } from './exporting'
import { forms } from './forms'
import { imports } from './imports-sw'
import { insightsSw } from './insights'
import { needsSw } from './needs'
import { searchSw } from './search'
import { lists } from './lists'
import { takingBack } from './taking-back'
import type { Words } from './en'
import { waitingMoney } from './waiting-money-sw'
import { subscription } from './subscription-sw'
import { shop } from './shop-sw'
import { customers } from './customers'
import { platform } from './platform'
import { reasons } from './reasons'
import { signup } from './signup'
import { steppingIn } from './stepping-in'
import { showing } from './showing'
import { notebook } from './notebook'
import { late } from './late'
import { templates } from './templates'

export const sw: Words = {
  account: account.sw,
  catalogue,
  shop,
  customers: customers.sw,
  platform: platform.sw,
  reasons: reasons.sw,
  signup: signup.sw,
  steppingIn: steppingIn.sw,
  showing: showing.sw,
  notebook: notebook.sw,
  late: late.sw,
  templates: templates.sw,
  exporting: exporting.sw,
  forms: forms.sw,
  imports,
  lists: lists.sw,
  takingBack: takingBack.sw,
  waitingMoney,
  subscription,
  nav: { label: 'Menyu kuu', today: 'Leo', conversations: 'Gumzo', orders: 'Oda', products: 'Bidhaa', customers: 'Wateja', insights: 'Takwimu', skip: 'Ruka hadi maudhui' },
  frame: {
    settings: 'Mipangilio', staff: 'Wafanyakazi', money: 'Pesa', language: 'Lugha', look: 'Mwonekano', light: 'Mwanga', dark: 'Giza', system: 'Kama simu', signOut: 'Ondoka',
    demo: 'Ukurasa wa mwanzo', phones: 'Simu za wateja', live: 'Moja kwa moja', joining: 'Inaunganisha…', lost: 'Inaunganisha tena…', updated: 'Imesasishwa {{ago}}',
    behind_one: 'Tukio {{count}} nyuma', behind_other: 'Matukio {{count}} nyuma', back: 'Rudi', more: 'Onyesha zaidi', close: 'Funga', loading: 'Inapakia',
    offline: 'Huna mtandao. Haya ndiyo tuliyojua mwisho; yatajisasisha yenyewe.', known: 'Kufikia {{ago}}.', kept_one: 'Hatua {{count}} inasubiri mtandao na itafanyika yenyewe.', kept_other: 'Hatua {{count}} zinasubiri mtandao na zitafanyika zenyewe.', keptRefused: 'Hatua iliyosubiri haikuwezekana. {{why}}', table: 'Jedwali', chart: 'Chati', csv: '{{title}} kama CSV', view: 'Onyesha {{title}} kama',
    failed: 'Haikupakia', failedText: 'Mtandao au duka limekwama kidogo. Hakuna kilichopotea.', again: 'Jaribu tena', trace: 'Sababu {{trace}}',
    missing: 'Hakuna kitu hapa', missingText: 'Huenda ni cha duka lingine, au kiungo ni cha zamani.', home: 'Nenda Leo', forgotten: 'Mteja aliyesahauliwa',
    unnamed: 'Mteja', noPhone: 'Hakuna namba ya simu', allOf: 'Zote',
  },
  start: {
    title: 'Duka linalojibu WhatsApp, usiku na mchana',
    text: 'Dukani huonyesha nguo zako, hushauri saizi, huchukua oda na malipo ya M-Pesa. Wewe unafunga mzigo. Hili ni onyesho lenye maduka mawili; yote unayoona yanatokea kweli, kwenye mashine hii.',
    open: 'Fungua dashibodi', phones: 'Cheza mteja', phonesText: 'Simu mbili za WhatsApp na simu ya M-Pesa kwenye kivinjari chako. Tuma picha ya gauni, linunue, kisha lione likifika kwenye dashibodi.',
    boutiques: 'Maduka', step1: 'Tuma picha kutoka simu ya mteja', step2: 'Weka PIN ya M-Pesa', step3: 'Ona oda ikifika hapa', how: 'Jaribu kwa hatua tatu',
  },
  signIn: {
    title: 'Ingia', text: 'Duka lako, gumzo zake na pesa zake, kwenye simu hii.', demo: 'Hili ni onyesho: ukurasa wa mwanzo una maduka mawili ya kuingia bila nenosiri.', start: 'Nenda ukurasa wa mwanzo',
  },
  accounts: {
    email: 'Barua pepe', password: 'Nenosiri', newPassword: 'Nenosiri jipya', passwordHint: 'Angalau herufi kumi; sentensi fupi ni nzuri.', code: 'Nambari ya siri', codeHint: 'Tarakimu sita, kutoka programu yako ya uthibitishaji', signIn: 'Ingia sasa',
    boutique: 'Jina la duka', town: 'Mji', name: 'Jina lako', phone: 'Simu yako', acceptTitle: 'Duka linakualika', acceptText: 'Ingia kwa nenosiri lako na utakuwa ndani. Kama hujui kwa nini umepata kiungo hiki, usifanye chochote.', join: 'Fungua duka', joinTitle: 'Fungua duka lako', joinText: 'Dakika mbili sasa; nguo, WhatsApp na M-Pesa zinafuata.',
    newHere: 'Mgeni hapa? Fungua duka lako', knowMe: 'Nina akaunti', choose: 'Chagua nenosiri', chosen: 'Nenosiri lako limewekwa', keep: 'Weka nenosiri hili',
    why: {
      'wrong-password': 'Barua pepe na nenosiri haviendani.', 'wrong-code': 'Nambari hii si sahihi, au imeshatumika. Subiri inayofuata.', 'no-mail': 'Mfumo huu hautumi barua pepe. Mwenye duka lako anakupa kiungo, chini ya Wafanyakazi; mwenye duka anamwomba msimamizi wa mfumo.', 'no-boutique': 'Hakuna duka linalokuruhusu kuingia kwa sasa. Muulize mwenyewe.',
      'email-taken': 'Anwani hii ina akaunti tayari. Ingia, au omba nenosiri jipya.', 'weak-password': 'Chukua nenosiri refu zaidi: angalau herufi kumi.', 'spent-link': 'Kiungo hiki kimetumika au ni cha zamani. Omba kingine.',
      'too-many-tries': 'Umejaribu mara nyingi mno. Subiri robo saa.', 'too-busy': 'Watu wengi wanaingia sasa hivi. Jaribu tena baada ya muda mfupi.', 'wrong-passkey': 'Funguo-siri hii haifungui. Chukua nyingine, au nenosiri lako.', 'passkey-not-kept': 'Funguo-siri haikuongezwa: kifaa kinayo tayari, au muda umepita. Jaribu tena.', 'not-unlocked': 'Kifaa hakikufungua funguo-siri. Hakuna kilichobadilika.', 'nobody-in-particular': 'Onyesho linakuruhusu bila akaunti. Fungua duka lako mwenyewe ili uwe nayo.',
      'invalid-request': 'Tafadhali angalia tena: barua pepe na namba ya simu lazima ziwe kamili.',
      else: 'Haikufaulu. Hakuna kilichobadilika; tafadhali jaribu tena.',
    },
  },
  staff: {
    title: 'Wafanyakazi', text: 'Nani anaweza kuingia dukani kwako', invite: 'Mruhusu mtu', inviteText: 'Anapata kiungo: anachagua nenosiri lake, au anaingia kwa lile alilo nalo.', name: 'Jina', email: 'Barua pepe', what: 'Anachoweza kufanya', letIn: 'Ruhusu', until: 'hadi',
    role: { owner: 'Mwenye duka', staff: 'Mfanyakazi', auditor: 'Mkaguzi' },
    may: { owner: 'Kila kitu, hata kuruhusu wengine.', staff: 'Gumzo, oda na bidhaa; si wafanyakazi.', auditor: 'Anasoma tu, kwa wiki mbili. Majina, namba na maneno ya wateja yamefichwa, na kila anachotazama kinaandikwa.' },
    newLink: 'Nenosiri jipya', newLinkTitle: 'Nenosiri jipya la {{name}}?', newLinkText: 'Unapata kiungo cha kumtumia. Kwacho anachagua nenosiri jipya, na alichofungua kinaisha.', newLinkGo: 'Tengeneza kiungo',
    alone: 'Bado hakuna anayekusaidia hapa', aloneText: 'Mruhusu msaidizi: anajibu gumzo, anafunga oda na kutunza stoki kwa nenosiri lake mwenyewe; pesa na mipangilio inabaki yako. Mhasibu anaingia kama mkaguzi: anasoma kwa wiki mbili na haoni jina la mtu.', aloneGo: 'Mruhusu msaidizi wa kwanza',
    dismiss: 'Mwondoe', dismissTitle: 'Umwondoe {{name}}?', dismissText: 'Alichofungua kinaisha sasa. Kazi yake inabaki kwenye historia.',
    failed: 'Haikufaulu. Angalia barua pepe, kisha jaribu tena.', sendLink: 'Mtumie kiungo hiki. Kinafunguka mara moja, ndani ya nusu saa, na hakionyeshwi tena.', isIn: 'Tayari: anaweza kuanzia sasa.', sendJoin: 'Ana akaunti tayari. Mtumie kiungo hiki: anaingia kwa nenosiri lake mwenyewe, na hapo tu ndipo yuko ndani. Kinafunguka mara moja, ndani ya siku mbili, na hakionyeshwi tena.', copy: 'Nakili',
  },
  status: {
    'awaiting-payment': 'Inasubiri malipo', paid: 'Ya kufunga', packed: 'Imefungwa', 'with-courier': 'Kwa msafirishaji', delivered: 'Imefika',
    cancelled: 'Imeghairiwa', expired: 'Muda umeisha', 'refund-due': 'Kurudisha pesa', refunded: 'Pesa imerudishwa', 'not-refunded': 'Pesa haikurudishwa',
  },
  today: {
    title: 'Leo', paid: 'Zilizolipwa leo', orders_one: 'Oda {{count}} iliyolipwa', orders_other: 'Oda {{count}} zilizolipwa', lastDay: '{{day}} iliyopita, siku nzima',
    up: '{{percent}}% zaidi ya {{day}} iliyopita saa hii', down: '{{percent}}% pungufu ya {{day}} iliyopita saa hii', same: 'Sawa na {{day}} iliyopita saa hii', toPack: 'Za kufunga', toPackNone: 'Hakuna ya kufunga',
    chats: 'Gumzo zinazosubiri', chatsNone: 'Hakuna anayesubiri', low: 'Zinazoisha', lowNone: 'Stoki iko sawa', awaiting: 'Zinasubiri malipo',
    sales: 'Mauzo, siku 30 zilizopita', day: 'Siku', ordersColumn: 'Oda', piecesColumn: 'Vipande', paidColumn: 'Zilizolipwa', backColumn: 'Zilizorudishwa', salesSummary: '{{amount}} kutoka oda {{orders}}', weekends: 'Wikendi zimekolea.',
    activity: 'Za karibuni', activityTeach: 'Fungua simu za wateja utume picha ya gauni: itaonekana hapa kwa sekunde moja.',
    ordered: '{{name}} ameagiza {{title}}', lowTitle: 'Zinazoisha', left_one: 'Imebaki {{count}}', left_other: 'Zimebaki {{count}}', soldLately_one: 'kimeuzwa {{count}} kwa wiki 4', soldLately_other: 'vimeuzwa {{count}} kwa wiki 4', seeAll: 'Ona zote', needs: 'Yanakuhitaji',
  },
  conversations: {
    title: 'Gumzo', all: 'Zote', waiting: 'Zinakuhitaji', filter: 'Gumzo zipi', empty: 'Bado hakuna gumzo',
    emptyText: 'Mteja akiandika kwa namba yako ya WhatsApp, gumzo litaonekana hapa, pamoja na kila jibu la wakala.', none: 'Hakuna anayekusubiri',
    noneText: 'Wakala anawajibu wote. Atakuita mteja akitaka kuongea na mtu.', needs: 'Anakuhitaji', pick: 'Chagua gumzo ulisome hapa.',
    you: 'Duka: {{text}}', unread_one: 'Ujumbe {{count}} haujajibiwa', unread_other: 'Jumbe {{count}} hazijajibiwa', photo: 'Picha', choice: 'Chaguo', voice: 'Sauti', location: 'Mahali',
    contact: 'Mawasiliano', order: 'Oda', reaction: 'Hisia', other: 'Ujumbe', gone: 'Haisomeki tena', agent: 'Wakala', staff: 'Mhudumu', customer: 'Mteja', thread: 'Jumbe',
    planned: 'Inasubiri kutumwa', sent: 'Imetumwa', delivered: 'Imefika', read: 'Imesomwa', failed: 'Haikufika', shown: 'Nguo zilizoonyeshwa', orders: 'Oda zake',
    reason: {
      asked: 'Ameomba kuongea na mtu', 'not-understood': 'Wakala hakuelewa', complaint: 'Malalamiko', abuse: 'Lugha mbaya', payment: 'Malipo yanahitaji kuangaliwa',
      privacy: 'Ombi la faragha', limit: 'Zaidi ya kikomo cha wakala', 'owner-writes': 'Unaandika kwa simu yako mwenyewe', 'taken-over': 'Mtu anajibu', 'out-of-reach': 'WhatsApp hairuhusu kumwandikia: mpigie simu',
    },
    handed: 'Mtu anajibu hapa', handedText: 'Wakala amenyamaza kwenye gumzo hili.',
  },
  orders: {
    title: 'Oda', filter: 'Hali', empty: 'Bado hakuna oda', emptyText: 'Kila oda ya WhatsApp huja hapa; zilizolipwa ndizo za kwanza kufungwa.',
    none: 'Hakuna oda katika hali hii', noneText: 'Chagua hali nyingine uone zilizobaki.', number: 'Oda', customer: 'Mteja', pieces: 'Vipande', discount: 'Punguzo lililotolewa tayari', listed: 'Bei ya kawaida', total: 'Jumla', placed: 'Iliwekwa', state: 'Hali',
    piece_one: 'Kipande {{count}}', piece_other: 'Vipande {{count}}', lines: 'Vipande', delivery: 'Kupeleka {{area}}', addressGone: 'Anwani haihifadhiwi tena', size: 'Saizi {{size}}',
    chat: 'Fungua gumzo', payment: 'Malipo', receipt: 'Risiti ya M-Pesa', requested: 'Iliyoombwa', received: 'Iliyopokelewa', attempt: 'Ombi la {{attempt}}', payUntil: 'Ilipwe kabla ya {{time}}',
    pack: 'Imefungwa', courier: 'Mpe msafirishaji', deliver: 'Imefika kwa mteja', cancel: 'Ghairi oda', courierName: 'Nani anachukua mzigo?', courierHint: 'Mfano: Wells Fargo, au jina la mwendesha boda',
    tracking: 'Namba ya kufuatilia (si lazima)', courierText: 'Mteja ataarifiwa kwenye WhatsApp.', cancelTitle: 'Ghairi oda {{number}}?', cancelText: 'Vipande vilivyoshikiliwa vinarudi rafuni, na mteja anaarifiwa kwenye WhatsApp.', cancelPaidText: 'Vipande vinarudi rafuni, pesa zake zinarudishwa, naye anaarifiwa kwenye WhatsApp.',
    keep: 'Usighairi', done: 'Tayari: {{state}}', keptStep: 'Imehifadhiwa. Itafanyika mtandao ukirudi.', progress: 'Oda imefika wapi', nextStep: 'Hatua inayofuata',
    courierOf: 'Msafirishaji: {{courier}}', cancelledBy: { customer: 'Imeghairiwa na mteja', owner: 'Imeghairiwa na duka', 'out-of-stock': 'Imeghairiwa: stoki imeisha' },
  },
  history: {
    title: 'Historia yote', text: 'Kila tukio, kwa mpangilio lilivyoandikwa. Hakuna kinachobadilishwa baadaye.', verified: 'Mnyororo umethibitishwa hadi {{position}}', broken: 'Mnyororo umevunjika: usiiamini rekodi hii',
    shown: 'Matukio yapi', all: 'Matukio yote', shop: 'Bila gumzo', raw: 'Tukio lenyewe', position: 'Nafasi', stream: 'Mkondo', version: 'Toleo', topic: 'Mada', at: 'Saa (UTC)', command: 'Amri', correlation: 'Limetokana na', who: 'Na', sealed: 'imefungwa',
    actor: { customer: 'Mteja', agent: 'Wakala', owner: 'Mwenye duka', staff: 'Mhudumu', neighbour: 'Mfumo wa nje', clock: 'Yenyewe', operator: 'Msimamizi wa mfumo', mpesa: 'M-Pesa', whatsapp: 'WhatsApp' },
    kind: { conversation: 'Gumzo', cart: 'Kikapu', order: 'Oda', stock: 'Stoki', payment: 'Malipo', product: 'Bidhaa', customer: 'Mteja', boutique: 'Duka' },
  },
  payment: {
    requested: 'Imeombwa', prompting: 'Ombi liko njiani', waiting: 'Inasubiri PIN', received: 'Pesa imeingia', completed: 'Imelipwa', failed: 'Imeshindikana', refused: 'Haikutumwa',
    uncertain: 'Haijulikani', unresolved: 'Haikujibiwa', cancelled: 'Imeghairiwa', refunding: 'Inarudishwa', refunded: 'Imerudishwa',
  },
  products: {
    title: 'Bidhaa', search: 'Jina au namba', low: 'Zinazoisha', gone: 'Zimeisha', all: 'Zote', filter: 'Stoki', empty: 'Bado hakuna nguo', emptyText: 'Ongeza nguo zako za kwanza, na wakala ataanza kuziuza kwenye WhatsApp.',
    none: 'Hakuna nguo inayofaa', noneText: 'Jaribu neno lingine, au onyesha zote.', count_one: 'Nguo {{count}}', count_other: 'Nguo {{count}}', stock: 'Stoki kwa saizi', available_one: 'Ipo {{count}}', available_other: 'Zipo {{count}}',
    soldOut: 'Zimeisha', sizeLeft: '{{size}}: zipo {{count}}', sizeGone: '{{size}}: zimeisha', archived: 'Haiuzwi', held: '{{count}} zimeshikiliwa', showAll: 'Onyesha zote',
  },
  insights: insightsSw,
  search: searchSw,
  needs: needsSw,
  counting: countingSw,
}
