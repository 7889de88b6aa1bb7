import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MessagesSquare, Tag } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import type { ConversationRow } from '@/api/types'
import { Card } from '@/components/card'
import { chipLook, ChipsFilter } from '@/components/chips-filter'
import { classes } from '@/components/classes'
import { Empty } from '@/components/empty'
import { More } from '@/components/more'
import { PageHead } from '@/components/page-head'
import { SavedViews } from '@/components/saved-views'
import { SearchLine } from '@/components/search-line'
import { Skeletons } from '@/components/skeleton'
import { TakeAlong } from '@/components/take-along'
import { Trouble } from '@/components/trouble'
import { useGradually } from '@/components/use-gradually'
import { ChatRow } from './chat-row'
import { asView, conversationsSearch, exportPath, filterOf, withWords, type ConversationsSearch } from './search'

/** The chats; on a desk the open one stands beside the list. */
export function ConversationsPage() {
  const { t } = useTranslation(['conversations', 'customers', 'steppingIn', 'notebook', 'lists'])
  const search = useSearch({ from: '/shop/conversations' })
  const navigate = useNavigate({ from: '/conversations' })
  const ask = useCallback((word: string) => void navigate({ to: '.', search: (kept) => withWords(kept, word), replace: true }), [navigate])
  const labels = api.useQuery('get', '/api/labels')
  const { conversation: open } = useParams({ strict: false })
  return (
    <div className="lg:grid lg:h-[calc(100dvh-4.25rem)] lg:grid-cols-[22rem_minmax(0,1fr)] lg:gap-6">
      <section aria-label={t('title')} className={classes('min-h-0 lg:flex lg:flex-col', open !== undefined && 'max-lg:hidden')}>
        <PageHead title={t('title')}>
          <TakeAlong href={exportPath(search)} label={t('lists:export')} />
        </PageHead>
        <div className="mb-3"><SearchLine asked={search.q ?? ''} label={t('customers:search')} onAsk={ask} /></div>
        <ChipsFilter label={t('filter')}>
          <Link to="." search={withWords({}, search.q ?? '')} className={chipLook(isWhole(search))}>{t('all')}</Link>
          <Link to="." search={withWords({ waiting: true }, search.q ?? '')} className={chipLook(search.waiting === true)}>{t('waiting')}</Link>
          <Link to="." search={withWords({ unread: true }, search.q ?? '')} className={chipLook(search.unread === true)}>{t('notebook:unread')}</Link>
          <Link to="." search={withWords({ unanswered: true }, search.q ?? '')} className={chipLook(search.unanswered === true)}>{t('steppingIn:unanswered')}</Link>
          {labels.data?.map(({ id, name }) => <Link key={id} to="." search={withWords({ label: id }, search.q ?? '')} className={chipLook(search.label === id)}><Tag aria-hidden className="size-4" />{name}</Link>)}
        </ChipsFilter>
        <div className="mb-3 empty:hidden">
          <SavedViews page="conversations" search={asView(search)} link={(asked, look, inside) => <Link to="." search={conversationsSearch(asked)} className={look}>{inside}</Link>} />
        </div>
        <ChatList search={search} />
      </section>
      <div className={classes('min-h-0', open === undefined && 'max-lg:hidden')}><Outlet /></div>
    </div>
  )
}

const isWhole = ({ waiting, unread, unanswered, label }: ConversationsSearch): boolean => waiting === undefined && unread === undefined && unanswered === undefined && label === undefined

function ChatList({ search }: { search: ConversationsSearch }) {
  const { t } = useTranslation(['conversations', 'customers', 'notebook'])
  const { waiting, q } = search
  const chats = api.useInfiniteQuery(
    'get', '/api/conversations', { params: { query: filterOf(search) } },
    { pageParamName: 'cursor', initialPageParam: '', getNextPageParam: (last) => last.next_cursor },
  )
  if (chats.isPending) return <Skeletons count={6} className="grid gap-2" each="h-20" />
  if (chats.data === undefined) return <Trouble onRetry={() => void chats.refetch()} />
  const rows = chats.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) {
    if (q !== undefined) return <Empty icon={<MessagesSquare />} title={t('customers:none')} text={t('customers:noneText')} />
    if (waiting === true) return <Empty icon={<MessagesSquare />} title={t('none')} text={t('noneText')} />
    if (!isWhole(search)) return <Empty icon={<MessagesSquare />} title={t('notebook:noChats')} text={t('notebook:noChatsText')} />
    return <Empty icon={<MessagesSquare />} title={t('empty')} text={t('emptyText')} />
  }
  return (
    <Card className="overflow-hidden lg:min-h-0 lg:overflow-y-auto">
      <Rows rows={rows} />
      <More shown={chats.hasNextPage} busy={chats.isFetchingNextPage} onMore={() => void chats.fetchNextPage()} />
    </Card>
  )
}

const Rows = ({ rows }: { rows: readonly ConversationRow[] }) => <ul>{useGradually(rows).map((row) => <ChatRow key={row.id} row={row} />)}</ul>
