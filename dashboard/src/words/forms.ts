/** What a field says beneath itself when something wrong stands in it. */
const en = {
  required: 'Please fill this in.', choose: 'Please choose one.', chooseSome: 'Please choose one at least.', tooLong: 'That is too long: {{limit}} characters at most.', tooShort: 'That is too short: {{limit}} characters at least.', tooMany: 'Those are too many: {{limit}} at most.',
  email: 'This is no email address. It looks like zawadi@example.com.', phone: 'This is no phone number. It looks like 0712 345 678.', number: 'A whole number, please, such as 12.', change: 'How many more or fewer, such as 2 or -1.', money: 'An amount in shillings, please, such as 2500.', shillings: 'Whole shillings, please, such as 2500.', dollars: 'An amount in dollars, please, such as 2.50.',
  atLeast: 'That is too little: {{limit}} at least.', atMost: 'That is too much: {{limit}} at most.', sixDigits: 'Six digits, please.', digits: 'Digits only, please: {{limit}}.', kraPin: 'This is no KRA PIN: a letter, nine digits, a letter.', link: 'A link begins with https:// and has no blanks.', address: 'An address begins with https:// or http://.', sid: 'It begins with AC; copy it from Twilio’s console.',
  model: 'Letters, digits, dots and dashes only.', sku: 'Letters, digits, blanks, dots, dashes and slashes only.', size: 'This is no size. Write M, UK 12, EU 38 or One size.',
  plain: 'Signs of a plain keyboard only. Copy it again, without anything around it.',
}

const sw: typeof en = {
  required: 'Tafadhali jaza hapa.', choose: 'Tafadhali chagua moja.', chooseSome: 'Tafadhali chagua angalau moja.', tooLong: 'Ni ndefu mno: herufi zisizidi {{limit}}.', tooShort: 'Ni fupi mno: angalau herufi {{limit}}.', tooMany: 'Ni nyingi mno: zisizidi {{limit}}.',
  email: 'Hii si barua pepe. Huandikwa kama zawadi@example.com.', phone: 'Hii si namba ya simu. Huandikwa kama 0712 345 678.', number: 'Andika namba kamili, kama 12.', change: 'Zimeongezeka au zimepungua ngapi, kama 2 au -1.', money: 'Andika kiasi kwa shilingi, kama 2500.', shillings: 'Andika shilingi kamili, kama 2500.', dollars: 'Andika kiasi kwa dola, kama 2.50.',
  atLeast: 'Ni kidogo mno: angalau {{limit}}.', atMost: 'Ni kubwa mno: isizidi {{limit}}.', sixDigits: 'Andika tarakimu sita.', digits: 'Andika tarakimu tu: {{limit}}.', kraPin: 'Hii si KRA PIN: herufi, tarakimu tisa, herufi.', link: 'Kiungo huanza na https:// na hakina nafasi.', address: 'Anwani huanza na https:// au http://.', sid: 'Huanza na AC; inakili kutoka ukurasa wa Twilio.',
  model: 'Herufi, tarakimu, nukta na vistari tu.', sku: 'Herufi, tarakimu, nafasi, nukta, vistari na mikwaju tu.', size: 'Hii si saizi. Andika M, UK 12, EU 38 au One size.',
  plain: 'Alama za kibodi ya kawaida tu. Inakili tena, bila kitu pembeni yake.',
}

export const forms = { en, sw }
