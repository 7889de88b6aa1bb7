import { api } from '@/api/client'
import type { ProductsSearch } from './search'

const PAGE = 48

/** The pieces asked for, page by page. */
export function useProducts(search: ProductsSearch) {
  const products = api.useInfiniteQuery(
    'get', '/api/products', { params: { query: { limit: PAGE, ...search } } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.next_cursor },
  )
  return {
    rows: products.data?.pages.flatMap((page) => page.items) ?? [],
    isPending: products.isPending, failed: products.isError && products.data === undefined, hasMore: products.hasNextPage, busy: products.isFetchingNextPage,
    more: () => void products.fetchNextPage(), retry: () => void products.refetch(),
  }
}
