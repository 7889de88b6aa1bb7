/** Words of writing to a customer who has been silent for a day. */
const en = {
  title: 'Write by your template', why: 'WhatsApp lets a shop write freely for 24 hours after her last message. They are over: only your approved template still reaches her, and Meta bills it.',
  choose: 'Words for it', text: 'What the template says', preview: 'She reads, in your template', send: 'Send by the template', oneLine: 'A template has one line: line breaks become spaces.', sent: 'On its way.',
}

const sw: typeof en = {
  title: 'Andika kwa kiolezo chako', why: 'WhatsApp huruhusu duka kuandika kwa saa 24 baada ya ujumbe wake wa mwisho. Zimeisha: kiolezo chako kilichoidhinishwa tu ndicho humfikia, na Meta hukitoza.',
  choose: 'Maneno yake', text: 'Kiolezo kitasema nini', preview: 'Atasoma, katika kiolezo chako', send: 'Tuma kwa kiolezo', oneLine: 'Kiolezo kina mstari mmoja: mistari mipya huwa nafasi.', sent: 'Unaenda.',
}

export const late = { en, sw }
