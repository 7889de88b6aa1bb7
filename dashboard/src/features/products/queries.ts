import { useEffect } from 'react'
import { api } from '@/api/client'
import type { ProductRow } from '@/api/types'
import type { ProductsSearch, StockFilter } from './search'

const PAGE = 100

/** Whether a piece belongs to the chosen shelf. */
export function belongs(product: ProductRow, stock: StockFilter | undefined): boolean {
  if (stock === 'gone') return product.available === 0
  if (stock === 'low') return product.available > 0 && product.sizes.some((size) => size.low)
  return true
}

/** The pieces asked for. A shelf is picked out here, so that all pages are read while one is chosen. */
export function useProducts({ q, stock }: ProductsSearch) {
  const query = q === undefined ? { limit: PAGE } : { limit: PAGE, q }
  const products = api.useInfiniteQuery(
    'get', '/api/products', { params: { query } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.next_cursor },
  )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = products
  useEffect(() => {
    if (stock !== undefined && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [stock, hasNextPage, isFetchingNextPage, fetchNextPage])
  const rows = products.data?.pages.flatMap((page) => page.items).filter((row) => belongs(row, stock)) ?? []
  return {
    rows, isPending: products.isPending, failed: products.isError && products.data === undefined, hasMore: hasNextPage, busy: isFetchingNextPage,
    more: () => void fetchNextPage(), retry: () => void products.refetch(),
  }
}
