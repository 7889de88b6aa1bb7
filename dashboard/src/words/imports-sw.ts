import type { imports as Words } from './imports-en'

/** Katalogi inayokuja kama orodha. */
export const imports: typeof Words = {
  title: 'Ingiza orodha', text: 'CSV au Excel. Inakaguliwa kwanza: hakuna kinachobadilika hadi useme.', template: 'Pakua orodha tupu', choose: 'Chagua orodha', sending: 'Inatuma…', another: 'Orodha nyingine',
  how: 'Mstari mmoja kwa kila saizi ya kipande. Kilichoachwa wazi kinabaki kilivyo. Vipande hutambuliwa kwa namba: orodha ile ile mara mbili haibadilishi kitu.',
  checking_one: 'Inakaguliwa: mstari {{count}} hadi sasa', checking_other: 'Inakaguliwa: mistari {{count}} hadi sasa', running: 'Inaingizwa: vipande {{done}} kati ya {{total}}', waiting: 'Itakaguliwa hivi punde',
  found: 'Orodha ingefanya nini', new_one: 'Kipande {{count}} kipya', new_other: 'Vipande {{count}} vipya', changed_one: 'Kipande {{count}} kinabadilika', changed_other: 'Vipande {{count}} vinabadilika', same_one: 'Kipande {{count}} kinabaki kilivyo', same_other: 'Vipande {{count}} vinabaki vilivyo', spoilt_one: 'Kipande {{count}} kinaachwa', spoilt_other: 'Vipande {{count}} vinaachwa',
  confirm: 'Iingize', confirmSome_one: 'Ingiza vingine, acha kipande {{count}}', confirmSome_other: 'Ingiza vingine, acha vipande {{count}}', nothing: 'Hakuna kitakachobadilika.', done: 'Orodha imeingizwa', toProducts: 'Ona vipande', strange: 'Safu zilizorukwa: {{names}}',
  faults: 'Cha kurekebisha', faultsText: 'Rekebisha visanduku hivi kwenye orodha yako uichague tena, au acha vipande hivi.', row: 'Mstari', column: 'Safu', said: 'Inasema', what: 'La kufanya', moreFaults_one: 'na {{count}} zaidi', moreFaults_other: 'na {{count}} zaidi',
  kept: 'Kilichobaki kilivyo', photos: 'Ongeza picha kwa ZIP', photosText: 'Ipe kila picha jina la namba ya bidhaa, kama DRS-RED.jpg na DRS-RED-2.jpg, au lililo kwenye safu “pictures”.', zipKept_one: 'Picha {{count}} imeingia', zipKept_other: 'Picha {{count}} zimeingia', zipRefused: 'Si picha: {{names}}', unreadable: 'Faili hili halisomeki',
  fault: {
    missing: 'Iandike: kipande kipya kinaihitaji', 'not-a-code': 'Herufi, tarakimu, nukta na vistari tu', 'too-long': 'Fupisha', 'unknown-kind': 'Andika aina kama gauni, topu au viatu', 'unknown-colours': 'Andika rangi kama nyekundu; nyeupe', 'unknown-pattern': 'Andika plain, mistari, maua, kitenge …',
    'not-a-price': 'Andika shilingi nzima, kama 2500', 'not-a-number': 'Andika namba nzima', 'unknown-size': 'Andika M, UK 12, EU 38 au Saizi moja', differs: 'Mistari ya namba moja inasema tofauti; ifanye sawa', 'size-twice': 'Saizi hii ipo mara mbili kwenye orodha',
    'not-https': 'Andika anwani inayoanza na https://', 'too-many-pictures': 'Picha kumi zisizidi', 'photo-not-there': 'Ongeza picha hii kwenye ZIP', 'not-offered': 'Kipande hiki hakiuzwi; kirudishe dukani kwanza', 'count-is-below-reserved': 'Vipande vingi kuliko hivyo vimeahidiwa oda',
    'picture-not-found': 'Hakuna picha kwenye anwani hii', 'picture-away': 'Anwani haikujibu', 'picture-not-public': 'Si anwani ya umma', 'picture-too-heavy': 'Picha hii ni nzito mno', 'picture-not-a-photo': 'Kilichopo si picha', else: 'Kanuni ya duka imekataa',
  },
  file: { empty: 'Ni tupu.', 'too-large': 'Inazidi MB 20. Igawanye.', 'too-many-rows': 'Ina mistari zaidi ya 100,000. Igawanye.', 'not-a-table': 'Si CSV wala Excel (.xlsx).', 'no-code-column': 'Haina safu ya “code”. Tumia orodha tupu kama mfano.', 'not-a-zip': 'Hii si ZIP.', 'too-many': 'Zaidi ya picha 500. Zitume kwa ZIP kadhaa.', else: 'Tafadhali jaribu tena.' },
  columns: { code: 'Namba', title: 'Jina', title_sw: 'Jina la Kiswahili', description: 'Maelezo', kind: 'Aina', colours: 'Rangi', pattern: 'Mchoro', price: 'Bei', size: 'Saizi', stock: 'Idadi', pictures: 'Picha', low_stock_level: 'Kiwango cha chini' },
}
