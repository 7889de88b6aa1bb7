/** Words of choosing a template that WhatsApp has approved. */
const en = {
  choose: 'Choose a template', title: 'Send an approved template', text: 'She reads exactly this, with your words in the gaps. Meta bills it.', list: 'Templates',
  state: {
    none: 'WhatsApp has approved no template of yet that needs words alone. Write one in WhatsApp Manager (or Twilio’s Content editor) and send it for approval: it stands here as soon as it is approved.',
    noList: 'This number does not say whose templates it has. Connect it anew under My shop with the id of your WhatsApp Business account.',
    refused: 'WhatsApp does not take this number’s token any more. Connect the number anew under My shop.',
    away: 'WhatsApp does not answer right now. Nothing was sent; try again in a minute.',
  },
  again: 'Ask again', kinds: { utility: 'Service', marketing: 'Offer' }, gap: 'Gap {{name}}', headingGap: 'Gap {{name}} of the heading', example: 'For example: {{example}}', preview: 'She reads', send: 'Send this template', back: 'Another template',
}

const sw: typeof en = {
  choose: 'Chagua kiolezo', title: 'Tuma kiolezo kilichoidhinishwa', text: 'Atasoma haya haya, na maneno yako kwenye nafasi. Meta hukitoza.', list: 'Violezo',
  state: {
    none: 'WhatsApp bado haijaidhinisha kiolezo chako kinachohitaji maneno tu. Andika kimoja kwenye WhatsApp Manager (au Content ya Twilio) na uombe kiidhinishwe: kitaonekana hapa mara kikiidhinishwa.',
    noList: 'Namba hii haisemi violezo vyake ni vya nani. Iunganishe upya kwenye Duka langu ukiweka kitambulisho cha akaunti yako ya WhatsApp Business.',
    refused: 'WhatsApp haikubali tena tokeni ya namba hii. Iunganishe upya kwenye Duka langu.',
    away: 'WhatsApp haijibu kwa sasa. Hakuna kilichotumwa; jaribu tena baada ya dakika moja.',
  },
  again: 'Uliza tena', kinds: { utility: 'Huduma', marketing: 'Ofa' }, gap: 'Nafasi {{name}}', headingGap: 'Nafasi {{name}} ya kichwa', example: 'Kwa mfano: {{example}}', preview: 'Atasoma', send: 'Tuma kiolezo hiki', back: 'Kiolezo kingine',
}

export const templates = { en, sw }
