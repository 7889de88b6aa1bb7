/** Keeping the catalogue: new pieces, changes, counts. */
export const catalogue = {
  add: 'Add a piece', newTitle: 'A new piece', newText: 'Photo first: the rest is half filled in from it.', import: 'Import a list', export: 'Download these as CSV',
  photos: 'Photos', photosText: 'The first one is what customers see. Place and phone are taken out of every photo.', take: 'Take or choose photos', adding: 'Adding…',
  first: 'Show first', isFirst: 'Shown first', remove: 'Remove', crop: 'Crop', cropTitle: 'Crop the photo', whole: 'Whole', portrait: 'Upright', square: 'Square', part: 'Which part', useIt: 'Use it',
  seen: 'Read from the photo, please check: {{what}}', unsure: 'The photo could be: {{what}}. Please choose.', kind: 'Kind', colours: 'Colours', pattern: 'On the cloth', patternHint: 'A photo does not tell this for sure, so please say it.',
  title: 'Name of the piece', titleSw: 'Name in Swahili (optional)', description: 'Description (optional)', price: 'Price in shillings', code: 'Code (optional)', codeHint: 'Left empty, it gets one.',
  sizes: 'Sizes and how many of each', otherSize: 'Another size', otherSizeHint: 'M, UK 12, EU 38 or One size', addSize: 'Add size', piecesOf: 'Pieces in size {{size}}', more: 'More details', choose: 'Choose',
  save: 'Put it in the shop', saving: 'Saving…', listed: 'It is in the shop', another: 'Add another piece', open: 'Open {{title}}',
  newMark: 'New in', unmark: 'End “new in”', mark: 'Mark as new in for 14 days', archive: 'Take out of the shop', restore: 'Offer again', archivedText: 'Customers are not shown this piece.',
  edit: 'Change', editTitle: 'Change the piece', keep: 'Save', stock: 'Stock', size: 'Size', held: 'Held', came: 'Came in', cameTitle: 'How many came in size {{size}}?', lost: 'Lost or found', lostTitle: 'Correct size {{size}}', change: 'How many more or fewer', changeHint: 'For example -1 for a torn piece',
  reason: 'Why', reasons: { torn: 'Torn or stained', lost: 'Lost', found: 'Found', returned: 'Sent back to the maker', counted: 'Counted' }, count: 'Count all', countTitle: 'Stock take', countText: 'Write what hangs in the shop, held pieces included. Sizes you leave as they are stay.', counted: 'Counted in size {{size}}',
  lowLevel: 'Tell me when only so many are left', lowBySales: 'By how it sells', lowHint: 'Left empty, you are told once a size will be gone within two weeks at the pace of the last four.', alike: 'The same in other colours', history: 'What happened to it', anotherColour: 'Add in another colour', saved: 'Saved', pieces: 'Pieces',
  select: 'Choose several', selected_one: '{{count}} chosen', selected_other: '{{count}} chosen', selectAll: 'All shown', selectNone: 'Choose none', bulkPrice: 'Price', bulkPercent: 'Change price by percent', bulkPriceTo: 'Set one price', percent: 'Percent', percentHint: 'For example -10 for a sale, 5 for a rise', apply: 'Apply',
  bulkDone_one: '{{count}} piece changed', bulkDone_other: '{{count}} pieces changed', bulkRefused_one: '{{count}} piece stayed as it was: {{codes}}', bulkRefused_other: '{{count}} pieces stayed as they were: {{codes}}', undo: 'Undo', undone_one: 'Taken back for {{count}} piece', undone_other: 'Taken back for {{count}} pieces', new: 'New in', out: 'Not offered',
  why: {
    'does-not-stand': 'That cannot be taken back any more: it was changed since, or the pieces are sold or promised.', 'already-listed': 'This code belongs to another piece already. Choose another one, or leave it empty.', 'size-already-stocked': 'This size is there already.', 'count-is-below-reserved': 'More pieces than that are promised to orders. Pack or cancel those first.',
    'product-is-archived': 'This piece is out of the shop. Offer it again first.', 'price-has-cents': 'M-Pesa moves whole shillings only.', 'price-is-not-positive': 'A piece costs something.', 'invalid-request': 'Something in the form is not right. Please look at it again.', 'photo-unreadable': 'This photo could not be read. Take another one, as JPEG or PNG.',
    offline: 'There is no line just now. What you wrote is still here; try again in a moment.', else: 'That did not work. Nothing was changed; please try again.',
  },
}
