import type { subscription as Words } from './subscription-en'

/** Duka linalipa nini kwa Dukani. */
export const subscription: typeof Words = {
  title: 'Malipo ya Dukani', text: 'Unacholipa kwa Dukani, na ankara zako.', plan: 'Mpango wako', free: 'Majaribio bila malipo', perMonth: '{{fee}} kwa mwezi', ofSales: '{{percent}}% ya mauzo', both: '{{fee}} kwa mwezi na {{percent}}% ya mauzo', atLeast: 'si chini ya {{amount}} kwa uuzaji', atMost: 'si zaidi ya {{amount}} kwa uuzaji', plusVat: 'VAT huongezwa. Mauzo ni nguo zilizouzwa, baada ya punguzo na bila gharama ya kupeleka.',
  from: 'Kuanzia {{day}}: {{plan}}', offered: 'Mipango unayoweza kuchagua', choose: 'Chagua', chosen: 'Mpango wako sasa', coming: 'Kuanzia {{day}}', chooseTitle: 'Badili uwe “{{plan}}”?', chooseText: 'Unaanza {{day}}. Hadi hapo hakuna kinachobadilika, na mauzo ya kabla hayatozwi upya.', sure: 'Badili mpango', failed: 'Haikufaulu. Tafadhali jaribu tena.',
  soFar: '{{month}} hadi sasa', soFarText: 'Ankara huja siku ya kwanza ya mwezi unaofuata.', line: { fee: 'Ada ya mwezi', sales: '{{percent}}% ya mauzo ya {{goods}}', refunds: '{{percent}}% ya {{goods}} zilizorudishwa' }, vat: 'Kodi ya VAT', total: 'Jumla', nothing: 'Hakuna cha kulipa hadi sasa.', entries: 'Kila kiingizo kama CSV',
  invoices: 'Ankara', noInvoices: 'Bado hakuna ankara.', settled: 'Imelipwa', open: 'Haijalipwa', late: 'Imechelewa', toPay: '{{amount}} ya kulipa kabla ya {{day}}', payAt: 'Lipa kwa M-Pesa: paybill {{paybill}}, akaunti {{number}}.', askHow: 'Muulize anayekuendeshea Dukani jinsi ya kulipa.', creditText: '{{amount}} ililipwa zaidi. Italipa ankara yako inayofuata.', pdf: 'Ankara {{number}} kama PDF', print: 'Fungua PDF',
  etims: 'Ankara bado hazitumwi kwa eTIMS ya KRA; zinasema hivyo.',
}
