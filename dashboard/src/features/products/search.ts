export type StockFilter = 'low' | 'gone'
export type ProductsSearch = { q?: string; stock?: StockFilter }

/** Which pieces the address asks for. */
export function productsSearch(raw: Record<string, unknown>): ProductsSearch {
  const search: ProductsSearch = {}
  const asked = typeof raw['q'] === 'number' ? String(raw['q']) : raw['q']
  if (typeof asked === 'string' && asked !== '') search.q = asked.slice(0, 80)
  if (raw['stock'] === 'low' || raw['stock'] === 'gone') search.stock = raw['stock']
  return search
}
