/** Words of showing a customer a photo or pieces of the catalogue in her chat. */
const en = {
  photo: 'Show a photo', photoTitle: 'Show her this photo', caption: 'Words under it', captionHint: 'A photo may go without words.', sendPhoto: 'Send the photo',
  pieces: 'Show pieces', piecesTitle: 'Show her pieces', piecesText: 'She gets pictures, prices and sizes, and answers with a number or a tap.', search: 'Search the pieces', none: 'No piece that can be bought fits these words.',
  words: 'Words above them', toAgent: 'The agent takes her answer', toAgentText: 'It asks her size and fills her cart. Without it the chat is yours.', most: 'Five at most',
  sendPieces_one: 'Send {{count}} piece', sendPieces_other: 'Send {{count}} pieces', from: '{{price}} · {{sizes}}',
}

const sw: typeof en = {
  photo: 'Onyesha picha', photoTitle: 'Mwonyeshe picha hii', caption: 'Maneno chini yake', captionHint: 'Picha inaweza kwenda bila maneno.', sendPhoto: 'Tuma picha',
  pieces: 'Onyesha bidhaa', piecesTitle: 'Mwonyeshe bidhaa', piecesText: 'Anapata picha, bei na saizi, na anajibu kwa nambari au kwa kubonyeza.', search: 'Tafuta bidhaa', none: 'Hakuna bidhaa inayouzwa kwa maneno haya.',
  words: 'Maneno juu yake', toAgent: 'Wakala apokee jibu lake', toAgentText: 'Anamuuliza saizi na kujaza kikapu chake. Bila hivyo gumzo ni lako.', most: 'Tano tu',
  sendPieces_one: 'Tuma bidhaa {{count}}', sendPieces_other: 'Tuma bidhaa {{count}}', from: '{{price}} · {{sizes}}',
}

export const showing = { en, sw }
