/** Lists of orders: filters, views, files, papers. */
const en = {
  list: 'List', board: 'Board', look: 'Layout', filter: 'Filters', apply: 'Show', dropFilter: 'Take away the filter {{what}}', export: 'Download as CSV', slips: 'Print packing slips', slip: 'Packing slip', receipt: 'Receipt',
  part: { q: 'Number, receipt or tracking code', area: 'Delivery area', since: 'From', until: 'Until' }, saveView: 'Keep this view', viewName: 'Name of the view', keepView: 'Keep', forgetView: 'Forget the view {{name}}', nothingHere: 'Nothing here', seeAll: 'See all',
  link: 'Tracking link (optional)', linkHint: 'Begins with https://; the customer gets it on WhatsApp.', follow: 'Follow the parcel',
  history: 'What happened', undo: 'Undo', takeBack: 'Undo: {{what}}',
}

const sw: typeof en = {
  list: 'Orodha', board: 'Ubao', look: 'Mpangilio', filter: 'Vichujio', apply: 'Onyesha', dropFilter: 'Ondoa kichujio {{what}}', export: 'Pakua kama CSV', slips: 'Chapisha karatasi za kufunga', slip: 'Karatasi ya kufunga', receipt: 'Risiti',
  part: { q: 'Namba, risiti au namba ya kufuatilia', area: 'Eneo la kupeleka', since: 'Kuanzia', until: 'Hadi' }, saveView: 'Hifadhi mwonekano huu', viewName: 'Jina la mwonekano', keepView: 'Hifadhi', forgetView: 'Sahau mwonekano {{name}}', nothingHere: 'Hakuna kitu hapa', seeAll: 'Ona zote',
  link: 'Kiungo cha kufuatilia (si lazima)', linkHint: 'Huanza na https://; mteja hukipata kwenye WhatsApp.', follow: 'Fuatilia kifurushi',
  history: 'Yaliyotokea', undo: 'Tengua', takeBack: 'Tengua: {{what}}',
}

export const lists = { en, sw }
