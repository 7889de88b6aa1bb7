/** Words of giving us a number in Meta's own dialog. */
const en = {
  title: 'Your WhatsApp number', text: 'What Meta has given us', none: 'Meta’s own dialog is not set up on this installation, so the number is connected by hand.',
  app: 'Meta asks you in its own page whether we may use the number of your WhatsApp Business app, and shows a code to scan with that phone. Your chats stay on the phone.',
  fresh: 'Meta asks you in its own page for the number and a name for it, and sends the number a code. Then you are back here.',
  pin: 'PIN of the number', pinHint: 'Only where the number has two-step verification already: six digits. Else we choose one and keep it sealed.',
  open: 'Connect with Meta', byHand: 'Connect by hand', connecting: 'Meta is asked whether all is ready…', refused: 'Meta gave us no number. {{why}} Nothing was changed.',
  payMeta: 'Meta also wants a payment method: add one in WhatsApp Manager, or messages stop after the free ones.', goOn: 'Go on opening the shop', settings: 'Shop settings',
}

const sw: typeof en = {
  title: 'Namba yako ya WhatsApp', text: 'Meta imetupa nini', none: 'Ukurasa wa Meta haujawekwa kwenye mfumo huu, kwa hiyo namba inaunganishwa kwa mkono.',
  app: 'Meta inakuuliza kwenye ukurasa wake kama tunaweza kutumia namba ya programu yako ya WhatsApp Business, na inaonyesha msimbo wa kuskani kwa simu hiyo. Gumzo zako zinabaki kwenye simu.',
  fresh: 'Meta inakuuliza kwenye ukurasa wake namba na jina lake, na inatuma msimbo kwa namba hiyo. Kisha unarudi hapa.',
  pin: 'PIN ya namba', pinHint: 'Kama tu namba ina uthibitishaji wa hatua mbili tayari: tarakimu sita. Vinginevyo tunachagua sisi na kuiweka kwa siri.',
  open: 'Unganisha kwa Meta', byHand: 'Unganisha kwa mkono', connecting: 'Meta inaulizwa kama yote yako tayari…', refused: 'Meta haikutupa namba. {{why}} Hakuna kilichobadilika.',
  payMeta: 'Meta inataka pia njia ya malipo: iongeze kwenye WhatsApp Manager, la sivyo ujumbe utasimama baada ya ule wa bure.', goOn: 'Endelea kufungua duka', settings: 'Mipangilio ya duka',
}

export const signup = { en, sw }
