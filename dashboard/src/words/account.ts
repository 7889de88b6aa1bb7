/** Words of a person's own account. */
const en = {
  title: 'My account', text: 'How you come in',
  signIn: 'Sign in with a passkey', passkeys: 'Passkeys', passkeysText: 'Come in by your finger, your face or this device’s PIN. No password, no code, and nothing that a false page could take from you.',
  noPasskeys: 'This browser has no passkeys. A newer one, or the one of your phone, has.', keyName: 'Name of this device', keyNameHint: 'So that you know it again, such as: my Tecno', addKey: 'Add a passkey on this device',
  usedAt: 'Last used', neverUsed: 'Not used yet', dropKey: 'Remove {{name}}', dropTitle: 'Remove {{name}}?', dropText: 'It lets nobody in any more, and what you have open on other devices ends.', drop: 'Remove it',
  app: 'Authenticator app', appText: 'A second step after your password: six digits from an app such as Google Authenticator.', addApp: 'Set up an app', appHow: 'Enter this key in the app, or open the app on this phone. Then type the six digits that it shows.', openApp: 'Open the app', keepApp: 'Ask for codes from now on', appKept: 'From now on your password needs a code of the app. A passkey needs none.',
}

const sw: typeof en = {
  title: 'Akaunti yangu', text: 'Jinsi unavyoingia',
  signIn: 'Ingia kwa funguo-siri', passkeys: 'Funguo-siri (passkeys)', passkeysText: 'Ingia kwa kidole, uso au PIN ya kifaa hiki. Hakuna nenosiri, hakuna nambari, wala kitu ambacho ukurasa bandia unaweza kukuibia.',
  noPasskeys: 'Kivinjari hiki hakina funguo-siri. Kipya zaidi, au cha simu yako, kinazo.', keyName: 'Jina la kifaa hiki', keyNameHint: 'Ili ukitambue tena, kama: Tecno yangu', addKey: 'Ongeza funguo-siri kwenye kifaa hiki',
  usedAt: 'Ilitumika mwisho', neverUsed: 'Bado haijatumika', dropKey: 'Ondoa {{name}}', dropTitle: 'Uondoe {{name}}?', dropText: 'Haimruhusu mtu kuingia tena, na ulichofungua kwenye vifaa vingine kinaisha.', drop: 'Iondoe',
  app: 'Programu ya uthibitishaji', appText: 'Hatua ya pili baada ya nenosiri: tarakimu sita kutoka programu kama Google Authenticator.', addApp: 'Weka programu', appHow: 'Andika ufunguo huu kwenye programu, au fungua programu kwenye simu hii. Kisha andika tarakimu sita inazoonyesha.', openApp: 'Fungua programu', keepApp: 'Omba nambari kuanzia sasa', appKept: 'Kuanzia sasa nenosiri lako linahitaji nambari ya programu. Funguo-siri haihitaji.',
}

export const account = { en, sw }
