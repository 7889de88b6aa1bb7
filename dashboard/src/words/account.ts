/** Words of a person's own account. */
const en = {
  forgot: 'Forgot your password?', forgotTitle: 'A new password', forgotText: 'We send you a link by mail. With it you choose a new password; the old one opens until then.', sendLink: 'Send me a link', linkSent: 'If {{email}} has an account here, a link is on its way. It opens once, within 30 minutes.', back: 'Back to signing in',
  title: 'My account', text: 'How you come in, and what finds you',
  signIn: 'Sign in with a passkey', passkeys: 'Passkeys', passkeysText: 'Come in by your finger, your face or this device’s PIN. No password, no code, and nothing that a false page could take from you.',
  noPasskeys: 'This browser has no passkeys. A newer one, or the one of your phone, has.', keyName: 'Name of this device', keyNameHint: 'So that you know it again, such as: my Tecno', addKey: 'Add a passkey on this device',
  usedAt: 'Last used', neverUsed: 'Not used yet', dropKey: 'Remove {{name}}', dropTitle: 'Remove {{name}}?', dropText: 'It lets nobody in any more, and what you have open on other devices ends.', drop: 'Remove it',
  app: 'Authenticator app', appText: 'A second step after your password: six digits from an app such as Google Authenticator.', addApp: 'Set up an app', appHow: 'Scan this code with the app. If the app is on this phone, open it here instead.', appCode: 'Code for the authenticator app', openApp: 'Open the app on this phone', appKey: 'Or type this key into the app:', keepApp: 'Ask for codes from now on', appKept: 'From now on your password needs a code of the app. A passkey needs none.',
  alerts: 'Buzz my phone', alertsText: 'News that cannot wait, also while this page is closed.', alert: { 'order-paid': 'An order was paid', 'chat-waits': 'A customer waits for a person', 'payment-problem': 'A payment needs a decision', invoice: 'Dukani sent an invoice (owners)' },
  showWords: 'Show who writes and what, also on a locked screen', buzzHere: 'Buzz this device', buzzNoMore: 'Buzz this device no more', noAlerts: 'This browser cannot be buzzed. On an iPhone, add this page to the home screen first.',
  notAllowed: 'Your browser does not let this page buzz you. Allow notifications in its settings, then try again.', alertsFailed: 'That did not work. Please try again.',
}

const sw: typeof en = {
  forgot: 'Umesahau nenosiri?', forgotTitle: 'Nenosiri jipya', forgotText: 'Tunakutumia kiungo kwa barua pepe. Kwacho unachagua nenosiri jipya; la zamani linafungua hadi hapo.', sendLink: 'Nitumie kiungo', linkSent: 'Kama {{email}} ina akaunti hapa, kiungo kiko njiani. Kinafungua mara moja, ndani ya dakika 30.', back: 'Rudi kuingia',
  title: 'Akaunti yangu', text: 'Jinsi unavyoingia, na habari zinazokufikia',
  signIn: 'Ingia kwa funguo-siri', passkeys: 'Funguo-siri (passkeys)', passkeysText: 'Ingia kwa kidole, uso au PIN ya kifaa hiki. Hakuna nenosiri, hakuna nambari, wala kitu ambacho ukurasa bandia unaweza kukuibia.',
  noPasskeys: 'Kivinjari hiki hakina funguo-siri. Kipya zaidi, au cha simu yako, kinazo.', keyName: 'Jina la kifaa hiki', keyNameHint: 'Ili ukitambue tena, kama: Tecno yangu', addKey: 'Ongeza funguo-siri kwenye kifaa hiki',
  usedAt: 'Ilitumika mwisho', neverUsed: 'Bado haijatumika', dropKey: 'Ondoa {{name}}', dropTitle: 'Uondoe {{name}}?', dropText: 'Haimruhusu mtu kuingia tena, na ulichofungua kwenye vifaa vingine kinaisha.', drop: 'Iondoe',
  app: 'Programu ya uthibitishaji', appText: 'Hatua ya pili baada ya nenosiri: tarakimu sita kutoka programu kama Google Authenticator.', addApp: 'Weka programu', appHow: 'Skani msimbo huu kwa programu. Kama programu iko kwenye simu hii, ifungue hapa.', appCode: 'Msimbo wa programu ya uthibitishaji', openApp: 'Fungua programu kwenye simu hii', appKey: 'Au andika ufunguo huu kwenye programu:', keepApp: 'Omba nambari kuanzia sasa', appKept: 'Kuanzia sasa nenosiri lako linahitaji nambari ya programu. Funguo-siri haihitaji.',
  alerts: 'Arifa kwenye simu yangu', alertsText: 'Habari zisizoweza kusubiri, hata ukurasa huu ukiwa umefungwa.', alert: { 'order-paid': 'Oda imelipwa', 'chat-waits': 'Mteja anasubiri mtu', 'payment-problem': 'Malipo yanahitaji uamuzi', invoice: 'Dukani imetuma ankara (wenye duka)' },
  showWords: 'Onyesha nani anaandika na nini, hata skrini ikiwa imefungwa', buzzHere: 'Nitumie arifa kwenye kifaa hiki', buzzNoMore: 'Acha kunitumia arifa hapa', noAlerts: 'Kivinjari hiki hakiwezi kupokea arifa. Kwenye iPhone, weka kwanza ukurasa huu kwenye skrini ya mwanzo.',
  notAllowed: 'Kivinjari chako hakiruhusu arifa za ukurasa huu. Ziruhusu kwenye mipangilio yake, kisha jaribu tena.', alertsFailed: 'Haikufaulu. Tafadhali jaribu tena.',
}

export const account = { en, sw }
