import type { catalogue as Words } from './catalogue-en'

/** Utunzaji wa katalogi. */
export const catalogue: typeof Words = {
  add: 'Ongeza kipande', newTitle: 'Kipande kipya', newText: 'Anza na picha: mengine yanajazwa kutokana nayo.', import: 'Ingiza orodha', export: 'Pakua hivi kama CSV',
  photos: 'Picha', photosText: 'Ya kwanza ndiyo wateja wanaiona. Mahali na simu huondolewa kwenye kila picha.', take: 'Piga au chagua picha', adding: 'Inaongeza…',
  first: 'Onyesha kwanza', isFirst: 'Inaonyeshwa kwanza', remove: 'Ondoa', crop: 'Kata', cropTitle: 'Kata picha', whole: 'Nzima', portrait: 'Wima', square: 'Mraba', part: 'Sehemu gani', useIt: 'Itumie',
  seen: 'Imesomwa kwenye picha, tafadhali hakikisha: {{what}}', unsure: 'Picha inaweza kuwa: {{what}}. Tafadhali chagua.', kind: 'Aina', colours: 'Rangi', pattern: 'Kwenye kitambaa', patternHint: 'Picha haisemi hili kwa uhakika, tafadhali sema wewe.',
  title: 'Jina la kipande', titleSw: 'Jina kwa Kiswahili (si lazima)', description: 'Maelezo (si lazima)', price: 'Bei kwa shilingi', code: 'Namba ya bidhaa (si lazima)', codeHint: 'Ukiacha wazi, itapewa moja.',
  sizes: 'Saizi na idadi ya kila moja', otherSize: 'Saizi nyingine', otherSizeHint: 'M, UK 12, EU 38 au Saizi moja', addSize: 'Ongeza saizi', piecesOf: 'Vipande vya saizi {{size}}', more: 'Maelezo zaidi', choose: 'Chagua',
  save: 'Weka dukani', saving: 'Inahifadhi…', listed: 'Kipo dukani', another: 'Ongeza kipande kingine', open: 'Fungua {{title}}',
  newMark: 'Kipya', unmark: 'Ondoa alama ya kipya', mark: 'Weka alama ya kipya kwa siku 14', archive: 'Ondoa dukani', restore: 'Uza tena', archivedText: 'Wateja hawaonyeshwi kipande hiki.',
  edit: 'Badilisha', editTitle: 'Badilisha kipande', keep: 'Hifadhi', stock: 'Stoki', size: 'Saizi', held: 'Kimeshikiliwa', came: 'Vimefika', cameTitle: 'Vimefika vingapi vya saizi {{size}}?', lost: 'Kupotea au kupatikana', lostTitle: 'Sahihisha saizi {{size}}', change: 'Vimezidi au kupungua vingapi', changeHint: 'Kwa mfano -1 kwa kilichochanika',
  reason: 'Kwa nini', reasons: { torn: 'Kimechanika au kina doa', lost: 'Kimepotea', found: 'Kimepatikana', returned: 'Kimerudishwa kwa mtengenezaji', counted: 'Kimehesabiwa' }, count: 'Hesabu vyote', countTitle: 'Kuhesabu stoki', countText: 'Andika vilivyopo dukani, pamoja na vilivyoshikiliwa. Saizi usizogusa zinabaki.', counted: 'Vilivyohesabiwa saizi {{size}}',
  lowLevel: 'Niambie vikibaki vingapi tu', lowBySales: 'Kulingana na mauzo', lowHint: 'Ukiacha wazi, utaambiwa saizi ikiwa itaisha ndani ya wiki mbili kwa kasi ya wiki nne zilizopita.', alike: 'Kama hiki kwa rangi nyingine', history: 'Yaliyotokea', anotherColour: 'Ongeza kwa rangi nyingine', saved: 'Imehifadhiwa', pieces: 'Vipande',
  select: 'Chagua kadhaa', selected_one: 'Kimechaguliwa {{count}}', selected_other: 'Vimechaguliwa {{count}}', selectAll: 'Vyote vinavyoonekana', selectNone: 'Usichague', bulkWhat: 'Badilisha nini', bulkPercent: 'Badilisha bei kwa asilimia', bulkPriceTo: 'Weka bei moja', bulkBySales: 'Niambie kulingana na mauzo', percent: 'Asilimia', percentHint: 'Kwa mfano -10 kwa punguzo, 5 kwa ongezeko', apply: 'Tekeleza',
  bulkDone_one: 'Kipande {{count}} kimebadilishwa', bulkDone_other: 'Vipande {{count}} vimebadilishwa', bulkRefused_one: 'Kipande {{count}} kimebaki: {{codes}}', bulkRefused_other: 'Vipande {{count}} vimebaki: {{codes}}', undo: 'Rudisha', undone_one: 'Imerudishwa kwa kipande {{count}}', undone_other: 'Imerudishwa kwa vipande {{count}}', new: 'Vipya', out: 'Haviuzwi',
}
